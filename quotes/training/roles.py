"""Learn the weights that tell which descriptions of a speaker are roles.

`quotes.speakers.roles` says what they weigh.
"""

from __future__ import annotations

import collections
import pathlib
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import numpy as np

from quotes import attribution, engine, speakers, weight_files
from quotes.attribution import Scene
from quotes.attribution.ranker import Ranker
from quotes.evaluation.names import Agreement, agreement, same_role
from quotes.language.packages import find
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.speakers.roles import CONSTANT
from quotes.training import gold, logistic
from quotes.training.gold import GoldArticle
from quotes.training.kept import Kept
from quotes.training.progress import Progress, silent
from quotes.training.survey import gathered
from quotes.types import Kind

FILE = "roles.json"
RIDGE = 12.0
LEAST = 3
"""Features of fewer descriptions are left out."""


@attrs.frozen
class Example:
    """A description of an annotated speaker, by its features, and whether it is a role."""

    features: tuple[str, ...]
    right: bool


def examples(
    article: GoldArticle, scene: Scene, sources: Ranker | None = None
) -> Iterator[Example]:
    """The descriptions of the annotated speakers of an article, as the library reads them now.

    Args:
        article: With annotated segments.
        scene: The article, analysed.
        sources: Weights of the sources in place of the bundled ones.
    """
    relations = [r for r in attribution.relations(scene, sources) if r.kind is not Kind.OTHER]
    quoted = [(m.start, m.end) for m in scene.marked]
    mentions = [mention for mention, _ in engine.speaking(relations)]
    for name, found in speakers.described(scene.reading, quoted, mentions):
        known = [
            s
            for s in article.segments
            if s.speech
            and s.speaker
            and agreement(name, s.speaker, s.speaker_type) is not Agreement.NONE
        ]
        titles = {s.title for s in known if s.title}
        for described in found if known else ():
            yield Example(described.features, any(same_role(described.text, t) for t in titles))


def fit(found: Sequence[Example], ridge: float = RIDGE) -> dict[str, float]:
    """The weights of the features and the constant, by penalised maximum likelihood."""
    counts = collections.Counter(name for e in found for name in dict.fromkeys(e.features))
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    column = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(found), len(names)))
    for row, example in enumerate(found):
        table[row, [column[name] for name in example.features if name in column]] = 1.0
    right = np.array([float(e.right) for e in found])
    weights = logistic.fit(table, right, np.ones(len(right)), ridge)
    return {n: round(float(w), 3) for n, w in zip([*names, CONSTANT], weights, strict=True)}


def fit_roles(
    folders: Sequence[pathlib.Path],
    out: pathlib.Path,
    *,
    models: str = "bundled",
    resume: bool = False,
    progress: Progress = silent,
) -> dict[str, float]:
    """Read the gold, fit the weights of roles, write `roles.json`.

    Nothing about it is random. Attribution and antecedents answer with the weights in the package:
    these come first.

    Args:
        folders: folders of annotated speakers, as `gold.speakers` reads them.
        out: the folder for the weights. `described` in it holds what was made of each article.
        models: "bundled", "stanza" or the folder of a stanza package.
        resume: use what an earlier run has left in `described`.
        progress: is told of articles.

    Returns:
        The number of descriptions, and the share of them that are roles.

    Raises:
        QuotesError: models or articles are missing or ill-formed.
    """
    read = (gold.at_least_one(list(gold.speakers(f)), f) for f in folders)
    articles = list(dict.fromkeys(article for part in read for article in part))

    def taught(article: GoldArticle, scene: Scene) -> list[Any]:
        return [attrs.astuple(example) for example in examples(article, scene)]

    rows = gathered(
        articles,
        StanzaAnalyser(find(models)),
        taught,
        Kept(out / "described", resume=resume),
        what="articles with speakers",
        progress=progress,
    )
    found = [Example(tuple(names), right) for part in rows for names, right in part]
    gold.at_least_one(found, out, "descriptions of annotated speakers")
    out.mkdir(parents=True, exist_ok=True)
    save(fit(found), out / FILE)
    return {"descriptions": len(found), "roles": sum(e.right for e in found) / len(found)}


def save(weights: dict[str, float], path: pathlib.Path) -> None:
    """Write the weights as sorted JSON."""
    path.write_text(weight_files.text_of(weights, sort_keys=True), encoding="utf8")
