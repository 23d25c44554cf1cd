"""Words for persons: titles, offices, relatives, with what every room needs to know of them.

The table is `persons.tsv`: one row a word, its columns explained in its header.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Mapping

import attrs

from quotes.lexicons import load_rows


class Sort(enum.StrEnum):
    """What a word for persons is used for; one word may have several sorts."""

    ADDRESS = "address"
    ROLE = "role"
    KIN = "kin"
    PERSON = "person"


class Flag(enum.StrEnum):
    """What else is known of a word for persons."""

    GIVEN = "given"
    LEANING = "leaning"
    OFFICE = "office"
    RANK = "rank"
    STOP = "stop"


@attrs.frozen
class PersonWord:
    """One row of the table."""

    word: str
    sex: str
    """"female", "male", or "any" where it shows none."""
    sorts: frozenset[Sort]
    stands_for: tuple[str, ...]
    """The nouns that an abbreviation stands for."""
    flags: frozenset[Flag]
    kinds: frozenset[str]
    """More general nouns that may mean the same person: *lawmaker* for *senator*."""


@functools.cache
def table() -> Mapping[str, PersonWord]:
    """Every word for persons, in lower case, with its row."""
    return {
        word: PersonWord(
            word,
            sex,
            frozenset(map(Sort, sorts)),
            stands_for,
            frozenset(map(Flag, flags)),
            frozenset(kinds),
        )
        for word, ((sex,), sorts, stands_for, flags, kinds) in load_rows("persons").items()
    }


@functools.cache
def sexes(sort: Sort) -> Mapping[str, str]:
    """The words of one sort, each with the sex it shows: "female", "male", or "any"."""
    return {word: row.sex for word, row in table().items() if sort in row.sorts}


@functools.cache
def flagged(flag: Flag) -> frozenset[str]:
    """The words that carry a flag."""
    return frozenset(word for word, row in table().items() if flag in row.flags)


@functools.cache
def stands_for() -> Mapping[str, tuple[str, ...]]:
    """The abbreviated titles with the nouns they stand for."""
    return {word: row.stands_for for word, row in table().items() if row.stands_for}


def kinds(noun: str) -> frozenset[str]:
    """The more general nouns that may mean the same person or body as a noun."""
    return _kinds().get(noun, frozenset())


@functools.cache
def _kinds() -> Mapping[str, frozenset[str]]:
    bodies = {word: frozenset(general) for word, (general,) in load_rows("body_kinds").items()}
    return bodies | {word: row.kinds for word, row in table().items() if row.kinds}
