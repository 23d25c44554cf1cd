"""The best tree is the best of all trees."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from quotes.language.trees import best_tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    """Whether heads (of words 1, 2, ...) make a tree with one root."""
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def _best_of_all(scores: np.ndarray) -> list[int]:
    words = len(scores) - 1
    trees = filter(_is_tree, itertools.product(range(words + 1), repeat=words))
    best = max(trees, key=lambda t: sum(scores[d, h] for d, h in enumerate(t, 1)))
    return [0, *best]


@pytest.mark.parametrize("seed", range(60))
def test_no_tree_with_one_root_scores_higher(seed: int) -> None:
    random = np.random.default_rng(seed)
    scores = random.normal(size=(1 + random.integers(1, 6),) * 2)
    if seed % 3 == 0:
        scores[:, 0] += 3  # several words want to be the root
    if seed % 3 == 1:
        scores[:, 0] -= 3  # none does, and cycles are many

    assert best_tree(scores) == _best_of_all(scores)


def test_the_scores_stay_as_they_were() -> None:
    scores = np.arange(9.0).reshape(3, 3)

    best_tree(scores)

    assert (scores == np.arange(9.0).reshape(3, 3)).all()


def test_a_long_sentence_of_cycles_within_cycles_has_a_tree() -> None:
    size = 151
    scores = -np.abs(np.subtract.outer(np.arange(size), np.arange(size))).astype(float)
    scores[:, 0] -= 1000

    heads = best_tree(scores)

    assert _is_tree(tuple(heads[1:]))
