"""Whether the speaker of a draft's quotation is the one who says the words in a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotes.names.canonical import same_institution
from quotes.names.parts import words_of
from quotes.types import Kind, Method, Place, Quote, Span, SpeakerCheck, SpeakerKind, SpeakerMatch
from quotes.utterances.parties import Party, Tie, party_of, tie

_SURE = 0.8
"""Nobody is told to be another speaker unless both articles are so sure of theirs."""
_LETTERS, _MANY, _FEW, _WHOLE = 4, 4, 2, 0.8
"""Words of so many letters tell one utterance from another: many of them wherever they stand, few
only where they are nearly all that the source quotes. *As quickly as possible* anybody says."""
_SHORT_INSTITUTION = 0.5
_COVERED = 0.5
_MOST_PLACES = 100
"""Of words that stand nearly everywhere only the best places are compared."""
_NOT_COMPARED = SpeakerCheck(SpeakerMatch.NOT_COMPARED, None)
ORDER = (
    SpeakerMatch.SAME,
    SpeakerMatch.UNSURE,
    SpeakerMatch.DIFFERENT,
    SpeakerMatch.NOT_COMPARED,
)
"""What counts of several readings: a doubt before a difference, either before nothing at all."""


def best(checks: Iterable[SpeakerCheck]) -> SpeakerCheck:
    """The comparison that counts where the words stand several times, or inside two quotes."""
    return min(checks, key=lambda c: ORDER.index(c.match), default=_NOT_COMPARED)


def compared(quote: Quote, places: Sequence[Place], quotes: Sequence[Quote]) -> SpeakerCheck:
    """Compare the speaker of a quote with who says the words at places of a source.

    Args:
        quote: the quote of the draft.
        places: where the source has its words.
        quotes: the quotes of the source.
    """
    return best(
        SpeakerCheck(_match(quote, found, place, quotes), found)
        for place in places[:_MOST_PLACES]
        for found in _covering(place, quotes)
    )


def _covering(place: Place, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotes of the source that have the words, those with quotation marks if there are any."""
    size = sum(span.end - span.start for span in place.spans)
    marked = [q for q in quotes if _shared(place.spans, q.segments) >= _COVERED * size]
    if marked:
        yield from marked
    else:
        yield from (
            q
            for q in quotes
            if q.kind is Kind.INDIRECT and _shared(place.spans, q.content) >= _COVERED * size
        )


def _shared(spans: Sequence[Span], others: Sequence[Span]) -> int:
    """How many characters two rows of spans have in common."""
    return sum(
        max(0, min(one.end, two.end) - max(one.start, two.start)) for one in spans for two in others
    )


def _match(quote: Quote, found: Quote, place: Place, quotes: Sequence[Quote]) -> SpeakerMatch:
    if quote.speaker is None or found.speaker is None:
        return SpeakerMatch.NOT_COMPARED
    one, two = party_of(quote.speaker), party_of(found.speaker)
    relation = tie(one, two)
    if relation is Tie.SAME:
        return SpeakerMatch.SAME
    if relation is Tie.SHORT:
        person = one.kind is SpeakerKind.PERSON
        short = person or same_institution(one.name, two.name) >= _SHORT_INSTITUTION
        clear = short and not _has_namesake(one, two, quotes)
        return SpeakerMatch.SAME if clear else SpeakerMatch.UNSURE
    names = one.kind is two.kind and not one.name.islower() and not two.name.islower()
    if relation is Tie.DIFFERENT and names and _firm(quote) and _firm(found):
        return SpeakerMatch.DIFFERENT if _telling(place, found) else SpeakerMatch.UNSURE
    return SpeakerMatch.UNSURE


def _has_namesake(one: Party, two: Party, quotes: Sequence[Quote]) -> bool:
    """Whether the short name of `one` may be that of somebody else than `two` in the source."""
    others = {party_of(quote.speaker) for quote in quotes if quote.speaker is not None}
    return any(
        tie(two, other) is Tie.DIFFERENT and tie(one, other) in (Tie.SAME, Tie.SHORT)
        for other in others
    )


def _firm(quote: Quote) -> bool:
    """Whether an article is clear about who says the words."""
    return (
        quote.kind in (Kind.DIRECT, Kind.MIXED)
        and quote.method is not Method.CONTINUATION
        and quote.speaker_confidence >= _SURE
    )


def _telling(place: Place, found: Quote) -> bool:
    """Whether the words are too many to be said by two people alike."""
    words = [w for span in place.spans for w in words_of(span.text) if len(w) >= _LETTERS]
    if len(words) >= _MANY:
        return True
    quoted = sum(segment.end - segment.start for segment in found.segments)
    return len(words) >= _FEW and _shared(place.spans, found.segments) >= _WHOLE * quoted
