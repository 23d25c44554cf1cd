"""A newsroom's own list of people and bodies, from a file."""

from __future__ import annotations

import csv
import io
import json
import os
import re

from quotes.errors import FormatError, InputError, QuotesError
from quotes.reading.decoding import decoded
from quotes.types import KnownEntity

_LISTS = {
    "other_names": "other_names",
    "other_name": "other_names",
    "roles": "roles",
    "role": "roles",
    "affiliations": "affiliations",
    "affiliation": "affiliations",
}
_SINGLE = ("name", "kind", "valid_from", "valid_until")
_SEPARATOR = re.compile(r"\s*[;|]\s*")


def read_known(path: str | os.PathLike[str]) -> tuple[KnownEntity, ...]:
    """Read the people and bodies whom a newsroom knows from a CSV or JSON Lines file.

    A CSV file begins with the names of its columns, of which only `name` is needed: `name`, `kind`
    (person or organization), `other_names`, `roles`, `affiliations`, `valid_from`, `valid_until`
    (dates as 2024-05-31). A cell with several values parts them by semicolons or upright strokes.
    Each line of a `.jsonl` file is an object as `KnownEntity.to_dict` makes it.

    Raises:
        FormatError: the file has another form; the message names the line.
        InputError: `path` is not a path.
        QuotesError: the file cannot be read.
    """
    if not isinstance(path, str | os.PathLike):
        raise InputError(f"path: expected str or os.PathLike, not {type(path).__name__}")
    name = os.fspath(path)
    try:
        with open(name, "rb") as file:
            data = file.read()
    except FileNotFoundError as error:
        raise QuotesError(f"{name}: there is no such file") from error
    except OSError as error:
        raise QuotesError(f"{name}: {error.strerror or error}") from error
    try:
        text = decoded(data)
    except QuotesError as error:
        # The option `--encoding` is that of articles.
        message = str(error).partition(";")[0].partition(":")[0]
        raise QuotesError(f"{name} {message}: save it as UTF-8") from error
    if name.lower().endswith(".jsonl"):
        return tuple(
            _of_line(line, f"{name}:{number}")
            for number, line in enumerate(text.split("\n"), 1)
            if line.strip()
        )
    return _of_table(text, name)


def _of_line(line: str, place: str) -> KnownEntity:
    try:
        return KnownEntity.from_dict(json.loads(line))
    except FormatError as error:
        raise FormatError(f"{place}: {error}") from error
    except (ValueError, RecursionError) as error:
        raise FormatError(f"{place}: this line is not JSON") from error


def _of_table(text: str, name: str) -> tuple[KnownEntity, ...]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = [cell.strip().lower().replace(" ", "_") for cell in next(rows, [])]
        _check_columns(columns, name)
        return tuple(
            _of_row(dict(zip(columns, row, strict=False)), f"{name}:{rows.line_num}")
            for row in rows
            if any(cell.strip() for cell in row)
        )
    except csv.Error as error:
        raise FormatError(f"{name}:{rows.line_num}: this row cannot be read ({error})") from error


def _check_columns(columns: list[str], name: str) -> None:
    allowed = (*_SINGLE[:2], *sorted(set(_LISTS.values())), *_SINGLE[2:])
    if "name" not in columns:
        raise FormatError(
            f"{name}: the first line names the columns, and one of them has to be called name "
            f"(others may be {', '.join(allowed[1:])})"
        )
    strange = [c for c in columns if c and c not in _SINGLE and c not in _LISTS]
    if strange:
        raise FormatError(
            f"{name}: there is no column {strange[0]!r}; columns are {', '.join(allowed)}"
        )


def _of_row(cells: dict[str, str], place: str) -> KnownEntity:
    data: dict[str, object] = {}
    for column, cell in cells.items():
        value = cell.strip()
        if column in _LISTS:
            data[_LISTS[column]] = [part for part in _SEPARATOR.split(value) if part]
        elif column and value:
            data[column] = (
                value.lower().replace("isation", "ization") if column == "kind" else value
            )
    try:
        return KnownEntity.from_dict(data)
    except FormatError as error:
        raise FormatError(f"{place}: {error}") from error
