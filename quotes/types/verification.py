"""Whether words are in an article, where, and what was changed."""

from __future__ import annotations

import enum

import attrs

from quotes.serialise import Record
from quotes.types.article import Span


class VerificationStatus(enum.StrEnum):
    """Whether the given words are in the article, and how exactly."""

    EXACT = "exact"
    """Character for character, apart from white space and quotation marks around them."""
    FOLDED = "folded"
    """The same words in the same order: typography, capitals, or openly marked changes (ellipses,
    square brackets) differ."""
    ALTERED = "altered"
    """Something similar is there: words or punctuation were changed, or words that do not belong
    together were joined."""
    ABSENT = "absent"
    """Nothing similar is there."""


VERIFIED = frozenset({VerificationStatus.EXACT, VerificationStatus.FOLDED})
"""The statuses of verified words."""


class Marking(enum.StrEnum):
    """How many of the words are inside quotation marks in the article."""

    WHOLE = "whole"
    """All of them."""
    PARTLY = "partly"
    """Some of them."""
    NONE = "none"
    """None of them: they are the writer's, or reported without quotation marks."""


class DifferenceKind(enum.StrEnum):
    """What was done to the article's words."""

    DROPPED = "dropped"
    """Words of the article are omitted, and nothing says so."""
    ADDED = "added"
    """Words were added that the article does not have there."""
    REPLACED = "replaced"
    """There are other words in place of those of the article."""
    PUNCTUATION = "punctuation"
    """The same words, divided by another pause: a question, a sentence end, a comma."""
    JOINED = "joined"
    """Words of two quotations, or of a quotation and the writer, are given as one."""
    OMITTED = "omitted"
    """Words of the article are omitted where an ellipsis says so."""
    BRACKETED = "bracketed"
    """Words in square brackets, and the words of the article that they stand for, if any."""
    TURNED = "turned"
    """An ellipsis or square brackets hide or insert what can reverse the meaning: a negation, an
    exception, a condition. Reported in addition to the omission or the brackets."""


OPEN_DIFFERENCES = frozenset({DifferenceKind.OMITTED, DifferenceKind.BRACKETED})
"""Differences that the given words show themselves: they leave words verified."""


class VerificationWarning(enum.StrEnum):
    """What about the article's text makes a result less certain."""

    ENTITIES = "entities"
    """It has HTML entities (`&rsquo;`): words are looked up in the text as it is and decoded."""
    TAGS = "tags"
    """It has HTML tags (`<p>`): words are looked up in the text as it is and without tags."""


@attrs.frozen
class Difference(Record):
    """One change: `given` counts the code points of the given words, `original` of the article's.

    A side is None where it has nothing. For pauses and joins both sides take in the words around.
    """

    kind: DifferenceKind
    given: Span | None
    original: Span | None


@attrs.frozen
class Place(Record):
    """One place of the article where the words, or what is near to them, stand.

    `spans` are several where an ellipsis leaves words out, or where an attribution splits the
    quotation (*“We will go,” she said, “if it rains.”*).
    """

    status: VerificationStatus
    spans: tuple[Span, ...]
    marking: Marking
    differences: tuple[Difference, ...]


@attrs.frozen
class Verification(Record):
    """Whether `words` are in the article; true if they are verified (exact or folded).

    `places` has every place of verified words, the best first: exact before folded, between marks
    before without, then in text order. Of altered words it has the nearest place, of absent ones
    none. `spans`, `differences` and `marking` are those of the first place. `warnings` are about
    the article's text, whatever the words.
    """

    words: str
    article_id: str | None
    status: VerificationStatus
    places: tuple[Place, ...]
    warnings: tuple[VerificationWarning, ...] = ()

    def __bool__(self) -> bool:
        return self.verified

    @property
    def verified(self) -> bool:
        """Whether the words are in the article: exact or folded."""
        return self.status in VERIFIED

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the words first are in the article, as offsets of its text."""
        return self.places[0].spans if self.places else ()

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What was changed, in the order of the words."""
        return self.places[0].differences if self.places else ()

    @property
    def marking(self) -> Marking:
        """Whether the words are inside quotation marks there."""
        return self.places[0].marking if self.places else Marking.NONE
