"""The table of words for persons: its columns hold what the rooms ask for."""

from __future__ import annotations

import pytest

from quotes.lexicons import load_rows
from quotes.lexicons.persons import Flag, Sort, flagged, kinds, sexes, stands_for, table


def test_every_row_has_all_columns_and_at_least_one_sort() -> None:
    assert all(len(columns) == 5 for columns in load_rows("persons").values())
    assert all(row.sorts for row in table().values())


def test_every_sex_is_one_of_three() -> None:
    assert {row.sex for row in table().values()} == {"any", "female", "male"}


@pytest.mark.parametrize("flag", Flag)
def test_every_flag_is_carried_by_some_word(flag: Flag) -> None:
    assert flagged(flag)


def test_the_noun_that_an_abbreviation_stands_for_is_a_word_of_the_table() -> None:
    assert {noun for nouns in stands_for().values() for noun in nouns} <= set(table())


def test_a_word_may_be_a_form_of_address_and_a_role() -> None:
    assert sexes(Sort.ADDRESS)["lord"] == sexes(Sort.ROLE)["lord"] == "male"
    assert "mrs" not in sexes(Sort.ROLE)


def test_an_abbreviated_title_has_its_noun_and_its_full_stop() -> None:
    assert stands_for()["capt"] == ("captain",)
    assert "capt" in flagged(Flag.STOP)


def test_nouns_for_persons_and_for_bodies_have_wider_nouns() -> None:
    assert "lawmaker" in kinds("senator")
    assert "school" in kinds("university")
    assert kinds("walrus") == frozenset()
