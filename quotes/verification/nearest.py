"""The place that has most of the given words, where not all of them stand."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from quotes.verification.aligning import aligned
from quotes.verification.given import Given
from quotes.verification.matching import UNMATCHED, Alignment
from quotes.verification.source import BARRIER, Stream

_THRESHOLD = 0.6
"""The least share of the given words, by weight, that has to be found near one another."""
_LEAST_MATCHED = 3
_LEAST_CHARACTERS, _TELLING, _SMALL = 4, 5, 2
_WINDOWS = 3
_LEAST_SLACK = 6


@attrs.frozen(eq=False)
class Near:
    """A place with most of the words: `similarity` from 0 to 1, `extent` as in `place_of`."""

    alignment: Alignment
    extent: tuple[int, int]
    similarity: float


def nearest(given: Given, stream: Stream) -> Near | None:
    """The place with the largest share of the given words in their order; None below six tenths.

    A window slides over the stream and counts the words that it shares with the given ones; where
    it has most of them, they are aligned. Words of four letters or more count more than twice as
    much as shorter ones, which stand near one another anywhere; words of the article in between
    count against it, unless an ellipsis says that something was left out.
    """
    weights = [
        0 if inside else _weight(key)
        for key, inside in zip(given.words.keys, given.bracketed, strict=True)
    ]
    known = (w for w, key in zip(weights, given.words.keys, strict=True) if key in stream.known)
    if sum(known) < _THRESHOLD * sum(weights):
        return None
    size = len(weights)
    slack = max(_LEAST_SLACK, size // 2)
    length = size + slack + sum(given.reaches)
    best: Near | None = None
    for end in _windows(given, weights, stream, length):
        start = max(0, end - length + 1)
        for begin, behind in _unbroken(stream, start, min(end + 1 + slack, len(stream.keys))):
            near = _near(given, weights, stream.keys[begin:behind], begin)
            if near and (best is None or near.similarity > best.similarity):
                best = near
    return best


def _unbroken(stream: Stream, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a window that hang together."""
    for at in range(start, end):
        if stream.places[at] == BARRIER:
            yield start, at
            start = at + 1
    yield start, end


def _weight(key: str) -> int:
    telling = len(key) >= _LEAST_CHARACTERS or any(c.isdigit() for c in key)
    return _TELLING if telling else _SMALL


def _windows(given: Given, weights: list[int], stream: Stream, length: int) -> list[int]:
    """Where the windows end that share most with the given words: at most three, the best first."""
    wanted = Counter(k for k, weight in zip(given.words.keys, weights, strict=True) if weight)
    least = _THRESHOLD * sum(weights)
    have: Counter[str] = Counter()
    keys = stream.keys
    score = 0
    peaks: list[tuple[int, int]] = []
    for at, key in enumerate(keys):
        if key in wanted:
            have[key] += 1
            if have[key] <= wanted[key]:
                score += _weight(key)
        if at >= length and keys[at - length] in wanted:
            gone = keys[at - length]
            if have[gone] <= wanted[gone]:
                score -= _weight(gone)
            have[gone] -= 1
        if score >= least:
            if not peaks or at + peaks[-1][1] > length:
                peaks.append((score, -at))
            elif score > peaks[-1][0]:
                peaks[-1] = (score, -at)
    return [-at for _, at in heapq.nlargest(_WINDOWS, peaks)]


def _near(given: Given, weights: list[int], window: Sequence[str], start: int) -> Near | None:
    free = [
        elided or given.bracketed[i] or (i + 1 < len(weights) and given.bracketed[i + 1])
        for i, elided in enumerate(given.elided)
    ]
    alignment, extent = aligned(given.words.keys, window, free)
    pairs = [(i, at) for i, at in enumerate(alignment) if at != UNMATCHED]
    if sum(weights[i] > 0 for i, _ in pairs) < _LEAST_MATCHED:
        return None
    against = 0
    for (i, at), (k, to) in pairwise(pairs):
        if not any(free[i:k]):
            more = sum(map(_weight, window[at + 1 : to])) - sum(weights[i + 1 : k])
            against += max(0, more)
    similarity = sum(weights[i] for i, _ in pairs) / (sum(weights) + against / 2)
    if similarity < _THRESHOLD:
        return None
    moved = [at if at == UNMATCHED else at + start for at in alignment]
    return Near(moved, (extent[0] + start, extent[1] + start), similarity)
