"""Which quotes each quote chooses to be compared with, kept so that more quotes can come later.

What `candidates` finds for all quotes at once, `Partners.added` brings up to date for some more of
them: only the buckets that they come into are looked at, and only quotes that lose a partner choose
anew. Both give the same pairs.
"""

from __future__ import annotations

import itertools
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import attrs
import numpy as np
from numpy.typing import NDArray

from quotes.utterances.items import Item
from quotes.utterances.keys import Key, Outline, coded, hope, keys_of, outline_of
from quotes.utterances.outlines import Outlines
from quotes.utterances.rows import Numbers, distinct

Order = tuple[bool, int, str, int]
"""Where a quote stands among all (see `assembly.order`)."""

CROWD = 24
"""Where more quotes share a key, each meets only the next `NEAR` of them."""
NEAR = 12
MOST_PARTNERS = 20
"""How many others a quote chooses to be compared with; more may choose it."""
_BLOCK = 1 << 18
"""So many pairs that meet are looked at together."""
_OWNERS = 1 << 20
"""Of about so many owners of keys the pairs are listed at a time."""

Pair = tuple[int, int]
_T = TypeVar("_T")
_Place = TypeVar("_Place", int, Order)


@attrs.frozen(eq=False)
class Entries:
    """Keys with their owners, sorted by key; the owners of a key in their order."""

    keys: NDArray[np.int64]
    owners: NDArray[np.int32]
    asks: NDArray[np.bool_]
    """Whether the owner asks for the key, or only has it where another asks."""


@attrs.frozen(eq=False)
class _Late:
    """Who came to a key since the entries were sorted."""

    owners: tuple[int, ...]
    asked: bool


@attrs.frozen(eq=False)
class Partners:
    """The chosen partners of each quote by number, and the keys under which quotes meet."""

    best: Sequence[array[int]]
    _hopes: Sequence[array[float]]
    """What each of them promises."""
    _entries: Entries
    _late: Mapping[int, _Late]

    @classmethod
    def of(cls, items: Sequence[Item], taking: Sequence[int]) -> Partners:
        """The partners among the quotes with the numbers in `taking`; numbers are in order."""
        entries = sorted_keys(items, taking)
        outlines = Outlines.of(items)
        choice = _Choice(len(items))
        for left, right, levels in meetings(entries, len(items)):
            hopes, hoped = outlines.hopes(left, right, levels)
            choice.offer(left[hoped], right[hoped], hopes[hoped])
        best, promised = choice.done()
        return cls(best, promised, entries, {})

    def pairs(self) -> NDArray[np.int64]:
        """Each pair of which one has chosen the other, the lower number first, in order."""
        size = len(self.best)
        owners = np.repeat(np.arange(size), [len(row) for row in self.best])
        others = np.fromiter(itertools.chain.from_iterable(self.best), np.int64, len(owners))
        codes = distinct(np.minimum(owners, others) * size + np.maximum(owners, others))
        return np.stack([codes // max(1, size), codes % max(1, size)], axis=1)

    def added(
        self, items: Sequence[Item], orders: Sequence[Order], fresh: Iterable[int]
    ) -> tuple[Partners, set[Pair], set[Pair]]:
        """With the quotes `fresh` too: the partners, and the pairs gained and lost.

        `items` and `orders` hold all quotes by number.
        """
        work = _Adding(self, items, orders)
        return work.done(list(fresh))

    def members(self, key: int, orders: Sequence[Order]) -> list[int]:
        """Who meets under a key, in order; nobody where nobody asks for it."""
        entries = self._entries
        low, high = np.searchsorted(entries.keys, [key, key + 1])
        late = self._late.get(key)
        if not (bool(entries.asks[low:high].any()) or (late is not None and late.asked)):
            return []
        found: list[int] = entries.owners[low:high].tolist()
        return found if late is None else sorted([*found, *late.owners], key=orders.__getitem__)

    def with_keys(self, rows: Mapping[int, Sequence[Key]]) -> Partners:
        """With the keys of more quotes, which have no partners yet."""
        late = dict(self._late)
        for number, keys in rows.items():
            for key in keys:
                before = late.get(key.code, _NOBODY)
                late[key.code] = _Late((*before.owners, number), before.asked or key.asks)
        return attrs.evolve(self, late=late)


_NOBODY = _Late((), False)


def sorted_keys(items: Sequence[Item], taking: Sequence[int]) -> Entries:
    """All keys of the quotes with the numbers in `taking`, which are in order."""
    codes, owners, asks = array("q"), array("i"), array("b")
    for number in taking:
        found = coded(items[number])
        codes.extend(found)
        owners.extend([number] * len(found))
        asks.extend(found.values())
    keys = np.array(codes, np.int64)
    del codes
    order = np.argsort(keys, kind="stable")
    return Entries(
        keys[order],
        np.array(owners, np.int32)[order],
        np.array(asks, np.bool_)[order],
    )


def meetings(entries: Entries, size: int) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """Pairs of quotes that meet under a key, each once and in order, with their lowest level.

    They come in blocks: the first of all pairs, the second, and the levels, which are those of
    `keys.LEAST`. `size` is above all numbers.
    """
    keys, owners = entries.keys, entries.owners.astype(np.int64)
    if not len(keys):
        return
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    sizes = np.diff(np.r_[starts, len(keys)])
    asked = np.logical_or.reduceat(entries.asks, starts)
    met = np.repeat(asked & (sizes > 1), sizes)
    crowded = np.repeat(sizes > CROWD, sizes)
    bucket = np.repeat(np.arange(len(starts)), sizes)[met]
    owners, crowded, levels = owners[met], crowded[met], (keys & 3)[met]
    steps = -(-len(owners) // _OWNERS)
    for low, high in itertools.pairwise(np.linspace(0, size, max(1, steps) + 1, dtype=np.int64)):
        own = (low <= owners) & (owners < high)
        found = []
        for distance in range(1, CROWD):
            beside = (bucket[:-distance] == bucket[distance:]) & own[:-distance]
            if distance > NEAR:
                beside &= ~crowded[:-distance]
            left, right = owners[:-distance][beside], owners[distance:][beside]
            found.append(distinct((left * size + right) * 4 + levels[:-distance][beside]))
        codes = distinct(np.concatenate(found))
        del found
        pairs = codes >> 2
        codes = codes[np.r_[True, pairs[1:] != pairs[:-1]]] if len(pairs) else codes
        for at in range(0, len(codes), _BLOCK):
            part = codes[at : at + _BLOCK]
            pairs = part >> 2
            yield pairs // size, pairs % size, part & 3


class _Choice:
    """The best offers for each quote, of pairs that come in order."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._owners = np.zeros(0, np.int64)
        self._others = np.zeros(0, np.int32)
        self._hopes = np.zeros(0, np.float64)
        self._best: list[array[int]] = []
        self._promised: list[array[float]] = []

    def offer(self, left: Numbers, right: Numbers, hopes: NDArray[np.float64]) -> None:
        """Offer both of each pair to the other; no later pair has a lower first."""
        owners = np.concatenate([self._owners, right, left])
        others = np.concatenate([self._others, left.astype(np.int32), right.astype(np.int32)])
        hoped = np.concatenate([self._hopes, hopes, hopes])
        # of equal hopes the lower number stands before: those before an owner came before
        order = np.lexsort((-hoped, owners))
        owners = owners[order]
        new = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]]) if len(owners) else owners
        rank = np.arange(len(owners)) - np.repeat(new, np.diff(np.r_[new, len(owners)]))
        kept = rank < MOST_PARTNERS
        order, owners = order[kept], owners[kept]
        others, hoped = others[order], hoped[order]
        settled = int(left[-1]) if len(left) else 0
        end = int(np.searchsorted(owners, settled))
        self._settle(settled, owners[:end], others[:end], hoped[:end])
        self._owners, self._others, self._hopes = owners[end:], others[end:], hoped[end:]

    def done(self) -> tuple[list[array[int]], list[array[float]]]:
        """The partners of each quote, the most promising first, and what they promise."""
        self._settle(self._size, self._owners, self._others, self._hopes)
        return self._best, self._promised

    def _settle(
        self, end: int, owners: Numbers, others: NDArray[np.int32], hopes: NDArray[np.float64]
    ) -> None:
        """Take over the choice of all quotes up to a number, which meet nobody more."""
        ends = np.searchsorted(owners, np.arange(len(self._best), end), "right").tolist()
        at = 0
        for stop in ends:
            self._best.append(array("i", others[at:stop].tobytes()))
            self._promised.append(array("d", hopes[at:stop].tobytes()))
            at = stop


def met(size: int) -> Iterator[Pair]:
    """Which of the quotes that share a key meet, by their places among these in order.

    Where very many share it, only those that stand near one another.
    """
    reach = size if size <= CROWD else NEAR
    for i in range(size):
        for j in range(i + 1, min(size, i + 1 + reach)):
            yield i, j


def chosen(offers: Iterable[tuple[float, _Place, _T]]) -> list[_T]:
    """The partners that a quote chooses of those on offer, the most promising first.

    An offer is what `keys.hope` told, where the other stands among all (`comparisons.place`), and
    what is to be returned for it.
    """
    return [other for _, _, other in sorted(offers, key=_by_hope)[:MOST_PARTNERS]]


def _by_hope(offer: tuple[float, _Place, object]) -> tuple[float, _Place]:
    return -offer[0], offer[1]


class _Adding:
    """One call of `Partners.added`."""

    def __init__(self, before: Partners, items: Sequence[Item], orders: Sequence[Order]) -> None:
        self._before = before
        self._items = items
        self._orders = orders
        self._keys: dict[int, tuple[Key, ...]] = {}
        self._members: dict[int, list[int]] = {}
        self._outlines: dict[int, Outline] = {}
        self._after = before

    def done(self, fresh: Sequence[int]) -> tuple[Partners, set[Pair], set[Pair]]:
        rows = {number: self._keys_of(number) for number in fresh}
        self._after = self._before.with_keys(rows)
        more = len(self._items) - len(self._before.best)
        best = [*self._before.best, *([array("i")] * more)]
        hopes = [*self._before._hopes, *([array("d")] * more)]
        offers: dict[int, dict[int, float]] = defaultdict(dict)
        parted: set[Pair] = set()
        tried: set[tuple[int, int, int]] = set()
        for code in {key.code for keys in rows.values() for key in keys}:
            met, left = self._changes(code)
            parted |= left
            for i, j in met:
                if j in offers[i] or j in best[i] or (i, j, code & 3) in tried:
                    continue
                tried.add((i, j, code & 3))
                hoped = self._hope(i, j, code)
                if hoped is not None:
                    offers[i][j] = offers[j][i] = hoped
        again = {
            i
            for one, other in parted
            if one in best[other] or other in best[one]
            if not self._meet(one, other)
            for i, j in ((one, other), (other, one))
            if j in best[i]
        }
        gained: set[Pair] = set()
        lost: set[Pair] = set()
        changed: dict[int, array[int]] = {}
        for i in again | {i for i, row in offers.items() if row}:
            known = dict(zip(best[i], hopes[i], strict=True))
            able = self._all(i) if i in again else known | offers[i]
            ranked = chosen((hoped, self._orders[j], j) for j, hoped in able.items())
            changed[i] = array("i", ranked)
            hopes[i] = array("d", [able[j] for j in ranked])
        old = best
        best = list(best)
        for i, row in changed.items():
            best[i] = row
        for i, row in changed.items():
            for j in set(row).symmetric_difference(old[i]):
                pair = min(i, j), max(i, j)
                was = j in old[i] or i in old[j]
                now = j in best[i] or i in best[j]
                if now and not was:
                    gained.add(pair)
                elif was and not now:
                    lost.add(pair)
        return attrs.evolve(self._after, best=best, hopes=hopes), gained, lost

    def _keys_of(self, number: int) -> tuple[Key, ...]:
        if number not in self._keys:
            self._keys[number] = keys_of(self._items[number])
        return self._keys[number]

    def _at(self, code: int) -> list[int]:
        if code not in self._members:
            self._members[code] = self._after.members(code, self._orders)
        return self._members[code]

    def _changes(self, code: int) -> tuple[set[Pair], set[Pair]]:
        """Pairs that meet under a key now, and those that do no longer."""
        old, new = self._before.members(code, self._orders), self._at(code)
        if len(new) < 2:
            return set(), set()
        if old and len(new) <= CROWD:
            known = set(old)
            return {_pair(i, j) for i in new if i not in known for j in new if i != j}, set()
        if len(old) > CROWD:  # only what stands near changes
            known = set(old)
            places = [k for k, i in enumerate(new) if i not in known]
            near = {m for k in places for m in range(max(0, k - NEAR), min(len(new), k + NEAR + 1))}
            here = {k: new[k] for k in near}
            spots = {i: k for k, i in enumerate(old)}
            now = {
                _pair(i, new[m])
                for k, i in here.items()
                for m in range(k + 1, min(len(new), k + 1 + NEAR))
            }
            was = {
                _pair(i, old[m])
                for i in here.values()
                if i in spots
                for m in range(spots[i] + 1, min(len(old), spots[i] + 1 + NEAR))
            }
            return now - was, was - now
        was, now = _beside(old), _beside(new)
        return now - was, was - now

    def _meet(self, i: int, j: int) -> bool:
        """Whether two quotes still meet under any key that makes them worth a comparison."""
        if i not in self._keys:
            i, j = j, i
        for key in self._keys_of(i):
            members = self._at(key.code)
            if i in members and j in members:
                apart = abs(members.index(i) - members.index(j))
                close = len(members) <= CROWD or apart <= NEAR
                if close and self._hope(i, j, key.code) is not None:
                    return True
        return False

    def _all(self, i: int) -> dict[int, float]:
        """All that a quote meets, with what they promise."""
        found: dict[int, float] = {}
        for key in self._keys_of(i):
            members = self._at(key.code)
            if i not in members:
                continue
            k = members.index(i)
            if len(members) > CROWD:
                members = members[max(0, k - NEAR) : k + NEAR + 1]
            for j in members:
                if j != i and j not in found:
                    hoped = self._hope(i, j, key.code)
                    if hoped is not None:
                        found[j] = hoped
        return found

    def _hope(self, i: int, j: int, code: int) -> float | None:
        return hope(self._outline(i), self._outline(j), code & 3)

    def _outline(self, number: int) -> Outline:
        if number not in self._outlines:
            self._outlines[number] = outline_of(self._items[number])
        return self._outlines[number]


def _pair(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)


def _beside(members: Sequence[int]) -> set[Pair]:
    return {_pair(members[a], members[b]) for a, b in met(len(members))}
