"""Which pairs of quotes are worth comparing: those that share a key (see `keys`).

A key that too many quotes share compares only quotes that stand near one another in time (the
sorted neighbourhood: Hernández & Stolfo, SIGMOD 1995), and each quote chooses the most promising
partners, so that the work stays linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.utterances.items import Item
from quotes.utterances.partners import Partners


def candidates(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Pairs of positions in `items`, each once and in rising order, never of one article.

    `items` are to be in a fixed order (of day and reference) for the same pairs in every run.
    """
    yield from map(tuple, Partners.of(items, range(len(items))).pairs().tolist())
