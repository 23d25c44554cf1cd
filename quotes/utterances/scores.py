"""How probable it is that two quotes render one utterance: a logistic model over `features`."""

from __future__ import annotations

import functools
import importlib.resources
import math
from collections.abc import Callable, Mapping, Sequence

import attrs

from quotes import weight_files
from quotes.errors import ModelError
from quotes.types import Feature, Link, QuoteRef
from quotes.utterances.features import NAMES, SLOW, compare, compare_closely, first_sight, most
from quotes.utterances.items import Item

FLOOR = 0.1
"""Pairs of a lower score are no links; a threshold cannot be lower."""
COPIED = 2.0
"""What the same place in a copied article adds to the log odds; set, not fitted: the annotated
topics hold no article reworded by a machine."""
TRANSLATED = 0.8
"""What it adds that both articles say that the words are translated, which two translators never
do alike; set, not fitted: the annotated topics hold too few."""
_COPY = (Feature("copied", 1.0, COPIED),)
_TRANSLATION = (Feature("translated", 1.0, TRANSLATED),)
_SLOW = tuple(i for i, name in enumerate(NAMES) if name in SLOW)
_SHOWN = 0.05
"""Features that add less to the log odds are left out of a link."""


@attrs.frozen(eq=False)
class Comparison:
    """Two quotes, the lower reference first, with their score and the features behind it.

    `more` are reasons beyond the fitted features.
    """

    a: QuoteRef
    b: QuoteRef
    score: float
    values: tuple[float, ...]
    more: tuple[Feature, ...] = ()


def probability(odds: float) -> float:
    """The probability that log odds stand for, to three decimals."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 3)


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
        odds = 0.0
        for each, value in zip(self.features, values, strict=True):
            odds += each * value  # in this order: `sum` of some releases of Python adds otherwise
        return probability(self.bias + more + odds)

    def scored(self, a: Item, b: Item, copied: bool = False) -> float:
        """The score of two quotes as `compared` gives it; 0 if it is below `FLOOR`.

        Most pairs cannot reach that even if all that takes time to compare agreed: then it is not.
        """
        sight = first_sight(*((a, b) if a.ref < b.ref else (b, a)))
        more = (COPIED if copied else 0.0) + (TRANSLATED if a.translated and b.translated else 0.0)
        if self.bounded and self.score(most(sight), more) < FLOOR:
            return 0.0
        score = self.score(compare_closely(sight), more)
        return score if score >= FLOOR else 0.0

    @property
    def bounded(self) -> bool:
        """Whether more of what takes time to compare never means less."""
        return all(self.features[i] >= 0 for i in _SLOW)

    def compared(self, a: Item, b: Item, copied: bool = False) -> Comparison:
        """Compare two quotes.

        `copied`: they stand at the same place of two articles of which one copies the other.
        """
        x, y = (a, b) if a.ref < b.ref else (b, a)
        values = compare(x, y)
        more = (_COPY if copied else ()) + (_TRANSLATION if a.translated and b.translated else ())
        score = self.score(values, sum(reason.added for reason in more))
        return Comparison(x.ref, y.ref, score, values, more)

    def explained(self, found: Comparison) -> Link:
        """A comparison with its reasons; features that added next to nothing are left out."""
        rows = zip(NAMES, found.values, self.features, strict=True)
        reasons = [
            Feature(name, round(value, 3), round(value * each, 3))
            for name, value, each in rows
            if abs(value * each) >= _SHOWN
        ]
        return Link(found.a, found.b, found.score, (*reasons, *found.more))


def similarity_of(
    known: Callable[[Item, Item], float | None], weights: Weights
) -> Callable[[Item, Item], float]:
    """How like two quotes are, of which each may be joined from several of its parts.

    `known` gives scores that were found before; None for others, and for what is joined from parts.
    """

    def similarity(a: Item, b: Item) -> float:
        if a.sheet is b.sheet and a.said is b.said:
            return 1.0
        score = known(a, b)
        return weights.compared(a, b).score if score is None else score

    return similarity


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
