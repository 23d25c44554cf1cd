"""Those who are told stand before what they are told and are no part of it."""

from __future__ import annotations

import pytest

from quotes.attribution.beginnings import told_stop
from tests.attribution.sentences import frame_of, scene


@pytest.mark.parametrize(
    ("text", "mention", "cue", "told"),
    [
        (
            "The premier reminded the crowd of the “dark days” of the siege.",
            "The premier",
            "reminded",
            "the crowd of",
        ),
        ("He told the inquiry he had “no record” of the sale.", "He", "told", "the inquiry"),
        ("She promised her clerk she would call.", "She", "promised", "her clerk"),
        # Whoever stands there may be the subject of what is told.
        ("She warned the dam would burst.", "She", "warned", ""),
        # Those who met stand before *that* as well.
        ("Marsh told a meeting of traders that it was “over”.", "Marsh", "told", ""),
        ("Marsh said that the bridge was closed.", "Marsh", "said", ""),
    ],
)
def test_what_is_told_begins_behind_those_who_are_told(
    text: str, mention: str, cue: str, told: str
) -> None:
    sentence, frame = frame_of(text, mention, cue)

    stop = told_stop(sentence, frame, scene(text).inside(0))

    assert " ".join(w.text for w in sentence.words[frame.cue_stop : stop]) == told
