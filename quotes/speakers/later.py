"""What is stated of a person away from the name: *X resigned. She leads Y*; *the X Foundation*."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quotes.language.sentences import Reading, Sentence
from quotes.lexicons import of_class
from quotes.lexicons.persons import Flag, flagged
from quotes.lexicons.pronouns import Form, pronoun_sexes
from quotes.names.known import Known
from quotes.names.people import NameMention, Person
from quotes.speakers.clauses import owned, predicate
from quotes.speakers.describe import describe
from quotes.speakers.statements import NameIndex, Statement, said_of

_SEX = pronoun_sexes(Form.SUBJECT)
_OWN = pronoun_sexes(Form.DETERMINER)
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
    """What is said of a person by pronouns, as long as nobody else is named.

    *His firm, Y,* in the sentence of the name, and sentences right behind it that open with *he*
    or *she*.
    """
    own = names.of(mention.sentence)
    if own != set(range(mention.first, mention.stop)):
        return
    sentence = reading.sentences[mention.sentence]
    yield from _possessions(sentence, mention.stop, sex, own, known, quoted)
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
        if len(sentence.words) > 1 and sentence.words[1].text == ",":
            described = describe(sentence, 2, len(sentence.words), known, others)
            yield from said_of(sentence, described, 0.9, known)
        yield from _possessions(sentence, 1, sex, others, known, quoted)
        if others:
            return


def _fitting(sex: str | None) -> set[str]:
    """The sexes that a pronoun of a person of this sex may show."""
    return {sex} if sex is not None else {"male", "female"}


def _possessions(
    sentence: Sentence,
    first: int,
    sex: str | None,
    names: set[int],
    known: Known,
    quoted: Callable[[int], bool],
) -> Iterator[Statement]:
    """*his firm, Y*, from word `first` on."""
    words = sentence.words
    for i in range(first, len(words) - 1):
        if _OWN.get(words[i].lower) in _fitting(sex) and not quoted(words[i].start):
            yield from owned(sentence, i + 1, names, known)


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
