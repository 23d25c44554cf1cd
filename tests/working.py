"""What worker processes do in tests: quick stand-ins for the models, which processes can import."""

from __future__ import annotations

import os
import pathlib
import signal
import time
from collections.abc import Sequence

import quotes
from quotes.errors import QuotesError
from quotes.inputs import article_error

FAULT = "fault"
DEATH = "death"


def echo(batch: Sequence[object]) -> list[object]:
    """Every thing itself."""
    return list(batch)


def process(batch: Sequence[object]) -> list[int]:
    """For every thing the process that had it."""
    return [os.getpid() for _ in batch]


def die(thing: object = None) -> None:
    """End this process at once, as one that runs out of memory does."""
    os.kill(os.getpid(), signal.SIGKILL)


def echo_unless_deadly(batch: Sequence[object]) -> list[object]:
    """Every thing itself, unless one of them is deadly."""
    if DEATH in batch:
        die()
    return list(batch)


def die_once(batch: Sequence[str]) -> list[str]:
    """Every thing itself, but for the first time that the file so named is not there."""
    for name in batch:
        if not pathlib.Path(name).exists():
            pathlib.Path(name).touch()
            die()
    return list(batch)


def sign_and_sleep(batch: Sequence[str]) -> list[str]:
    """Write a file named for this process into every folder, then sleep for long."""
    for folder in batch:
        pathlib.Path(folder, str(os.getpid())).touch()
        time.sleep(600)
    return list(batch)


class StandIn(quotes.Extractor):
    """Finds no quotes, fails in articles that are at fault, and dies of deadly ones."""

    def _prepare(self) -> None:
        pass

    def _outcomes(
        self, articles: Sequence[quotes.Article | QuotesError]
    ) -> list[list[quotes.Quote] | QuotesError]:
        return [self._outcome(a) if isinstance(a, quotes.Article) else a for a in articles]

    def _outcome(self, article: quotes.Article) -> list[quotes.Quote] | QuotesError:
        if article.text == DEATH:
            die()
        if article.text == FAULT:
            return article_error(article, IndexError("list index out of range"))
        return []
