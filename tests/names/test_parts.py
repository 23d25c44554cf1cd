"""Names taken apart and compared."""

from __future__ import annotations

import pytest

from quotes.names.parts import NameParts, first_name_gender, plain, same_given, split


def test_a_word_is_compared_without_case_accents_and_full_stops() -> None:
    assert plain("Añez") == "anez"
    assert plain("J.D.") == "jd"
    assert plain("O’Brien") == "obrien"


def test_honorifics_in_front_are_no_part_of_a_name() -> None:
    assert split("Mrs. Ilse Varga").words == ("ilse", "varga")


def test_a_suffix_is_kept_apart() -> None:
    parts = split("Tobias Quell Jr.")

    assert (parts.words, parts.suffix) == (("tobias", "quell"), "jr")


def test_initials_are_kept_apart() -> None:
    parts = split("Ilse B. Varga")

    assert (parts.words, parts.initials) == (("ilse", "varga"), ("b",))


def test_a_hyphen_parts_words() -> None:
    assert split("Omar al-Hadidi").core == ("omar", "hadidi")


def test_the_family_name_of_an_east_asian_name_stands_first() -> None:
    assert split("Kwon Dae-hyun").surname == "kwon"
    assert split("Ilse Varga").surname == "varga"


@pytest.mark.parametrize(
    ("short", "full", "within"),
    [
        ("Varga", "Ilse Varga", True),
        ("Ilse Varga", "Ilse B. Varga", True),
        ("Soto Ferrer", "Ana Soto Ferrer", True),
        ("John Kwok", "John Kwok Tai-man", True),
        ("Varga Ilse", "Ilse Varga", False),
        ("Tobias Quell Jr.", "Tobias Quell Sr.", False),
        ("Ilse A. Varga", "Ilse B. Varga", False),
    ],
)
def test_a_short_form_lies_within_a_full_name_word_by_word(
    short: str, full: str, within: bool
) -> None:
    assert split(short).within(split(full)) is within


def test_a_name_of_particles_only_is_still_a_name() -> None:
    assert NameParts(("al",)).core == ("al",)


def test_first_names_show_a_sex_where_they_show_one() -> None:
    assert first_name_gender("Ilse") == "female"
    assert first_name_gender("Tobias") == "male"
    assert first_name_gender("Zzyx") is None


def test_a_short_form_of_a_first_name_is_the_same_name() -> None:
    assert same_given("bill", "william")
    assert same_given("b", "bernard")
    assert not same_given("ilse", "ada")
