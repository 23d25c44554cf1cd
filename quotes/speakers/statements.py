"""What an article states of a person in one place: a role, an institution, or both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from quotes.language.sentences import Sentence
from quotes.lexicons import of_class
from quotes.lexicons.persons import Flag, flagged
from quotes.names.known import Known
from quotes.names.parts import plain
from quotes.names.people import Person
from quotes.speakers.describe import Description
from quotes.speakers.nouns import role_kind, singular

_NO_ROLE = of_class("titles_without_role")


@attrs.frozen
class Statement:
    """One thing said of a person: a role, an institution, or both, as words of a sentence."""

    sentence: int
    role: tuple[int, int] | None
    """Words of the role."""
    head: str | None
    affiliations: tuple[tuple[int, int, int], ...]
    """Each as its sentence and the words there: it may have been named before."""
    former: bool
    weight: float


class NameIndex:
    """Which words of each sentence belong to names of persons.

    A name that stands before offices alone (*Acme spokesman*) is rather that of an institution.
    """

    def __init__(self, persons: Sequence[Person], sentences: Sequence[Sentence]) -> None:
        self._rows: dict[int, set[int]] = defaultdict(set)
        for person in persons:
            if all(_before_office(sentences[m.sentence], m.stop) for m in person.mentions):
                continue
            for m in person.mentions:
                self._rows[m.sentence].update(range(m.first, m.stop))

    def of(self, sentence: int) -> set[int]:
        """The words of one sentence."""
        return self._rows.get(sentence, set())


def _before_office(sentence: Sentence, stop: int) -> bool:
    """Whether an office in small letters follows right behind a name."""
    office = sentence.words[stop : stop + 1]
    return bool(office) and office[0].text in flagged(Flag.OFFICE) | {"chief"}


def said_of(
    sentence: Sentence,
    description: Description | None,
    weight: float,
    known: Known,
    *,
    person: bool = True,
) -> Iterator[Statement]:
    """What a description says; of one person (`person`) nothing in the plural."""
    if description is None:
        return
    if sentence.words[description.head].xpos == "NNS":
        several = sentence.words[description.first].lower not in {"one", "among"}
        if several and person:
            return
    # a stray mark before the noun leaves a range without a word
    affiliations = tuple((sentence.index, a, b) for a, b in description.affiliations if a < b)
    if description.anaphor is not None:
        noun = singular(sentence.words[description.anaphor].text)
        named = known.before(sentence.index, description.anaphor, noun)
        if named is not None:
            affiliations = ((named.sentence, named.first, named.stop),)
    word = sentence.words[description.head]
    head = singular(word.text)
    before = sentence.words[max(0, description.head - 2) : description.head]
    if len(before) == 2 and before[1].text == "-" and before[1].end == word.start:
        head = (
            f"{plain(before[0].text)}-{head}"
            if role_kind(f"{plain(before[0].text)}-{head}")
            else head
        )
    role = description.role if head not in _NO_ROLE else None
    yield Statement(sentence.index, role, head, affiliations, description.former, weight)
