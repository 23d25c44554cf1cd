"""Shapes of text that settle who spoke, or that nobody did, on the real models."""

from __future__ import annotations

import pytest

import quotes
from quotes.types import Kind, Method

pytestmark = [pytest.mark.models, pytest.mark.usefixtures("one_thread")]

SOURCES = {
    "a colon ends the paragraph before": (
        "At the gate Harald Moss turned and said:\n\n“A pond, with three fish in it.”",
        "Harald Moss",
    ),
    "cue and source stand in between": (
        "The harbour’s tone, said a ministry official, was not one that is used "
        "between “equal partners”.",
        "a ministry official",
    ),
    "a dash and a name sign the words": (
        "“The hall was cold and the soup was colder.” — Greta Hollis",
        "Greta Hollis",
    ),
}


@pytest.mark.parametrize(("text", "source"), SOURCES.values(), ids=SOURCES.keys())
def test_a_shape_of_text_gives_the_last_quote_its_source(text: str, source: str) -> None:
    quote = [q for q in quotes.extract(text) if q.segments][-1]

    assert quote.source is not None
    assert quote.source.text == source


def test_a_participle_does_not_part_a_sentence_that_goes_on_in_marks() -> None:
    text = "“We had boats when I was a girl,” Ada Sorrel said, laughing, “and we read more.”"

    (quote,) = quotes.extract(text)

    assert [text[s.start : s.end] for s in quote.segments] == [
        "We had boats when I was a girl,",
        "and we read more.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Marsh has written the novel “The Long Tide” and a book on bridges.",
        "Joel Fenn is the author of “Stone and Water” and lives in Elmford.",
    ],
)
def test_the_title_of_a_work_is_no_speech(text: str) -> None:
    assert [q.kind for q in quotes.extract(text, kinds=list(Kind)) if q.segments] == [Kind.OTHER]


def test_a_paragraph_of_speech_without_any_source_is_kept_without_a_speaker() -> None:
    (quote,) = quotes.extract("“Quiet. Then you notice that it is not quiet at all.”")

    assert quote.method is Method.NONE
    assert quote.speaker is None
