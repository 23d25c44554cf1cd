"""How probable it is that two quotes render one utterance: a logistic model over `features`."""

from __future__ import annotations

import functools
import importlib.resources
import json
import math
from collections.abc import Mapping, Sequence

import attrs

from quotes.errors import ModelError
from quotes.types import Feature, Link
from quotes.utterances.features import NAMES, compare
from quotes.utterances.items import Item

FLOOR = 0.1
"""Pairs of a lower score are no links; a threshold cannot be lower."""
_SHOWN = 0.05


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
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise ModelError(f"weights of versions: {name} is no number")
            if not math.isfinite(value):
                raise ModelError(f"weights of versions: {name} is no number")
        return cls(values["bias"], tuple(values[name] for name in NAMES))

    def score(self, values: Sequence[float]) -> float:
        """The probability of one utterance, to three decimals."""
        odds = self.bias + sum(w * v for w, v in zip(self.features, values, strict=True))
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 3)

    def link(self, a: Item, b: Item) -> Link:
        """Compare two quotes; features that added next to nothing are left out."""
        x, y = (a, b) if a.ref < b.ref else (b, a)
        values = compare(x, y)
        rows = zip(NAMES, values, self.features, strict=True)
        return Link(
            x.ref,
            y.ref,
            self.score(values),
            tuple(
                Feature(name, round(value, 3), round(value * each, 3))
                for name, value, each in rows
                if abs(value * each) >= _SHOWN
            ),
        )


@functools.cache
def shipped() -> Weights:
    """The weights in the package.

    Raises:
        ModelError: they do not fit the features.
    """
    file = importlib.resources.files(__package__).joinpath("weights.json")
    try:
        values = json.loads(file.read_text(encoding="utf8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"weights of versions: missing or damaged ({error})") from error
    return Weights.of(values)
