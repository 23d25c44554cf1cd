"""Reader of the vocabulary of the invented news, the files in `words/`."""

from __future__ import annotations

import importlib.resources

Concept = tuple[str, ...]
"""Words for one thing, any of which may be used."""


def text(name: str) -> str:
    """The file `name.txt` in `words/` without its comments; rows that are indented are joined to
    the one before them."""
    file = importlib.resources.files(__package__).joinpath("words", f"{name}.txt")
    lines = file.read_text(encoding="utf8").split("\n")
    kept = "\n".join(line for line in lines if not line.startswith("#"))
    return kept.strip().replace("\n  ", " ")


def rows(name: str) -> tuple[str, ...]:
    """The rows of the file `name.txt`."""
    return tuple(text(name).split("\n"))


def concepts(row: str) -> tuple[Concept, ...]:
    """A row of concepts: separated by commas, the words of one by `=`."""
    items = (" ".join(item.split()) for item in row.split(","))
    return tuple(tuple(item.split("=")) for item in items if item)


def meanings(name: str) -> tuple[Concept, ...]:
    """The rows of the file `name.txt`, each the wordings of one meaning, separated by `=`."""
    return tuple(tuple(row.split("=")) for row in rows(name))
