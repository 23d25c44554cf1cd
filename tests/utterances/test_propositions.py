"""Whether a report says anything (`quotes/utterances/propositions.py`)."""

from __future__ import annotations

import pytest

from quotes.utterances.propositions import is_proposition
from tests.utterances.building import item

CLAUSES = [
    ("said", "the bridge would close"),
    ("said", "it's over"),
    ("said", "the mill employs forty people and needs more"),
    ("said", "the crew mended the bell"),
    ("promised", "to close the bridge"),
    ("urged", "people to stay away from the pier"),
    ("denied", "taking money"),
    ("accused", "the board of closing the bridge"),
    ("blamed", "the board for the flood"),
    ("called", "the plan useless"),
    ("dismissed", "the plan as a dream"),
    ("alleged", "a conspiracy"),
]
PHRASES = [
    ("repeated", "his hopes for a deal"),
    ("praised", "their close relationship"),
    ("repeated", "her criticism of the plan to close the bridge"),
    ("discussed", "a need to close the bridge"),
    ("denied", "the allegations"),
    ("announced", "no agreement"),
    ("described", "his strong opinions about the board"),
]


@pytest.mark.parametrize(("cue", "words"), CLAUSES)
def test_a_clause_is_a_proposition_and_so_is_what_its_cue_makes_one(cue: str, words: str) -> None:
    assert is_proposition(item("a", f"Ada Marsh ⟦cue: {cue}⟧ ⟦marsh: {words}⟧.").quote)


@pytest.mark.parametrize(("cue", "words"), PHRASES)
def test_a_noun_phrase_is_none(cue: str, words: str) -> None:
    assert not is_proposition(item("a", f"Ada Marsh ⟦cue: {cue}⟧ ⟦marsh: {words}⟧.").quote)
