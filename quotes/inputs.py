"""What is taken for an article, and for articles, wherever a caller hands them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quotes.errors import InputError
from quotes.types import Article


def article_of(value: str | Article) -> Article:
    """The article, or one that holds the text.

    Raises:
        InputError: `value` is neither a string nor an `Article` with a text.
    """
    text = value.text if isinstance(value, Article) else value
    if not isinstance(text, str):
        raise InputError(f"article: expected str or Article with text, not {type(text).__name__}")
    return value if isinstance(value, Article) else Article(text)


def articles_of(values: Iterable[str | Article]) -> Iterator[Article]:
    """Each as an article, read one by one.

    Raises:
        InputError: `values` is no iterable of articles (at once), or one of them is no article
            (when its turn comes).
    """
    single = isinstance(values, str | bytes | Article | Mapping)  # a mapping would give its keys
    if single or not isinstance(values, Iterable):
        raise InputError(f"articles: expected an iterable of articles, not {type(values).__name__}")
    return map(article_of, values)
