"""Paragraphs whose words stand again inside a longer one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

_WORD = regex.compile(r"\S+")
_GRAM = 4
_MOST_PLACES = 16


def _grams(text: str) -> Iterator[tuple[str, int]]:
    """Each run of `_GRAM` words that has a further word behind it, and its offset."""
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        if len(starts) == _GRAM:
            yield text[starts[0] : ends[-1]], starts[0]
            del starts[0], ends[0]
        starts.append(match.start())
        ends.append(match.end())


def inside_longer(candidates: Sequence[str], texts: Sequence[str]) -> set[str]:
    """Those of `candidates` that stand in one of `texts` without being all of it.

    A candidate is looked for at word boundaries and needs more than four words. Only the places
    where its first four words stand are compared (the first sixteen of them): linear in the length
    of all strings.
    """
    firsts: dict[str, list[str]] = {}
    for candidate in dict.fromkeys(candidates):
        first = next(_grams(candidate), None)
        if first is not None:
            firsts.setdefault(first[0], []).append(candidate)
    found: set[str] = set()
    places = dict.fromkeys(firsts, 0)
    for text in texts:
        for gram, at in _grams(text):
            if gram not in firsts or places[gram] >= _MOST_PLACES:
                continue
            places[gram] += 1
            found.update(
                c
                for c in firsts[gram][:_MOST_PLACES]
                if len(c) < len(text) and text.startswith(c, at)
            )
    return found
