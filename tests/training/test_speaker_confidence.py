"""Fitting the weights of a calibrated confidence."""

from __future__ import annotations

import pathlib

import pytest

from quotes import weight_files
from quotes.errors import FormatError
from quotes.speakers.confidence import CONSTANT, inputs
from quotes.training.confidence import Answer, cross_validated, fit, save


def answers(right: int, wrong: int) -> list[Answer]:
    """Answers of as many articles, each step of which is equally sure."""
    told = [True] * right + [False] * wrong
    return [Answer(f"a{n}", "name", 0.9, 0.9, 0.9, one) for n, one in enumerate(told)]


def test_answers_that_are_alike_are_as_sure_as_they_are_often_right() -> None:
    given = cross_validated(answers(60, 20), folds=8)

    assert [right for _, right in given] == [True] * 60 + [False] * 20
    assert all(0.7 < p < 0.8 for p, _ in given)


def test_answers_of_one_article_cannot_be_fitted_apart() -> None:
    with pytest.raises(FormatError, match="two or more articles"):
        cross_validated([Answer("a", "name", 0.9, 0.9, 0.9, True)] * 5)


def test_an_answer_is_judged_by_weights_that_have_not_seen_its_article() -> None:
    told = [Answer("a", "name", 0.9, 0.9, 0.9, True)] * 20
    told += [Answer("b", "name", 0.9, 0.9, 0.9, False)] * 20

    chances = [p for p, _ in cross_validated(told)]

    assert all(p < 0.2 for p in chances[:20])
    assert all(p > 0.8 for p in chances[20:])


def test_a_step_that_tells_right_from_wrong_has_a_positive_weight() -> None:
    sure = [Answer("a", "name", 0.95, 0.9, 0.9, True)] * 30
    unsure = [Answer("b", "name", 0.5, 0.9, 0.9, n % 3 == 0) for n in range(30)]

    assert fit([*sure, *unsure])["resolved"] > 0


def test_there_is_one_weight_for_each_input_and_a_constant() -> None:
    assert set(fit(answers(5, 5))) == {CONSTANT, *inputs("name", 0.9, 0.9, 0.9)}


def test_weights_of_confidence_are_written_as_sorted_json(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "confidence.json"

    save({"b": 2.0, "a": 1.0}, file)

    assert weight_files.read(file) == {"a": 1.0, "b": 2.0}
    assert file.read_text().index('"a"') < file.read_text().index('"b"')
