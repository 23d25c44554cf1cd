"""Paragraphs and list items."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotes.text.paragraphs import ParagraphKind, paragraphs


def texts(text: str) -> list[str]:
    return [text[p.start : p.end] for p in paragraphs(text)]


def test_every_line_is_a_paragraph_without_the_white_space_around_it() -> None:
    assert texts(" One. \n\n\u00a0Two.\r\nThree.\u2028Four.") == ["One.", "Two.", "Three.", "Four."]


def test_lines_of_a_text_wrapped_at_a_fixed_width_are_joined() -> None:
    line = "the harbour lay still under a thin grey sky and nobody"
    first, second = "\n".join([line] * 4), "\n".join([line] * 3)
    assert texts(f"{first}\n\n{second}") == [first, second]


def test_short_lines_are_not_joined() -> None:
    assert texts("One.\nTwo.\nThree.\nFour.\nFive.\nSix.\n\nSeven.") == [
        *["One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven."]
    ]


def test_a_list_item_begins_behind_its_bullet() -> None:
    text = "• “Dawn,” she said.\n- Dusk.\n2) Night.\n-5 degrees"
    assert texts(text) == ["“Dawn,” she said.", "Dusk.", "Night.", "-5 degrees"]
    kinds = [p.kind for p in paragraphs(text)]
    assert kinds == [ParagraphKind.ITEM] * 3 + [ParagraphKind.BODY]


def test_a_bullet_alone_is_kept_as_a_paragraph() -> None:
    assert texts("•\nDawn.") == ["•", "Dawn."]


@given(st.text(st.characters(exclude_categories=[])))
def test_paragraphs_of_any_text_are_apart_in_order_and_not_blank(text: str) -> None:
    at = 0
    for p in paragraphs(text):
        assert at <= p.start < p.end <= len(text)
        assert text[p.start : p.end].strip() or not text[p.start : p.end].isspace()
        at = p.end
