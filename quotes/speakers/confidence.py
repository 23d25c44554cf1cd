"""How sure a named speaker is: the certainty of each step made one calibrated probability.

A logistic regression on log odds, as in Platt, *Probabilistic outputs for support vector machines*
(1999): of the antecedent, of the source beside the words, and of their being speech at all.
`quotes.training.confidence` fits it; the weights lie beside this module.
"""

from __future__ import annotations

import functools
import importlib.resources
import math
from collections.abc import Mapping

from quotes import weight_files

CONSTANT = "constant"
_LOW = 0.01
_HIGH = 0.995
_UNNAMED = frozenset({"account", "group", "indefinite", "new", "pair", "phrase"})


def inputs(evidence: str, resolved: float, source: float, speech: float) -> dict[str, float]:
    """What the probability is made of, by name.

    Args:
        evidence: Which kind of evidence named the speaker (`Resolution.evidence`).
        resolved: How sure it is whom the mention means.
        source: How sure it is that the mention is the source of the words.
        speech: How sure it is that somebody said the words.
    """
    return {
        "resolved": _log_odds(resolved),
        "source": _log_odds(source),
        "speech": _log_odds(speech),
        "unnamed": float(evidence in _UNNAMED),
        "unlisted": float(evidence == "named"),
    }


def probability(
    evidence: str,
    resolved: float,
    source: float,
    speech: float,
    *,
    fitted: Mapping[str, float] | None = None,
) -> float:
    """The probability that the named speaker is right; the arguments are those of `inputs`.

    `fitted`: weights in place of the bundled ones.
    """
    weight = fitted or weights()
    row = inputs(evidence, resolved, source, speech)
    score = weight[CONSTANT] + sum(weight[name] * value for name, value in row.items())
    return 1 / (1 + math.exp(-score))


@functools.cache
def weights() -> dict[str, float]:
    """The fitted weight of each input, and the constant.

    Raises:
        ModelError: the file is missing or damaged.
    """
    file = importlib.resources.files(__package__).joinpath("confidence.json")
    values = weight_files.read(file)
    with weight_files.checked(file):
        names = {CONSTANT, *inputs("", 0.5, 0.5, 0.5)}
        weight_files.require(set(values) == names, f"weights of {sorted(names)}")
        return weight_files.numbers(values)


def _log_odds(p: float) -> float:
    p = min(max(p, _LOW), _HIGH)
    return math.log(p / (1 - p))
