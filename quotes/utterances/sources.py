"""The articles of a result by id, with their quotes: what is taken in, and what is refused."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from quotes.errors import InputError
from quotes.inputs import articles_of
from quotes.types import Article, Quote

Extract = Callable[[Sequence[Article]], Iterable[Sequence[Quote]]]
"""How the quotes of articles are found."""

Source = tuple[Article, Sequence[Quote]]
"""One article with its quotes, as they were given or found."""

Sources = Mapping[str, Source]


def article_key(article: Article) -> str:
    """The id of an article, or one made from what it holds."""
    if article.id is not None:
        return article.id
    held = "\x00".join([article.outlet or "", article.url or "", article.text])
    return hashlib.sha256(held.encode("utf8", "surrogatepass")).hexdigest()[:12]


def read_sources(
    articles: Iterable[str | Article],
    quotes: Iterable[Sequence[Quote]] | None,
    extract: Extract | None,
    known: Sources,
) -> dict[str, Source]:
    """The articles by id with their quotes, extracted where none are given.

    Raises:
        InputError: an id stands for two texts, or the quotes are not those of the articles.
    """
    listed = list(articles_of(articles))
    rows = None if quotes is None else _rows(quotes)
    if rows is not None and len(rows) != len(listed):
        raise InputError(f"quotes: {len(rows)} lists for {len(listed)} articles")
    fresh: dict[str, Article] = {}
    given: dict[str, Sequence[Quote]] = {}
    for number, article in enumerate(listed):
        key = article_key(article)
        before = fresh.get(key) or (known[key][0] if key in known else None)
        if before is not None and before.text != article.text:
            raise InputError(f"articles: two different texts have the id {key!r}")
        if before is not None and details(before) >= details(article):
            continue
        fresh[key] = article
        if rows is not None:
            given[key] = _fitting(article, rows[number], key)
    if rows is None and extract is None and fresh:
        raise InputError(
            "quotes: expected a list of quotes for each article; to have them extracted, give "
            "`Utterances.from_dict` an `extract`, such as `quotes.Extractor().extract_many`"
        )
    if rows is None and extract is not None:
        found = extract(list(fresh.values()))
        given = {key: tuple(row) for key, row in zip(fresh, found, strict=True)}
    return {key: (article, given[key]) for key, article in fresh.items()}


def _rows(quotes: Iterable[Sequence[Quote]]) -> list[tuple[Quote, ...]]:
    try:
        rows = [tuple(row) for row in quotes]
    except TypeError as error:
        raise InputError("quotes: expected a list of quotes for each article") from error
    if not all(isinstance(quote, Quote) for row in rows for quote in row):
        raise InputError("quotes: expected a list of quotes for each article")
    return rows


def details(article: Article) -> tuple[str, ...]:
    """What an article tells of itself: of two with one text the greater is kept."""
    day = article.published
    rest = (article.outlet, article.url, article.title, day.isoformat() if day else None)
    return tuple(value or "" for value in rest)


def _fitting(article: Article, quotes: Sequence[Quote], key: str) -> Sequence[Quote]:
    for quote in quotes:
        if not quote.content and not quote.segments:
            raise InputError(f"quotes: {quote.id!r} of article {key!r} has no words")
        for span in (*quote.segments, *quote.content):
            if article.text[span.start : span.end] != span.text:
                raise InputError(f"quotes: {quote.id!r} does not fit the text of article {key!r}")
    if len({quote.id for quote in quotes}) < len(quotes):
        raise InputError(f"quotes: two quotes of article {key!r} have the same id")
    return quotes
