"""`python -m quotes extract`: the quotes of articles."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated

import typer

import quotes
from quotes.api import MIN_SPEAKER_CONFIDENCE
from quotes.cli.articles import articles
from quotes.cli.shared import Files, Models, tell, told_in_one_line
from quotes.render.output import write_quote_lines, write_quote_page, write_quote_table

EXAMPLES = """\
Examples:

\b
  A table of who said what:
    python -m quotes extract article.txt

\b
  From another program; a dash reads standard input:
    fetch-article | python -m quotes extract -

\b
  One JSON object a quote, for a whole folder:
    python -m quotes extract news/*.txt --format jsonl > quotes.jsonl

\b
  The same for articles that stand one a line in a file:
    python -m quotes extract articles.jsonl --format jsonl > quotes.jsonl

\b
  A page to check the quotes where they stand:
    python -m quotes extract article.txt --format html > quotes.html

\b
  Only words in quotation marks, only speakers that are nearly certain:
    python -m quotes extract article.txt \\
        --kinds direct,mixed --min-speaker-confidence 0.9
"""


class Format(enum.StrEnum):
    """How quotes are written."""

    TABLE = "table"
    JSONL = "jsonl"
    HTML = "html"


def extract(
    files: Files,
    output: Annotated[
        Format,
        typer.Option(
            "--format",
            help="A table to read, one JSON object a quote and line for programs, or an HTML page "
            "that shows the quotes where they stand.",
        ),
    ] = Format.TABLE,
    kinds: Annotated[
        str,
        typer.Option(
            metavar="KIND,...",
            help="Which kinds to give: direct (all words inside quotation marks), mixed (quoted "
            "fragments in a reported clause), indirect (no marks), other (marked words that "
            "nobody said: titles, nicknames, scare quotes).",
        ),
    ] = "direct,mixed,indirect",
    min_confidence: Annotated[
        float,
        typer.Option(
            metavar="P", help="Leave out quotes less likely than P (0 to 1) to be reported speech."
        ),
    ] = 0.0,
    min_speaker_confidence: Annotated[
        float,
        typer.Option(
            metavar="P", help="Name no speaker that is less likely than P (0 to 1) to be right."
        ),
    ] = MIN_SPEAKER_CONFIDENCE,
    models: Models = "bundled",
    workers: Annotated[
        int,
        typer.Option(metavar="N", min=1, help="How many processes share the work."),
    ] = 1,
) -> None:
    """Extract quotes with their speakers from articles.

    The words of each quote are given as they stand in the article, with the speaker's full name as
    far as the article tells it, role and affiliation. Nothing is sent anywhere.
    """
    wrong: list[quotes.QuotesError] = []

    def complain(error: quotes.QuotesError) -> None:
        tell(error)
        wrong.append(error)

    wanted = [kind.strip() for kind in kinds.split(",") if kind.strip()]
    with told_in_one_line():
        named, read = itertools.tee(articles(files, complain))
        found = quotes.extract_many(
            read,
            kinds=wanted or [kinds],
            min_confidence=min_confidence,
            min_speaker_confidence=min_speaker_confidence,
            models=models,
            workers=workers,
            errors="return",
        )
        rows = _without_errors(zip(named, found, strict=True), complain)
        if output is Format.HTML:
            write_quote_page(rows)
        else:
            for article, extracted in rows:
                if output is Format.JSONL:
                    write_quote_lines(extracted)
                else:
                    write_quote_table(article.id or "", extracted)
    if wrong:
        raise typer.Exit(1)


def _without_errors(
    rows: Iterable[tuple[quotes.Article, list[quotes.Quote] | quotes.ArticleError]],
    complain: Callable[[quotes.QuotesError], None],
) -> Iterator[tuple[quotes.Article, list[quotes.Quote]]]:
    """The articles with their quotes; of those in which something went wrong, the error is told."""
    for article, outcome in rows:
        if isinstance(outcome, quotes.ArticleError):
            complain(outcome)
        else:
            yield article, outcome
