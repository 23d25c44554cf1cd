"""How sure a named speaker is."""

from __future__ import annotations

import pytest

from quotes.speakers.confidence import CONSTANT, inputs, probability, weights


def test_every_input_has_a_weight() -> None:
    assert set(weights()) == {CONSTANT, *inputs("name", 0.9, 0.9, 0.9)}


@pytest.mark.parametrize("step", [0, 1, 2])
def test_the_surer_a_step_the_surer_the_speaker(step: int) -> None:
    low = [0.8, 0.8, 0.8]
    high = list(low)
    high[step] = 0.95

    assert probability("pronoun", *low) < probability("pronoun", *high)


def test_a_name_that_is_sure_in_every_step_is_almost_certain() -> None:
    assert probability("name", 0.98, 0.995, 0.995) > 0.9


def test_a_source_without_a_name_is_less_sure_than_a_name() -> None:
    assert probability("phrase", 0.9, 0.99, 0.99) < probability("name", 0.9, 0.99, 0.99)


@pytest.mark.parametrize("extreme", [0.0, 1.0])
def test_certainty_itself_is_a_number(extreme: float) -> None:
    assert 0 < probability("name", extreme, extreme, extreme) < 1
