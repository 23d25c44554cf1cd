"""What verbs state of a person: *who heads Acme*, *she teaches at Acme*, *whose firm, Acme,*."""

from __future__ import annotations

from collections.abc import Container, Iterator

import attrs

from quotes.language.sentences import Sentence
from quotes.lexicons import NOTHING, load, load_pairs, of_class
from quotes.names.known import Known
from quotes.names.noun_phrases import proper_phrase
from quotes.names.organisations import LANDS, is_organisation
from quotes.names.runs import name_like
from quotes.speakers.describe import Description, describe
from quotes.speakers.nouns import singular
from quotes.speakers.phrases import behind_seat
from quotes.speakers.statements import Statement, said_of

HEADS = load_pairs("heading_verbs")
"""Verbs that take the institution as their object, each with its role, or `NOTHING`."""

BE = of_class("being_verbs")
EMPLOYED = of_class("employed_verbs")
_OWNING = of_class("owning_verbs")
_LIGHT = of_class("light_adverbs")
_ENDED = of_class("ended_leads")
_ASIDE = 10
_EVENTS = of_class("events")
_WORKS = of_class("works")


def relative(
    sentence: Sentence, i: int, names: Container[int], known: Known
) -> Iterator[Statement]:
    """*X, who heads Y*; *X, who is R at Y*; *X, whose firm, Y,*: the pronoun stands at word `i`."""
    if sentence.words[i].lower == "whose":
        yield from owned(sentence, i + 1, names, known)
        return
    yield from predicate(sentence, i + 1, names, known, 1.3, relative_clause=True)


def predicate(
    sentence: Sentence,
    i: int,
    names: Container[int],
    known: Known,
    weight: float,
    *,
    relative_clause: bool = False,
) -> Iterator[Statement]:
    """What the verb states whose clause goes on at word `i`, behind its subject."""
    words = sentence.words
    k = i
    while k < len(words) and words[k].lemma in _LIGHT:
        k += 1
    if k + 1 >= len(words) or any(w.lower == "had" for w in words[i:k]):
        return
    verb = words[k]
    if verb.lemma in BE:
        yield from _being(sentence, k, names, known, weight)
    elif verb.lemma in EMPLOYED:
        yield from employed(sentence, k, names, known)
    elif verb.lemma in HEADS and verb.xpos in {"VBZ", "VBD", "VBP", "VBN"}:
        yield from _heading(sentence, k, names, known, relative_clause)


def _being(
    sentence: Sentence, k: int, names: Container[int], known: Known, weight: float
) -> Iterator[Statement]:
    words = sentence.words
    if [w.lower for w in words[k + 1 : k + 4]] == ["in", "charge", "of"]:
        yield from charged(sentence, k + 1, names, known)
        return
    if words[k + 1].lower == "with" and words[k].xpos != "VBD":
        yield from attached(sentence, k + 1, names, known)
        return
    description = describe(sentence, k + 1, len(words), known, names)
    if description is not None and words[k].xpos == "VBD" and _over(sentence, description):
        description = attrs.evolve(description, affiliations=(), anaphor=None)
    yield from said_of(sentence, description, weight, known)


def _over(sentence: Sentence, description: Description) -> bool:
    """Whether a time that ended follows: *was director until 2014*."""
    after = sentence.words[description.stop : description.stop + 1]
    return bool(after) and after[0].lower in _ENDED


def charged(sentence: Sentence, i: int, names: Container[int], known: Known) -> Iterator[Statement]:
    """*in charge of R at Y*, *responsible for R at Y*, from word `i` on."""
    words = sentence.words
    start = i + (3 if words[i].lower == "in" else 2)
    stop = start
    while stop < len(words) and (words[stop].xpos[:2] in {"DT", "NN", "JJ", "VB", "CC"}):
        if words[stop].xpos in {"VBD", "VBZ", "VBP"} or stop in names:
            break
        stop += 1
    if stop == start:
        return
    yield Statement(sentence.index, (i, stop), None, (), False, 1.0)
    if stop < len(words) and words[stop].lower in {"at", "for", "with"}:
        yield from attached(sentence, stop, names, known, loose=True)


def employed(
    sentence: Sentence, i: int, names: Container[int], known: Known
) -> Iterator[Statement]:
    """*works for Y*, *lectures on Z at Y*, *serves as the R of Y*, with the verb at word `i`."""
    words = sentence.words
    past = words[i].xpos == "VBD"
    for k in range(i + 1, min(i + _ASIDE, len(words) - 1)):
        if words[k].lower == "as":
            described = describe(sentence, k + 1, len(words), known, names)
            for statement in said_of(sentence, described, 1.0, known):
                ended = attrs.evolve(statement, affiliations=(), weight=0.2)
                yield ended if past else statement
            return
        if words[k].text in {",", ";", ":", '"'} or words[k].xpos in {"WP", "WDT", "VBD", "VBZ"}:
            return
        if words[k].lower in {"for", "at", "with"} or (
            words[k].lower == "in" and words[i].lemma in {"lecture", "teach", "work"}
        ):
            found = list(attached(sentence, k, names, known, loose=words[i].lemma == "play"))
            if found:
                yield from found if not past else ()
                return


def _heading(
    sentence: Sentence, k: int, names: Container[int], known: Known, relative_clause: bool
) -> Iterator[Statement]:
    """*heads Y*, *founded Y*, with the verb at word `k`."""
    verb = sentence.words[k]
    founding = verb.lemma in {"found", "co-found", "cofound"}
    now = verb.xpos != "VBD" or founding
    place = institution_at(sentence, k + 1, names, known, owning=verb.lemma in _OWNING)
    if place is None and not relative_clause:
        return
    told = HEADS[verb.lemma] if HEADS[verb.lemma] != NOTHING else None
    role = (k, k + 1) if told and now else None
    if role or place is not None:
        yield Statement(
            sentence.index,
            role,
            told,
            ((sentence.index, *place),) if place is not None and now else (),
            not now,
            1.0 if relative_clause else 0.9,
        )


def owned(sentence: Sentence, i: int, names: Container[int], known: Known) -> Iterator[Statement]:
    """*X's company, Y*; *whose firm Y*: what is owned begins at word `i`."""
    words = sentence.words
    k = i
    while k < len(words) and words[k].xpos in {"JJ", "NN", "HYPH", "VBN"}:
        k += 1
    if k == i or not is_body(words[k - 1].text) or not words[k - 1].text[:1].islower():
        return
    comma = k < len(words) and words[k].text == ","
    start = k + comma
    stop = _named(sentence, start, names)
    behind = words[stop] if stop < len(words) else None
    goes_on = behind is not None and (
        behind.text[:1].isalnum() if comma else behind.xpos.startswith("NN")
    )
    if stop == start or goes_on:
        return
    if singular(words[k - 1].text) not in LANDS:
        where = ((sentence.index, start, stop),)
        yield Statement(sentence.index, None, None, where, False, 0.9)


def is_body(word: str) -> bool:
    """Whether a noun says what an institution is: *company*, *party*."""
    return singular(word) in load("organisation_nouns") | {"consultancy", "label", "practice"}


def institution_at(
    sentence: Sentence, i: int, names: Container[int], known: Known, *, owning: bool = False
) -> tuple[int, int] | None:
    """The institution that the noun phrase at word `i` names, in words; `owning` takes any name."""
    words = sentence.words
    start = i
    while (
        start < len(words)
        and words[start].xpos in {"DT", "PRP$", "JJ", "NN", "HYPH", "VBN"}
        and not name_like(sentence, start)
    ):
        start += 1
    start = behind_seat(sentence, start)
    stop = _named(sentence, start, names)
    if stop == start or start - i > 8:
        return None
    called = start > i and is_body(words[start - 1].text)
    if is_organisation(sentence, start, stop, known):
        return start, stop
    if start > i and words[start - 1].xpos.startswith("NN") and not called:
        return None
    loose = (called or owning) and words[start].xpos.startswith("NNP")
    return (start, stop) if loose else None


def _named(sentence: Sentence, start: int, names: Container[int]) -> int:
    """Where the name at word `start` ends, if none of a person; else `start`."""
    stop = proper_phrase(sentence, start) if start < len(sentence.words) else start
    return start if any(k in names for k in range(start, stop)) else stop


def _tail(sentence: Sentence, stop: int, names: Container[int]) -> int:
    """Where a name goes on in small letters with what it is: *the Acme steel plant*."""
    words = sentence.words
    k = stop
    while k < len(words) and words[k].xpos in {"NN", "JJ"} and k not in names:
        k += 1
    body = load("organisation_nouns") | load("organisation_words") | _WORKS
    return k if k > stop and words[k - 1].lower in body else stop


def attached(
    sentence: Sentence,
    i: int,
    names: Container[int],
    known: Known,
    *,
    loose: bool = False,
) -> Iterator[Statement]:
    """*X of the Y*, *X from Y*: the institution behind the preposition at word `i`.

    `loose` takes any name that is not known for a place.
    """
    words = sentence.words
    start = i + 1
    while (
        start < len(words)
        and words[start].xpos in {"DT", "JJ", "HYPH", "PRP$", "NN", "POS"}
        and not name_like(sentence, start)
    ):
        start += 1
    start = behind_seat(sentence, start)
    stop = proper_phrase(sentence, start) if start < len(words) else start
    if stop == start or start in names or start - i > 6:
        return
    end = stop
    if stop < len(words) and words[stop].xpos == "POS":
        inner = proper_phrase(sentence, stop + 1) if stop + 1 < len(words) else stop + 1
        if inner > stop + 1 and is_organisation(sentence, stop + 1, inner, known):
            whole = start if inner == stop + 2 else stop + 1  # *St Ann's Cathedral*
            where = ((sentence.index, whole, inner),)
            yield Statement(sentence.index, None, None, where, False, 1.6)
            return
        k = stop + 1
        while k < len(words) and words[k].xpos[:2] in {"NN", "JJ"} and k not in names:
            k += 1
        if k > stop + 1 and singular(words[k - 1].text) in load("organisation_nouns") | load(
            "organisation_words"
        ):
            end = k
        elif not is_organisation(sentence, start, stop, known):
            return
    else:
        end = _tail(sentence, stop, names)
    if words[i].lower == "at" and words[stop - 1].lower in _EVENTS:
        return
    called = start > i + 1 and is_body(words[start - 1].text) and words[start - 1].xpos == "NN"
    if is_organisation(sentence, start, stop, known) or end > stop or called or loose:
        yield Statement(sentence.index, None, None, ((sentence.index, start, end),), False, 1.6)
