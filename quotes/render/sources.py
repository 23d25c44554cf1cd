"""Who gets quoted, as tables for the terminal (needs the extra `cli`)."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from quotes.audit import Gender, Source, Sources, Summary, Tally
from quotes.render.cells import shorten, shown

GENDERS = {Gender.WOMAN: "woman", Gender.MAN: "man", Gender.NOT_TOLD: ""}
SORTS = (
    ("named", "named"),
    ("unnamed", "unnamed"),
    ("bodies", "bodies"),
    ("officials", "officials"),
    ("people", "people"),
    ("women", "  women"),
    ("men", "  men"),
    ("not_told", "  not told"),
)
"""The sorts of sources in the order of a table; those that are indented are parts of people."""
_BY_OUTLET = ("named", "officials", "bodies", "women", "men", "not_told")
_LONGEST = 90


def sources_table(sources: Sequence[Source]) -> Table:
    """Lay out sources, one a row: how much they are quoted, who they are, and what is told of them.

    Nothing from an article is read as mark-up, and characters that a terminal would act on are
    shown as a replacement sign.
    """
    table = _table()
    for name in ("quotes", "words", "articles", "outlets"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("source", ratio=3)
    table.add_column("role, affiliation", ratio=4)
    table.add_column("told", no_wrap=True)
    for source in sources:
        told = [GENDERS[source.gender], "official" if source.official else ""]
        table.add_row(
            *(str(n) for n in (source.quotes, source.words, source.articles, len(source.outlets))),
            shown(shorten(source.name, _LONGEST), style="" if source.named else "dim"),
            shown(shorten("; ".join((*source.roles, *source.affiliations)), _LONGEST)),
            ", ".join(filter(None, told)),
        )
    return table


def summary_view(found: Sources) -> RenderableType:
    """Lay out the shares of all articles, and below them those of each outlet."""
    whole = found.summary
    head = (
        f"{_counted(whole.articles, 'article')}, {_counted(whole.sources, 'source')}, "
        f"{_counted(whole.quotes, 'quote')}, {_counted(whole.words, 'quoted word')}; "
        f"{_counted(whole.unattributed, 'more quote')} without a speaker"
    )
    parts: list[RenderableType] = [Text(head), _shares(whole)]
    if found.by_outlet:
        parts.append(_outlets(found.by_outlet))
    return Group(*parts)


def percent(share: float) -> str:
    """A share as a whole number of hundredths."""
    return f"{100 * share:.0f}%"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _shares(summary: Summary) -> Table:
    table = _table(expand=False)
    table.add_column("who", no_wrap=True)
    for name in ("sources", "quotes", "of quotes", "words", "of words"):
        table.add_column(name, justify="right", no_wrap=True)
    for field, name in SORTS:
        tally: Tally = getattr(summary, field)
        table.add_row(
            name,
            str(tally.sources),
            str(tally.quotes),
            percent(tally.quote_share),
            str(tally.words),
            percent(tally.word_share),
        )
    return table


def _outlets(summaries: Sequence[Summary]) -> Table:
    table = _table(expand=False)
    table.add_column("outlet", min_width=12)
    for name in ("articles", "quotes", *(field.replace("_", " ") for field in _BY_OUTLET)):
        table.add_column(name, justify="right", no_wrap=True)
    for summary in summaries:
        shares = (percent(getattr(summary, field).quote_share) for field in _BY_OUTLET)
        outlet = shown(summary.outlet) if summary.outlet else Text("(none)", style="dim")
        table.add_row(outlet, str(summary.articles), str(summary.quotes), *shares)
    return table


def _table(expand: bool = True) -> Table:
    return Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, expand=expand)
