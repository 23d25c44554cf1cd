"""From the pieces of a drafted article to its text, with quotes whose spans fit."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Sequence

import attrs

from quotes.evaluation.retelling.outlets import Outlet
from quotes.types import Affiliation, Article, Kind, Method, Quote, Span, Speaker, SpeakerKind


class Part(enum.Enum):
    """What a piece of an article is."""

    PLAIN = enum.auto()
    MENTION = enum.auto()
    SOURCE = enum.auto()
    AFFILIATION = enum.auto()
    CUE = enum.auto()
    VIA = enum.auto()
    MARK = enum.auto()
    SEGMENT = enum.auto()
    REPORTED = enum.auto()


_CONTENT = frozenset({Part.MARK, Part.SEGMENT, Part.REPORTED})


@attrs.frozen
class Piece:
    """A stretch of a drafted article; `quote` and `speaker` are numbers within the article."""

    text: str
    part: Part = Part.PLAIN
    quote: int = -1
    speaker: int = -1


@attrs.frozen
class DraftSpeaker:
    """A speaker as one article knows them."""

    name: str
    kind: SpeakerKind
    roles: tuple[str, ...]
    organisation: str | None


@attrs.frozen
class DraftQuote:
    """A quote before it has a place: its speaker by the number within the article."""

    kind: Kind
    speaker: int


@attrs.frozen
class Draft:
    """An article before its text is put together."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    quotes: tuple[DraftQuote, ...]
    speakers: tuple[DraftSpeaker, ...]


def finished(
    draft: Draft, article_id: str, outlet: Outlet, published: datetime.date | None
) -> tuple[Article, tuple[Quote, ...]]:
    """The article of a draft, and its quotes in the order of the draft."""
    texts: list[str] = []
    at = 0
    parts: list[dict[Part, list[Span]]] = [{} for _ in draft.quotes]
    contents: list[list[Span]] = [[] for _ in draft.quotes]
    mentions: list[list[Span]] = [[] for _ in draft.speakers]
    houses: list[list[Span]] = [[] for _ in draft.speakers]
    for number, paragraph in enumerate(draft.paragraphs):
        for piece in [Piece("\n\n"), *paragraph] if number else paragraph:
            text = piece.text.replace("'", "’") if outlet.curly else piece.text
            span = Span(at, at + len(text), text)
            texts.append(text)
            at = span.end
            if piece.part is Part.PLAIN:
                continue
            if piece.part in (Part.MENTION, Part.SOURCE):
                mentions[piece.speaker].append(span)
            elif piece.part is Part.AFFILIATION:
                houses[piece.speaker].append(span)
            if piece.quote >= 0:
                _grow(parts[piece.quote].setdefault(piece.part, []), span)
                if piece.part in _CONTENT:
                    _grow(contents[piece.quote], span)
    speakers = [
        Speaker(
            f"s{number}",
            speaker.name,
            speaker.kind,
            speaker.roles,
            tuple(Affiliation(speaker.organisation or "", span) for span in houses[number - 1][:1]),
            tuple(mentions[number - 1]),
        )
        for number, speaker in enumerate(draft.speakers, 1)
    ]
    quotes = tuple(
        _quote(f"q{n + 1}", article_id, quote, parts[n], contents[n], speakers[quote.speaker])
        for n, quote in enumerate(draft.quotes)
    )
    return Article("".join(texts), article_id, outlet.name, published=published), quotes


def _grow(spans: list[Span], span: Span) -> None:
    """Add a span, as one with the last if it begins where that ends."""
    if spans and spans[-1].end == span.start:
        last = spans.pop()
        span = Span(last.start, span.end, last.text + span.text)
    spans.append(span)


def _quote(
    id: str,
    article_id: str,
    quote: DraftQuote,
    parts: dict[Part, list[Span]],
    content: Sequence[Span],
    speaker: Speaker,
) -> Quote:
    segments = tuple(parts.get(Part.SEGMENT, ()))
    return Quote(
        id=id,
        article_id=article_id,
        kind=quote.kind,
        text=" ".join(span.text for span in segments or content),
        segments=segments,
        content=tuple(content),
        cue=next(iter(parts.get(Part.CUE, ())), None),
        source=next(iter(parts.get(Part.SOURCE, ())), None),
        via=next(iter(parts.get(Part.VIA, ())), None),
        speaker=speaker,
        confidence=1.0,
        speaker_confidence=1.0,
        method=Method.PATTERN,
        unresolved=None,
    )
