"""Whether two personal names may be one person's: short forms, spellings, misprints, order."""

from __future__ import annotations

import functools
from itertools import pairwise

import attrs
import regex

from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Sort, sexes
from quotes.names.parts import first_name_gender, plain, same_given, split
from quotes.names.spelling import distance, romanised, skeleton

EQUAL = 1.0
"""The same parts."""
FULLER = 0.95
"""The same, one of them with more (a middle name or initial)."""
SPELLING = 0.9
"""The same but for how they are romanised, a short form of the first name, or the order."""
MIDDLE = 0.85
"""The first name of one is the middle name of the other (*Mark Felder*, *William Mark Felder*)."""
VARIANT = 0.8
"""Vowels differ as transliterations do, or a first name is only its initial."""
SURNAME = 0.7
"""One of them, or both, is a surname only."""
PREFIX = 0.6
"""One name begins with all of the other (*Ana Soto*, *Ana Soto Ferrer*)."""
MISPRINT = 0.6
"""One letter is wrong in one long word, the rest is equal."""
RESPELT = 0.6
"""A long surname alone in another romanisation."""
WEAK = 0.5
"""A long surname alone with other vowels, or one that stands in the middle of the other name."""
GIVEN = 0.3
"""A first name only, two first names in another order, a short surname alone spelt otherwise."""
DIFFERENT = 0.0
"""Words that cannot both be right: other surname, other first name, other generation."""

_CACHED = 1 << 16
_DOTTED = regex.compile(r"(?<![^\W\d_])([^\W\d_]\.)(?=[^\W\d_])")
_LETTERS = regex.compile(r"^[A-Z]{2}$")
_HYPHENED = regex.compile(r"^\p{Lu}\p{Ll}+-\p{Ll}+$")
_GENERATIONS = of_class("generations")
_LONGEST = 10
_MOST_LETTERS = 200
_LONG = 6
_FEW = 3


@attrs.frozen
class _Name:
    """A personal name made ready for comparison."""

    surname: str
    given: tuple[str, ...]
    initials: tuple[str, ...]
    eastern: bool
    generation: str | None
    sex: str | None
    words: tuple[str, ...]
    """All words, the surname last."""
    sorted: tuple[str, ...]
    marks: frozenset[str]
    """The first consonants of the words: names that share none of these are different."""
    spelt: tuple[str, ...]
    """All words as they stand, with particles."""
    led: bool
    """Whether the first name may be a particle of a surname (*Ben Marsh*, *Al Masri*)."""


@functools.lru_cache(maxsize=_CACHED)
def _name(text: str) -> _Name | None:
    if len(text) > _MOST_LETTERS:
        return None
    shown = _DOTTED.sub(r"\1 ", text)
    raw = shown.split()
    if not shown.isupper():
        raw[:-1] = [" ".join(w) if _initials(w) else w for w in raw[:-1]]
    parts = split(" ".join(raw))
    if not parts.words:
        return None
    honorific = sexes(Sort.ADDRESS).get(raw[0].lower().rstrip("."))
    words = parts.words[:_LONGEST]
    eastern = parts.eastern or (len(words) == 3 and _looks_eastern(words, raw[-1]))
    # Hyphened it is a particle: Al-Masri.
    lead = words[0] not in parts.core and words[0] in {plain(w) for w in raw[:-1]}
    led = lead and first_name_gender(words[0]) is not None
    if eastern:
        surname, given = words[0], words[1:]
    else:
        core = (*words[:led], *parts.core)[:_LONGEST]
        surname, given = core[-1], core[:-1]
    sex = honorific if honorific in {"female", "male"} else None
    if sex is None and given:
        sex = first_name_gender(given[0])
    return _Name(
        surname,
        given,
        parts.initials,
        eastern,
        parts.suffix if parts.suffix in _GENERATIONS else None,
        sex,
        (*given, surname),
        tuple(sorted((*given, surname))),
        frozenset(skeleton(w)[:1] for w in (*given, surname)),
        words,
        led,
    )


def _beside(one: _Name, other: _Name) -> _Name:
    """A name as another tells it: its first word is a particle (*Al Masri*, *Omar Al Masri*)."""
    single = one.led and len(one.given) == 1
    if not single or (one.given[0], one.surname) not in pairwise(other.spelt[1:]):
        return one
    alone = (one.surname,)
    return attrs.evolve(one, given=(), sex=None, words=alone, sorted=alone)


def _looks_eastern(words: tuple[str, ...], last: str) -> bool:
    """Whether three words are a family name and a given name of two syllables (Lee Kuan Yew)."""
    if _HYPHENED.match(last):
        return True
    return words[0] in load("surnames_first") and all(
        len(w) < _LONG and not first_name_gender(w) for w in words[1:]
    )


def _initials(word: str) -> bool:
    """Whether two capitals are initials (JD Vale) and no family name of two letters (XI)."""
    return bool(_LETTERS.match(word)) and word.lower() not in load("surnames_first")


@functools.lru_cache(maxsize=_CACHED)
def _word_level(a: str, b: str) -> float:
    """How near two words of a name are: `EQUAL`, `SPELLING`, `VARIANT`, `MISPRINT`, `DIFFERENT`.

    `SPELLING` asks for one romanised key; `VARIANT` for the same consonants and one vowel more,
    less or other (two in long words); `MISPRINT` for one letter in words of at least six, or two
    neighbours swapped.
    """
    if a == b:
        return EQUAL
    if skeleton(a)[:1] != skeleton(b)[:1]:
        return DIFFERENT
    one, other = romanised(a), romanised(b)
    if one == other and min(len(a), len(b)) > 2:
        return SPELLING
    short, long = sorted((a, b), key=len)
    if long == short + "a":
        # Petrov and Petrova, Martin and Martina.
        return DIFFERENT
    if long == short + "e" or {a[-3:], b[-3:]} == {"sen", "son"}:
        # Clark and Clarke, Petersen and Peterson are other families, but easily mistaken.
        return MISPRINT if len(short) > 4 else DIFFERENT
    if skeleton(a) == skeleton(b) and _other_vowels(one, other, len(skeleton(a))):
        return VARIANT
    return MISPRINT if _misprint(a, b) else DIFFERENT


def _other_vowels(one: str, other: str, consonants: int) -> bool:
    """Whether the keys of two words with the same consonants differ in few vowels."""
    size = min(len(one), len(other))
    most = 2 if consonants > 3 and size > 5 else 1
    if size <= 3 or distance(one, other, most) > most:
        return False
    return consonants > 3 or _mixed_up(one, other)


def _misprint(a: str, b: str) -> bool:
    """Whether two neighbouring letters are swapped, or one is wrong in a long word."""
    short = min(len(a), len(b))
    if short <= 3 or distance(a, b, 1) != 1:
        return False
    swapped = len(a) == len(b) and sorted(a) == sorted(b)
    return swapped or (short >= _LONG and a[0] == b[0])


_PAIRS = frozenset({"ae", "ei", "ou"})
_GUTTURALS = frozenset({"gh", "gk", "hk"})


def _mixed_up(a: str, b: str) -> bool:
    """Whether short keys differ in one letter, not the last, that romanisations mix up."""
    differing = [(x, y, i) for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(differing) != 1:
        return False
    x, y, i = differing[0]
    pair = "".join(sorted((x, y)))
    return i < len(a) - 1 and (pair in _PAIRS or (pair in _GUTTURALS and len(a) > 4))


@functools.lru_cache(maxsize=_CACHED)
def _first_level(a: str, b: str) -> float:
    """How near two first names are; two known ones of either sex, or not alike, are different."""
    if a == b:
        return EQUAL
    if same_given(a, b):
        return SPELLING
    level = _word_level(a, b)
    if level == SPELLING:
        return SPELLING
    if level == DIFFERENT:
        return DIFFERENT
    first, second = first_name_gender(a), first_name_gender(b)
    if first is not None and second is not None and (first != second or level == MISPRINT):
        return DIFFERENT
    return level


def same_person(a: str, b: str) -> float:
    """How far two personal names may be taken for one person's, 0 to 1, by the names alone.

    Equal parts, more or fewer names, initials, short forms of first names, transliterations,
    misprints and the family name in front or behind are known; the levels are the constants of this
    module. Other first names with the same surname are different people, and so are other surnames,
    however alike, unless the first names agree. One name of one word and its like say little: the
    caller has to weigh what else is known.

    Args:
        a: A name, with or without honorifics.
        b: Another.
    """
    return _compared(a, b) if a <= b else _compared(b, a)


@functools.lru_cache(maxsize=_CACHED)
def _compared(a: str, b: str) -> float:
    one, other = _name(a), _name(b)
    if one is None or other is None or one.marks.isdisjoint(other.marks):
        return DIFFERENT
    if one.generation and other.generation and one.generation != other.generation:
        return DIFFERENT
    one, other = _beside(one, other), _beside(other, one)
    if not one.given and not one.initials:
        return _alone(one, other)
    if not other.given and not other.initials:
        return _alone(other, one)
    level = _full(one, other)
    return level or _turned(one, other)


def _alone(one: _Name, other: _Name) -> float:
    """A name of one word against another name."""
    if one.sex and other.sex and one.sex != other.sex and other.given:
        return DIFFERENT
    level = _word_level(one.surname, other.surname)
    if level == EQUAL:
        return SURNAME
    long = min(len(one.surname), len(other.surname)) >= _LONG
    if level == SPELLING:
        return RESPELT if long else GIVEN
    if one.surname in other.given[1:]:
        return WEAK
    if other.given and one.surname == other.given[0]:
        return SURNAME if other.given[0] in load("surnames_first") and other.eastern else GIVEN
    return WEAK if level == VARIANT and long else DIFFERENT


def _full(one: _Name, other: _Name) -> float:
    """Two names with a surname and a first name or its initial each."""
    surname = _word_level(one.surname, other.surname)
    if surname == DIFFERENT or one.eastern != other.eastern:
        return _joined(one, other)
    if one.eastern:
        given = _joined_level("".join(one.given), "".join(other.given))
    else:
        given = _given(one, other)
    if given == DIFFERENT:
        return _joined(one, other)
    if surname == MISPRINT:
        return MISPRINT if given >= FULLER else DIFFERENT
    if given == MISPRINT:
        return MISPRINT if surname == EQUAL else DIFFERENT
    if surname == SPELLING and len(one.surname) < _LONG:
        surname = VARIANT
    if surname == given == VARIANT:
        return SURNAME
    return min(surname, given)


def _given(one: _Name, other: _Name) -> float:
    """How the first names and initials of two people with one surname agree."""
    if not one.given or not other.given:
        return _by_initials(one, other)
    short, long = (one, other) if len(one.given) <= len(other.given) else (other, one)
    level = _first_level(short.given[0], long.given[0])
    if level != DIFFERENT:
        rest, others = short.given[1:], long.given[1:]
        if not _agree(rest, short.initials, others, long.initials):
            return DIFFERENT
        same = rest == others and short.initials == long.initials
        return level if same else min(level, FULLER)
    if len(short.given) < len(long.given):
        joined = _joined_level("".join(short.given), "".join(long.given))
        if joined != DIFFERENT:
            return joined
    for i, word in enumerate(long.given[1:], 1):
        after = long.given[i + 1 :]
        if _first_level(short.given[0], word) >= SPELLING and _in_order(short.given[1:], after):
            if not short.initials:
                return MIDDLE
            return FULLER if short.initials[0] in {w[0] for w in long.given[:i]} else DIFFERENT
    return DIFFERENT


def _in_order(some: tuple[str, ...], all_: tuple[str, ...]) -> bool:
    """Whether words occur among others in the same order."""
    rest = iter(all_)
    return all(any(word == other for other in rest) for word in some)


def _joined_level(a: str, b: str) -> float:
    """How near first names are that are written as one word or as several (Jong-un, Jongun)."""
    if a == b:
        return EQUAL
    if a[:1] != b[:1] or abs(len(a) - len(b)) > _FEW:
        return DIFFERENT
    return SPELLING if romanised(a) == romanised(b) else DIFFERENT


def _agree(
    rest: tuple[str, ...], initials: tuple[str, ...], others: tuple[str, ...], more: tuple[str, ...]
) -> bool:
    """Whether the middle names and initials of one name do not contradict those of the other."""
    here = {romanised(w)[0] for w in (*rest, *initials)}
    there = {romanised(w)[0] for w in (*others, *more)}
    if here and there and here.isdisjoint(there):
        return False
    if rest and others:
        return any(_first_level(x, y) != DIFFERENT for x in rest for y in others)
    return True


def _by_initials(one: _Name, other: _Name) -> float:
    """At least one of the two has only initials before the surname."""
    first = one.given[0][0] if one.given else one.initials[0]
    second = other.given[0][0] if other.given else other.initials[0]
    if one.given or other.given:
        if first == second:
            return VARIANT
        full, bare = (one, other) if one.given else (other, one)
        later = {w[0] for w in full.given[1:]} | set(full.initials)
        return SURNAME if bare.initials[0] in later else DIFFERENT
    if one.initials == other.initials:
        return EQUAL
    if one.initials[1:] and other.initials[1:]:
        return DIFFERENT
    return FULLER if first == second else DIFFERENT


def _joined(one: _Name, other: _Name) -> float:
    """Names that agree as one string, or one of which begins with all of the other."""
    first, second = one.words, other.words
    short, long = (first, second) if len(first) < len(second) else (second, first)
    if 1 < len(short) < len(long) and not (one.eastern or other.eastern):
        level = _joined_level("".join(short), "".join(long))
        if level != DIFFERENT:
            return min(level, FULLER)
        if all(_first_level(x, y) >= SPELLING for x, y in zip(short, long, strict=False)):
            return PREFIX
    return DIFFERENT


def _turned(one: _Name, other: _Name) -> float:
    """The same words with the family name at the other end."""
    first, second = one.words, other.words
    if len(first) < 2 or one.sorted != other.sorted:
        return DIFFERENT
    if one.eastern != other.eastern:
        # The other name is read as a Western one: its family name stands last.
        return SPELLING if one.surname == other.surname else DIFFERENT
    turned = first[-1:] + first[:-1] == second or first[1:] + first[:1] == second
    if not turned:
        return DIFFERENT
    both = all(first_name_gender(w) for w in (first[0], first[-1]))
    return GIVEN if both else SPELLING
