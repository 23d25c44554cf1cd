"""Choices by chance that fall alike on every machine and under every version of Python."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


class Dice:
    """A source of choices, all made from `random()`, whose sequence Python guarantees by seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed).random

    def chance(self, share: float) -> bool:
        """True in that share of the calls."""
        return self._random() < share

    def number(self, low: int, high: int) -> int:
        """A whole number between the two, both included."""
        return low + int(self._random() * (high - low + 1))

    def pick(self, options: Sequence[_T]) -> _T:
        """One of the options, each as likely as the others."""
        return options[int(self._random() * len(options))]

    def weighted(self, options: Sequence[tuple[_T, float]]) -> _T:
        """One of the options by their weights, which need not add up to one."""
        at = self._random() * sum(weight for _, weight in options)
        for option, weight in options:
            at -= weight
            if at < 0:
                return option
        return options[-1][0]

    def sample(self, options: Sequence[_T], count: int) -> list[_T]:
        """That many of the options in any order, without repeating a place; fewer if there are."""
        left = list(options)
        for i in range(min(count, len(left))):
            j = i + int(self._random() * (len(left) - i))
            left[i], left[j] = left[j], left[i]
        return left[:count]
