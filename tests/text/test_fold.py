"""The same-length twin of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.fold import fold


@given(st.text(st.characters(exclude_categories=[])))
def test_the_twin_has_the_length_of_the_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(st.characters(exclude_categories=[])))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” ‘she’ said", "\"Yes,\" 'she' said"),
        ("dawn – dusk — night", "dawn - dusk - night"),
        ("wait…", "wait."),
        ("a\u00a0b\u2009c\td", "a b c d"),
        ("a\0b\ud800c\x85d", "a b c d"),
        ("a\r\nb", "a\r\nb"),
        ("Łódź, Ünal, 你好 «ok»", "Łódź, Ünal, 你好 «ok»"),
    ],
)
def test_variants_become_plain_and_letters_stay(text: str, expected: str) -> None:
    assert fold(text) == expected
