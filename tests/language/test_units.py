"""What is plain to see about tokens and sentences, and what is left to the model."""

from __future__ import annotations

import pytest

from quotes.language import units


def _split(text: str) -> list[str]:
    ends = units.tokens(text)
    return [text[a:b].strip() for a, b in zip([0, *ends], ends, strict=False)]


def test_words_numbers_and_the_signs_beside_them_are_tokens() -> None:
    text = "Ms. Marsh (the chair), who'd 2,500 ferrymen's votes at 6:30, paid $4.5: \"No.\""

    assert _split(text) == [
        *("Ms.", "Marsh", "(", "the", "chair", ")", ",", "who'd", "2,500", "ferrymen's", "votes"),
        *("at", "6:30", ",", "paid", "$", "4.5", ":", '"', "No", ".", '"'),
    ]


def test_a_sentence_ends_at_a_full_stop_between_a_long_word_and_a_capital() -> None:
    text = 'The board refused. "Why?" The ferries left!" (They came back.'

    ends, doubtful = units.doubts(text)

    assert [text[:end].split()[-1] for end in ends] == ["refused.", '"Why?"', 'left!"', "back."]
    assert doubtful == []


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Ferries of Quay Inc. Reyes runs", ["Inc."]),
        ("It closed Aug. 8. The board", ["Aug.", "8."]),
        ("well-known ferries", ["well-known"]),
        ('"Why?" he asked', ['"Why?"']),
        ("One thing: The bridge", ["thing:"]),
        ("see www.harbour.example now", ["www.harbour.example"]),
        ("in the U.S. Reyes said", ["U.S."]),
        ("Mr. and Mrs. Reyes", ["Mr."]),
        ("a café there", ["café"]),
    ],
)
def test_what_may_be_read_in_two_ways_is_left_to_the_model(text: str, doubtful: list[str]) -> None:
    assert [text[a:b] for a, b in units.doubts(text)[1]] == doubtful


@pytest.mark.parametrize("text", ["", " ", "x", '"', "\0", "\ud800", "-", "$", "Mr.", "..."])
def test_odd_text_is_read_without_harm(text: str) -> None:
    ends, doubtful = units.doubts(text)

    assert all(0 < end <= len(text) for end in [*units.tokens(text), *ends])
    assert all(0 <= a < b <= len(text) for a, b in doubtful)


@pytest.mark.parametrize("part", ['"', "(", "a.", "1,000", "a'", ".", "a,", "1:1", ",", "$"])
def test_a_unit_without_end_is_read_in_linear_time(part: str) -> None:
    # a pattern that is not linear would not come to an end
    text = part * (400_000 // len(part))

    assert 0 < len(units.tokens(text)) <= len(text)
    assert len(units.doubts(text)[1]) <= 1
