"""The table of pronouns."""

from __future__ import annotations

from quotes.lexicons.pronouns import FIRST, THING, Form, pronoun_sexes, pronouns, table


def test_pronouns_are_found_by_all_that_they_show() -> None:
    assert pronouns(number="plural", person=FIRST) == {"we", "us", "our", "ourselves"}
    assert pronouns(sex=THING, form=Form.DETERMINER) == {"its"}


def test_without_conditions_every_pronoun_is_given() -> None:
    assert pronouns() == set(table())


def test_pronouns_of_a_sex_are_told_apart_by_form() -> None:
    assert pronoun_sexes(Form.SUBJECT) == {"he": "male", "she": "female"}
    assert pronoun_sexes()["hers"] == "female"


def test_pronouns_without_a_sex_show_none() -> None:
    assert not {"they", "it", "i", "who"} & set(pronoun_sexes())
