"""Quotes as JSON Lines of the schema `quotes/1`, with what is known of their articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from quotes.export.files import Destination, opened
from quotes.export.formats import Format
from quotes.export.rows import pairs
from quotes.serialise import SCHEMA
from quotes.types import Article, Quote


def quote_line(article: Article, quote: Quote) -> dict[str, Any]:
    """A quote as the dictionary of its line, with what is known of its article."""
    about = article.to_dict()
    del about["text"], about["id"]
    return {"schema": SCHEMA, **quote.to_dict(), **about}


def write_jsonl(
    found: Iterable[tuple[Article, Sequence[Quote]]], file: Destination, *, append: bool = False
) -> int:
    """Write quotes as JSON Lines, as they come: memory does not grow with their number.

    Args:
        found: pairs of an article and its quotes, as for `rows`.
        file: the name of a file, which is there only once all is written, or a file that is open
            for writing bytes.
        append: go on at the end of the file, and put every line into the file at once.

    Returns:
        How many lines were written.

    Raises:
        InputError: something else stands in `found`.
        OSError: the file cannot be written.
    """
    number = 0
    given = pairs(found)
    with opened(file, append=append) as out:
        for article, quotes in given:
            for quote in quotes:
                out.write(json.dumps(quote_line(article, quote)).encode() + b"\n")
                number += 1
    return number


FORMATS = (Format("jsonl", (".jsonl", ".ndjson"), lambda pairs, out, _: write_jsonl(pairs, out)),)
