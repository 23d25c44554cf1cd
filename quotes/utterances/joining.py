"""From links to groups of quotes that render one utterance, and only what changed anew.

Quotes that a strong link ties together, or that fit a group of others, may come into one group;
what is tied to no changed quote in any of these ways stays as it was.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence, Set

import attrs
import numpy as np
from numpy.typing import NDArray

from quotes.utterances.clusters import clustered
from quotes.utterances.comparisons import Compared

_NONE: frozenset[int] = frozenset()


@attrs.frozen(eq=False)
class Joined:
    """The group of each quote by number, and with which quotes its group fits others."""

    groups: Sequence[tuple[int, ...]]
    fits: Mapping[int, frozenset[int]]

    def in_order(self, whole: Compared) -> list[tuple[int, ...]]:
        """Every group once, in the order of their first quotes."""
        firsts = whole.sort({group[0] for group in self.groups})
        return [self.groups[n] for n in firsts]


def joined(whole: Compared, threshold: float) -> Joined:
    """The groups of all quotes."""
    start = Joined([()] * len(whole.items), {})
    return _regrouped(whole, threshold, start, set(range(len(whole.items))))


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
    more = len(whole.items) - len(before.groups)
    start = Joined([*before.groups, *([()] * more)], before.fits)
    seeds = set(changed)
    while True:
        core = _tied(whole, threshold, start, seeds)
        fringe = {j for i in core for j in whole.near[i]} - core
        region = core | _tied(whole, threshold, start, fringe)
        after = _regrouped(whole, threshold, start, region)
        moved = {
            i
            for i in region - core
            if after.groups[i] != start.groups[i]
            or after.fits.get(i, _NONE) != start.fits.get(i, _NONE)
        }
        if not moved:
            return after, frozenset(core)
        seeds = core | moved


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


def _regrouped(whole: Compared, threshold: float, before: Joined, region: set[int]) -> Joined:
    numbers = whole.sort(region)
    items = [whole.items[n] for n in numbers]
    places = {n: k for k, n in enumerate(numbers)}
    known = {
        k: {places[m]: score for m, score in whole.near[n].items() if m in places}
        for k, n in enumerate(numbers)
        if whole.near[n]
    }
    judged = whole.judged

    def compared(i: int, j: int) -> float:
        return judged.score(items[i], items[j])

    def report_beyond(k: int) -> float:
        return max(
            (
                score
                for m, score in whole.near[numbers[k]].items()
                if m not in places and not whole.items[m].quoted
                if not judged.excluded(items[k], whole.items[m])
            ),
            default=0.0,
        )

    found = clustered(
        items, known, threshold, compared, excludes=judged.excluded, report_beyond=report_beyond
    )
    groups = list(before.groups)
    for members in found.groups:
        group = tuple(numbers[k] for k in members)
        if groups[group[0]] != group:
            for n in group:
                groups[n] = group
    fits = {n: row for n, row in before.fits.items() if n not in region}
    for i, j in found.fits:
        a, b = numbers[i], numbers[j]
        fits[a] = fits.get(a, _NONE) | {b}
        fits[b] = fits.get(b, _NONE) | {a}
    return Joined(groups, fits)


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
