"""Going on after results that are in a file already."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator

from quotes.errors import OptionError, QuotesError
from quotes.export.delimited import unguarded

FORMATS = ("jsonl", "csv")
"""The formats that can be gone on with."""

_COLUMN = "article_id"


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
        return frozenset()
    whole = data[: data.rfind(b"\n") + 1]
    try:
        rows = list(_of_lines(whole) if form == "jsonl" else _of_table(whole))
    except (ValueError, LookupError, TypeError, csv.Error) as error:
        raise QuotesError(f"{file}: --resume finds no results of this command in it") from error
    last = rows[-1][1] if rows else None
    ids = {ident for _, ident in rows} - {last}
    cut = next((start for start, ident in rows if ident == last), len(whole))
    if cut < len(data):
        os.truncate(file, cut)
    return frozenset(ids)


def _of_lines(data: bytes) -> Iterator[tuple[int, str]]:
    """The offset of each line, and the article that it is about."""
    start = 0
    for line in data.splitlines(keepends=True):
        if line.strip():
            yield start, str(json.loads(line)[_COLUMN])
        start += len(line)


def _of_table(data: bytes) -> Iterator[tuple[int, str]]:
    """The offset of each row behind the header, and the article that it is about."""
    lines = [line + b"\n" for line in data.split(b"\n")[:-1]]
    rows = csv.reader(line.decode("utf-8") for line in lines)
    header = next(rows, None)
    if header is None:
        return
    header[0] = header[0].removeprefix("\ufeff")
    column = header.index(_COLUMN)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    first = rows.line_num
    for row in rows:
        yield starts[first], unguarded(row[column])
        first = rows.line_num
