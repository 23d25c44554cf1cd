"""Content: which words a cue reports."""

from __future__ import annotations

import pytest

from quotes.attribution.content import content, reported_words
from tests.attribution.sentences import frame_of, frames, scene

CASES = [
    # Before the attribution, after it, with and without an introducing "that".
    ("The bridge was closed, Marsh said.", "Marsh", "said", ["The bridge was closed"]),
    ("Ada Marsh said the bridge was closed.", "Ada Marsh", "said", ["the bridge was closed"]),
    ("Marsh said that the bridge was closed.", "Marsh", "said", ["the bridge was closed"]),
    # On both sides of it.
    ("The bridge, Marsh said, was closed.", "Marsh", "said", ["The bridge", "was closed"]),
    (
        "“The bridge is closed,” Marsh said, “and it will stay closed.”",
        "Marsh",
        "said",
        ["“The bridge is closed,”", "“and it will stay closed.”"],
    ),
    # The one who is told and the day are no part of it.
    ("Fenn told Marsh that the bridge was closed.", "Fenn", "told", ["the bridge was closed"]),
    (
        "Marsh, 44, said on Tuesday that the bridge was closed.",
        "Marsh",
        "said",
        ["the bridge was closed"],
    ),
    # A preposition reports what stands before or after it.
    (
        "According to Joel Fenn, the bridge was closed.",
        "Joel Fenn",
        "According to",
        ["the bridge was closed"],
    ),
    (
        "The bridge was closed, according to a report by Joel Fenn.",
        "a report by Joel Fenn",
        "according to",
        ["The bridge was closed"],
    ),
    # Between the preposition and the clause an insertion may stand.
    (
        "According to Joel Fenn, a builder, the bridge was closed.",
        "Joel Fenn",
        "According to",
        ["the bridge was closed"],
    ),
    (
        "According to Joel Fenn, who built it, the bridge was closed.",
        "Joel Fenn",
        "According to",
        ["the bridge was closed"],
    ),
    (
        "According to Fenn, the bridge was closed, and the road was wet.",
        "Fenn",
        "According to",
        ["the bridge was closed, and the road was wet"],
    ),
    # A participle clause at the end of a sentence.
    (
        "Ada Marsh left the hall, saying the bridge was closed.",
        "Ada Marsh",
        "saying",
        ["the bridge was closed"],
    ),
    # The clause around a relative clause is the writer's own.
    (
        "Joel Fenn, who said the bridge was old, left.",
        "who",
        "said",
        ["the bridge was old"],
    ),
    # Quoted fragments belong to the clause around them.
    (
        "Marsh said the bridge was “a danger to every child” in Elmford.",
        "Marsh",
        "said",
        ["the bridge was “a danger to every child” in Elmford"],
    ),
    # The addressee is not what is said.
    ("“The bridge is closed,” Marsh told Reuters.", "Marsh", "told", ["“The bridge is closed,”"]),
]


def _inside(text: str, sentence: int) -> list[bool]:
    laid = scene(text)
    start = laid.offset[sentence]
    count = len(laid.reading.sentences[sentence].words)
    return [laid.top_at(i) >= 0 for i in range(start, start + count)]


@pytest.mark.parametrize(("text", "mention", "cue", "expected"), CASES)
def test_the_content_is_what_is_reported_without_the_attribution(
    text: str, mention: str, cue: str, expected: list[str]
) -> None:
    sentence, frame = frame_of(text, mention, cue)

    ranges = content(sentence, frame, _inside(text, sentence.index))

    words = sentence.words
    assert [text[words[a].start : words[b - 1].end] for a, b in ranges] == expected


def test_a_frame_without_a_cue_reports_nothing() -> None:
    text = "Mayor Ada Marsh met Dr Joel Fenn of the Elmford Institute on Tuesday."
    sentence = scene(text).reading.sentences[0]
    bare = [f for f in frames(text) if f.cue < 0]

    assert bare
    assert all(content(sentence, f, [False] * len(sentence.words)) == () for f in bare)


def test_no_content_takes_in_its_own_cue_or_leaves_the_sentence() -> None:
    for text, *_ in CASES:
        laid = scene(text)
        for frame in frames(text):
            sentence = laid.reading.sentences[frame.sentence]
            for a, b in content(sentence, frame, _inside(text, frame.sentence)):
                assert 0 <= a < b <= len(sentence.words)
                assert frame.cue < 0 or not a <= frame.cue < b


def test_reported_words_are_those_outside_marks_without_punctuation() -> None:
    text = "Marsh said the bridge was “a danger to every child” in Elmford."
    sentence = scene(text).reading.sentences[0]
    inside = _inside(text, 0)

    outside = "the bridge was in Elmford".split()
    assert reported_words(sentence, [(2, len(inside))], inside) == len(outside)
    assert reported_words(sentence, [(5, 12)], inside) == 0
    assert reported_words(sentence, [], inside) == 0
