"""The command line: `python -m quotes`, or `quotes` once installed (needs the extra `cli`)."""

from __future__ import annotations

import enum
import io
import json
import os
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer
from rich.console import Console

import quotes
from quotes.render.table import quotes_table
from quotes.serialise import SCHEMA

_EXAMPLES = """\
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
  Only words in quotation marks, only speakers that are nearly certain:
    python -m quotes extract article.txt \\
        --kinds direct,mixed --min-speaker-confidence 0.9
"""

_PIPED_WIDTH = 120


class Format(enum.StrEnum):
    """How quotes are written."""

    TABLE = "table"
    JSONL = "jsonl"


app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        try:
            typer.echo(f"quotes-nlp {version('quotes-nlp')}")
        except PackageNotFoundError:
            typer.echo("quotes-nlp (not installed)")
        raise typer.Exit


@app.callback()
def main(
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Find the quotations in English news text and say who said them."""


@app.command(epilog=_EXAMPLES, no_args_is_help=True)
def extract(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Articles, one a file, UTF-8; - is standard input."),
    ],
    output: Annotated[
        Format,
        typer.Option(
            "--format", help="A table to read, or one JSON object a quote and line for programs."
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
    ] = 0.0,
    models: Annotated[
        str,
        typer.Option(
            metavar="MODELS",
            help="bundled (inside the package), stanza (the official English models, once "
            "downloaded), or the folder of a stanza package.",
        ),
    ] = "bundled",
) -> None:
    """Extract quotes with their speakers from articles.

    The words of each quote are given as they stand in the article, with the speaker's full name as
    far as the article tells it, role and affiliation. Nothing is sent anywhere.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    wanted = [kind.strip() for kind in kinds.split(",") if kind.strip()]
    try:
        found = quotes.extract_many(
            _articles(files),
            kinds=wanted,
            min_confidence=min_confidence,
            min_speaker_confidence=min_speaker_confidence,
            models=models,
        )
        write = _write_lines if output is Format.JSONL else _write_table
        for name, extracted in zip(files, found, strict=True):
            write(name, extracted)
    except quotes.QuotesError as error:
        typer.echo(f"quotes: {_one_line(error)}", err=True)
        raise typer.Exit(1) from None


def _articles(files: list[str]) -> Iterator[quotes.Article]:
    """The files as articles, each read when it is asked for; its name is the article's id."""
    for name in files:
        try:
            if name == "-":
                text = sys.stdin.buffer.read().decode("utf-8")
            else:
                with open(name, encoding="utf-8", newline="") as file:
                    text = file.read()
        except OSError as error:
            raise quotes.QuotesError(f"{name}: {error.strerror or error}") from error
        except UnicodeDecodeError as error:
            raise quotes.QuotesError(
                f"{name}: not UTF-8 text (byte {error.start}: {error.reason})"
            ) from error
        yield quotes.Article(text, id=name)


def _write_lines(_: str, extracted: list[quotes.Quote]) -> None:
    for quote in extracted:
        typer.echo(json.dumps({"schema": SCHEMA, **quote.to_dict()}))


def _write_table(name: str, extracted: list[quotes.Quote]) -> None:
    console = Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PIPED_WIDTH
    if extracted:
        console.print(quotes_table(extracted, title=name))
    else:
        console.print(f"{name}: no quotes", markup=False, soft_wrap=True)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
