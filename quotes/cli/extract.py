"""`python -m quotes extract`: the quotes of articles."""

from __future__ import annotations

import enum
import itertools
from typing import Annotated

import typer

import quotes
from quotes.api import MIN_SPEAKER_CONFIDENCE
from quotes.cli.articles import articles
from quotes.cli.shared import Files, Models, tell, told_in_one_line
from quotes.cli.writing import Bom, Output, chosen
from quotes.render.output import (
    Pairs,
    write_quote_annotations,
    write_quote_csv,
    write_quote_jsonld,
    write_quote_lines,
    write_quote_page,
    write_quote_parquet,
    write_quote_tables,
)

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
  A table for a spreadsheet, from articles that stand one a line in a file:
    python -m quotes extract articles.jsonl -o quotes.csv

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
    CSV = "csv"
    PARQUET = "parquet"
    HTML = "html"
    JSONLD = "jsonld"
    ANNOTATIONS = "annotations"


def extract(
    files: Files,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="A table to read (the default), one JSON object a quote and line for programs, "
            "one row a quote as CSV or Parquet, an HTML page that shows the quotes where they "
            "stand, or linked data: schema.org's Quotation, or W3C web annotations.",
        ),
    ] = None,
    output: Output = None,
    bom: Bom = False,
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
        form = chosen(Format, form, output)
        named, read = itertools.tee(articles(files, complain))
        found = quotes.extract_many(
            read,
            kinds=wanted or [kinds],
            min_confidence=min_confidence,
            min_speaker_confidence=min_speaker_confidence,
            models=models,
            workers=workers,
        )
        rows = zip(named, found, strict=True)
        _write(rows, form, output, bom)
    if wrong:
        raise typer.Exit(1)


def _write(rows: Pairs, form: Format, file: str | None, bom: bool) -> None:
    match form:
        case Format.TABLE:
            write_quote_tables(rows, file)
        case Format.JSONL:
            write_quote_lines(rows, file)
        case Format.CSV:
            write_quote_csv(rows, file, bom=bom)
        case Format.PARQUET:
            write_quote_parquet(rows, file)
        case Format.HTML:
            write_quote_page(rows, file)
        case Format.JSONLD:
            write_quote_jsonld(rows, file)
        case Format.ANNOTATIONS:
            write_quote_annotations(rows, file)
