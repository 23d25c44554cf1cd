"""Articles on their way through extraction: taken in batches, each with its quotes or an error."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Generator, Iterator
from typing import TypeAlias

from quotes.errors import ArticleError, QuotesError
from quotes.inputs import article_error
from quotes.options import Errors
from quotes.types import Article, Quote

Outcome: TypeAlias = list[Quote] | QuotesError
"""What comes of an article."""
_CHARACTERS = 100_000
"""A batch is full with this many, however few its articles."""
_log = logging.getLogger("quotes")


def handled(
    outcomes: Generator[Outcome, None, None], errors: Errors
) -> Iterator[list[Quote] | ArticleError]:
    """The outcomes, with errors raised, left out, or given as errors of articles."""
    with contextlib.closing(outcomes):  # workers end now, whoever still holds the traceback
        for number, outcome in enumerate(outcomes, start=1):
            if isinstance(outcome, list):
                yield outcome
            elif errors == "raise":
                raise outcome
            elif errors == "return":
                yield _of_article(outcome, number)
            else:
                _log.warning("left out: %s", _of_article(outcome, number))


def _of_article(error: QuotesError, number: int) -> ArticleError:
    """The error as that of an article; what is not an article is known by its number alone."""
    if isinstance(error, ArticleError):
        return error
    refused = ArticleError(f"{error} (number {number})")
    refused.__cause__ = error
    return refused


def lost(article: Article | QuotesError, error: Exception) -> Outcome:
    """The outcome of an article that workers die of."""
    return article_error(article, error) if isinstance(article, Article) else article


def batches_of(
    articles: Iterator[Article | QuotesError], most: int
) -> Iterator[list[Article | QuotesError]]:
    """The articles in their order, as many together as are analysed together.

    If asking for an article fails, the articles before it come first.
    """
    batch: list[Article | QuotesError] = []
    size = 0
    try:
        for article in articles:
            batch.append(article)
            size += len(article.text) if isinstance(article, Article) else 0
            if len(batch) == most or size >= _CHARACTERS:
                yield batch
                batch, size = [], 0
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
