"""Fit the rankers of attribution: who said marked words, which cues report, where reports end."""

from __future__ import annotations

import logging
import pathlib
from collections.abc import Callable, Iterable
from typing import Any

import attrs

from quotes.attribution import Scene, decide, extents, indirect
from quotes.attribution.ranker import Ranker
from quotes.errors import FormatError
from quotes.language.packages import find
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.training import attribution, gold
from quotes.training import indirect as indirect_gold
from quotes.training.apart import PARTS, file_of, part_of
from quotes.training.devices import usable
from quotes.training.gold import GoldArticle
from quotes.training.kept import Kept
from quotes.training.progress import Progress, silent
from quotes.training.ranker import Decision, Settings, fit_several
from quotes.training.survey import gathered

_log = logging.getLogger(__name__)
SPEAKER_WEIGHT = 2.0
MEMBERS = 3
_SMALL = Settings(epochs=5, width=16, least=4)


@attrs.frozen
class Job:
    """One ranker: the file it is written to, how it is fitted, and its decisions."""

    file: str
    settings: Settings
    decisions: list[Decision]


def fit_rankers(
    polnear: pathlib.Path,
    out: pathlib.Path,
    *,
    speakers: pathlib.Path | None = None,
    models: str = "bundled",
    seed: int = 0,
    resume: bool = False,
    device: str = "cpu",
    apart: bool = False,
    progress: Progress = silent,
) -> dict[str, int]:
    """Read the gold, fit the rankers, write `ranker.npz`, `indirect.npz` and `extents.npz`.

    Args:
        polnear: annotated attributions, as `gold.polnear` reads them.
        out: the folder for the weights. `decisions` in it holds what was made of each article.
        speakers: a folder of annotated speakers, as `gold.speakers` reads it; they teach the
            first ranker too.
        models: "bundled", "stanza" or the folder of a stanza package.
        seed: of the first member of each ranker; the others have those that follow.
        resume: use what an earlier run has left in `decisions`.
        device: where torch computes.
        apart: fit rankers of sources without each quarter of the articles too, into the folder
            `apart` of `out`: the confidence is fitted to what they say of that quarter.
        progress: is told of articles and steps.

    Returns:
        How many decisions each ranker was fitted to, by its file.

    Raises:
        QuotesError: models or articles are missing or ill-formed, or the device is.
    """
    usable(device)
    articles = gold.at_least_one(list(gold.polnear(polnear)), polnear)
    resolved = gold.at_least_one(list(gold.speakers(speakers)), speakers) if speakers else []
    analyser = StanzaAnalyser(find(models))
    kept = Kept(out / "decisions", resume=resume)

    def read(rows: list[GoldArticle], make: Callable[[GoldArticle, Scene], Any], what: str) -> Any:
        return gathered(rows, analyser, make, kept, what=what, progress=progress)

    found = read(articles, _all_decisions, "articles with sources")
    found += read(resolved, _quoted_decisions, "articles with speakers")
    jobs = [
        Job(decide.WEIGHTS.name, Settings(), []),
        Job(indirect.WEIGHTS.name, _SMALL, []),
        Job(extents.WEIGHTS.name, _SMALL, []),
    ]
    for parts in found:
        for job, rows in zip(jobs, parts, strict=True):
            job.decisions.extend(map(unpacked, rows))
    out.mkdir(parents=True, exist_ok=True)

    def fitted(job: Job, decisions: list[Decision], members: int, what: str) -> Ranker:
        return fit_several(
            decisions, job.settings, members, seed=seed, device=device, what=what, progress=progress
        )

    for job in jobs:
        _log.info("%s: %d decisions", job.file, len(job.decisions))
        if not job.decisions:
            raise FormatError(f"{polnear}: nothing in it to fit {job.file} to")
        fitted(job, job.decisions, MEMBERS, job.file).save(out / job.file)
    if apart:
        (out / "apart").mkdir(exist_ok=True)
        parts_of = [part_of(article) for article in (*articles, *resolved)]
        for part in range(PARTS):
            others = [d for n, rows in zip(parts_of, found, strict=True) if n != part
                      for d in map(unpacked, rows[0])]  # fmt: skip
            file = file_of(out / "apart", part)
            fitted(jobs[0], others, 1, file.name).save(file)
    return {job.file: len(job.decisions) for job in jobs}


def _all_decisions(article: GoldArticle, scene: Scene) -> list[list[Any]]:
    """The decisions of an article for each of the rankers, as JSON holds them."""
    return [
        packed(d for d, known in attribution.decisions(article, scene) if known),
        packed(indirect_gold.decisions(article, scene)),
        packed(indirect_gold.bounds(article, scene)),
    ]


def _quoted_decisions(article: GoldArticle, scene: Scene) -> list[list[Any]]:
    """The same of an article whose speakers alone are known."""
    found = attribution.decisions(article, scene, weight=SPEAKER_WEIGHT)
    return [packed(d for d, known in found if known), [], []]


def packed(decisions: Iterable[Decision]) -> list[Any]:
    """Decisions as JSON holds them."""
    return [[d.rows, d.right, d.weight] for d in decisions]


def unpacked(row: Any) -> Decision:
    """A decision that `packed` made a row of."""
    rows, right, weight = row
    return Decision(tuple(map(tuple, rows)), tuple(right), weight)
