"""What is compared between two quotes (`quotes/utterances/features.py`)."""

from __future__ import annotations

import math

import pytest

from quotes.utterances.features import NAMES, compare, compare_words, one_text
from quotes.utterances.items import Item, items_of
from quotes.utterances.parties import Tie
from quotes.utterances.words import words_of
from tests.utterances.building import (
    Who,
    anonymous,
    body,
    features,
    item,
    said,
    story,
    told,
    unnamed,
)

WALL = "The sea wall will hold until the spring, whatever the tide brings"
VARLEY = Who("Ines Varley", roles=("economist",), affiliations=("Delta Fund",))


def of(a: Item, b: Item, *names: str) -> list[float]:
    """Some of the features; their order does not matter to the caller."""
    found = features(a, b)
    return [found[name] for name in names]


PAIRS = {
    "the same": (said("a", WALL), said("b", WALL)),
    "edited": (said("a", WALL), said("b", "The wall will hold till spring", "fenn")),
    "a fragment": (said("a", WALL), anonymous("b", "whatever the tide brings")),
    "a report": (said("a", WALL), told("b", "the wall would hold until spring")),
    "two reports": (told("a", "the wall held"), told("b", "walls hold", "board")),
    "numbers and names": (said("a", "Send 3 boats to Ostmark"), said("b", "Send 4 to Belmont")),
    "nothing": (said("a", "Yes"), anonymous("b", "…")),
    "case only": (said("a", "the Wall of Ostmark"), said("b", "the wall of ostmark")),
    "dates": (said("a", WALL, day=1), said("b", WALL, "official", day=20)),
}


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_the_order_of_the_two_does_not_matter(pair: tuple[Item, Item]) -> None:
    a, b = pair

    assert compare(a, b) == pytest.approx(compare(b, a))


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_every_feature_is_a_finite_number(pair: tuple[Item, Item]) -> None:
    found = compare(*pair)

    assert len(found) == len(NAMES) == len(set(NAMES))
    assert all(math.isfinite(value) for value in found)


def test_the_same_words_agree_in_every_way() -> None:
    a, b = said("a", WALL), said("b", WALL.upper() + "!")

    assert (
        of(a, b, "contained", "alike", "in_order", "adjacent", "identical", "related")
        == [pytest.approx(1.0)] * 6
    )
    assert of(a, b, "unequal", "one_indirect", "both_indirect") == [0.0, 0.0, 0.0]


def test_other_words_agree_in_none() -> None:
    a, b = said("a", "Herons nest early"), said("b", "Turbines were painted", "fenn")

    assert of(a, b, "contained", "alike", "in_order", "adjacent", "identical", "shared") == [0] * 6


def test_containment_is_that_of_the_shorter_in_the_longer() -> None:
    whole, part = said("a", WALL), said("b", "whatever the tide brings")

    assert of(whole, part, "contained") == [pytest.approx(1.0)]
    assert features(whole, part)["alike"] < 0.8
    assert features(whole, part)["identical"] == 0.0


def test_likeness_falls_with_every_word_that_differs() -> None:
    one = features(said("a", WALL), said("b", WALL.replace("tide", "storm")))
    two = features(
        said("a", WALL), said("b", WALL.replace("tide", "storm").replace("spring", "dawn"))
    )

    assert 1.0 > one["alike"] > two["alike"] > 0.0


def test_words_in_another_order_are_contained_but_not_in_order() -> None:
    a, b = said("a", "turbines herons gravel lorries"), said("b", "lorries gravel herons turbines")

    assert of(a, b, "contained", "in_order", "adjacent") == [pytest.approx(1.0), 0.25, 0.0]


def test_rare_words_count_more_than_common_ones() -> None:
    rare = features(said("a", "the isthmus was there"), said("b", "an isthmus of ours"))
    common = features(said("a", "the isthmus was there"), said("b", "the tundra was there"))

    assert rare["shared"] > common["shared"]
    assert rare["contained"] > common["contained"]


def test_the_length_of_the_shorter_and_how_far_the_longer_exceeds_it_are_told() -> None:
    short, long = said("a", "It holds"), said("b", WALL)

    assert features(short, long)["short"] < features(long, said("c", WALL))["short"]
    assert features(short, long)["unequal"] > 0.5


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("send 3 boats", "send 4 boats", 1.0),
        ("send 3 boats", "send three boats", 0.0),
        ("send 3 boats", "send boats", 0.0),
        ("send 3 boats and 10 men", "send 3 boats", 0.0),
    ],
)
def test_numbers_differ_if_each_has_one_that_the_other_lacks(
    one: str, other: str, expected: float
) -> None:
    assert of(said("a", one), said("b", other), "numbers_differ") == [expected]


def test_names_differ_by_the_share_that_the_other_lacks() -> None:
    base = said("a", "we sail to Ostmark and Belmont today")

    assert of(base, said("b", "we sail to Ostmark or Tarn now"), "names_differ") == [0.5]
    assert of(base, said("b", "we sail to Ostmark and Belmont"), "names_differ") == [0.0]
    assert of(base, said("b", "we sail today"), "names_differ") == [0.0]


def test_a_negation_in_one_of_them_is_told() -> None:
    plain, negated = "the wall will hold this year", "the wall will not hold this year"

    assert of(said("a", plain), said("b", negated), "negation_differs") == [1.0]
    assert of(said("a", negated), said("b", negated), "negation_differs") == [0.0]
    assert of(said("a", plain), said("b", "the wall won't hold this year"), "negation_differs") == [
        1.0
    ]


def test_a_mixed_quote_is_compared_with_what_is_reported_around_its_words() -> None:
    mixed = item("a", "⟦marsh: the wall “will hold” until the spring thaw⟧, said Ada Marsh.")
    whole = said("b", "The wall will hold until the spring thaw")

    assert features(mixed, whole)["content_alike"] == 1
    assert features(mixed, whole)["alike"] == 1
    assert of(mixed, whole, "content_contained") == [pytest.approx(1.0)]


def test_reports_without_marks_are_told_and_compared_on_their_own() -> None:
    quoted, report = said("a", WALL), told("b", "the sea wall would hold until the spring")

    assert of(quoted, report, "one_indirect", "both_indirect") == [1.0, 0.0]
    assert of(report, told("c", "it held"), "one_indirect", "both_indirect") == [0.0, 1.0]
    assert all(v > 0 for v in of(quoted, report, "indirect_contained", "indirect_shared"))
    assert of(quoted, said("c", WALL), "indirect_contained", "indirect_shared") == [0.0, 0.0]


def test_other_words_for_the_same_are_related() -> None:
    a, b = said("a", "they abandoned an invasion"), said("b", "they deserted, invading nobody")
    c = said("c", "they painted turbines")

    assert features(a, b)["related"] > features(a, c)["related"] == 0.0


def test_a_telling_cue_is_met_again_in_the_other_cue_or_words() -> None:
    one = told("a", "the delay was regrettable", cue="apologised")
    other = told("b", "nobody was hurt", cue="apologised")
    spoken = said("c", "We apologise to everyone on the pier")

    assert of(one, other, "cue") == of(one, spoken, "cue") == of(spoken, one, "cue") == [1.0]
    assert of(told("a", "it held"), told("b", "it held"), "cue") == [0.0]


SPEAKERS = [
    (Who("Ines Varley"), Who("Ines Varley"), Tie.SAME),
    (Who("Ines Varley"), Who("Varley"), Tie.SHORT),
    (VARLEY, body("Delta Fund"), Tie.FOR),
    (VARLEY, unnamed("an economist", "economist"), Tie.FITS),
    (VARLEY, unnamed("someone"), Tie.OPEN),
    (VARLEY, unnamed("a diplomat", "diplomat"), Tie.UNLIKE),
    (VARLEY, body("Harbour Board"), Tie.APART),
    (VARLEY, Who("Joel Fenn"), Tie.DIFFERENT),
]


@pytest.mark.parametrize(("one", "other", "expected"), SPEAKERS, ids=[str(r[2]) for r in SPEAKERS])
def test_how_the_speakers_stand_to_each_other_is_one_feature_of_eight(
    one: Who, other: Who, expected: Tie
) -> None:
    found = features(said("a", WALL, one), said("b", WALL, other))

    assert [t for t in Tie if found[f"speaker_{t.value}"] == 1.0] == [expected]


def test_a_speaker_that_is_not_known_is_open() -> None:
    assert of(said("a", WALL), anonymous("b", WALL), "speaker_open") == [1.0]
    assert of(anonymous("a", WALL), anonymous("b", WALL), "speaker_open") == [1.0]


def test_different_speakers_of_few_words_are_told_apart_from_those_of_many() -> None:
    few = features(said("a", "territorial waters"), said("b", "territorial waters", "fenn"))
    many = features(said("a", WALL), said("b", WALL, "fenn"))

    assert (few["speaker_different_few"], many["speaker_different_few"]) == (1.0, 0.0)


def test_words_around_the_quotes_show_one_occasion() -> None:
    one = item("a", "At the regatta on Lake Orrin ⟦marsh: “It held,”⟧ said Ada Marsh, soaked.")
    same = item("b", "Soaked at the regatta, ⟦marsh: “it held”⟧ was all of Lake Orrin's mayor.")
    other = item("c", "Inside the planetarium ⟦marsh: “It held,”⟧ said a beekeeper, yawning.")

    assert features(one, same)["context"] > features(one, other)["context"]
    assert features(one, same)["context_short"] > 0.0


def test_what_the_articles_are_about_shows_one_event() -> None:
    regatta = "The regatta on Lake Orrin was won by a dredger from Ostmark. "
    one, same = said("a", WALL), said("b", WALL)
    one = item("a", regatta + f"⟦marsh: “{WALL}”⟧")
    same = item("b", f"⟦marsh: “{WALL}”⟧ Ostmark's dredger won the Orrin regatta.")
    other = item("c", f"⟦marsh: “{WALL}”⟧ Beekeepers emptied the planetarium in Belmont.")

    assert features(one, same)["event"] > features(one, other)["event"]


def test_days_between_the_articles_count_less_and_less() -> None:
    def days(apart: int) -> float:
        return features(said("a", WALL, day=1), said("b", WALL, day=1 + apart))["days"]

    assert days(0) == 0.0
    assert days(1) > 0.0
    assert days(20) - days(10) < days(11) - days(1)


def test_a_missing_date_is_no_evidence() -> None:
    assert of(said("a", WALL, day=1), said("b", WALL), "days") == [0.0]


def test_quotes_with_matching_neighbours_are_told() -> None:
    def beside(id: str, neighbour: str) -> Item:
        s = story(id, f"⟦marsh: “It held.”⟧ ⟦marsh: “{neighbour}”⟧ said Ada Marsh.")
        return items_of(s.article, id, s.quotes)[0]

    same = features(beside("a", WALL), beside("b", WALL))
    other = features(beside("a", WALL), beside("b", "Herons nest early in a mild year"))

    assert same["neighbours"] == same["neighbours_short"] == 1.0
    assert other["neighbours"] == 0.0
    assert features(said("a", WALL), beside("b", WALL))["neighbours"] == 0.0


def test_long_texts_word_for_word_are_one_text_and_short_ones_need_not_be() -> None:
    trimmed = WALL.removeprefix("The sea ")

    assert one_text(said("a", WALL), said("b", trimmed))
    assert one_text(said("b", trimmed), said("a", WALL))
    assert not one_text(said("a", "It will hold"), said("b", "It will hold"))
    assert not one_text(said("a", WALL), told("b", WALL))
    assert not one_text(said("a", WALL), said("b", "Herons nest early in a mild year, they say"))


def test_words_compared_are_shares_of_the_shorter() -> None:
    found = compare_words(words_of(["tide brings"]), words_of([WALL]))

    assert found.contained == pytest.approx(1.0)
    assert found.in_order == 1.0
    assert compare_words(words_of([]), words_of([WALL])).in_order == 0.0
