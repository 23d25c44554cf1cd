"""What normalising costs: `python -m quotes evaluate cost` and its plot."""

from __future__ import annotations

import itertools
import json
import pathlib
import xml.etree.ElementTree as ET

import pytest

from quotes.evaluation.cost import Cost
from quotes.evaluation.plot import plot_costs
from tests.cli.running import run

SVG = "{http://www.w3.org/2000/svg}"
COSTS = [Cost(10_000, 1500, 3500, 40.0, 200.0), Cost(1000, 140, 320, 4.0, 30.0)]


def _lines(svg: str) -> dict[bool, list[list[tuple[float, float]]]]:
    """The points of the lines, by whether they are dashed."""
    found: dict[bool, list[list[tuple[float, float]]]] = {True: [], False: []}
    for line in ET.fromstring(svg).iter(f"{SVG}polyline"):
        pairs = [point.split(",") for point in line.attrib["points"].split()]
        points = [(float(x), float(y)) for x, y in pairs]
        found["stroke-dasharray" in line.attrib].append(points)
    return found


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
    assert [len(points) for points in _lines(picture.read_text(encoding="utf8"))[False]] == [2, 2]


def test_costs_are_written_as_an_aligned_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("quotes.evaluation.measures.measure_cost", lambda quotes: COSTS[0])

    head, row = run("evaluate", "cost", "--quotes", "10000").stdout.splitlines()

    assert head.split() == ["quotes", "articles", "utterances", "CPU", "seconds", "megabytes"]
    assert row.split() == ["10000", "1500", "3500", "40.00", "200.0"]
    assert len(head) == len(row)


def test_a_plot_has_a_line_for_seconds_and_one_for_megabytes_from_few_quotes_to_many() -> None:
    lines = _lines(plot_costs(COSTS))

    assert len(lines[False]) == 2
    for (x, y), (right, top) in lines[False]:
        assert x < right
        assert y > top


def test_costs_in_proportion_to_the_quotes_lie_on_the_dashed_line() -> None:
    lines = _lines(plot_costs(COSTS))

    assert lines[True] == [lines[False][0]]


def test_the_labels_of_a_plot_name_the_lines_and_do_not_overlap() -> None:
    texts = list(ET.fromstring(plot_costs(COSTS)).iter(f"{SVG}text"))
    heights = sorted(
        float(text.attrib["y"]) for text in texts if text.attrib["text-anchor"] == "start"
    )

    shown = {text.text for text in texts}
    assert shown >= {"CPU seconds", "megabytes", "in proportion", "quotes", "1,000", "10,000"}
    assert all(b - a >= 12 for a, b in itertools.pairwise(heights))


def test_one_size_that_cost_nothing_is_drawn_all_the_same() -> None:
    lines = _lines(plot_costs([Cost(0, 0, 0, 0.0, 0.0)]))

    assert [len(points) for points in lines[False]] == [1, 1]


def test_nothing_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="no costs"):
        plot_costs([])


@pytest.mark.parametrize("sizes", ["0", "-5", "many", "10,,20", ""])
def test_sizes_that_are_no_counts_are_refused(sizes: str) -> None:
    result = run("evaluate", "cost", f"--quotes={sizes}")

    assert result.exit_code == 2
    assert "--quotes" in result.stderr


def test_a_picture_that_cannot_be_written_is_told_in_one_line(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("quotes.evaluation.measures.measure_cost", lambda quotes: COSTS[0])

    result = run("evaluate", "cost", "--quotes", 9, "--svg", tmp_path / "no" / "cost.svg")

    assert result.exit_code == 1
    assert result.stderr == f"quotes: {tmp_path / 'no' / 'cost.svg'}: No such file or directory\n"
