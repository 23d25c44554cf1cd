"""All that the command line writes, cleaned of what a terminal would obey (needs `cli`)."""

from __future__ import annotations

import typer
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment

from quotes.render.characters import harmless

_LAYOUT = "\n\t"
PIPED_WIDTH = 120


def write(text: str, *, err: bool = False, end: str = "\n", before: str = "") -> None:
    """Write text on standard output, or with `err` on standard error.

    Control and direction characters become replacement signs, line feeds and tabs apart. `before`
    is written as it is: a control sequence of the program itself, never words of an article.
    """
    line = before + harmless(text, keep=_LAYOUT) + end
    typer.echo(line, err=err, nl=False, color=True if before else None)


class Terminal(Console):
    """Standard output; what to do when nobody reads it any more is left to the command."""

    def on_broken_pipe(self) -> None:
        """Say so, instead of ending the process with an error."""
        raise BrokenPipeError


def cleaned(part: RenderableType) -> RenderableType:
    """A table or styled text, its words cleaned in the same way."""
    return _Cleaned(part)


class _Cleaned:
    """A part of what rich writes; its control sequences are rich's own and come after this."""

    def __init__(self, part: RenderableType) -> None:
        self._part = part

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self._part, options):
            if segment.control:
                yield segment
            else:
                yield Segment(harmless(segment.text, keep=_LAYOUT), segment.style)
