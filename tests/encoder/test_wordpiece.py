"""Word pieces: what they are, and where (`quotes/encoder/wordpiece.py`)."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.encoder.wordpiece import WordPieces

VOCABULARY = ["[UNK]", "port", "##ed", "vell", ".", "'", "s", "$", "5", "##0", "ﬁ", "fi"]
CUTTER = WordPieces({word: i for i, word in enumerate(VOCABULARY)})


def pieces(text: str) -> list[tuple[str, str]]:
    """The pieces of a text, each with the characters that it covers."""
    return [(VOCABULARY[p.id], text[p.start : p.end]) for p in CUTTER.of(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ported", [("port", "Port"), ("##ed", "ed")]),
        ("Véll VELL", [("vell", "Véll"), ("vell", "VELL")]),
        ("Ve\u0301ll", [("vell", "Ve\u0301ll")]),
        ("vell's.", [("vell", "vell"), ("'", "'"), ("s", "s"), (".", ".")]),
        ("$50", [("$", "$"), ("5", "5"), ("##0", "0")]),
        ("portside vell", [("[UNK]", "portside"), ("vell", "vell")]),
        ("x" * 101, [("[UNK]", "x" * 101)]),
        (" \u200b\n", []),
    ],
    ids=["inside", "accents", "combining", "marks", "signs", "unknown", "too long", "no letters"],
)
def test_words_are_cut_into_the_longest_known_pieces(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert pieces(text) == found


def test_letters_that_grow_in_lower_case_keep_their_place() -> None:
    # a capital I with a dot is two characters in lower case
    assert [(p.start, p.end) for p in CUTTER.of("İ vell")] == [(0, 1), (2, 6)]


@given(
    st.text(alphabet=st.sampled_from(list("portedvlESİé\u0301 .'$—“Ω字\u200b\x00")), max_size=60)
)
def test_pieces_stand_in_order_and_share_no_character(text: str) -> None:
    found = CUTTER.of(text)

    assert all(0 <= p.start < p.end <= len(text) for p in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
