"""Logistic regression by Newton's method, with a ridge: for few features, reproducible."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_STEPS = 50
_ENOUGH = 1e-7
_STEEPEST = 30.0


def fit(features: Array, answers: Array, weights: Array, ridge: float) -> Array:
    """The weights that make the answers most probable, the constant last.

    Args:
        features: one row an example.
        answers: 1 or 0 for each example.
        weights: how much each example counts.
        ridge: the strength of the quadratic penalty on all weights but the constant.

    Returns:
        One weight a feature and the constant.
    """
    rows = np.hstack([features, np.ones((len(features), 1))])
    penalty = np.full(rows.shape[1], ridge)
    penalty[-1] = ridge / 100
    found = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        odds = np.clip(rows @ found, -_STEEPEST, _STEEPEST)
        chance = 1 / (1 + np.exp(-odds))
        slope = rows.T @ (weights * (chance - answers)) + penalty * found
        curve = (rows * (weights * chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        found = found - step
        if float(np.abs(step).max()) < _ENOUGH:
            break
    return found


def fit_signed(
    features: Array, answers: Array, weights: Array, ridge: float, signs: Array
) -> Array:
    """As `fit`, but no feature speaks against what it is made for.

    A feature whose weight would have the other sign than `signs` (1, -1; 0 for either) is left out,
    until none has.
    """
    kept = np.ones(features.shape[1], bool)
    while True:
        part = fit(features[:, kept], answers, weights, ridge)
        whole = np.zeros(len(kept) + 1)
        whole[:-1][kept], whole[-1] = part[:-1], part[-1]
        wrong = whole[:-1] * signs < 0
        if not wrong.any():
            return whole
        kept &= ~wrong
