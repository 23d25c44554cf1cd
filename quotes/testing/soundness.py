"""What holds of the quotes of any article, however odd its text."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence

from quotes.types import Kind, Quote, Span


def faults(text: str, quotes: Sequence[Quote]) -> list[str]:
    """What is unsound about the quotes of an article, one line a fault; none if all is well.

    Sound are quotes whose spans are true (`text[span.start:span.end] == span.text`) and not empty,
    whose fields agree with one another, which stand in text order, go to JSON and back unchanged,
    and whose segments and contents are nested or apart: two quotes neither cross nor coincide.

    Args:
        text: the text of the article.
        quotes: its quotes, as `quotes.extract` gives them, of whatever kinds.
    """
    found = [line for quote in quotes for line in _of_one(text, quote)]
    if len({quote.id for quote in quotes}) != len(quotes):
        found.append("two quotes have one id")
    starts = [quote.content[0].start for quote in quotes if quote.content]
    if starts != sorted(starts):
        found.append("quotes are out of order")
    found.extend(f"contents {line}" for line in _crossing([q.content for q in quotes]))
    found.extend(f"segments {line}" for line in _crossing([q.segments for q in quotes]))
    return found


def assert_sound(text: str, quotes: Sequence[Quote]) -> None:
    """Assert that the quotes of an article have no `faults`.

    Raises:
        AssertionError: they have; the message lists them.
    """
    found = faults(text, quotes)
    if found:
        raise AssertionError("\n".join(found))


def _of_one(text: str, quote: Quote) -> Iterator[str]:
    name = quote.id
    for span in _spans(quote):
        if text[span.start : span.end] != span.text or not 0 <= span.start < span.end:
            yield f"{name}: {span} is not in the text"
    if not quote.content:
        yield f"{name} has no content"
    if (quote.kind is Kind.INDIRECT) == bool(quote.segments):
        yield f"{name}: {quote.kind} with {len(quote.segments)} segments"
    for what, spans in (("content", quote.content), ("segments", quote.segments)):
        if any(a.end > b.start for a, b in itertools.pairwise(spans)):
            yield f"{name}: its {what} overlap or are out of order"
    for segment in quote.segments:
        if not any(c.start <= segment.start and segment.end <= c.end for c in quote.content):
            yield f"{name}: {segment} is outside the content"
    if quote.text != " ".join(s.text for s in quote.segments or quote.content):
        yield f"{name}: its text is not that of its spans"
    if (quote.speaker is None) != (quote.unresolved is not None):
        yield f"{name}: speaker and unresolved disagree"
    if not (0.0 <= quote.confidence <= 1.0 and 0.0 <= quote.speaker_confidence <= 1.0):
        yield f"{name}: a confidence is no probability"
    if Quote.from_dict(json.loads(json.dumps(quote.to_dict(), ensure_ascii=False))) != quote:
        yield f"{name} is another one after a way through JSON"


def _spans(quote: Quote) -> Iterator[Span]:
    yield from quote.segments
    yield from quote.content
    for span in (quote.cue, quote.source, quote.via):
        if span is not None:
            yield span
    if quote.speaker is not None:
        yield from quote.speaker.mentions
        for affiliation in quote.speaker.affiliations:
            yield affiliation.as_written


def _crossing(rows: Sequence[Sequence[Span]]) -> Iterator[str]:
    """The spans of different rows that cross or coincide, each told once."""
    spans = sorted(
        ((s.start, -s.end, number) for number, row in enumerate(rows) for s in row),
    )
    around: list[tuple[int, int, int]] = []
    for start, behind, number in spans:
        end = -behind
        while around and around[-1][1] <= start:
            around.pop()
        if around and number != around[-1][2]:
            outer = around[-1]
            if end > outer[1] or (start, end) == outer[:2]:
                yield f"{outer[0]}:{outer[1]} and {start}:{end} cross or coincide"
        around.append((start, end, number))


__all__ = ["assert_sound", "faults"]
