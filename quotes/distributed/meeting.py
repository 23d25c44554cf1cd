"""Which quotes are compared: they meet under keys, and each chooses its partners.

The owners of a key come together in one part, in the order of all quotes. A key that very many
have is cut into stretches of that order, which overlap by as many as a quote meets there.
"""

from __future__ import annotations

import pickle
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from quotes.distributed.plan import Plan, home_of
from quotes.distributed.scratch import numbers, runs, table
from quotes.utterances.partners import CROWD, MOST_PARTNERS, NEAR
from quotes.utterances.steps import Outline, chosen, hope, met


@attrs.frozen
class Crowd:
    """A key that is cut: whether anybody asks for it, and how many have it in the homes before."""

    asked: bool
    before: int


def counted(plan: Plan, home: int, codes: Sequence[int]) -> dict[int, tuple[int, bool]]:
    """How many quotes of a home have each of some keys, and whether any of them asks for it."""
    kept = plan.scratch.kept("codes", home)
    held, asks = numbers(kept, "code"), numbers(kept, "asks")
    found = {}
    for code in codes:
        low, high = np.searchsorted(held, [code, code + 1]).tolist()
        if high > low:
            found[code] = high - low, bool(asks[low:high].any())
    return found


def crowds_of(
    plan: Plan, counts: Sequence[Mapping[int, tuple[int, bool]]]
) -> list[dict[int, Crowd]]:
    """For each home the keys that are cut, by what `counted` told of all homes in their order."""
    total: dict[int, int] = defaultdict(int)
    asked: dict[int, bool] = defaultdict(bool)
    for row in counts:
        for code, (often, asks) in row.items():
            total[code] += often
            asked[code] |= asks
    before: dict[int, int] = defaultdict(int)
    found = []
    for row in counts:
        here = {}
        for code, (often, _) in row.items():
            if total[code] > plan.crowd:
                here[code] = Crowd(asked[code], before[code])
                before[code] += often
        found.append(here)
    return found


def spread(plan: Plan, home: int, crowds: Mapping[int, Crowd]) -> None:
    """Send the keys of a home to where their owners meet, with the outlines of these."""
    kept = plan.scratch.kept("codes", home)
    codes, owners, asks = (numbers(kept, name) for name in ("code", "number", "asks"))
    stretches = np.full(len(codes), -1, np.int64)
    stays = np.ones(len(codes), np.bool_)
    more: list[NDArray[np.int64]] = []
    again: list[NDArray[np.int64]] = []
    for code, crowd in sorted(crowds.items()):
        low, high = np.searchsorted(codes, [code, code + 1]).tolist()
        stays[low:high] = crowd.asked
        if crowd.asked:  # the keys of a home are in the order of their owners
            ranks = np.arange(crowd.before, crowd.before + high - low)
            stretches[low:high] = ranks // plan.crowd
            over = np.flatnonzero((ranks % plan.crowd < NEAR) & (ranks >= plan.crowd))
            more.append(low + over)
            again.append(stretches[low + over] - 1)
    rows = np.concatenate([np.flatnonzero(stays), *more])
    stretch = np.concatenate([stretches[stays], *again])
    beyond = np.zeros(len(rows), np.bool_)
    beyond[int(stays.sum()) :] = True
    to = ((codes[rows] >> 2) + 1 + stretch) % plan.meets
    columns = {
        "code": codes[rows],
        "stretch": stretch,
        "number": owners[rows],
        "asks": asks[rows],
        "beyond": beyond,
    }
    kinds = dict.fromkeys(("asks", "beyond"), "bool")
    kinds |= dict.fromkeys(("code", "stretch", "number"), "int")
    plan.scratch.send("keys", home, table(columns, **kinds), to)
    outlined = plan.scratch.kept("outlined", home)
    where = np.unique(np.stack([to, owners[rows]], axis=1), axis=0)
    at = np.searchsorted(numbers(outlined, "number"), where[:, 1])
    plan.scratch.send("outlines", home, outlined.take(at), where[:, 0])


def offered(plan: Plan, part: int) -> int:
    """What the quotes that meet in a part have to offer one another; how many pairs meet.

    Of the offers to a quote only the best can be chosen: no more are sent to its home.
    """
    rows = plan.scratch.receive("keys", part, plan.homes)
    code, stretch, number = (numbers(rows, name) for name in ("code", "stretch", "number"))
    order = np.lexsort((number, stretch, code))
    bucket = _Buckets(code[order], stretch[order], number[order])
    pairs = bucket.pairs(numbers(rows, "asks")[order], numbers(rows, "beyond")[order])
    outlines = plan.scratch.receive("outlines", part, plan.homes)
    held = dict(zip(numbers(outlines, "number").tolist(), outlines.column("outline"), strict=True))
    found = _offers(pairs, held)
    plan.scratch.send("offers", part, *_by_home(found))
    return len(pairs)


@attrs.frozen(eq=False)
class _Buckets:
    """Keys in order, those that are cut by stretch, and the owners of each in their order."""

    code: NDArray[np.int64]
    stretch: NDArray[np.int64]
    number: NDArray[np.int64]

    def pairs(self, asks: NDArray[np.bool_], beyond: NDArray[np.bool_]) -> NDArray[np.int64]:
        """All that meet, the lower number first, each with the lowest level at which they do."""
        found = array("q")
        owners = self.number.tolist()
        for start, end in self._each():
            level = int(self.code[start]) & 3
            if self.stretch[start] >= 0:
                own = end - start - int(beyond[start:end].sum())
                near = _met_beside(own, end - start)
            elif asks[start:end].any():
                near = met(end - start)
            else:
                continue
            for i, j in near:
                found.extend((owners[start + i], owners[start + j], level))
        listed = np.frombuffer(found, np.int64).reshape(-1, 3) if found else _NO_PAIRS
        listed = np.unique(listed, axis=0)
        fresh = np.r_[True, (listed[1:, :2] != listed[:-1, :2]).any(axis=1)]
        return listed[fresh] if len(listed) else listed

    def _each(self) -> Iterator[tuple[int, int]]:
        for start, end in runs(self.code):
            for a, b in runs(self.stretch[start:end]):
                if b - a > 1:
                    yield start + a, start + b


_NO_PAIRS = np.zeros((0, 3), np.int64)


def _met_beside(own: int, size: int) -> Iterator[tuple[int, int]]:
    """As `met`, of a stretch of many more, in which only the first `own` are looked at."""
    return ((i, j) for i, j in met(max(size, CROWD + 1)) if i < own and j < size)


def _offers(pairs: NDArray[np.int64], held: Mapping[int, Any]) -> Iterator[tuple[int, int, float]]:
    """To whom what is offered: quote, partner, and how much the pair promises."""
    outlines: dict[int, Outline] = {}

    def outline(number: int) -> Outline:
        if number not in outlines:
            outlines[number] = pickle.loads(held[number].as_py())
        return outlines[number]

    best: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
    for i, j, level in pairs.tolist():
        hoped = hope(outline(i), outline(j), level)
        if hoped is not None:
            for quote, partner in ((i, j), (j, i)):
                row = best[quote]
                row.append((hoped, partner, partner))
                if len(row) >= 3 * MOST_PARTNERS:
                    best[quote] = _best(row)
    for quote, row in best.items():
        yield from ((quote, partner, hoped) for hoped, _, partner in _best(row))


def _best(offers: Iterable[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    """The offers that are chosen; numbers are in the order of places."""
    return chosen((hoped, place, (hoped, place, other)) for hoped, place, other in offers)


def _by_home(offers: Iterable[tuple[int, int, float]]) -> tuple[Any, NDArray[np.int64]]:
    columns: Any = list(zip(*offers, strict=True)) or [()] * 3
    named = dict(zip(("quote", "partner", "hope"), columns, strict=True))
    rows = table(named, quote="int", partner="int", hope="float")
    return rows, home_of(numbers(rows, "quote"))


def partnered(plan: Plan, home: int) -> int:
    """Choose the partners of the quotes of a home; how many pairs that are."""
    rows = plan.scratch.receive("offers", home, plan.meets)
    best: dict[int, dict[int, float]] = defaultdict(dict)
    for quote, partner, hoped in zip(*(c.to_pylist() for c in rows.columns), strict=True):
        best[quote][partner] = hoped  # the same, wherever the two have met
    pairs = [
        (min(quote, partner), max(quote, partner))
        for quote, row in best.items()
        for partner in chosen((hoped, j, j) for j, hoped in row.items())
    ]
    columns: Any = list(zip(*sorted(pairs), strict=True)) or [()] * 2
    named = table(dict(zip(("a", "b"), columns, strict=True)), a="int", b="int")
    plan.scratch.send("pairs", home, named, home_of(numbers(named, "a")))
    return len(pairs)
