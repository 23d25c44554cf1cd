"""Fit the weights that make one probability of what the ranker and the encoder say of a source.

`quotes.attribution.joint` says what they weigh. Both are asked about articles that neither has
learned from: what they say of others is surer than what they say of new text.
"""

from __future__ import annotations

import math
import pathlib
from collections.abc import Iterator
from typing import Any

from quotes import weight_files
from quotes.attribution import Scene, decide, ranker
from quotes.attribution.joint import NAMES, SURE, groups
from quotes.attribution.ranker import Ranker
from quotes.encoder import Encoder, network
from quotes.errors import FormatError
from quotes.language.packages import find
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.training.antecedents import Example, accuracy, fit
from quotes.training.attribution import stretches
from quotes.training.cross_fitting import read_folds, without_fold
from quotes.training.gold import GoldArticle
from quotes.training.kept import Kept
from quotes.training.progress import Progress, silent
from quotes.training.survey import gathered

FILE = "joint.json"
RIDGE = 3.0
PRIOR = {"ranker": 1.0}
"""Where the penalty pulls the weights to: the ranker alone."""
_TASK = "source"


def examples(
    article: GoldArticle, scene: Scene, sources: Ranker, encoder: Encoder | None = None
) -> Iterator[Example]:
    """The annotated stretches of an article by their sources, if one of these is right.

    `encoder` are weights in place of the bundled ones.
    """
    scene.pointers = scene.pointed(encoder)
    for found in stretches(article, scene):
        odds = sources.probabilities(found.rows)
        rows = groups(scene, found.place, found.options, odds, found.previous)
        right = {n for n, g in enumerate(rows) if not set(g.members).isdisjoint(found.right)}
        if right:
            yield Example(_TASK, tuple(dict(g.inputs) for g in rows), frozenset(right))


def fit_joint(
    folds: pathlib.Path,
    encoders: pathlib.Path,
    out: pathlib.Path,
    *,
    rankers: pathlib.Path | None = None,
    models: str = "bundled",
    resume: bool = False,
    progress: Progress = silent,
) -> dict[str, float]:
    """Read the gold, fit the weights, write `joint.json`. Nothing about it is random.

    Args:
        folds: articles with annotated speakers, as `cross_fitting.read_folds` reads them.
        encoders: the folder that `fit_encoder` wrote; the encoder without a fold answers for it.
        out: the folder for the weights. `sources` in it holds what was made of each article.
        rankers: the folder that `cross_fitting.cross_fitted` wrote, of rankers without each fold.
            Otherwise the bundled ranker answers for all.
        models: "bundled", "stanza" or the folder of a stanza package.
        resume: use what an earlier run has left in `sources`.
        progress: is told of articles.

    Returns:
        The number of stretches, and the share of them with the right source on top: by the ranker
        alone, by both as fitted, and by both with each fold left out of the fit.

    Raises:
        QuotesError: models or articles are missing or ill-formed.
    """
    parts = [[a for rows in part.values() for a in rows] for part in read_folds(folds)]
    analyser = StanzaAnalyser(find(models))
    kept = Kept(out / "sources", resume=resume)
    found: list[list[Example]] = []
    for n, part in enumerate(parts):
        weights = ranker.load(without_fold(rankers, n) if rankers else decide.WEIGHTS)
        encoder = network.load(without_fold(encoders, n))

        def told(
            article: GoldArticle, scene: Scene, by: Ranker = weights, read: Encoder = encoder
        ) -> list[Any]:
            return [[e.rows, sorted(e.right)] for e in examples(article, scene, by, read)]

        what = f"articles of fold {n + 1}"
        rows = gathered(part, analyser, told, kept, what=what, progress=progress)
        found.append(
            [Example(_TASK, tuple(r), frozenset(right)) for made in rows for r, right in made]
        )
    every = [e for part in found for e in part]
    if not every:
        raise FormatError(f"{folds}: no quotation in it whose source is found")
    fitted = _fitted(every)
    out.mkdir(parents=True, exist_ok=True)
    (out / FILE).write_text(weight_files.text_of(fitted, sort_keys=True), encoding="utf8")
    apart = 0
    for n, mine in enumerate(found):
        others = [e for m, rest in enumerate(found) if m != n for e in rest]
        apart += _right(mine, _fitted(others))
    return {
        "quotations": len(every),
        "right by the ranker": _right(every, PRIOR) / len(every),
        "right by both": _right(every, fitted) / len(every),
        "right by both, cross-validated": apart / len(every),
    }


def _fitted(found: list[Example]) -> dict[str, float]:
    """The weights of all inputs; of those that no example has, where the penalty pulls to."""
    prior = dict.fromkeys(sorted(NAMES), 0.0) | PRIOR
    return prior | (fit(found, RIDGE, prior) if found else {})


def _right(found: list[Example], weights: dict[str, float]) -> int:
    """How many have a right source on top, where the ranker decides alone if it is sure."""
    sure = [math.exp(max(row["ranker"] for row in e.rows)) >= SURE for e in found]
    return sum(
        accuracy([e], PRIOR if alone else weights)[0] for e, alone in zip(found, sure, strict=True)
    )
