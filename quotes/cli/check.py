"""`python -m quotes check`: the quotations of a draft against its sources."""

from __future__ import annotations

import enum
import functools
from typing import Annotated

import typer

import quotes
from quotes.cli.articles import articles
from quotes.cli.shared import (
    FILES,
    Encoding,
    Input,
    Known,
    MaxChars,
    Models,
    Repair,
    Workers,
    known_of,
    told_in_one_line,
)
from quotes.cli.writing import Output, chosen
from quotes.reading import STDIN, Settings
from quotes.render.output import write_check_lines, write_check_page, write_checks

EXAMPLES = """\
Examples:

\b
  What of a draft stands in the articles that it quotes from:
    python -m quotes check draft.txt courier.txt tidings.txt

\b
  In a script, by the exit status:
    if python -m quotes check draft.txt sources/*.txt; then ...

\b
  A page to look through with a colleague:
    python -m quotes check draft.txt sources.jsonl -o check.html
"""


_SOURCES = f"What the draft quotes from. {FILES}"


class Format(enum.StrEnum):
    """How checks are written."""

    TEXT = "text"
    JSONL = "jsonl"
    HTML = "html"


def check(
    draft: Annotated[
        str,
        typer.Argument(
            metavar="DRAFT",
            help="The draft: a text file or page, a .jsonl file of several, or - for standard "
            "input.",
        ),
    ],
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help=_SOURCES)],
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="A report to read (the default), one JSON object a quotation and line, or an HTML "
            "page.",
        ),
    ] = None,
    output: Output = None,
    known: Known = None,
    models: Models = "bundled",
    workers: Workers = 1,
    input_: Input = None,
    encoding: Encoding = None,
    repair: Repair = False,
    max_chars: MaxChars = None,
) -> None:
    """Check the quotations of a draft against its sources.

    Every direct and mixed quote of the draft is looked up in all sources, and its speaker compared
    with who says the words there. The answer is verified, altered, absent or misattributed. The
    exit status is 0 only if all are verified, else 1. Nothing is sent anywhere.
    """
    good = True
    with told_in_one_line():
        from quotes.checking import Checker  # at first use: the help stays instant

        form = chosen(Format, form, output)
        if draft == STDIN and STDIN in sources:
            raise quotes.OptionError("standard input is either the draft or a source, not both")
        settings = Settings(input_, encoding, repair, max_chars)
        kept = list(articles(sources, settings=settings))
        drafts = list(articles([draft], settings=settings))
        extractor = quotes.Extractor(models, known=known_of(known))
        checker = Checker(kept, None, functools.partial(extractor.extract_many, workers=workers))
        rows = [(article, checker.check(article)) for article in drafts]
        good = all(all(found) for _, found in rows)
        match form:
            case Format.TEXT:
                write_checks(rows, output)
            case Format.JSONL:
                write_check_lines([one for _, found in rows for one in found], output)
            case Format.HTML:
                write_check_page(rows, kept, output)
    if not good:
        raise typer.Exit(1)
