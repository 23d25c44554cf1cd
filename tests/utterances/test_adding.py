"""Adding articles gives what normalising all at once gives, in any order and in any split."""

from __future__ import annotations

import pickle
import random
from collections.abc import Sequence

import pytest

import quotes
from quotes.evaluation.retelling import generate
from quotes.types import Article, Quote
from quotes.utterances import Utterances

Row = tuple[Article, Sequence[Quote]]


def normalised(rows: Sequence[Row], threshold: float = 0.5) -> Utterances:
    return quotes.normalise(
        [article for article, _ in rows], quotes=[row for _, row in rows], threshold=threshold
    )


def grown(found: Utterances, rows: Sequence[Row]) -> Utterances:
    return found.add([article for article, _ in rows], [row for _, row in rows])


def made(size: int, seed: int) -> list[Row]:
    found = generate(size, seed)
    rows: list[Row] = list(zip(found.articles, found.quotes, strict=True))
    random.Random(seed).shuffle(rows)
    return rows


def assert_same(found: Utterances, expected: Utterances) -> None:
    """As equal, and with the same links and reasons."""
    assert list(found) == list(expected)
    assert found.links == expected.links
    assert found.related == expected.related
    assert list(found.articles) == list(expected.articles)


@pytest.mark.parametrize(("seed", "threshold"), [(1, 0.5), (2, 0.3), (4, 0.1)])
def test_articles_added_in_any_split_and_order_give_what_all_at_once_gives(
    seed: int, threshold: float
) -> None:
    rows = made(250, seed)
    chance = random.Random(seed)
    expected = normalised(rows, threshold)

    at = chance.randrange(len(rows) // 2)
    found = normalised(rows[:at], threshold)
    while at < len(rows):
        size = chance.choice([1, 1, 2, 20])
        found = grown(found, rows[at : at + size])
        at += size

    assert_same(found, expected)


def test_a_crowd_under_one_key_is_the_same_whoever_comes_last() -> None:
    rows = made(600, 5)
    expected = normalised(rows)

    for seed in (3, 4):
        random.Random(seed).shuffle(rows)
        found = normalised(rows[10:])
        for row in rows[:10]:
            found = grown(found, [row])
        assert_same(found, expected)


def test_a_result_that_was_added_to_stays_and_can_be_added_to_again() -> None:
    rows = made(150, 6)
    start = normalised(rows[:10])
    before = list(start)

    one, other = grown(start, rows[10:14]), grown(start, rows[14:])

    assert list(start) == before
    assert_same(one, normalised(rows[:14]))
    assert_same(grown(one, rows[14:]), normalised(rows))
    assert_same(grown(other, rows[10:14]), normalised(rows))


def test_what_was_added_to_can_be_joined_from_another_score_on() -> None:
    rows = made(150, 7)

    found = grown(normalised(rows[:14]), rows[14:])

    for threshold in (0.1, 0.4, 0.9):
        assert_same(found.at(threshold), normalised(rows, threshold))
    assert_same(grown(normalised(rows[:14]).at(0.8), rows[14:]), normalised(rows, 0.8))


def test_a_result_from_a_file_or_another_process_can_be_added_to() -> None:
    rows = made(150, 8)
    start, expected = normalised(rows[:14]), normalised(rows)

    assert_same(grown(pickle.loads(pickle.dumps(start)), rows[14:]), expected)
    assert_same(grown(Utterances.from_dict(start.to_dict()), rows[14:]), expected)
    kept = Utterances.from_dict(grown(start, rows[14:]).to_dict())
    assert list(kept) == list(expected)


def test_an_article_that_is_given_again_with_more_about_it_takes_the_place_of_the_first() -> None:
    rows = made(100, 9)
    article, row = rows[0]
    bare = Article(article.text, article.id)

    found = grown(normalised([(bare, row), *rows[1:]]), [(article, row)])

    assert_same(found, normalised(rows))
