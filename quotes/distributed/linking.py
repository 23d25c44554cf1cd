"""The comparison of the chosen pairs, and of quotes that stand at one place of copied articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from quotes.distributed.plan import Opened, Plan, Shelf, home_of
from quotes.distributed.scratch import numbers, table
from quotes.utterances.steps import FLOOR, matching_quotes, may_copy, scored, shipped

Pair = tuple[int, int]


def linked(plan: Plan, home: int) -> int:
    """Compare the pairs of which the first quote is of this home; how many were compared.

    The first quote of a pair is of the earlier article. So all pairs of two articles are here, and
    whether one copies the other is decided here.
    """
    rows = plan.scratch.receive("pairs", home, plan.homes)
    listed = np.unique(np.stack([numbers(rows, "a"), numbers(rows, "b")], axis=1), axis=0)
    shelf = Shelf(plan)
    found: dict[Pair, float] = {}
    for pairs in _blocks(shelf, listed.tolist(), plan.pairs):
        found.update(_links(shelf, pairs))
    links = [(a, b, s) for (i, j), s in sorted(found.items()) for a, b in ((i, j), (j, i))]
    columns: Any = list(zip(*links, strict=True)) or [()] * 3
    named = dict(zip(("a", "b", "score"), columns, strict=True))
    told = table(named, a="int", b="int", score="float")
    plan.scratch.send("links", home, told, home_of(numbers(told, "a")))
    return len(listed)


def _blocks(shelf: Shelf, pairs: Sequence[Sequence[int]], size: int) -> Iterator[list[Pair]]:
    """The pairs in blocks of about a size; all whose first quotes are of one article together."""
    block: list[Pair] = []
    last = -1
    for i, j in pairs:
        article = shelf.article_of(i)
        if len(block) >= size and article != last:
            yield block
            block = []
        block.append((i, j))
        last = article
    if block:
        yield block


def _links(shelf: Shelf, pairs: Sequence[Pair]) -> dict[Pair, float]:
    """The links among some pairs, and those between the articles of these that copies make."""
    weights = shipped()
    opened = shelf.items({number for pair in pairs for number in pair})
    scores = scored([(opened[i], opened[j]) for i, j in pairs], weights)
    found = {pair: s for pair, s in zip(pairs, scores, strict=True) if s >= FLOOR}
    between: dict[Pair, list[float]] = defaultdict(list)
    for (i, j), score in found.items():
        between[shelf.article_of(i), shelf.article_of(j)].append(score)
    copies = [articles for articles, plain in between.items() if may_copy(plain)]
    for one, other in copies:
        found.update(_copied(opened, one, other))
    return found


def _copied(opened: Opened, one: int, other: int) -> Iterator[tuple[Pair, float]]:
    """The links of quotes that stand at the same place of two articles, one a copy."""
    left, right = sorted((one, other), key=lambda n: opened.articles[n][0].sheet.id)
    matching = list(matching_quotes(opened.articles[left], opened.articles[right]))
    for (x, y), score in zip(matching, scored(matching, shipped(), copied=True), strict=True):
        if score >= FLOOR:
            i, j = opened.number(left, x), opened.number(right, y)
            yield (min(i, j), max(i, j)), score
