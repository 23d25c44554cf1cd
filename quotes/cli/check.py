"""`python -m quotes check`: the quotations of a draft against its sources."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

import quotes
from quotes.cli.articles import articles
from quotes.cli.shared import FILES, Models, told_in_one_line
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
    python -m quotes check draft.txt sources.jsonl --format html > check.html
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
            help="The draft: a text file, a .jsonl file of several, or - for standard input.",
        ),
    ],
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help=_SOURCES)],
    output: Annotated[
        Format,
        typer.Option(
            "--format",
            help="A report to read, one JSON object a quotation and line, or an HTML page.",
        ),
    ] = Format.TEXT,
    models: Models = "bundled",
) -> None:
    """Check the quotations of a draft against its sources.

    Every direct and mixed quote of the draft is looked up in all sources, and its speaker compared
    with who says the words there. The answer is verified, altered, absent or misattributed. The
    exit status is 0 only if all are verified, else 1. Nothing is sent anywhere.
    """
    good = True
    with told_in_one_line():
        from quotes.checking import Checker  # at first use: the help stays instant

        kept = list(articles(sources))
        drafts = list(articles([draft]))
        checker = Checker(kept, None, quotes.Extractor(models).extract_many)
        rows = []
        for article in drafts:
            found = checker.check(article)
            good = good and all(found)
            if output is Format.JSONL:
                write_check_lines(found)
            elif output is Format.TEXT:
                write_checks(article.id or "", found)
            else:
                rows.append((article, found))
        if output is Format.HTML:
            write_check_page(rows, kept)
    if not good:
        raise typer.Exit(1)
