"""The bounds of reports: which are offered, and which is chosen."""

from __future__ import annotations

import pytest

from quotes.attribution import ranker
from quotes.attribution.extents import WEIGHTS, choices, chosen, features, joints
from quotes.attribution.frames import Frame, reports
from quotes.attribution.scene import Scene
from tests.attribution.sentences import scene

PLAIN = "Marsh said that the bridge was closed."
AFTER = "The bridge was closed, Marsh said."
TOLD = "Fenn told Marsh that the bridge was closed."
WARNED = "Marsh said the bridge was old and warned that the road was wet."
BUT = "Marsh said the bridge was old but the road was wet."


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WARNED, [("and", "warned", False)]),
        (BUT, [("but", "was", True)]),
        ("Critics disagreed, but neither of them left.", [("but", "left", True)]),
        # Between marks.
        ("Marsh said the bridge “was old and was wet” in May.", []),
        ("Marsh said the bridge was old and “will fall”.", []),
        # A comma ends what the word joins.
        ("Marsh said the road and, he added, the bridge were wet.", []),
        # No finite verb is joined on.
        ("Marsh pointed at the jetty, which was old and wet.", []),
    ],
)
def test_a_joint_is_a_word_outside_marks_that_joins_a_finite_clause_on_before_any_comma(
    text: str, expected: list[tuple[str, str, bool]]
) -> None:
    laid = scene(text)
    sentence = laid.reading.sentences[0]
    words = sentence.words

    found = joints(sentence, 0, len(words), laid.inside(0))

    assert [(words[j.at].text, words[j.verb].text, j.own) for j in found] == expected


@pytest.mark.parametrize("text", [WARNED, BUT])
def test_joints_are_those_between_the_words_asked_for(text: str) -> None:
    laid = scene(text)
    sentence, inside = laid.reading.sentences[0], laid.inside(0)
    [joint] = joints(sentence, 0, len(sentence.words), inside)

    assert joints(sentence, 0, joint.verb + 1, inside) == [joint]
    assert joints(sentence, 0, joint.verb, inside) == []
    assert joints(sentence, joint.at, len(sentence.words), inside) == []


@pytest.mark.parametrize("text", [WARNED, BUT])
def test_the_bounds_may_end_where_a_clause_is_joined_on_although_the_parse_goes_on(
    text: str,
) -> None:
    assert "the bridge was old" in _texts(text)


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


def test_a_clause_beside_that_of_the_cue_is_not_reported_behind_marks_and_a_comma() -> None:
    text = "Marsh demanded more “respect,” and the mayor of the town left the old hall."
    laid = scene(text)
    sentence, inside = laid.reading.sentences[0], laid.inside(0)
    frame = next(f for f in laid.frames_in(0) if f.lemma == "demand")
    options = choices(sentence, frame, inside)
    mayor = next(i for i, word in enumerate(sentence.words) if word.text == "mayor")
    beyond = [o for o in options if any(a <= mayor < b for a, b in o)]

    found = chosen(sentence, frame, inside, options)

    assert beyond
    assert found not in beyond
    assert chosen(sentence, frame, inside, beyond) in beyond


def test_no_bounds_begin_in_the_midst_of_a_comparison() -> None:
    found = _texts("Marsh hailed more than twenty of them, praising their “idle” clerks.")

    assert any(text.startswith("more than twenty") for text in found)
    assert not any(text.startswith("than") for text in found)
