"""Rows as columns: Parquet files, and tables of pandas and polars."""

from __future__ import annotations

import datetime
import itertools
import typing
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quotes.errors import OptionError, QuotesError
from quotes.export.files import Destination, encodable, opened
from quotes.export.formats import Format
from quotes.export.rows import COLUMNS, Row, cells, each, rows
from quotes.fields import Probability
from quotes.serialise import types_of, without_none

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

GROUP = 10_000
"""How many rows make one row group of a Parquet file; no more are held in memory."""
_TYPES = {name: without_none(kind)[0] for name, kind in types_of(Row).items()}
_LISTS = [name for name, kind in _TYPES.items() if typing.get_origin(kind) is tuple]
_NUMBERS = [name for name, kind in _TYPES.items() if kind == Probability]
_OFFSETS = [name for name, kind in _TYPES.items() if kind is int]


def parquet_schema() -> pyarrow.Schema:
    """The columns of a row with their types in Parquet.

    Raises:
        QuotesError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
    except ModuleNotFoundError as error:
        raise _missing("Parquet needs pyarrow", "quotes-nlp[parquet]") from error
    types = {
        **dict.fromkeys(COLUMNS, pa.string()),
        **dict.fromkeys(_LISTS, pa.list_(pa.string())),
        **dict.fromkeys(_NUMBERS, pa.float64()),
        **dict.fromkeys(_OFFSETS, pa.int64()),
        "published": pa.timestamp("us", tz="UTC"),
    }
    return pa.schema([pa.field(name, types[name]) for name in COLUMNS])


def write_parquet(rows: Iterable[Row], file: Destination, *, group: int = GROUP) -> int:
    """Write rows as Parquet, in row groups: memory does not grow with their number.

    `published` is a moment in UTC: a time without a zone is taken as UTC, a date as its first
    moment. Roles and affiliations are lists of strings, offsets whole numbers, confidences and the
    similarity numbers, all others strings; what is not there is null.

    Args:
        rows: what `rows` gives.
        file: the name of a file, which is there only once all is written, or a file that is open
            for writing bytes.
        group: how many rows a row group has.

    Returns:
        How many rows were written.

    Raises:
        InputError: `rows` holds something else.
        OptionError: `group` is not a whole number of 1 or more.
        QuotesError: pyarrow is not installed (`pip install "quotes-nlp[parquet]"`).
        OSError: the file cannot be written.
    """
    if isinstance(group, bool) or not isinstance(group, int) or group < 1:
        raise OptionError(f"group: expected a whole number of 1 or more, not {group!r}")
    given = each(rows, Row, "rows")
    schema = parquet_schema()
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    with opened(file) as out, pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for some in _batches(given, group):
            arrays = [
                pa.array(column, type=field.type)
                for column, field in zip(_columns(some), schema, strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema), row_group_size=group)
            number += len(some)
    return number


def to_pandas(rows: Iterable[Row]) -> pandas.DataFrame:
    """The rows as a pandas DataFrame.

    `published` is a moment in UTC (see `write_parquet`), roles and affiliations are lists, offsets
    whole numbers.

    Raises:
        QuotesError: pandas is not installed (`pip install pandas`).
    """
    try:
        import pandas as pd
    except ModuleNotFoundError as error:
        raise _missing("to_pandas needs pandas", "pandas") from error
    frame = pd.DataFrame(dict(zip(COLUMNS, _columns(list(rows)), strict=True)), columns=COLUMNS)
    types = {**dict.fromkeys(_NUMBERS, "float64"), **dict.fromkeys(_OFFSETS, "int64")}
    frame["published"] = pd.to_datetime(frame["published"], utc=True).astype("datetime64[us, UTC]")
    return frame.astype(types)


def to_polars(rows: Iterable[Row]) -> polars.DataFrame:
    """The rows as a polars DataFrame, with the types that a Parquet file of them has.

    Raises:
        QuotesError: polars is not installed (`pip install polars`).
    """
    try:
        import polars as pl
    except ModuleNotFoundError as error:
        raise _missing("to_polars needs polars", "polars") from error
    types = {
        **dict.fromkeys(COLUMNS, pl.String()),
        **dict.fromkeys(_LISTS, pl.List(pl.String())),
        **dict.fromkeys(_NUMBERS, pl.Float64()),
        **dict.fromkeys(_OFFSETS, pl.Int64()),
        "published": pl.Datetime("us", "UTC"),
    }
    schema = {name: types[name] for name in COLUMNS}
    return pl.DataFrame(dict(zip(COLUMNS, _columns(list(rows)), strict=True)), schema=schema)


def _missing(what: str, package: str) -> QuotesError:
    quoted = f'"{package}"' if "[" in package else package
    return QuotesError(f"{what}: pip install {quoted}")


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    coming = iter(rows)
    while some := list(itertools.islice(coming, size)):
        yield some


def _columns(rows: list[Row]) -> list[list[object]]:
    """The values of each column, as the libraries for tables take them."""
    if not rows:
        return [[] for _ in COLUMNS]
    return [list(map(_value, column)) for column in zip(*map(cells, rows), strict=True)]


def _value(value: object) -> object:
    match value:
        case str():
            return encodable(str(value))
        case tuple():
            return [encodable(item) for item in value]
        case datetime.date():
            return _moment(value)
    return value


def _moment(day: datetime.date) -> datetime.datetime:
    """A date or a time as a moment in UTC."""
    if not isinstance(day, datetime.datetime):
        return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    if day.tzinfo is None:
        return day.replace(tzinfo=datetime.UTC)
    return day.astimezone(datetime.UTC)


FORMATS = (
    Format(
        "parquet",
        (".parquet",),
        lambda pairs, out, _: write_parquet(rows(pairs), out),
        is_text=False,
    ),
)
