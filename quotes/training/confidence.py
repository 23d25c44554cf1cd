"""Fit the weights that make the certainty of each step a calibrated `speaker_confidence`."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator, Sequence

import attrs
import numpy as np

from quotes import attribution, engine
from quotes.attribution import Scene
from quotes.evaluation.figures import claiming
from quotes.evaluation.names import Agreement, agreement
from quotes.speakers.confidence import CONSTANT, inputs
from quotes.training import logistic
from quotes.training.gold import GoldArticle
from quotes.types import Kind

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


def answers(article: GoldArticle, scene: Scene) -> Iterator[Answer]:
    """The named speakers of the annotated stretches of an article, as the library answers now.

    Args:
        article: With annotated segments.
        scene: The article, analysed.
    """
    relations = [r for r in attribution.relations(scene) if r.kind is not Kind.OTHER]
    resolutions = engine.resolutions(scene, relations)
    quoted = [r.segments for r in relations]
    for gold in article.segments:
        best = claiming((gold.start, gold.end), quoted)
        if best is None:
            continue
        speaker = resolutions[best].speaker
        if speaker is None:
            continue
        right = False
        if gold.speech and gold.speaker:
            right = agreement(speaker.name, gold.speaker, gold.speaker_type) is Agreement.FULL
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
    """For each answer the probability that weights fitted to other articles give it."""
    _, table, right = _table(found)
    articles = sorted({a.article for a in found})
    fold = {name: n % folds for n, name in enumerate(articles)}
    place = np.array([fold[a.article] for a in found])
    chances = np.zeros(len(found))
    for n in range(folds):
        here = place == n
        if here.any():
            weights = logistic.fit(table[~here], right[~here], np.ones((~here).sum()), ridge)
            chances[here] = 1 / (1 + np.exp(-(table[here] @ weights[:-1] + weights[-1])))
    return [(float(p), a.right) for p, a in zip(chances, found, strict=True)]


def save(weights: dict[str, float], path: pathlib.Path) -> None:
    """Write the weights as sorted JSON."""
    path.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf8")


def _table(
    found: Sequence[Answer],
) -> tuple[list[str], logistic.Array, logistic.Array]:
    rows = [inputs(a.evidence, a.resolved, a.source, a.speech) for a in found]
    names = sorted(rows[0])
    table = np.array([[row[name] for name in names] for row in rows], dtype=float)
    return names, table, np.array([float(a.right) for a in found])
