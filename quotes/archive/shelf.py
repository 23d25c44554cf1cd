"""What was made of articles and came of comparing them, in memory while articles are added."""

from __future__ import annotations

import contextlib
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from quotes.archive.rows import article_of, quotes_of
from quotes.errors import FormatError
from quotes.types import Quote, QuoteRef
from quotes.utterances.copies import reworded_copy
from quotes.utterances.items import Item, Sheet, items_of
from quotes.utterances.packing import packed, unpacked
from quotes.utterances.scores import Weights

_ROOM = 40_000_000
"""So many characters of articles are kept ready for comparison, and for each quote `_QUOTE`."""
_QUOTE = 600
_SCORES = 100_000
"""So many results of comparisons that are not in the archive are kept."""
_K = TypeVar("_K")
_V = TypeVar("_V")


class Shelf:
    """The quotes of articles ready for comparison, by their numbers in the archive.

    Articles never change, so those that were used last are kept, and what came of comparing them.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: OrderedDict[int, Mapping[int, Item]] = OrderedDict()
        self._held = 0
        self._scores: OrderedDict[tuple[QuoteRef, QuoteRef], float] = OrderedDict()
        self._copies: OrderedDict[tuple[str, str], str | None] = OrderedDict()

    def of(self, article: int) -> Mapping[int, Item]:
        """The quotes of an article by their numbers."""
        if article not in self._kept:
            self._hold(article, self._read(article))
        self._kept.move_to_end(article)
        return self._kept[article]

    def keep(self, article: int, items: Mapping[int, Item], quotes: Sequence[Quote]) -> None:
        """Keep the quotes of a new article, in the archive as well."""
        self._hold(article, items)
        self._write(article, tuple(items.values()), quotes)

    def _hold(self, article: int, items: Mapping[int, Item]) -> None:
        self._kept[article] = items
        self._held += _size(items)
        while self._held > _ROOM and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._held -= _size(oldest)

    def drop(self, article: int) -> None:
        """Forget an article that was not added after all."""
        self._held -= _size(self._kept.pop(article, {}))
        self._scores.clear()
        self._copies.clear()

    def score(self, weights: Weights, a: Item, b: Item) -> float:
        """How like two quotes are that have no link, as `Weights.compared` has it."""
        pair = (a.ref, b.ref) if a.ref < b.ref else (b.ref, a.ref)
        return _kept(self._scores, pair, lambda: weights.compared(a, b).score, _SCORES)

    def reworded(self, a: Sheet, b: Sheet) -> str | None:
        """The id of the article of two that is a reworded copy of the other; see `copies`."""
        pair = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        return _kept(self._copies, pair, lambda: reworded_copy(a, b), _SCORES)

    def _read(self, article: int) -> Mapping[int, Item]:
        key, about, text, body = self._connection.execute(
            "SELECT a.key, a.about, a.text, r.body FROM articles a"
            " LEFT JOIN ready r ON r.article = a.id WHERE a.id = ?",
            (article,),
        ).fetchone()
        whole, quotes = article_of(about, text), quotes_of(self._connection, article)
        found = None
        if body is not None:
            with contextlib.suppress(FormatError):  # of another release: made again
                found = unpacked(body, whole, key, quotes)
        if found is None:
            found = items_of(whole, key, quotes)
            self._write(article, found, quotes)
        numbers = self._connection.execute(
            "SELECT id FROM items WHERE article = ? ORDER BY id", (article,)
        )
        return {n: item for (n,), item in zip(numbers, found, strict=True)}

    def _write(self, article: int, items: Sequence[Item], quotes: Sequence[Quote]) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO ready VALUES (?, ?)", (article, packed(items, quotes))
        )


def _size(items: Mapping[int, Item]) -> int:
    """About how much room the quotes of an article take, with its text."""
    texts = {item.sheet.article.text for item in items.values()}
    return sum(map(len, texts)) + _QUOTE * len(items)


def _kept(held: OrderedDict[_K, _V], key: _K, made: Callable[[], _V], most: int) -> _V:
    """What is held under a key; it is made if it is not there, and the oldest goes."""
    if key in held:
        held.move_to_end(key)
        return held[key]
    value = held[key] = made()
    if len(held) > most:
        held.popitem(last=False)
    return value
