"""Shapes of sources and of words in marks, with odds that the ranker might give."""

from __future__ import annotations

import pytest

from quotes.attribution import relations
from quotes.attribution.candidates import Candidate
from quotes.attribution.patterns import is_named, judging, reads_as_speech, unsourced
from quotes.attribution.shapes import beside
from tests.attribution.sentences import asked, scene

AGENT = "The plan was condemned as “a charter for cowboys” by the guild."
ANSWER = "The answer of the guild was swift: “The bridge is safe.”"
ANSWERED = "“The bridge is safe” was the answer of the guild."
QUOTED = "“The truce is holding,” the agency quoted a clerk as saying."
HEADLINE = "“They left us to drown”: sailors speak out"
TAUNT = "Joel Fenn's taunt – ‘Come and see our port, if you dare’ – was widely heard."
TOLD = "The court was told that Marsh was “treated like a servant”."
TITLE = "“Salt Ferry,” stars Ada Marsh."
NAMED = "Fans dubbed the stand the “Chicken Coop” because of its front."
CALLED = "Fans called the stand “a cold and draughty place” because of its front."
OWN = "The sky was grey. “We sleep in mud.” Ada Marsh shook her head."


def _mention(text: str, option: Candidate) -> str | None:
    frame = option.frame
    return None if frame is None else text[frame.mention.start : frame.mention.end]


def _settled(text: str, little: float = 0.01) -> tuple[set[str | None], float]:
    """The mentions that keep some probability, and that of nobody."""
    laid, place, options = asked(text)
    odds = beside(laid, place, options, [little] * (len(options) - 1) + [0.9])
    kept = {_mention(text, o) for o, p in zip(options[:-1], odds[:-1], strict=True) if p}
    return kept, odds[-1]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (ANSWER, "the guild"),
        (ANSWERED, "the guild"),
        (QUOTED, "a clerk"),
        (HEADLINE, "sailors"),
    ],
)
def test_a_source_in_a_sure_place_is_the_source_however_unlikely(text: str, source: str) -> None:
    kept, nobody = _settled(text)

    assert kept == {source}
    assert nobody <= 0.1


def test_a_title_before_a_verb_of_other_than_saying_settles_nothing() -> None:
    _, nobody = _settled(TITLE)

    assert nobody == pytest.approx(0.9)


def test_what_a_court_was_told_has_a_source_that_is_not_stated() -> None:
    laid, place, options = asked(TOLD)
    given = [0.2] * (len(options) - 1) + [0.5]

    odds = unsourced(laid, place, options, given)

    assert all(not p for p, o in zip(odds, options, strict=True) if _mention(TOLD, o) is not None)
    assert odds[-2] > odds[-1]


def test_words_of_a_verb_that_somebody_uses_keep_their_odds() -> None:
    laid, place, options = asked(QUOTED)
    given = [1 / len(options)] * len(options)

    assert unsourced(laid, place, options, given) == given


def test_a_name_in_capitals_that_a_verb_of_naming_gives_is_a_name() -> None:
    assert is_named(*asked(NAMED)[:2])
    assert not is_named(*asked(CALLED)[:2])


def test_a_sentence_in_marks_between_two_others_reads_as_speech() -> None:
    assert reads_as_speech(*asked(OWN)[:2])
    assert not reads_as_speech(*asked(AGENT)[:2])


def test_a_clause_in_marks_between_dashes_is_what_the_noun_before_it_reports() -> None:
    kept, nobody = _settled(TAUNT)

    assert kept == {"Joel Fenn"}
    assert nobody <= 0.25


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
