"""Quotes taken elsewhere: flat rows, CSV, Parquet, tables of pandas and polars, linked data.

>>> from quotes.export import rows, write_csv
>>> pairs = zip(articles, quotes.extract_many(articles))
>>> write_csv(rows(pairs), "quotes.csv")
"""

from quotes.export.columnar import parquet_schema, to_pandas, to_polars, write_parquet
from quotes.export.delimited import guarded, unguarded, write_csv
from quotes.export.lines import write_jsonl
from quotes.export.linked import annotations, jsonld
from quotes.export.rows import COLUMNS, Row, rows

__all__ = [
    "COLUMNS",
    "Row",
    "annotations",
    "guarded",
    "jsonld",
    "parquet_schema",
    "rows",
    "to_pandas",
    "to_polars",
    "unguarded",
    "write_csv",
    "write_jsonl",
    "write_parquet",
]
