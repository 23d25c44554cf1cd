"""The formats in which quotes are written to files; each is described beside what writes it."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import BinaryIO

import attrs

from quotes.types import Article, Quote

Pairs = Iterable[tuple[Article, Sequence[Quote]]]
"""Articles with their quotes, each written before the next is asked for."""


@attrs.frozen
class Format:
    """A format of files of quotes.

    `name` is what `--format` calls it, `suffixes` are the ends of the names of its files. `write`
    writes pairs to an open file as they come; its last argument says whether text begins with a
    byte order mark. Files that are not text (`is_text`) are not written to a terminal.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Pairs, BinaryIO, bool], object]
    is_text: bool = True


@functools.cache
def formats() -> Mapping[str, Format]:
    """The formats by their names: all that a module of `quotes.export` has in its `FORMATS`."""
    import quotes.export

    return {
        found.name: found
        for module in pkgutil.iter_modules(quotes.export.__path__)
        for found in getattr(importlib.import_module(f"quotes.export.{module.name}"), "FORMATS", ())
    }
