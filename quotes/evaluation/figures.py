"""What the measures have in common: counts and their shares, covered spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from quotes.training.gold import Range


@attrs.frozen
class Score:
    """How many of the claims, and how many of the gold, are right; scores of parts add up."""

    right: int = 0
    claimed: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.claimed + other.claimed, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of the claims that is right; 0 of none."""
        return self.right / self.claimed if self.claimed else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that is right; 0 of none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 of none."""
        return 2 * self.right / (self.claimed + self.gold) if self.claimed + self.gold else 0.0


def size(spans: Iterable[Range]) -> int:
    """How many characters the spans hold."""
    return sum(end - start for start, end in spans)


def covered(unit: Range, spans: Iterable[Range]) -> float:
    """The share of a unit's characters in spans that do not overlap one another."""
    shared = ((max(unit[0], start), min(unit[1], end)) for start, end in spans)
    return size((a, b) for a, b in shared if a < b) / max(1, size([unit]))


def claiming(unit: Range, claims: Iterable[Sequence[Range]]) -> int | None:
    """Which claim covers at least half of a unit, the shortest if there are several."""
    able = [(size(claim), i) for i, claim in enumerate(claims) if covered(unit, claim) >= 0.5]
    return min(able)[1] if able else None
