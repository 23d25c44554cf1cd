"""The checks of a draft in a terminal (needs the extra `cli`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from quotes.render.cells import reported, shorten, shown
from quotes.render.checked import changes, headline, source_words, speakers
from quotes.types import Check, CheckStatus

_LONGEST = 300
_STYLES = {
    CheckStatus.VERIFIED: "green",
    CheckStatus.ALTERED: "bold yellow",
    CheckStatus.ABSENT: "bold red",
    CheckStatus.MISATTRIBUTED: "bold magenta",
}


def heading(name: str, checks: Sequence[Check]) -> Text:
    """The name of a draft, how many quotations it has, and how many of each status."""
    return Text.assemble(shown(name, "bold"), ": ", headline(checks))


def checks_view(checks: Sequence[Check]) -> Table:
    """Each quotation of a draft with its status, its speaker, its source and what is wrong."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for check in checks:
        status = Text(check.status.value, style=_STYLES[check.status])
        grid.add_row(status, Group(*_lines(check)))
    return grid


def _lines(check: Check) -> Iterator[Text]:
    yield shown(shorten(reported(check.quote), _LONGEST))
    yield Text.assemble(("  said by: ", "dim"), shown(speakers(check)))
    if check.source is not None:
        yield Text.assemble(("  source: ", "dim"), shown(check.source), *_places(check))
    if check.status is CheckStatus.ALTERED:
        yield Text.assemble(("  there: ", "dim"), shown(shorten(source_words(check), _LONGEST)))
    for change in changes(check):
        sides = []
        if change.draft:
            sides.append(f"draft: {shorten(change.draft, _LONGEST)}")
        if change.source:
            sides.append(f"source: {shorten(change.source, _LONGEST)}")
        yield Text.assemble((f"  {change.kind}: ", "dim"), shown(" | ".join(sides)))
    for warning in check.verification.warnings:
        yield Text(f"  the source has HTML {warning.value}", style="dim")


def _places(check: Check) -> Iterator[str]:
    spans = check.verification.spans
    if spans:
        yield ", characters " + ", ".join(f"{span.start}-{span.end}" for span in spans)
