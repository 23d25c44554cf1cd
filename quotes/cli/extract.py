"""`python -m quotes extract`: the quotes of articles."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Annotated

import typer

import quotes
from quotes.api import MIN_SPEAKER_CONFIDENCE
from quotes.cli.articles import Reading
from quotes.cli.extracting import extracted
from quotes.cli.resume import done
from quotes.cli.selecting import Wanted
from quotes.cli.shared import (
    Complaints,
    Encoding,
    Files,
    Input,
    Kinds,
    Known,
    MaxChars,
    MinConfidence,
    MinSpeakerConfidence,
    Models,
    Repair,
    Speakers,
    Workers,
    kinds_of,
    known_of,
    tell,
    told_in_one_line,
)
from quotes.cli.writing import Bom, Output, chosen
from quotes.export.formats import Pairs, formats
from quotes.reading import Settings
from quotes.render.output import write_page, write_quote_tables, write_quotes

EXAMPLES = """\
Examples:

\b
  A table of who said what:
    python -m quotes extract article.txt

\b
  From another program; a dash reads standard input:
    fetch-article | python -m quotes extract -

\b
  One JSON object a quote, for a whole folder; if stopped, it goes on later:
    python -m quotes extract news/ -o quotes.jsonl --resume

\b
  A table for a spreadsheet, from articles that stand one a line in a file:
    python -m quotes extract articles.jsonl -o quotes.csv

\b
  A page to check the quotes where they stand:
    python -m quotes extract article.txt --format html > quotes.html

\b
  Only words in quotation marks, only speakers that are nearly certain:
    python -m quotes extract article.txt \\
        --kind direct --kind mixed --min-speaker-confidence 0.9

\b
  What one person says in a folder of articles, pages among them:
    python -m quotes extract news/ --speaker Varley
"""


if TYPE_CHECKING:
    Format = enum.StrEnum
else:
    Format = enum.StrEnum("Format", ["table", *formats(), "html"])
    """How quotes are written."""


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
    kinds: Kinds = None,
    speaker: Speakers = None,
    min_confidence: MinConfidence = 0.0,
    min_speaker_confidence: MinSpeakerConfidence = MIN_SPEAKER_CONFIDENCE,
    known: Known = None,
    models: Models = "bundled",
    workers: Workers = 1,
    input_: Input = None,
    encoding: Encoding = None,
    repair: Repair = False,
    max_chars: MaxChars = None,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="Go on with the JSON Lines or CSV file of -o, if it is there: articles whose "
            "quotes are in it are not read again.",
        ),
    ] = False,
) -> None:
    """Extract quotes with their speakers from articles.

    The words of each quote are given as they stand in the article, with the speaker's full name as
    far as the article tells it, role and affiliation. Nothing is sent anywhere.
    """
    complain = Complaints()
    with told_in_one_line():
        form = chosen(Format, form, output)
        wanted = Wanted(speaker)
        skip = _done(output, form) if resume else frozenset()
        entities = known_of(known)
        settings = Settings(input_, encoding, repair, max_chars)
        reading = Reading(files, complain, settings, entities, skip)
        rows = extracted(
            reading,
            complain,
            kinds=kinds_of(kinds),
            min_confidence=min_confidence,
            min_speaker_confidence=min_speaker_confidence,
            models=models,
            workers=workers,
            printed=output is None,
        )
        _write(_of(rows, wanted), form, output, bom, resume)
    complain.end()


def _done(output: str | None, form: str) -> frozenset[str]:
    if output is None:
        raise quotes.OptionError("resume: name the file to go on with by -o")
    return done(output, form)


def _of(rows: Pairs, wanted: Wanted) -> Pairs:
    """The articles with the quotes of the speakers who are asked for, if any are."""
    some = False
    for article, row in rows:
        kept = [quote for quote in row if wanted(quote.speaker)]
        if kept or not wanted:
            some = True
            yield article, kept
    if not some and wanted:
        tell(f"no quotes by {' or '.join(wanted.names)}")


def _write(rows: Pairs, form: str, file: str | None, bom: bool, append: bool) -> None:
    if form == "table":
        write_quote_tables(rows, file)
    elif form == "html":
        write_page(rows, file)
    else:
        write_quotes(formats()[form], rows, file, bom=bom, append=append)
