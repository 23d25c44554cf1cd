"""Pairs of quotes that are never one utterance (`quotes/utterances/exclusions.py`)."""

from __future__ import annotations

from quotes.utterances.exclusions import excluded
from tests.utterances.building import Who, anonymous, body, item, said, told, unnamed

SUIT = "The scheme was an act of rare cunning by the treasurer, hand in glove with a rival crew"
STATEMENT = "This was an act of brazen cunning by the treasurer, hand in glove with a hostile crew"
CHAIR = Who("Nora Quill", affiliations=("Harbour Board",))


def test_a_report_that_is_no_proposition_renders_no_other_words() -> None:
    hopes = item("a", "Ada Marsh ⟦cue: repeated⟧ ⟦marsh: her hopes for the sea wall⟧.")
    again = item("b", "Ada Marsh ⟦cue: repeated⟧ ⟦marsh: her hopes for the sea wall⟧.")

    assert excluded(hopes, said("b", "I hope the sea wall will hold"))
    assert excluded(told("b", "she hoped the sea wall would hold"), hopes)
    assert not excluded(hopes, again)


def test_a_lawsuit_and_the_statement_of_its_author_are_two_texts() -> None:
    suit = said("a", SUIT, unnamed("the lawsuit"))

    assert excluded(suit, said("b", STATEMENT))
    assert excluded(said("b", STATEMENT), suit)
    assert not excluded(suit, said("b", STATEMENT, unnamed("the suit")))
    assert not excluded(suit, said("b", "an act of rare cunning"))


def test_so_are_the_words_of_a_board_and_other_words_of_its_chair() -> None:
    board = said("a", SUIT, body("Harbour Board"))

    assert excluded(board, said("b", STATEMENT, CHAIR))
    assert not excluded(board, said("b", SUIT, CHAIR))


def test_a_report_of_a_lawsuit_is_none_of_what_a_person_says() -> None:
    suit = told("a", "the treasurer had cheated the crew", unnamed("the lawsuit"))

    assert excluded(suit, said("b", "The treasurer has cheated the crew"))
    assert not excluded(suit, told("b", "the treasurer cheated the crew", body("Harbour Board")))


def test_somebody_described_does_not_report_what_somebody_named_says_unless_it_fits() -> None:
    report = told("a", "the sea wall would hold", unnamed("two local fishermen"))

    assert excluded(report, said("b", "The sea wall will hold"))
    assert not excluded(report, anonymous("b", "The sea wall will hold"))
    assert not excluded(
        told("a", "the sea wall would hold", unnamed("the mayor", "mayor")),
        said("b", "The sea wall will hold"),
    )


def test_a_demand_renders_no_fact() -> None:
    demand = told("a", "to close the old bridge to lorries", cue="promised")

    assert excluded(demand, told("b", "the old bridge had closed to the lorries"))
    assert not excluded(demand, told("b", "she would close the old bridge to lorries"))
    assert not excluded(demand, told("b", "she wanted to close the old bridge"))


def test_parts_of_one_quotation_exclude_nothing_of_it() -> None:
    one = said("a", "I will run in 2031")

    assert not excluded(one, one)
