"""Turns of transcripts: paragraphs that a label and a colon open."""

from __future__ import annotations

import re

from quotes.attribution.scene import Scene
from quotes.attribution.turns import with_turns
from quotes.language.sentences import Reading, Sentence, Word
from quotes.text.fold import fold
from quotes.text.paragraphs import paragraphs
from quotes.types import Kind


def _turns(text: str) -> list[tuple[str | None, str]]:
    """The sources and words of the turns of a text with one sentence a paragraph."""
    rows = paragraphs(text)
    sentences = tuple(
        Sentence(
            number,
            number,
            tuple(
                Word(m.start(), m.end(), m[0], m[0].lower(), "X", "NN")
                for m in re.compile(r"\w+|[^\w\s]").finditer(text, row.start, row.end)
            ),
        )
        for number, row in enumerate(rows)
    )
    reading = Reading(text, fold(text), rows, sentences)
    found = with_turns(Scene(reading, reading.marked), [])
    assert all(relation.kind is Kind.DIRECT for relation in found)
    return [
        (
            None if r.mention is None else text[r.mention.start : r.mention.end],
            text[slice(*r.segments[0])],
        )
        for r in found
    ]


def test_labels_that_come_again_open_turns() -> None:
    text = "Ada Marsh: It is late.\n\nHost: How late?\n\nAda Marsh: Too late."

    assert _turns(text) == [
        ("Ada Marsh", "It is late."),
        ("Host", "How late?"),
        ("Ada Marsh", "Too late."),
    ]


def test_letters_name_nobody() -> None:
    assert _turns("Q: Is it late?\nA: It is.\nQ: How late?") == [
        (None, "Is it late?"),
        (None, "It is."),
        (None, "How late?"),
    ]


def test_a_turn_between_marks_is_left_to_its_marks() -> None:
    assert _turns("Marsh: “It is late.”\n\nFenn: So?\n\nMarsh: “Too late.”") == [("Fenn", "So?")]


def test_labels_in_an_article_open_no_turns() -> None:
    prose = "\n\n".join(["The port was shut."] * 4)

    assert not _turns(f"Weather: It is late.\n\nWeather: Rain.\n\nSport: Snow.\n\n{prose}")
    assert not _turns("Weather: It is late.\n\nTraffic: Slow.\n\nSport: None.")
