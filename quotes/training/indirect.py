"""Turn articles with annotated attributions into decisions about indirect speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.attribution.extents import Ranges, choices
from quotes.attribution.extents import features as extent_features
from quotes.attribution.frames import Frame
from quotes.attribution.indirect import NO, Report, features, reports
from quotes.attribution.scene import Scene
from quotes.language.sentences import Sentence
from quotes.training.attribution import overlap
from quotes.training.gold import GoldArticle, GoldAttribution, Range
from quotes.training.ranker import Decision

_DICE = 0.5
_NEARLY = 0.02


def decisions(article: GoldArticle, scene: Scene) -> Iterator[Decision]:
    """One decision for each cue that may report: which source reports by it, if any."""
    for row in reports(scene, range(len(scene.reading.sentences))):
        right = tuple(i for i, report in enumerate(row) if _is_annotated(article, scene, report))
        rows = (*(features(scene, report) for report in row), NO)
        yield Decision(rows, right or (len(row),))


def bounds(article: GoldArticle, scene: Scene) -> Iterator[Decision]:
    """One decision for each annotated content that lies about a cue: where it begins and ends."""
    for sentence in scene.reading.sentences:
        if not sentence.parsed:
            continue
        frames = scene.frames_in(sentence.index)
        inside = scene.inside(sentence.index)
        for gold in article.attributions:
            first = min((start for start, _ in gold.cue), default=-1)
            if not sentence.start <= first < sentence.end:
                continue
            frame = next((f for f in frames if _reports(f, gold)), None)
            options = choices(sentence, frame, inside) if frame is not None else []
            agreed = [_agreement(sentence, ranges, gold) for ranges in options]
            best = max(agreed, default=0.0)
            if frame is not None and len(options) > 1 and best >= _DICE:
                right = tuple(i for i, d in enumerate(agreed) if d >= best - _NEARLY)
                yield Decision(tuple(extent_features(sentence, frame, inside, options)), right)


def _reports(frame: Frame, gold: GoldAttribution) -> bool:
    """Whether cue and source of a frame are those of an annotated attribution."""
    mention = frame.mention
    return (
        frame.cue >= 0
        and any(overlap((frame.start, frame.end), r) for r in gold.cue)
        and (not gold.source or any(overlap((mention.start, mention.end), r) for r in gold.source))
    )


def _agreement(sentence: Sentence, ranges: Ranges, gold: GoldAttribution) -> float:
    """Dice's coefficient over characters."""
    words = sentence.words
    mine: list[Range] = [(words[a].start, words[b - 1].end) for a, b in ranges]
    size = sum(b - a for a, b in mine) + sum(b - a for a, b in gold.content)
    return 2 * sum(overlap(r, g) for r in mine for g in gold.content) / size


def _is_annotated(article: GoldArticle, scene: Scene, report: Report) -> bool:
    sentence = scene.reading.sentences[report.frame.sentence]
    return any(
        _reports(report.frame, gold) and _agrees(sentence, report.options, gold)
        for gold in article.attributions
    )


def _agrees(sentence: Sentence, options: Sequence[Ranges], gold: GoldAttribution) -> bool:
    return any(_agreement(sentence, ranges, gold) >= _DICE for ranges in options)
