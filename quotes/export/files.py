"""Where results are written: a file that is there whole or not at all, or one that goes on."""

from __future__ import annotations

import contextlib
import os
import pathlib
import shutil
from collections.abc import Iterator
from typing import BinaryIO

Destination = str | os.PathLike[str] | BinaryIO
"""The name of a file, or one that is open for writing bytes."""


@contextlib.contextmanager
def opened(file: Destination, *, append: bool = False) -> Iterator[BinaryIO]:
    """A file to write bytes to.

    A file given by its name is written under another name beside it and renamed when all is
    written: nobody finds half of it, and what stood there before stays if something goes wrong. A
    name that is no regular file (a pipe, a device) is written to directly.

    Args:
        file: the name of a file, or an open file, which is left open.
        append: go on at the end of the file, made if it is not there, without another name: each
            piece is handed to the system as it is written.

    Raises:
        OSError: the file cannot be written.
    """
    if not isinstance(file, str | os.PathLike):
        yield file
        return
    target = pathlib.Path(os.path.realpath(file))  # a link stays a link
    if append:
        with open(target, "ab", buffering=0) as raw:
            yield raw
        return
    if target.exists() and not target.is_file():
        with open(target, "wb") as whole:
            yield whole
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _named(draft, file) as whole:
            yield whole
        if target.exists():
            shutil.copymode(target, draft)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _named(draft: pathlib.Path, file: str | os.PathLike[str]) -> BinaryIO:
    """The draft, open; an error names the file that was asked for."""
    try:
        return open(draft, "wb")
    except OSError as error:
        error.filename = os.fspath(file)
        raise


def is_new(out: BinaryIO) -> bool:
    """Whether nothing stands in an open file yet; so it is with one that cannot tell."""
    try:
        return out.tell() == 0
    except OSError:  # a pipe
        return True


def encodable(text: str) -> str:
    """A text that UTF-8 can hold: each lone surrogate as a replacement sign."""
    try:
        text.encode("utf8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
