"""Articles that are another article's text with its words exchanged by a machine.

Such a copy aligns with its original sentence by sentence, in order, though hardly a sentence is the
same; and its words do not go together as natural words do.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence

import regex

from quotes.text.fold import fold
from quotes.types import Article
from quotes.utterances.naturalness import naturalness
from quotes.utterances.words import weight, words_of

_SENTENCE = regex.compile(r"[^.!?\n]+[.!?\n]*")
_MOST = 400
_LEAST_WORDS = 5
_LEAST_SENTENCES = 4
_MATCH = 0.4
_ALIGNED = 0.6
_CHANGED = 0.15
_GAP = 0.3
_NATURAL = 0.6


def machine_reworded(
    articles: Mapping[str, Article], pairs: Iterable[tuple[str, str]]
) -> frozenset[str]:
    """The ids of the articles that seem to be reworded copies of one they are paired with."""
    sentences: dict[str, list[frozenset[str]]] = {}
    natural: dict[str, float | None] = {}
    found = set()
    for a, b in pairs:
        for key in (a, b):
            if key not in sentences:
                sentences[key] = _sentences(articles[key].text)
                natural[key] = naturalness(articles[key].text)
        x, y = natural[a], natural[b]
        if x is None or y is None or abs(x - y) < _GAP or min(x, y) > _NATURAL:
            continue
        if _reworded(sentences[a], sentences[b]):
            found.add(a if x < y else b)
    return frozenset(found)


def _sentences(text: str) -> list[frozenset[str]]:
    rows = []
    for match in _SENTENCE.finditer(fold(text)):
        stems = words_of([match[0]]).stems
        if len(stems) >= _LEAST_WORDS:
            rows.append(frozenset(stems))
    return rows[:_MOST]


def _reworded(a: Sequence[frozenset[str]], b: Sequence[frozenset[str]]) -> bool:
    """Whether most sentences of the shorter text match one of the other, in order, changed."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) < _LEAST_SENTENCES:
        return False
    places: dict[str, list[int]] = {}
    for j, stems in enumerate(long):
        for s in stems:
            places.setdefault(s, []).append(j)
    partners: list[int] = []
    changed = 0.0
    for stems in short:
        near = {j for s in stems if weight(s) > _MATCH for j in places.get(s, ())}
        best = max(((_alike(stems, long[j]), -j) for j in near), default=(0.0, 0))
        if best[0] >= _MATCH:
            partners.append(-best[1])
            changed += 1 - best[0]
    aligned = _rising(partners)
    return aligned >= _ALIGNED * len(short) and changed >= _CHANGED * len(partners)


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    shared = sum(map(weight, a & b))
    both = sum(map(weight, a)) + sum(map(weight, b))
    return 2 * shared / both if both else 0.0


def _rising(numbers: Sequence[int]) -> int:
    """The length of the longest subsequence that does not fall."""
    ends: list[int] = []
    for n in numbers:
        at = bisect.bisect_right(ends, n)
        ends[at : at + 1] = [n]
    return len(ends)
