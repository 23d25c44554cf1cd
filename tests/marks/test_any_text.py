"""What holds for every text, sensible or not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.marks import Marked, find
from quotes.marks.glyphs import GLYPHS, signs
from quotes.text.fold import fold
from quotes.text.paragraphs import paragraphs

PIECES = [
    *GLYPHS,
    *"\"\"''“”‘’",
    " ",
    " ",
    "\n",
    "\r\n",
    "a",
    "Bs",
    "s",
    "1",
    ".",
    ",",
    "—",
    "(",
    ")",
]
ODD = [
    "\0",
    "\ud800",
    "\udfff",
    "\u0301",
    "\u200f",
    "\U0001f600",
    "\u2009",
    "\u00ad",
    "你",
    "x" * 90,
]


def marked(text: str) -> tuple[Marked, ...]:
    return find(text, fold(text), paragraphs(text))


def check(text: str) -> None:
    found = marked(text)
    whole = paragraphs(text)
    for i, m in enumerate(found):
        assert m.index == i
        p = whole[m.paragraph]
        assert p.start <= m.start <= m.inner_start < m.inner_end <= m.end <= p.end
        inner = text[m.inner_start : m.inner_end]
        assert inner == inner.strip()
        assert any(c.isalnum() for c in inner)
        again = [n for n in found if n.continues == i and n.paragraph == m.paragraph]
        assert m.closed or m.end == p.end or [n.start >= m.end for n in again] == [True]
        if m.parent is not None:
            outer = found[m.parent]
            assert m.parent < i
            assert outer.paragraph == m.paragraph
            assert outer.inner_start <= m.start <= m.end <= outer.end
        if m.continues is not None:
            before = found[m.continues]
            assert before.end <= m.start
            assert not before.closed
    around: list[Marked] = []
    for m in found:
        while around and around[-1].end <= m.start:
            around.pop()
        assert m.parent == (around[-1].index if around else None)
        around.append(m)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, *ODD]), max_size=60).map("".join))
def test_stretches_nest_or_stand_apart_in_any_heap_of_marks(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=[]), max_size=80))
def test_any_text_at_all_is_read(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join).filter(lambda t: "\n" not in t),
)
def test_a_paragraph_without_an_unclosed_mark_is_not_changed_by_what_follows(
    above: str, below: str
) -> None:
    def spans(text: str) -> list[tuple[int, int]]:
        return [(m.start, m.end) for m in marked(text) if m.end <= len(above)]

    if all(m.closed for m in marked(above)) and not below.lstrip().startswith(tuple(GLYPHS)):
        assert spans(above) == spans(above + "\n" + below)


@pytest.mark.parametrize(
    "unit",
    ["'", "“", "”", "‘", "’", "''", "«", "»", "「", " \"'", "‘s’ ", "a' 'b ", "\n“a", "“ "],
)
def test_ten_thousand_marks_of_any_kind_are_read(unit: str) -> None:
    check(unit * (10_000 // len(unit)))


def test_a_hundred_thousand_marks_in_one_paragraph_are_read() -> None:
    check("\"a'" * 50_000)


def test_long_stretches_without_a_mark_are_read() -> None:
    text = "‘" + "the sailors’ hope s" * 20_000 + "'"
    assert all(m.end <= len(text) for m in marked(text))


def test_every_sign_sees_the_characters_around_its_cluster() -> None:
    text = "x “‘a’” y"
    seen = [(text[s.left], text[s.right]) for s in signs(text, 0, len(text))]
    assert seen == [(" ", "a"), (" ", "a"), ("a", " "), ("a", " ")]


def test_signs_at_the_edges_of_the_paragraph_have_nothing_beside_them() -> None:
    text = "a\n“b”\nc"
    first, last = signs(text, 2, 5)
    assert (first.left, last.right) == (-1, -1)
