"""What many tests share: the real engine, loaded once, and what all of its quotes hold to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

import quotes
from quotes.language.sentences import Reading
from quotes.types import Kind, Quote, Span
from tests.readings import reading

AssertSound = Callable[[str, Sequence[Quote]], None]


@pytest.fixture(scope="session")
def one_thread() -> None:
    """Keep torch to one thread: small models gain nothing from more, and machines are shared."""
    import torch

    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def read() -> Callable[[str], Reading]:
    """The function that makes readings from tagged text, without models."""
    return reading


@pytest.fixture(scope="session")
def extractor(one_thread: None) -> quotes.Extractor:
    """The extractor on the bundled models."""
    return quotes.Extractor(models="bundled")


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


def _nest_or_part(one: Span, two: Span) -> bool:
    apart = one.end <= two.start or two.end <= one.start
    inside = one.start <= two.start and two.end <= one.end
    around = two.start <= one.start and one.end <= two.end
    return apart or inside or around


@pytest.fixture(scope="session")
def assert_sound() -> AssertSound:
    """A function that asserts of an article's text and its quotes what holds on any input."""

    def check(text: str, found: Sequence[Quote]) -> None:
        for quote in found:
            for span in _spans(quote):
                assert text[span.start : span.end] == span.text
                assert span.end - span.start == len(span.text) > 0
            assert quote.content
            assert (quote.kind is Kind.INDIRECT) == (not quote.segments)
            if quote.segments:
                assert quote.text == " ".join(s.text for s in quote.segments)
            assert (quote.speaker is None) == (quote.unresolved is not None)
            assert 0.0 <= quote.confidence <= 1.0
            assert 0.0 <= quote.speaker_confidence <= 1.0
        assert len({quote.id for quote in found}) == len(found)
        starts = [min(s.start for s in q.content) for q in found]
        assert starts == sorted(starts)
        segments = [s for quote in found for s in quote.segments]
        assert all(_nest_or_part(a, b) for i, a in enumerate(segments) for b in segments[:i])

    return check
