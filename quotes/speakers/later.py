"""What is stated of a person away from the name: *X resigned. She leads Y*; *the X Foundation*."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quotes.language.sentences import Reading
from quotes.lexicons import of_class
from quotes.lexicons.persons import Flag, flagged
from quotes.lexicons.pronouns import Form, pronoun_sexes
from quotes.names.known import Known
from quotes.names.people import NameMention, Person
from quotes.speakers.clauses import predicate
from quotes.speakers.statements import NameIndex, Statement

_SEX = pronoun_sexes(Form.SUBJECT)
_AHEAD = 2
_NAMED_AFTER = of_class("bodies_named_after_people")


def going_on(
    reading: Reading,
    mention: NameMention,
    sex: str | None,
    names: NameIndex,
    known: Known,
    quoted: Callable[[int], bool],
) -> Iterator[Statement]:
    """What sentences right behind a name say that open with *he* or *she*.

    As long as nobody else is named.
    """
    own = names.of(mention.sentence)
    if own != set(range(mention.first, mention.stop)):
        return
    for number in range(mention.sentence + 1, mention.sentence + 1 + _AHEAD):
        if number >= len(reading.sentences):
            return
        sentence = reading.sentences[number]
        first = sentence.words[0]
        if quoted(first.start) or _SEX.get(first.lower) not in _fitting(sex):
            return
        others = names.of(number)
        if len(sentence.words) > 1 and sentence.words[1].lower not in {"was", "had"}:
            for statement in predicate(sentence, 1, others, known, 0.9):
                if statement.affiliations or statement.head in flagged(Flag.OFFICE):
                    yield statement
        if others:
            return


def _fitting(sex: str | None) -> set[str]:
    """The sexes that a pronoun of a person of this sex may show."""
    return {sex} if sex is not None else {"male", "female"}


def namesake(person: Person, known: Known) -> Iterator[Statement]:
    """The institution that bears the full name of a person: *the Ada Roe Foundation*."""
    words = frozenset(person.parts.words)
    if len(words) < 2:
        return
    for n in known.named_after(words):
        if known.words[n] & _NAMED_AFTER:
            mention = known.mentions[n]
            where = ((mention.sentence, mention.first, mention.stop),)
            yield Statement(mention.sentence, None, None, where, False, 0.1)
            return
