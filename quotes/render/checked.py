"""What `check` found: how it is counted and told, for every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from quotes.types import (
    Check,
    CheckStatus,
    Difference,
    Marking,
    Quote,
    SpeakerMatch,
    VerificationStatus,
)

_GAP = " … "


def headline(checks: Sequence[Check]) -> str:
    """How many quotations there are, and how many of each status."""
    if not checks:
        return "no quotations"
    counts = Counter(check.status for check in checks)
    told = ", ".join(f"{counts[status]} {status.value}" for status in CheckStatus if counts[status])
    noun = "quotation" if len(checks) == 1 else "quotations"
    return f"{len(checks)} {noun}: {told}"


def speaker_of(quote: Quote | None) -> str:
    """The speaker of a quote, as its article names them."""
    if quote is None or quote.speaker is None:
        return "nobody named"
    return quote.speaker.name


@attrs.frozen
class Change:
    """A difference to show: its kind, and what each side has."""

    kind: str
    draft: str
    source: str


def changes(check: Check) -> Iterator[Change]:
    """What is different in the nearest source."""
    for difference in check.verification.differences:
        yield _change(difference)


def _change(difference: Difference) -> Change:
    given, original = difference.given, difference.original
    return Change(
        difference.kind.value,
        given.text if given is not None else "",
        original.text if original is not None else "",
    )


def source_words(check: Check) -> str:
    """What the source has, where that is not what the draft has character for character."""
    if check.verification.status is VerificationStatus.EXACT:
        return ""
    return _GAP.join(span.text for span in check.verification.spans)


def speakers(check: Check) -> str:
    """In one line who says it, in the draft and in the source."""
    draft, there = speaker_of(check.quote), speaker_of(check.speaker.quote)
    match check.speaker.match:
        case SpeakerMatch.SAME:
            return draft if draft == there else f"{draft} (there: {there})"
        case SpeakerMatch.DIFFERENT if check.status is CheckStatus.MISATTRIBUTED:
            return f"{draft}, but there it is {there}"
        case SpeakerMatch.DIFFERENT:
            return f"{draft} (there: {there})"
        case SpeakerMatch.UNSURE:
            return f"{draft}; there: {there} (not sure that they are one)"
    if check.quote.speaker is None or check.status is CheckStatus.ABSENT:
        return draft
    return f"{draft} (speaker not compared: {_why(check)})"


def _why(check: Check) -> str:
    if check.speaker.quote is not None:
        return "the source names nobody"
    if check.verification.marking is Marking.NONE:
        return "not between quotation marks there"
    return "no speaker found there"
