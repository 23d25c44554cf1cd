"""How probable it is that two quotes render one utterance: a logistic model over `features`."""

from __future__ import annotations

import functools
import importlib.resources
import math
from collections.abc import Mapping, Sequence

import attrs

from quotes import weight_files
from quotes.errors import ModelError
from quotes.types import Feature, Link
from quotes.utterances.features import NAMES, compare
from quotes.utterances.items import Item

FLOOR = 0.1
"""Pairs of a lower score are no links; a threshold cannot be lower."""
COPIED = 2.0
"""What the same place in a copied article adds to the log odds; set, not fitted: the annotated
topics hold no article reworded by a machine."""
_SHOWN = 0.05
"""Features that add less to the log odds are left out of a link."""


@attrs.frozen
class Weights:
    """What each feature adds to the log odds, by unit, and the log odds of two quotes as such."""

    bias: float
    features: tuple[float, ...]

    @classmethod
    def of(cls, values: Mapping[str, float]) -> Weights:
        """Weights by name, "bias" among them.

        Raises:
            ModelError: a name is missing or unknown.
        """
        if set(values) != {"bias", *NAMES}:
            odd = sorted(set(values) ^ {"bias", *NAMES})
            raise ModelError(f"weights of versions: missing or unknown features {odd}")
        for name, value in values.items():
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if not number or not math.isfinite(value):
                raise ModelError(f"weights of versions: {name} is no number")
        return cls(values["bias"], tuple(values[name] for name in NAMES))

    def score(self, values: Sequence[float], more: float = 0.0) -> float:
        """The probability of one utterance, to three decimals; `more` is added to the log odds."""
        odds = self.bias + more + sum(w * v for w, v in zip(self.features, values, strict=True))
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 3)

    def link(self, a: Item, b: Item, copied: bool = False) -> Link:
        """Compare two quotes; features that added next to nothing are left out.

        `copied`: they stand at the same place of two articles of which one copies the other.
        """
        x, y = (a, b) if a.ref < b.ref else (b, a)
        values = compare(x, y)
        score = self.score(values, COPIED if copied else 0.0)
        return self._link(x, y, values, score, copied)

    def link_from(self, a: Item, b: Item, least: float) -> Link | None:
        """Compare two quotes; None if the score is less than `least`."""
        x, y = (a, b) if a.ref < b.ref else (b, a)
        values = compare(x, y)
        score = self.score(values)
        return self._link(x, y, values, score) if score >= least else None

    def _link(
        self, x: Item, y: Item, values: Sequence[float], score: float, copied: bool = False
    ) -> Link:
        rows = zip(NAMES, values, self.features, strict=True)
        found = [
            Feature(name, round(value, 3), round(value * each, 3))
            for name, value, each in rows
            if abs(value * each) >= _SHOWN
        ]
        if copied:
            found.append(Feature("copied", 1.0, COPIED))
        return Link(x.ref, y.ref, score, tuple(found))


@functools.cache
def shipped() -> Weights:
    """The weights in the package.

    Raises:
        ModelError: they are missing or damaged, or do not fit the features.
    """
    file = importlib.resources.files(__package__).joinpath("weights.json")
    values = weight_files.read(file)
    with weight_files.checked(file):
        return Weights.of(weight_files.numbers(values))
