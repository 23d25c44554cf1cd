"""The articles of files and of standard input: one of a text or page, many of JSON Lines."""

from __future__ import annotations

import enum
import json
import os
import re
import sys
from collections.abc import Callable, Iterator

import attrs

from quotes.errors import FormatError, InputError, QuotesError
from quotes.reading.decoding import decoded
from quotes.reading.files import STDIN, File
from quotes.text.debris import debris, repair
from quotes.types import Article

_RESULT = re.compile(r"quotes(?:\.\w+)?/\d+")
"""The schemas of the lines that the library writes itself."""
_HEAD = 1024


class Form(enum.StrEnum):
    """What a file holds."""

    TEXT = "text"
    """The words of one article."""
    HTML = "html"
    """A page with one article on it."""
    JSONL = "jsonl"
    """An article on each line, as a JSON object."""


_FORMS = {".txt": Form.TEXT, ".html": Form.HTML, ".htm": Form.HTML, ".jsonl": Form.JSONL}


@attrs.frozen
class Settings:
    """How files are read.

    `form` is what all of them hold; without it their names tell, or their first characters.
    `encoding` is that of files that are not UTF-8. `repaired` says that traces of other formats are
    taken out of the texts (see `repair`). Texts of more than `max_chars` characters are refused.
    """

    form: Form | None = None
    encoding: str | None = None
    repaired: bool = False
    max_chars: int | None = None


Debris = Callable[[str, tuple[str, ...]], None]
"""Told of an article that shows traces of other formats: its place, and examples of them."""


def articles_in(
    file: File,
    settings: Settings = Settings(),
    notice: Callable[[str], None] = lambda _: None,
    found: Debris = lambda _place, _examples: None,
) -> Iterator[Article | QuotesError]:
    """The articles of a file, or why one cannot be read, in their order.

    Args:
        file: what to read; `-` is standard input.
        settings: how.
        notice: is told in a sentence what is odd about the file: that it is empty.
        found: is told of articles that show traces of other formats and are not repaired.

    Raises:
        OptionError: there is no such encoding.
        QuotesError: the extra `html` is needed, and not installed.
    """
    try:
        data = _bytes(file.path)
        form = settings.form or _form_of_name(file.path) or _form_of_head(data)
        if form is Form.TEXT and not settings.form and file.path.lower().endswith(".json"):
            raise QuotesError(
                'is JSON, but not one article a line ({"text": …}), as in .jsonl files'
            )
        text = decoded(data, settings.encoding, page=form is Form.HTML)
    except QuotesError as error:
        if isinstance(error, ValueError):  # an option
            raise
        yield QuotesError(f"{file.name}{' ' if _goes_on(error) else ': '}{error}")
        return
    if not text.strip():
        notice(f"{file.name} is empty")
    if form is Form.JSONL:
        read = _lines(text, file)
    else:
        read = iter([(file.name, _whole(text, file, form))])
    for place, article in read:
        if isinstance(article, QuotesError):
            yield article
            continue
        if settings.max_chars is not None and len(article.text) > settings.max_chars:
            yield InputError(
                f"{place}: {len(article.text)} characters, more than {settings.max_chars}"
            )
            continue
        examples = debris(article.text)
        if examples and settings.repaired:
            yield attrs.evolve(article, text=repair(article.text))
        else:
            if examples:
                found(place, examples)
            yield article


def _goes_on(error: QuotesError) -> bool:
    """Whether a message goes on from the name of the file: *is not UTF-8 …*."""
    return str(error).startswith("is ")


def _bytes(name: str) -> bytes:
    if name == STDIN:
        if sys.stdin is None:
            raise QuotesError("is closed")
        return sys.stdin.buffer.read()
    try:
        with open(name, "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise QuotesError("there is no such file or folder") from error
    except OSError as error:
        raise QuotesError(error.strerror or str(error)) from error


def _form_of_name(name: str) -> Form | None:
    return _FORMS.get(os.path.splitext(name)[1].lower())


def _form_of_head(data: bytes) -> Form:
    """What something without a name that tells seems to hold."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return Form.HTML
    first = data.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    if first.startswith(b"{"):
        try:
            if isinstance(json.loads(first).get("text"), str):
                return Form.JSONL
        except (ValueError, RecursionError):
            pass
    return Form.TEXT


def _whole(text: str, file: File, form: Form) -> Article | FormatError:
    if form is Form.TEXT:
        return Article(text, id=file.id)
    try:
        return attrs.evolve(Article.from_html(text), id=file.id)
    except FormatError as error:
        return FormatError(f"{file.name}: {error}")


def _lines(text: str, file: File) -> Iterator[tuple[str, Article | QuotesError]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = f"{file.name}:{number}"
            yield place, _of_line(line, place, number, file)


def _of_line(line: str, place: str, number: int, file: File) -> Article | FormatError:
    """The article of a line; without an id of its own, file and line are its id."""
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        return FormatError(f"{place}: this line is not JSON ({error.msg}, column {error.colno})")
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        return FormatError(f"{place}: this line is not JSON that can be read ({error})")
    schema = data.get("schema") if isinstance(data, dict) else None
    if isinstance(schema, str) and _RESULT.fullmatch(schema):
        return FormatError(f"{place}: this line is a result ({schema}), not an article")
    try:
        article = Article.from_dict(data)
    except FormatError as error:
        return FormatError(f"{place}: {error}")
    return article if article.id is not None else attrs.evolve(article, id=f"{file.id}:{number}")
