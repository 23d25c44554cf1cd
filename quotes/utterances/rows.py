"""Many short lists of numbers in two arrays, and what pairs of them have in common."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

_CELLS = 1 << 21
"""So many marks are set at a time."""
_SPREAD = 1 << 16
"""About so many numbers are looked up at a time."""

Numbers = NDArray[np.int64]


@attrs.frozen(eq=False)
class Rows:
    """Lists of small numbers; that of one row begins at its start and ends at the next."""

    starts: NDArray[np.int64]
    values: NDArray[np.int32]

    @classmethod
    def of(cls, lists: Iterable[Sequence[int]]) -> Rows:
        """The lists as rows."""
        values, starts = array("i"), array("q", [0])
        for row in lists:
            values.extend(row)
            starts.append(len(values))
        return cls.held(starts, values)

    @classmethod
    def held(cls, starts: array[int], values: array[int]) -> Rows:
        """Rows as arrays of Python hold them."""
        none = np.zeros(0, np.int32)  # what is empty has no memory to share
        return cls(
            np.frombuffer(starts, np.int64), np.frombuffer(values, np.int32) if values else none
        )

    @property
    def sizes(self) -> Numbers:
        """How long each row is."""
        return np.diff(self.starts)

    def spread(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """The places of all values of some rows, one after the other, and how many each has."""
        starts = self.starts[rows]
        sizes = self.starts[rows + 1] - starts
        ends = np.cumsum(sizes)
        total = int(ends[-1]) if len(ends) else 0
        return np.arange(total) + np.repeat(starts - ends + sizes, sizes), sizes


def distinct(numbers: Numbers) -> Numbers:
    """Each number once, in order; `np.unique` may take many times as long."""
    found = np.sort(numbers)
    return found[np.r_[True, found[1:] != found[:-1]]] if len(found) else found


def shared(one: Rows, other: Rows, width: int, left: Numbers, right: Numbers) -> Numbers:
    """How many numbers of a row of `other` are in a row of `one`, for pairs of such rows.

    All numbers are below `width`, and a row has none twice. Pairs of one row on the left are best
    next to one another.
    """
    found = np.zeros(len(left), np.int64)
    for part, _, marks, _, each in _met(one, None, other, width, left, right):
        sums = np.concatenate([[0], np.cumsum(marks)])
        ends = np.cumsum(each)
        found[part] = sums[ends] - sums[ends - each]
    return found


@attrs.frozen(eq=False)
class Shared:
    """What rows have in common: how much that weighs, and how many there are."""

    weight: NDArray[np.float64]
    number: Numbers


def weighed(
    rows: Rows,
    often: NDArray[np.int32],
    weights: NDArray[np.float64],
    left: Numbers,
    right: Numbers,
) -> Shared:
    """As `shared`, where each number counts as often as both rows have it, and has a weight.

    `often` tells how often by the places of values. Weights are added one by one, in the order of
    the rows on the right: the sum is the same to the last digit as if that were done in Python.
    """
    weight, number = np.zeros(len(left)), np.zeros(len(left), np.int64)
    for part, values, marks, at, each in _met(rows, often, rows, len(weights), left, right):
        least = np.minimum(marks, often[at])
        size = len(each)
        owners = np.repeat(np.arange(size), each)
        weight[part] = np.bincount(owners, weights[values] * least, size)
        number[part] = np.bincount(owners, least, size).astype(np.int64)
    return Shared(weight, number)


def _met(
    one: Rows,
    often: NDArray[np.int32] | None,
    other: Rows,
    width: int,
    left: Numbers,
    right: Numbers,
) -> Iterator[tuple[slice, NDArray[np.int32], NDArray[np.int32], Numbers, Numbers]]:
    """Part by part of the pairs: the values on the right, and how often the left has each of them.

    With the places of the values, and how many each pair has.
    """
    sizes = other.starts[right + 1] - other.starts[right]
    for part in _parts(left, sizes, max(1, _CELLS // max(1, width))):
        firsts, local = _local(left[part])
        marks = np.zeros(len(firsts) * width, np.int32)
        at, each = one.spread(firsts)
        cells = np.repeat(np.arange(len(firsts)) * width, each) + one.values[at]
        marks[cells] = 1 if often is None else often[at]
        at, each = other.spread(right[part])
        values = other.values[at]
        yield part, values, marks[np.repeat(local * width, each) + values], at, each


def _local(left: Numbers) -> tuple[Numbers, Numbers]:
    """The runs of equal numbers: the number of each, and for each place in which run it is."""
    new = np.r_[True, left[1:] != left[:-1]]
    return left[new], np.cumsum(new) - 1


def _parts(left: Numbers, sizes: Numbers, most: int) -> Iterator[slice]:
    """Parts of all pairs with at most so many runs on the left, and not too many values."""
    if not len(left):
        return
    runs = np.cumsum(np.r_[0, left[1:] != left[:-1]])
    spread = np.cumsum(sizes)
    at = 0
    while at < len(left):
        before = spread[at - 1] if at else 0
        end = min(
            int(np.searchsorted(runs, runs[at] + most, "left")),
            int(np.searchsorted(spread, before + _SPREAD, "right")),
        )
        end = max(end, at + 1)
        yield slice(at, end)
        at = end
