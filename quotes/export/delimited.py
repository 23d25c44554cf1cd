"""Rows as CSV: safe to open in a spreadsheet, and read back without loss."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable

import regex

from quotes.export.files import Destination, encodable, is_new, opened
from quotes.export.formats import Format
from quotes.export.rows import COLUMNS, Row, cells, each, rows

BETWEEN = "; "
"""What stands between the roles and between the affiliations in one cell."""
_FORMULA = regex.compile(r"'*+[=+\-@\t\r\n＝＋－＠]")
_GUARDED = regex.compile(r"'++[=+\-@\t\r\n＝＋－＠]")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; `unguarded` gives the cell back.

    A text that begins with `=`, `+`, `-`, `@` (also the full-width ones), a tab, or the end of a
    line gets an apostrophe in front, and so that this can be undone, one that begins with
    apostrophes before such a character gets one more. All other texts stay as they are.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The text that `guarded` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell


def csv_line(cells: Iterable[object]) -> bytes:
    """One line of CSV (RFC 4180) in UTF-8, with its end.

    Of a tuple in a cell the items are joined by `BETWEEN`; None is an empty cell, dates and times
    are in ISO 8601, and texts are made safe by `guarded`.
    """
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(map(_cell, cells))
    return buffer.getvalue().encode()


def write_csv(
    rows: Iterable[Row], file: Destination, *, bom: bool = False, append: bool = False
) -> int:
    """Write rows as CSV in UTF-8, as they come: memory does not grow with their number.

    The first line has the names of the columns. Roles and affiliations are joined by `; `, cells
    that a spreadsheet would take for a formula are made safe by `guarded`, and lone surrogates
    become replacement signs.

    Args:
        rows: what `rows` gives.
        file: the name of a file, which is there only once all is written, or a file that is open
            for writing bytes.
        bom: begin with a byte order mark, by which Excel knows that the text is UTF-8.
        append: go on at the end of the file, with a header only if it is empty, and put every row
            into the file at once.

    Returns:
        How many rows were written.

    Raises:
        InputError: `rows` holds something else.
        OSError: the file cannot be written.
    """
    number = 0
    given = each(rows, Row, "rows")
    with opened(file, append=append) as out:
        if is_new(out):
            out.write((b"\xef\xbb\xbf" if bom else b"") + csv_line(COLUMNS))
        for row in given:
            out.write(csv_line(cells(row)))
            number += 1
    return number


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return guarded(encodable(str(value)))
        case tuple():
            return _cell(BETWEEN.join(map(str, value)))
        case datetime.date():
            return value.isoformat()
    return str(value)


FORMATS = (Format("csv", (".csv",), lambda pairs, out, bom: write_csv(rows(pairs), out, bom=bom)),)
