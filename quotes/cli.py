"""The command line: `python -m quotes`, or `quotes` once installed (needs the extra `cli`)."""

from __future__ import annotations

import contextlib
import enum
import io
import json
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

import quotes
from quotes.render.output import (
    write_quote_lines,
    write_quote_table,
    write_utterance_lines,
    write_utterance_tables,
)
from quotes.serialise import SCHEMA, UTTERANCE_SCHEMA

if TYPE_CHECKING:  # loaded at first use: the help stays instant
    from quotes.utterances import Utterances

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

_NORMALISE_EXAMPLES = """\
Examples:

\b
  What several outlets made of the same words, side by side:
    python -m quotes normalise courier.txt tidings.txt herald.txt

\b
  Articles with their outlets and dates; only what two or more versions share:
    python -m quotes normalise articles.jsonl --min-versions 2

\b
  One JSON object an utterance, with the comparisons that joined its versions:
    python -m quotes normalise articles.jsonl --explain \\
        --format jsonl > utterances.jsonl
"""

_MODELS = (
    "bundled (inside the package), stanza (the official English models, once downloaded), or the "
    "folder of a stanza package."
)


class Format(enum.StrEnum):
    """How quotes and utterances are written."""

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
            help=_MODELS,
        ),
    ] = "bundled",
) -> None:
    """Extract quotes with their speakers from articles.

    The words of each quote are given as they stand in the article, with the speaker's full name as
    far as the article tells it, role and affiliation. Nothing is sent anywhere.
    """
    wanted = [kind.strip() for kind in kinds.split(",") if kind.strip()]
    with _told_in_one_line():
        found = quotes.extract_many(
            _articles(files),
            kinds=wanted,
            min_confidence=min_confidence,
            min_speaker_confidence=min_speaker_confidence,
            models=models,
        )
        for name, extracted in zip(files, found, strict=True):
            if output is Format.JSONL:
                write_quote_lines(extracted)
            else:
                write_quote_table(name, extracted)


@app.command(epilog=_NORMALISE_EXAMPLES, no_args_is_help=True)
def normalise(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="Articles, UTF-8: text files, one article a file, or .jsonl files, one JSON "
            "object a line (text, id, outlet, url, title, published; all but text may be left "
            "out); - is standard input (text).",
        ),
    ],
    output: Annotated[
        Format,
        typer.Option(
            "--format",
            help="Tables to read, or one JSON object an utterance and line for programs.",
        ),
    ] = Format.TABLE,
    threshold: Annotated[
        float,
        typer.Option(
            metavar="P",
            help="Join two quotes if they are one utterance with at least this probability "
            "(0.1 to 1).",
        ),
    ] = 0.5,
    min_versions: Annotated[
        int,
        typer.Option(
            metavar="N", min=1, help="Leave out utterances that have fewer than N versions."
        ),
    ] = 1,
    related: Annotated[
        bool,
        typer.Option(
            "--related",
            help="Give at the end the pairs that may coincide but are not joined, as only one "
            "of the two speakers is named.",
        ),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Say why versions were joined: scores, and the features that counted most.",
        ),
    ] = False,
    models: Annotated[str, typer.Option(metavar="MODELS", help=_MODELS)] = "bundled",
) -> None:
    """Bring together what several outlets made of the same words.

    Each utterance is given with its speaker, merged across the articles, its normalised form, and
    the version of every article. Words that differ from the normalised form stand out. Nothing is
    sent anywhere.
    """
    with _told_in_one_line():
        found = quotes.normalise(_collected(files), threshold=threshold, models=models)
        kept = [utterance for utterance in found if len(utterance.versions) >= min_versions]
        links = _inner_links(found) if explain else None
        pairs = found.related if related else ()
        if output is Format.JSONL:
            write_utterance_lines(kept, links, pairs)
        else:
            write_utterance_tables(kept, links, pairs, found)


@contextlib.contextmanager
def _told_in_one_line() -> Iterator[None]:
    """Writing never fails on a character; an error of the library is one line and status 1."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        yield
    except quotes.QuotesError as error:
        typer.echo(f"quotes: {_one_line(error)}", err=True)
        raise typer.Exit(1) from None


def _articles(files: Sequence[str]) -> Iterator[quotes.Article]:
    """The files as articles, each read when it is asked for; its name is the article's id."""
    for name in files:
        yield quotes.Article(_read(name), id=name)


def _collected(files: Sequence[str]) -> Iterator[quotes.Article]:
    """The articles of text files, and those of .jsonl files, one a line."""
    for name in files:
        text = _read(name)
        if not name.lower().endswith(".jsonl"):
            yield quotes.Article(text, id=name)
            continue
        for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
            if line.strip():
                yield _article(line, f"{name}:{number}")


def _article(line: str, place: str) -> quotes.Article:
    """The article of a line; without an id of its own, the place of the line is its id."""
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise quotes.FormatError(f"{place}: no JSON ({error.msg}, column {error.colno})") from error
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise quotes.FormatError(f"{place}: no JSON that can be read ({error})") from error
    if isinstance(data, dict) and data.get("schema") in (SCHEMA, UTTERANCE_SCHEMA):
        raise quotes.FormatError(f"{place}: a line of {data['schema']}, no article")
    try:
        article = quotes.Article.from_dict(data)
    except quotes.FormatError as error:
        raise quotes.FormatError(f"{place}: {error}") from error
    return article if article.id is not None else attrs.evolve(article, id=place)


def _read(name: str) -> str:
    """The text of a file or of standard input, line ends as they are."""
    try:
        if name == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        with open(name, encoding="utf-8", newline="") as file:
            return file.read()
    except OSError as error:
        raise quotes.QuotesError(f"{name}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise quotes.QuotesError(
            f"{name}: not UTF-8 text (byte {error.start}: {error.reason})"
        ) from error


def _inner_links(found: Utterances) -> dict[str, list[quotes.Link]]:
    """The links between versions of one utterance, by the id of the utterance."""
    home = {version.ref: utterance.id for utterance in found for version in utterance.versions}
    links: dict[str, list[quotes.Link]] = {utterance.id: [] for utterance in found}
    for link in found.links:
        if home[link.a] == home[link.b]:
            links[home[link.a]].append(link)
    return links


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
