"""Feelings with a clause: where it ends, and that the words in marks in it are theirs who feel."""

from __future__ import annotations

import pytest

from quotes.attribution import relations
from quotes.attribution.feelings import voiced
from quotes.types import Kind
from tests.attribution.sentences import asked, scene

CONDITION = (
    "The host, outraged after those votes that if the union could “slip away” with such “cheek,” "
    "it must “watch the docks”, walked out."
)
PREDICATE = "Locals are adamant that the mast is “an eyesore”."
FRONTED = "Furious that the plans were “waved through”, campaigners have gone to court."
RELATIVE = "Fans who fumed that the scheme was “a shambles” stayed away."
OTHERS = "She was angry at the claims that were made in the shop “by mistake”."
TOLD = "The clerk said they were worried that the dam “may burst”."


def _clauses(text: str) -> list[str]:
    laid = scene(text)
    sentence, inside = laid.reading.sentences[0], laid.inside(0)
    words = sentence.words
    found = (voiced(sentence, i, inside) for i in range(len(words)))
    return [text[words[c[0]].start : words[c[1] - 1].end] for c in found if c is not None]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            CONDITION,
            "if the union could “slip away” with such “cheek,” it must “watch the docks”",
        ),
        (PREDICATE, "the mast is “an eyesore”"),
        (FRONTED, "the plans were “waved through”"),
        (RELATIVE, "the scheme was “a shambles”"),
    ],
)
def test_the_clause_of_a_feeling_ends_where_its_sentence_goes_on(text: str, clause: str) -> None:
    assert [found.rstrip("”") for found in _clauses(text)] == [clause.rstrip("”")]


@pytest.mark.parametrize("text", [OTHERS, "Marsh said that the bridge was closed."])
def test_a_clause_of_another_word_is_not_that_of_a_feeling(text: str) -> None:
    assert _clauses(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (CONDITION, "The host", "outraged"),
        (PREDICATE, "Locals", "adamant"),
        (FRONTED, "campaigners", "Furious"),
    ],
)
def test_words_in_marks_in_the_clause_of_a_feeling_are_one_quote_of_those_who_feel(
    text: str, source: str, cue: str
) -> None:
    [quote] = [r for r in relations(scene(text)) if r.kind is not Kind.OTHER]

    assert quote.mention is not None
    assert quote.cue is not None
    assert text[quote.mention.start : quote.mention.end] == source
    assert text[slice(*quote.cue)] == cue
    assert [text[a:b].rstrip("”") for a, b in quote.content] == [
        clause.rstrip("”") for clause in _clauses(text)
    ]


def test_a_feeling_that_is_reported_itself_settles_nothing() -> None:
    _, _, options = asked(TOLD)

    assert {o.frame.lemma for o in options if o.frame is not None} >= {"say", "worry"}
    [quote] = [r for r in relations(scene(TOLD)) if r.kind is not Kind.OTHER]
    assert quote.mention is not None
    assert TOLD[quote.mention.start : quote.mention.end] == "The clerk"
