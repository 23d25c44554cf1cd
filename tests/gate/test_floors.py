"""Scores that fall fail, and only an explicit wish lowers a floor (`tests/gate/floors.py`)."""

from __future__ import annotations

import pathlib

from tests.gate import floors

FLOORS = {"speakers": {"role F1": 0.8, "ECE": 0.03}}


def _failed(scores: dict[str, float]) -> list[str]:
    return [step.name for step in floors.steps(FLOORS, {"speakers": scores}) if step.fails]


def test_a_score_at_its_floor_or_above_does_not_fail() -> None:
    assert _failed({"role F1": 0.8, "ECE": 0.03}) == []
    assert _failed({"role F1": 0.9, "ECE": 0.01}) == []


def test_a_score_below_its_floor_fails() -> None:
    assert _failed({"role F1": 0.7999, "ECE": 0.03}) == ["role F1"]


def test_an_error_above_its_floor_fails_unless_it_is_within_rounding() -> None:
    assert _failed({"role F1": 0.8, "ECE": 0.04}) == ["ECE"]
    assert _failed({"role F1": 0.8, "ECE": 0.0305}) == []


def test_a_score_that_is_gone_fails_and_a_new_one_does_not() -> None:
    assert _failed({"ECE": 0.03, "kept": 0.1}) == ["role F1"]


def test_what_was_not_scored_does_not_fail() -> None:
    assert floors.steps(FLOORS, {}) == []


def test_accepting_raises_floors_and_never_lowers_them() -> None:
    scores = {"speakers": {"role F1": 0.7, "ECE": 0.02, "kept": 1.0}, "cases": {"crashes": 0.0}}

    moved = floors.moved(FLOORS, scores)

    assert moved == {
        "speakers": {"role F1": 0.8, "ECE": 0.02, "kept": 1.0},
        "cases": {"crashes": 0.0},
    }
    assert FLOORS == {"speakers": {"role F1": 0.8, "ECE": 0.03}}


def test_floors_are_lowered_when_that_is_asked_for() -> None:
    moved = floors.moved(FLOORS, {"speakers": {"role F1": 0.7}}, lower=True)

    assert moved == {"speakers": {"role F1": 0.7}}


def test_floors_of_what_was_not_scored_stay() -> None:
    assert floors.moved(FLOORS, {"cases": {"crashes": 0.0}})["speakers"] == FLOORS["speakers"]


def test_floors_that_are_written_are_read_again(tmp_path: pathlib.Path) -> None:
    floors.write(FLOORS, tmp_path / "floors.json")

    assert floors.read(tmp_path / "floors.json") == FLOORS
    assert floors.read(tmp_path / "none.json") == {}
