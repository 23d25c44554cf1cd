"""Quotes as a table for the terminal (needs the extra `cli`)."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from quotes.render.cells import named, reported, shorten, shown
from quotes.types import Kind, Quote, Speaker

_LONGEST = 140
_COLOURS = {Kind.DIRECT: "green", Kind.MIXED: "cyan", Kind.INDIRECT: "yellow", Kind.OTHER: "dim"}


def quotes_table(quotes: Sequence[Quote], *, title: str | None = None) -> Table:
    """Lay out the quotes of one article, one a row, in the order given.

    Args:
        quotes: what `extract` returned.
        title: a heading, such as the name of the file.

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
    table.add_column("kind", no_wrap=True)
    table.add_column("quote", ratio=11)
    table.add_column("speaker", ratio=5)
    table.add_column("role", ratio=4)
    table.add_column("affiliation", ratio=6)
    table.add_column("how", ratio=5, overflow="fold")
    for quote in quotes:
        table.add_row(
            Text(quote.kind.value, style=_COLOURS[quote.kind]),
            shown(shorten(reported(quote), _LONGEST)),
            named(quote),
            shown("; ".join(quote.speaker.roles if quote.speaker else ())),
            shown("; ".join(_affiliations(quote.speaker))),
            _how(quote),
        )
    return table


def _affiliations(speaker: Speaker | None) -> tuple[str, ...]:
    return tuple(affiliation.name for affiliation in speaker.affiliations) if speaker else ()


def _how(quote: Quote) -> Text:
    how = shown(quote.cue.text) if quote.cue else Text(f"({quote.method.value})", style="dim")
    if quote.via is not None:
        how.append_text(shown(f", via {quote.via.text}"))
    return how
