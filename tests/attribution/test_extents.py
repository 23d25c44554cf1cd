"""The bounds of reports: which are offered, and which is chosen."""

from __future__ import annotations

import pytest

from quotes.attribution import ranker
from quotes.attribution.extents import WEIGHTS, choices, chosen, features
from quotes.attribution.frames import Frame, reports
from quotes.attribution.scene import Scene
from tests.attribution.sentences import scene

PLAIN = "Marsh said that the bridge was closed."
AFTER = "The bridge was closed, Marsh said."
TOLD = "Fenn told Marsh that the bridge was closed."


def _frame(laid: Scene) -> Frame:
    return next(f for f in laid.frames_in(0) if reports(f))


def _texts(text: str) -> list[str]:
    laid = scene(text)
    words = laid.reading.sentences[0].words
    options = choices(laid.reading.sentences[0], _frame(laid), laid.inside(0))
    return [" … ".join(text[words[a].start : words[b - 1].end] for a, b in r) for r in options]


@pytest.mark.parametrize("text", [PLAIN, AFTER, TOLD])
def test_no_bounds_are_offered_twice_and_none_are_empty(text: str) -> None:
    found = _texts(text)

    assert found
    assert all(found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("text", [PLAIN, AFTER, TOLD])
def test_the_attribution_is_never_inside_the_bounds(text: str) -> None:
    laid = scene(text)
    frame = _frame(laid)

    for ranges in choices(laid.reading.sentences[0], frame, laid.inside(0)):
        assert not any(a <= frame.cue < b for a, b in ranges)
        assert not any(a <= frame.mention.head < b for a, b in ranges)


@pytest.mark.parametrize("text", [PLAIN, TOLD])
def test_the_word_that_introduces_a_clause_is_left_out(text: str) -> None:
    assert "the bridge was closed" in _texts(text)
    assert not any(found.startswith("that ") for found in _texts(text))


def test_a_frame_without_a_cue_bounds_nothing() -> None:
    laid = scene(PLAIN)
    bare = Frame(_frame(laid).mention, -1, -1, "", "bare")

    assert choices(laid.reading.sentences[0], bare, laid.inside(0)) == []


def test_one_of_the_bounds_offered_is_chosen_and_of_none_nothing() -> None:
    laid = scene(TOLD)
    sentence, frame, inside = laid.reading.sentences[0], _frame(laid), laid.inside(0)
    options = choices(sentence, frame, inside)

    assert chosen(sentence, frame, inside, options) in options
    assert chosen(sentence, frame, inside, []) == ()


def test_features_of_bounds_are_known_to_the_shipped_weights() -> None:
    laid = scene(TOLD)
    sentence, frame, inside = laid.reading.sentences[0], _frame(laid), laid.inside(0)
    index = ranker.load(WEIGHTS).index

    for row in features(sentence, frame, inside, choices(sentence, frame, inside)):
        assert len(set(row)) == len(row)
        assert sum(f in index for f in row) > len(row) / 2
