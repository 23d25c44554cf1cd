"""Noun phrases that describe a person: the role they name and the institution they name with it."""

from __future__ import annotations

from collections.abc import Container

import attrs

from quotes.language.sentences import Sentence
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Flag, Sort, flagged, sexes
from quotes.names.known import Known
from quotes.names.organisations import LANDS
from quotes.names.parts import plain
from quotes.speakers.complements import complement
from quotes.speakers.institutions import owner, part
from quotes.speakers.nouns import is_person_noun, singular
from quotes.speakers.phrases import chunk

_MAX_COMPLEMENTS = 4
_NOT_OF = of_class("roles_not_of_bodies")
"""What *of* follows without telling an institution: *author of Acme*, *defender of the Act*."""


_SEATED = of_class("roles_of_seats")
"""Offices that are held over a place or a field, or for voters."""
_POINTERS = of_class("pointers")
"""Adjectives that are no part of a role."""


@attrs.frozen
class Description:
    """A role as written, its head noun, and the words that name an institution beside it.

    `first` and `stop` are the words of the whole phrase, `role` those of the role; `affiliations`
    are pairs of words (first, stop) of the same sentence.
    """

    first: int
    stop: int
    role: tuple[int, int]
    head: int
    affiliations: tuple[tuple[int, int], ...]
    former: bool
    anaphor: int | None = None
    """The word that points back to an institution: *its* president, *the group's* president."""


def _compound(sentence: Sentence, head: int) -> str:
    """The head noun in lower case, with what hyphens join to it in front: *front-runner*."""
    words = sentence.words
    if head > 1 and words[head - 1].text == "-":
        return f"{words[head - 2].lower}-{words[head].lower}"
    return words[head].lower


def _seat(sentence: Sentence, institution: tuple[int, int], head: int) -> bool:
    """Whether a name behind an office is the place that it is held over: *mayor of Elmford*."""
    words = sentence.words[slice(*institution)]
    if singular(sentence.words[head].text) not in _SEATED:
        return False
    bodies = load("organisation_words") | load("organisation_nouns") | load("parties")
    named = any(plain(w.text) in bodies - LANDS for w in words)
    return not named and not any(w.text.isupper() and len(w.text) > 1 for w in words)


def _has_body(sentence: Sentence, institution: tuple[int, int]) -> bool:
    """Whether a word of a name shows that it is an institution's, not a field's."""
    bodies = load("organisation_words")
    return any(plain(w.text) in bodies for w in sentence.words[slice(*institution)])


def _behind_field(sentence: Sentence, end: int, limit: int) -> int:
    """Behind the field between commas of a title in capitals: *Vice President, Data, at Acme*."""
    words = sentence.words
    if end + 3 >= limit or words[end].text != "," or not words[end - 1].text[:1].isupper():
        return end
    stop = end + 1
    while stop < limit and (words[stop].text[:1].isupper() or words[stop].lower in {"and", "&"}):
        stop += 1
    field = stop > end + 1 and stop + 1 < limit and words[stop].text == ","
    return stop + 1 if field and words[stop + 1].lower == "at" else end


def _of_body(sentence: Sentence, start: int, head: int) -> bool:
    """Whether an institution named before is taken up by a noun in front: *company spokesman*."""
    words = sentence.words
    body = start < head and singular(words[start].text) in load("organisation_nouns")
    return body and singular(words[head].text) in flagged(Flag.OFFICE)


def describe(
    sentence: Sentence,
    first: int,
    limit: int,
    known: Known | None = None,
    names: Container[int] = frozenset(),
) -> Description | None:
    """Read the description of a person that begins at word `first`, if there is one.

    Args:
        sentence: The sentence.
        first: Where the noun phrase begins; a determiner is skipped.
        limit: Where it must end at the latest.
        known: The organisations of the article.
        names: Words that belong to names of persons; the phrase ends before them.
    """
    words = sentence.words
    i = first
    among = [w.lower for w in words[i : i + 3]]
    i += 3 if among in (["one", "of", "the"], ["one", "of", "its"]) else 0
    while i < limit and (
        words[i].xpos in {"DT", "PRP$", "RB", "PDT"} or words[i].lower in {"one", "now", "then"}
    ):
        if words[i].lower in {"not", "n't", "there", "so", "also"}:
            return None
        i += 1
    while i < limit and words[i].xpos == "VBG" and words[i].lower not in load("role_modifiers"):
        i += 1
    while i + 1 < limit and words[i].lower in _POINTERS and words[i].xpos != "NN":
        i += 1
    anaphor = first if words[first].lower == "its" else None
    start = i
    stop = chunk(sentence, start, limit, known, names)
    head = stop - 1
    while head > start and words[head].xpos in {"CD", "VBN", "VBG"}:
        head -= 1
    if head < start or not is_person_noun(sentence, head):
        return None
    title = words[head].text[:1].isupper() or words[head - 1].xpos == "NN"
    if head > start and title and plain(words[head].text) in sexes(Sort.ADDRESS):
        modifier = words[head - 1].lower in load("role_modifiers")
        modifier = modifier or words[head].lower == "general"
        modifier = modifier or words[head - 1].lower == "detective"
        head -= is_person_noun(sentence, head - 1) and not modifier
        if head + 1 < stop and stop < limit:
            return None
    role, affiliations = part(sentence, start, head, known, names)
    if words[first].lower == "the" and not affiliations:
        anaphor = owner(sentence, start, head)
        if anaphor is not None and anaphor > start:
            affiliations, anaphor = [(start, anaphor + 1)], None
    if anaphor is None and not affiliations and _of_body(sentence, start, head):
        anaphor = start
    end = head + 1
    field = None
    for _ in range(_MAX_COMPLEMENTS):
        end = _behind_field(sentence, end, limit)
        step = complement(sentence, end, limit, known, names, end == role[1])
        if step is None:
            break
        other = words[end].lower == "of" and singular(words[head].text) in _NOT_OF
        before, end = end, step.stop
        if step.into_role:
            role = (role[0], end)
        if step.institution is not None and _seat(sentence, step.institution, head):
            role = (role[0], end) if before == role[1] else role
        elif step.institution is not None and not other:
            if field is not None and words[before].lower == "at":  # *director of Tides at Acme*
                affiliations.remove(field)
                role = (role[0], field[1])
            affiliations.append(step.institution)
            ruled = before == role[1] and words[before].lower == "of"
            field = (
                step.institution if ruled and not _has_body(sentence, step.institution) else None
            )
        if step.anaphor is not None and anaphor is None:
            anaphor = step.anaphor
    former = any(words[k].lower in load("past_words") for k in range(first, head + 1))
    leaning = _compound(sentence, head) in flagged(Flag.LEANING)
    if former or leaning:
        affiliations = []
    if end + 2 < limit and words[end].lower in {"now", "currently"}:
        step = complement(sentence, end + 1, limit, known, names, False)
        if step is not None and step.institution is not None:
            end = step.stop
            affiliations.append(step.institution)
    if former or leaning or affiliations:
        anaphor = None
    return Description(first, end, role, head, tuple(affiliations), former, anaphor)
