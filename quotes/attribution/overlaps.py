"""The contents of all quotes made consistent: they nest or stand apart, they never cross."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence

import attrs

from quotes.attribution.content import Range
from quotes.attribution.relation import Relation
from quotes.marks import Marked

_JOINTS = " \t\n\r,;:"


def apart(
    text: str, marked: Sequence[Marked], relations: Sequence[Relation]
) -> tuple[Relation, ...]:
    """The relations, those whose content crosses another's or coincides with it cut back.

    Words between marks stay with their quote: such stretches nest as the marks do, and a content
    gives way wherever it crosses one of another quote. Among the words around them the surer
    quote has its way; the other keeps its own marked words and what lies outside. A report without
    marks of which nothing is left is left out.

    Args:
        text: the text of the article.
        marked: its stretches between marks.
        relations: all relations, in any order.
    """
    if not any(_crossings([r.content for r in relations])):
        return tuple(relations)
    outer = {(m.inner_start, m.inner_end): (m.start, m.end) for m in marked}
    held = [tuple(outer.get(s, s) for s in r.segments) for r in relations]  # a turn has no marks
    settled = _Settled(s for row in held for s in row)
    kept: dict[int, Relation] = {}
    for i in sorted(range(len(relations)), key=lambda i: _doubt(relations[i])):
        content = tuple(_fitting(text, settled, relations[i].content, held[i]))
        if content:
            settled.add(s for s in content if s not in held[i])
            kept[i] = attrs.evolve(relations[i], content=content)
    return tuple(kept[i] for i in sorted(kept))


def _doubt(relation: Relation) -> tuple[bool, float, int, Range]:
    """Where a relation stands in the order of trust: marked words, then the surer and shorter."""
    size = sum(end - start for start, end in relation.content)
    return not relation.segments, -relation.speech, size, relation.content[0]


def _fitting(
    text: str, settled: _Settled, content: Sequence[Range], held: Sequence[Range]
) -> Iterator[Range]:
    """The content cut to what neither crosses nor coincides with what is settled."""
    for span in content:
        within = [s for s in held if span[0] <= s[0] and s[1] <= span[1]]
        if within == [span] or settled.admits(span):
            yield span
        elif within:
            yield from within
        else:
            cut = _stripped(text, settled.cut(span))
            if cut is not None and settled.admits(cut):
                yield cut


def _stripped(text: str, span: Range) -> Range | None:
    """A range without the signs that join it to what it was cut from; None if no word is left."""
    start, end = span
    while start < end and text[start] in _JOINTS:
        start += 1
    while start < end and text[end - 1] in _JOINTS:
        end -= 1
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None


class _Settled:
    """Ranges that nest or stand apart, and what may be added to them."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._all = set(ranges)
        self._starts = sorted(self._all)
        self._ends = sorted((end, start) for start, end in self._all)

    def add(self, ranges: Iterable[Range]) -> None:
        """Settle more ranges, which have to be admitted."""
        for span in ranges:
            self._all.add(span)
            bisect.insort(self._starts, span)
            bisect.insort(self._ends, (span[1], span[0]))

    def admits(self, span: Range) -> bool:
        """Whether a range neither crosses nor is one of those settled."""
        return span not in self._all and self.cut(span) == span

    def cut(self, span: Range) -> Range:
        """A range without what it shares with those that it crosses."""
        start, end = span
        low, high = (bisect.bisect_left(self._ends, (at,)) for at in (start + 1, end))
        first = max((b for b, a in self._ends[low:high] if a < start), default=start)
        low, high = (bisect.bisect_left(self._starts, (at,)) for at in (start + 1, end))
        last = min((a for a, b in self._starts[low:high] if b > end), default=end)
        return first, last


def _crossings(contents: Sequence[Sequence[Range]]) -> Iterator[tuple[Range, Range]]:
    """Pairs of ranges of different contents that cross or coincide, at least one if any do."""
    spans = sorted((start, -end) for content in contents for start, end in content)
    around: list[Range] = []
    for start, behind in spans:
        while around and around[-1][1] <= start:
            around.pop()
        if around and (-behind > around[-1][1] or (start, -behind) == around[-1]):
            yield around[-1], (start, -behind)
        around.append((start, -behind))
