"""What stands in a cell: text of articles on one line, safe for a terminal (needs `cli`)."""

from __future__ import annotations

from rich.text import Text

from quotes.render.characters import harmless
from quotes.render.reasons import reason
from quotes.types import Quote


def one_line(text: str) -> str:
    """Runs of white space as one space; what a terminal would act on as a replacement sign."""
    return harmless(" ".join(text.split()))


def shown(text: str, style: str = "") -> Text:
    """Text of the article on one line, without mark-up and control sequences."""
    return Text(one_line(text), style=style)


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


def reported(quote: Quote) -> str:
    """All that is reported, marks included, as the article has it."""
    return " ".join(span.text for span in quote.content) or quote.text


def named(quote: Quote) -> Text:
    """The speaker as the article names them, or in brackets the reason why there is none."""
    if quote.speaker is not None:
        return shown(quote.speaker.name)
    return Text(reason(quote), style="dim")
