"""What an ellipsis or brackets may not hide (`quotes/verification/turning.py`)."""

from __future__ import annotations

import pytest

import quotes
from quotes import DifferenceKind, VerificationStatus

TURNED = [
    ("a negation", "We have … taken money", "We have never taken money from the firm", "never"),
    ("a contraction", "We … close the gates", "We just don’t close the gates", "don’t"),
    ("neither and nor", "We … condone theft", "We neither excuse nor condone theft", "neither"),
    ("an exception", "We will build … the pier", "We will build anything but the pier", "but"),
    ("a phrase", "We chose … the pier", "We chose the wall rather than the pier", "rather than"),
    ("a denial", "We … to pay", "We openly refused to pay", "refused"),
    ("a condition", "We pay … the wall stands", "We pay once and if the wall stands", "if"),
    ("a hedge", "The gates … hold", "The gates of the town might hold", "might"),
    ("what nearly was", "We … lost the wall", "We almost lost the wall", "almost"),
    ("a degree", "We have … faith in it", "We have very little faith in it", "little"),
    ("at the start", "… support the plan", "I do not support the plan", "not"),
    ("at the end", "We will go …", "We will go unless it rains", "unless"),
    ("behind other brackets", "[We] support the plan", "I do not support the plan", "not"),
    ("under brackets", "We have [gladly] taken it", "We have never taken it", "never"),
    ("part of a sentence", "The wall stands … we built", "The wall stands. We never built", None),
    ("a sentence that answers", "We go … We pay", "We go. That is not true. We pay", "not"),
    ("a short answer", "We go … We pay", "We go. Fat chance, never. We pay", "never"),
]

HARMLESS = [
    ("nothing of the kind", "We have … money", "We have gladly taken money"),
    ("a harmless phrase", "We have … three boats", "We have at least three boats"),
    ("a month", "We open … the gates", "We open in May the gates"),
    ("whole sentences", "We go … We pay", "We go. The council could not say when. We pay"),
    ("the negation is given", "We will not … sell it", "We will not, of course, sell it"),
    ("the negation is in the brackets", "I [do not] support it", "I can’t support it"),
    ("an end where the sentence ends", "We will go …", "We will go. Unless it rains, we pay"),
    ("words that explain", "The gates [of the town] hold", "The gates hold"),
]


@pytest.mark.parametrize(
    ("words", "said", "hidden"),
    [pytest.param(*row, id=name) for name, *row in TURNED],
)
def test_what_turns_the_sense_may_not_be_hidden(words: str, said: str, hidden: str | None) -> None:
    found = quotes.verify(words, f"“{said},” she told the Skerrow Herald.")

    assert found.status is VerificationStatus.ALTERED
    turned = [d for d in found.differences if d.kind is DifferenceKind.TURNED]
    assert hidden is None or [d.original and d.original.text for d in turned] == [hidden]


@pytest.mark.parametrize(
    ("words", "said"), [pytest.param(*row, id=name) for name, *row in HARMLESS]
)
def test_what_does_not_turn_the_sense_may_be_left_out(words: str, said: str) -> None:
    assert quotes.verify(words, f"“{said},” she told the Skerrow Herald.").status == "folded"


@pytest.mark.parametrize(
    "never", ["nev-\ner", "ne\u00adver", "do<b>n</b>&rsquo;t", "&#110;ot", "NOT"]
)
def test_a_negation_in_any_writing_may_not_be_hidden(never: str) -> None:
    assert not quotes.verify("We … take money", f"“We {never} take money,” she said.")


def test_a_negation_put_in_brackets_is_not_verified() -> None:
    found = quotes.verify("We have [never] taken money", "“We have taken money,” she said.")

    assert [d.kind for d in found.differences] == ["bracketed", "turned"]
    assert not found


def test_words_of_the_writer_between_two_stretches_are_not_hidden_by_an_ellipsis() -> None:
    text = "“We will go,” said Odo Ash, who would not say when, “if it rains.”"

    assert quotes.verify("We will go … if it rains", text)


def test_a_quotation_that_begins_behind_a_negation_of_the_writer_hides_none() -> None:
    assert quotes.verify("… support the plan", "She did not “support the plan”, she said.")


def test_words_that_stand_behind_a_denial_are_exact_all_the_same() -> None:
    text = "“It is a lie that we will raise taxes,” she said."

    assert quotes.verify("we will raise taxes", text).status == "exact"
