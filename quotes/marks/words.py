"""Words whose spelling holds an apostrophe at one end: what tells it from a single mark.

English; a second language comes in as further entries. All words are folded and in lower case.
"""

from __future__ import annotations

import regex


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Begin with an apostrophe: dialect and poetry, and the clitics that tokenised text sets apart.
_CUT_AT_THE_FRONT = _listed("""
    ave bout burbs cause cos coz cuz eard ello em er ere fraid gainst im istory kay mongst n neath
    nother nuff ouse round sblood scuse sfunny shrooms specially spose stead sup tater til till tis
    tisn tude twas twasn tween twere twill twould un zat zif
    d ll m nt re s t ve
""")
# Years and decades: '98, '60s.
_CUT_YEAR = regex.compile(r"\d\d(?:s|ers?)?(?![\w,]\w)")

# End with an apostrophe.
_CUT_AT_THE_END = _listed("an d ev fo gov guv jus lil mo mus n o ol po t th wi y")
_DROPPED_G = regex.compile(r"[^\W\d_]{2,}in\Z")

# Tell whose words stand beside them.
_TELLING = _listed("added adds asked asks insisted replied said says tells told writes wrote")
_TELLS = regex.compile(r"\b(?:\L<words>)\b", words=_TELLING, flags=regex.I)

# Begin nothing that can be possessed: conjunctions, prepositions, auxiliaries, pronouns, and the
# verbs that follow a quotation.
_FUNCTION_WORDS = (
    _listed("""
    although and because but if nor or so than that then though when where which while who whose yet
    about after against as at before between by during for from in into of on onto over since
    through to toward towards under until upon with within without
    are be been can could did do does had has have is may might must shall should was were will
    would
    he i it she there these they this those we you say saying
""")
    | _TELLING
)

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
