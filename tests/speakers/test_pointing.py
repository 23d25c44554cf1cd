"""What the encoder's answer does to the probabilities of the candidates."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

import quotes
from quotes.encoder import Answer
from quotes.language.sentences import Reading
from quotes.speakers.cast import assemble
from quotes.speakers.pointing import pointed

Read = Callable[[str], Reading]


class _Told(Answer):
    """An answer that gives the names at some offsets probabilities."""

    _told: dict[int, float]

    def __init__(self, chances: dict[int, float]) -> None:
        object.__setattr__(self, "_told", chances)

    def at(self, start: int, end: int) -> float | None:
        chance = self._told.get(start)
        return None if chance is None else math.log(chance)


def test_the_candidate_that_the_encoder_points_at_gains(read: Read) -> None:
    reading = read(
        "[Person|Ilse/NNP Varga/NNP] met/VBD [Person|Mara/NNP Quell/NNP] ./.\nShe/PRP left/VBD ./."
    )
    figures = assemble(reading, ()).figures
    start = reading.text.index("She")
    answer = _Told({reading.text.index("Quell"): 0.9, reading.text.index("Varga"): 0.1})

    first, second = pointed(reading, figures, [0.6, 0.4], answer, (start, start + 3))

    assert first < 0.4 < second
    assert first + second == pytest.approx(1.0)


def test_without_an_answer_the_probabilities_stay(read: Read) -> None:
    reading = read("[Person|Ilse/NNP Varga/NNP] met/VBD [Person|Mara/NNP Quell/NNP] ./.")
    figures = assemble(reading, ()).figures

    assert pointed(reading, figures, [0.6, 0.4], None, (0, 1)) == [0.6, 0.4]


def test_a_pronoun_goes_to_the_one_of_its_sex_who_is_spoken_to() -> None:
    said = quotes.extract("“Go home,” Tove Hallam told Bo Lindqvist. “Never,” he told her.")

    assert [quote.speaker and quote.speaker.name for quote in said] == [
        "Tove Hallam",
        "Bo Lindqvist",
    ]
