"""Where reports end: before what the writers add."""

from __future__ import annotations

import pytest

from quotes.attribution import relations
from quotes.attribution.certain_reports import closes
from quotes.attribution.content import attribution_block
from quotes.attribution.endings import shortened
from quotes.attribution.extents import Ranges, choices
from quotes.attribution.indirect import reports as candidate_reports
from quotes.attribution.quoted_only import marked_only
from quotes.types import Kind
from tests.attribution.sentences import frame_of, scene

CITING = "The airline said it would add six routes, citing strong demand."
RELAYED = "Marsh said the bridge was closed, the agency reported."
CONTRAST = "The union says the offer is poor while the council insists it is fair."
CLAIM = "The clerk's claim that the port was open to all was denied by the guild."
SHOUTED = "She shouted “you will pay for this” before driving off."
INSERTED = "The road, the clerk said on Monday, would close."
LEAST = "Marsh said at least nine boats were lost."
ANNOUNCED = "It was announced by the palace that the port would close."
CITED = "The agency reported that the truce held, citing two officials."
CLOSING = "The boats have left, people close to the guild said."
ADDING = "Marsh admitted the bridge was old, before adding: “We will mend it.”"


def _texts(text: str, options: list[Ranges], number: int = 0) -> list[str]:
    words = scene(text).reading.sentences[number].words
    return [" … ".join(text[words[a].start : words[b - 1].end] for a, b in r) for r in options]


def _kept(text: str, mention: str, cue: str) -> list[str]:
    sentence, frame = frame_of(text, mention, cue)
    inside = scene(text).inside(0)
    options = choices(sentence, frame, inside)
    return _texts(text, list(shortened(sentence, frame, inside, options)))


def _offered(text: str, cue: str) -> list[str]:
    laid = scene(text)
    found = []
    for row in candidate_reports(laid, [0]):
        for report in row:
            if text[report.frame.start : report.frame.end] == cue:
                found.extend(_texts(text, list(report.options)))
    return found


@pytest.mark.parametrize(
    ("text", "mention", "cue", "expected"),
    [
        (CITING, "The airline", "said", "it would add six routes"),
        (RELAYED, "Marsh", "said", "the bridge was closed"),
        (CONTRAST, "The union", "says", "the offer is poor"),
    ],
)
def test_what_the_writers_add_is_left_out(text: str, mention: str, cue: str, expected: str) -> None:
    kept = _kept(text, mention, cue)

    assert [found for found in kept if found.startswith(expected)] == [expected]


def test_a_claim_ends_before_the_verb_that_it_is_the_subject_of() -> None:
    assert _kept(CLAIM, "The clerk", "claim") == ["the port was open to all"]


def test_only_words_in_marks_are_reported_where_a_clause_of_time_follows_them() -> None:
    sentence, frame = frame_of(SHOUTED, "She", "shouted")
    ranges = marked_only(sentence, frame, scene(SHOUTED).inside(0))

    assert ranges is not None
    assert _texts(SHOUTED, [ranges]) == ["“you will pay for this”"]


def test_without_marks_behind_the_cue_nothing_is_settled() -> None:
    sentence, frame = frame_of(CITING, "The airline", "said")

    assert marked_only(sentence, frame, scene(CITING).inside(0)) is None


def test_the_time_inside_an_insertion_belongs_to_the_attribution() -> None:
    sentence, frame = frame_of(INSERTED, "the clerk", "said")
    first, stop = attribution_block(sentence, frame)

    assert " ".join(w.text for w in sentence.words[first:stop]) == "the clerk said on Monday"


def test_a_report_may_begin_with_at_least() -> None:
    assert "at least nine boats were lost" in _offered(LEAST, "said")


def test_the_words_that_lead_a_passive_in_are_not_reported() -> None:
    offered = _offered(ANNOUNCED, "announced")

    assert "the port would close" in offered
    assert "It was" not in offered


def test_those_cited_are_not_what_is_said() -> None:
    assert "two officials" not in _offered(CITED, "citing")


def test_a_closing_attribution_in_plain_order_reports_what_stands_before_it() -> None:
    sentence, frame = frame_of(CLOSING, "people close to the guild", "said")

    assert closes(sentence, frame)
    assert _offered(CLOSING, "said") == ["The boats have left"]


def test_a_report_before_another_one_ends_before_its_cue() -> None:
    indirect = [r for r in relations(scene(ADDING)) if r.kind is Kind.INDIRECT]
    reported = [ADDING[a:b] for r in indirect for a, b in r.content]

    assert reported == ["the bridge was old"]


def test_those_accused_may_speak() -> None:
    text = "The accused denied it."

    assert frame_of(text, "The accused", "denied")
