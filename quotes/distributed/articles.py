"""Articles of a table: the columns in which they come in, and those in which their quotes go on."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from quotes.errors import FormatError, InputError
from quotes.export.columnar import parquet_schema, to_pandas
from quotes.export.files import encodable
from quotes.export.rows import Row
from quotes.types import Article, Quote

if TYPE_CHECKING:
    import pandas
    import pyarrow

COLUMNS = ("id", "outlet", "url", "title", "published")
"""What of an article may be given beside its text."""
_TEXTS = ("text", *COLUMNS[:4])
EXTRACTED = ("text", *COLUMNS, "quotes", "error", "message")
"""The columns of `extract`, strings all: `published` as in ISO 8601, `quotes` as JSON."""


def frame_of(rows: Iterable[Sequence[str | None]], columns: Sequence[str]) -> pandas.DataFrame:
    """A table of strings."""
    import pandas as pd

    held = [[value and encodable(value) for value in row] for row in rows]
    return pd.DataFrame(held, columns=list(columns), dtype=string_type())


def flat(rows: Iterable[Row]) -> pyarrow.Table:
    """Rows as exports have them, as a table."""
    import pyarrow as pa

    frame, schema = to_pandas(rows), parquet_schema()
    if not len(frame):
        return schema.empty_table()
    found = pa.Table.from_pandas(frame, schema=schema, preserve_index=False)
    return found.replace_schema_metadata(None)


def frame_as(table: pyarrow.Table) -> pandas.DataFrame:
    """A table of Arrow with the types that it has there."""
    import pandas as pd

    return table.to_pandas(types_mapper=pd.ArrowDtype)


def string_type() -> Any:
    """Strings as Arrow holds them, missing ones as null."""
    import pandas as pd
    import pyarrow as pa

    return pd.ArrowDtype(pa.string())


def records(frame: pandas.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows of a table by name of the column, what is missing as None."""
    import pandas as pd

    names = list(map(str, frame.columns))
    for row in frame.itertuples(index=False, name=None):
        yield {
            name: None if pd.api.types.is_scalar(value) and pd.isna(value) else value
            for name, value in zip(names, row, strict=True)
        }


def article_of(row: Mapping[str, Any] | Article | str) -> Article:
    """The article of a row: an `Article`, a text, or its fields by name.

    Halves of characters, which no table holds, are replaced.

    Raises:
        InputError: it has no text, or a field holds a value of another type.
    """
    article = _article_of(row)
    told = {name: getattr(article, name) for name in _TEXTS}
    if all(value is None or value.isascii() for value in told.values()):
        return article
    return attrs.evolve(
        article, **{name: value and encodable(value) for name, value in told.items()}
    )


def _article_of(row: Mapping[str, Any] | Article | str) -> Article:
    if isinstance(row, Article):
        return row
    if isinstance(row, str):
        return Article(row)
    if not isinstance(row, Mapping):
        raise InputError(f"article: expected Article or dict, not {type(row).__name__}")
    if "text" not in row:
        raise InputError("article: no text")
    given = {name: row.get(name) for name in COLUMNS}
    if given["id"] is not None:
        given["id"] = str(given["id"])
    if isinstance(given["published"], datetime.datetime):  # as pandas gives it, a type of its own
        given["published"] = given["published"].isoformat()
    return Article(row["text"], **given)


def row_of(
    article: Article, quotes: Sequence[Quote] | None, error: BaseException | None = None
) -> tuple[str | None, ...]:
    """The row of `EXTRACTED` of an article, with its quotes or with what went wrong."""
    told = article.to_dict()
    held = None if quotes is None else json.dumps([quote.to_dict() for quote in quotes])
    kind = None if error is None else type(error).__name__
    message = None if error is None else str(error)
    return (article.text, *(told.get(name) for name in COLUMNS), held, kind, message)


def quotes_of(row: Mapping[str, Any]) -> tuple[Quote, ...]:
    """The quotes of a row of `EXTRACTED`.

    Raises:
        FormatError: they are not what `extract` wrote.
    """
    try:
        listed = json.loads(row["quotes"])
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError("quotes: expected a list of quotes as JSON") from error
    if not isinstance(listed, list):
        raise FormatError("quotes: expected a list of quotes as JSON")
    return tuple(map(Quote.from_dict, listed))
