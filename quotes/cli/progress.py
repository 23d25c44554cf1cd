"""Bars on standard error, for what takes long."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from quotes.render.writing import write

if TYPE_CHECKING:  # loaded at first use: the help stays instant
    from rich.progress import Progress, ProgressColumn

_T = TypeVar("_T")

_WIDTH = 30
_EVERY = 0.1
_CLEARED = "\r\x1b[K"


class Bar:
    """Shows how far each thing has come: redrawn in a terminal, else one line when it is done."""

    def __init__(self) -> None:
        self._redrawn = _redrawn()
        self._last = 0.0
        self._since: tuple[str, float] = ("", 0.0)

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take note of a step: `done` steps of `total`."""
        now = time.monotonic()
        if self._since[0] != what:
            self._since = (what, now)
        finished = done >= total
        if self._redrawn and (finished or now - self._last >= _EVERY):
            self._last = now
            filled = "#" * (_WIDTH * done // max(1, total))
            seconds = now - self._since[1]
            left = f" {_clock(seconds * (total - done) / done)} left" if done and seconds else ""
            text = f"{what} [{filled:-<{_WIDTH}}] {done}/{total}{'' if finished else left}"
            write(text, err=True, end="\n" if finished else "", before=_CLEARED)
        elif finished:
            write(f"{what}: {done} of {total}", err=True)


def _redrawn() -> bool:
    return sys.stderr.isatty()


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


class _Lines(logging.Handler):
    """Writes what the library logs above the bar."""

    def emit(self, record: logging.LogRecord) -> None:
        write(self.format(record), err=True, before=_CLEARED if _redrawn() else "")


@contextlib.contextmanager
def shown() -> Iterator[Bar]:
    """Meanwhile what the library logs goes to standard error, as does the bar."""
    log = logging.getLogger("quotes")
    handler, level = _Lines(), log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    logging.getLogger("stanza").setLevel(logging.WARNING)
    try:
        yield Bar()
    finally:
        log.removeHandler(handler)
        log.setLevel(level)


_running: list[Progress] = []
"""The bar of `followed` or `waiting` that is on the screen, if any."""


def followed(
    items: Iterable[_T], total: int | None, what: str = "articles", *, printed: bool = False
) -> Iterator[_T]:
    """The same items, with a bar that shows how many are done, how fast, and how long it takes.

    The bar stands on standard error; without a terminal there, and for one item alone, there is
    none. If each item is `printed` before the next is asked for, the bar leaves room meanwhile.
    """
    if total == 1 or not _redrawn():
        yield from items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    bar = _bar(*columns)
    task = bar.add_task(what, total=total, rate="")
    with _on_screen(bar):
        begun = time.monotonic()
        for number, item in enumerate(items, 1):
            rate = f"{number / max(1e-9, time.monotonic() - begun):.1f} a second,"
            bar.update(task, completed=number, rate=rate)
            with aside() if printed and sys.stdout.isatty() else contextlib.nullcontext():
                yield item


@contextlib.contextmanager
def waiting(what: str) -> Iterator[None]:
    """Say meanwhile on standard error what is being done; nothing without a terminal there."""
    if not _redrawn():
        yield
        return
    from rich.progress import SpinnerColumn, TextColumn

    bar = _bar(SpinnerColumn(), TextColumn(what))
    bar.add_task(what, total=None)
    with _on_screen(bar):
        yield


@contextlib.contextmanager
def aside() -> Iterator[None]:
    """Meanwhile no bar is on the screen: something else is written there."""
    bar = _running.pop() if _running else None
    if bar is not None:
        bar.stop()
    try:
        yield
    finally:
        if bar is not None:
            _running.append(bar)
            bar.start()


def _bar(*columns: ProgressColumn) -> Progress:
    from rich.console import Console
    from rich.progress import Progress

    # Standard output may be a file: what is written there is never led to the bar's console.
    return Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


@contextlib.contextmanager
def _on_screen(bar: Progress) -> Iterator[None]:
    _running.append(bar)
    bar.start()
    try:
        yield
    finally:
        bar.stop()
        if bar in _running:
            _running.remove(bar)
