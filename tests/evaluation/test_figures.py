"""Counts, shares and covered spans (`quotes/evaluation/figures.py`)."""

from __future__ import annotations

import pytest

from quotes.evaluation import Score
from quotes.evaluation.figures import claiming, covered


def test_precision_is_of_the_claims_and_recall_of_the_gold() -> None:
    score = Score(right=3, claimed=4, gold=6)

    assert (score.precision, score.recall) == (0.75, 0.5)
    assert score.f1 == pytest.approx(2 * 0.75 * 0.5 / (0.75 + 0.5))


def test_the_shares_of_nothing_are_nought() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)


def test_the_scores_of_two_parts_add_up_to_the_score_of_the_whole() -> None:
    assert Score(1, 2, 3) + Score(4, 5, 6) == Score(5, 7, 9)


def test_a_unit_is_covered_by_the_spans_together() -> None:
    assert covered((10, 20), [(0, 12), (17, 30), (40, 50)]) == pytest.approx(0.5)


def test_the_shortest_claim_that_covers_half_of_a_unit_answers_for_it() -> None:
    claims = [[(0, 100)], [(9, 15)], [(9, 14)], [], [(0, 10), (16, 90)]]

    assert claiming((10, 20), claims) == 1


def test_a_unit_without_a_claim_that_covers_half_of_it_is_not_claimed() -> None:
    assert claiming((10, 20), [[(0, 14)], []]) is None
