"""Prepositional phrases behind a role: *of the Acme Institute*, *for public health*."""

from __future__ import annotations

from collections.abc import Container

import attrs

from quotes.language.sentences import Sentence
from quotes.lexicons import load, of_class
from quotes.names.known import Known
from quotes.names.name_evidence import COMPANY_HEADS
from quotes.names.noun_phrases import proper_phrase
from quotes.names.organisations import is_organisation
from quotes.names.parts import plain
from quotes.names.runs import is_title, name_like
from quotes.speakers.nouns import singular
from quotes.speakers.phrases import CAMPS, common_phrase

_PREPOSITIONS = of_class("role_prepositions")
_ACTING_FOR = of_class("acting_for")


@attrs.frozen
class Complement:
    """One prepositional phrase: its end, whether it belongs to the role, the institution.

    `anaphor` is the noun that points back to an institution: *head of the company*.
    """

    stop: int
    into_role: bool
    institution: tuple[int, int] | None = None
    anaphor: int | None = None


def complement(
    sentence: Sentence,
    at: int,
    limit: int,
    known: Known | None,
    names: Container[int],
    directly: bool,
) -> Complement | None:
    """Read the prepositional phrase at word `at`, if there is one."""
    words = sentence.words
    if at + 2 < limit and words[at].text == "(" and words[at + 2].text == ")":
        end = at + 3
        while end < limit and words[end].lower in load("organisation_nouns"):
            end += 1
        return Complement(end, False)
    if at + 2 < limit and words[at].lower in {"affiliated", "working", "specialising", "based"}:
        at += 1
    if at + 1 >= limit:
        return None
    preposition = words[at].lower
    if preposition in _ACTING_FOR and words[at].xpos == "VBG":
        preposition = "for"
    if preposition not in _PREPOSITIONS:
        return None
    entity = sentence.entity_at(at + 1)
    if entity is not None and entity.kind == "Date":
        return None
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
            return Complement(stop + 1, False, (i, stop + 1))
        if stop < limit and words[stop].xpos == "POS":
            end = common_phrase(sentence, stop + 1, limit, names)
            if end > stop + 1 and plain(words[end - 1].text) in CAMPS | load("organisation_nouns"):
                return Complement(end, False, (i, end))
            return Complement(end, False) if end > stop + 1 else None
        if more and words[i - 1].xpos == "DT":
            return None
        return Complement(stop, False, (i, stop) if preposition == "at" else None)
    called = _called(sentence, i, limit, known, names)
    if called is not None:
        return Complement(called[1], False, called)
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
        start -= start - 1 > at and words[start - 1].text[:1].isdigit()
        return _proper(sentence, at, i, start, stop, limit, known, preposition, directly, names)
    end = common_phrase(sentence, i, limit, names)
    if end == i:
        return None
    if singular(words[end - 1].text) in load("organisation_nouns") and i > at + 1:
        indefinite = words[i - 1].lower in {"a", "an"} and end - i > 1
        if directly and preposition == "of" and not indefinite and _at_name(sentence, end, limit):
            return Complement(end, True)
        kind = singular(words[end - 1].text) in load("institution_kinds")
        new = indefinite or (kind and words[i - 1].lower == "the" and end - i > 1)
        back = words[i - 1].lower == "the" and end == i + 1
        return Complement(end, False, (i, end) if new else None, i if back else None)
    return Complement(end, directly and preposition in {"of", "for", "on", "in", "to"})


def _at_name(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether the institution follows that a part was named of: *of the school at Acme College*."""
    words = sentence.words
    if at + 2 >= limit or words[at].lower not in {"at", "of"}:
        return False
    return name_like(sentence, at + 1) or (
        words[at + 1].xpos == "DT" and name_like(sentence, at + 2)
    )


def _called(
    sentence: Sentence, i: int, limit: int, known: Known | None, names: Container[int]
) -> tuple[int, int] | None:
    """A name behind the noun for what it is: *the software company Acme*, *law firm Roe & Doe*."""
    words = sentence.words
    k = i
    while k < limit and (
        (words[k].xpos in {"JJ", "NN", "VBN"} and words[k].text[:1].islower())
        or words[k].xpos in {"HYPH", "POS"}
        or words[k].text == "-"
        or (k + 1 < limit and words[k + 1].text == "-")
        or words[k].lower in load("demonyms")
    ):
        k += 1
    start = _numbered(sentence, k, limit) if k == i else k
    if start is None or start >= limit or start in names:
        return None
    body = k > i and words[k - 1].text[:1].islower() and is_body(words[k - 1].text)
    if k > i and not body:
        return None
    stop = proper_phrase(sentence, start + (k == i), limit)
    person = any(n in names for n in range(start, stop))
    if stop == start or person or (k == i and not is_organisation(sentence, k + 1, stop, known)):
        return None
    place = " ".join(plain(words[n].text) for n in range(start, stop)) in load("places")
    return None if place else (start, stop)


def _numbered(sentence: Sentence, i: int, limit: int) -> int | None:
    """Word `i`, if a name opens with a number there: *9 Media Group*."""
    opens = i + 1 < limit and sentence.words[i].xpos == "CD" and name_like(sentence, i + 1)
    return i if opens and sentence.words[i].text[:1].isdigit() else None


def is_body(word: str) -> bool:
    key = singular(word)
    return key in load("organisation_nouns") or key in {
        "consultancy",
        "tank",
        "collective",
        "label",
    }


def _is_field(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether words are a field of work and no institution: *Director of Public Health*."""
    fields = of_class("fields_of_office")
    words = [plain(word.text) for word in sentence.words[first:stop]]
    return (
        sentence.words[first - 1].xpos != "DT"
        and words[-1] in fields
        and fields.union(of_class("field_modifiers")).issuperset(words)
    )


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
) -> Complement:
    """A prepositional phrase whose object begins with capitals at `start`."""
    words = sentence.words
    nouns = load("organisation_nouns") | CAMPS
    person = next((k for k in range(start, stop) if k in names), stop)
    if is_organisation(sentence, start, person, known) or is_body(words[person - 1].text):
        stop = person
    end = stop
    if end < limit and words[end].xpos == "POS":
        end = common_phrase(sentence, end + 1, limit, names)
        end = max(end, proper_phrase(sentence, stop + 1, limit) if stop + 1 < limit else end)
        if end > stop + 1:
            inner = words[end - 1].text[:1].isupper() or singular(words[end - 1].text) in nouns
            organisation = inner or is_organisation(sentence, start, stop, known)
            return Complement(end, False, (start, end) if organisation else None)
        end = stop
    tail = common_phrase(sentence, stop, limit, names)
    if any(
        singular(words[k].text) in nouns | load("organisation_words") for k in range(stop, tail)
    ):
        return Complement(tail, False, (start, tail))
    if directly and preposition in {"of", "for"} and _is_field(sentence, first, stop):
        return Complement(stop, True)
    covering = sentence.entity_at(start)
    part = directly and covering is not None and covering.first < at
    if is_organisation(sentence, start, stop, known) and not part:
        return Complement(end, False, (start, end))
    place = " ".join(plain(words[k].text) for k in range(start, stop)) in load("places")
    entity = sentence.entity_at(start)
    company = preposition == "of" and singular(words[at - 1].text) in COMPANY_HEADS | {
        "owner",
        "executive",
    }
    within = directly and (preposition in {"at", "with"} or company)
    located = entity is not None and entity.kind in {"Location", "NORP"} and not within
    located = located or place
    tagged = entity is not None and entity.kind == "Date"
    office = directly and plain(words[at - 1].text) not in {"minister", "secretary"}
    bodies = {"state", "republic", "opposition", "house", "interior", "education"}
    titled = person < stop and (
        is_title(words[start].text) or plain(words[person - 1].text) in bodies
    )
    named = first == start and start not in names and not titled
    if not located and not tagged and preposition in {"at", "of", "with", "for"} and named:
        speaks_for = preposition == "for" and words[at - 1].text[:1].islower()
        of = office and plain(words[stop - 1].text) not in bodies and preposition == "of"
        if preposition in {"at", "with"} or words[start].text.isupper() or of or speaks_for:
            return Complement(end, False, (start, end))
    return Complement(max(end, tail), directly)
