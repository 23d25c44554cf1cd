"""What was made of articles and came of comparing them, in memory while articles are added."""

from __future__ import annotations

import functools
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import TypeVar

from quotes.archive.rows import article_of, quotes_of
from quotes.types import QuoteRef
from quotes.utterances.copies import reworded_copy
from quotes.utterances.items import Item, Sheet, items_of
from quotes.utterances.scores import Weights

_ARTICLES = 3000
"""Of so many articles the quotes are kept ready for comparison."""
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
        self._scores: OrderedDict[tuple[QuoteRef, QuoteRef], float] = OrderedDict()
        self._copies: OrderedDict[tuple[str, str], str | None] = OrderedDict()

    def of(self, article: int) -> Mapping[int, Item]:
        """The quotes of an article by their numbers."""
        return _kept(self._kept, article, functools.partial(self._read, article), _ARTICLES)

    def keep(self, article: int, items: Mapping[int, Item]) -> None:
        """Keep the quotes of an article."""
        _kept(self._kept, article, lambda: items, _ARTICLES)

    def drop(self, article: int) -> None:
        """Forget an article that was not added after all."""
        self._kept.pop(article, None)
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
        key, about, text = self._connection.execute(
            "SELECT key, about, text FROM articles WHERE id = ?", (article,)
        ).fetchone()
        found = items_of(article_of(about, text), key, quotes_of(self._connection, article))
        numbers = self._connection.execute(
            "SELECT id FROM items WHERE article = ? ORDER BY id", (article,)
        )
        return {n: item for (n,), item in zip(numbers, found, strict=True)}


def _kept(held: OrderedDict[_K, _V], key: _K, made: Callable[[], _V], most: int) -> _V:
    """What is held under a key; it is made if it is not there, and the oldest goes."""
    if key in held:
        held.move_to_end(key)
        return held[key]
    value = held[key] = made()
    if len(held) > most:
        held.popitem(last=False)
    return value
