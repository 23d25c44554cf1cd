"""`python -m quotes.training`: fit the weights of attribution to annotated articles."""

from __future__ import annotations

import argparse
import itertools
import logging
import pathlib
from collections.abc import Iterable, Iterator

from quotes.attribution import Scene, decide, extents, indirect, scenes
from quotes.language.packages import find
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.training import attribution, gold
from quotes.training import indirect as indirect_gold
from quotes.training.gold import GoldArticle
from quotes.training.ranker import Decision, Settings, fit_several

_log = logging.getLogger(__name__)
_BATCH = 16
SPEAKER_WEIGHT = 2.0
MEMBERS = 3


def surveyed(
    articles: Iterable[GoldArticle], analyser: StanzaAnalyser
) -> Iterator[tuple[GoldArticle, Scene]]:
    """The articles with their scenes, analysed in batches."""
    stream = iter(articles)
    while batch := list(itertools.islice(stream, _BATCH)):
        yield from zip(batch, scenes(analyser, [a.text for a in batch]), strict=True)


def main() -> None:
    """Read the gold, fit the rankers, write `ranker.npz`, `indirect.npz` and `extents.npz`."""
    parser = argparse.ArgumentParser(prog="python -m quotes.training", description=__doc__)
    parser.add_argument("--polnear", type=pathlib.Path, required=True, help="PolNeAR, JSON Lines")
    parser.add_argument("--speakers", type=pathlib.Path, help="a folder of speaker annotations")
    parser.add_argument("--models", default="bundled", help="bundled, stanza, or a folder")
    parser.add_argument(
        "--out", type=pathlib.Path, default=decide.WEIGHTS.parent, help="where to write the weights"
    )
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    analyser = StanzaAnalyser(find(options.models))
    quoted: list[Decision] = []
    reported: list[Decision] = []
    bounded: list[Decision] = []
    for article, scene in surveyed(gold.polnear(options.polnear), analyser):
        quoted.extend(d for d, known in attribution.decisions(article, scene) if known)
        reported.extend(indirect_gold.decisions(article, scene))
        bounded.extend(indirect_gold.bounds(article, scene))
    if options.speakers:
        for article, scene in surveyed(gold.speakers(options.speakers), analyser):
            found = attribution.decisions(article, scene, weight=SPEAKER_WEIGHT)
            quoted.extend(d for d, known in found if known)
    _log.info("%d decisions on marked words, %d on reports", len(quoted), len(reported))
    options.out.mkdir(parents=True, exist_ok=True)
    fit_several(quoted, Settings(), MEMBERS).save(options.out / decide.WEIGHTS.name)
    small = Settings(epochs=5, width=16, least=4)
    fit_several(reported, small, MEMBERS).save(options.out / indirect.WEIGHTS.name)
    fit_several(bounded, small, MEMBERS).save(options.out / extents.WEIGHTS.name)


if __name__ == "__main__":
    main()
