"""Shapes of sources and of words in marks, which are features of the ranker."""

from __future__ import annotations

import pytest

from quotes.attribution import relations
from quotes.attribution.patterns import is_named, judging, reads_as_speech
from quotes.attribution.shapes import shapes
from tests.attribution.sentences import asked, scene

AGENT = "The plan was condemned as “a charter for cowboys” by the guild."
QUOTED = "“The truce is holding,” the agency quoted a clerk as saying."
HEADLINE = "“They left us to drown”: sailors speak out"
TAUNT = "Joel Fenn's taunt – ‘Come and see our port, if you dare’ – was widely heard."
TOLD = "The court was told that Marsh was “treated like a servant”."
INSERTED = "The tone, said a clerk, was “a danger to every child”."
TITLE = "“Salt Ferry,” stars Ada Marsh."
OWN = "The sky was grey. “We sleep in mud.” Ada Marsh shook her head."


def _shaped(text: str) -> set[tuple[str, str]]:
    """The patterns of a text with one stretch between marks, each with its source."""
    laid, place, options = asked(text)
    frames = [option.frame for option in options if option.frame is not None]
    return {
        (name, text[frame.mention.start : frame.mention.end])
        for frame in frames
        for name in shapes(laid, place, frame)
    }


@pytest.mark.parametrize(
    ("text", "name", "source"),
    [
        (QUOTED, "quoted as", "a clerk"),
        (HEADLINE, "heads", "sailors"),
        (INSERTED, "inserted", "a clerk"),
        (TAUNT, "says it", "Joel Fenn"),
    ],
)
def test_a_pattern_has_a_name_and_a_source(text: str, name: str, source: str) -> None:
    assert {found for shape, found in _shaped(text) if shape == name} == {source}


def test_a_title_before_a_verb_of_other_than_saying_is_no_pattern() -> None:
    assert not _shaped(TITLE)


def test_those_who_are_told_between_commas_are_not_inserted() -> None:
    found = _shaped("Marsh seemed ready, telling the crowd, “It is good.”")

    assert ("inserted", "the crowd") not in found


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("She painted the poster “Begins with mud.”", True),
        ("A choir named “We sing for soup” has 900 members.", True),
        ("The so-called “storm fund” was empty.", True),
        # What is said of a work is no name of it.
        ("He branded the show “a danger to shipping”.", False),
    ],
)
def test_what_a_work_or_a_naming_word_leads_in_is_a_name(text: str, named: bool) -> None:
    assert is_named(*asked(text)[:2]) is named


def test_a_sentence_in_marks_between_two_others_reads_as_speech() -> None:
    assert reads_as_speech(*asked(OWN)[:2])
    assert not reads_as_speech(*asked(AGENT)[:2])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Marsh told clerk Joel Fenn: “The bridge is safe.”", "Ada Marsh"),
        ("Warden Joel Fenn: “The bridge is safe.”", "Warden Joel Fenn"),
    ],
)
def test_a_colon_makes_a_source_of_the_name_that_opens_a_sentence_and_not_of_those_told(
    text: str, source: str
) -> None:
    [quote] = relations(scene(text))

    assert quote.mention is not None
    assert text[quote.mention.start : quote.mention.end] == source


def test_a_verb_judges_only_where_as_leads_the_words_in() -> None:
    laid, place, _ = asked(AGENT)
    verbs = [laid.word(i).text for i in judging(laid, place)]

    assert verbs[-1] == "condemned"
    assert not judging(*asked(TOLD)[:2])
