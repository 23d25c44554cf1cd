"""Verbs that report and that the tagger took for nouns."""

from __future__ import annotations

import pytest

from quotes.attribution.retagging import retagged
from tests.attribution.tagged import sentence


@pytest.mark.parametrize(
    ("tagged", "verb"),
    [
        ('"/" It/PRP rained/VBD ,/, "/" the/DT writ/NN states/NNS ./.', ("states", "state", "VBZ")),
        (
            "It/PRP shut/VBD ,/, with/IN Ada/NNP Marsh/NNP warning/NN of/IN floods/NNS ./.",
            ("warning", "warn", "VBG"),
        ),
    ],
)
def test_a_cue_taken_for_a_noun_becomes_a_verb(tagged: str, verb: tuple[str, str, str]) -> None:
    words = retagged(sentence(tagged)).words

    assert verb in [(w.text, w.lemma, w.xpos) for w in words]


@pytest.mark.parametrize(
    "tagged",
    [
        "The/DT member/NN states/NNS met/VBD ./.",
        '"/" It/PRP rained/VBD ,/, "/" said/VBD the/DT member/NN states/NNS ./.',
        "Marsh/NNP ignored/VBD the/DT storm/NN warning/NN of/IN May/NNP ./.",
    ],
)
def test_nouns_stay_nouns(tagged: str) -> None:
    read = sentence(tagged)

    assert retagged(read) is read
