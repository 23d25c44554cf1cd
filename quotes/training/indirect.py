"""Turn articles with annotated attributions into decisions about indirect speech."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribution.indirect import NO, Report, features, reports
from quotes.attribution.scene import Scene
from quotes.training.attribution import overlap
from quotes.training.gold import GoldArticle, Range
from quotes.training.ranker import Decision

_DICE = 0.5


def decisions(article: GoldArticle, scene: Scene) -> Iterator[Decision]:
    """One yes-or-no decision for each candidate report of an article."""
    for report in reports(scene, range(len(scene.reading.sentences))):
        yes = _is_annotated(article, scene, report)
        yield Decision((features(scene, report), NO), (0 if yes else 1,))


def _is_annotated(article: GoldArticle, scene: Scene, report: Report) -> bool:
    words = scene.reading.sentences[report.frame.sentence].words
    mine: list[Range] = [(words[a].start, words[b - 1].end) for a, b in report.ranges]
    size = sum(b - a for a, b in mine)
    for gold in article.attributions:
        if not any(overlap((report.frame.start, report.frame.end), r) for r in gold.cue):
            continue
        mention = report.frame.mention
        if gold.source and not any(overlap((mention.start, mention.end), r) for r in gold.source):
            continue
        shared = sum(overlap(r, g) for r in mine for g in gold.content)
        other = sum(b - a for a, b in gold.content)
        if 2 * shared >= _DICE * (size + other):
            return True
    return False
