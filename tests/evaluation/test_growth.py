"""The picture of times by the length of the text."""

from __future__ import annotations

import pytest

from quotes.evaluation.plot import plot_growth
from tests.evaluation.pictures import dashed, lines, title, words


def test_each_shape_of_text_is_a_line_with_its_name_beside_one_in_proportion() -> None:
    picture = plot_growth({"one line": [(1000, 0.1), (10_000, 1.0)], "names": [(1000, 0.2)]})

    assert [len(points) for points in lines(picture)] == [2, 1]
    assert len(dashed(picture)) == 2
    assert words(picture)[-3:] == ["one line", "names", "in proportion"]
    assert {"characters", "CPU seconds", "1,000", "10,000"} <= set(words(picture))
    assert title(picture) == "CPU seconds by the length of the text"


def test_what_grows_may_be_something_else() -> None:
    picture = plot_growth({"search": [(500, 0.1)]}, by="number of articles", unit="articles")

    assert "articles" in words(picture)
    assert title(picture) == "CPU seconds by the number of articles"


def test_names_are_written_as_they_are() -> None:
    names = ["_private", "$x_1$ & <b>"]

    assert words(plot_growth({name: [(10, 0.1)] for name in names}))[-3:-1] == names


def test_without_any_times_there_is_no_picture() -> None:
    with pytest.raises(ValueError, match="no times"):
        plot_growth({"names": []})
