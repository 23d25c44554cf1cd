"""The text of an article as HTML with its quotes marked, for the page and for notebooks."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from quotes.render.characters import harmless
from quotes.types import Kind, Quote, Span


@attrs.frozen
class Layer:
    """An element over a stretch of the text.

    Elements are cut where a paragraph ends or another element crosses them: `open` is the tag of
    the first piece and `again` that of the others. `before` stands in front of the first piece and
    of all that is open around it, `after` behind the last piece.
    """

    start: int
    end: int
    open: str
    again: str
    close: str
    before: str = ""
    after: str = ""


def escaped(text: str) -> str:
    """Text for HTML, as content or in an attribute; what a browser obeys is a replacement sign."""
    return html.escape(harmless(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n\t"))


def woven(text: str, layers: Iterable[Layer], starts: Sequence[int]) -> list[str]:
    """The text with elements over its stretches, properly nested whatever they cover.

    Of elements that begin together the longer one is outside, of equal ones the one that comes
    first. Empty ones are left out.

    Args:
        text: the text of an article.
        layers: the elements.
        starts: where paragraphs begin, in ascending order; the first begins at 0 in any case.

    Returns:
        The HTML of each paragraph, its own element left out; together they hold every character of
        the text.
    """
    coming = sorted((x for x in layers if x.start < x.end), key=lambda x: (x.start, -x.end))
    breaks = {0, *starts} - {len(text)} or {0}
    cuts = sorted(breaks | {len(text)} | {c for x in coming for c in (x.start, x.end)})
    found: list[str] = []
    pieces: list[str] = []
    stack: list[Layer] = []
    at = 0
    begun = 0
    outside = 0  # where in `pieces` the outermost open element begins
    for start, end in pairwise(cuts):
        if start in breaks and start > begun:
            cut = _closed(stack, start, pieces, least=0)
            found.append("".join(pieces))
            pieces, begun, outside = [layer.again for layer in cut], start, 0
            stack.extend(cut)
        else:
            least = next((n for n, x in enumerate(stack) if x.end <= start), len(stack))
            again = _closed(stack, start, pieces, least)
            if not stack:
                outside = len(pieces)
            pieces.extend(layer.again for layer in again)
            stack.extend(again)
        while at < len(coming) and coming[at].start == start:
            if coming[at].before:
                pieces.insert(outside, coming[at].before)
                outside += 1
            pieces.append(coming[at].open)
            stack.append(coming[at])
            at += 1
        pieces.append(escaped(text[start:end]))
    _closed(stack, len(text), pieces, least=0)
    return [*found, "".join(pieces)]


def _closed(stack: list[Layer], at: int, pieces: list[str], least: int) -> list[Layer]:
    """Close the elements from number `least` on; returns those of them that go on."""
    again = []
    while len(stack) > least:
        layer = stack.pop()
        pieces.append(layer.close)
        if layer.end <= at:
            pieces.append(layer.after)
        else:
            again.append(layer)
    return again[::-1]


@attrs.frozen
class Shown:
    """What a quote looks like: the classes of its `mark`s and what stands around its words.

    `anchor` is the id of its first part, if it has one; the others have `-2`, `-3` and so on behind
    it. `label` stands in front of the quote, `numbers` is the HTML behind each part.
    """

    anchor: str
    classes: str
    label: str = ""
    numbers: Sequence[str] = ()


def quote_layers(quotes: Sequence[Quote], shown: Callable[[int], Shown]) -> Iterator[Layer]:
    """The elements for quotes: what is reported, the words between marks, source and cue.

    Args:
        quotes: the quotes of one article.
        shown: what the quote of this number (from 0) looks like.
    """
    for number, quote in enumerate(quotes):
        look = shown(number)
        mark = f'<mark class="{look.classes}"'
        if look.anchor:
            mark += f' data-q="{look.anchor}"'
        for part, span in enumerate(quote.content):
            name = look.anchor if part == 0 else f"{look.anchor}-{part + 1}"
            yield Layer(
                span.start,
                span.end,
                f'{mark} id="{name}">' if look.anchor else f"{mark}>",
                f"{mark}>",
                "</mark>",
                before="" if part else look.label,
                after=look.numbers[part] if part < len(look.numbers) else "",
            )
        if quote.kind is Kind.MIXED:
            yield from (plain_layer(span, "words") for span in quote.segments)
    for number, quote in enumerate(quotes):
        anchor = shown(number).anchor
        for words, name in ((quote.source, "source"), (quote.cue, "cue")):
            if words is not None:
                yield plain_layer(words, name, f'data-q="{anchor}"' if anchor else "")


def plain_layer(span: Span, name: str, data: str = "", anchor: str = "") -> Layer:
    """An element with a class, perhaps another attribute, and perhaps an id."""
    tag = f'<span class="{name}"' + (f" {data}" if data else "")
    first = f'{tag} id="{anchor}">' if anchor else f"{tag}>"
    return Layer(span.start, span.end, first, f"{tag}>", "</span>")
