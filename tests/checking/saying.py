"""Articles whose quotes are given, so that these tests run without models."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import quotes
from quotes import Kind, Method, Quote, Span, Speaker, SpeakerKind


def said(
    text: str,
    *segments: str,
    by: str | None,
    who: SpeakerKind = SpeakerKind.PERSON,
    kind: Kind = Kind.DIRECT,
    sure: float = 0.97,
    method: Method = Method.RANKER,
    name: str = "q1",
) -> Quote:
    """A quote of `text` whose segments are these words, each at its first place from there on."""
    spans, at = [], 0
    for segment in segments:
        start = text.index(segment, at)
        at = start + len(segment)
        spans.append(Span(start, at, segment))
    marked = kind is not Kind.INDIRECT
    return Quote(
        id=name,
        article_id=None,
        kind=kind,
        text=" ".join(segments),
        segments=tuple(spans) if marked else (),
        content=tuple(spans),
        cue=None,
        source=None,
        via=None,
        speaker=Speaker("s1", by, who) if by is not None else None,
        confidence=0.9,
        speaker_confidence=sure,
        method=method,
        unresolved=None,
    )


def check(
    draft: str | quotes.Article,
    found: Quote | Sequence[Quote],
    sources: Iterable[str | quotes.Article],
    *rows: Sequence[Quote],
) -> list[quotes.Check]:
    """`quotes.check` with the quotes of the draft and of each source given."""
    given = [found] if isinstance(found, Quote) else found
    return quotes.check(draft, sources, draft_quotes=given, source_quotes=rows)
