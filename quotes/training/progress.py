"""How far something that takes long has come, told to whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

_T = TypeVar("_T")


class Progress(Protocol):
    """Is told after every step what is being done, and how many steps are done of how many."""

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take note of a step."""
        ...


def silent(what: str, done: int, total: int) -> None:
    """The progress that nobody is told of."""


def counted(things: Iterable[_T], total: int, what: str, progress: Progress) -> Iterator[_T]:
    """The same things, each told of once it has been dealt with."""
    for done, thing in enumerate(things, 1):
        yield thing
        progress(what, done, total)
