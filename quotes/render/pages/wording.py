"""What the page says in plain English for the members of closed sets, and for dates."""

from __future__ import annotations

import datetime
import enum

from quotes.types import Kind, Method, Quote, Reason, Unresolved

SURE = 0.9
LIKELY = 0.7


class Certainty(enum.StrEnum):
    """How far a quote and its speaker can be relied on: the lower of its two probabilities."""

    SURE = "sure"
    """At least 0.9."""
    LIKELY = "likely"
    """At least 0.7."""
    DOUBTFUL = "doubtful"
    """Less than that: to be checked."""
    OPEN = "open"
    """No speaker is named."""
    NONE = "none"
    """Quoted words that are not speech."""


def certainty(quote: Quote) -> Certainty:
    """How far the quote can be relied on."""
    if quote.kind is Kind.OTHER:
        return Certainty.NONE
    if quote.speaker is None:
        return Certainty.OPEN
    least = min(quote.confidence, quote.speaker_confidence)
    if least < LIKELY:
        return Certainty.DOUBTFUL
    return Certainty.SURE if least >= SURE else Certainty.LIKELY


KINDS = {
    Kind.DIRECT: "all of the words stand in quotation marks",
    Kind.MIXED: "quoted fragments in a reported clause",
    Kind.INDIRECT: "reported without quotation marks",
    Kind.OTHER: "quoted words that nobody is reported to have said",
}
METHODS = {
    Method.PATTERN: "a fixed form of text, such as a name and a colon",
    Method.RANKER: "chosen among the reporting clauses nearby",
    Method.CONTINUATION: "goes on with the speaker before",
    Method.SYNTAX: "a reporting expression and its clause",
    Method.NONE: "nothing attributes the words",
}
UNRESOLVED = {
    Unresolved.NO_SOURCE: "the article attributes the words to nobody",
    Unresolved.NO_ANTECEDENT: "the article does not say whom the source means",
    Unresolved.LOW_CONFIDENCE: "the speaker that was found is too uncertain",
    Unresolved.NOT_SPEECH: "the quoted words are not speech",
    Unresolved.LANGUAGE: "the article is not in a language that is read",
}
REASONS = {
    Reason.ONLY: "the only version",
    Reason.FULLEST: "the fullest version",
    Reason.AGREED: "the full version that most outlets have",
    Reason.NATURAL: "the fullest version that no machine seems to have reworded",
}
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def long_date(moment: datetime.date | None) -> str:
    """A date, or date and time, as newspapers print it; independent of the locale."""
    if moment is None:
        return ""
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{day}, {moment:%H:%M}" if isinstance(moment, datetime.datetime) else day


def counted(number: int, thing: str) -> str:
    """A number with its noun: 1 quote, 2 quotes."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
