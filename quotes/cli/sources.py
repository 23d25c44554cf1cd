"""`python -m quotes sources`: who gets quoted, and how much."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

import quotes
from quotes.api import MIN_SPEAKER_CONFIDENCE
from quotes.cli.articles import Reading
from quotes.cli.progress import followed
from quotes.cli.shared import (
    Complaints,
    Encoding,
    Files,
    Input,
    Known,
    MaxChars,
    MinSpeakerConfidence,
    Models,
    Repair,
    Workers,
    known_of,
    told_in_one_line,
)
from quotes.cli.writing import Bom, Output, chosen
from quotes.reading import Settings
from quotes.render.output import (
    write_source_csv,
    write_source_lines,
    write_source_page,
    write_source_tables,
)

EXAMPLES = """\
Examples:

\b
  The most quoted sources of some articles, and the shares of women and officials:
    python -m quotes sources news/

\b
  By outlet, from articles that stand one a line in a file, as a page:
    python -m quotes sources articles.jsonl -o sources.html

\b
  The shares alone, for a spreadsheet:
    python -m quotes sources articles.jsonl --summary -o shares.csv
"""


class Format(enum.StrEnum):
    """How sources are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


def sources(
    files: Files,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="Tables to read (the default), one JSON object a source and line for programs, "
            "one row a source as CSV, or an HTML page with bars.",
        ),
    ] = None,
    output: Output = None,
    bom: Bom = False,
    most: Annotated[
        int,
        typer.Option(
            "--top", metavar="N", min=1, help="Show N sources at most in a table or on a page."
        ),
    ] = 50,
    summary: Annotated[
        bool,
        typer.Option("--summary", help="Give the shares alone, in all and by outlet."),
    ] = False,
    min_speaker_confidence: MinSpeakerConfidence = MIN_SPEAKER_CONFIDENCE,
    known: Known = None,
    models: Models = "bundled",
    workers: Workers = 1,
    input_: Input = None,
    encoding: Encoding = None,
    repair: Repair = False,
    max_chars: MaxChars = None,
) -> None:
    """Count who gets quoted, how often and in which role.

    Speakers are merged over the articles. Women and men are told by the articles' own words (he,
    she, Mr, Ms), never by first names; officials by their roles. Nothing is sent anywhere.
    """
    complain = Complaints()
    with told_in_one_line():
        form = chosen(Format, form, output)
        entities = known_of(known)
        reading = Reading(files, complain, Settings(input_, encoding, repair, max_chars), entities)
        found = quotes.sources(
            followed(reading, reading.number()),
            min_speaker_confidence=min_speaker_confidence,
            models=models,
            workers=workers,
            known=entities,
        )
        match form:
            case Format.TABLE:
                write_source_tables(found, output, most=0 if summary else most)
            case Format.JSONL:
                write_source_lines(found, output, summary=summary)
            case Format.CSV:
                write_source_csv(found, output, summary=summary, bom=bom)
            case Format.HTML:
                write_source_page(found, output, most=0 if summary else most)
    complain.end()
