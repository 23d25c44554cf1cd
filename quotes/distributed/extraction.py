"""Extraction over the partitions of a table or a bag, with models loaded once in a process."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from quotes.distributed.articles import (
    COLUMNS,
    EXTRACTED,
    article_of,
    flat,
    frame_as,
    frame_of,
    quotes_of,
    records,
    row_of,
)
from quotes.distributed.scratch import needed
from quotes.errors import InputError, QuotesError
from quotes.export.rows import rows as export_rows
from quotes.extractor import Extractor
from quotes.types import Article

if TYPE_CHECKING:
    import dask.dataframe
    import pandas


def extract(source: Any, *, extractor: Extractor | None = None) -> dask.dataframe.DataFrame:
    """Find the quotes of the articles of a Dask DataFrame or a Dask Bag.

    Nothing is done until the result is computed or written. Each worker process loads the models at
    its first article, once.

    Args:
        source: a DataFrame with a column `text`, and as far as they are known `id`, `outlet`,
            `url`, `title` and `published`; or a Bag of `Article`s, texts, or dictionaries with such
            keys. Other columns are left out.
        extractor: models and options; without it those of `quotes.extract`.

    Returns:
        One row an article, in the partitions and the order of `source`, all columns strings: the
        article, `quotes` as JSON without any loss, and for an article in which something went
        wrong, instead of quotes, the type of the `error` and its `message`. `normalise` takes it,
        `rows` makes flat rows of it.

    Raises:
        InputError: `source` is neither, or has no column `text`.
        QuotesError: Dask is not installed.
    """
    needed()
    import dask.bag
    import dask.dataframe

    work = functools.partial(_extracted, extractor if extractor is not None else Extractor())
    empty = frame_of((), EXTRACTED)
    if isinstance(source, dask.bag.Bag):
        parts = source.map_partitions(work).to_delayed()
        return dask.dataframe.from_delayed(parts, meta=empty, verify_meta=False)
    if not isinstance(source, dask.dataframe.DataFrame):
        raise InputError(f"source: expected a Dask DataFrame or Bag, not {type(source).__name__}")
    if "text" not in source.columns:
        raise InputError("source: no column `text`")
    kept = source[[name for name in ("text", *COLUMNS) if name in source.columns]]
    return kept.map_partitions(work, meta=empty)


def rows(extracted: dask.dataframe.DataFrame) -> dask.dataframe.DataFrame:
    """What `extract` gave as flat rows, one a quote, in the columns of every export.

    Articles in which something went wrong have none.

    Raises:
        QuotesError: Dask is not installed.
    """
    needed()
    return extracted.map_partitions(_rows, meta=frame_as(flat(())))


def _rows(frame: pandas.DataFrame) -> pandas.DataFrame:
    pairs = (
        (article_of(row), quotes_of(row)) for row in records(frame) if row["quotes"] is not None
    )
    return frame_as(flat(export_rows(pairs)))


def _extracted(extractor: Extractor, given: Iterable[Any]) -> pandas.DataFrame:
    """The rows of one partition."""
    import pandas as pd

    listed = records(given) if isinstance(given, pd.DataFrame) else given
    return frame_of(_outcomes(extractor, listed), EXTRACTED)


def _outcomes(extractor: Extractor, given: Iterable[Any]) -> Iterator[tuple[str | None, ...]]:
    """A row for each article; those that cannot be read keep their place."""
    taken: list[Article | tuple[str | None, ...]] = []
    for row in given:
        try:
            taken.append(article_of(row))
        except QuotesError as error:
            taken.append(_refused(row, error))
    articles = [each for each in taken if isinstance(each, Article)]
    found = iter(extractor.extract_many(articles, errors="return"))
    for each in taken:
        if not isinstance(each, Article):
            yield each
            continue
        outcome = next(found)
        if isinstance(outcome, QuotesError):
            yield row_of(each, None, outcome.__cause__ or outcome)
        else:
            yield row_of(each, outcome)


def _refused(row: Any, error: QuotesError) -> tuple[str | None, ...]:
    """What can be told of what is no article."""
    held = row if isinstance(row, dict) else {}
    told = [held.get(name) for name in ("text", *COLUMNS)]
    shown = [str(value) if value is not None else None for value in told]
    return (*shown, None, type(error).__name__, str(error))
