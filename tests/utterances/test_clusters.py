"""From scored pairs to groups of quotes (`quotes/utterances/clusters.py`), with scores made up."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.utterances.clusters import clash, cluster
from quotes.utterances.items import Item
from tests.utterances.building import Who, anonymous, said, told

A = "The sea wall will hold until the spring tides arrive"
B = "The sea wall will hold until heavy storms arrive"
C = "Our sea wall would stand until heavy storms pass"
LONG = f"{A}, and after that the gravel barges from Ostmark can dock at both piers again"

Scores = Mapping[tuple[str, str], float]


def grouped(found: Sequence[Item], scores: Scores, threshold: float = 0.5) -> set[frozenset[str]]:
    """The groups by the ids of the articles."""
    at = {item.sheet.id: n for n, item in enumerate(found)}
    pairs = {}
    for (a, b), score in scores.items():
        i, j = sorted((at[a], at[b]))
        pairs[i, j] = score
    result = cluster(found, pairs, threshold)
    assert sorted(itertools.chain(*result)) == list(range(len(found)))
    return {frozenset(found[i].sheet.id for i in group) for group in result}


def sets(*groups: str) -> set[frozenset[str]]:
    """Groups of one-letter ids."""
    return {frozenset(group) for group in groups}


def test_a_pair_is_joined_from_the_threshold_on() -> None:
    pair = [said("a", A), said("b", B)]

    assert grouped(pair, {("a", "b"): 0.7}, 0.7) == sets("ab")
    assert grouped(pair, {("a", "b"): 0.7}, 0.71) == sets("a", "b")
    assert grouped(pair, {}) == sets("a", "b")


def test_nothing_is_grouped_of_nothing() -> None:
    assert cluster([], {}, 0.5) == []


def test_three_that_agree_are_one() -> None:
    three = [said("a", A), said("b", A), said("c", B)]

    scores = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.6}

    assert grouped(three, scores) == sets("abc")


def test_unlike_quotes_are_not_chained_by_one_in_between() -> None:
    three = [said("a", A), said("b", B), said("c", C)]

    assert grouped(three, {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.1}) == sets("ab", "c")
    assert grouped(three, {("a", "b"): 0.9, ("b", "c"): 0.8}) == sets("ab", "c")


def test_a_long_chain_does_not_become_one_group() -> None:
    months = "January February March April May June July August".split()
    chain = [
        said(c, A.replace("spring", month)) for c, month in zip("abcdefgh", months, strict=True)
    ]
    scores = dict.fromkeys(itertools.pairwise("abcdefgh"), 0.8)

    assert max(len(group) for group in grouped(chain, scores)) <= 2


def test_a_chain_of_quotes_each_a_word_longer_does_not_become_one_group() -> None:
    chain = [said(c, A + ", friends" * n) for n, c in enumerate("abcde")]
    scores = dict.fromkeys(itertools.pairwise("abcde"), 0.8)

    assert max(len(group) for group in grouped(chain, scores)) <= 2


def test_one_weak_pair_among_many_strong_ones_does_not_part_them() -> None:
    four = [said(c, A) for c in "abcd"]
    scores = dict.fromkeys(itertools.combinations("abcd", 2), 0.9) | {("a", "d"): 0.2}

    assert grouped(four, scores) == sets("abcd")


def test_a_fragment_hangs_on_the_fuller_quote_that_it_fits_best() -> None:
    found = [said("a", LONG), said("b", f"{C}, {C} and {C}"), said("f", "will hold until")]

    assert grouped(found, {("a", "f"): 0.9, ("b", "f"): 0.7}) == sets("af", "b")
    assert grouped(found, {("a", "f"): 0.7, ("b", "f"): 0.9}) == sets("a", "bf")


def test_a_fragment_does_not_tie_two_fuller_quotes() -> None:
    found = [said("a", LONG), said("b", f"{C}, {C} and {C}"), said("f", "will hold until")]

    assert len(grouped(found, {("a", "f"): 0.9, ("b", "f"): 0.9, ("a", "b"): 0.2})) == 2


def test_a_report_does_not_tie_two_quotes() -> None:
    found = [said("a", A), said("b", C), told("r", "the wall would hold until the tides")]

    assert grouped(found, {("a", "r"): 0.9, ("b", "r"): 0.8, ("a", "b"): 0.1}) == sets("ar", "b")


def test_fragments_of_one_quote_come_together_there() -> None:
    found = [said("a", LONG), said("f", "will hold until"), said("g", "dock at both piers")]

    assert grouped(found, {("a", "f"): 0.9, ("a", "g"): 0.8}) == sets("afg")


def test_reports_that_agree_are_one_without_a_quote() -> None:
    found = [told("a", "the wall would hold"), told("b", "the sea wall was to hold until spring")]

    assert grouped(found, {("a", "b"): 0.8}) == sets("ab")


def test_different_speakers_are_never_joined() -> None:
    short = "our territorial waters"
    found = [said("a", short, "marsh"), said("b", short, "fenn")]

    assert clash(*found)
    assert grouped(found, {("a", "b"): 0.99}) == sets("a", "b")


def test_different_speakers_are_not_joined_by_one_whom_nobody_names() -> None:
    short = "our territorial waters"
    found = [said("a", short, "marsh"), said("b", short, "fenn"), anonymous("n", short)]

    scores = dict.fromkeys([("a", "b"), ("a", "n"), ("b", "n")], 0.9)

    assert not any({"a", "b"} <= group for group in grouped(found, scores))


@pytest.mark.parametrize("names", ["n", "no", "nop"])
def test_nor_by_several_whom_nobody_names(names: str) -> None:
    short = "our territorial waters"
    found = [said("a", short, "marsh"), said("b", short, "fenn")]
    found += [anonymous(name, short) for name in names]
    scores = dict.fromkeys(itertools.combinations(["a", "b", *names], 2), 0.9)

    assert not any({"a", "b"} <= group for group in grouped(found, scores))


def test_a_fragment_of_another_speaker_does_not_hang_on_the_quote() -> None:
    found = [said("a", LONG, "marsh"), said("f", "will hold until", "fenn")]

    assert grouped(found, {("a", "f"): 0.99}) == sets("a", "f")


def test_copies_of_one_long_text_may_be_joined_though_one_names_another_speaker() -> None:
    found = [said("a", LONG, "marsh"), said("b", LONG, "marsh"), said("c", LONG, "fenn")]

    assert not clash(found[0], found[2])
    assert grouped(found, dict.fromkeys(itertools.combinations("abc", 2), 0.9)) == sets("abc")


def test_spellings_of_one_speaker_do_not_clash() -> None:
    assert not clash(said("a", A, Who("Fyodor Belkin")), said("b", A, Who("Fedor Belkin")))
    assert not clash(said("a", A), anonymous("b", A))
    assert not clash(said("a", A), said("b", A))


MIXED = [
    said("a", A),
    said("b", B),
    said("c", C, "fenn"),
    said("d", LONG),
    said("e", "will hold until", "fenn"),
    told("f", "the wall would hold"),
    anonymous("g", "sea wall"),
]
PAIRS = list(itertools.combinations("abcdefg", 2))


@settings(deadline=None)
@given(
    st.permutations(MIXED),
    st.lists(st.sampled_from([0.0, 0.2, 0.5, 0.6, 0.9]), min_size=21, max_size=21),
    st.sampled_from([0.3, 0.5, 0.8]),
)
def test_the_groups_do_not_depend_on_the_order(
    order: list[Item], values: list[float], threshold: float
) -> None:
    scores = dict(zip(PAIRS, values, strict=True))

    assert grouped(order, scores, threshold) == grouped(MIXED, scores, threshold)


def test_what_excludes_one_of_a_group_is_not_joined_with_any_of_it() -> None:
    against = said("c", A.replace("will hold", "will not hold"))
    found = [said("a", A), said("b", LONG), against]

    assert grouped(found, {("a", "b"): 0.9, ("a", "c"): 0.9, ("b", "c"): 0.9}) == sets("ab", "c")


def test_a_fragment_does_not_hang_on_a_quote_that_it_contradicts() -> None:
    found = [said("a", LONG), said("f", "will not hold until the spring tides")]

    assert grouped(found, {("a", "f"): 0.99}) == sets("a", "f")


def test_a_report_is_joined_with_the_report_that_is_nearer_than_any_quote() -> None:
    found = [said("a", A), told("r", "the wall would hold"), told("s", "the sea wall would hold")]

    scores = {("a", "r"): 0.7, ("r", "s"): 0.9, ("a", "s"): 0.1}

    assert grouped(found, scores) == sets("a", "rs")
    assert grouped(found, scores | {("a", "r"): 0.95}) == sets("ar", "s")


def test_a_pair_that_was_not_compared_before_is_compared_when_groups_are_to_be_joined() -> None:
    found = [said("a", A), said("b", B), said("c", C)]
    pairs = {(0, 1): 0.9, (1, 2): 0.9}

    assert cluster(found, pairs, 0.5, lambda i, j: 0.9) == [[0, 1, 2]]
    assert cluster(found, pairs, 0.5, lambda i, j: 0.0) == [[0, 1], [2]]
