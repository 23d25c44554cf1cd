"""Results on standard output: JSON Lines, tables, HTML (needs the extra `cli`)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence

import typer
from rich.console import Console

from quotes.render.checks import checks_view, heading
from quotes.render.highlight import highlighted, page
from quotes.render.table import quotes_table
from quotes.render.utterances import related_view, utterance_view
from quotes.render.verified import verified_lines
from quotes.serialise import CHECK_SCHEMA, SCHEMA, UTTERANCE_SCHEMA, VERIFICATION_SCHEMA
from quotes.types import Article, Check, Link, Quote, Utterance, Verification

_PIPED_WIDTH = 120


def write_quote_lines(extracted: Sequence[Quote]) -> None:
    """Write one JSON object a quote."""
    for quote in extracted:
        typer.echo(json.dumps({"schema": SCHEMA, **quote.to_dict()}))


def write_quote_table(name: str, extracted: Sequence[Quote]) -> None:
    """Write the quotes of the article called `name` as a table."""
    console = _console()
    if extracted:
        console.print(quotes_table(extracted, title=name))
    else:
        console.print(f"{name}: no quotes", markup=False, soft_wrap=True)


def write_quote_page(rows: Iterable[tuple[Article, Sequence[Quote]]]) -> None:
    """Write an HTML page that shows the quotes of articles where they stand."""
    for piece in page(highlighted(article, extracted) for article, extracted in rows):
        typer.echo(piece, nl=False)


def write_utterance_lines(
    utterances: Iterable[Utterance],
    links: Mapping[str, Sequence[Link]] | None,
    pairs: Iterable[Link],
) -> None:
    """Write one JSON object an utterance, then one a pair of related quotes.

    Args:
        utterances: the utterances to write.
        links: if given, by the id of each utterance the links that are written with it.
        pairs: the related pairs.
    """
    for utterance in utterances:
        line = {"schema": UTTERANCE_SCHEMA, "record": "utterance", **utterance.to_dict()}
        if links is not None:
            line["links"] = [link.to_dict() for link in links[utterance.id]]
        typer.echo(json.dumps(line))
    for pair in pairs:
        typer.echo(json.dumps({"schema": UTTERANCE_SCHEMA, "record": "related", **pair.to_dict()}))


def write_utterance_tables(
    utterances: Sequence[Utterance],
    links: Mapping[str, Sequence[Link]] | None,
    pairs: Sequence[Link],
    found: Iterable[Utterance],
) -> None:
    """Write the versions of each utterance as rows, then the related pairs.

    Args:
        utterances: the utterances to write.
        links: if given, by the id of each utterance the links that explain it.
        pairs: the related pairs.
        found: all utterances, which hold the quotes of the pairs.
    """
    console = _console()
    plain = console.color_system is None
    for utterance in utterances:
        told = None if links is None else links[utterance.id]
        console.print(utterance_view(utterance, plain=plain, links=told))
    if pairs:
        console.print(related_view(pairs, found, plain=plain))
    if not utterances and not pairs:
        console.print("no utterances")


def write_verification_line(found: Verification) -> None:
    """Write what was found in one article as a JSON object."""
    typer.echo(json.dumps({"schema": VERIFICATION_SCHEMA, **found.to_dict()}))


def write_verification(name: str, found: Verification) -> None:
    """Write what was found in the article called `name` as lines to read."""
    for line in verified_lines(name, found):
        typer.echo(line)


def write_check_lines(checks: Iterable[Check]) -> None:
    """Write one JSON object a check."""
    for check in checks:
        typer.echo(json.dumps({"schema": CHECK_SCHEMA, **check.to_dict()}))


def write_checks(name: str, checks: Sequence[Check]) -> None:
    """Write the checks of the draft called `name` as a report."""
    console = _console()
    console.print(heading(name, checks), soft_wrap=True)
    if checks:
        console.print(checks_view(checks))


def write_check_page(
    drafts: Iterable[tuple[Article, Sequence[Check]]], sources: Iterable[Article]
) -> None:
    """Write an HTML page with the checks of drafts."""
    from quotes.render.check_page import check_page  # the one that needs the extra `page`

    typer.echo(check_page(drafts, sources), nl=False)


def _console() -> Console:
    console = Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PIPED_WIDTH
    return console
