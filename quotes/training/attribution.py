"""Turn annotated articles into decisions for the attribution ranker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from quotes.attribution.candidates import Candidate, Previous, advance, candidates
from quotes.attribution.discourse import Discourse
from quotes.attribution.features import Features
from quotes.attribution.frames import Frame, reports
from quotes.attribution.mentions import Mention
from quotes.attribution.scene import Place, Scene
from quotes.text.paragraphs import ParagraphKind
from quotes.training.gold import GoldArticle, GoldAttribution, GoldSegment, Range, occurrences
from quotes.training.ranker import Decision

_COVER = 0.8
_NEAR = 1500
_FEW, _WITHIN = 3, 3
"""Up to how many words within content how many times longer may be a term of the writers."""
_DOUBTFUL = 0.25
"""What a decision counts of which the annotation does not tell whether the words were said."""


def overlap(a: Range, b: Range) -> int:
    """How many characters two ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


@attrs.frozen(eq=False)
class Stretch:
    """A stretch between marks whose source is annotated: its candidates, and the right of them.

    Before it `previous` was right. `right` is empty if no right one is among the candidates.
    """

    place: Place
    options: Sequence[Candidate]
    previous: Previous | None
    right: tuple[int, ...]
    rows: Sequence[Sequence[str]]


def stretches(article: GoldArticle, scene: Scene) -> Iterator[Stretch]:
    """The annotated stretches between marks of the article proper, in text order."""
    discourse = Discourse(scene)
    previous: Previous | None = None
    speaker: str | None = None
    for place in scene.places:
        if place is None:
            continue
        paragraph = scene.reading.paragraphs[place.marked.paragraph]
        if paragraph.kind is ParagraphKind.FURNITURE:
            continue
        options = candidates(scene, place, previous)
        gold = _segment(article, place)
        right = (
            _right_speaker(article, gold, place, options, previous, speaker)
            if article.segments
            else _right_source(article, place, options, previous)
        )
        if gold is not None and gold.speech and place.marked.parent is None:
            speaker = gold.speaker
        if right is None:
            continue
        rows = Features(scene, place, previous, discourse).of(options)
        yield Stretch(place, options, previous, tuple(right), rows)
        if right and place.marked.parent is None:
            previous = advance(previous, place, options[right[0]])


def decisions(
    article: GoldArticle, scene: Scene, weight: float = 1.0
) -> Iterator[tuple[Decision, bool]]:
    """One decision for each annotated stretch between marks, given the right ones before it.

    The flag says whether a right candidate was among the candidates; if not, the decision has none
    and is only good for counting.
    """
    for found in stretches(article, scene):
        rows = tuple(map(tuple, found.rows))
        sure = _DOUBTFUL if _is_doubtful(article, found.place) else 1.0
        yield Decision(rows, found.right, sure * weight), bool(found.right)


def attribution_of(article: GoldArticle, inner: Range) -> GoldAttribution | None:
    """The annotated attribution of quoted words, None if nobody is reported to have said them."""
    return min(
        _held(article, inner),
        key=lambda a: (
            any(overlap(inner, r) for r in a.source),
            sum(end - start for start, end in a.content),
        ),
        default=None,
    )


def _inner(place: Place) -> Range:
    return place.marked.inner_start, place.marked.inner_end


def _held(article: GoldArticle, inner: Range) -> list[GoldAttribution]:
    """The annotated attributions whose content holds quoted words."""
    return [
        a
        for a in article.attributions
        if sum(overlap(inner, r) for r in a.content) >= _COVER * (inner[1] - inner[0])
    ]


def _is_doubtful(article: GoldArticle, place: Place) -> bool:
    """Whether a few words lie in a long reported clause: they may be a name or a term."""
    start, end = _inner(place)
    sizes = [sum(b - a for a, b in gold.content) for gold in _held(article, (start, end))]
    few = len(article.text[start:end].split()) <= _FEW
    return few and bool(sizes) and min(sizes) > _WITHIN * (end - start)


def _right_source(
    article: GoldArticle, place: Place, options: Sequence[Candidate], previous: Previous | None
) -> list[int] | None:
    """Right candidates by an annotated attribution; None if it does not tell."""
    gold = attribution_of(article, _inner(place))
    if gold is None:
        return [len(options) - 1]
    if not gold.source:
        return [len(options) - 2]
    found = [i for i, option in enumerate(options) if _mention_in(option.frame, gold.source)]
    if not found and place.marked.parent is not None:
        return [len(options) - 1]  # the words belong to the quotation around them
    if not found and previous is not None and _touches(previous.mention, gold.source):
        return [i for i, option in enumerate(options) if option.continues]
    return _narrowed(options, found, gold)


def _narrowed(options: Sequence[Candidate], found: list[int], gold: GoldAttribution) -> list[int]:
    """Of several mentions in a source the first; of several cues the annotated one."""
    starts = {i: frame.mention.start for i in found if (frame := options[i].frame) is not None}
    found = [i for i in found if starts[i] == min(starts.values())]
    cued = [
        i
        for i in found
        if (frame := options[i].frame) is not None
        and any(overlap((frame.start, frame.end), r) for r in gold.cue)
    ]
    return cued or found


def _touches(mention: Mention, ranges: Sequence[Range]) -> bool:
    return any(overlap((mention.start, mention.end), r) for r in ranges)


def _mention_in(frame: Frame | None, ranges: Sequence[Range]) -> bool:
    return frame is not None and _touches(frame.mention, ranges)


def _segment(article: GoldArticle, place: Place) -> GoldSegment | None:
    inner = _inner(place)
    best = max(article.segments, key=lambda s: overlap(inner, (s.start, s.end)), default=None)
    if best is None or overlap(inner, (best.start, best.end)) < _COVER * (best.end - best.start):
        return None
    return best


def _right_speaker(
    article: GoldArticle,
    gold: GoldSegment | None,
    place: Place,
    options: Sequence[Candidate],
    previous: Previous | None,
    speaker: str | None,
) -> list[int] | None:
    """Right candidates by an annotated speaker and mention; None if it does not tell."""
    if gold is None:
        return None
    if not gold.speech:
        return [len(options) - 1]
    if gold.mention is None and gold.speaker is None:
        return [len(options) - 2]
    if gold.mention is None:
        if previous is None or gold.speaker != speaker:
            return None
        same = [
            i
            for i, option in enumerate(options)
            if option.frame is not None and option.frame.mention == previous.mention
        ]
        return same or [i for i, option in enumerate(options) if option.continues]
    inner = _inner(place)
    spots = occurrences(article.text, gold.mention, inner[0] - _NEAR, inner[1] + _NEAR)
    found = [i for i, option in enumerate(options) if _mention_in(option.frame, spots)]
    if not found:
        if previous is not None and gold.speaker == speaker and _touches(previous.mention, spots):
            return [i for i, option in enumerate(options) if option.continues]
        return []

    def rank(i: int) -> tuple[bool, bool, int]:
        frame = options[i].frame
        assert frame is not None
        here = frame.sentence in place.sentences
        distance = min(abs(frame.sentence - s) for s in place.sentences)
        return not reports(frame), not here, distance

    best = min(rank(i) for i in found)
    return [i for i in found if rank(i) == best]
