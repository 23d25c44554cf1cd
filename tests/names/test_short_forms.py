"""Names of institutions that are cut short, and words that are spelled in another way."""

from __future__ import annotations

import pytest

from quotes.names.short_forms import same_body
from quotes.names.spelling import distance


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("labour", "labour party"),
        ("conservatives", "conservative party"),
        ("conservative", "conservative party"),
        ("elmford police", "elmford police department"),
        ("acme", "acme inc"),
        ("acme ltd", "acme inc"),
        ("acme", "elmford based acme"),
        ("roe campaign", "ada roe presidential campaign"),
    ],
)
def test_a_name_is_the_same_without_what_is_usually_omitted(short: str, long: str) -> None:
    one, two = tuple(short.split()), tuple(long.split())

    assert same_body(one, two)
    assert same_body(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("garden", "garden party"),
        ("labour", "labour council"),
        ("labour", "conservative party"),
        ("police", "police department"),
        ("elmford police", "lowmere police department"),
        ("acme", "acme bank"),
        ("acme", "elmford based tessaly"),
        ("roe campaign", "ada marsh presidential campaign"),
        ("roe campaign", "roe committee"),
        ("", "acme"),
    ],
)
def test_a_name_of_another_body_is_not_a_short_form(one: str, two: str) -> None:
    assert not same_body(tuple(one.split()), tuple(two.split()))
    assert not same_body(tuple(two.split()), tuple(one.split()))


@pytest.mark.parametrize(
    ("one", "two", "letters"),
    [
        ("roe", "roe", 0),
        ("roe", "row", 1),
        ("roe", "rowe", 1),
        ("rowe", "roe", 1),
        ("marsh", "mrash", 1),
        ("marsh", "amrsh", 1),
        ("marsh", "marhs", 1),
        ("aaa", "a", 2),
        ("abab", "ba", 2),
        ("fenwick", "fenwicke", 1),
        ("fenwick", "fnwikc", 2),
    ],
)
def test_the_distance_of_two_words_counts_letters_and_neighbours_swapped(
    one: str, two: str, letters: int
) -> None:
    assert distance(one, two, 3) == letters
    assert distance(two, one, 3) == letters


def test_a_distance_above_the_most_is_one_more_than_it() -> None:
    assert distance("marsh", "fenwick", 2) == 3
    assert distance("marsh", "brill", 1) == 2
    assert distance("a" * 300, "a" * 299, 2) == 3
