"""Ranker and encoder weighed together (`quotes/attribution/joint.py`)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from quotes.attribution import joint
from quotes.attribution.candidates import Candidate, candidates
from quotes.attribution.scene import Place, Scene
from tests.attribution.sentences import scene

TWICE = "Marsh insisted it was late, and warned of “a danger to every child”."
WEIGHTS = {"ranker": 1.0, "encoder": 1.0, "unseen": -2.0, "unstated": 0.0, "nobody": 0.0,
           "speech": -1.0}  # fmt: skip


def _laid(answer: Any) -> tuple[Scene, Place, list[Candidate]]:
    """The only stretch of the text, with its candidates, where the encoder answers this."""
    laid = scene(TWICE)
    laid.pointers = SimpleNamespace(source=lambda start, end: answer)  # type: ignore[assignment]
    [place] = laid.places
    assert place is not None
    return laid, place, candidates(laid, place, None)


def _answer(chance: float | None, speech: float = 0.0) -> Any:
    return SimpleNamespace(at=lambda start, end: chance, speech=speech)


def _marsh(options: list[Candidate]) -> list[int]:
    return [i for i, option in enumerate(options) if option.frame is not None]


def test_probabilities_sum_to_one_and_a_source_shares_them_out_as_the_ranker_does() -> None:
    laid, place, options = _laid(_answer(-0.1))
    odds = [(i + 1) / sum(range(1, len(options) + 1)) for i in range(len(options))]

    both = joint.joined(laid, place, options, odds, None, WEIGHTS)

    assert sum(both) == pytest.approx(1)
    mine = _marsh(options)
    assert len(mine) > 1
    shares = {both[i] / odds[i] for i in mine}
    assert max(shares) == pytest.approx(min(shares), rel=1e-4)


def test_what_the_encoder_points_to_and_takes_for_speech_gains() -> None:
    laid, place, options = _laid(_answer(-0.1, 3.0))
    near = joint.joined(laid, place, options, [1 / len(options)] * len(options), None, WEIGHTS)
    laid, place, options = _laid(_answer(-4.0, -3.0))
    far = joint.joined(laid, place, options, [1 / len(options)] * len(options), None, WEIGHTS)

    mine = _marsh(options)
    assert sum(near[i] for i in mine) > sum(far[i] for i in mine)
    assert near[-1] < far[-1]


@pytest.mark.parametrize("answer", [None, _answer(None)], ids=["no answer", "out of sight"])
def test_a_source_that_the_encoder_does_not_see_is_told_by_a_weight_of_its_own(answer: Any) -> None:
    laid, place, options = _laid(answer)

    found = joint.groups(laid, place, options, [1 / len(options)] * len(options), None)

    named = [g for g in found if isinstance(g.key, tuple)]
    assert named
    assert all(set(g.inputs) == {"ranker", "unseen"} for g in named)
    assert sorted(i for g in found for i in g.members) == list(range(len(options)))


def test_a_ranker_that_is_sure_is_left_alone() -> None:
    laid, place, options = _laid(None)
    laid.pointers = None  # type: ignore[assignment]
    odds = [0.001] * len(options)
    odds[-1] = 0.99

    assert joint.joined(laid, place, options, odds, None, WEIGHTS) == odds


def test_the_bundled_weights_are_those_of_the_inputs() -> None:
    assert set(joint.weights()) == joint.NAMES
