"""Quotes as a table for the terminal (needs the extra `cli`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs
from rich import box
from rich.table import Table
from rich.text import Text

from quotes.render.cells import named, reported, shorten, shown
from quotes.types import Kind, Quote, Speaker

NAME = 24
"""A name is broken between words where it is longer, and within a word only then."""
_LONGEST = 140
_KIND = len("indirect")
_WORDS = 24
"""At least so many characters are left to the words that are quoted."""
_COLOURS = {Kind.DIRECT: "green", Kind.MIXED: "cyan", Kind.INDIRECT: "yellow", Kind.OTHER: "dim"}


def quotes_table(
    quotes: Sequence[Quote], *, title: str | None = None, width: int | None = None
) -> Table:
    """Lay out the quotes of one article, one a row, in the order given.

    Args:
        quotes: what `extract` returned.
        title: a heading, such as the name of the file.
        width: how many characters a line has; where it has too few for all columns, the last ones
            are left out, so that names stay whole. None: there is room for all of them.

    Returns:
        A rich table: kind, the words (shortened at a word), speaker, role, affiliation, and how the
        words were attributed: the cue, or without one the method. Nothing from the article is read
        as mark-up, and characters that a terminal would act on are shown as a replacement sign.
    """
    table = Table(
        title=None if title is None else shown(title),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        expand=True,
    )
    names = [named(quote) for quote in quotes]
    longest = min(NAME, max((name.cell_len for name in names), default=0))
    more = _fitting(longest, width)
    table.add_column("kind", no_wrap=True)
    table.add_column("quote", ratio=11)
    table.add_column("speaker", max_width=NAME)
    for column in more:
        table.add_column(column.heading, ratio=column.ratio, overflow="fold")
    for quote, name in zip(quotes, names, strict=True):
        table.add_row(
            Text(quote.kind.value, style=_COLOURS[quote.kind]),
            shown(shorten(reported(quote), _LONGEST)),
            name,
            *(column.cell(quote) for column in more),
        )
    return table


def _fitting(name: int, width: int | None) -> tuple[_Column, ...]:
    """The columns behind the name, of so many characters, that leave room for the words."""
    taken = _KIND + _WORDS + max(name, len("speaker")) + 2
    kept = []
    for column in _COLUMNS:
        taken += column.least + 1
        if width is None or taken <= width:
            kept.append(column)
    return tuple(kept)


def _affiliations(speaker: Speaker | None) -> tuple[str, ...]:
    return tuple(affiliation.name for affiliation in speaker.affiliations) if speaker else ()


def _how(quote: Quote) -> Text:
    how = shown(quote.cue.text) if quote.cue else Text(f"({quote.method.value})", style="dim")
    if quote.via is not None:
        how.append_text(shown(f", via {quote.via.text}"))
    return how


@attrs.frozen
class _Column:
    """A column behind the name; a table too narrow to give it `least` characters does without."""

    heading: str
    ratio: int
    least: int
    cell: Callable[[Quote], Text]


_COLUMNS = (
    _Column("role", 4, 12, lambda q: shown("; ".join(q.speaker.roles if q.speaker else ()))),
    _Column("affiliation", 6, 16, lambda q: shown("; ".join(_affiliations(q.speaker)))),
    _Column("how", 5, 14, _how),
)
