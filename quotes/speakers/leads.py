"""Who the unnamed speaker is that opens an article: *A father has told of … Ada Roe, 34, said*."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotes.language.sentences import Reading, Sentence
from quotes.lexicons import of_class
from quotes.lexicons.persons import Sort, kinds
from quotes.lexicons.pronouns import pronoun_sexes
from quotes.speakers.figures import Figure
from quotes.speakers.nouns import role_kind
from quotes.speakers.statements import Statement
from quotes.types import SpeakerKind

_TELLING = of_class("lead_verbs")
_FIRST = 2
_SOON = 3
_OPENING = 6
_REACH = 24


@attrs.frozen
class Lead:
    """A person and the source without a name that turns out to be the same, as numbers."""

    person: int
    unnamed: int


def lead(reading: Reading, persons: Sequence[Figure], unnamed: Sequence[Figure]) -> Lead | None:
    """Find whom the first source of an article is, if it opens the text without a name.

    It must tell something, and the first person named after it must be introduced within the next
    sentences, at the head of one, and be or do nothing else.
    """
    for n, figure in enumerate(unnamed[:_FIRST]):
        if not figure.events or figure.kind is not SpeakerKind.UNNAMED:
            continue
        sentence = reading.sentences[figure.events[0].sentence]
        opens = sentence.index < _FIRST and sentence.words[0].start == figure.start
        if not opens or not _tells(sentence):
            continue
        number = _next_named(persons, sentence.index)
        if number is not None and _agree(reading, persons[number], figure, sentence):
            return Lead(number, n)
    return None


def joined(person: Figure, unnamed: Figure, said: Sequence[Statement]) -> Figure:
    """The person, with what is said of the unnamed source."""
    events = sorted((*person.events, *unnamed.events), key=lambda event: event.start)
    return attrs.evolve(
        person,
        sex=person.sex or unnamed.sex,
        nouns=person.nouns | unnamed.nouns,
        words=person.words | unnamed.words,
        events=tuple(events),
        statements=(*person.statements, *said),
    )


def _tells(sentence: Sentence) -> bool:
    """Whether the main verb of a sentence is one of telling."""
    words = sentence.words
    if words[0].lower not in {"a", "an"}:
        return False
    for i, word in enumerate(words[:_REACH]):
        if word.xpos in {"VBD", "VBZ"} and word.lemma != "have":
            clause = i > 0 and words[i - 1].lower in {"who", "that", "which"}
            if not clause:
                return word.lemma in _TELLING
        if word.xpos == "VBN" and any(w.lemma == "have" for w in words[max(0, i - 2) : i]):
            return word.lemma in _TELLING
    return False


def _next_named(persons: Sequence[Figure], sentence: int) -> int | None:
    """The person who is named first in an article, if that is soon after a sentence."""
    heard = [(f.events[0].start, n) for n, f in enumerate(persons) if f.events]
    if not heard:
        return None
    number = min(heard)[1]
    place = persons[number].events[0].sentence
    return number if sentence < place <= sentence + _SOON else None


def _agree(reading: Reading, person: Figure, figure: Figure, sentence: Sentence) -> bool:
    event = person.events[0]
    words = reading.sentences[event.sentence].words
    at = next((i for i, w in enumerate(words) if w.start == event.start), len(words))
    if at > _OPENING or not (event.subject and event.full) or event.quoted or event.governed:
        return False
    sexes = pronoun_sexes()
    pronouns = (sexes[w.lower] for w in sentence.words if w.lower in sexes)
    sex = figure.sex or next(pronouns, None)
    if sex is not None and person.sex is not None and sex != person.sex:
        return False
    own = {noun for noun in person.nouns if role_kind(noun) is Sort.ROLE}
    return not own or any(
        noun in figure.nouns
        or kinds(noun) & figure.nouns
        or any(noun in kinds(f) for f in figure.nouns)
        for noun in own
    )
