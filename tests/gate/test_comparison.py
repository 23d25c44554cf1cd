"""What changed is told quote by quote, under what changed (`tests/gate/comparison.py`)."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from tests.gate.comparison import ARTICLE, LOST, NEW, UTTERANCES, Change, compare
from tests.gate.golden import Entry, Golden, Group, QuoteRow, UtteranceRow

ROW = QuoteRow(
    "direct", ((1, 21),), ((0, 22),), ((23, 27),), ((28, 37),), (), "person 28-37", "43-48", ""
)
FAR = attrs.evolve(ROW, segments=((101, 121),), content=((100, 122),))


def _changes(before: list[QuoteRow], after: list[QuoteRow]) -> list[Change]:
    sides = (Golden((Entry("bridge", "0", tuple(rows)),)) for rows in (before, after))
    return compare("news", *sides)


def test_the_same_output_has_no_differences() -> None:
    assert _changes([ROW, FAR], [ROW, FAR]) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "mixed"),
        ("segments", ((1, 20),)),
        ("content", ((0, 21),)),
        ("cue", ()),
        ("source", ((30, 37),)),
        ("via", ((40, 42),)),
        ("speaker", "person 30-37"),
        ("roles", ""),
        ("affiliations", "53-58"),
    ],
)
def test_a_change_of_one_field_is_told_as_that_field(field: str, value: Any) -> None:
    changed = attrs.evolve(ROW, **{field: value})

    assert _changes([ROW, FAR], [changed, FAR]) == [
        Change("news", "bridge", (field,), ROW, changed)
    ]


def test_several_changes_of_one_quote_are_told_together() -> None:
    changed = attrs.evolve(ROW, kind="mixed", speaker="?no_source", roles="")

    (change,) = _changes([ROW], [changed])

    assert change.what == ("kind", "speaker", "roles")


def test_a_quote_elsewhere_is_a_new_one_and_the_old_one_lost() -> None:
    assert _changes([ROW], [FAR]) == [
        Change("news", "bridge", (LOST,), ROW, None),
        Change("news", "bridge", (NEW,), None, FAR),
    ]


def test_a_quote_that_is_cut_in_two_becomes_the_larger_part() -> None:
    large = attrs.evolve(ROW, segments=((1, 15),), content=((0, 16),))
    small = attrs.evolve(ROW, segments=((17, 21),), content=((16, 22),))

    changes = _changes([ROW], [large, small])

    assert changes == [
        Change("news", "bridge", ("segments", "content"), ROW, large),
        Change("news", "bridge", (NEW,), None, small),
    ]


def test_a_second_quote_like_one_that_is_there_is_seen() -> None:
    assert _changes([ROW], [ROW, ROW]) == [Change("news", "bridge", (NEW,), None, ROW)]


def test_another_text_an_error_and_a_missing_article_are_changes_of_the_article() -> None:
    before = Golden((Entry("a", "0", (ROW,)), Entry("b", "0", (ROW,)), Entry("c", "0", (ROW,))))
    after = Golden((Entry("a", "1", (ROW,)), Entry("b", "0", error="IndexError")))

    changes = compare("news", before, after)

    assert [(c.where, c.what, c.before, c.after) for c in changes] == [
        ("a", (ARTICLE,), "text 0", "text 1"),
        ("b", (ARTICLE,), "no error", "IndexError"),
        ("c", (ARTICLE,), "there", None),
    ]


def test_utterances_are_told_by_the_versions_that_they_share() -> None:
    pair = UtteranceRow(("a:0-9=verbatim", "b:0-9=edited"), "person a@1-2", "", "")
    more = attrs.evolve(pair, versions=(*pair.versions, "c:0-9=fragment"))
    other = UtteranceRow(("a:50-60=verbatim", "b:50-60=verbatim"), "person a@1-2", "", "")

    changes = compare(
        "news", Golden((), (Group("g", (pair,)),)), Golden((), (Group("g", (more, other)),))
    )

    assert changes == [
        Change("news", "g", (UTTERANCES,), pair, more),
        Change("news", "g", (UTTERANCES,), None, other),
    ]
