"""Extraction over the partitions of a table or a bag."""

from __future__ import annotations

import datetime
import pathlib
from typing import Any

import pytest

import quotes
from quotes.errors import InputError
from quotes.types import Article

pytest.importorskip("dask.dataframe")
pytest.importorskip("distributed")

from quotes.distributed import extract, rows
from quotes.distributed.articles import (
    EXTRACTED,
    article_of,
    flat,
    frame_as,
    quotes_of,
    records,
)

ARTICLES = (
    Article(
        "“The weir has held,” said Ada Marsh, mayor of Orrin.",
        id="a",
        outlet="The Courier",
        published=datetime.date(2031, 3, 4),
    ),
    Article("Nobody spoke at the weir.", id="b", title="Silence"),
    Article(
        "Joel Fenn said that the barges would sail. “They always do.”",
        published=datetime.datetime(2031, 3, 5, 8, 30, tzinfo=datetime.UTC),
    ),
)


def computed(frame: Any) -> Any:
    return frame.compute(scheduler="synchronous").reset_index(drop=True)


def test_a_bag_gives_the_articles_with_the_quotes_that_one_machine_finds() -> None:
    from dask import bag

    given = [ARTICLES[0], ARTICLES[1].to_dict(), ARTICLES[2]]

    found = computed(extract(bag.from_sequence(given, npartitions=2)))

    told = list(records(found))
    assert tuple(found.columns) == EXTRACTED
    assert tuple(map(article_of, told)) == ARTICLES
    assert [list(quotes_of(row)) for row in told] == list(quotes.extract_many(ARTICLES))
    assert found["error"].isna().all()


def test_a_folder_of_parquet_becomes_rows_of_every_export(tmp_path: pathlib.Path) -> None:
    import pandas as pd
    from dask import dataframe

    frame = pd.DataFrame([article.to_dict() for article in ARTICLES]).assign(page=1)
    frame["published"] = pd.to_datetime(frame["published"], format="ISO8601", utc=True)
    dataframe.from_pandas(frame, npartitions=2).to_parquet(tmp_path / "in")

    found = extract(dataframe.read_parquet(tmp_path / "in"))
    found.to_parquet(tmp_path / "out", compute_kwargs={"scheduler": "synchronous"})

    again = dataframe.read_parquet(tmp_path / "out")
    articles = list(map(article_of, records(computed(again))))
    assert [article.text for article in articles] == [article.text for article in ARTICLES]
    pairs = zip(articles, quotes.extract_many(articles), strict=True)
    whole = frame_as(flat(quotes.export.rows(pairs)))
    assert computed(rows(again)).equals(whole)
    assert len(whole) == 2


def test_an_article_in_which_something_goes_wrong_is_a_row_with_the_error() -> None:
    from dask import bag

    given = [ARTICLES[0], {"id": "x"}, {"id": "y", "text": 7}, 8, {"text": "“Long,” he said. " * 9}]

    extractor = quotes.Extractor(max_chars=100)
    found = computed(extract(bag.from_sequence(given, npartitions=1), extractor=extractor))

    assert found["error"].fillna("").tolist() == ["", *["InputError"] * 4]
    assert found["message"].tolist()[1:] == [
        "article: no text",
        "text: expected str, not int",
        "article: expected Article or dict, not int",
        "article: 153 characters, more than max_chars=100",
    ]
    assert found["id"].fillna("").tolist() == ["a", "x", "y", "", ""]
    assert found["quotes"].isna().tolist() == [False, True, True, True, True]


def test_half_a_character_is_replaced_before_anything_is_found() -> None:
    from dask import bag

    given = [Article("“The weir \ud83d has held,” said Ada Marsh.", id="\ud83d")]

    (row,) = records(computed(extract(bag.from_sequence(given, npartitions=1))))

    (quote,) = quotes_of(row)
    assert quote.segments[0].text in row["text"]
    assert row["text"].count("\ufffd") == row["id"].count("\ufffd") == 1


def test_what_has_no_text_is_refused() -> None:
    import pandas as pd
    from dask import dataframe

    with pytest.raises(InputError, match="no column `text`"):
        extract(dataframe.from_pandas(pd.DataFrame({"body": ["“Yes.”"]}), npartitions=1))
    with pytest.raises(InputError, match="expected a Dask DataFrame or Bag, not list"):
        extract(["“Yes.”"])
