"""Rows as columns (`quotes/export/columnar.py`), opened again with the libraries for tables."""

from __future__ import annotations

import datetime
import io
import pathlib
import sys

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import quotes
from quotes.export import COLUMNS, Row, rows, to_pandas, to_polars, write_parquet
from quotes.types import Article
from tests.export.pairs import bridge, many, saying

UTC = datetime.UTC
PUBLISHED = datetime.datetime(2031, 3, 4, 8, 30, tzinfo=UTC)


def test_a_parquet_file_holds_the_rows_with_their_types(tmp_path: pathlib.Path) -> None:
    number = write_parquet(rows([bridge()]), tmp_path / "quotes.parquet")

    table = pq.read_table(tmp_path / "quotes.parquet")
    assert number == table.num_rows == 3
    assert table.column_names == list(COLUMNS)
    types = {field.name: field.type for field in table.schema}
    assert types["published"] == pa.timestamp("us", tz="UTC")
    assert pa.types.is_list(types["roles"])
    assert types["roles"].value_type == types["text"] == pa.string()
    assert types["start"] == types["end"] == pa.int64()
    assert types["confidence"] == types["similarity"] == pa.float64()
    first, *_, last = table.to_pylist()
    expected = next(rows([bridge()])).to_dict()
    assert first == {**expected, "published": PUBLISHED}
    assert (last["speaker"], last["roles"], last["unresolved"]) == (None, [], "no_source")


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        (None, None),
        (datetime.date(2031, 3, 4), datetime.datetime(2031, 3, 4, tzinfo=UTC)),
        (datetime.datetime(2031, 3, 4, 8, 30), PUBLISHED),
        (
            datetime.datetime(
                2031, 3, 4, 10, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2))
            ),
            PUBLISHED,
        ),
    ],
    ids=["none", "date", "time", "zone"],
)
def test_every_date_is_a_moment(
    published: datetime.date | None, moment: datetime.datetime | None
) -> None:
    article, found = bridge()
    out = io.BytesIO()

    write_parquet(rows([(attrs.evolve(article, published=published), found)]), out)

    assert pq.read_table(out)["published"].to_pylist() == [moment] * 3


def test_rows_are_written_in_groups(tmp_path: pathlib.Path) -> None:
    write_parquet(rows(many(100)), tmp_path / "quotes.parquet", group=40)

    told = pq.ParquetFile(tmp_path / "quotes.parquet").metadata
    assert [told.row_group(i).num_rows for i in range(told.num_row_groups)] == [40, 40, 20]


def test_a_file_without_quotes_has_the_columns(tmp_path: pathlib.Path) -> None:
    assert write_parquet([], tmp_path / "quotes.parquet") == 0
    assert pq.read_table(tmp_path / "quotes.parquet").column_names == list(COLUMNS)


def test_a_lone_surrogate_is_a_replacement_sign() -> None:
    out = io.BytesIO()

    write_parquet(rows([saying("the \ud83d wall")]), out)

    assert pq.read_table(out)["text"].to_pylist() == ["the \ufffd wall"]


@pytest.mark.parametrize("group", [0, True, 2.5])
def test_a_group_of_no_rows_is_refused(group: int, tmp_path: pathlib.Path) -> None:
    with pytest.raises(quotes.OptionError, match="group: expected a whole number of 1 or more"):
        write_parquet([], tmp_path / "quotes.parquet", group=group)


def test_pandas_gets_the_rows_with_their_types() -> None:
    pytest.importorskip("pandas")

    frame = to_pandas(rows([bridge(), (Article("", "x"), ())]))

    assert list(frame.columns) == list(COLUMNS)
    assert str(frame["published"].dtype) == "datetime64[us, UTC]"
    assert str(frame["start"].dtype) == "int64"
    assert str(frame["similarity"].dtype) == "float64"
    assert frame["roles"][0] == ["engineer", "mayor"]
    assert frame["published"][0].to_pydatetime() == PUBLISHED
    assert frame["speaker"].isna().tolist() == [False, False, True]
    assert to_pandas([]).shape == (0, len(COLUMNS))


def test_polars_gets_the_rows_with_their_types() -> None:
    pl = pytest.importorskip("polars")

    frame = to_polars(rows([bridge()]))

    assert frame.columns == list(COLUMNS)
    assert frame.schema["published"] == pl.Datetime("us", "UTC")
    assert frame.schema["roles"] == pl.List(pl.String)
    assert frame.schema["start"] == pl.Int64
    assert frame.row(0, named=True) == {
        **next(rows([bridge()])).to_dict(),
        "published": PUBLISHED,
    }
    assert to_polars([]).shape == (0, len(COLUMNS))


@pytest.mark.parametrize(
    ("package", "call", "told"),
    [
        ("pyarrow", lambda: write_parquet([], io.BytesIO()), 'pip install "quotes-nlp[parquet]"'),
        ("pandas", lambda: to_pandas([]), "to_pandas needs pandas: pip install pandas"),
        ("polars", lambda: to_polars([]), "to_polars needs polars: pip install polars"),
    ],
)
def test_a_library_that_is_not_installed_is_told_with_the_command(
    monkeypatch: pytest.MonkeyPatch, package: str, call: object, told: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    assert callable(call)

    with pytest.raises(quotes.QuotesError) as caught:
        call()

    assert told in str(caught.value)


def test_every_column_of_a_row_is_a_field_of_it() -> None:
    assert tuple(Row.__annotations__) == COLUMNS
