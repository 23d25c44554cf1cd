"""The windows of an article (`quotes/encoder/windows.py`)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.encoder.windows import LENGTH, Layout, lay_out
from quotes.encoder.wordpiece import WordPieces

CUTTER = WordPieces({"[UNK]": 0, "pier": 1, "Vell": 2, ".": 3})


def laid(sizes: list[int], word: str = "pier") -> Layout:
    """Paragraphs of so many words."""
    text, paragraphs = "", []
    for size in sizes:
        start = len(text)
        text += " ".join([word] * size)
        paragraphs.append((start, len(text)))
        text += "\n\n"
    return lay_out(text, paragraphs, [], CUTTER)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 700), max_size=12))
def test_every_piece_is_read_for_its_own_sake_in_exactly_one_window(sizes: list[int]) -> None:
    layout = laid(sizes)

    own = [piece for w in layout.windows for piece in range(w.base, w.stop)]
    assert own == list(range(len(layout.pieces)))
    assert all(w.stop - w.first <= LENGTH and w.first <= w.base < w.stop for w in layout.windows)
    for window in layout.windows:
        assert layout.window_of(window.base) is layout.window_of(window.stop - 1) is window
    assert layout.window_of(len(layout.pieces)) is None


def test_what_came_before_is_context() -> None:
    layout = laid([120] * 6)

    assert layout.windows[0].first == layout.windows[0].base == 0
    assert all(40 <= w.base - w.first <= 120 for w in layout.windows[1:])


def test_pieces_know_how_they_are_written_and_whether_they_are_quoted() -> None:
    text = "Pier “PIER pier” 1880\n\npier."
    layout = lay_out(text, [(0, 21), (23, 28)], [(6, 15)], CUTTER)

    shown = [text[p.start : p.end] for p in layout.pieces]
    assert shown == ["Pier", "“", "PIER", "pier", "”", "1880", "pier", "."]
    assert layout.case == (1, 0, 2, 0, 0, 3, 0, 0)
    assert layout.quoted == (0, 0, 1, 1, 0, 0, 0, 0)
    assert layout.paragraph == (0, 0, 0, 0, 0, 0, 1, 1)


def test_a_range_of_the_text_is_the_pieces_that_it_touches() -> None:
    layout = lay_out("pier pier pier", [(0, 14)], [], CUTTER)

    assert layout.range_of(5, 9) == (1, 2)
    assert layout.range_of(6, 11) == (1, 3)
    assert layout.range_of(4, 5) == (1, 1)
