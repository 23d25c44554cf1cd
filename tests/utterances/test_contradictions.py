"""What no two versions of one utterance may differ in (`quotes/utterances/contradictions.py`)."""

from __future__ import annotations

import pytest

from quotes.utterances.contradictions import contradict
from quotes.utterances.items import Item
from tests.utterances.building import items as items_of_stories
from tests.utterances.building import said, story, told

APART = [
    ("We lost 25 boats", "We lost 52 boats", "numbers"),
    ("It costs 12 million crowns", "It costs 40 million crowns", "amounts"),
    ("One boat sank", "Two boats sank", "one is a number beside another number"),
    ("We paid $150 billion", "We paid $1.8 billion", "digits are no rounding"),
    ("I will run in 2031", "I will run in 2030", "years are not rounded"),
    ("We will meet on Monday", "We will meet on Tuesday", "days"),
    ("The pier opens in May", "The pier opens in June", "months"),
    ("The bell is mended by spring", "The bell is mended by autumn", "seasons"),
    ("I mourned the death of Bo Lund", "I mourned the death of Cy Young", "names"),
    ("Throsk needs a bridge", "Skerrow needs a bridge", "names that open a sentence"),
    ("I met Finn Arden at the pier", "I met Milo Arden at the pier", "given names"),
    ("We will meet in Paris next week", "We will meet in London next week", "places"),
    ("The president of France will come", "The president of Peru will come", "states"),
    ("I will run", "I won't run", "a shortened negation"),
    ("I will run in the spring", "I will not run in the spring", "a negation"),
    ("No deal was made", "A deal was made", "a negation that opens the sentence"),
    ("The tax was never fair", "The tax was always fair", "a negation in the place of a word"),
    ("I will vote for the wall", "I will vote against the wall", "for and against"),
    ("Prices will rise next year", "Prices will fall next year", "opposites"),
    ("She won the vote", "She lost the vote", "opposites in the past"),
    ("He is happy about it", "He is unhappy about it", "a syllable that negates"),
    ("The levy is legal", "The levy is illegal", "another one"),
    ("We will do it with the union", "We will do it without the union", "without"),
    ("The bridge will cost 9 crowns", "The school will cost 9 crowns", "another subject"),
]
ALIKE = [
    ("It costs 12 million crowns", "It costs 12m crowns", "an abbreviated amount"),
    ("It costs 12 million crowns", "It costs twelve million crowns", "an amount in words"),
    ("It costs 2,000 crowns", "It costs 2000 crowns", "a comma in a number"),
    ("It costs nearly 12 million crowns", "It costs 11.9 million crowns", "a rounded amount"),
    ("About 300 people came", "The 296 people came", "a number that is said to be rounded"),
    ("At 6 p.m. the gates open", "At 6:00 p.m. the gates open", "a time of day"),
    ("I mourned the death of Bo Lund", "I mourned the death of Lund", "a surname"),
    ("I mourned the death of Bo Lund", "I mourned his death", "a pronoun"),
    ("I mourned the death of Bo Lund", "I mourned the death of my friend", "a description"),
    ("I met Olga Zelenko at sea", "I met Olha Zelenko at sea", "a spelling"),
    ("The D.N.C. was hacked by them", "The DNC was hacked by them", "an abbreviation"),
    ("I do not want it here", "I don't want it here", "a shortened negation on both sides"),
    ("We think he will not come", "We don't think he will come", "a negation moved"),
    ("He is not happy about it", "He is unhappy about it", "two ways to negate"),
    ("The price will not rise", "The price will fall", "a negation and an opposite"),
    ("It holds until May and not a day more", "It holds until May", "an end left out"),
    ("The tax was always fair", "The tax was fair", "a word left out"),
    ("The job is hard to do", "The task is hard to do", "a synonym"),
    ("The wall will hold", "Herons nest early in the reeds", "nothing in common"),
]


def both(words: str, other: str) -> list[tuple[Item, Item]]:
    """Two quotations, and two reports, of the words, from both sides."""
    pairs = [(said("a", words), said("b", other)), (told("a", words), told("b", other))]
    return pairs + [(b, a) for a, b in pairs]


@pytest.mark.parametrize(("words", "other", "why"), APART, ids=[row[2] for row in APART])
def test_words_that_differ_in_what_matters_contradict_each_other(
    words: str, other: str, why: str
) -> None:
    assert all(contradict(a, b) for a, b in both(words, other)), why


@pytest.mark.parametrize(("words", "other", "why"), ALIKE, ids=[row[2] for row in ALIKE])
def test_words_that_may_mean_the_same_do_not(words: str, other: str, why: str) -> None:
    assert not any(contradict(a, b) for a, b in both(words, other)), why


def test_given_name_and_surname_of_one_person_are_no_two_names() -> None:
    first, second = items_of_stories(
        story("a", "⟦marsh: “We love that Bo came here”⟧, said Ada Marsh of Bo Lund."),
        story("b", "⟦marsh: “We love that Lund came here”⟧, said Ada Marsh."),
    )

    assert not contradict(first, second)


def test_a_part_of_a_name_that_one_outlet_corrects_in_a_long_text_is_no_other_name() -> None:
    text = (
        "This is good news, as we will now ask for the ledger that they refused to show, for the "
        "{} Hall Marsden boats and for all the papers that the mystery pilot is keeping in Orrin"
    )

    assert not contradict(said("a", text.format("Wendy")), said("b", text.format("Debbie")))


def test_a_denied_report_and_the_negation_itself_agree() -> None:
    denied = told("a", "she took money from the board", cue="denied")

    assert not contradict(denied, said("b", "I did not take money from the board"))
    assert contradict(denied, told("b", "she took money from the board"))


def test_what_one_of_the_outlets_calls_by_both_words_is_one_subject() -> None:
    first, second = items_of_stories(
        story("a", "The blaze broke out at noon. ⟦marsh: “The fire was set”⟧, said Ada Marsh."),
        story("b", "⟦marsh: “The blaze was set”⟧, said Ada Marsh."),
    )

    assert not contradict(first, second)
