"""A bar on standard error, for what takes long."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from collections.abc import Iterator

from quotes.render.writing import write

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
