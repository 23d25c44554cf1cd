"""All quotes with their links, as a value that more quotes can be added to.

Quotes have numbers: those that are compared at once in their order, later ones behind them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs
import numpy as np

from quotes.types import Link, QuoteRef
from quotes.utterances.blocks import scores
from quotes.utterances.copies import matching_quotes, may_copy
from quotes.utterances.exclusions import excluded
from quotes.utterances.items import Item
from quotes.utterances.partners import Order, Pair, Partners
from quotes.utterances.repeats import leading, repeats
from quotes.utterances.scores import FLOOR, Comparison, Weights
from quotes.utterances.tables import Table

_NONE: Mapping[int, float] = {}
_FEW = 100
"""Fewer pairs are compared one by one."""


class Judged:
    """What was found out about pairs of quotes, to be found out once; it says nothing but that."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._scores: dict[tuple[Item, Item], float] = {}
        self._excluded: dict[tuple[Item, Item], bool] = {}

    def score(self, a: Item, b: Item) -> float:
        """The score of two quotes that were not compared as partners."""
        pair = (a, b) if id(a) < id(b) else (b, a)
        if pair not in self._scores:
            self._scores[pair] = self._weights.compared(a, b).score
        return self._scores[pair]

    def excluded(self, a: Item, b: Item) -> bool:
        """Whether two quotes are never one utterance."""
        pair = (a, b) if id(a) < id(b) else (b, a)
        if pair not in self._excluded:
            self._excluded[pair] = excluded(a, b)
        return self._excluded[pair]

    def __getstate__(self) -> dict[str, object]:
        return {"_weights": self._weights, "_scores": {}, "_excluded": {}}


@attrs.frozen(eq=False)
class Compared:
    """Quotes by number, with the scores of those that are linked.

    `near` holds the scores of each, both ways; `mates` those that always share its utterance;
    `copied` of two articles the pairs that stand in the same place of a copy, with the scores that
    they would have otherwise, 0 where they would not be compared. Without `partners` nothing can be
    added.
    """

    items: Sequence[Item]
    orders: Sequence[Order]
    places: Mapping[QuoteRef, int]
    articles: Mapping[str, Sequence[int]]
    mates: Sequence[tuple[int, ...]]
    near: Sequence[Mapping[int, float]]
    copied: Mapping[tuple[str, str], Mapping[Pair, float]]
    partners: Partners | None
    judged: Judged

    def sort(self, numbers: Iterable[int]) -> list[int]:
        """Numbers in the order of their quotes."""
        return sorted(numbers, key=self.orders.__getitem__)

    def copies(self) -> Iterator[Pair]:
        """The pairs that are scored as copied."""
        for pairs in self.copied.values():
            yield from pairs

    def pairs(self) -> Iterator[tuple[Item, Item, float]]:
        """All linked pairs with their scores."""
        for i, row in enumerate(self.near):
            for j, score in row.items():
                if i < j:
                    yield self.items[i], self.items[j], score


def place(item: Item) -> Order:
    """Where a quote stands among all, as `assembly.order`."""
    day = item.sheet.day
    return day is None, day or 0, item.ref.article_id, item.position


def scored(
    pairs: Sequence[tuple[Item, Item]], weights: Weights, *, copied: bool = False
) -> list[float]:
    """The score of each pair of quotes; 0 for those below `FLOOR`, which are no links.

    `copied`: they stand at the same place of two articles of which one copies the other.
    """
    if len(pairs) < _FEW:
        return [weights.scored(a, b, copied) for a, b in pairs]
    numbers: dict[Item, int] = {}
    rows = [
        (numbers.setdefault(a, len(numbers)), numbers.setdefault(b, len(numbers))) for a, b in pairs
    ]
    left, right = np.array(rows, np.int64).T
    found: list[float] = scores(
        Table.of(list(numbers)), left, right, weights, copied=copied
    ).tolist()
    return found


def linked(items: Sequence[Item], links: Iterable[Link], weights: Weights) -> Compared:
    """Quotes with links that were found before."""
    start = _numbered(items, weights)
    near: list[dict[int, float]] = [{} for _ in start.items]
    for link in links:
        i, j = start.places[link.a], start.places[link.b]
        near[i][j] = near[j][i] = link.score
    return attrs.evolve(start, near=near)


def compared(items: Sequence[Item], weights: Weights) -> Compared:
    """All quotes with their partners and links."""
    start = _numbered(items, weights)
    partners = Partners.of(start.items, leading(start.items))
    near: list[dict[int, float]] = [{} for _ in start.items]
    left, right = partners.pairs().T
    found = scores(Table.of(start.items), left, right, weights)
    links = np.flatnonzero(found)
    for i, j, score in zip(
        left[links].tolist(), right[links].tolist(), found[links].tolist(), strict=True
    ):
        near[i][j] = near[j][i] = score
    whole = attrs.evolve(start, partners=partners, near=near)
    return _with_copies(whole, _linked_articles(whole, range(len(near))), weights)[0]


def added(
    before: Compared, items: Sequence[Item], weights: Weights
) -> tuple[Compared, frozenset[int]]:
    """With the quotes of more articles; also the numbers of all whose links changed, the new too.

    Raises:
        ValueError: the quotes before hold no partners.
    """
    if before.partners is None:
        raise ValueError("partners")
    start = len(before.items)
    whole = [*before.items, *items]
    fresh = range(start, len(whole))
    orders = [*before.orders, *map(place, items)]
    firsts = sorted((start + i for i in leading(items)), key=orders.__getitem__)
    partners, gained, lost = before.partners.added(whole, orders, firsts)
    near = [*before.near, *([_NONE] * len(items))]
    copied = dict(before.copied)
    changed = _Rows(near)
    touched: set[int] = set(fresh)
    for i, j in lost:
        touched |= {i, j}
        pairs = copied.get(_articles(whole, i, j), {})
        if (i, j) in pairs:
            copied[_articles(whole, i, j)] = {**pairs, (i, j): 0.0}
        else:
            changed.drop(i, j)
    for i, j in gained:
        score = weights.compared(whole[i], whole[j]).score
        if score < FLOOR:
            continue
        touched |= {i, j}
        pairs = copied.get(_articles(whole, i, j), {})
        if (i, j) in pairs:
            copied[_articles(whole, i, j)] = {**pairs, (i, j): score}
        else:
            changed.put(i, j, score)
    articles = dict(before.articles)
    articles.update(_by_article(items, start))
    found = attrs.evolve(
        before,
        items=whole,
        orders=orders,
        places={**before.places, **{item.ref: start + i for i, item in enumerate(items)}},
        articles=articles,
        mates=[*before.mates, *_mates(items, start)],
        near=near,
        copied=copied,
        partners=partners,
    )
    also = _linked_articles(found, touched) | {_articles(whole, i, j) for i, j in lost}
    found, more = _with_copies(found, also, weights)
    return found, frozenset(touched | more)


class _Rows:
    """Scores of some quotes, changed in copies of their rows."""

    def __init__(self, near: list[Mapping[int, float]]) -> None:
        self._near = near
        self._own: dict[int, dict[int, float]] = {}

    def put(self, i: int, j: int, score: float) -> None:
        """Set the score of a pair."""
        self._row(i)[j] = self._row(j)[i] = score

    def drop(self, i: int, j: int) -> None:
        """Forget a pair."""
        self._row(i).pop(j, None)
        self._row(j).pop(i, None)

    def _row(self, i: int) -> dict[int, float]:
        if i not in self._own:
            self._near[i] = self._own[i] = dict(self._near[i])
        return self._own[i]


def _numbered(items: Sequence[Item], weights: Weights) -> Compared:
    found = sorted(items, key=place)
    return Compared(
        items=found,
        orders=list(map(place, found)),
        places={item.ref: i for i, item in enumerate(found)},
        articles=_by_article(found, 0),
        mates=_mates(found, 0),
        near=[],
        copied={},
        partners=None,
        judged=Judged(weights),
    )


def _by_article(items: Sequence[Item], start: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for i, item in sorted(enumerate(items, start), key=lambda row: row[1].position):
        found[item.ref.article_id].append(i)
    return dict(found)


def _mates(items: Sequence[Item], start: int) -> list[tuple[int, ...]]:
    """For each quote those of its article that have its words, and the other parts of it."""
    mates: list[set[int]] = [set() for _ in items]
    parts: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        parts[item.ref.article_id, item.ref.quote_id].append(i)
    for group in (*repeats(items), *parts.values()):
        if len(group) > 1:
            for i in group:
                mates[i].update(group)
    return [tuple(start + j for j in sorted(row) if j != i) for i, row in enumerate(mates)]


def _articles(items: Sequence[Item], i: int, j: int) -> tuple[str, str]:
    a, b = items[i].sheet.id, items[j].sheet.id
    return (a, b) if a < b else (b, a)


def _linked_articles(whole: Compared, numbers: Iterable[int]) -> set[tuple[str, str]]:
    return {_articles(whole.items, i, j) for i in numbers for j in whole.near[i]}


def _with_copies(
    whole: Compared, articles: Iterable[tuple[str, str]], weights: Weights
) -> tuple[Compared, set[int]]:
    """With the scores of copied quotes between these articles, and whose links that changed."""
    near = list(whole.near)
    rows = _Rows(near)
    copied = dict(whole.copied)
    touched: set[int] = set()
    for a, b in sorted(articles):
        before = copied.get((a, b), {})
        there = set(whole.articles[b])
        plain = (
            before.get(_pair(i, j), score)
            for i in whole.articles[a]
            for j, score in near[i].items()
            if j in there
        )
        enough = may_copy(plain)
        if enough == ((a, b) in copied):
            continue
        if not enough:
            for (i, j), score in copied.pop((a, b)).items():
                touched |= {i, j}
                if score:
                    rows.put(i, j, score)
                else:
                    rows.drop(i, j)
            continue
        left, right = ([whole.items[i] for i in whole.articles[key]] for key in (a, b))
        found: dict[Pair, float] = {}
        matching = list(matching_quotes(left, right))
        for (x, y), score in zip(matching, scored(matching, weights, copied=True), strict=True):
            if score >= FLOOR:
                i, j = whole.places[x.ref], whole.places[y.ref]
                found[_pair(i, j)] = near[i].get(j, 0.0)
                rows.put(i, j, score)
                touched |= {i, j}
        copied[a, b] = found
    return attrs.evolve(whole, near=near, copied=copied), touched


def _pair(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)


def links_of(whole: Compared, weights: Weights) -> list[Link]:
    """All links with their reasons, strongest first."""
    copies = set(whole.copies())
    found = []
    for a, b, _ in whole.pairs():
        pair = _pair(whole.places[a.ref], whole.places[b.ref])
        each = weights.compared(a, b, copied=pair in copies)
        found.append(each)
    found.sort(key=_strongest_first)
    return [weights.explained(each) for each in found]


def _strongest_first(link: Comparison) -> tuple[float, str, str, int, str, str, int]:
    a, b = link.a, link.b
    return -link.score, a.article_id, a.quote_id, a.part, b.article_id, b.quote_id, b.part
