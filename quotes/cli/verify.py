"""`python -m quotes verify`: whether words stand in articles."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

import quotes
from quotes.cli.articles import articles
from quotes.cli.shared import (
    Encoding,
    Files,
    Input,
    MaxChars,
    Repair,
    tell,
    told_in_one_line,
)
from quotes.reading import Settings
from quotes.render.output import write_verification, write_verification_line

EXAMPLES = """\
Examples:

\b
  A quotation from a draft, in the article that it is taken from:
    python -m quotes verify "We will go ahead … with the wall" article.txt

\b
  In a script, by the exit status:
    if python -m quotes verify "$WORDS" article.txt; then ...

\b
  For programs, one JSON object an article:
    python -m quotes verify "$WORDS" articles.jsonl --format jsonl
"""


class Format(enum.StrEnum):
    """How results are written."""

    TEXT = "text"
    JSONL = "jsonl"


def verify(
    words: Annotated[
        str,
        typer.Argument(metavar="WORDS", help="The words to look for, quotation marks or not."),
    ],
    files: Files,
    output: Annotated[
        Format,
        typer.Option(
            "--format",
            show_default=False,
            help="Lines to read (the default), or one JSON object an article and line.",
        ),
    ] = Format.TEXT,
    absent: Annotated[
        bool,
        typer.Option(
            "--absent",
            help="Of several articles show those, too, in which the words are absent.",
        ),
    ] = False,
    input_: Input = None,
    encoding: Encoding = None,
    repair: Repair = False,
    max_chars: MaxChars = None,
) -> None:
    """Check whether words stand in an article.

    The answer is exact, folded, altered or absent; exact and folded words are verified. Marks,
    dashes, white space, capitals, the stop at the end and an attribution in between make no
    difference; an ellipsis stands for words left out nearby, square brackets for words put in,
    unless they hide what turns the sense. The exit status is 0 only if the words are verified in at
    least one article, else 1. Nothing is sent anywhere.
    """
    verified = False
    with told_in_one_line():
        missing: list[tuple[str, quotes.Verification]] = []
        shown = 0
        for article in articles(files, settings=Settings(input_, encoding, repair, max_chars)):
            found = quotes.verify(words, article)
            verified = verified or found.verified
            if found.status is quotes.VerificationStatus.ABSENT and not absent:
                missing.append((article.id or "", found))
                continue
            shown += 1
            _write(article.id or "", found, output)
        if len(missing) == 1 and not shown:
            _write(*missing[0], output)
        elif missing and not shown and output is Format.TEXT:
            tell(f"absent from all {len(missing)} articles")
    if not verified:
        raise typer.Exit(1)


def _write(name: str, found: quotes.Verification, form: Format) -> None:
    if form is Format.JSONL:
        write_verification_line(found)
    else:
        write_verification(name, found)
