"""Roles and affiliations that the article states of a person, each with the words that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from quotes.language.sentences import Reading, Sentence
from quotes.lexicons import load, of_class
from quotes.names.known import Known
from quotes.names.noun_phrases import proper_phrase
from quotes.names.organisations import is_organisation
from quotes.names.parts import plain
from quotes.names.people import NameMention, Person
from quotes.names.runs import name_like
from quotes.speakers.clauses import (
    attached,
    charged,
    owned,
    predicate,
    relative,
)
from quotes.speakers.describe import describe
from quotes.speakers.institutions import is_partisan
from quotes.speakers.later import going_on, namesake
from quotes.speakers.lone import told
from quotes.speakers.nouns import is_person_noun
from quotes.speakers.phrases import common_phrase
from quotes.speakers.prenominal import apposed_titles, titles
from quotes.speakers.statements import NameIndex, Statement

_LONGEST_PAST = 14
_TITLE = 5
_SEATED = of_class("members_of_parliament")
"""Titles of those who sit for a party."""


def statements(
    reading: Reading,
    person: Person,
    names: NameIndex,
    known: Known,
    quoted: Callable[[int], bool] = lambda at: False,
) -> list[Statement]:
    """All that the article states of `person` beside the name, in text order.

    `quoted` tells of an offset whether it lies between quotation marks.
    """
    found = []
    for mention in person.mentions:
        sentence = reading.sentences[mention.sentence]
        bonus = (1.0 if mention.full else 0.0) - (1.5 if mention.quoted else 0.0)
        for statement in _around(sentence, mention, names.of(mention.sentence), known):
            found.append(attrs.evolve(statement, weight=statement.weight + bonus))
        if not mention.quoted:
            found.extend(going_on(reading, mention, person.sex, names, known, quoted))
    found.extend(namesake(person, known))
    return found


def _around(
    sentence: Sentence, mention: NameMention, names: set[int], known: Known
) -> Iterator[Statement]:
    others = names - set(range(mention.first, mention.stop))
    yield from titles(sentence, mention, others, known)
    yield from apposed_titles(sentence, mention, others, known)
    yield from _after(sentence, mention, others, known)


def _after(
    sentence: Sentence, mention: NameMention, names: set[int], known: Known
) -> Iterator[Statement]:
    words = sentence.words
    size = len(words)
    i = mention.stop
    if i < size and words[i].text == "(":
        i = _aside(sentence, i)
    if i < size and words[i].text == "(":
        yield from _bracketed(sentence, mention.first, i)
        stop = proper_phrase(sentence, i + 1, size) if i + 1 < size else i
        if stop > i + 2 and stop < size and words[stop].text == ")":
            code = words[i + 1].text[1:2] == "-" or words[i + 2].text == "-"  # *(R-Ohio)*
            if is_organisation(sentence, i + 1, stop, known) and not code:
                where = ((sentence.index, i + 1, stop),)
                yield Statement(sentence.index, None, None, where, False, 1.0)
            i = stop + 1
    if i >= size:
        return
    if words[i].lower in {"of", "from", "at", "with"}:
        yield from attached(sentence, i, names, known)
        return
    if words[i].lower == "in" and plain(words[mention.first - 1].text) in {"judge", "justice"}:
        yield from attached(sentence, i, names, known)
        return
    if words[i].lower == "who":
        yield from relative(sentence, i, names, known)
        return
    if words[i].xpos == "POS" and i + 1 < size:
        yield from owned(sentence, i + 1, names, known)
        return
    i = _letters(sentence, i)
    if i >= size or words[i].text not in {",", "-"} or i + 1 >= size:
        yield from predicate(sentence, i, names, known, 1.4)
        return
    i += 1
    aged = i + 1 < size and words[i].xpos == "CD" and words[i + 1].text == ","
    if aged:
        i += 2
        if i >= size:
            return
    if words[i].lower in {"who", "whose"}:
        yield from relative(sentence, i, names, known)
        return
    if [w.lower for w in words[i : i + 3]] == ["in", "charge", "of"] or (
        [w.lower for w in words[i : i + 2]] == ["responsible", "for"]
    ):
        yield from charged(sentence, i, names, known)
        return
    if words[i].lower in {"of", "from", "at", "with", "for"}:
        for statement in attached(sentence, i, names, known):
            _, first, stop = statement.affiliations[0]
            bodies = load("organisation_words") | load("organisation_nouns")
            home = words[i].lower == "of" or (aged and words[i].lower == "from")
            body = any(words[k].lower in bodies for k in range(first, stop))
            if body or not home:
                yield statement
        return
    if _line(sentence, i, names, known):
        yield from _line_of(sentence, i)
        return
    yield from _listed(sentence, i, names, known)


def _bracketed(sentence: Sentence, first: int, i: int) -> Iterator[Statement]:
    """The party in brackets behind a member of parliament: *MP Ada Roe (TTP, Elmford North)*."""
    words = sentence.words
    seated = any(plain(w.text) in _SEATED for w in words[max(0, first - _TITLE) : first])
    if i + 2 < len(words) and words[i + 2].text in ({",", ")"} if seated else {","}):
        short = words[i + 1].text
        title = plain(short) in load("name_suffixes") or is_person_noun(sentence, i + 1)
        if short.isupper() and short.isalpha() and 1 < len(short) < 7 and not title:
            where = ((sentence.index, i + 1, i + 2),)
            yield Statement(sentence.index, None, None, where, False, 1.0)


def _letters(sentence: Sentence, i: int) -> int:
    """Behind letters of honours and degrees and their commas at word `i`: *X, MD, PhD, chair*."""
    words = sentence.words
    while i + 1 < len(words) and words[i].text == ",":
        word = words[i + 1].text
        if plain(word) not in load("name_suffixes") or not word[:1].isupper():
            break
        i += 2
    return i


def _behind_title(sentence: Sentence, i: int) -> int:
    """Behind the title of a work between marks at word `i`: *author of "Tides" and a painter*."""
    words = sentence.words
    if i + 1 >= len(words) or words[i].lower != "of" or words[i + 1].text != '"':
        return i
    for k in range(i + 2, min(i + _LONGEST_PAST, len(words) - 1)):
        if words[k].text == '"':
            return k + 1
    return i


def _aside(sentence: Sentence, i: int) -> int:
    """Behind the brackets at word `i` if they hold no name: *X (pictured), director of Y*."""
    words = sentence.words
    for k in range(i + 1, min(i + 6, len(words))):
        if words[k].text == ")":
            return k + 1
        if name_like(sentence, k):
            break
    return i


def _line(sentence: Sentence, i: int, names: set[int], known: Known) -> bool:
    """Whether an institution alone stands in apposition at word `i`: *X, Acme Institute, said*."""
    words = sentence.words
    stop = proper_phrase(sentence, i) if i < len(words) and name_like(sentence, i) else i
    if stop == i or any(k in names or is_person_noun(sentence, k) for k in range(i, stop)):
        return False
    ends = stop == len(words) or words[stop].text in {".", ")", '"'}
    goes_on = (
        stop + 1 < len(words)
        and words[stop].text == ","
        and (words[stop + 1].xpos in {"VBD", "VBZ"})
    )
    shouted = words[i].text == "AKA"
    return (ends or goes_on) and not shouted and is_organisation(sentence, i, stop, known)


def _line_of(sentence: Sentence, i: int) -> Iterator[Statement]:
    stop = proper_phrase(sentence, i)
    yield Statement(sentence.index, None, None, ((sentence.index, i, stop),), False, 1.1)


def _everyday(sentence: Sentence, i: int, names: set[int]) -> Iterator[Statement]:
    """What an apposition calls somebody by a noun that no list has: *Ada Roe, a tea seller,*."""
    words = sentence.words
    if words[i].lower not in {"a", "an"}:
        return
    stop = common_phrase(sentence, i + 1, len(words), names)
    if stop > i + 1 and words[stop - 1].xpos == "NN" and words[stop - 1].text[:1].islower():
        head = words[stop - 1].lower
        yield Statement(sentence.index, (i + 1, stop), head, (), False, 1.0)


def _listed(sentence: Sentence, i: int, names: set[int], known: Known) -> Iterator[Statement]:
    """Descriptions in apposition, the first at word `i`, others joined by *and* or a comma."""
    words = sentence.words
    size = len(words)
    weight = 2.2
    for _ in range(3):
        description = describe(sentence, i, size, known, names)
        if description is not None and is_partisan(sentence, *description.role):
            where = ((sentence.index, *description.role),)
            yield Statement(sentence.index, None, None, where, False, weight)
            return
        if description is None:
            yield from _everyday(sentence, i, names)
            return
        follows = words[description.stop].text if description.stop < size else "."
        bare = words[i].xpos not in {"DT", "PRP$"}
        if description.stop in names or (
            bare
            and description.stop < size
            and follows not in {"%", "and"}
            and words[description.stop].xpos[:2] in {"NN", "PO", "CD", "JJ", "PR", "DT"}
        ):
            return
        yield from told(sentence, description, weight, known)
        weight -= 0.3
        i = description.stop
        if i < size and words[i].lower == "who":
            yield from relative(sentence, i, names, known)
            return
        i = _behind_title(sentence, i)
        alone = description.role[1] == i and not description.affiliations
        if alone and follows == "," and _line(sentence, i + 1, names, known):
            yield from _line_of(sentence, i + 1)
            return
        if i < size and words[i].text == "," and i + 1 < size and words[i + 1].lower == "and":
            i += 1
        if i + 1 >= size or words[i].lower not in {"and", ","}:
            return
        i += 1
