"""The weights that find antecedents."""

from __future__ import annotations

import pytest

from quotes.lexicons.persons import kinds
from quotes.speakers.antecedents import probabilities, weights


def test_the_probabilities_of_all_candidates_sum_to_one() -> None:
    found = probabilities("pronoun", [{"gap": 0.0}, {"gap": 1.0}, {"quoted": 1.0}])

    assert sum(found) == pytest.approx(1.0)


def test_a_candidate_between_quotation_marks_is_less_likely() -> None:
    plain, quoted = probabilities("pronoun", [{}, {"quoted": 1.0}])

    assert plain > quoted


def test_there_are_weights_for_pronouns_and_descriptions() -> None:
    assert set(weights()) == {"description", "pronoun"}


def test_a_senator_may_be_called_a_lawmaker() -> None:
    assert "lawmaker" in kinds("senator")
