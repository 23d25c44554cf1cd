"""Decisions: which source and which cue a marked stretch is given."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from types import SimpleNamespace

import attrs
import pytest

from quotes.attribution.candidates import candidates
from quotes.attribution.decide import decide
from quotes.attribution.scene import Scene
from tests.attribution.sentences import scene

TWICE = "Marsh insisted it was late, and warned of “a danger to every child”."
AROUND = "Marsh insisted it was “a danger to every child”, and warned of delay."
_LITTLE = 0.001


@attrs.frozen
class _Odds:
    """A ranker with given probabilities."""

    odds: list[float]

    def probabilities(self, rows: Sequence[Sequence[str]]) -> list[float]:
        """One for each row."""
        assert len(rows) == len(self.odds)
        return self.odds


def _odds(laid: Scene, by_cue: dict[str, float]) -> list[float]:
    """For the readings of the first stretch the odds of Marsh with each cue, else little."""
    [place] = laid.places
    assert place is not None
    text = laid.reading.text
    odds = []
    for option in candidates(laid, place, None):
        frame = option.frame
        name = "" if frame is None else text[frame.mention.start : frame.mention.end]
        cue = "" if frame is None else text[frame.start : frame.end]
        odds.append(by_cue[cue] if name == "Marsh" else _LITTLE)
    return odds


def _cue(monkeypatch: pytest.MonkeyPatch, text: str, by_cue: dict[str, float]) -> str:
    """The cue that is chosen for the only stretch of a text, given the ranker's odds."""
    laid = scene(text)
    odds = _Odds(_odds(laid, by_cue))
    ranker = SimpleNamespace(load=lambda path: odds)
    monkeypatch.setattr(importlib.import_module("quotes.attribution.decide"), "ranker", ranker)
    [decision] = decide(laid)
    assert decision.chosen.frame is not None
    return text[decision.chosen.frame.start : decision.chosen.frame.end]


@pytest.mark.parametrize(
    ("insisted", "warned", "expected"),
    [
        (0.3, 0.6, "warned"),
        (0.6, 0.3, "warned"),
        # The ranker thinks far less of it.
        (0.8, 0.1, "insisted"),
    ],
)
def test_of_two_cues_of_one_source_before_the_words_the_nearer_is_given_unless_it_is_unlikely(
    monkeypatch: pytest.MonkeyPatch, insisted: float, warned: float, expected: str
) -> None:
    assert _cue(monkeypatch, TWICE, {"insisted": insisted, "warned": warned}) == expected


def test_a_cue_behind_the_words_is_not_nearer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _cue(monkeypatch, AROUND, {"insisted": 0.5, "warned": 0.4}) == "insisted"
