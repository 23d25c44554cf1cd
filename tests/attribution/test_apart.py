"""No report holds the source and the cue of another one, nor what the sentence goes on with."""

from __future__ import annotations

import pytest

from quotes.attribution import relations
from quotes.attribution.extents import choices
from quotes.types import Kind
from tests.attribution.sentences import cued, frame_of, scene

PARTED = "The tone of the letter, said a clerk, was not “fit for partners”."
BILL = "The bill, which critics say is a “gift to fraud”, takes effect in May."
WINTER = "What one clerk called “the longest winter” ended with a thaw."
FORMER = (
    "Letters from two judges threatened the ministry, with the former warning that it would "
    "“gut the courts”."
)


def _contents(text: str) -> list[str]:
    found = (r for r in relations(scene(text)) if r.kind is not Kind.OTHER)
    return [" … ".join(text[a:b] for a, b in r.content) for r in found]


def test_a_clause_that_its_attribution_parts_is_reported_whole() -> None:
    assert _contents(PARTED) == ["The tone of the letter … was not “fit for partners”"]


@pytest.mark.parametrize(
    ("text", "content"),
    [(BILL, "is a “gift to fraud”"), (WINTER, "“the longest winter”")],
)
def test_a_relative_clause_with_a_report_ends_before_the_verb_of_what_it_describes(
    text: str, content: str
) -> None:
    assert _contents(text) == [content]


def test_a_report_ends_before_the_source_of_the_next_one() -> None:
    assert _contents(FORMER)[0] == "it would “gut the courts”"


def _attributed(text: str) -> list[tuple[str, str, str]]:
    found = []
    for r in relations(scene(text)):
        if r.kind is not Kind.OTHER and r.mention is not None and r.cue is not None:
            content = " … ".join(text[a:b] for a, b in r.content)
            found.append((text[r.mention.start : r.mention.end], text[slice(*r.cue)], content))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Terming the claim “false and unfair”, Ada Marsh said she would sue.",
            [
                ("Ada Marsh", "Terming", "the claim “false and unfair”"),
                ("Ada Marsh", "said", "she would sue"),
            ],
        ),
        (
            "Ada Marsh said the port was closed, adding that it was “a sad day”.",
            [
                ("Ada Marsh", "said", "the port was closed"),
                ("Ada Marsh", "adding", "it was “a sad day”"),
            ],
        ),
        (
            "Ada Marsh said the port was closed, and Joel Fenn insisted it was “open”.",
            [
                ("Ada Marsh", "said", "the port was closed"),
                ("Joel Fenn", "insisted", "it was “open”"),
            ],
        ),
        (
            "Ada Marsh said the track was “like soap”, "
            "while clerk Joel Fenn joked he had “swum” it.",
            [
                ("Ada Marsh", "said", "the track was “like soap”"),
                ("clerk Joel Fenn", "joked", "he had “swum” it"),
            ],
        ),
        (
            "The guild's claim that the bridge is safe has been mocked by Marsh.",
            [
                ("Marsh", "mocked", "The guild's claim that the bridge is safe"),
                ("The guild", "claim", "the bridge is safe"),
            ],
        ),
        (
            "Ada Marsh said that it was late; the file, she said, was “lost”.",
            [("Ada Marsh", "said", "it was late"), ("she", "said", "the file … was “lost”")],
        ),
    ],
)
def test_two_cues_of_one_sentence_report_apart(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert _attributed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ELMFORD (AP) - Ada Marsh said the port was “closed”.",
            ("Ada Marsh", "said", "the port was “closed”"),
        ),
        (
            "ELMFORD, N.D. - The guild said the port was closed.",
            ("The guild", "said", "the port was closed"),
        ),
        (
            "The guild will not meet - “unless it is paid,” Ada Marsh added.",
            ("Ada Marsh", "added", "“unless it is paid,”"),
        ),
        (
            "Joel Fenn thinks otherwise: the tide, she argues, “has turned.”",
            ("she", "argues", "the tide … “has turned.”"),
        ),
        (
            "Joel Fenn's claim that the guild was close to dock-side mobs mirror this trend.",
            ("Joel Fenn", "claim", "the guild was close to dock-side mobs"),
        ),
        (
            "Ada Marsh turned to the crowd again: “We will not pay for this.”",
            ("Ada Marsh", "turned", "“We will not pay for this.”"),
        ),
    ],
)
def test_what_the_writers_say_before_or_behind_is_not_reported(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert _attributed(text) == [expected]


def test_a_showing_by_a_noun_and_a_ruling_to_do_something_are_no_reports() -> None:
    assert _attributed("The island signalled its new pride when it refused the loan.") == []
    assert _attributed("The court found faults and ruled to close it.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The guild demanded more “respect” in May.",
            ("The guild", "demanded", "more “respect”"),
        ),
        pytest.param(
            "“Bonkers” was all he said.",
            ("he", "said", "“Bonkers”"),
            marks=pytest.mark.xfail(reason="one word before a verb is taken for a term"),
        ),
    ],
)
def test_what_is_demanded_in_marks_and_all_that_was_said_are_quotes(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert _attributed(text) == [expected]


def test_names_in_capitals_are_not_the_words_of_who_rejects_them() -> None:
    found = relations(scene("Most guilds have rejected any talk of “LPT” and “QED” in May."))

    assert not any(r.segments for r in found if r.kind is not Kind.OTHER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The agency quoted a clerk as saying that the port was closed.",
            ("a clerk", "saying", "the port was closed"),
        ),
        (
            "According to him, the port was closed.",
            ("him", "According to", "the port was closed"),
        ),
    ],
)
def test_those_quoted_as_saying_and_pronouns_behind_according_to_speak(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert _attributed(text) == [expected]


def test_the_day_behind_a_cue_is_not_reported() -> None:
    text = "Marsh said on Thursday sales rose, a clerk confirmed."
    sentence, frame = frame_of(text, "Marsh", "said")
    options = choices(sentence, frame, scene(text).inside(0))
    words = sentence.words

    assert "sales rose" in {text[words[o[0][0]].start : words[o[0][1] - 1].end] for o in options}


@pytest.mark.parametrize(
    ("text", "mention"),
    [("ELMFORD (AP) - Ada Marsh said the port was “closed”.", "ELMFORD")],
)
def test_a_dateline_names_no_source(text: str, mention: str) -> None:
    assert mention not in {source for source, _, _ in cued(text)}
