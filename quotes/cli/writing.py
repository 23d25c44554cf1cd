"""How and where commands write: the options, and a format for every file name."""

from __future__ import annotations

import enum
import pathlib
from typing import Annotated, TypeVar

import typer

from quotes.errors import OptionError
from quotes.export.formats import formats

SUFFIXES = {
    ".htm": "html",
    ".html": "html",
    ".txt": "table",
    **{suffix: form.name for form in formats().values() for suffix in form.suffixes},
}
"""The format that the end of a file's name stands for."""

_F = TypeVar("_F", bound=enum.StrEnum)
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE, which is there only once all is written, in the format that its name "
        "ends in unless --format says another one.",
    ),
]
Page = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE, which is there only once all is written.",
    ),
]
Bom = Annotated[
    bool,
    typer.Option(
        "--bom", help="Begin CSV with a byte order mark, by which Excel knows that it is UTF-8."
    ),
]


def chosen(formats: type[_F], given: _F | None, file: str | None) -> _F:
    """The format that is asked for, or that the name of the file stands for; else the first.

    Raises:
        OptionError: the name stands for none of the formats.
    """
    if given is not None:
        return given
    if file is None:
        return next(iter(formats))
    suffix = pathlib.PurePath(file).suffix.lower()
    known = SUFFIXES.get(suffix, "")
    if known == "table":
        return next(iter(formats))
    if known not in set(formats):
        names = ", ".join(s for s, name in sorted(SUFFIXES.items()) if name in set(formats))
        raise OptionError(f"{file}: its name ends in none of {names}; give the --format")
    return formats(known)
