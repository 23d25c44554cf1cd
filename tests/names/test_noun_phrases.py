"""The walk over noun phrases, and where a capitalised phrase ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes.language.sentences import Reading
from quotes.names.noun_phrases import phrase_end, proper_phrase

Read = Callable[[str], Reading]


def test_the_first_step_that_applies_to_a_word_decides() -> None:
    def stops_at_two(i: int) -> int | None:
        return i if i == 2 else None

    assert phrase_end(0, 5, (stops_at_two, lambda i: i + 1)) == 2


def test_a_phrase_that_no_step_leads_on_is_empty() -> None:
    assert phrase_end(3, 5, (lambda i: None,)) == 3


@pytest.mark.parametrize(
    ("tagged", "phrase"),
    [
        pytest.param(
            "Bank/NNP of/IN the/DT Isles/NNP opened/VBD ./.", "Bank of the Isles", id="of the"
        ),
        pytest.param(
            "Ministry/NNP of/IN reefs/NNS opened/VBD ./.", "Ministry", id="of before small letters"
        ),
        pytest.param(
            "Tides/NNP and/CC Reefs/NNP Office/NNP opened/VBD ./.",
            "Tides and Reefs Office",
            id="two halves of one name",
        ),
        pytest.param(
            "Reefs/NNP Office/NNP and/CC Tides/NNP Office/NNP ./.",
            "Reefs Office",
            id="two whole names",
        ),
        pytest.param(
            "[Organization|Lowmoor/NNP 's/POS Reef/NNP] opened/VBD ./.",
            "Lowmoor's Reef",
            id="a possessive inside an entity",
        ),
        pytest.param("Kanal/NNP -/HYPH 5/CD opened/VBD ./.", "Kanal-5", id="a number"),
        pytest.param("reefs/NNS opened/VBD ./.", "", id="no capital"),
    ],
)
def test_a_capitalised_phrase_ends_behind_its_last_word(
    tagged: str, phrase: str, read: Read
) -> None:
    article = read(tagged)
    sentence = article.sentences[0]
    stop = proper_phrase(sentence, 0)

    assert article.text[: sentence.words[stop - 1].end if stop else 0] == phrase


def test_a_capitalised_phrase_ends_at_its_limit(read: Read) -> None:
    sentence = read("Bank/NNP of/IN Isles/NNP ./.").sentences[0]

    assert proper_phrase(sentence, 0, 2) == 1
