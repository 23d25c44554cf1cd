"""Learning the weights that find antecedents."""

from __future__ import annotations

import pathlib

import pytest

from quotes import weight_files
from quotes.training.antecedents import Example, accuracy, fit, save

NEAR_IS_RIGHT = [
    Example("pronoun", ({"near": 1.0}, {"near": 0.0}), frozenset({0})),
    Example("pronoun", ({"near": 0.0}, {"near": 1.0}, {}), frozenset({1})),
]


def test_a_feature_of_the_right_candidates_is_given_a_positive_weight() -> None:
    weights = fit(NEAR_IS_RIGHT)

    assert weights["near"] > 0
    assert accuracy(NEAR_IS_RIGHT, weights) == (2, 2)


def test_a_strong_penalty_keeps_the_weights_where_they_start() -> None:
    weights = fit(NEAR_IS_RIGHT, ridge=1e6, start={"near": -2.0})

    assert weights["near"] == pytest.approx(-2.0, abs=0.1)


def test_weights_are_written_as_sorted_json(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "weights.json"

    save({"b": {"y": 1.0, "x": 2.0}, "a": {}}, file)

    assert weight_files.read(file) == {"a": {}, "b": {"x": 2.0, "y": 1.0}}
    assert file.read_text().index('"a"') < file.read_text().index('"b"')
