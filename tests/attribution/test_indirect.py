"""Indirect speech: which reporting clauses without marks are candidates, and how likely."""

from __future__ import annotations

import pytest

from quotes.attribution import ranker
from quotes.attribution.certain_reports import closes
from quotes.attribution.indirect import (
    NO,
    WEIGHTS,
    Report,
    features,
    probabilities,
    reports,
)
from quotes.attribution.mentions import MentionKind
from tests.attribution.sentences import frame_of, scene

CLOSING_TEXT = "The leak also worried the harbour office, added Ada Marsh, an engineer at the yard."


def _reports(text: str) -> list[Report]:
    laid = scene(text)
    rows = reports(laid, range(len(laid.reading.sentences)))
    return [report for row in rows for report in row]


def _cues(text: str) -> list[str]:
    return sorted({text[r.frame.start : r.frame.end] for r in _reports(text)})


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Marsh said that the bridge was closed.", ["said"]),
        ("The bridge was closed, Marsh said.", ["said"]),
        ("Fenn told Marsh that the bridge was closed.", ["told"]),
        ("Marsh denied that the bridge was closed.", ["denied"]),
        ("Marsh contended that the bridge was closed.", ["contended"]),
        ("According to Joel Fenn, the bridge was closed.", ["According to"]),
        ("The bridge was closed, according to a report by Joel Fenn.", ["according to"]),
        ("Ada Marsh opened the meeting and said it was late.", ["said"]),
    ],
)
def test_a_reporting_expression_with_a_clause_is_a_candidate(text: str, cues: list[str]) -> None:
    assert _cues(text) == cues


@pytest.mark.parametrize(
    "text",
    [
        # Only what the talk is about: the object of a preposition.
        "Fenn talked about the bridge that was closed.",
        # A single word.
        "Fenn said so.",
        # A relative clause adds to a noun.
        "Marsh pointed at the jetty, which was old and wet.",
        # A wish, not a report.
        "Fenn wanted the bridge to be closed.",
        # All that is reported stands between marks.
        "“The bridge is closed,” said Ada Marsh.",
    ],
)
def test_other_uses_of_the_words_are_no_candidates(text: str) -> None:
    assert _reports(text) == []


def test_beside_marks_one_word_outside_them_is_enough() -> None:
    text = "Marsh said it “was a danger to every child”."
    words = scene(text).reading.sentences[0].words
    by_marsh = [r for r in _reports(text) if r.frame.mention.kind is MentionKind.PERSON]

    [report] = by_marsh

    bounds = [text[words[a].start : words[b - 1].end] for a, b in report.ranges]
    assert bounds == ["it “was a danger to every child”"]


@pytest.mark.parametrize(
    ("text", "mention", "cue", "expected"),
    [
        (CLOSING_TEXT, "Ada Marsh", "added", True),
        # No comma before the cue but a mark.
        ("“The bridge is closed,” said Ada Marsh.", "Ada Marsh", "said", False),
        # The source stands before its cue.
        ("Joel Fenn, a builder in Elmford, said it was old.", "Joel Fenn", "said", False),
        # Nobody by name.
        ("The tone, said a clerk, was “a danger to every child”.", "a clerk", "said", False),
    ],
)
def test_an_attribution_closes_where_comma_verb_and_a_persons_name_follow_each_other(
    text: str, mention: str, cue: str, expected: bool
) -> None:
    assert closes(*frame_of(text, mention, cue)) is expected


def test_sentences_that_were_not_asked_for_give_no_candidates() -> None:
    laid = scene("Marsh said that the bridge was closed.")

    assert list(reports(laid, [])) == []


def test_furniture_gives_no_candidates() -> None:
    laid = scene("Marsh said it was late.\n\nAdvertisement\n\n“It is old,” Fenn said.")

    found = list(reports(laid, range(3)))

    assert {report.frame.sentence for row in found for report in row} == {0}


def test_the_probability_of_a_plain_report_is_high() -> None:
    laid = scene("Marsh said that the bridge was closed.")
    [row] = reports(laid, [0])

    assert [report.frame.lemma for report in row] == ["say"]
    assert probabilities(laid, row)[0] > 0.8


def test_a_closing_attribution_counts_whatever_its_parse_and_what_follows_the_name() -> None:
    laid = scene(CLOSING_TEXT)
    [row] = reports(laid, [0])

    assert [report.frame.lemma for report in row] == ["add"]
    assert probabilities(laid, row)[0] >= 0.9


def test_the_sources_of_one_cue_share_its_probability() -> None:
    laid = scene("Ada Marsh opened the meeting and said it was late.")
    [row] = reports(laid, [0])

    assert 0 < sum(probabilities(laid, row)) < 1


def test_features_are_the_same_at_every_call_and_known_to_the_shipped_weights() -> None:
    laid = scene("Marsh said that the bridge was closed.")
    [[report]] = reports(laid, [0])
    index = ranker.load(WEIGHTS).index

    assert features(laid, report) == features(laid, report)
    assert len(set(features(laid, report))) == len(features(laid, report))
    assert set(NO) <= set(index)
    known = [f for f in features(laid, report) if f in index]
    assert len(known) > len(features(laid, report)) / 2
