"""Whether a quotation of a draft is in its sources, and whether the same speaker says it."""

from __future__ import annotations

import enum

import attrs

from quotes.serialise import Record
from quotes.types.quote import Quote
from quotes.types.verification import Verification


class CheckStatus(enum.StrEnum):
    """What is to be said of a quotation of a draft."""

    VERIFIED = "verified"
    """A source has the words; nothing shows that somebody else says them there."""
    ALTERED = "altered"
    """The nearest words of a source are other words."""
    ABSENT = "absent"
    """No source has anything near."""
    MISATTRIBUTED = "misattributed"
    """A source has the words, and somebody else says them there."""


class SpeakerMatch(enum.StrEnum):
    """How the speaker in the draft compares with the speaker in the source."""

    SAME = "same"
    """Their names agree, or one is short for the other."""
    DIFFERENT = "different"
    """They have names that cannot be one speaker's, and both articles are clear about theirs."""
    UNSURE = "unsure"
    """Nothing shows whether they are the same: a description and a name, a person and a body, a
    first name only, or a speaker who is not certain."""
    NOT_COMPARED = "not_compared"
    """One side names nobody for the words, or the source does not have them as a quotation."""


@attrs.frozen
class SpeakerCheck(Record):
    """How the speakers compare; `quote` is the quote of the source that has the words, if any."""

    match: SpeakerMatch
    quote: Quote | None


@attrs.frozen
class Check(Record):
    """One quotation of a draft, looked up in the sources; true where it is verified.

    `source` is the id of the source that `verification` is about: the one that has the words, said
    by the same speaker if there is such a one, else the one that is nearest to them. It is None,
    and `verification` has no places, where the words are absent. `speaker` compares who says the
    words in the draft (`quote.speaker`) and in the source.
    """

    quote: Quote
    status: CheckStatus
    source: str | None
    verification: Verification
    speaker: SpeakerCheck

    def __bool__(self) -> bool:
        return self.verified

    @property
    def verified(self) -> bool:
        """Whether a source has the words, and nobody else is seen to say them there."""
        return self.status is CheckStatus.VERIFIED
