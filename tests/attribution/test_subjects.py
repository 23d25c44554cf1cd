"""Subjects and noun cues by the order of the words, without a parse."""

from __future__ import annotations

import pytest

from quotes.attribution.frames import frames
from quotes.attribution.mentions import mentions
from quotes.attribution.subjects import Subjects
from tests.attribution.tagged import sentence


def _left(tagged: str, verb: str) -> str | None:
    read = sentence(tagged)
    size = len(read.words)
    subjects = Subjects(read, [w.is_mark for w in read.words], mentions(read, [(0, size)]))
    at = next(i for i, w in enumerate(read.words) if w.text == verb)
    found = subjects.left(at)
    return None if found is None else " ".join(w.text for w in read.words[found.first : found.stop])


@pytest.mark.parametrize(
    ("tagged", "subject"),
    [
        ("the/DT clerk/NN said/VBD", "the clerk"),
        ("the/DT clerk/NN would/MD often/RB said/VBD", "the clerk"),
        ("the/DT clerk/NN Monday/NNP said/VBD", "the clerk"),
        ("the/DT clerk/NN who/WP said/VBD", "the clerk"),
        ("the/DT clerk/NN ,/, tired/JJ of/IN it/PRP ,/, said/VBD", "the clerk"),
        # A second insertion, or a mark, stands between.
        ("the/DT clerk/NN ,/, tired/JJ ,/, old/JJ ,/, said/VBD", None),
        ('the/DT clerk/NN "/`` said/VBD', None),
        ("said/VBD the/DT clerk/NN", None),
    ],
)
def test_the_mention_before_a_verb_is_its_subject_past_adverbs_and_one_insertion(
    tagged: str, subject: str | None
) -> None:
    assert _left(tagged, "said") == subject


def _noun_cues(tagged: str) -> set[str]:
    read = sentence(tagged)
    return {f.lemma for f in frames(read, [False] * len(read.words)) if f.by_noun}


def test_only_a_noun_that_reports_is_a_cue_of_its_owner() -> None:
    assert _noun_cues("the/DT clerk/NN 's/POS claim/NN failed/VBD") == {"claim"}
    assert _noun_cues("the/DT clerk/NN 's/POS bridge/NN failed/VBD") == set()
    assert _noun_cues("the/DT claim/NN of/IN the/DT clerk/NN failed/VBD") == {"claim"}
