"""The alignment of words with the part of a longer row of words that is nearest to them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_MOST_CELLS = 40_000
_MOST_PART_CELLS = 1_000
_MOST_DEPTH = 30
_ANCHOR_RUN = 3
"""Where no word is there once, so many in a row may be."""
_SUBSTITUTED, _DROPPED, _INSERTED = 2, 2, 1
_UNMATCHED = -1


def aligned(
    words: Sequence[str], window: Sequence[str], free: Sequence[bool]
) -> tuple[list[int], tuple[int, int]]:
    """Align all of `words` with a stretch of `window`; what stands around it costs nothing.

    Edit distance by words (Sellers, *Journal of Algorithms* 1980), within blocks of bounded size:
    longer rows are first parted at words that both have once (the anchors of Cohen's *patience
    diff*), again and again; parts that stay too large are left unmatched. So time grows linearly:
    a part has fewer cells than rows that are aligned at once, as its cells count for every word.

    Args:
        words: the keys of the words.
        window: the keys of the row.
        free: whether words of the row cost nothing behind each word.

    Returns:
        For each word the number of the same word in the row or -1, and the first and last number
        of the stretch.
    """
    found = [_UNMATCHED] * len(words)
    stretch: list[int] = []
    blocks = [(0, len(words), 0, len(window), 0)]
    while blocks:
        a, b, c, d, depth = blocks.pop()
        if a == b or c == d:
            continue
        if (b - a) * (d - c) <= (_MOST_PART_CELLS if depth else _MOST_CELLS):
            pairs = _block(
                words[a:b], window[c:d], free[a:b], open_start=a == 0, open_end=b == len(words)
            )
            stretch.extend(c + at for _, at in pairs)
            for i, at in pairs:
                if words[a + i] == window[c + at]:
                    found[a + i] = c + at
            continue
        if depth == _MOST_DEPTH:
            continue
        anchors = _anchors(words, window, (a, b, c, d))
        anchors = anchors or _anchors(words, window, (a, b, c, d), _ANCHOR_RUN)
        for i, at in anchors:
            found[i] = at
        stretch.extend(at for _, at in anchors)
        if anchors:
            edges = [(a - 1, c - 1), *anchors, (b, d)]
            blocks.extend((i + 1, k, at + 1, to, depth + 1) for (i, at), (k, to) in pairwise(edges))
    return found, (min(stretch, default=0), max(stretch, default=0))


def _anchors(
    words: Sequence[str],
    window: Sequence[str],
    block: tuple[int, int, int, int],
    run: int = 1,
) -> list[tuple[int, int]]:
    """Words that both sides have once, in the longest sequence that has one order in both.

    With `run` each is the first of so many words that both sides have once in a row.
    """
    a, b, c, d = block
    given = list(zip(*(words[a + more : b] for more in range(run)), strict=False))
    row = list(zip(*(window[c + more : d] for more in range(run)), strict=False))
    here, there = Counter(given), Counter(row)
    place = {key: at for at, key in enumerate(row, c) if there[key] == 1}
    pairs = [(i, place[key]) for i, key in enumerate(given, a) if here[key] == 1 and key in place]
    ends: list[int] = []
    tops: list[int] = []
    links: list[int] = []
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(ends, at)
        links.append(tops[length - 1] if length else _UNMATCHED)
        if length == len(ends):
            ends.append(at)
            tops.append(number)
        else:
            ends[length], tops[length] = at, number
    found: list[tuple[int, int]] = []
    number = tops[-1] if tops else _UNMATCHED
    while number != _UNMATCHED:
        found.append(pairs[number])
        number = links[number]
    return found[::-1]


def _block(
    words: Sequence[str],
    window: Sequence[str],
    free: Sequence[bool],
    *,
    open_start: bool,
    open_end: bool,
) -> list[tuple[int, int]]:
    """Pairs of words that stand for one another, the same or not, at the least cost."""
    width = len(window)
    row = [0 if open_start else at * _INSERTED for at in range(width + 1)]
    steps: list[bytearray] = []
    for i, word in enumerate(words):
        inserted = 0 if free[i] or (open_end and i == len(words) - 1) else _INSERTED
        step = bytearray(width + 1)
        step[0] = 1
        below = [row[0] + _DROPPED]
        left = below[0]
        for at in range(width):
            cost = row[at] + (0 if window[at] == word else _SUBSTITUTED)
            way = 0
            up = row[at + 1] + _DROPPED
            if up < cost:
                cost, way = up, 1
            left += inserted
            if left < cost:
                cost, way = left, 2
            below.append(cost)
            step[at + 1] = way
            left = cost
        steps.append(step)
        row = below
    pairs: list[tuple[int, int]] = []
    i, at = len(words), width
    while i:
        way = steps[i - 1][at]
        if way == 0:
            pairs.append((i - 1, at - 1))
            i, at = i - 1, at - 1
        elif way == 1:
            i -= 1
        else:
            at -= 1
    return pairs[::-1]
