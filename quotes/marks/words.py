"""Words whose spelling holds an apostrophe at one end: what tells it from a single mark.

The words stand in the table of word classes, folded and in lower case.
"""

from __future__ import annotations

import regex

from quotes.lexicons import of_class

_CUT_AT_THE_FRONT = of_class("cut_at_the_front")
"""Begin with an apostrophe: dialect and poetry, and the clitics that tokenised text sets apart."""
# Years and decades: '98, '60s.
_CUT_YEAR = regex.compile(r"\d\d(?:s|ers?)?(?![\w,]\w)")

_CUT_AT_THE_END = of_class("cut_at_the_end")
_DROPPED_G = regex.compile(r"[^\W\d_]{2,}in\Z")

_TELLING = of_class("telling_verbs")
_TELLS = regex.compile(r"\b(?:\L<words>)\b", words=_TELLING, flags=regex.I)

_FUNCTION_WORDS = of_class("never_possessed")
"""Begin nothing that can be possessed: conjunctions, prepositions, auxiliaries, pronouns, and the
verbs that follow a quotation."""

_WORD_AFTER = regex.compile(r"[^\W\d_]{1,12}")
_WORD_BEFORE_MAX = 24


def cut_at_the_front(folded: str, at: int, end: int) -> bool:
    """Whether the word that begins at `at` is one that an apostrophe may begin ('em, '90s)."""
    word = _WORD_AFTER.match(folded, at, end)
    if word:
        return word[0].lower() in _CUT_AT_THE_FRONT
    return _CUT_YEAR.match(folded, at, end) is not None


def word_before(folded: str, at: int, start: int) -> str:
    """The letters, in lower case, that end at `at` (of a long word the last ones)."""
    begin = at
    while begin > max(start, at - _WORD_BEFORE_MAX) and folded[begin - 1].isalpha():
        begin -= 1
    return folded[begin:at].lower()


def cut_at_the_end(word: str) -> bool:
    """Whether an apostrophe may end `word` without ending a possessive (goin', ol')."""
    return word in _CUT_AT_THE_END or _DROPPED_G.match(word) is not None


def sibilant(word: str) -> bool:
    """Whether a possessive of `word` may be an apostrophe alone (the Russians', Liz')."""
    return word.endswith(("s", "z", "x"))


def bears_no_noun(folded: str, at: int, end: int) -> bool:
    """Whether the word at `at` cannot be what a possessive before it possesses (is, and, said)."""
    word = _WORD_AFTER.match(folded, at, end)
    return word is not None and word[0].lower() in _FUNCTION_WORDS


def telling(folded: str, start: int, end: int) -> list[int]:
    """Where in `folded[start:end]` verbs begin that tell whose words stand beside them."""
    return [match.start() for match in _TELLS.finditer(folded, start, end)]
