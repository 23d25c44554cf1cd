"""`python -m quotes view`: articles with their quotes as a page for the browser."""

from __future__ import annotations

import pathlib
from typing import Annotated

import typer

import quotes
from quotes.api import MIN_SPEAKER_CONFIDENCE
from quotes.cli.articles import articles
from quotes.cli.shared import Files, Models, tell, told_in_one_line

EXAMPLES = """\
Examples:

\b
  A page of one article, to open in a browser:
    python -m quotes view article.txt -o page.html

\b
  Many articles on one page, with what several outlets made of the same words:
    python -m quotes view articles.jsonl --normalise -o page.html
"""


def view(
    files: Files,
    output: Annotated[
        pathlib.Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write the page, not standard output."
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(metavar="TITLE", help="The title of the page, not one made from its quotes."),
    ] = None,
    normalise: Annotated[
        bool,
        typer.Option(
            "--normalise",
            help="Show as well what several outlets made of the same words, side by side.",
        ),
    ] = False,
    min_versions: Annotated[
        int,
        typer.Option(
            metavar="N", min=1, help="With --normalise: utterances with at least N versions."
        ),
    ] = 2,
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
    """Show quotes where they stand, on a page for the browser.

    One HTML file that needs nothing else: the articles, their quotes coloured by speaker, lists of
    speakers and quotes, and filters. Doubtful quotes look doubtful. Nothing is sent anywhere.
    """
    wrong: list[quotes.QuotesError] = []

    def complain(error: quotes.QuotesError) -> None:
        tell(error)
        wrong.append(error)

    with told_in_one_line():
        from quotes.render import page  # at first use: the help stays instant

        read = list(articles(files, complain))
        found = list(
            quotes.extract_many(
                read,
                kinds=[kind.value for kind in quotes.Kind],
                min_speaker_confidence=min_speaker_confidence,
                models=models,
                workers=workers,
            )
        )
        utterances = None
        if normalise:
            spoken = [[q for q in row if q.kind is not quotes.Kind.OTHER] for row in found]
            joined = quotes.normalise(read, quotes=spoken)
            utterances = [u for u in joined if len(u.versions) >= min_versions]
        html = page(read, found, utterances, title=title)
        if output is None:
            typer.echo(html, nl=False)
        else:
            output.write_text(html, encoding="ascii")
    if wrong:
        raise typer.Exit(1)
