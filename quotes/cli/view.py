"""`python -m quotes view`: articles with their quotes as a page for the browser."""

from __future__ import annotations

import pathlib
from typing import Annotated

import typer

import quotes
from quotes.api import MIN_SPEAKER_CONFIDENCE
from quotes.cli.articles import Reading
from quotes.cli.extracting import extracted
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
from quotes.cli.writing import SUFFIXES, Page
from quotes.reading import Settings

EXAMPLES = """\
Examples:

\b
  A page of one article, to open in a browser:
    python -m quotes view article.txt -o page.html

\b
  Many articles on one page, with the versions of each utterance:
    python -m quotes view articles.jsonl --normalise -o page.html
"""


def view(
    files: Files,
    output: Page = None,
    title: Annotated[
        str | None,
        typer.Option(metavar="TITLE", help="The title of the page, not one made from its quotes."),
    ] = None,
    normalise: Annotated[
        bool,
        typer.Option(
            "--normalise",
            help="Also show the versions of each utterance, side by side.",
        ),
    ] = False,
    min_versions: Annotated[
        int,
        typer.Option(
            metavar="N", min=1, help="With --normalise: utterances with at least N versions."
        ),
    ] = 2,
    min_speaker_confidence: MinSpeakerConfidence = MIN_SPEAKER_CONFIDENCE,
    known: Known = None,
    models: Models = "bundled",
    workers: Workers = 1,
    input_: Input = None,
    encoding: Encoding = None,
    repair: Repair = False,
    max_chars: MaxChars = None,
) -> None:
    """Show quotes where they stand, on a page for the browser.

    One HTML file that needs nothing else: the articles, their quotes coloured by speaker, lists of
    speakers and quotes, and filters. Doubtful quotes look doubtful. Nothing is sent anywhere.
    """
    complain = Complaints()
    with told_in_one_line():
        from quotes.render.output import write_page  # at first use: the help stays instant

        if output is not None and SUFFIXES.get(pathlib.PurePath(output).suffix, "html") != "html":
            raise quotes.OptionError(f"{output}: a page is HTML: end its name in .html")
        entities = known_of(known)
        reading = Reading(files, complain, Settings(input_, encoding, repair, max_chars), entities)
        rows = list(
            extracted(
                reading,
                complain,
                kinds=tuple(quotes.Kind),
                min_speaker_confidence=min_speaker_confidence,
                models=models,
                workers=workers,
                printed=output is None,
            )
        )
        write_page(rows, output, _utterances(rows, min_versions) if normalise else None, title)
    complain.end()


def _utterances(
    rows: list[tuple[quotes.Article, list[quotes.Quote]]], least: int
) -> list[quotes.Utterance]:
    """What at least so many versions of several articles share."""
    spoken = [[q for q in row if q.kind is not quotes.Kind.OTHER] for _, row in rows]
    joined = quotes.normalise([article for article, _ in rows], quotes=spoken)
    return [utterance for utterance in joined if len(utterance.versions) >= least]
