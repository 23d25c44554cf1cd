"""The quotes of the articles that a command reads."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import quotes
from quotes.api import SPEECH
from quotes.cli.articles import Reading
from quotes.cli.progress import followed
from quotes.cli.shared import Complaints

_Rows = Iterator[tuple[quotes.Article, list[quotes.Quote]]]
_Outcome = tuple[quotes.Article, list[quotes.Quote] | quotes.ArticleError]


def extracted(
    reading: Reading,
    complain: Complaints,
    *,
    kinds: Sequence[quotes.Kind] = SPEECH,
    min_confidence: float = 0.0,
    min_speaker_confidence: float,
    models: str,
    workers: int,
    printed: bool = False,
) -> _Rows:
    """Each article with its quotes, while a bar shows how far this is.

    An article in which something goes wrong is omitted, and the error told.

    Args:
        reading: the articles, and the entries of `--known`.
        complain: what is told of errors.
        kinds: as for `quotes.extract_many`, and so are the options that follow.
        min_confidence: omit quotes that are less likely.
        min_speaker_confidence: omit speakers that are less likely.
        models: the models.
        workers: the number of processes.
        printed: whether the results appear in the terminal, where the bar makes room for them.
    """
    named, read = itertools.tee(reading)
    found = quotes.extract_many(
        read,
        kinds=kinds,
        min_confidence=min_confidence,
        min_speaker_confidence=min_speaker_confidence,
        models=models,
        workers=workers,
        known=reading.known,
        errors="return",
    )
    outcomes = followed(zip(named, found, strict=True), reading.number(), printed=printed)
    return _without_errors(outcomes, complain)


def _without_errors(outcomes: Iterable[_Outcome], complain: Complaints) -> _Rows:
    for article, outcome in outcomes:
        if isinstance(outcome, quotes.ArticleError):
            complain(outcome)
        else:
            yield article, outcome
