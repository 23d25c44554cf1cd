"""Which pairs of quotes are compared (`quotes/utterances/candidates.py`)."""

from __future__ import annotations

import random

import pytest

from quotes.utterances.candidates import candidates
from quotes.utterances.items import Item
from tests.utterances.building import CAST, Who, anonymous, items, said, story, told, unnamed

WALL = "The sea wall will hold until the spring, whatever the tide brings"


def compared(*found: Item) -> set[tuple[int, int]]:
    return set(candidates(found))


def test_the_same_words_are_compared_whoever_said_them() -> None:
    assert compared(said("a", WALL, "marsh"), said("b", WALL, "fenn")) == {(0, 1)}
    assert compared(anonymous("a", WALL), anonymous("b", WALL)) == {(0, 1)}


def test_short_words_are_compared_if_they_are_the_same() -> None:
    assert compared(said("a", "not on my watch"), anonymous("b", "Not on my watch!")) == {(0, 1)}
    assert compared(said("a", "it is what it is"), anonymous("b", "It is what it is!")) == {(0, 1)}


def test_edited_words_are_compared() -> None:
    edited = "The wall will hold till spring, whatever tide comes"

    assert compared(anonymous("a", WALL), anonymous("b", edited)) == {(0, 1)}


def test_a_fragment_is_compared_with_the_long_quote_of_its_speaker() -> None:
    long = (
        "We poured the concrete twice because the first layer cracked in the frost, and the "
        "auditors of the province asked for samples, photographs and invoices of every lorry. "
        "Honestly, the gravel was soggy and the foremen were exhausted."
    )

    assert compared(said("a", long), said("b", "soggy")) == {(0, 1)}


def test_a_fragment_of_several_words_is_compared_with_a_long_quote_of_nobody() -> None:
    long = f"{WALL}. The gravel was soggy and the foremen were exhausted by Thursday."

    assert compared(anonymous("a", long), anonymous("b", "the foremen were exhausted")) == {(0, 1)}


def test_an_indirect_version_is_compared_with_the_quote_of_its_speaker() -> None:
    quoted = said("a", "Our foremen were exhausted, so the gravel stayed where it was")
    report = told("b", "exhaustion had kept workers from moving the gravel")

    assert compared(quoted, report) == {(0, 1)}


def test_a_surname_meets_the_full_name() -> None:
    full = said("a", "The gravel shortage is over, and lorries roll again")
    short = told("b", "gravel was no longer scarce", Who("Marsh"))

    assert compared(full, short) == {(0, 1)}


def test_a_spokesman_of_an_institution_meets_those_who_belong_to_it() -> None:
    economist = Who("Ines Varley", affiliations=("Delta Fund",))
    source = unnamed("an analyst of the Delta Fund", "analyst", of=["Delta Fund"])

    pair = compared(
        said("a", "Gravel will become dearer than sand this year", economist),
        told("b", "the price of gravel was to rise", source),
    )

    assert pair == {(0, 1)}


def test_quotes_that_have_nothing_in_common_are_not_compared() -> None:
    other = "Our orchestra has lost both of its bassoonists"

    assert compared(said("a", WALL), said("b", other, "fenn")) == set()


def test_two_quotes_of_one_article_are_never_compared() -> None:
    twice = story("a", f"⟦marsh: “{WALL}”⟧ said Ada Marsh. Again: ⟦marsh: “{WALL}”⟧.")

    assert list(candidates(items(twice))) == []


def test_every_pair_comes_once_and_in_rising_order() -> None:
    found = [said(f"a{n}", WALL) for n in range(5)]

    pairs = list(candidates(found))

    assert pairs == sorted(set(pairs))
    assert all(i < j for i, j in pairs)
    assert len(pairs) == 10


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_quotes_does_not_matter(seed: int) -> None:
    found = [said(f"a{n}", f"{WALL} {n}") for n in range(6)]
    found += [said(f"b{n}", TOPICS[n % len(TOPICS)], "fenn") for n in range(8)]
    shuffled = random.Random(seed).sample(found, len(found))

    def named(order: list[Item]) -> set[frozenset[str]]:
        return {frozenset({order[i].sheet.id, order[j].sheet.id}) for i, j in candidates(order)}

    assert named(shuffled) == named(found)


TOPICS = (
    "Our orchestra has lost both of its bassoonists",
    "Nobody counted the herons after the flood",
    "A tunnel beneath the glacier would be folly",
    "These turbines were never meant to be painted",
)
_SYLLABLES = ("bra", "dun", "kel", "mos", "pri", "tav", "zor", "gil", "hep", "lun")


def _distinct(n: int) -> str:
    """A sentence about things that no other number's sentence is about."""
    names = ["".join(_SYLLABLES[int(digit)] for digit in str(1000 + 7 * n + k)) for k in range(4)]
    return f"The {names[0]} will meet the {names[1]} and {names[2]} near {names[3]}"


def test_twice_as_many_topics_are_about_twice_as_many_pairs() -> None:
    def pairs(count: int) -> int:
        keys = list(CAST)
        found = [
            said(f"{n:03}{copy}", _distinct(n), keys[n % len(keys)])
            for n in range(count)
            for copy in "ab"
        ]
        made = set(candidates(found))
        assert all((2 * n, 2 * n + 1) in made for n in range(count))
        return len(made)

    assert pairs(120) < 2.6 * pairs(60)


def test_twice_as_many_copies_of_one_quote_are_about_twice_as_many_pairs() -> None:
    def pairs(count: int) -> int:
        return len(list(candidates([said(f"{n:03}", WALL) for n in range(count)])))

    assert pairs(160) < 2.4 * pairs(80)


def test_no_quotes_and_one_quote_make_no_pairs() -> None:
    assert compared() == set()
    assert compared(said("a", WALL)) == set()


def test_quotes_without_words_make_no_trouble() -> None:
    assert compared(said("a", "…"), said("b", "—"), anonymous("c", "?!")) == set()


def test_a_fragment_of_one_rare_word_meets_the_words_that_have_it() -> None:
    found = [
        said("a", "This is what obstructionist boards do to us"),
        anonymous("b", "obstructionist"),
    ]

    assert list(candidates(found)) == [(0, 1)]
