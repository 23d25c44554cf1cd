"""Quotes as flat rows (`quotes/export/rows.py`)."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator

import pytest

import quotes
from quotes.export import COLUMNS, Row, rows
from quotes.types import Kind, SpeakerKind, Unresolved, VersionRelation
from tests.export.pairs import Pair, bridge, many
from tests.utterances.building import Who, normalised, story


def test_a_row_has_the_quote_its_speaker_and_what_is_known_of_the_article() -> None:
    assert next(rows([bridge()])) == Row(
        article_id="a1",
        outlet="Lowmere Courier",
        url="https://courier.example/bridge",
        title="The wall",
        published=datetime.datetime(2031, 3, 4, 8, 30),
        quote_id="q1",
        kind=Kind.DIRECT,
        text="The wall\nholds, It always has.",
        content="“The wall\nholds,” “It always has.”",
        speaker="Ines Varley",
        speaker_kind=SpeakerKind.PERSON,
        roles=("engineer", "mayor"),
        affiliations=("Harbour Board",),
        cue="said",
        source=None,
        via="She",
        confidence=0.95,
        speaker_confidence=0.9,
        unresolved=None,
        start=49,
        end=122,
        before="early in the wet spring of that year.",
        after="She warned that the river was rising. “No”",
    )


def test_a_quote_without_a_speaker_says_why_and_has_nothing_of_one() -> None:
    row = list(rows([bridge()]))[-1]

    assert (row.speaker, row.speaker_kind, row.roles, row.affiliations) == (None, None, (), ())
    assert row.unresolved is Unresolved.NO_SOURCE


def test_offsets_are_those_of_all_that_is_reported() -> None:
    article, found = bridge()

    for row in rows([(article, found)]):
        held = article.text[row.start : row.end]
        assert held.startswith(row.content.split()[0])
        assert held.endswith(row.content.split()[-1])


def test_the_source_is_given_as_it_is_written() -> None:
    assert [row.source for row in rows([bridge()])] == [None, "She", None]


def test_rows_of_utterances_have_the_utterance_beside_what_the_article_tells() -> None:
    found = normalised(
        story("a", "⟦marsh: “The wall will hold until the spring tide”⟧, ⟦+cue: said⟧ Ada Marsh."),
        story(
            "b",
            "⟦short: “The wall will hold until the spring tide”⟧, ⟦+cue: said⟧ Marsh.",
            outlet="Courier",
            short=Who("Marsh", roles=("mayor",)),
        ),
    )

    first, second = rows(found)

    assert first.utterance == "The wall will hold until the spring tide"
    assert (first.speaker, second.speaker) == ("Ada Marsh", "Marsh")
    assert first.utterance_speaker == second.utterance_speaker == "Ada Marsh"
    assert first.utterance_id == second.utterance_id == found[0].id
    assert [row.relation for row in (first, second)] == [VersionRelation.VERBATIM] * 2
    assert first.similarity == 1.0
    assert (second.article_id, second.outlet) == ("b", "Courier")


def test_a_version_of_an_article_without_an_id_has_the_id_that_it_was_given() -> None:
    told = story(None, "⟦marsh: “The wall will hold until the spring tide”⟧, said Ada Marsh.")

    (row,) = rows(normalised(told))

    assert row.article_id
    assert row.utterance_id == f"{row.article_id}:q1"


def test_rows_are_made_when_they_are_asked_for() -> None:
    asked = []

    def pairs() -> Iterator[Pair]:
        for pair in many(60):
            asked.append(pair[0].id)
            yield pair

    coming = rows(pairs())
    next(coming)

    assert asked == ["a0"]
    assert sum(1 for _ in coming) == 59


def test_a_row_is_the_same_after_json() -> None:
    for row in rows([bridge()]):
        assert Row.from_dict(json.loads(json.dumps(row.to_dict()))) == row
        assert tuple(row.to_dict()) == COLUMNS


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: rows(7),  # type: ignore[arg-type]
        lambda: rows("a text"),  # type: ignore[arg-type]
        lambda: list(rows([bridge()[0]])),  # type: ignore[list-item]
        lambda: list(rows([(bridge()[0], ["q1"])])),  # type: ignore[list-item]
    ],
    ids=["number", "text", "article", "ids"],
)
def test_what_is_no_article_with_quotes_is_refused(wrong: Callable[[], object]) -> None:
    with pytest.raises(quotes.InputError):
        wrong()
