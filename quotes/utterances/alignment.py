"""Which sentences of two articles correspond: copies of a text align in order, one by one."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Mapping, Sequence

import attrs
import regex

from quotes.text.fold import fold
from quotes.utterances.words import together, weight, words_of

_SENTENCE = regex.compile(r"[^.!?\n]+[.!?\n]*")
_MOST = 400
"""Sentences of an article beyond these are not compared, so that the work is bounded."""
_LEAST_WORDS = 5
_MATCH = 0.4
"""How alike two sentences are to be to correspond."""
_TELLING = 0.4
"""Sentences are looked at together only if they share a word of more than this weight."""


@attrs.frozen
class Sentence:
    """A sentence of an article: where it begins, its stems, and what they weigh together."""

    start: int
    stems: frozenset[str]
    weight: float


@attrs.frozen
class Alignment:
    """How two lists of sentences correspond.

    `partners` leads from a sentence of the first to its best match in the second; `aligned` is the
    share of the shorter list that has a match, in order; `changed` how much the matches differ on
    average, from 0 (the same words) to 1.
    """

    partners: Mapping[int, int]
    aligned: float
    changed: float


@functools.lru_cache(maxsize=1 << 10)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text of five words or more, as far as marks and lines show them."""
    rows = []
    for match in _SENTENCE.finditer(fold(text)):
        words = words_of([match[0]]).stems
        if len(words) >= _LEAST_WORDS:
            stems = frozenset(words)
            rows.append(Sentence(match.start(), stems, together(stems)))
            if len(rows) == _MOST:
                break
    return tuple(rows)


def align(a: Sequence[Sentence], b: Sequence[Sentence]) -> Alignment:
    """Match every sentence of the shorter list with the likest of the other."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    places: dict[str, list[int]] = {}
    for j, sentence in enumerate(long):
        for stem in sentence.stems:
            if weight(stem) > _TELLING:
                places.setdefault(stem, []).append(j)
    partners: dict[int, int] = {}
    changed = 0.0
    for i, sentence in enumerate(short):
        near = {j for stem in sentence.stems for j in places.get(stem, ())}
        best = max(((_alike(sentence, long[j]), -j) for j in near), default=(0.0, 0))
        if best[0] >= _MATCH:
            partners[i] = -best[1]
            changed += 1 - best[0]
    aligned = _rising(list(partners.values())) / len(short) if short else 0.0
    change = changed / len(partners) if partners else 0.0
    if short is not a:
        partners = {j: i for i, j in partners.items()}
    return Alignment(partners, aligned, change)


def _alike(a: Sentence, b: Sentence) -> float:
    both = a.weight + b.weight
    return 2 * together(a.stems & b.stems) / both if both else 0.0


def _rising(numbers: Sequence[int]) -> int:
    """The length of the longest subsequence that does not fall."""
    ends: list[int] = []
    for n in numbers:
        at = bisect.bisect_right(ends, n)
        ends[at : at + 1] = [n]
    return len(ends)
