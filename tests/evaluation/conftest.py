"""Quotes and gold annotations for the measures, placed by the words that they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from quotes.types import Affiliation, Kind, Method, Quote, Span, Speaker, SpeakerKind, Unresolved

QuoteOf = Callable[..., Quote]


@pytest.fixture
def quote_of() -> QuoteOf:
    """A function that makes a quote of the words `said` (twice the same words: the first)."""

    def make(
        text: str,
        said: str,
        *,
        source: str | None = None,
        kind: Kind = Kind.DIRECT,
        name: str | None = None,
        roles: Sequence[str] = (),
        affiliations: Sequence[str] = (),
        confidence: float = 0.9,
    ) -> Quote:
        def span(words: str) -> Span:
            start = text.index(words)
            return Span(start, start + len(words), words)

        speaker = name and Speaker(
            "s1",
            name,
            SpeakerKind.PERSON,
            tuple(roles),
            tuple(Affiliation(a, Span(0, 1, text[0])) for a in affiliations),
        )
        return Quote(
            id="q1",
            article_id=None,
            kind=kind,
            text=said,
            segments=() if kind is Kind.INDIRECT else (span(said),),
            content=(span(said),),
            cue=None,
            source=span(source) if source else None,
            via=None,
            speaker=speaker or None,
            confidence=1.0,
            speaker_confidence=confidence if speaker else 0.0,
            method=Method.RANKER,
            unresolved=None if speaker else Unresolved.NO_SOURCE,
        )

    return make
