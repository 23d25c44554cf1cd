"""One name for one institution: look-up in the lexicon, and string evidence for the rest."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable

import attrs

from quotes.lexicons import load, load_pairs, of_class
from quotes.names.institutions import (
    COMMON,
    WORLD,
    Institution,
    generic_words,
    known_words,
    place_words,
    states,
    with_states,
)
from quotes.names.lookup import BRACKETS, LEGAL, MOST_LETTERS, look_up
from quotes.names.parts import bare
from quotes.names.short_forms import same_body
from quotes.names.spelling import distance, tokens

SAME = 1.0
"""The lexicon, or the same words."""
REORDERED = 0.95
"""The same words in another order (*State Department*, *Department of State*)."""
MISPRINT = 0.85
"""One word misspelt, or what is usually left out left out (*Lowy*, *Lowy Institute*)."""
REWORDED = 0.8
"""One word swapped for a synonym in a name of the lexicon (*Chatham Home*)."""
ACRONYM = 0.8
"""The initials of the other name, four or more."""
SHORTER = 0.8
"""Words behind left out, the head kept (*Varga Endowment*, *Varga Endowment for Letters*)."""
INCOMPLETE = 0.6
"""Words in front or inside left out, the head kept; also three initials of the other name."""
DOUBTFUL = 0.5
"""Nothing in conflict, but what singles one out is missing (*foreign ministry*, its state)."""
PART = 0.25
"""One seems to be a part or a branch of the other."""
DIFFERENT = 0.0
"""Words that cannot both be right."""

_CACHED = 1 << 16
_LONGEST = 24


@functools.lru_cache(maxsize=_CACHED)
def canonical(name: str) -> str | None:
    """The canonical name of a well-known institution or state, however it is written.

    Case, accents, punctuation, *the* and *and*, British or American spelling, a bracketed acronym,
    a describing word (*the X newspaper*) and the state an institution belongs to, in front or
    behind, do not count. What every state has comes with its state (*Kenyan Ministry of Health*).

    Args:
        name: A name as an article writes it.

    Returns:
        The canonical name; None if the lexicons do not know it.
    """
    found = look_up(name.strip())
    return None if found is None else found.name


@attrs.frozen
class _Name:
    """A name made ready for comparison."""

    entry: Institution | None
    key: tuple[str, ...]
    counts: Counter[str]
    head: str | None
    initials: frozenset[str]
    acronym: str | None
    party: bool
    variants: tuple[tuple[str, ...], ...]


@functools.lru_cache(maxsize=_CACHED)
def _name(name: str) -> _Name:
    name = name[:MOST_LETTERS]
    alone = BRACKETS.sub(" ", name) if "(" in name else name
    if alone.endswith(("'s", "\u2019s")):
        alone = alone[:-2]
    key = with_states(alone)[:_LONGEST]
    found = tokens(alone)[:_LONGEST]
    small = load("small_words")
    capitals = "".join(w[0] for _, w in found if w not in small)
    every = "".join(w[0] for _, w in found)
    raw = found[0][0] if len(found) == 1 else ""
    acronym = found[0][1] if 2 <= len(raw) <= 9 and sum(c.isupper() for c in raw) > 1 else None
    entry = look_up(name.strip())
    variants = []
    if entry is not None:
        variants = [with_states(n) for n in (entry.name, *entry.others)]
    return _Name(
        entry,
        key,
        Counter(key),
        _head(found),
        frozenset({capitals, every}) if len(found) > 1 else frozenset(),
        acronym,
        "party" in key or (entry is not None and entry.kind == "party"),
        tuple(v for v in variants if v != key),
    )


def _head(found: list[tuple[str, str]]) -> str | None:
    """The word that says what kind of body it is: the last such word before *of* or *for*."""
    bodies = load("organisation_words") | load("organisation_nouns") | _BODIES
    head = None
    for _, word in found:
        if word in {"of", "for", "on", "in", "at"} and head is not None:
            break
        if word in bodies:
            head = _HEADS.get(word, word)
    return head


_BODIES = of_class("canonical_bodies")
_HEADS = {"centre": "center", "organisation": "organization", "department": "ministry"}


def same_institution(a: str, b: str) -> float:
    """How far two names may be taken for one institution, 0 to 1, by the names alone.

    The lexicon decides where it knows both. For the rest the words do: the same, some left out with
    the head kept, initials, one word misspelt or swapped for a synonym. A place, a party, a number
    or a subject that differs is a conflict. The levels are the constants of this module.

    Args:
        a: A name as an article writes it.
        b: Another.
    """
    return _compared(a, b) if a <= b else _compared(b, a)


@functools.lru_cache(maxsize=_CACHED)
def _compared(a: str, b: str) -> float:
    one, other = _name(a), _name(b)
    if not one.key or not other.key:
        return DIFFERENT
    if one.entry is not None and other.entry is not None:
        return _known(one.entry, other.entry)
    if one.key == other.key:
        alone = len(one.key) == 1 and one.key[0] in generic_words()
        return DOUBTFUL if alone else SAME
    if same_body(one.key, other.key):
        return MISPRINT
    best = _evidence(one, other, one.key, other.key)
    for variant in one.variants:
        best = max(best, _evidence(one, other, variant, other.key))
    for variant in other.variants:
        best = max(best, _evidence(one, other, one.key, variant))
    return best


def _known(a: Institution, b: Institution) -> float:
    if a.name == b.name:
        return DOUBTFUL if a.kind == COMMON and a.home == WORLD else SAME
    if a.kind == b.kind == COMMON and WORLD in {a.home, b.home}:
        return DOUBTFUL if a.name.endswith(b.name) or b.name.endswith(a.name) else DIFFERENT
    return DIFFERENT


def _evidence(one: _Name, other: _Name, a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """What the words of two names say; either may be another name of a known institution."""
    for short, long in ((one, other), (other, one)):
        if short.acronym is not None and short.acronym in long.initials:
            if short.entry is not None or long.entry is not None:
                return PART
            return _INITIALS.get(len(short.acronym), ACRONYM)
    if len(a) == len(b) == 1:
        return _swapped(a[0], b[0], (), one, other)
    if not set(a) & set(b):
        return DIFFERENT
    first = one.counts if a is one.key else Counter(a)
    second = other.counts if b is other.key else Counter(b)
    missing, added = list((first - second).elements()), list((second - first).elements())
    if not missing and not added:
        reading = "university" in a and a[-1] != b[-1]
        return MISPRINT if reading else REORDERED
    if not missing or not added:
        short, long = (one, other) if not missing else (other, one)
        keys = (a, b) if not missing else (b, a)
        return _shorter(short, long, *keys, missing or added)
    if len(missing) == len(added) == 1:
        return _swapped(missing[0], added[0], tuple((first & second).elements()), one, other)
    return DIFFERENT


_INITIALS = {2: PART, 3: INCOMPLETE}


def _shorter(
    short: _Name, long: _Name, key: tuple[str, ...], full: tuple[str, ...], extra: list[str]
) -> float:
    """One name, of the words `key`, lacks the words `extra` of the other, of the words `full`."""
    generic, places = generic_words(), place_words()
    if LEGAL.issuperset(extra):
        return MISPRINT
    if short.party and long.party:
        return SHORTER if _EMPTY.issuperset(extra) else DIFFERENT
    if short.entry is not None and short.entry.home != WORLD and not places.isdisjoint(extra):
        return PART
    if (generic | places).issuperset(key):
        if not states().keys().isdisjoint(key) or places.issuperset(key):
            return DIFFERENT
        return DOUBTFUL if places.issuperset(extra) and len(key) > 1 else PART
    if short.head is None:
        return _headless(short, key, full, extra)
    if short.head != long.head or not load("organisation_words").isdisjoint(extra):
        return PART
    return SHORTER if full[: len(key)] == key else INCOMPLETE


def _headless(short: _Name, key: tuple[str, ...], full: tuple[str, ...], extra: list[str]) -> float:
    """As `_shorter`, where the shorter name does not say what kind of body it is."""
    bodies = [w for w in extra if w in generic_words()]
    if len(extra) == len(bodies) == 1 and short.entry is None and extra[0] not in _BRANCHES:
        return MISPRINT
    return SHORTER if len(key) > 1 and not bodies and full[: len(key)] == key else PART


_EMPTY = of_class("empty_in_parties")
_BRANCHES = of_class("branches")


def _swapped(x: str, y: str, shared: tuple[str, ...], one: _Name, other: _Name) -> float:
    """The names agree but for one word each, `x` and `y`."""
    places = place_words()
    if _number(x) or _number(y) or x in places or y in places:
        return DIFFERENT
    if x.rstrip("s") == y.rstrip("s") and shared:
        return REORDERED
    if _misspelt(x, y, least=4 if shared else 6):
        return MISPRINT
    synonyms = load_pairs("institution_synonyms")
    if not shared or synonyms.get(x, x) != synonyms.get(y, y):
        return DIFFERENT
    generic = generic_words()
    named = any(w not in generic and w not in places for w in shared)
    if one.entry is None and other.entry is None:
        return DOUBTFUL if named else DIFFERENT
    bodies = x in generic and y in generic
    return REWORDED if named or len(shared) > (2 if bodies else 1) else DIFFERENT


def _misspelt(x: str, y: str, least: int) -> bool:
    """Whether one of two words of more than `least` letters is a misprint of the other."""
    longest = max(len(x), len(y))
    known = known_words()
    if x[0] != y[0] or longest <= least or (x in known and y in known):
        return False
    most = 2 if longest > 8 else 1
    return distance(x, y, most) <= most


def _number(word: str) -> bool:
    return any(c.isdigit() for c in word)


def best_name(names: Iterable[str]) -> str:
    """The name to show for an institution that was given these names.

    The canonical one if the lexicon knows any of them (of several the most frequent); else the one
    of most words that begin with a capital, of these the most frequent, then the shortest. Whatever
    the order of `names`, the answer is the same.

    Args:
        names: Names as articles write them, repeated as often as they occur.

    Raises:
        ValueError: there are no names.
    """
    counts = Counter(" ".join(name.split()) for name in names)
    if not counts:
        raise ValueError("no names to choose from")
    known: Counter[str] = Counter()
    for name, n in counts.items():
        full = canonical(name)
        if full is not None:
            known[full] += n
    if known:
        return min(known, key=lambda name: (-known[name], name))
    often = Counter[str]()
    for name, n in counts.items():
        often[bare(name)] += n
    small = load("small_words")

    def rank(name: str) -> tuple[int, int, int, str]:
        full = sum(raw[0].isupper() for raw, word in tokens(name) if word not in small)
        return -full, -often[name], len(name), name

    return min(often, key=rank)
