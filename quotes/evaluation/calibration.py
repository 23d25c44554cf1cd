"""Whether a confidence is the probability that it says it is: ten bins, and how far they are off.

The expected calibration error of Naeini et al. (AAAI 2015), the score of Brier (Monthly Weather
Review, 1950).
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

BINS = 10

Answer = tuple[float, bool]
"""A confidence, and whether the answer was right."""


@attrs.frozen
class Bin:
    """The answers of like confidence: how many, their mean confidence, the share that is right."""

    answers: int
    confidence: float
    right: float


@attrs.frozen
class Calibration:
    """The confidence of answers against what was right, on the articles called `name`.

    `error` is the expected calibration error; `confidence` and `right` are the means over all
    answers. Empty bins are left out.
    """

    name: str
    answers: int
    confidence: float
    right: float
    error: float | None
    bins: tuple[Bin, ...]


def calibrated(name: str, answers: Sequence[Answer]) -> Calibration:
    """The calibration of answers, in ten bins of confidence."""
    whole = _bin(answers) if answers else Bin(0, 0.0, 0.0)
    error = calibration_error(answers)
    return Calibration(name, whole.answers, whole.confidence, whole.right, error, bins(answers))


def bins(answers: Sequence[Answer]) -> tuple[Bin, ...]:
    """The answers in ten bins of equal width, from the least confident; empty ones left out."""
    held: list[list[Answer]] = [[] for _ in range(BINS)]
    for confidence, right in answers:
        held[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    return tuple(_bin(row) for row in held if row)


def calibration_error(answers: Sequence[Answer]) -> float | None:
    """The expected calibration error of (confidence, right) pairs, None without any.

    In ten bins of confidence, how far its mean is from the share that is right, weighted by the
    number of answers.
    """
    gaps = (part.answers * abs(part.confidence - part.right) for part in bins(answers))
    return sum(gaps) / len(answers) if answers else None


def brier_score(answers: Sequence[Answer]) -> float | None:
    """The mean squared distance of the confidence from what came true, None without answers."""
    squares = ((confidence - right) ** 2 for confidence, right in answers)
    return sum(squares) / len(answers) if answers else None


def _bin(answers: Sequence[Answer]) -> Bin:
    count = len(answers)
    return Bin(count, sum(c for c, _ in answers) / count, sum(r for _, r in answers) / count)
