"""Syntax: what leads a verb in, what it hangs on, and whether its cue fills a slot."""

from __future__ import annotations

import pytest

from quotes.attribution import syntax
from quotes.language.sentences import Sentence
from tests.attribution.sentences import frame_of, scene


def _at(text: str, word: str) -> tuple[Sentence, int]:
    sentence = scene(text).reading.sentences[0]
    return sentence, [w.text for w in sentence.words].index(word)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Marsh said that the bridge was closed.", "closed", "that"),
        ("Marsh said that the bridge was closed.", "said", "-"),
        # What leads another clause in is not counted.
        ("Marsh said the bridge was old and warned that the road was wet.", "warned", "-"),
        # A preposition leads no clause in.
        ("The council was accused of delay.", "delay", "-"),
    ],
)
def test_the_marker_of_a_verb_is_the_word_that_leads_its_clause_in(
    text: str, verb: str, expected: str
) -> None:
    assert syntax.marker(*_at(text, verb)) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Marsh said that the bridge was closed.", "said", "root"),
        ("Marsh said that the bridge was closed.", "closed", "ccomp:say"),
        ("Ada Marsh left the hall, saying the bridge was closed.", "saying", "advcl:leave"),
        # A relation counts without what specialises it, and a name only as a name.
        ("Joel Fenn, who said the bridge was old, left.", "said", "acl:NNP"),
        ("Marsh pointed at the jetty, which was old and wet.", "old", "acl:jetty"),
    ],
)
def test_over_a_verb_stands_the_word_it_hangs_on_with_the_relation(
    text: str, verb: str, expected: str
) -> None:
    assert syntax.over(*_at(text, verb)) == expected


@pytest.mark.parametrize(
    ("text", "mention", "cue", "expected"),
    [
        # A comma before, and nothing but the source up to the next sign.
        (
            "The tone, said a clerk, was “a danger to every child”.",
            "a clerk",
            "said",
            "True:True",
        ),
        # No comma before.
        ("“The bridge is closed,” said Ada Marsh.", "Ada Marsh", "said", "False:True"),
        # A verb stands behind the cue before any sign.
        ("Marsh said that the bridge was closed.", "Marsh", "said", "False:False"),
        (
            "Marsh, 44, said on Tuesday that the bridge was closed.",
            "Marsh",
            "said",
            "True:False",
        ),
        # Too many words follow for a source.
        (
            "The hall was cold, added a retired keeper of the old stone bridge in Elmford.",
            "a retired keeper of the old stone bridge in Elmford",
            "added",
            "True:False",
        ),
    ],
)
def test_the_slot_of_a_cue_tells_a_comma_before_it_and_a_short_phrase_without_verb_behind_it(
    text: str, mention: str, cue: str, expected: str
) -> None:
    assert syntax.slot(*frame_of(text, mention, cue)) == expected
