"""Quotes of an archive and wordings, for the terminal (needs the extra `cli`).

The archive stands above this room: what is shown is known here by its fields.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Protocol

from rich import box
from rich.table import Table
from rich.text import Text

from quotes.render.cells import one_line, reported, shorten, shown
from quotes.types import Article, Quote

_LONGEST = 300


class Found(Protocol):
    """A quote of an archive (`quotes.archive.Found`)."""

    @property
    def article(self) -> Article: ...
    @property
    def quote(self) -> Quote: ...
    @property
    def speaker(self) -> str | None: ...
    @property
    def utterance(self) -> str | None: ...


class Wording(Protocol):
    """A wording of an utterance (`quotes.archive.Wording`)."""

    @property
    def text(self) -> str: ...
    @property
    def published(self) -> datetime.date | None: ...
    @property
    def outlets(self) -> tuple[str | None, ...]: ...
    @property
    def added(self) -> tuple[str, ...]: ...
    @property
    def dropped(self) -> tuple[str, ...]: ...


def found_table(found: Iterable[Found]) -> Table:
    """Rows of quotes: the day, the outlet, the speaker, the words, and the id of the utterance."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("date", no_wrap=True)
    table.add_column("outlet", max_width=16)
    table.add_column("speaker", max_width=24)
    table.add_column("words", ratio=1)
    table.add_column("utterance", overflow="fold", max_width=20, style="dim")
    for row in found:
        table.add_row(
            Text(_day(row.article.published) or "–"),
            shown(row.article.outlet or "–"),
            shown(row.speaker or "–"),
            shown(shorten(reported(row.quote), _LONGEST)),
            shown(row.utterance or ""),
        )
    return table


def wording_lines(wording: Wording) -> Text:
    """One wording: when and where it stood, and what is new and gone in it."""
    names = ", ".join(one_line(name or "–") for name in wording.outlets)
    text = Text(f"{_day(wording.published) or 'undated'}  {names}\n", style="dim")
    text.append(f"  {one_line(wording.text)}\n", style="bold")
    for sign, stretches in (("+", wording.added), ("-", wording.dropped)):
        for stretch in stretches:
            text.append(f"  {sign} {one_line(stretch)}\n")
    return text


def _day(moment: datetime.date | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment is not None else ""
