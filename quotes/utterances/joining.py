"""From links to groups of quotes that render one utterance, and only what changed anew.

Quotes that a strong link ties together, or that fit a group of others, may come into one group;
what is tied to no changed quote in any of these ways stays as it was.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence, Set

import attrs
import numpy as np
from numpy.typing import NDArray

from quotes.utterances.clusters import Beside, clustered
from quotes.utterances.comparisons import Compared

_NONE: frozenset[int] = frozenset()


Groups = Sequence[tuple[int, ...]]
"""The group of each quote by number."""


@attrs.frozen(eq=False)
class Joined:
    """The group of each quote by number, and with which quotes its group fits others.

    `stages` are the groups on the way, as `Clustered.stages`.
    """

    groups: Groups
    stages: tuple[Groups, Groups, Groups]
    fits: Mapping[int, frozenset[int]]

    def in_order(self, whole: Compared) -> list[tuple[int, ...]]:
        """Every group once, in the order of their first quotes."""
        firsts = whole.sort({group[0] for group in self.groups})
        return [self.groups[n] for n in firsts]


def joined(whole: Compared, threshold: float) -> Joined:
    """The groups of all quotes."""
    nobody: Groups = [()] * len(whole.items)
    start = Joined(nobody, (nobody, nobody, nobody), {})
    return _regrouped(whole, threshold, start, set(range(len(whole.items))))[0]


@attrs.frozen(eq=False)
class Moved:
    """Groups of quotes that are no more as they were, and those in their place."""

    gone: list[tuple[int, ...]]
    come: list[tuple[int, ...]]


def moved(before: Joined, after: Joined, region: Set[int], changed: Container[int]) -> Moved:
    """The groups of a region that are others or hold quotes whose links changed."""
    known = len(before.groups)
    old = {before.groups[n] for n in region if n < known}
    new = {after.groups[n] for n in region}
    same = {group for group in old & new if not any(n in changed for n in group)}
    return Moved(sorted(old - same), sorted(new - same))


def rejoined(
    whole: Compared, threshold: float, before: Joined, changed: Iterable[int]
) -> tuple[Joined, frozenset[int]]:
    """The groups where the links of some quotes changed, and whose groups may have changed.

    `changed` holds all numbers that `before` does not know.
    """
    more: Groups = [()] * (len(whole.items) - len(before.groups))
    one, two, three = ([*stage, *more] for stage in before.stages)
    start = Joined([*before.groups, *more], (one, two, three), before.fits)
    core = _tied(whole, threshold, start, changed)
    while True:
        after, crossing = _regrouped(whole, threshold, start, core)
        if not crossing:
            return after, frozenset(core)
        core |= _tied(whole, threshold, start, crossing)


def _tied(whole: Compared, threshold: float, known: Joined, seeds: Iterable[int]) -> set[int]:
    """All quotes that may come into one group with any of the seeds, by way of others too."""
    found = set(seeds)
    todo = list(found)
    while todo:
        i = todo.pop()
        ties = [j for j, score in whole.near[i].items() if score >= threshold]
        for j in (*ties, *whole.mates[i], *known.fits.get(i, ())):
            if j not in found:
                found.add(j)
                todo.append(j)
    return found


def _regrouped(
    whole: Compared, threshold: float, before: Joined, core: set[int]
) -> tuple[Joined, set[int]]:
    """The groups where those of some quotes are made anew; also what these fit beside them."""
    fringe = {m for n in core for m in whole.near[n]} - core
    stages = [{stage[m] for m in fringe} for stage in before.stages]
    numbers = whole.sort(core.union(*(group for groups in stages for group in groups)))
    items = [whole.items[n] for n in numbers]
    places = {n: k for k, n in enumerate(numbers)}
    known: dict[int, Mapping[int, float]] = {}
    for k, n in enumerate(numbers):
        row = whole.near[n]
        if row:
            known[k] = {places[m]: s for m, s in row.items() if n in core or m in core}
    judged = whole.judged

    def compared(i: int, j: int) -> float:
        return judged.score(items[i], items[j])

    one, two, three = ([[places[n] for n in group] for group in stage] for stage in stages)
    found = clustered(
        items,
        known,
        threshold,
        compared,
        excludes=judged.excluded,
        beside=Beside({places[n] for n in core}, (one, two, three)),
    )
    groups = _set(before.groups, found.groups, numbers)
    first, second, third = (
        _set(stage, new, numbers) for stage, new in zip(before.stages, found.stages, strict=True)
    )
    fits = {n: row for n, row in before.fits.items() if n not in core}
    for i, j in found.fits:
        a, b = numbers[i], numbers[j]
        fits[a] = fits.get(a, _NONE) | {b}
        fits[b] = fits.get(b, _NONE) | {a}
    crossing = {numbers[i] for pair in found.crossing for i in pair} - core
    return Joined(groups, (first, second, third), fits), crossing


def _set(before: Groups, new: Iterable[Sequence[int]], numbers: Sequence[int]) -> Groups:
    groups = list(before)
    for members in new:
        group = tuple(numbers[k] for k in members)
        if groups[group[0]] != group:
            for n in group:
                groups[n] = group
    return groups


def components(size: int, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """The lowest number that each of `size` numbers hangs together with, by pairs of numbers.

    The rounds grow with the logarithm of the longest chain: in each of them every component that
    is not complete becomes part of another, or another of it.
    """
    lowest = np.arange(size, dtype=np.int64)
    left, right = pairs[:, 0], pairs[:, 1]
    while True:
        a, b = lowest[left], lowest[right]
        apart = a != b
        if not apart.any():
            return lowest
        left, right, a, b = left[apart], right[apart], a[apart], b[apart]
        np.minimum.at(lowest, np.maximum(a, b), np.minimum(a, b))
        while not np.array_equal(further := lowest[lowest], lowest):
            lowest = further
