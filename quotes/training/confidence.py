"""Fit the weights that make the certainty of each step a calibrated `speaker_confidence`.

`quotes.speakers.confidence` says what they weigh.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import numpy as np

from quotes import attribution, engine, weight_files
from quotes.attribution import Scene
from quotes.attribution.ranker import Ranker
from quotes.errors import FormatError
from quotes.evaluation.calibration import brier_score, calibration_error
from quotes.evaluation.figures import claiming
from quotes.evaluation.names import Agreement, agreement
from quotes.language.packages import find
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.speakers.confidence import CONSTANT, inputs
from quotes.training import gold, logistic
from quotes.training.apart import part_of, rankers_of
from quotes.training.gold import GoldArticle
from quotes.training.kept import Kept
from quotes.training.progress import Progress, silent
from quotes.training.survey import gathered
from quotes.types import Kind

FILE = "confidence.json"
RIDGE = 3.0
FOLDS = 10


@attrs.frozen
class Answer:
    """A named speaker of an annotated stretch: how sure each step was, and whether it is right."""

    article: str
    evidence: str
    resolved: float
    source: float
    speech: float
    right: bool


def answers(article: GoldArticle, scene: Scene, sources: Ranker | None = None) -> Iterator[Answer]:
    """The named speakers of the annotated stretches of an article, as the library answers now.

    Args:
        article: With annotated segments.
        scene: The article, analysed.
        sources: Weights of the sources in place of the bundled ones.
    """
    relations = [r for r in attribution.relations(scene, sources) if r.kind is not Kind.OTHER]
    resolutions = engine.resolutions(scene, relations)
    quoted = [r.segments for r in relations]
    for segment in article.segments:
        best = claiming((segment.start, segment.end), quoted)
        if best is None:
            continue
        speaker = resolutions[best].speaker
        if speaker is None:
            continue
        right = False
        if segment.speech and segment.speaker:
            agreed = agreement(speaker.name, segment.speaker, segment.speaker_type)
            right = agreed is Agreement.FULL
        yield Answer(
            article.id,
            resolutions[best].evidence,
            resolutions[best].confidence,
            relations[best].right,
            relations[best].speech,
            right,
        )


def fit(found: Sequence[Answer], ridge: float = RIDGE) -> dict[str, float]:
    """The weights of the inputs and the constant, by penalised maximum likelihood."""
    names, table, right = _table(found)
    weights = logistic.fit(table, right, np.ones(len(right)), ridge)
    return {n: round(float(w), 3) for n, w in zip([*names, CONSTANT], weights, strict=True)}


def cross_validated(
    found: Sequence[Answer], folds: int = FOLDS, ridge: float = RIDGE
) -> list[tuple[float, bool]]:
    """For each answer the probability that weights fitted to other articles give it.

    Raises:
        FormatError: the answers are of fewer than two articles.
    """
    articles = sorted({a.article for a in found})
    if len(articles) < 2:
        raise FormatError("named speakers in two or more articles are needed to fit apart")
    _, table, right = _table(found)
    fold = {name: n % folds for n, name in enumerate(articles)}
    place = np.array([fold[a.article] for a in found])
    chances = np.zeros(len(found))
    for n in range(folds):
        here = place == n
        if here.any():
            weights = logistic.fit(table[~here], right[~here], np.ones((~here).sum()), ridge)
            chances[here] = 1 / (1 + np.exp(-(table[here] @ weights[:-1] + weights[-1])))
    return [(float(p), a.right) for p, a in zip(chances, found, strict=True)]


def fit_confidence(
    speakers: Sequence[pathlib.Path],
    out: pathlib.Path,
    *,
    apart: pathlib.Path | None = None,
    models: str = "bundled",
    resume: bool = False,
    progress: Progress = silent,
) -> dict[str, float]:
    """Read the gold, fit the weights of the confidence, write `confidence.json`.

    Nothing about it is random. Attribution and antecedents answer with the weights in the package:
    these come first.

    Args:
        speakers: folders of annotated speakers, as `gold.speakers` reads them. An article that is
            in two of them counts once.
        out: the folder for the weights. `answers` in it holds what was made of each article.
        apart: the folder of rankers that `fit_rankers` fitted without a part of the articles each;
            that part is answered by them, not by a ranker that has learned from it.
        models: "bundled", "stanza" or the folder of a stanza package.
        resume: use what an earlier run has left in `answers`.
        progress: is told of articles.

    Returns:
        The number of answers, and how far probabilities are off that weights fitted to other
        articles give: the expected calibration error and the Brier score.

    Raises:
        QuotesError: models or articles are missing or ill-formed.
    """
    read = (gold.at_least_one(list(gold.speakers(f)), f) for f in speakers)
    articles = list(dict.fromkeys(article for part in read for article in part))
    analyser = StanzaAnalyser(find(models))

    rankers = rankers_of(apart) if apart else None

    def answered(article: GoldArticle, scene: Scene) -> list[Any]:
        sources = rankers[part_of(article)] if rankers else None
        return [attrs.astuple(answer) for answer in answers(article, scene, sources)]

    kept = Kept(out / "answers", resume=resume)
    rows = gathered(
        articles, analyser, answered, kept, what="articles with speakers", progress=progress
    )
    found = [Answer(*row) for part in rows for row in part]
    unseen = cross_validated(found)
    out.mkdir(parents=True, exist_ok=True)
    save(fit(found), out / FILE)
    return {
        "answers": len(found),
        "calibration error, cross-validated": calibration_error(unseen) or 0.0,
        "Brier score, cross-validated": brier_score(unseen) or 0.0,
    }


def save(weights: dict[str, float], path: pathlib.Path) -> None:
    """Write the weights as sorted JSON."""
    path.write_text(weight_files.text_of(weights, sort_keys=True), encoding="utf8")


def _table(
    found: Sequence[Answer],
) -> tuple[list[str], logistic.Array, logistic.Array]:
    rows = [inputs(a.evidence, a.resolved, a.source, a.speech) for a in found]
    names = sorted(rows[0])
    table = np.array([[row[name] for name in names] for row in rows], dtype=float)
    return names, table, np.array([float(a.right) for a in found])
