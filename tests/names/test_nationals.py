"""One of a people, told from the people, a region, and a trade that ends alike."""

from __future__ import annotations

import pytest

from quotes.names.nationals import national

FOUND = {
    "Dutchman": ("dutch", "male"),
    "Frenchwoman": ("french", "female"),
    "Englishman": ("english", "male"),
    "Welshman": ("welsh", "male"),
    "Swede": ("swede", None),
    "Dane": ("dane", None),
    "Pole": ("pole", None),
    "Turk": ("turk", None),
    "Spaniard": ("spaniard", None),
    "Kenyan": ("kenyan", None),
    "German": ("german", None),
    "Iraqi": ("iraqi", None),
    "Dutch": None,
    "French": None,
    "Chinese": None,
    "Spanish": None,
    "Kenyans": None,
    "Swiss": None,
    "Northern": None,
    "Western": None,
    "Scotsman": None,
    "fireman": None,
    "chairman": None,
    "woman": None,
    "man": None,
    "Ada": None,
    "": None,
}


@pytest.mark.parametrize(("word", "expected"), FOUND.items())
def test_a_word_for_one_of_a_people_is_known_with_the_sex_it_shows(
    word: str, expected: tuple[str, str | None] | None
) -> None:
    assert national(word) == expected
