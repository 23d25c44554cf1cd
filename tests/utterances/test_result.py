"""The result of `normalise`: a sequence that can be re-thresholded, added to and kept."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import assert_type

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotes
from quotes.errors import OptionError
from quotes.types import Link, Utterance
from quotes.utterances import Utterances, scores
from quotes.utterances.features import compare
from quotes.utterances.items import Item
from quotes.utterances.partners import Partners
from tests.utterances.building import Story, groups, normalised, story, unnamed
from tests.utterances.stories import ALL, STORIES, WALL, split, through_json


def test_every_quote_is_in_one_utterance() -> None:
    versions = [(v.article_id, v.quote.id) for u in ALL for v in u.versions]

    assert sorted(versions) == [("a", "q1"), ("a", "q2"), *((c, "q1") for c in "bcde")]


def test_a_result_is_a_sequence_of_utterances() -> None:
    listed = list(ALL)

    assert isinstance(ALL, Sequence)
    assert len(ALL) == len(listed) > 1
    assert ALL[0] == listed[0]
    assert ALL[-1] == listed[-1]
    assert list(reversed(ALL)) == listed[::-1]
    assert listed[1] in ALL
    assert normalised(STORIES[1])[0] not in ALL
    assert (ALL.index(listed[1]), ALL.count(listed[1])) == (1, 1)
    with pytest.raises(IndexError):
        ALL[len(ALL)]


def test_a_slice_is_a_tuple_of_utterances() -> None:
    assert ALL[:2] == tuple(ALL)[:2]
    assert ALL[::-1] == tuple(ALL)[::-1]
    assert ALL[99:] == ()


def test_the_types_of_what_is_taken_from_a_result() -> None:
    assert_type(ALL[0], Utterance)
    assert_type(ALL[:1], tuple[Utterance, ...])
    assert_type(ALL.links, tuple[Link, ...])
    assert_type(ALL.related, tuple[Link, ...])
    assert_type(ALL.at(0.5), Utterances)
    assert_type(quotes.normalise([]), Utterances)


def test_results_of_the_same_utterances_are_equal() -> None:
    again = normalised(*STORIES)

    assert again == ALL
    assert hash(again) == hash(ALL)
    assert normalised(*STORIES[:2]) != ALL
    assert list(ALL) != ALL
    assert len({ALL, again}) == 1


def test_a_result_says_how_large_it_is() -> None:
    assert repr(ALL) == f"<Utterances: {len(ALL)} of 5 articles>"


@settings(deadline=None, max_examples=20)
@given(st.permutations(STORIES))
def test_the_order_of_the_articles_does_not_matter(order: list[Story]) -> None:
    found = normalised(*order)

    assert found == ALL
    assert found.links == ALL.links


def test_an_empty_input_gives_an_empty_result() -> None:
    for found in (quotes.normalise([]), quotes.normalise([], quotes=[]), Utterances({})):
        assert (len(found), list(found), found.links, found.related) == (0, [], (), ())
        assert found == through_json(found)


def test_articles_without_quotes_give_an_empty_result() -> None:
    assert len(quotes.normalise(["Rain.", "Sun."], quotes=[[], []])) == 0


def test_articles_and_quotes_may_come_from_generators() -> None:
    articles, rows = split(STORIES)

    assert quotes.normalise(iter(articles), quotes=(row for row in rows)) == ALL


def test_an_article_without_an_id_gets_one_that_stays_the_same() -> None:
    bare = story(None, f"⟦marsh: “{WALL},”⟧ said Ada Marsh.")

    first, again = normalised(bare, STORIES[1]), normalised(STORIES[1], bare)

    assert first == again
    ids = {v.article_id for u in first for v in u.versions}
    assert len(ids) == 2
    assert all(ids)


def test_a_text_alone_is_an_article() -> None:
    bare = story(None, f"⟦marsh: “{WALL},”⟧ said Ada Marsh.")

    assert quotes.normalise([bare.article.text], quotes=[bare.quotes]) == normalised(bare)


def test_equal_texts_of_two_outlets_are_two_articles() -> None:
    text = f"⟦marsh: “{WALL},”⟧ said Ada Marsh."

    (found,) = normalised(story(None, text, outlet="Tidings"), story(None, text, outlet="Herald"))

    assert sorted(v.outlet or "" for v in found.versions) == ["Herald", "Tidings"]


def test_the_same_article_twice_is_one_article() -> None:
    assert normalised(*STORIES, *STORIES[:3]) == ALL


def _twice(outlet: str | None = None, day: int | None = None) -> Story:
    return story("z", f"⟦marsh: “{WALL},”⟧ said Ada Marsh.", outlet=outlet, day=day)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_twice("Tidings"), _twice("Herald")),
        (_twice("Tidings"), _twice()),
        (_twice(day=1), _twice(day=9)),
    ],
    ids=["two outlets", "one without an outlet", "two dates"],
)
def test_an_article_that_comes_twice_with_other_details_is_the_same_in_any_order(
    one: Story, other: Story
) -> None:
    later = story("y", f"⟦marsh: “{WALL},”⟧ said Ada Marsh.", day=5)

    assert normalised(one, other, later) == normalised(later, other, one)


def test_dates_and_times_may_be_mixed() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=9))
    moments = [
        datetime.datetime(2031, 3, 4, 23, 59, tzinfo=zone),
        datetime.datetime(2031, 3, 4, 8),
        datetime.date(2031, 3, 5),
        None,
    ]
    rows = [
        attrs.evolve(s, article=attrs.evolve(s.article, published=moment))
        for s, moment in zip(STORIES, moments, strict=False)
    ]

    assert normalised(*rows) == normalised(*rows[::-1])


@pytest.mark.parametrize("threshold", [0.1, 0.3, 0.5, 0.8, 0.99, 1.0, 1])
def test_another_threshold_is_the_same_as_normalising_with_it(threshold: float) -> None:
    found = ALL.at(threshold)

    assert found == normalised(*STORIES, threshold=threshold)
    assert found.threshold == threshold
    assert found.links == ALL.links
    assert found.related == normalised(*STORIES, threshold=threshold).related


def test_there_and_back_again_is_the_same() -> None:
    assert ALL.at(1.0).at(0.1).at(0.5) == ALL


def test_a_higher_threshold_never_joins_more() -> None:
    sizes = [len(ALL.at(threshold)) for threshold in (0.1, 0.3, 0.5, 0.7, 0.9, 1.0)]

    assert sizes == sorted(sizes)


def test_nothing_is_compared_again_for_another_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def counted(*pair: Item) -> tuple[float, ...]:
        compared.append(pair)
        return compare(*pair)

    monkeypatch.setattr(scores, "compare", counted)
    monkeypatch.setattr(Partners, "of", counted)

    for threshold in (0.1, 0.5, 0.9, 1.0):
        assert len(ALL.at(threshold)) > 0
    assert compared == []


@pytest.mark.parametrize(
    "threshold", [0, 0.09, 1.01, -1, float("nan"), float("inf"), True, "0.5", None, 1j, [0.5]]
)
def test_a_threshold_out_of_range_is_refused(threshold: float) -> None:
    with pytest.raises(OptionError, match="threshold"):
        quotes.normalise([], threshold=threshold)
    with pytest.raises(OptionError, match="threshold"):
        ALL.at(threshold)


def test_a_wrong_threshold_is_refused_before_an_article_is_read() -> None:
    unread = iter([None])

    with pytest.raises(OptionError):
        quotes.normalise(unread, threshold=7)  # type: ignore[arg-type]
    assert list(unread) == [None]


def test_links_are_of_two_articles_and_the_strongest_come_first() -> None:
    links = ALL.links

    assert links
    assert [x.score for x in links] == sorted((x.score for x in links), reverse=True)
    assert all(x.a < x.b and x.a.article_id != x.b.article_id for x in links)
    assert all(scores.FLOOR <= x.score <= 1 for x in links)
    assert len({(x.a, x.b) for x in links}) == len(links)


def test_the_groups_are_those_that_the_words_show() -> None:
    found = groups(ALL)

    assert frozenset({"a:q2", "e:q1"}) in found
    assert any({"a:q1", "b:q1"} <= group for group in found)
    assert not any({"a:q1", "a:q2"} <= group for group in found)


def test_speakers_are_merged_across_the_articles() -> None:
    utterance = next(u for u in ALL if u.id.startswith("a:q1"))

    assert utterance.speaker is not None
    assert utterance.speaker.name == "Ada Marsh"
    assert {k.speaker.name for k in utterance.speaker.known_as} >= {"Ada Marsh", "Marsh"}


def test_a_source_without_a_name_may_be_the_speaker() -> None:
    hidden = unnamed("a person close to the board")

    (found,) = normalised(story("a", f"⟦x: “{WALL},”⟧ said a person.", x=hidden))

    assert found.speaker is not None
    assert found.speaker.name == "a person close to the board"
