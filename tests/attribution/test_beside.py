"""Shapes of text that settle a source, whatever odds the ranker gives."""

from __future__ import annotations

import pytest

from quotes.attribution.candidates import Candidate
from quotes.attribution.shapes import beside
from tests.attribution.sentences import asked

INSERTED = "The tone, said a clerk, was “a danger to every child”."
BESIDE = "Marsh insisted it was late, and warned of “a danger to every child”."


def _is_of(text: str, option: Candidate, mention: str) -> bool:
    frame = option.frame
    return frame is not None and text[frame.mention.start : frame.mention.end] == mention


@pytest.mark.parametrize("little", [0.0001, 0.3])
def test_cue_and_source_between_commas_are_the_source_of_the_marked_words_behind_them(
    little: float,
) -> None:
    laid, place, options = asked(INSERTED)
    given = [little if _is_of(INSERTED, o, "a clerk") else 0.05 for o in options]
    given[-1] = 1 - sum(given[:-1])

    odds = beside(laid, place, options, given)

    clerk = sum(p for p, o in zip(odds, options, strict=True) if _is_of(INSERTED, o, "a clerk"))
    assert clerk == pytest.approx(0.9)
    assert odds[-1] == pytest.approx(0.1)
    assert sum(odds) == pytest.approx(1)


def test_odds_stay_as_they_are_where_no_shape_settles_the_source() -> None:
    laid, place, options = asked(BESIDE)
    odds = [1 / len(options)] * len(options)

    assert beside(laid, place, options, odds) == odds


def test_those_who_are_told_between_commas_do_not_speak() -> None:
    text = "Marsh seemed ready, telling the crowd, “It is good.”"
    laid, place, options = asked(text)
    given = [0.05 if _is_of(text, o, "the crowd") else 0.1 for o in options]

    odds = beside(laid, place, options, given)

    crowd = sum(p for p, o in zip(odds, options, strict=True) if _is_of(text, o, "the crowd"))
    assert crowd < 0.06
