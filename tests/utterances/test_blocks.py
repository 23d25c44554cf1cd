"""Many pairs compared at once have the scores that each of them has alone, to the last digit."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.evaluation.retelling import generate
from quotes.utterances import blocks
from quotes.utterances.comparisons import scored
from quotes.utterances.features import NAMES
from quotes.utterances.items import Item, items_of
from quotes.utterances.scores import Weights, shipped
from quotes.utterances.tables import Table
from tests.utterances.building import items, story
from tests.utterances.stories import STORIES
from tests.utterances.test_bad_input import STRANGE


def _every(found: Sequence[Item]) -> list[tuple[int, int]]:
    return list(combinations(range(len(found)), 2))


def _scores(found: Sequence[Item], weights: Weights, *, copied: bool = False) -> list[float]:
    left, right = np.array(_every(found), np.int64).T
    scores: list[float] = blocks.scores(
        Table.of(found), left, right, weights, copied=copied
    ).tolist()
    return scores


def _alone(found: Sequence[Item], weights: Weights, *, copied: bool = False) -> list[float]:
    return [weights.scored(found[i], found[j], copied) for i, j in _every(found)]


def _news(seed: int) -> list[Item]:
    made = generate(70, seed)
    return [
        item
        for article, quotes in zip(made.articles, made.quotes, strict=True)
        for item in items_of(article, str(article.id), quotes)
    ]


@pytest.mark.parametrize("copied", [False, True])
@pytest.mark.parametrize("seed", [1, 2])
def test_scores_are_those_of_each_pair(seed: int, copied: bool) -> None:
    found = _news(seed)
    scores = _scores(found, shipped(), copied=copied)
    assert scores == _alone(found, shipped(), copied=copied)
    assert sum(score > 0 for score in scores) > 100


def test_so_they_are_of_strange_words() -> None:
    marked = [*STRANGE.values(), "⟦marsh: “One, two, not three,”⟧ ⟦cue: warned⟧ Ada Marsh."]
    found = items(*STORIES, *(story(f"x{n}", text, day=n + 1) for n, text in enumerate(marked)))
    assert _scores(found, shipped()) == _alone(found, shipped())


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_so_they_are_for_any_weights(dice: random.Random) -> None:
    weights = Weights(dice.uniform(-4, 1), tuple(dice.uniform(-2, 3) for _ in NAMES))
    found = _news(3)[:16]
    assert _scores(found, weights) == _alone(found, weights)


def test_neither_the_order_of_the_quotes_nor_of_a_pair_matters() -> None:
    found = _news(4)[:40]
    pairs = [(found[i], found[j]) for i, j in _every(found)]
    turned = [(b, a) for a, b in reversed(pairs)]
    assert scored(turned, shipped())[::-1] == scored(pairs, shipped())


def test_translated_words_count_as_such() -> None:
    made = [attrs.evolve(item, translated=True) for item in _news(5)[:30]]
    assert _scores(made, shipped()) == _alone(made, shipped())
    assert _scores(made, shipped()) != _scores(_news(5)[:30], shipped())


def test_no_pairs_have_no_scores() -> None:
    none = np.zeros(0, np.int64)
    assert blocks.scores(Table.of([]), none, none, shipped()).tolist() == []
