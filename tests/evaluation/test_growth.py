"""The picture of times by the length of the text."""

from __future__ import annotations

import pytest

from quotes.evaluation.plot import plot_growth


def test_each_shape_of_text_is_a_line_with_its_name_beside_one_in_proportion() -> None:
    picture = plot_growth({"one line": [(1000, 0.1), (10_000, 1.0)], "names": [(1000, 0.2)]})

    assert picture.count("<polyline") == 3
    assert all(f">{name}</text>" in picture for name in ("one line", "names", "in proportion"))


def test_without_any_times_there_is_no_picture() -> None:
    with pytest.raises(ValueError, match="no times"):
        plot_growth({"names": []})
