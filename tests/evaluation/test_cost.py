"""What normalising costs: `python -m quotes evaluate cost` and its plot."""

from __future__ import annotations

import json
import pathlib
import sys

import pytest

from quotes.evaluation.cost import Cost
from quotes.evaluation.plot import plot_costs
from tests.cli.running import run
from tests.evaluation.pictures import dashed, lines, words

COSTS = [Cost(10_000, 1500, 3500, 40.0, 200.0), Cost(1000, 140, 320, 4.0, 30.0)]


def test_two_sizes_give_two_rows_and_a_well_formed_picture(
    tmp_path: pathlib.Path,
) -> None:
    picture = tmp_path / "cost.svg"

    result = run("evaluate", "cost", "--quotes", "20,60", "--svg", picture, "--json")

    small, large = json.loads(result.stdout)
    assert 20 <= small["quotes"] < 60 <= large["quotes"]
    for row in (small, large):
        assert set(row) == {"quotes", "articles", "utterances", "cpu_seconds", "megabytes"}
        assert 0 < row["utterances"] <= row["quotes"]
        assert row["cpu_seconds"] > 0
        assert row["megabytes"] >= 0
    assert [len(points) for points in lines(picture.read_text(encoding="utf8"))] == [2, 2]


def test_costs_are_written_as_an_aligned_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("quotes.evaluation.measures.measure_cost", lambda quotes: COSTS[0])

    head, row = run("evaluate", "cost", "--quotes", "10000").stdout.splitlines()

    assert head.split() == ["quotes", "articles", "utterances", "CPU", "seconds", "megabytes"]
    assert row.split() == ["10000", "1500", "3500", "40.00", "200.0"]
    assert len(head) == len(row)


def test_a_plot_has_a_line_for_seconds_and_one_for_megabytes_from_few_quotes_to_many() -> None:
    found = lines(plot_costs(COSTS))

    assert len(found) == 2
    for (x, y), (right, top) in found:
        assert x < right
        assert y > top


def test_ten_times_the_quotes_and_ten_times_the_cost_are_a_whole_decade_of_each_axis() -> None:
    seconds, megabytes = lines(
        plot_costs([Cost(1000, 1, 1, 1.0, 10.0), Cost(10_000, 1, 1, 10.0, 100.0)])
    )

    assert seconds[1] == pytest.approx((megabytes[1][0], megabytes[0][1]))
    assert seconds[0][1] - seconds[1][1] == pytest.approx(megabytes[0][1] - megabytes[1][1])


def test_costs_in_proportion_to_the_quotes_lie_on_the_dashed_line() -> None:
    picture = plot_costs(COSTS)

    assert dashed(picture) == lines(picture)[0]


def test_a_plot_names_its_axes_its_lines_and_the_decades() -> None:
    told = words(plot_costs(COSTS))

    assert {"CPU seconds", "megabytes", "in proportion"} <= set(told)
    assert {"quotes", "CPU seconds, megabytes", "1,000", "10,000", "1"} <= set(told)


def test_a_plot_has_the_same_bytes_each_time_and_a_white_ground() -> None:
    picture = plot_costs(COSTS)

    assert picture == plot_costs(list(COSTS))
    assert "fill: #ffffff" in picture


def test_one_size_that_cost_nothing_is_drawn_all_the_same() -> None:
    found = lines(plot_costs([Cost(0, 0, 0, 0.0, 0.0)]))

    assert [len(points) for points in found] == [1, 1]


def test_nothing_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="no costs"):
        plot_costs([])


@pytest.mark.parametrize("sizes", ["0", "-5", "many", "10,,20", ""])
def test_sizes_that_are_no_counts_are_refused(sizes: str) -> None:
    result = run("evaluate", "cost", f"--quotes={sizes}")

    assert result.exit_code == 2
    assert "--quotes" in result.stderr


def test_without_matplotlib_nothing_is_measured_in_vain(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.delattr("quotes.evaluation.measures.measure_cost")

    result = run("evaluate", "cost", "--quotes", 9, "--svg", tmp_path / "cost.svg")

    assert result.exit_code == 1
    assert result.stderr == ('quotes: a picture needs matplotlib: pip install "quotes-nlp[docs]"\n')


def test_a_picture_that_cannot_be_written_is_told_in_one_line(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("quotes.evaluation.measures.measure_cost", lambda quotes: COSTS[0])

    result = run("evaluate", "cost", "--quotes", 9, "--svg", tmp_path / "no" / "cost.svg")

    assert result.exit_code == 1
    assert result.stderr == f"quotes: {tmp_path / 'no' / 'cost.svg'}: No such file or directory\n"
