"""Fitting the ranker to decisions with known answers."""

from __future__ import annotations

import pathlib

import numpy as np
import pytest

from quotes.attribution import ranker
from quotes.training.ranker import Decision, Settings, fit, fit_several, vocabulary

pytestmark = pytest.mark.usefixtures("one_thread")

QUICK = Settings(epochs=20, width=4, rate=0.05, dropout=0.0)
SHORT = Settings(epochs=3, width=4)


def _plain(count: int = 60) -> list[Decision]:
    """The candidate that says is right, wherever it stands, and what it is called does not help."""
    decisions = []
    for i in range(count):
        rows = [("source", "lemma:close"), ("source", "lemma:fall"), ("nobody",)]
        rows.insert(i % 4, ("source", "lemma:say"))
        decisions.append(Decision(tuple(rows), (i % 4,)))
    return decisions


def _crossed(count: int = 120) -> list[Decision]:
    """Neither feature tells alone: one of two is right, both or none is wrong."""
    rows = (("base", "a"), ("base", "a", "b"), ("base",))
    mirrored = (("base", "b"), ("base", "a", "b"), ("base",))
    return [Decision(mirrored if i % 2 else rows, (0,)) for i in range(count)]


def _share_right(made: ranker.Ranker, decisions: list[Decision]) -> float:
    return float(np.mean([int(np.argmax(made.scores(d.rows))) in d.right for d in decisions]))


def test_a_separable_problem_is_learnt() -> None:
    made = fit(_plain(), QUICK)

    assert _share_right(made, _plain()) == 1.0
    assert max(made.probabilities([("source", "lemma:say"), ("nobody",)])) > 0.9


def test_a_conjunction_that_is_not_spelled_out_is_learnt() -> None:
    made = fit(_crossed(), Settings(epochs=60, width=8, rate=0.05, dropout=0.0))

    assert _share_right(made, _crossed()) == 1.0


def test_the_same_data_and_seed_give_the_same_weights() -> None:
    first = fit(_plain(), SHORT)
    again = fit(_plain(), SHORT)
    other = fit(_plain(), SHORT, seed=8)

    assert first.index == again.index
    for name in ("weights", "vectors", "bias", "out"):
        np.testing.assert_array_equal(getattr(first, name), getattr(again, name))
    assert not np.array_equal(first.vectors, other.vectors)


def test_several_right_candidates_share_the_probability() -> None:
    rows = (("a",), ("b",), ("c",))

    made = fit([Decision(rows, (0, 1))] * 60, QUICK)

    odds = made.probabilities(rows)
    assert odds[0] + odds[1] > 0.9


def test_a_heavier_decision_counts_for_more() -> None:
    rows = (("a",), ("b",))
    data = [Decision(rows, (0,), weight=5.0), Decision(rows, (1,), weight=1.0)] * 40

    made = fit(data, QUICK)

    first, second = made.probabilities(rows)
    assert first > second


def test_rare_features_are_dropped_and_the_others_numbered_in_alphabetical_order() -> None:
    decisions = [Decision((("b", "a"), ("a",)), (0,))] * 2 + [Decision((("c", "a"),), (0,))]

    assert vocabulary(decisions, 2) == {"a": 0, "b": 1}
    assert vocabulary(decisions, 1) == {"a": 0, "b": 1, "c": 2}
    assert vocabulary(decisions, 4) == {}


def test_a_feature_counts_once_a_decision() -> None:
    assert vocabulary([Decision((("a",), ("a",), ("a",)), (0,))], 2) == {}


def test_a_decision_whose_features_are_all_rare_does_no_harm() -> None:
    made = fit([*_plain(), Decision((("only once",), ("nor this",)), (0,))], SHORT)

    assert "only once" not in made.index
    assert np.isfinite(made.scores([("only once",), ("source",)])).all()


def test_fitted_weights_can_be_saved_and_answer_the_same(tmp_path: pathlib.Path) -> None:
    made = fit(_plain(), QUICK)
    made.save(tmp_path / "weights.npz")

    read = ranker.load(tmp_path / "weights.npz")

    assert _share_right(read, _plain()) == 1.0
    for decision in _plain(4):
        np.testing.assert_allclose(
            read.probabilities(decision.rows), made.probabilities(decision.rows), atol=0.02
        )


def test_several_rankers_joined_score_as_their_mean() -> None:
    members = [fit(_plain(), SHORT, seed) for seed in range(3)]

    joined = fit_several(_plain(), SHORT, 3)

    rows = _plain(1)[0].rows
    mean = np.mean([m.scores(rows) for m in members], axis=0)
    np.testing.assert_allclose(joined.scores(rows), mean, atol=1e-5)
