"""Offices that stand alone: whose they are if the article names one institution before them."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.language.sentences import Sentence
from quotes.lexicons import load, of_class
from quotes.names.known import Known
from quotes.speakers.describe import Description
from quotes.speakers.figures import LEADING
from quotes.speakers.nouns import singular
from quotes.speakers.statements import Statement, said_of

_LONE = of_class("lone_roles")
_RANKS = of_class("lone_ranks")


def told(
    sentence: Sentence, description: Description | None, weight: float, known: Known
) -> Iterator[Statement]:
    """What a description says; an office alone is one of the only institution named before it."""
    yield from said_of(sentence, description, weight, known)
    if description is None or description.affiliations or description.former:
        return
    words = sentence.words
    start, stop = description.role
    head = words[description.head]
    alone = description.stop == description.head + 1 and stop - start <= 2
    company = " ".join(w.lower for w in words[start:stop]) in load("company_offices")
    if description.anaphor is not None or not (alone or company):
        return
    if not company and singular(head.text) not in _LONE:
        return
    if not company and stop - start == 2 and words[start].lower not in _RANKS:
        return
    named = known.only(sentence.index, description.first)
    if named is not None and named.first < LEADING:
        where = ((named.sentence, named.first, named.stop),)
        yield Statement(sentence.index, None, None, where, False, 0.3)
