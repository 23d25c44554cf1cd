"""Quotes as a table for the terminal (needs the extra `cli`)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from quotes.types import Kind, Quote, Speaker

_LONGEST = 140
_TURNING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
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
        title=None if title is None else _shown(title),
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
            _shown(shorten(_words(quote), _LONGEST)),
            _speaker(quote),
            _shown("; ".join(quote.speaker.roles if quote.speaker else ())),
            _shown("; ".join(_affiliations(quote.speaker))),
            _how(quote),
        )
    return table


def shorten(text: str, longest: int) -> str:
    """Shorten a text to at most `longest` characters, at a space where there is one.

    Runs of white space become one space; an ellipsis stands for what was cut off.
    """
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    head = line[: longest - 2]
    if line[longest - 2] != " ":
        head = head[: head.rfind(" ")] if " " in head else head
    return f"{head.rstrip(' ,;:')} …"


def _words(quote: Quote) -> str:
    """All that is reported, marks included, as the article has it."""
    return " ".join(span.text for span in quote.content) or quote.text


def _affiliations(speaker: Speaker | None) -> tuple[str, ...]:
    return tuple(affiliation.name for affiliation in speaker.affiliations) if speaker else ()


def _speaker(quote: Quote) -> Text:
    if quote.speaker is not None:
        return _shown(quote.speaker.name)
    reason = quote.unresolved.value.replace("_", " ") if quote.unresolved else "unknown"
    return Text(f"({reason})", style="dim")


def _how(quote: Quote) -> Text:
    how = _shown(quote.cue.text) if quote.cue else Text(f"({quote.method.value})", style="dim")
    if quote.via is not None:
        how.append_text(_shown(f", via {quote.via.text}"))
    return how


def _shown(text: str) -> Text:
    """Text of the article on one line, without mark-up and control sequences."""
    line = " ".join(text.split())
    return Text("".join("\ufffd" if _acts(char) else char for char in line))


def _acts(char: str) -> bool:
    """Whether a terminal would obey the character, or could not write it."""
    return unicodedata.category(char) in ("Cc", "Cs") or char in _TURNING
