"""What `keys.hope` tells of two quotes, for many pairs at once."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from quotes.utterances.items import Item
from quotes.utterances.keys import LEAST
from quotes.utterances.rows import Numbers, Rows, shared


@attrs.frozen(eq=False)
class Outlines:
    """The outlines of many quotes, words as numbers below `width`.

    `telling` and `context` are by quote, `sketches` by the number of the article; `said` has one
    number for all quotes of the same words.
    """

    articles: Numbers
    said: Numbers
    telling: Rows
    context: Rows
    sketches: Rows
    width: int

    @classmethod
    def of(cls, items: Sequence[Item]) -> Outlines:
        """The outlines of all these quotes."""
        words: dict[str, int] = {}
        said: dict[tuple[str, ...], int] = {}
        articles: dict[str, int] = {}
        sheets = {item.sheet.id: item.sheet for item in items}

        def numbers(stems: Sequence[str]) -> list[int]:
            return [words.setdefault(stem, len(words)) for stem in stems]

        found = cls(
            np.array([articles.setdefault(i.sheet.id, len(articles)) for i in items], np.int64),
            np.array([said.setdefault(i.said.stems, len(said)) for i in items], np.int64),
            Rows.of(numbers(item.content.told) for item in items),
            Rows.of(numbers(item.around) for item in items),
            Rows.of(numbers(sheets[key].told) for key in articles),
            0,
        )
        return attrs.evolve(found, width=len(words))

    def hopes(
        self, left: Numbers, right: Numbers, levels: Numbers
    ) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """What each pair promises at its level, and whether it is worth a comparison."""
        sizes = self.telling.sizes
        few = np.minimum(sizes[left], sizes[right])
        both = shared(self.telling, self.telling, self.width, left, right)
        enough = np.where(
            few > 0,
            both >= np.array(LEAST)[levels] * few,
            self.said[left] == self.said[right],
        )
        worth = enough & (self.articles[left] != self.articles[right])
        found = np.zeros(len(left))
        one, other = left[worth], right[worth]
        found[worth] = (
            _share(both[worth], sizes, one, other)
            + self._like(self.context, one, other)
            + self._told(self.articles[one], self.articles[other])
        )
        return found, worth

    def _told(self, one: Numbers, other: Numbers) -> NDArray[np.float64]:
        """How like the articles are: many pairs are of the same two."""
        size = len(self.sketches.starts)
        codes, places = np.unique(one * size + other, return_inverse=True)
        return self._like(self.sketches, codes // size, codes % size)[places]

    def _like(self, rows: Rows, one: Numbers, other: Numbers) -> NDArray[np.float64]:
        return _share(shared(rows, rows, self.width, one, other), rows.sizes, one, other)


def _share(both: Numbers, sizes: Numbers, one: Numbers, other: Numbers) -> NDArray[np.float64]:
    """How many words are shared by the sizes of both; 0 where one has none."""
    product = sizes[one] * sizes[other]
    return np.where(product > 0, both / np.sqrt(np.maximum(product, 1)), 0.0)
