"""Prepositional phrases behind a role: *of the Acme Institute*, *for public health*."""

from __future__ import annotations

from collections.abc import Container

from quotes.language.sentences import Sentence
from quotes.lexicons import load
from quotes.names.organisations import Known, is_organisation, proper_phrase
from quotes.names.parts import plain
from quotes.names.runs import name_like
from quotes.speakers.nouns import singular
from quotes.speakers.phrases import CAMPS, common_phrase

_PREPOSITIONS = frozenset(["of", "for", "at", "with", "in", "from", "to", "on"])


def complement(
    sentence: Sentence,
    at: int,
    limit: int,
    known: Known | None,
    names: Container[int],
    directly: bool,
) -> tuple[int, bool, tuple[int, int] | None] | None:
    """Read one prepositional phrase: its end, whether it belongs to the role, the institution."""
    words = sentence.words
    if at + 2 < limit and words[at].text == "(" and words[at + 2].text == ")":
        end = at + 3
        while end < limit and words[end].lower in load("organisation_nouns"):
            end += 1
        return end, False, None
    if at + 2 < limit and words[at].lower in {"affiliated", "working", "specialising", "based"}:
        at += 1
    if at + 1 >= limit or words[at].lower not in _PREPOSITIONS:
        return None
    entity = sentence.entity_at(at + 1)
    if entity is not None and entity.kind == "Date":
        return None
    preposition = words[at].lower
    i = at + 1
    while i < limit and words[i].xpos in {"DT", "PRP$"}:
        i += 1
    if i >= limit:
        return None
    if i in names:
        stop = i
        while stop < limit and stop in names:
            stop += 1
        more = stop + 1 < limit and words[stop + 1].xpos in {"NN", "NNS", "HYPH"}
        if stop < limit and words[stop].lower in CAMPS and not more:
            return stop + 1, False, (i, stop + 1)
        if stop < limit and words[stop].xpos == "POS":
            end = common_phrase(sentence, stop + 1, limit, names)
            if end > stop + 1 and plain(words[end - 1].text) in CAMPS | load("organisation_nouns"):
                return end, False, (i, end)
            return (end, False, None) if end > stop + 1 else None
        if more and words[i - 1].xpos == "DT":
            return None
        return stop, False, None
    if words[i].lower in load("demonyms") and i + 1 < limit and not words[i + 1].text[:1].isupper():
        end = common_phrase(sentence, i, limit, names)
        return (end, directly, None) if end > i + 1 else None
    adjectives = i
    while (
        adjectives < limit
        and words[adjectives].xpos in {"JJ", "NN", "HYPH", "VBN"}
        and not name_like(sentence, adjectives)
    ):
        adjectives += 1
    start = i if name_like(sentence, i) else adjectives
    stop = proper_phrase(sentence, start, limit) if start < limit else start
    if stop > start and _list_ahead(sentence, stop, limit):
        stop = max(stop, proper_phrase(sentence, stop + 3, limit))
    if stop > start:
        return _proper(sentence, at, i, start, stop, limit, known, preposition, directly, names)
    end = common_phrase(sentence, i, limit, names)
    if end == i:
        return None
    if singular(words[end - 1].text) in load("organisation_nouns") and i > at + 1:
        new = words[i - 1].lower in {"a", "an"} and end - i > 1
        return end, False, (i, end) if new else None
    return end, directly and preposition in {"of", "for", "on", "in", "to"}, None


def _list_ahead(sentence: Sentence, comma: int, limit: int) -> bool:
    """Whether a list of capitalised words goes on: *for Culture, Sports and Tourism*."""
    words = sentence.words
    return (
        comma + 3 < limit
        and words[comma].text == ","
        and name_like(sentence, comma + 1)
        and words[comma + 2].lower in {"and", "&"}
        and name_like(sentence, comma + 3)
    )


def _proper(
    sentence: Sentence,
    at: int,
    first: int,
    start: int,
    stop: int,
    limit: int,
    known: Known | None,
    preposition: str,
    directly: bool,
    names: Container[int],
) -> tuple[int, bool, tuple[int, int] | None] | None:
    """A prepositional phrase whose object begins with capitals at `start`."""
    words = sentence.words
    nouns = load("organisation_nouns") | CAMPS
    end = stop
    if end < limit and words[end].xpos == "POS":
        end = common_phrase(sentence, end + 1, limit, names)
        if end > stop + 1:
            inner = words[end - 1].text[:1].isupper() or singular(words[end - 1].text) in nouns
            organisation = inner or is_organisation(sentence, start, stop, known)
            return end, False, (start, end) if organisation else None
        end = stop
    tail = common_phrase(sentence, stop, limit, names)
    if any(
        singular(words[k].text) in nouns | load("organisation_words") for k in range(stop, tail)
    ):
        return tail, False, (start, tail)
    covering = sentence.entity_at(start)
    part = directly and covering is not None and covering.first < at
    if is_organisation(sentence, start, stop, known) and not part:
        return end, False, (start, end)
    place = " ".join(plain(words[k].text) for k in range(start, stop)) in load("places")
    entity = sentence.entity_at(start)
    located = place or (entity is not None and entity.kind in {"Location", "NORP"})
    tagged = entity is not None and entity.kind == "Date"
    office = directly and plain(words[at - 1].text) not in {"minister", "secretary"}
    bodies = {"state", "republic", "opposition", "house", "interior", "education"}
    if not located and not tagged and preposition in {"at", "of", "with", "for"} and first == start:
        speaks_for = preposition == "for" and words[at - 1].lower.startswith("spokes")
        of = office and plain(words[stop - 1].text) not in bodies and preposition == "of"
        if preposition in {"at", "with"} or words[start].text.isupper() or of or speaks_for:
            return end, False, (start, end)
    return max(end, tail), directly, None
