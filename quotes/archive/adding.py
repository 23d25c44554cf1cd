"""One article more: all of it in one transaction, so that it is there in full or not at all."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from quotes.archive.joining import join
from quotes.archive.meeting import UNDATED, partners, told
from quotes.archive.rows import (
    MOST_QUOTES,
    article_row,
    clean,
    quote_id,
    quote_row,
    text_hash,
)
from quotes.archive.shelf import Shelf
from quotes.errors import InputError
from quotes.types import Article, Kind, Quote
from quotes.utterances import read_sources
from quotes.utterances.copies import matching_quotes, may_copy
from quotes.utterances.items import Item, items_of, sheet_of
from quotes.utterances.keys import keys_of
from quotes.utterances.repeats import repeats
from quotes.utterances.scores import Weights


def append(
    connection: sqlite3.Connection,
    shelf: Shelf,
    weights: Weights,
    article: Article,
    key: str,
    quotes: Sequence[Quote],
) -> int:
    """Store an article with its quotes, within a transaction; its number.

    Raises:
        InputError: the quotes are not those of the article.
    """
    read_sources([article], [quotes], None, {})
    if len(quotes) >= MOST_QUOTES:
        raise InputError(f"quotes: {len(quotes)} of article {key!r} are too many")
    items = items_of(article, key, quotes)
    sheet = items[0].sheet if items else sheet_of(article, key)
    about, text = article_row(article, key)
    outlet = clean(article.outlet) if article.outlet is not None else None
    number = connection.execute(
        "INSERT INTO articles (key, hash, day, outlet, about, text, sketch)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            clean(key),
            text_hash(article.text),
            sheet.day,
            outlet,
            about,
            text,
            told(sheet.words),
        ),
    ).lastrowid
    assert number is not None
    ids = {}
    for place, quote in enumerate(quotes):
        ids[quote.id] = quote_id(sheet.day, number, place)
        local = clean(quote.speaker.id) if quote.speaker is not None else None
        connection.execute(
            "INSERT INTO quotes (id, article, name, kind, outlet, local, body)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                ids[quote.id],
                number,
                clean(quote.id),
                quote.kind.value,
                outlet,
                local,
                quote_row(quote),
            ),
        )
        if quote.kind is not Kind.OTHER:
            words = " ".join(span.text for span in quote.content or quote.segments)
            connection.execute(
                "INSERT INTO words (rowid, text) VALUES (?, ?)", (ids[quote.id], clean(words))
            )
    numbers = _store_items(connection, items, number, ids)
    shelf.keep(number, dict(zip(numbers, items, strict=True)), quotes)
    heads = [group[0] for group in repeats(items)]
    _link(connection, shelf, weights, number, [numbers[i] for i in heads])
    _store_keys(connection, [(numbers[i], items[i]) for i in heads])
    join(connection, shelf, weights, numbers)
    return number


def _store_items(
    connection: sqlite3.Connection, items: Sequence[Item], article: int, ids: dict[str, int]
) -> list[int]:
    heads = {i: group[0] for group in repeats(items) for i in group[1:]}
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM items").fetchone()
    numbers = [last + 1 + i for i in range(len(items))]
    connection.executemany(
        "INSERT INTO items (id, quote, article, part, head, telling, context)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                numbers[i],
                ids[item.ref.quote_id],
                article,
                item.ref.part,
                numbers[heads[i]] if i in heads else None,
                told(item.content.telling),
                told(item.context),
            )
            for i, item in enumerate(items)
        ],
    )
    return numbers


def _link(
    connection: sqlite3.Connection,
    shelf: Shelf,
    weights: Weights,
    article: int,
    heads: Sequence[int],
) -> None:
    """Compare the new quotes with those of the archive that they may be versions of."""
    own = shelf.of(article)
    found: dict[tuple[int, int], float] = {}
    between: dict[int, list[float]] = defaultdict(list)
    for number in heads:
        for other, home in partners(connection, own[number], article):
            score = weights.scored(own[number], shelf.of(home)[other])
            if score:
                found[number, other] = score
                between[home].append(score)
    for home, scores in between.items():
        if may_copy(scores):
            refs = {item.ref: n for one in (article, home) for n, item in shelf.of(one).items()}
            for a, b in matching_quotes(*_sides(shelf, article, home)):
                score = weights.scored(a, b, copied=True)
                if score:
                    pair = refs[a.ref], refs[b.ref]
                    found[max(pair), min(pair)] = score
    connection.executemany(
        "INSERT OR REPLACE INTO links VALUES (?, ?, ?)",
        [(a, b, score) for (a, b), score in found.items()],
    )


def _sides(shelf: Shelf, one: int, other: int) -> list[list[Item]]:
    """The quotes of two articles, those of the lower id first."""
    sides = [list(shelf.of(article).values()) for article in (one, other)]
    return sorted(sides, key=lambda items: items[0].ref.article_id)


def _store_keys(connection: sqlite3.Connection, rows: Sequence[tuple[int, Item]]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?)",
        [
            (key.code, item.sheet.day if item.sheet.day is not None else UNDATED, n, key.asks)
            for n, item in rows
            for key in keys_of(item)
        ],
    )
