"""Results on standard output: JSON Lines, tables, HTML (needs the extra `cli`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from quotes.render.cells import one_line
from quotes.render.highlight import highlighted, page
from quotes.render.table import quotes_table
from quotes.render.utterances import related_view, utterance_view
from quotes.render.verified import verified_lines
from quotes.render.writing import in_colour, show, write
from quotes.serialise import SCHEMA, UTTERANCE_SCHEMA, VERIFICATION_SCHEMA
from quotes.types import Article, Link, Quote, Utterance, Verification


def write_quote_lines(extracted: Sequence[Quote]) -> None:
    """Write one JSON object a quote."""
    for quote in extracted:
        _write_line({"schema": SCHEMA, **quote.to_dict()})


def write_quote_table(name: str, extracted: Sequence[Quote]) -> None:
    """Write the quotes of the article called `name` as a table."""
    if extracted:
        show(quotes_table(extracted, title=name))
    else:
        write(f"{one_line(name)}: no quotes")


def write_quote_page(rows: Iterable[tuple[Article, Sequence[Quote]]]) -> None:
    """Write an HTML page that shows the quotes of articles where they stand."""
    for piece in page(highlighted(article, extracted) for article, extracted in rows):
        write(piece, end="")


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
        _write_line(line)
    for pair in pairs:
        _write_line({"schema": UTTERANCE_SCHEMA, "record": "related", **pair.to_dict()})


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
    plain = not in_colour()
    for utterance in utterances:
        told = None if links is None else links[utterance.id]
        show(utterance_view(utterance, plain=plain, links=told))
    if pairs:
        show(related_view(pairs, found, plain=plain))
    if not utterances and not pairs:
        write("no utterances")


def write_verification_line(found: Verification) -> None:
    """Write what was found in one article as a JSON object."""
    _write_line({"schema": VERIFICATION_SCHEMA, **found.to_dict()})


def write_verification(name: str, found: Verification) -> None:
    """Write what was found in the article called `name` as lines to read."""
    for line in verified_lines(name, found):
        write(line)


def _write_line(data: Mapping[str, object]) -> None:
    """Write one JSON object, every control character in it escaped (`json` leaves one as it is)."""
    write(json.dumps(data).replace("\x7f", "\\u007f"))
