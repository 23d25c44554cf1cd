"""What every task of a normalisation knows, and the articles as all tasks find them."""

from __future__ import annotations

import functools
import pickle
from collections.abc import Iterable, Mapping

import attrs
import numpy as np
from numpy.typing import NDArray

from quotes.distributed.scratch import Scratch, numbers
from quotes.utterances.steps import Item

HOME = 32
"""A quote has one number: of its home, and in the lower bits of its place there.

So numbers are in the order of all quotes, and tell where a quote is.
"""
ARTICLES = 16
"""So many articles are read at once."""
_PIECES = 64
"""So many of such pieces are kept at hand."""
_AT_HAND = 600
"""So many articles are kept at hand as they are: with them goes what was found out of their words.
"""


@attrs.frozen
class Plan:
    """The folder, in how many parts the input and the work come, and the options.

    Keys are shared among `meets` parts. `crowd`: a bucket of more quotes is cut. `pairs`: so many
    pairs of quotes are compared while their articles are at hand.
    """

    scratch: Scratch
    inputs: int
    homes: int
    threshold: float
    crowd: int
    meets: int
    pairs: int = 1_000


def home_of(number: NDArray[np.int64]) -> NDArray[np.int64]:
    """The home of each number."""
    return number >> HOME


class Shelf:
    """The quotes of all articles, read as they are needed.

    Articles have numbers as quotes have: of their home, and of their place there.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._piece = functools.lru_cache(_PIECES)(self._read)
        self.items_of = functools.lru_cache(_AT_HAND)(self._unpacked)
        self._starts = functools.lru_cache(256)(self._read_starts)

    def article_of(self, number: int) -> int:
        """The number of the article of a quote."""
        home, place = number >> HOME, number & ((1 << HOME) - 1)
        row = int(np.searchsorted(self._starts(home), place, side="right")) - 1
        return home << HOME | row

    def first_of(self, article: int) -> int:
        """The number of the first quote of an article."""
        home, row = article >> HOME, article & ((1 << HOME) - 1)
        return home << HOME | int(self._starts(home)[row])

    def _unpacked(self, article: int) -> tuple[Item, ...]:
        """The quotes of an article, which belong together."""
        home, row = article >> HOME, article & ((1 << HOME) - 1)
        held = self._piece(home, row // ARTICLES)[row % ARTICLES]
        found: tuple[Item, ...] = pickle.loads(held)
        return found

    def items(self, quotes: Iterable[int]) -> Opened:
        """The articles of some quotes, each read once."""
        return Opened(self, {article: self.items_of(article) for article in self._of(quotes)})

    def _of(self, quotes: Iterable[int]) -> list[int]:
        return sorted({self.article_of(number) for number in quotes})

    def _read(self, home: int, number: int) -> list[bytes]:
        batch = self._plan.scratch.piece("items", home, number)
        found: list[bytes] = batch.column("items").to_pylist()
        return found

    def _read_starts(self, home: int) -> NDArray[np.int64]:
        return numbers(self._plan.scratch.kept("starts", home), "start")


@attrs.frozen(eq=False)
class Opened:
    """Some articles with their quotes, which are the same objects as long as this is."""

    _shelf: Shelf
    articles: Mapping[int, tuple[Item, ...]]

    def __getitem__(self, number: int) -> Item:
        """The quote of a number."""
        article = self._shelf.article_of(number)
        return self.articles[article][number - self._shelf.first_of(article)]

    def article(self, number: int) -> int:
        """The number of the article of a quote."""
        return self._shelf.article_of(number)

    def number(self, article: int, item: Item) -> int:
        """The number of a quote of an article, or of the first of the parts it was joined from."""
        return self._shelf.first_of(article) + item.position
