"""The words of a quotation one by one (`quotes/utterances/tokens.py`)."""

from __future__ import annotations

import pytest

from quotes.utterances.tokens import tokens_of


def values(text: str) -> list[float]:
    """The numbers in a text."""
    return [token.value for token in tokens_of((text,)) if token.value is not None]


def names(text: str) -> list[str]:
    """The words that capitals mark as names."""
    return [token.text for token in tokens_of((text,)) if token.named]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 million crowns", [12e6]),
        ("12m crowns", [12e6]),
        ("twelve million crowns", [12e6]),
        ("£1.5bn and 2,000 boats", [1.5e9, 2000]),
        ("twenty-five boats", [25]),
        ("the 21st of May", [21]),
        ("at 6:30 in the morning", [6.5]),
        ("five or six", [5, 6]),
        ("no boats", []),
    ],
)
def test_a_number_has_its_value_however_it_is_written(text: str, expected: list[float]) -> None:
    assert values(text) == expected


def test_spellings_of_one_number_have_one_key() -> None:
    assert tokens_of(("12m",))[0].key == tokens_of(("twelve million",))[0].key


def test_capitals_where_no_sentence_begins_are_names() -> None:
    assert names("We met Finn Arden. Nobody told Petra.") == ["Finn", "Arden", "Petra"]


def test_an_abbreviation_with_full_stops_is_one_word_and_ends_no_sentence() -> None:
    assert names("The D.N.C. asked Petra to come") == ["DNC", "Petra"]


def test_in_a_headline_capitals_tell_no_names() -> None:
    assert names("Mayor Opens Bridge to the West of Throsk") == []
    assert names("I met Petra Lunn in Throsk") == ["Petra", "Lunn", "Throsk"]


def test_a_shortened_negation_negates() -> None:
    assert [t.negates for t in tokens_of(("It won't hold",))] == [False, True, False]


def test_of_a_very_long_text_the_beginning_is_read() -> None:
    assert len(tokens_of(("word " * 5000,))) == 300
