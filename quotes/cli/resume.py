"""Going on after results that are in a file already."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterator

from quotes.errors import OptionError, QuotesError
from quotes.export.delimited import unguarded

FORMATS = ("jsonl", "csv")
"""The formats that can be gone on with."""

_COLUMN = "article_id"
_IDENT = re.compile(rb'"article_id": ("(?:[^"\\]|\\.)*")')


def done(file: str, form: str) -> frozenset[str]:
    """The ids of the articles whose results are in a file; what may be incomplete is cut off it.

    A run that was cut off may have left half a line, and some quotes of its last article without
    the rest. Both are taken out of the file, so that the article is read again.

    Args:
        file: the name of the file; one that is not there holds nothing.
        form: one of `FORMATS`.

    Raises:
        OptionError: results of this format cannot be gone on with.
        QuotesError: the file holds something else than results.
    """
    if form not in FORMATS:
        raise OptionError(f"resume: only {' and '.join(FORMATS)} files can be gone on with")
    try:
        with open(file, "rb") as read:
            data = read.read()
    except FileNotFoundError:
        data = b""
    if not data:
        return frozenset()
    try:
        rows = list(_of_lines(data) if form == "jsonl" else _of_table(data))
    except (ValueError, LookupError, TypeError, csv.Error) as error:
        raise QuotesError(f"{file}: --resume finds no results of this command in it") from error
    last = next((ident for _, ident in reversed(rows) if ident is not None), None)
    cut = next((start for start, ident in rows if ident in (last, None)), len(data))
    if cut < len(data):
        os.truncate(file, cut)
    return frozenset(ident for _, ident in rows if ident not in (last, None))


_Rows = Iterator[tuple[int, str | None]]
"""Where each row begins, and the article that it is about; None of one torn before it says so."""


def _of_lines(data: bytes) -> _Rows:
    start = 0
    for line in data.splitlines(keepends=True):
        if line.endswith(b"\n"):
            if line.strip():
                yield start, str(json.loads(line)[_COLUMN])
        else:
            found = _IDENT.search(line)
            yield start, json.loads(found[1]) if found else None
        start += len(line)


def _of_table(data: bytes) -> _Rows:
    lines = data.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    rows = csv.reader(line.decode("utf-8", "replace") for line in lines)
    header = next(rows, [""])
    header[0] = header[0].removeprefix("\ufeff")
    if not data.endswith(b"\n") and len(lines) == 1:
        yield 0, None  # a torn header
        return
    column = header.index(_COLUMN)
    first = rows.line_num
    for row in rows:
        torn = len(row) < len(header)
        yield starts[first], None if torn and len(row) < column + 2 else unguarded(row[column])
        first = rows.line_num
