"""Calibration and its picture (`quotes/evaluation/calibration.py`)."""

from __future__ import annotations

import json
import pathlib

import pytest

from quotes.evaluation import measures
from quotes.evaluation.calibration import (
    Bin,
    bins,
    brier_score,
    calibrated,
    calibration_error,
)
from quotes.evaluation.plot import plot_reliability
from tests.cli.running import run
from tests.evaluation.articles import written_speakers
from tests.evaluation.pictures import dashed, lines, words

SURE = [(0.95, i < 18) for i in range(20)]
UNSURE = [(0.35, i < 3) for i in range(10)]


def test_confidences_that_are_right_as_often_as_they_say_have_no_calibration_error() -> None:
    assert calibration_error([(0.75, i < 3) for i in range(4)]) == pytest.approx(0)


def test_certainty_that_is_always_wrong_has_the_greatest_calibration_error() -> None:
    assert calibration_error([(1.0, False), (1.0, False)]) == pytest.approx(1)


def test_an_error_in_one_bin_does_not_make_up_for_the_opposite_one_in_another() -> None:
    assert calibration_error([(0.25, True), (0.75, False)]) == pytest.approx(0.75)


def test_calibration_of_no_answers_is_unknown() -> None:
    assert calibration_error([]) is None


def test_the_brier_score_is_the_mean_square_of_what_a_confidence_is_off() -> None:
    assert brier_score([(0.75, True), (0.5, False)]) == pytest.approx((0.0625 + 0.25) / 2)
    assert brier_score([]) is None


def test_answers_of_like_confidence_share_a_bin_with_their_mean_and_their_right_share() -> None:
    found = bins([(0.5, True), (0.58, False), (1.0, True)])

    assert found == (Bin(2, (0.5 + 0.58) / 2, 0.5), Bin(1, 1.0, 1.0))


def test_a_calibration_holds_the_error_of_its_bins_and_the_means_over_all() -> None:
    result = calibrated("pier", SURE + UNSURE)

    assert (result.name, result.answers, len(result.bins)) == ("pier", 30, 2)
    assert result.error == pytest.approx((20 * 0.05 + 10 * 0.05) / 30)
    assert result.confidence == pytest.approx((20 * 0.95 + 10 * 0.35) / 30)
    assert result.right == pytest.approx(21 / 30)


def test_a_calibration_of_no_answers_has_no_error_and_no_bins() -> None:
    result = calibrated("pier", [])

    assert (result.answers, result.error, result.bins) == (0, None, ())


def test_a_reliability_diagram_has_a_line_for_each_result_and_a_dashed_diagonal() -> None:
    results = [calibrated("pier", SURE + UNSURE), calibrated("lock", SURE)]

    picture = plot_reliability(results)

    assert [len(points) for points in lines(picture)] == [2, 1]
    left, right = dashed(picture)
    assert left[0] < right[0]
    assert left[1] > right[1]
    assert words(picture)[-3:] == ["pier", "lock", "perfect"]
    assert {"confidence", "share that is right", "0.0", "1.0"} <= set(words(picture))
    assert picture == plot_reliability(results)


def test_a_reliability_diagram_shows_a_bin_where_its_confidence_and_share_are() -> None:
    picture = plot_reliability([calibrated("pier", [(0.75, i < 5) for i in range(10)])])

    (x, y), (left, bottom), (right, top) = *lines(picture)[0], *dashed(picture)
    assert (x - left) / (right - left) == pytest.approx(0.75)
    assert (y - bottom) / (top - bottom) == pytest.approx(0.5)


def test_results_of_one_name_are_a_line_each() -> None:
    picture = plot_reliability([calibrated("pier", SURE), calibrated("pier", SURE + UNSURE)])

    assert [len(points) for points in lines(picture)] == [1, 2]
    assert words(picture).count("pier") == 2


def test_bins_with_few_answers_are_not_drawn() -> None:
    with pytest.raises(ValueError, match="no bins"):
        plot_reliability([calibrated("pier", UNSURE[:9])])


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_several_folders_are_measured_apart_and_together(tmp_path: pathlib.Path) -> None:
    folders = [written_speakers(tmp_path / name) for name in ("one", "two")]

    result = run("evaluate", "calibration", *folders, "--json")

    rows = json.loads(result.stdout)
    assert [(row["name"], row["answers"]) for row in rows] == [
        ("one", 1),
        ("two", 1),
        ("together", 2),
    ]
    for row in rows:
        assert row["right"] == 1.0
        assert row["error"] == pytest.approx(1 - row["confidence"])


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_weights_fitted_to_other_articles_have_a_row_of_their_own(tmp_path: pathlib.Path) -> None:
    folders = [written_speakers(tmp_path / name, name) for name in ("one", "two")]

    result = run("evaluate", "calibration", *folders, "--cross-validated", "--json")

    rows = json.loads(result.stdout)
    assert [row["name"] for row in rows] == ["one", "two", "together", "cross-validated"]
    assert [row["answers"] for row in rows[2:]] == [2, 2]
    assert rows[3]["confidence"] != rows[2]["confidence"]


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_one_article_cannot_be_cross_validated(tmp_path: pathlib.Path) -> None:
    folder = written_speakers(tmp_path / "one")

    result = run("evaluate", "calibration", folder, "--cross-validated")

    assert result.exit_code == 1
    assert "two or more articles" in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_picture_shows_confidence_as_shipped_and_cross_validated(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("pier", "lock", measures.TOGETHER, measures.CROSS_VALIDATED)
    found = tuple(calibrated(name, SURE + UNSURE) for name in names)
    monkeypatch.setattr(measures, "calibration", lambda *_, cross_validated: found)
    file = tmp_path / "plot.svg"

    result = run("evaluate", "calibration", "pier", "lock", "--cross-validated", "--svg", file)

    told = set(words(file.read_text(encoding="utf8")))
    assert {"as shipped", "cross-validated"} <= told
    assert not {"pier", "lock", "together"} & told
    assert result.stdout.count("together") == 1


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_calibration_writes_the_bins_of_a_folder_as_a_table(tmp_path: pathlib.Path) -> None:
    result = run("evaluate", "calibration", written_speakers(tmp_path / "one"))

    head, columns, row, whole = result.stdout.splitlines()
    assert head.startswith("one: expected calibration error")
    assert columns.split() == ["answers", "confidence", "right"]
    assert row.split() == whole.split()[1:]
    assert whole.split()[0] == "all"


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_too_few_answers_to_draw_are_told_in_one_line(tmp_path: pathlib.Path) -> None:
    folder = written_speakers(tmp_path / "one")

    result = run("evaluate", "calibration", folder, "--svg", tmp_path / "plot.svg")

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "plot.svg").exists()
