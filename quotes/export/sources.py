"""Who gets quoted, as CSV and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import attrs

from quotes.audit import Source, Sources, Summary, Tally
from quotes.export.delimited import csv_line
from quotes.export.files import Destination, opened
from quotes.serialise import SOURCES_SCHEMA

SOURCE_COLUMNS = tuple(
    field.name for field in attrs.fields(Source) if field.name not in ("evidence", "refs")
)
"""The columns of `write_sources_csv`: the fields of a source that fit into a cell."""
TALLIES = tuple(
    field.name for field in attrs.fields(Summary) if field.type in (Tally, Tally.__name__)
)
"""The sorts of sources that a summary counts."""
_COUNTS = tuple(field.name for field in attrs.fields(Summary) if field.name not in TALLIES)
SUMMARY_COLUMNS = (
    *_COUNTS,
    *(f"{sort}_{field.name}" for sort in TALLIES for field in attrs.fields(Tally)),
)
"""The columns of `write_summary_csv`: counts, then for each sort of sources its tally."""


def source_lines(found: Sources, *, summary: bool = False) -> Iterator[str]:
    """JSON Lines: one a source, then the summary of all and one for each outlet.

    `record` tells what a line holds: `source` or `summary`. With `summary` the sources are left
    out.
    """
    listed: Iterable[Source] = () if summary else found
    for source in listed:
        yield json.dumps({"schema": SOURCES_SCHEMA, "record": "source", **source.to_dict()})
    for part in (found.summary, *found.by_outlet):
        yield json.dumps({"schema": SOURCES_SCHEMA, "record": "summary", **part.to_dict()})


def write_sources_csv(sources: Iterable[Source], file: Destination, *, bom: bool = False) -> int:
    """Write one line of CSV a source, in the form of `write_csv`.

    Args:
        sources: the sources, in any order.
        file: the name of a file, or a file that is open for writing bytes.
        bom: begin with a byte order mark, by which Excel knows that the text is UTF-8.

    Returns:
        How many sources were written.

    Raises:
        OSError: the file cannot be written.
    """
    rows = (tuple(getattr(source, name) for name in SOURCE_COLUMNS) for source in sources)
    return _write(SOURCE_COLUMNS, rows, file, bom)


def write_summary_csv(found: Sources, file: Destination, *, bom: bool = False) -> int:
    """Write the shares as CSV: a line for all articles, whose outlet is empty, and one an outlet.

    Args and errors are those of `write_sources_csv`.

    Returns:
        How many lines were written, the header not counted.
    """
    rows = (
        (
            *(getattr(part, name) for name in _COUNTS),
            *(number for name in TALLIES for number in attrs.astuple(getattr(part, name))),
        )
        for part in (found.summary, *found.by_outlet)
    )
    return _write(SUMMARY_COLUMNS, rows, file, bom)


def _write(
    columns: tuple[str, ...], rows: Iterable[tuple[object, ...]], file: Destination, bom: bool
) -> int:
    number = 0
    with opened(file) as out:
        out.write((b"\xef\xbb\xbf" if bom else b"") + csv_line(columns))
        for row in rows:
            out.write(csv_line(row))
            number += 1
    return number
