"""No report holds the source and the cue of another one, nor what the sentence goes on with."""

from __future__ import annotations

import pytest

from quotes.attribution import relations
from quotes.types import Kind
from tests.attribution.sentences import scene

PARTED = "The tone of the letter, said a clerk, was not “fit for partners”."
BILL = "The bill, which critics say is a “gift to fraud”, takes effect in May."
WINTER = "What one clerk called “the longest winter” ended with a thaw."
CLAIMS = (
    "Joel Fenn's claim that the bank was broke and Ada Marsh's insistence that it was safe left "
    "savers baffled."
)
FORMER = (
    "Letters from two judges threatened the ministry, with the former warning that it would "
    "“gut the courts”."
)
DEPUTY = (
    "Talks went on, with Ada Marsh saying that the firm was “run by clerks” and her deputy "
    "adding that strikes would follow."
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


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (CLAIMS, "the bank was broke"),
        (FORMER, "it would “gut the courts”"),
        (DEPUTY, "the firm was “run by clerks”"),
    ],
)
def test_a_report_ends_before_the_source_of_the_next_one(text: str, content: str) -> None:
    assert _contents(text)[0] == content
