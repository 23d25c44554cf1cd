"""Places where all of the given words stand, apart from what is left out or put in openly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from quotes.verification.given import Given
from quotes.verification.source import BARRIER, Stream

_MOST_STARTS, _MOST_CHAINS = 20, 4
"""How many places the parts of the given words may have together, and how many words all places of
the whole may have together, for each word of the article."""

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
    alike the shortest is kept. Of very many parts that stand nearly everywhere only the first
    places are looked at.
    """
    budget = _MOST_STARTS * (len(stream.keys) + len(given.words))
    most = max(_MOST_STARTS, budget // len(given.parts))
    rows: list[list[int]] = []
    before: list[list[int]] = []
    for number, (first, behind) in enumerate(given.parts):
        part = given.words.keys[first:behind]
        if number == 0:
            rows.append(list(islice(stream.occurrences(part), most)))
            before.append([UNMATCHED] * len(rows[0]))
            continue
        last = given.parts[number - 1]
        found = list(
            islice(
                _within_reach(part, stream, rows[-1], last[1] - last[0], given.reaches[number - 1]),
                most,
            )
        )
        rows.append([start for start, _ in found])
        before.append([link for _, link in found])
    chains: dict[int, tuple[int, ...]] = {}
    most = max(1, _MOST_CHAINS * len(stream.keys) // len(given.words))
    for at in range(min(most, len(rows[-1]))):
        chain, index = [], at
        for starts, links in zip(reversed(rows), reversed(before), strict=True):
            chain.append(starts[index])
            index = links[index]
        chains.setdefault(chain[-1], tuple(reversed(chain)))
    return list(chains.values())


def _within_reach(
    part: Sequence[str], stream: Stream, starts: Sequence[int], length: int, reach: int
) -> Iterator[tuple[int, int]]:
    """Where a part stands behind the part before, and the index of the nearest start of that."""
    for index, start in enumerate(starts):
        end = start + length
        following = starts[index + 1] + length if index + 1 < len(starts) else end + reach + 1
        for at in stream.occurrences_within(part, end, min(end + reach + 1, following)):
            if BARRIER not in stream.places[end:at]:
                yield at, index
