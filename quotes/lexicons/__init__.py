"""Reviewed word lists: one entry a line in a data file, its source in the header comment.

Entries are lower case, sorted and unique. A `.txt` file is a list; a `.tsv` file has a row for each
entry, with columns that its header explains.
"""

from __future__ import annotations

import functools
import importlib.resources

NOTHING = "-"
"""What stands in a column that holds nothing."""


def _lines(file: str) -> list[str]:
    text = importlib.resources.files(__name__).joinpath(file).read_text(encoding="utf8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@functools.cache
def load(name: str) -> frozenset[str]:
    """The entries of the list `name`, a file `name.txt` in this folder.

    Raises:
        FileNotFoundError: there is no such list.
    """
    return frozenset(_lines(f"{name}.txt"))


@functools.cache
def load_pairs(name: str) -> dict[str, str]:
    """The entries of the table `name`, a file `name.tsv` in this folder, with their values.

    Raises:
        FileNotFoundError: there is no such table.
    """
    return dict(line.split("\t", 1) for line in _lines(f"{name}.tsv"))


def load_rows(name: str) -> dict[str, list[tuple[str, ...]]]:
    """The entries of the table `name`, each with its further columns, split at commas.

    Raises:
        FileNotFoundError: there is no such table.
    """
    return {
        entry: [() if column == NOTHING else tuple(column.split(",")) for column in columns]
        for entry, *columns in (line.split("\t") for line in _lines(f"{name}.tsv"))
    }


@functools.cache
def of_class(name: str) -> frozenset[str]:
    """The words of a class of the table `classes`.

    Raises:
        KeyError: there is no such class.
    """
    return _classes()[name]


@functools.cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, (names,) in load_rows("classes").items():
        for name in names:
            found.setdefault(name, set()).add(word)
    return {name: frozenset(words) for name, words in found.items()}
