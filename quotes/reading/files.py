"""Which files the names of files and folders stand for."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import attrs

from quotes.errors import QuotesError

SUFFIXES = (".txt", ".html", ".htm", ".jsonl")
"""The names of files that are read in folders end in one of these, in capitals or not."""

STDIN = "-"
"""Stands for standard input."""

_SHOWN = 3


@attrs.frozen
class File:
    """A file to read: where it is, and the id of the article that it holds."""

    path: str
    id: str

    @property
    def name(self) -> str:
        """What the file is called in messages."""
        return "standard input" if self.path == STDIN else self.path


def files_of(names: Sequence[str], notice: Callable[[str], None]) -> list[File | QuotesError]:
    """The files of names, folders searched through; a folder without any is an error in its place.

    In a folder the files are in the order of their paths. Hidden files and folders are skipped, and
    links to folders are not followed. The id of a file that was named is its name, that of a file
    of a folder its path within it, or the whole path where that could mean two files.

    Args:
        names: files, folders, and `-` for standard input.
        notice: is told, a sentence for each folder, which files were left out by their names.
    """
    found: list[tuple[File, str] | QuotesError] = []
    for name in names:
        if name == STDIN or not os.path.isdir(name):
            found.append((File(name, name), name))
            continue
        inside = sorted(_files_below(name), key=lambda path: path.split("/"))
        read = [path for path in inside if path.lower().endswith(SUFFIXES)]
        others = [path for path in inside if not path.lower().endswith(SUFFIXES)]
        if not read:
            found.append(QuotesError(f"{name}: no articles in this folder ({_ends()})"))
        found += ((File(os.path.join(name, *path.split("/")), path), name) for path in read)
        if others:
            notice(_left_out(name, others))
    often = Counter(entry[0].id for entry in found if not isinstance(entry, QuotesError))
    return [
        entry if isinstance(entry, QuotesError) else _told_apart(*entry, often) for entry in found
    ]


def _told_apart(file: File, name: str, often: Counter[str]) -> File:
    inside = file.path != name
    return attrs.evolve(file, id=file.path) if inside and often[file.id] > 1 else file


def _files_below(folder: str) -> Iterator[str]:
    """The files below a folder, hidden ones left out, by their paths within it."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = os.path.relpath(place, folder)
        parts = [] if inside == os.curdir else inside.split(os.sep)
        yield from ("/".join((*parts, name)) for name in files if not name.startswith("."))


def _ends() -> str:
    return "files are read whose names end in " + ", ".join(SUFFIXES[:-1]) + " or " + SUFFIXES[-1]


def _left_out(folder: str, others: Sequence[str]) -> str:
    number = "1 file was" if len(others) == 1 else f"{len(others)} files were"
    shown = ", ".join(others[:_SHOWN]) + (", …" if len(others) > _SHOWN else "")
    return f"{folder}: {number} left out ({shown}): {_ends()}"
