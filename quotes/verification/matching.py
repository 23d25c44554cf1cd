"""Places where all of the given words stand, apart from what is left out or put in openly."""

from __future__ import annotations

from bisect import bisect_right

from quotes.verification.given import Given
from quotes.verification.source import BARRIER, Stream

Alignment = list[int]
"""For each given word the number of its word in a stream, or `UNMATCHED`."""
UNMATCHED = -1


def matches(given: Given, stream: Stream) -> list[Alignment]:
    """All places where the given words stand, in text order.

    First the words are looked for as they are, as articles have ellipses and brackets of their
    own; only if they do not stand so, part by part.
    """
    size = len(given.words)
    found = [list(range(at, at + size)) for at in stream.occurrences(given.words.keys)]
    if found or (len(given.parts) == 1 and not any(given.bracketed)):
        return found
    return [_alignment(given, starts) for starts in _chains(given, stream)]


def _alignment(given: Given, starts: tuple[int, ...]) -> Alignment:
    alignment = [UNMATCHED] * len(given.words)
    for (first, behind), start in zip(given.parts, starts, strict=True):
        alignment[first:behind] = range(start, start + behind - first)
    return alignment


def _chains(given: Given, stream: Stream) -> list[tuple[int, ...]]:
    """Where the parts stand one behind the other, within reach: the start of each.

    Each place of a part takes the nearest place before it of the part before; of chains that begin
    alike the shortest is kept.
    """
    rows: list[list[int]] = []
    before: list[list[int]] = []
    for number, (first, behind) in enumerate(given.parts):
        starts = list(stream.occurrences(given.words.keys[first:behind]))
        links = [UNMATCHED] * len(starts)
        if number:
            last = given.parts[number - 1]
            length, reach = last[1] - last[0], given.reaches[number - 1]
            linked = [_nearest(rows[-1], start, length, reach, stream) for start in starts]
            alive = [i for i, link in enumerate(linked) if link != UNMATCHED]
            starts, links = [starts[i] for i in alive], [linked[i] for i in alive]
        rows.append(starts)
        before.append(links)
    chains: dict[int, tuple[int, ...]] = {}
    for at in range(len(rows[-1])):
        chain, index = [], at
        for starts, links in zip(reversed(rows), reversed(before), strict=True):
            chain.append(starts[index])
            index = links[index]
        chains.setdefault(chain[-1], tuple(reversed(chain)))
    return list(chains.values())


def _nearest(starts: list[int], at: int, length: int, reach: int, stream: Stream) -> int:
    """The index of the last start whose part ends at or before `at`, if it is within reach."""
    index = bisect_right(starts, at - length) - 1
    if index < 0 or at - (starts[index] + length) > reach:
        return UNMATCHED
    between = stream.places[starts[index] + length : at]
    return UNMATCHED if BARRIER in between else index
