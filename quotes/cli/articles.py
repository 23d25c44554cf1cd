"""Articles from files and from standard input."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence

import attrs

import quotes
from quotes.serialise import CHECK_SCHEMA, SCHEMA, UTTERANCE_SCHEMA, VERIFICATION_SCHEMA

_SCHEMAS = (CHECK_SCHEMA, SCHEMA, UTTERANCE_SCHEMA, VERIFICATION_SCHEMA)


def articles(
    files: Sequence[str], complain: Callable[[quotes.QuotesError], None] | None = None
) -> Iterator[quotes.Article]:
    """The articles of text files, and those of .jsonl files, one a line.

    Each file is read when it is asked for. The name of a text file is its article's id.

    Args:
        files: the names; `-` is standard input.
        complain: is told of each file and line that cannot be read; without it the first of them
            is raised.
    """
    for read in _found(files):
        if isinstance(read, quotes.Article):
            yield read
        elif complain is None:
            raise read
        else:
            complain(read)


def _found(files: Sequence[str]) -> Iterator[quotes.Article | quotes.QuotesError]:
    """Each article, or why it cannot be read."""
    for name in files:
        try:
            text = _read(name)
        except quotes.QuotesError as error:
            yield error
            continue
        if not name.lower().endswith(".jsonl"):
            yield quotes.Article(text, id=name)
            continue
        for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
            if line.strip():
                yield _article(line, f"{name}:{number}")


def _article(line: str, place: str) -> quotes.Article | quotes.FormatError:
    """The article of a line; without an id of its own, the place of the line is its id."""
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        return quotes.FormatError(f"{place}: no JSON ({error.msg}, column {error.colno})")
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        return quotes.FormatError(f"{place}: no JSON that can be read ({error})")
    if isinstance(data, dict) and data.get("schema") in _SCHEMAS:
        return quotes.FormatError(f"{place}: a line of {data['schema']}, no article")
    try:
        article = quotes.Article.from_dict(data)
    except quotes.FormatError as error:
        return quotes.FormatError(f"{place}: {error}")
    return article if article.id is not None else attrs.evolve(article, id=place)


def _read(name: str) -> str:
    """The text of a file or of standard input, line ends as they are."""
    try:
        if name == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        with open(name, encoding="utf-8", newline="") as file:
            return file.read()
    except OSError as error:
        if os.path.isdir(name):
            inside = os.path.join(name, "*.txt")
            raise quotes.QuotesError(f"{name}: a folder; name its files: {inside}") from error
        raise quotes.QuotesError(f"{name}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise quotes.QuotesError(
            f"{name}: not UTF-8 text (byte {error.start}: {error.reason})"
        ) from error
