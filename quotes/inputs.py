"""What is taken for an article, and for articles, wherever a caller hands them in."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from quotes.errors import ArticleError, InputError, ModelError, QuotesError, described
from quotes.types import Article

_T = TypeVar("_T")
_SHOWN = 40


def article_of(value: str | Article) -> Article:
    """The article, or one that holds the text.

    Raises:
        InputError: `value` is neither a string nor an `Article`.
    """
    if isinstance(value, Article):
        return value
    if not isinstance(value, str):
        raise InputError(f"article: expected str or Article, not {type(value).__name__}")
    return Article(str.__str__(value))  # plain text: a type of the caller's may not reach workers


def articles_of(values: Iterable[str | Article]) -> Iterator[Article]:
    """Each as an article, read one by one.

    Raises:
        InputError: `values` is not an iterable of articles (raised immediately), or one of them is
            not an article (when its turn comes).
    """
    return map(article_of, several(values))


def several(
    values: Iterable[_T], name: str = "articles", expected: str = "an iterable of articles"
) -> Iterator[_T]:
    """An iterator over the values of an argument.

    Args:
        values: what was given, in which each value is still to be checked.
        name: the argument.
        expected: what it has to be, for the message.

    Raises:
        InputError: `values` is not an iterable of several things.
    """
    single = isinstance(values, str | bytes | Mapping)  # a mapping would give its keys
    if single or not isinstance(values, Iterable):
        raise InputError(f"{name}: expected {expected}, not {type(values).__name__}")
    return iter(values)


def article_error(article: Article, cause: Exception) -> ArticleError:
    """The error that names an article and keeps what went wrong in it."""
    if article.id is not None:
        name = repr(article.id)
    else:
        start = " ".join(article.text[: 2 * _SHOWN].split())[:_SHOWN]
        name = f"without id that begins {start!r}"
    own = isinstance(cause, QuotesError)
    told = str(cause).removeprefix("article: ") if own else described(cause)
    error = ArticleError(f"article {name}: {told}", article.id)
    error.__cause__ = cause
    return error


@contextlib.contextmanager
def blaming(article: Article) -> Iterator[None]:
    """What goes wrong meanwhile is an `ArticleError` that names the article.

    Models that do not load and memory that runs out are not the article's fault and pass as they
    are.

    Raises:
        ArticleError: something went wrong.
    """
    try:
        yield
    except (ArticleError, MemoryError, ModelError):
        raise
    except Exception as error:
        raise article_error(article, error) from error
