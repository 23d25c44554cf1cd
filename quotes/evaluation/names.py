"""When a name, a role or an institution is the one in the gold.

The library's own rules and lists for names stay out of it on purpose: they are what is measured.
"""

from __future__ import annotations

import enum
import itertools
import unicodedata

import regex

_WORD = regex.compile(r"[^\W_]++(?:['-][^\W_]++)*+")
_FUNCTION_WORDS = frozenset("a an and at by for her his in its of on the their to".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_TITLES = frozenset(
    """mr mrs ms miss sir dame lord lady hon honorable honourable dr prof professor president vice
    prime minister secretary senator sen representative rep governor gov mayor chair chairman
    chairwoman former chief justice judge general gen colonel col captain capt lieutenant lt
    sergeant sgt king queen prince princess pope cardinal bishop reverend rev imam sheikh""".split()
)
# In front of one other word these may be first names.
_MAYBE_NAMES = frozenset("bishop gen judge king lord pope prince".split())
# By these alone one institution is not told from another.
_GENERIC = frozenset(
    """agency association bank campaign center centre college committee council court department
    government group house institute international ministry national news office party police
    school university""".split()
)
_RANKS = frozenset("acting assistant deputy former vice".split())


class Agreement(enum.IntEnum):
    """How far two names agree."""

    NONE = 0
    COMPATIBLE = 1
    """One surname and first names not in conflict; of other parties at least half of the words."""
    FULL = 2
    """All words, apart from case, punctuation, accents, honorifics and middle initials."""


def agreement(name: str, gold: str, kind: str | None) -> Agreement:
    """How far a speaker's name agrees with the gold one, of `speaker_type` `kind`."""
    if kind == "person":
        return _of_persons(_person(name), _person(gold))
    ours, theirs = _telling(name), _telling(gold)
    if ours == theirs:
        return Agreement.FULL if ours else Agreement.NONE
    least = 0.5 if ours <= theirs or theirs <= ours else 0.75
    alike = len(ours & theirs) >= least * max(len(ours), len(theirs))
    return Agreement.COMPATIBLE if alike else Agreement.NONE


def same_institution(name: str, gold: str) -> bool:
    """Whether two names are of one institution.

    They share a word that is not generic and three fifths of the longer one, or one name holds the
    other and has two fifths of the words of the gold.
    """
    ours, theirs = _telling(name), _telling(gold)
    shared = len(ours & theirs)
    holds = (ours <= theirs or theirs <= ours) and shared >= 0.4 * len(theirs)
    alike = holds or shared >= 0.6 * max(len(ours), len(theirs))
    return alike and bool(ours & (theirs - _GENERIC or theirs))


def same_role(role: str, gold: str) -> bool:
    """Whether two roles are one: as institutions, and of the same rank (*vice*, *former*)."""
    return _telling(role) & _RANKS == _telling(gold) & _RANKS and same_institution(role, gold)


def _of_persons(ours: list[str], theirs: list[str]) -> Agreement:
    if ours and set(ours) == set(theirs):
        return Agreement.FULL
    p = [word for word in ours if word not in _SUFFIXES]
    g = [word for word in theirs if word not in _SUFFIXES]
    if min(len(p), len(g)) < 2:
        alike = bool(p and g) and bool({p[0], p[-1]} & {g[0], g[-1]})
    else:
        suffixes = set(ours) - set(p) == set(theirs) - set(g)
        first = p[0] == g[0] or p[0] == g[0][0] or g[0] == p[0][0]
        alike = suffixes and first and p[-1] == g[-1]
    return Agreement.COMPATIBLE if alike else Agreement.NONE


def _person(name: str) -> list[str]:
    """The words of a person's name; leading initials make one word, those in the middle none."""
    words = [part for word in _words(name) for part in word.split("-")]
    while len(words) > 1 and words[0] in (_TITLES if len(words) > 2 else _TITLES - _MAYBE_NAMES):
        del words[0]
    initials = "".join(itertools.takewhile(lambda word: len(word) == 1, words[:-1]))
    rest = words[len(initials) :]
    return [*filter(None, [initials]), *(w for w in rest[:-1] if len(w) > 1), *rest[-1:]]


def _words(text: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return _WORD.findall(regex.sub(r"'s\b", "", plain))


def _telling(text: str) -> frozenset[str]:
    words = frozenset(_words(text))
    return words - _FUNCTION_WORDS or words
