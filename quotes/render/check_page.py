"""The checks of drafts as one page of HTML (needs the extra `page`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from quotes.render.checked import Change, changes, headline, speakers
from quotes.render.styling import sheet
from quotes.types import Article, Check, CheckStatus, DifferenceKind, Span

_AROUND, _FAR = 80, 200
_LONGEST = 20_000
"""So many characters of a place are shown at most; the rest is cut."""


@attrs.frozen
class _Piece:
    """A stretch of text; `mark` is what it is marked as, empty for nothing."""

    text: str
    mark: str = ""
    link: str = ""


@attrs.frozen
class _Card:
    """One check as the page shows it."""

    anchor: str
    status: str
    words: Sequence[_Piece]
    there: Sequence[_Piece]
    speakers: str
    source: str
    marking: str
    changes: Sequence[Change]
    warnings: Sequence[str]


@attrs.frozen
class _Draft:
    name: str
    headline: str
    text: Sequence[_Piece]
    cards: Sequence[_Card]


def check_page(
    drafts: Iterable[tuple[Article, Sequence[Check]]], sources: Iterable[Article] = ()
) -> str:
    """A whole HTML page: each draft with its quotations coloured by status, and what was found.

    The page needs nothing from elsewhere. No text is read as mark-up, and characters that a browser
    would act on are shown as a replacement sign.

    Args:
        drafts: the drafts, each with what `quotes.check` returned for it.
        sources: the sources with their ids, to show the words around a place.

    Returns:
        HTML in ASCII: other characters are written as references.

    Raises:
        QuotesError: jinja2 is not installed.
    """
    texts = {source.id: source.text for source in sources if source.id is not None}
    shown = [
        _draft(f"d{number}", draft, checks, texts)
        for number, (draft, checks) in enumerate(drafts, 1)
    ]
    return sheet("check.html", "Checked quotations", drafts=shown)


def _draft(name: str, draft: Article, checks: Sequence[Check], texts: Mapping[str, str]) -> _Draft:
    ranges: list[tuple[int, int, str, str]] = []
    cards = []
    for number, check in enumerate(checks, 1):
        anchor = f"{name}-{number}"
        cards.append(_card(anchor, check, texts))
        ranges.extend((s.start, s.end, check.status.value, anchor) for s in check.quote.segments)
    text = list(_pieces(draft.text, 0, len(draft.text), ranges))
    return _Draft(draft.id or "draft", headline(checks), text, cards)


def _card(anchor: str, check: Check, texts: Mapping[str, str]) -> _Card:
    found = check.verification
    changed = [d for d in found.differences if d.kind is not DifferenceKind.OMITTED]
    given = [(d.given.start, d.given.end, "changed", "") for d in changed if d.given]
    return _Card(
        anchor,
        check.status.value,
        list(_pieces(found.words, 0, len(found.words), given)),
        list(_there(check, texts.get(check.source or ""))),
        speakers(check),
        check.source or "",
        found.marking.value if check.status is not CheckStatus.ABSENT else "",
        list(changes(check)),
        [warning.value for warning in found.warnings],
    )


def _there(check: Check, text: str | None) -> Iterator[_Piece]:
    """The place in the source, with what stands around it where the text is at hand."""
    found = check.verification
    if not found.spans:
        return
    originals = [(d.original.start, d.original.end) for d in found.differences if d.original]
    if text is None or any(text[s.start : s.end] != s.text for s in found.spans):
        for span in found.spans:
            inside = [(a - span.start, b - span.start, "changed", "") for a, b in originals]
            yield from _pieces(span.text, 0, len(span.text), inside)
            yield _Piece(" ")
        return
    who = check.speaker.quote.source if check.speaker.quote is not None else None
    wanted = [*found.spans]
    if who is not None and text[who.start : who.end] == who.text and _near(who, wanted):
        wanted.append(who)
    first, last = min(span.start for span in wanted), max(span.end for span in wanted)
    start, end = _bounds(text, first, min(last, first + _LONGEST))
    yield _Piece("… " if start and text[start - 1] != "\n" else "")
    ranges = [(a, b, "changed", "") for a, b in originals]
    ranges += [part for span in found.spans for part in _without(span, originals)]
    ranges += [(span.start, span.end, "who", "") for span in wanted[len(found.spans) :]]
    yield from _pieces(text, start, end, ranges)
    yield _Piece("" if text[end : end + 1] in ("", "\n", "\r") else " …")


def _near(who: Span, spans: Sequence[Span]) -> bool:
    return any(max(who.start - s.end, s.start - who.end) <= _FAR for s in spans)


def _bounds(text: str, first: int, last: int) -> tuple[int, int]:
    """A little more than a stretch on both sides: whole words of its lines."""
    start = max(first - _AROUND, text.rfind("\n", 0, first) + 1, 0)
    if start and not text[start - 1].isspace():
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else first
    stop = text.find("\n", last)
    end = min(last + _AROUND, len(text) if stop < 0 else stop)
    if end < len(text) and not text[end].isspace():
        space = text.rfind(" ", last, end)
        end = space if space >= 0 else last
    return start, end


def _without(span: Span, ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str, str]]:
    """The parts of a span outside of some ranges."""
    at = span.start
    for start, end in sorted(ranges):
        if start < span.end and end > at:
            yield at, max(at, start), "place", ""
            at = max(at, min(end, span.end))
    yield at, span.end, "place", ""


def _pieces(
    text: str, start: int, end: int, ranges: Iterable[tuple[int, int, str, str]]
) -> Iterator[_Piece]:
    """A stretch of text parted at ranges; of ranges that overlap the first counts."""
    at = start
    for first, last, mark, link in sorted(ranges):
        if first < at or last > end or first >= last:
            continue
        yield _Piece(text[at:first])
        yield _Piece(text[first:last], mark, link)
        at = last
    yield _Piece(text[at:end])
