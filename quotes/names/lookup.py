"""Finding the entry of an institution in the lexicon, however its name is written."""

from __future__ import annotations

import functools

import regex

from quotes.lexicons import load, of_class
from quotes.names.institutions import (
    COMMON,
    WORLD,
    Institution,
    index,
    moved,
    states,
    with_states,
    words,
)

BRACKETS = regex.compile(r"\([^()]*\)")
"""A remark in brackets, such as an acronym."""
MOST_LETTERS = 200
"""Longer strings are no names."""
LEGAL = of_class("legal_forms")
"""Words for the legal form of a company."""
_DESCRIBING = of_class("describing_words")
_DESCRIBED = of_class("described_bodies")


def look_up(name: str) -> Institution | None:
    """The entry of a name, however it is written; None if there is none.

    What every state has (`COMMON`) comes with its state, a state as an entry of the kind "state".
    """
    if len(name) > MOST_LETTERS:
        return None
    spellings = [name]
    if name.endswith(("'s", "\u2019s")):
        spellings.append(name[:-2])
    elif name.endswith(("'", "\u2019")):
        spellings.append(name[:-1])
    if "(" in name:
        spellings.append(BRACKETS.sub(" ", name))
    for spelling in spellings:
        found = _exact(spelling) or _abroad(spelling) or _described(spelling)
        if found is not None:
            return found
    return None


def _exact(name: str) -> Institution | None:
    table = index()
    key = words(name)
    entry = table.exact.get(key)
    if entry is None and sum(c.isupper() for c in name) > 1:
        entry = table.capitals.get(key)
    if entry is not None:
        return entry
    key = with_states(name)
    if len(key) == 1 and key[0] in states() and not _adjective(name):
        return Institution(states()[key[0]].name, "state", key[0], (), ())
    entry = table.folded.get(key)
    return table.folded.get(moved(key)) if entry is None and len(key) > 2 else entry


@functools.cache
def _adjectives() -> frozenset[str]:
    return frozenset(a.lower() for s in states().values() for a in s.adjectives)


def _adjective(name: str) -> bool:
    return name.lower().removeprefix("the ").strip() in _adjectives()


def _abroad(name: str) -> Institution | None:
    """The entry of a name without its state; what is common to all states gets the state's."""
    key = with_states(name)
    known = states()
    for state, rest in ((key[0], key[1:]), (key[-1], key[:-1])) if len(key) > 1 else ():
        if state not in known:
            continue
        entry = index().exact.get(rest) or index().folded.get(rest)
        if entry is None and len(rest) == 1:
            entry = index().capitals.get(rest)
        if entry is None:
            continue
        if entry.kind == COMMON:
            full = f"{known[state].adjective} {entry.name}"
            return Institution(full, COMMON, state, (), ())
        if entry.home in {state, WORLD}:
            return entry
    return None


def _described(name: str) -> Institution | None:
    """The entry of a name without the words that only say what it is (the agency X, X plc)."""
    key = with_states(name)
    if len(key) > 1 and key[0] in states():
        entry = _without_describing(key[1:])
        return entry if entry is not None and entry.home in {key[0], WORLD} else None
    return _without_describing(words(name))


def _without_describing(key: tuple[str, ...]) -> Institution | None:
    first, stop = 0, len(key)
    describing = _DESCRIBING | load("outlet_nouns")
    while stop - first > 1 and key[stop - 1] in describing:
        stop -= 1
        entry = index().exact.get(key[first:stop])
        if entry is not None and _may_be(entry, key[stop:]):
            return entry
    while stop - first > 1 and key[first] in describing - LEGAL:
        first += 1
        for end in (len(key), stop):
            entry = index().exact.get(key[first:end])
            if entry is not None and entry.kind in _DESCRIBED:
                return entry
    return None


def _may_be(entry: Institution, rest: tuple[str, ...]) -> bool:
    if entry.kind == "company":
        return True
    return entry.kind in _DESCRIBED and not LEGAL.intersection(rest)
