"""Quotations over several paragraphs."""

from __future__ import annotations

from quotes.marks import Marked, find
from quotes.text.fold import fold
from quotes.text.paragraphs import paragraphs


def marked(*texts: str) -> tuple[Marked, ...]:
    text = "\n\n".join(texts)
    return find(text, fold(text), paragraphs(text))


def parts(*texts: str) -> list[tuple[str, bool, int | None]]:
    text = "\n\n".join(texts)
    return [(text[m.inner_start : m.inner_end], m.closed, m.continues) for m in marked(*texts)]


def test_a_quotation_opened_again_in_each_paragraph_is_one_chain() -> None:
    assert parts("“The tide came in.", "“We ran.", "“Nobody drowned,” she said.") == [
        ("The tide came in.", False, None),
        ("We ran.", False, 0),
        ("Nobody drowned,", True, 1),
    ]


def test_straight_marks_opened_again_are_one_chain() -> None:
    assert parts('Oda Brun said: "The tide came in.', '"We ran.', '"Nobody drowned."') == [
        ("The tide came in.", False, None),
        ("We ran.", False, 0),
        ("Nobody drowned.", True, 1),
    ]


def test_two_single_signs_opened_again_are_one_chain() -> None:
    found = parts("''The tide came in.", "''Nobody drowned,'' she said.")
    assert [c for _, _, c in found] == [None, 0]


def test_single_marks_opened_again_are_one_chain_despite_possessives() -> None:
    assert parts("‘The sailors’ hope is gone.", "‘Nobody drowned,’ she said.") == [
        ("The sailors’ hope is gone.", False, None),
        ("Nobody drowned,", True, 0),
    ]


def test_a_single_mark_that_nothing_opens_again_is_not_returned() -> None:
    assert parts("‘The tide came in.", "Nobody drowned.") == []


def test_nested_marks_opened_again_continue_each_its_own() -> None:
    found = parts("“She wrote: ‘The tide came in.", "“‘Nobody drowned.’ That was all,” he said.")
    assert found == [
        ("She wrote: ‘The tide came in.", False, None),
        ("The tide came in.", False, None),
        ("‘Nobody drowned.’ That was all,", True, 0),
        ("Nobody drowned.", True, 1),
    ]


def test_a_closed_quotation_is_not_continued_by_the_next_paragraph() -> None:
    assert [c for _, _, c in parts("“The tide came in,” she said.", "“We ran.”")] == [None, None]


def test_a_quotation_that_opens_late_in_its_paragraph_is_continued() -> None:
    found = parts("“Listen,” she said. “The tide came in.", "“We ran,” she said. “All of us.”")
    assert found == [
        ("Listen,", True, None),
        ("The tide came in.", False, None),
        ("We ran,", True, 1),
        ("All of us.", True, None),
    ]


def test_page_furniture_between_the_paragraphs_is_passed_over() -> None:
    found = parts("“The tide came in.", "Advertisement", "“Nobody drowned,” she said.")
    assert [c for _, _, c in found] == [None, 0]


def test_a_stray_closing_mark_closes_what_was_not_opened_again() -> None:
    found = marked("“The tide came in.", "We ran.", "Nobody drowned,” she said. “Nobody.”")
    assert [(m.closed, m.continues, m.paragraph) for m in found] == [
        (False, None, 0),
        (False, 0, 1),
        (True, 1, 2),
        (True, None, 2),
    ]
    assert [m.start == m.inner_start for m in found] == [False, True, True, False]


def test_marks_between_the_opening_and_the_stray_closing_one_break_the_chain() -> None:
    found = parts("“The tide came in.", "They call it “the wolf”.", "Nobody drowned,” she said.")
    assert found == [
        ("The tide came in.", False, None),
        ("the wolf", True, None),
        ("Nobody drowned,", True, None),
    ]


def test_a_stray_closing_mark_far_below_closes_nothing() -> None:
    middle = [f"Boat {n} went out." for n in range(20)]
    assert parts("“The tide came in.", *middle, "Nobody drowned,” she said.") == [
        ("The tide came in.", False, None),
        ("Nobody drowned,", True, None),
    ]


def test_a_mark_opened_again_in_one_paragraph_is_a_chain_that_goes_on_in_the_next() -> None:
    assert parts('She said: "The tide came in. "We ran. It was dark.', '"Nobody drowned."') == [
        ("The tide came in.", False, None),
        ("We ran. It was dark.", False, 0),
        ("Nobody drowned.", True, 1),
    ]


def test_a_single_mark_behind_a_colon_is_opened_again_in_the_next_paragraph() -> None:
    assert parts("She said: 'The tide came in.", "'We ran.", "'Nobody drowned.'") == [
        ("The tide came in.", False, None),
        ("We ran.", False, 0),
        ("Nobody drowned.", True, 1),
    ]


def test_a_paragraph_in_single_marks_that_is_run_on_over_is_marked_once() -> None:
    found = parts("“The tide came in.", "‘Tom ran’", "Nobody drowned,” she said.")
    assert [words for words, _, _ in found] == [
        "The tide came in.",
        "‘Tom ran’",
        "Nobody drowned,",
    ]


def test_a_single_pair_around_the_stray_closing_mark_ends_no_run() -> None:
    found = parts("He called it “big", "‘Tom”’ and left.")
    assert [(words, continues) for words, _, continues in found] == [("big", None), ("Tom”", None)]


def test_single_marks_inside_a_paragraph_run_over_get_it_as_parent() -> None:
    found = marked("“The tide came in.", "‘Run’ was all I said.", "Nobody drowned,” she said.")
    assert [(m.single, m.parent, m.continues) for m in found] == [
        (False, None, None),
        (False, None, 0),
        (True, 1, None),
        (False, None, 1),
    ]


def test_an_unclosed_quotation_ends_where_its_paragraph_ends() -> None:
    text = "He said: “We sail at dawn.  \n\nThey did."
    (m,) = find(text, fold(text), paragraphs(text))
    assert text[m.start : m.end] == "“We sail at dawn."
    assert not m.closed
