"""Clitics are words of their own: *can't* is *ca* + *n't*, *Hill's* is *Hill* + *'s*.

As in the Penn Treebank and Universal Dependencies, on which taggers and parsers are trained. Both
halves are stretches of the written word, so that offsets stay exact.
"""

from __future__ import annotations

import regex

_CLITIC = regex.compile(r"(?i)(?<=\w)(n't|'(?:s|re|ve|ll|d|m)|(?<=s)')$")
_WHOLE = frozenset(("o'", "ma'am", "'s"))


def split(word: str) -> int:
    """How many characters of a folded `word` stand before its clitic; all if it has none."""
    if len(word) < 3 or "'" not in word or word.lower() in _WHOLE:
        return len(word)
    match = _CLITIC.search(word)
    return match.start() if match and match.start() else len(word)
