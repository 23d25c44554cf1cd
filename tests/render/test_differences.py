"""Where two wordings differ (`quotes/render/differences.py`)."""

from __future__ import annotations

import random

import pytest

from quotes.render.differences import Part, differences, same_words

FORM = "The bridge held, and it will hold again next winter."


def marked(line: str, other: str = FORM) -> str:
    """The wording with what differs in square brackets."""
    return "".join(
        f"[{piece.text}]" if piece.part is Part.OTHER else piece.text
        for piece in differences(line, other)
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (FORM, FORM),
        ("“the Bridge held – and it will hold again next winter”", None),
        ("The dam held, and it will hold again", "The [dam] held, and it will hold again …"),
        ("“it will hold”", "… “it will hold” …"),
        ("The bridge held, “it will hold again.”", "The bridge held, … “it will hold again.” …"),
        ("The old bridge held", "The [old] bridge held …"),
        ("Our own dam held", "[Our own dam] held …"),
        ("nothing alike", "[nothing alike]"),
        ("“…”", "… “…”"),
        ("", "…"),
    ],
)
def test_words_of_the_line_alone_are_marked_and_gaps_have_an_ellipsis(
    line: str, expected: str | None
) -> None:
    assert marked(line) == (line if expected is None else expected)


def test_case_accents_and_curly_marks_make_no_difference() -> None:
    assert marked("Señor Vélez isn’t “here”", "SENOR Velez isn't here") == (
        "Señor Vélez isn’t “here”"
    )
    assert same_words("Don’t – wait!", "don't wait")


def test_a_sign_of_a_currency_or_a_share_is_a_word() -> None:
    assert marked("It costs €5", "It costs $5") == "It costs [€]5"
    assert marked("up 5%", "up 5") == "up 5[%]"
    assert same_words("3,000 boats", "3000 boats")


def test_another_number_makes_other_words() -> None:
    assert not same_words("two of 48 boats", "two of 84 boats")


def test_what_comes_after_two_hundred_words_is_left_out() -> None:
    line = " ".join(f"w{n}" for n in range(300))

    pieces = differences(line, line)

    assert "".join(piece.text for piece in pieces) == line[: line.index(" w200") + 1] + "…"


def test_a_fragment_from_far_into_a_long_form_is_found() -> None:
    form = " ".join(f"w{n}" for n in range(900))

    assert marked("w700 w701", form) == "… w700 w701 …"


def test_without_the_ellipses_the_line_stays_as_it_is() -> None:
    rng = random.Random(7)
    marks = ["held", "It", "will,", "“hold", "again”", "—", "x-y", "9,5", "\u0301", "…", "‘’"]
    for _ in range(300):
        line = " ".join(rng.choices(marks, k=rng.randrange(12)))
        other = " ".join(rng.choices(marks, k=rng.randrange(12)))
        kept = [p.text for p in differences(line, other) if p.part is not Part.GAP]
        assert "".join("".join(kept).split()) == "".join(line.split())
