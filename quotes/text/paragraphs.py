"""Paragraphs, list items and furniture of an article as written."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from itertools import pairwise

import attrs
import regex

from quotes.text.fold import fold
from quotes.text.furniture import furniture_flags


class ParagraphKind(enum.Enum):
    """What a paragraph is on the page."""

    BODY = "body"
    ITEM = "item"
    """A list item; `start` lies after the bullet."""
    FURNITURE = "furniture"
    """Page text that is not the article: it yields no quotes, its names may still be evidence."""


@attrs.frozen
class Paragraph:
    """One paragraph: `text[start:end]`, without the white space and the bullet around it."""

    start: int
    end: int
    kind: ParagraphKind


_LINE = regex.compile(r"[^\n\r\u2028\u2029]+")
_BULLET = regex.compile(r"(?:[•‣◦⁃∙·▪▫●○■□►*]|-(?=\s)|\(?\d{1,2}[.)](?=\s))\s*")
_SENTENCE_END = regex.compile(r"[.!?:;]['\")\]]*$")
_SIGNATURE = 80
_WRAP_MIN, _WRAP_MAX = 40, 100


def _lines(folded: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(folded):
        start, end = match.span()
        while start < end and folded[start].isspace():
            start += 1
        while end > start and folded[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end


def _hard_wrapped(folded: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the lines were broken at a fixed width, with blank lines between paragraphs."""
    inner = [(a, b) for (a, b), (c, _) in pairwise(lines) if folded.count("\n", b, c) == 1]
    if len(inner) < 4 or len(inner) > len(lines) - 2:
        return False
    long = sum(_WRAP_MIN <= b - a <= _WRAP_MAX for a, b in inner)
    closed = sum(bool(_SENTENCE_END.search(folded[max(a, b - 4) : b])) for a, b in inner)
    return long >= 0.8 * len(inner) and closed <= 0.4 * len(inner)


def _signs(folded: str, before: list[tuple[int, int, bool]], start: int, end: int) -> bool:
    """Whether a line with a dash signs the quotation before it (*- Name*) and is no list item."""
    return (
        folded[start] == "-"
        and end - start <= _SIGNATURE
        and bool(before)
        and folded[before[-1][1] - 1] in "\"'"
    )


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Split `text` into paragraphs, in order; white space and bullets belong to none.

    Every line is a paragraph, unless the text is wrapped at a fixed width and has blank lines.
    """
    folded = fold(text)
    lines = list(_lines(folded))
    if _hard_wrapped(folded, lines):
        joined: list[tuple[int, int]] = []
        for start, end in lines:
            if joined and folded.count("\n", joined[-1][1], start) == 1:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        lines = joined
    spans: list[tuple[int, int, bool]] = []
    for start, end in lines:
        bullet = _BULLET.match(folded, start, end)
        if bullet and bullet.end() < end and not _signs(folded, spans, start, end):
            spans.append((bullet.end(), end, True))
        else:
            spans.append((start, end, False))
    flags = furniture_flags([folded[start:end] for start, end, _ in spans])
    return tuple(
        Paragraph(
            start,
            end,
            ParagraphKind.FURNITURE if flag else ParagraphKind.ITEM if item else ParagraphKind.BODY,
        )
        for (start, end, item), flag in zip(spans, flags, strict=True)
    )
