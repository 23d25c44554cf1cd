"""Who gets quoted, and how much (`quotes/audit/counting.py`)."""

from __future__ import annotations

import pytest

import quotes
from quotes.audit import Gender, Source, Tally
from quotes.types import QuoteRef, SpeakerKind
from tests.audit.building import STORIES, audited, counted, sourced
from tests.utterances.building import Who, story


def source(name: str) -> Source:
    (one,) = (source for source in audited() if source.name == name)
    return one


def test_the_forms_of_one_name_in_several_articles_are_one_source() -> None:
    marsh = audited()[0]

    assert (marsh.name, marsh.kind, marsh.named) == ("Ada Marsh", SpeakerKind.PERSON, True)
    assert marsh.names == ("Ada Marsh", "Marsh")
    assert (marsh.quotes, marsh.words, marsh.articles) == (4, 5 + 3 + 5 + 3, 3)
    assert marsh.outlets == ("Courier", "Tidings")
    assert marsh.refs == (
        QuoteRef("a", "q1"),
        QuoteRef("a", "q2"),
        QuoteRef("b", "q2"),
        QuoteRef("c", "q1"),
    )


def test_pronouns_and_titles_tell_women_and_men_and_stand_as_evidence() -> None:
    marsh, fenn = source("Ada Marsh"), source("Joel Fenn")

    assert (marsh.gender, marsh.she, marsh.he, marsh.titles) == (Gender.WOMAN, 1, 0, ())
    assert (fenn.gender, fenn.she, fenn.he, fenn.titles) == (Gender.MAN, 0, 0, ("Mr.",))
    texts = {story.article.id: story.article.text for story in STORIES}
    for item in (*marsh.evidence, *fenn.evidence):
        span = item.span
        assert texts[item.article_id][span.start : span.end] == span.text
    assert [item.span.text for item in (*marsh.evidence, *fenn.evidence)] == ["She", "Mr."]


def test_a_first_name_alone_tells_neither_woman_nor_man() -> None:
    found = counted(story("a", "⟦marsh: “It is old”⟧, ⟦+cue: said⟧ Ada Marsh."))

    assert found[0].gender is Gender.NOT_TOLD


def test_unnamed_sources_of_different_articles_stay_apart() -> None:
    officials = [s for s in audited() if s.name == "a harbour official"]

    assert [s.quotes for s in officials] == [1, 1]
    assert not any(s.named for s in officials)
    assert len({s.id for s in officials}) == 2


def test_a_group_has_a_name_if_its_members_are_named() -> None:
    pair = source("Petra Lind and Bao Merrin")

    assert pair.named
    assert pair.body


def test_sources_stand_by_how_often_they_are_quoted_then_by_words() -> None:
    found = audited()

    assert [(s.quotes, s.words) for s in found] == sorted(
        ((s.quotes, s.words) for s in found), reverse=True
    )


def test_the_summary_counts_every_quote_once_and_those_without_a_speaker_apart() -> None:
    whole = audited().summary

    assert whole.outlet is None
    assert (whole.articles, whole.sources, whole.quotes, whole.unattributed) == (3, 6, 9, 1)
    assert whole.words == sum(s.words for s in audited())
    assert whole.named.quotes + whole.unnamed.quotes == whole.quotes
    assert whole.people.quotes + whole.bodies.quotes == whole.quotes
    told = (whole.women, whole.men, whole.not_told)
    assert sum(tally.quotes for tally in told) == whole.people.quotes
    assert sum(tally.words for tally in told) == whole.people.words


def test_women_and_men_are_shares_of_what_people_are_quoted_with() -> None:
    whole = audited().summary

    assert whole.people == Tally(4, 7, 28, 0.7778, 0.9655)
    assert whole.women == Tally(1, 4, 16, 0.5714, 0.5714)
    assert whole.men == Tally(1, 1, 6, 0.1429, 0.2143)
    assert whole.not_told == Tally(2, 2, 6, 0.2857, 0.2143)


def test_bodies_and_officials_are_shares_of_all() -> None:
    whole = audited().summary

    assert whole.bodies == Tally(2, 2, 1, 0.2222, 0.0345)
    assert whole.officials.sources == 4  # the mayor, the ministry, two officials
    assert whole.officials.quotes == 7


def test_every_outlet_has_a_summary_of_its_own() -> None:
    courier, tidings = audited().by_outlet

    assert (courier.outlet, courier.articles, courier.quotes, courier.unattributed) == (
        "Courier",
        1,
        4,
        1,
    )
    assert (tidings.outlet, tidings.articles, tidings.quotes, tidings.unattributed) == (
        "Tidings",
        2,
        5,
        0,
    )
    assert courier.women.quote_share == pytest.approx(2 / 3, abs=1e-4)
    assert tidings.women.words == 5 + 3


def test_articles_without_an_outlet_come_last_and_have_no_part_if_all_are_such() -> None:
    bare = story("d", "⟦marsh: “It is old”⟧, ⟦+cue: said⟧ Ada Marsh.")

    assert [part.outlet for part in counted(bare, *STORIES).by_outlet] == [
        "Courier",
        "Tidings",
        None,
    ]
    assert counted(bare).by_outlet == ()


def test_words_that_nobody_said_do_not_count() -> None:
    found = counted(story("a", "The ⟦scare: “gate”⟧ is shut."))

    assert len(found) == 0
    assert (found.summary.quotes, found.summary.unattributed) == (0, 0)
    assert found.summary.named == Tally(0, 0, 0, 0.0, 0.0)


def test_indirect_speech_counts_as_a_quote_without_quoted_words() -> None:
    found = counted(story("a", "Ada Marsh ⟦cue: said⟧ that ⟦marsh: the gate was old⟧."))

    assert (found[0].quotes, found[0].words) == (1, 0)


def test_the_order_of_the_articles_changes_nothing_but_the_order_of_references() -> None:
    def held(found: quotes.Sources) -> object:
        return [(s.id, s.names, s.quotes, s.words, s.evidence, sorted(s.refs)) for s in found]

    assert held(counted(*reversed(STORIES))) == held(audited())
    assert counted(*reversed(STORIES)).by_outlet == audited().by_outlet


def test_two_people_of_one_surname_stay_two() -> None:
    found = counted(
        sourced(
            story("a", "⟦marsh: “It is old”⟧, She ⟦+cue: said⟧, Ada Marsh, the mayor."), q1="She"
        ),
        story("b", "⟦other: “It is new”⟧, ⟦+cue: said⟧ Tomas Marsh.", other=Who("Tomas Marsh")),
    )

    assert [s.name for s in found] == ["Ada Marsh", "Tomas Marsh"]


def test_quotes_of_other_articles_are_refused() -> None:
    with pytest.raises(quotes.InputError, match="quotes: 0 lists for 1 articles"):
        quotes.sources(["“It is old,” said Ada Marsh."], quotes=[])


@pytest.mark.models
def test_articles_alone_are_enough() -> None:
    text = "“The gate is old,” said Ada Marsh, the mayor. “It stays shut,” she said."

    found = quotes.sources([text])

    assert [(s.name, s.quotes, s.gender) for s in found] == [("Ada Marsh", 2, Gender.WOMAN)]
    assert found[0].official_by == "mayor"
