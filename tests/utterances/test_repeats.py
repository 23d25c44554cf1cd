"""Quotes that one article repeats (`quotes/utterances/repeats.py`), and what becomes of them."""

from __future__ import annotations

from quotes.utterances.repeats import repeats
from tests.utterances.building import Story, groups, items, normalised, story

WALL = "The sea wall will hold until the spring, whatever the tide brings"


def repeating(id: str, words: str, times: int, *speakers: str) -> Story:
    """An article that has the same words again and again, of its speakers in turn."""
    keys = speakers or ("marsh",)
    return story(id, " ".join(f"⟦{keys[n % len(keys)]}: “{words}.”⟧" for n in range(times)))


def sizes(found: Story) -> list[int]:
    """How many quotes each group of repeats holds."""
    return sorted(len(group) for group in repeats(items(found)))


def test_the_same_words_of_one_article_are_together() -> None:
    assert sizes(repeating("a", WALL, 3)) == [3]


def test_words_that_tell_nothing_are_not() -> None:
    assert sizes(repeating("a", "Yes", 3)) == [1, 1, 1]


def test_nor_are_the_same_words_of_two_speakers() -> None:
    assert sizes(repeating("a", WALL, 4, "marsh", "fenn")) == [2, 2]


def test_nor_what_is_said_with_and_without_a_negation() -> None:
    both = story("a", "⟦marsh: “The wall will hold.”⟧ ⟦marsh: “The wall won't hold.”⟧")

    assert sizes(both) == [1, 1]
    assert len(normalised(both)) == 2


def test_the_same_words_of_two_articles_are_for_the_comparison_to_join() -> None:
    found = [*items(repeating("a", WALL, 1)), *items(repeating("b", WALL, 1))]

    assert sorted(map(len, repeats(found))) == [1, 1]


def test_an_article_that_repeats_a_quote_a_hundred_times_gives_one_utterance() -> None:
    often = repeating("a", WALL, 100)

    (alone,) = normalised(often)
    (shared,) = normalised(often, repeating("b", WALL, 1))

    assert len(alone.versions) == 100
    assert len(shared.versions) == 101
    assert all(version.similarity >= 0.5 for version in shared.versions)


def test_what_is_repeated_does_not_outweigh_the_other_outlets() -> None:
    part = repeating("a", "whatever the tide brings", 40)

    found = normalised(part, repeating("b", WALL, 1), repeating("c", WALL, 1))

    assert groups(found) == {
        frozenset({f"a:q{n}" for n in range(1, 41)} | {"b:q1", "c:q1"}),
    }
