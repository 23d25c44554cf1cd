"""Values as they lie in the tables, and back."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Mapping

from quotes.errors import ArchiveError, FormatError
from quotes.types import Article, Quote

_DAY, _ARTICLE = 40, 14
"""From which bit of a quote's id on the day and the article stand."""
MOST_QUOTES = 1 << _ARTICLE
"""An article with more quotes is none."""


def quote_id(day: int | None, article: int, place: int) -> int:
    """The id of a quote: in the order of day, arrival and place; what has no day comes first."""
    return ((day or 0) << _DAY) | (article << _ARTICLE) | place


def first_of(day: int) -> int:
    """The lowest id that a quote of this day may have."""
    return day << _DAY


def clean(text: str) -> str:
    """A text that SQLite takes: half characters are replaced."""
    return text.encode("utf8", "replace").decode("utf8")


def text_hash(text: str) -> bytes:
    """What tells one text from another."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).digest()


def packed(text: str) -> bytes:
    """A text, deflated."""
    return zlib.compress(text.encode("utf8", "surrogatepass"), 6)


def _unpacked(data: bytes) -> str:
    return zlib.decompress(data).decode("utf8", "surrogatepass")


def dumped(value: Mapping[str, object]) -> str:
    """A dictionary as JSON in ASCII, without spaces."""
    return json.dumps(value, separators=(",", ":"))


def article_row(article: Article, key: str) -> tuple[str, bytes]:
    """All but the text, under the id of the archive, and the text."""
    about = {k: v for k, v in article.to_dict().items() if k != "text"}
    return dumped({**about, "id": key}), packed(article.text)


def article_of(about: str, text: bytes | None = None) -> Article:
    """The article of a row; without a text with an empty one.

    Raises:
        ArchiveError: the row is damaged.
    """
    try:
        shown = _unpacked(text) if text is not None else ""
        return Article.from_dict({**json.loads(about), "text": shown})
    except (ValueError, zlib.error, FormatError) as error:
        raise ArchiveError(f"an article is damaged: {error}") from error


def quote_row(quote: Quote) -> bytes:
    """A quote as it is stored."""
    return packed(dumped(quote.to_dict()))


def quote_of(body: bytes) -> Quote:
    """The quote of a row.

    Raises:
        ArchiveError: the row is damaged.
    """
    try:
        return Quote.from_dict(json.loads(_unpacked(body)))
    except (ValueError, zlib.error, FormatError) as error:
        raise ArchiveError(f"a quote is damaged: {error}") from error


def quotes_of(connection: sqlite3.Connection, article: int) -> tuple[Quote, ...]:
    """The quotes of an article in text order."""
    rows = connection.execute("SELECT body FROM quotes WHERE article = ? ORDER BY id", (article,))
    return tuple(quote_of(body) for (body,) in rows)


def marks(number: int) -> str:
    """So many question marks, for a list of values."""
    return ",".join("?" * number)
