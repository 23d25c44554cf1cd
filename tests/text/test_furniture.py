"""Page furniture, and what looks like it."""

from __future__ import annotations

import pytest

from quotes.text.furniture import furniture_flags
from quotes.text.repeats import inside_longer

BODY = "The harbour master said that no boat would sail before the end of the week at the earliest."


@pytest.mark.parametrize(
    "line",
    [
        "[ad_1]",
        "Advertisement",
        "Source link",
        "Please enter your comment!",
        "Log in to leave a comment",
        "Lost your password?",
        "More like this",
        "Share post:",
        "Share this article on your favourite network",
        "Subscribe to our evening letter",
        "Follow Ines Okoro on Twitter @inesokoro.",
        "Related stories",
        "Related: “A poor show”, says the mayor",
        "From the archive: “A poor show”, says the mayor",
        "Tags: boats, harbour",
        "The views expressed in this column are those of the author.",
        "Have an idea for a column? " + "Write to the desk and tell us about it. " * 5,
        "The Heron at its berth last week. Photo: Oda Brun / harbour.example / CC BY 4.0",
        "The Heron at its berth last week (AP Photo/Oda Brun)",
        "Oda Brun via Getty Images.",
        "cc harbour.example, cropped, https://harbour.example/heron/1",
    ],
)
def test_a_line_of_page_furniture_is_flagged(line: str) -> None:
    assert furniture_flags([BODY, line, "The end."]) == [False, True, False]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on the news from the harbour.",
        "Watching the boats, he shook his head.",
        "Comments by the harbour master angered the crews.",
        "Related to nobody in the village, she kept to herself.",
        "Print runs have halved since then, the printer said.",
        "She kept a picture of the Heron. It hung above the stove.",
        "Read the letter, she told him.",
        "“The views expressed in this letter are mine,” said Oda Brun.",
    ],
)
def test_a_line_of_the_article_is_not_flagged(line: str) -> None:
    assert furniture_flags([BODY, line, "The end."]) == [False, False, False]


def test_a_pull_quote_is_flagged_and_its_paragraph_is_not() -> None:
    pulled = "no boat would sail before the end of the week"
    assert furniture_flags([pulled, BODY]) == [True, False]


def test_a_pull_quote_is_known_despite_other_marks_and_spaces() -> None:
    pulled = "'no boat would sail  before the end of the week'."
    body = BODY.replace("no boat", '"no boat')
    assert furniture_flags([body, pulled]) == [False, True]


def test_of_two_equal_paragraphs_the_first_is_kept() -> None:
    assert furniture_flags([BODY, "Between.", BODY]) == [False, False, True]


def test_a_short_line_that_stands_again_inside_the_article_is_kept() -> None:
    assert furniture_flags(["no boat would sail", BODY]) == [False, False]


def test_name_and_post_below_a_byline_marker_are_flagged() -> None:
    lines = [BODY, "Written by", "Dr Oda Brun", "Fellow, Harbour Institute", "Elsewhere"]
    assert furniture_flags(lines) == [False, True, True, True, False]


def test_the_article_below_a_byline_at_its_top_is_kept() -> None:
    assert furniture_flags(["Written by", "Oda Brun", BODY, BODY[4:60] + "."])[2] is False


def test_a_biography_is_flagged_at_the_end_only() -> None:
    biography = "Oda Brun is a freelance writer and editor who covers the coast."
    body = [f"{BODY} Day {n}." for n in range(8)]
    assert furniture_flags([*body, biography])[-1]
    assert not any(furniture_flags([biography, *body]))


def test_a_candidate_must_not_be_all_of_the_text_it_stands_in() -> None:
    words = "one two three four five six"
    assert inside_longer([words], [words]) == set()
    assert inside_longer([words], [words, f"zero {words} seven"]) == {words}


def test_many_paragraphs_that_begin_alike_are_compared_in_linear_time() -> None:
    start = "the boats in the harbour of the northern town "
    lines = [start + f"number {n} and so on and on" for n in range(20_000)]
    long = start * 40_000
    assert not any(furniture_flags([*lines, long]))
