"""What is seen of words when quotations are compared (`quotes/utterances/words.py`)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.utterances.words import TELLING, measures, stem, synonyms, weight, words_of


def stems(text: str) -> tuple[str, ...]:
    return words_of([text]).stems


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("The wall HELD", "the Wall held", "case"),
        ("the wall, held.", "the wall held", "punctuation"),
        ("don’t wait", "don't wait", "curly and straight apostrophes"),
        ("sea\u00a0wall", "sea wall", "odd spaces"),
        ("sea-wall", "sea wall", "hyphens"),
        ("the café opens", "the cafe opens", "accents"),
        ("neighbours", "neighbors", "British and American -our"),
        ("organise", "organize", "British and American -ise"),
        ("travelling", "traveling", "British and American double consonants"),
        ("the harbour’s wall", "the harbour wall", "possessives"),
        ("we’ve seen", "we seen", "clitics of a verb"),
        ("dependent", "dependence", "endings of one word"),
        ("three boats", "3 boats", "numbers in words and in digits"),
        ("1,200 boats", "1200 boats", "marks between thousands"),
        ("3.50 metres", "3.5 metres", "a nought at the end of a fraction"),
    ],
)
def test_what_outlets_change_freely_is_not_seen(one: str, other: str, why: str) -> None:
    assert stems(one) == stems(other), why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("the wall holds", "the dam holds", "another word"),
        ("3 boats", "4 boats", "another number"),
        ("two boats", "twelve boats", "another number in words"),
        ("3.5 metres", "35 metres", "a fraction"),
        ("the wall", "the walk", "another short word"),
        ("boats sink", "sink boats", "another order"),
    ],
)
def test_what_changes_the_meaning_is_seen(one: str, other: str, why: str) -> None:
    assert stems(one) != stems(other), why


@pytest.mark.parametrize("clitic", ["’m", "’ll", "’d", "’ve"])
def test_a_clitic_after_i_is_cut_as_after_any_other_word(clitic: str) -> None:
    assert stems(f"so I{clitic} here") == ("so", "i", "here")


def test_numbers_are_facts_in_digits_and_in_words() -> None:
    found = words_of(["Three of 1,200 boats left at 10:30, about 2.50 miles out."])

    assert found.numbers == {"3", "1200", "10:30", "2.5"}


def test_one_is_no_number() -> None:
    assert words_of(["one of them, and no one else"]).numbers == frozenset()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It will hold.", 0),
        ("It will not hold.", 1),
        ("It won’t hold.", 1),
        ("It cannot hold.", 1),
        ("Nobody ever said it wouldn't, or that nothing would.", 3),
        ("A knotty note for Norton.", 0),
    ],
)
def test_negations_are_counted_as_words_and_as_clitics(text: str, count: int) -> None:
    assert words_of([text]).negations == count


@pytest.mark.parametrize(
    ("short", "full"), [("won't", "will"), ("can't", "can"), ("shan't", "shall"), ("don't", "do")]
)
def test_a_negated_verb_is_the_same_verb_without_the_clitic(short: str, full: str) -> None:
    assert stems(f"it {short} hold") == stems(f"it {full} hold")


def test_names_are_capitalised_words_that_open_no_sentence() -> None:
    found = words_of(["Walls fell. Later Varley flew to Ostmark: Boats waited."])

    assert found.names == {stem("varley"), stem("ostmark")}


@pytest.mark.parametrize("pronoun", ["I", "I’m", "I’ll", "I’ve"])
def test_the_word_for_oneself_is_no_name(pronoun: str) -> None:
    assert words_of([f"so {pronoun} waited"]).names == frozenset()


@pytest.mark.parametrize("name", ["O’Dell", "D’Amico", "L’Estrange"])
def test_a_name_with_an_apostrophe_is_one_word(name: str) -> None:
    assert stems(f"Mr {name} left") == ("mr", stem(name.replace("’", "").lower()), stem("left"))


@pytest.mark.parametrize("name", ["O’Dell", "D’Amico", "Varley"])
def test_a_possessive_of_a_name_is_the_name(name: str) -> None:
    assert stems(f"Mr {name}’s boat") == stems(f"Mr {name} boat")


def test_stretches_are_read_in_their_order() -> None:
    assert words_of(["The wall", "held firm"]).stems == words_of(["The wall held firm"]).stems


@pytest.mark.parametrize("texts", [[], [""], ["", " "], ["…"], ["\x00\ud800"], ["'''"]])
def test_a_stretch_without_words_has_none(texts: list[str]) -> None:
    found = words_of(texts)

    assert (found.stems, found.numbers, found.names) == ((), frozenset(), frozenset())
    assert (measures(found).total, measures(found).told) == (0, 0)


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert weight(stem("the")) < weight(stem("government")) < weight(stem("isthmus"))


def test_a_number_weighs_much_and_an_unseen_word_all() -> None:
    assert 0.5 < weight("1200") <= 1.0
    assert weight("qwyzzt") == 1.0


def test_the_weight_of_a_stretch_is_that_of_all_its_words() -> None:
    once, twice = words_of(["the isthmus"]), words_of(["the isthmus, the isthmus"])

    assert measures(twice).total == pytest.approx(2 * measures(once).total)
    assert measures(twice).counts[stem("isthmus")] == 2


def test_telling_words_are_the_rarer_ones_each_once() -> None:
    found = words_of(["the isthmus and the isthmus"])

    assert found.telling == {stem("isthmus")}
    assert measures(found).told == weight(stem("isthmus")) >= TELLING


def test_synonyms_work_both_ways_and_never_name_the_word_itself() -> None:
    ways = synonyms(stem("abandon"))

    assert stem("desert") in ways
    assert all(stem("abandon") in synonyms(other) for other in ways)
    assert stem("abandon") not in ways
    assert synonyms("qwyzzt") == frozenset()


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_has_words_that_can_be_weighed(text: str) -> None:
    found = words_of([text])

    assert all(found.stems)
    assert all(0.0 < weight(s) <= 1.0 for s in found.stems)
    assert found.numbers <= set(found.stems)
    assert found.names <= set(found.stems)


def test_a_very_long_word_is_one_word() -> None:
    assert len(stems("m" * 50_000)) == 1
