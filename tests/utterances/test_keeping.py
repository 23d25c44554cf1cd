"""What is added to a result, and how a result is kept (`quotes/utterances/result.py`)."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.errors import FormatError, InputError
from quotes.types import Article, Link, Quote, Utterance
from quotes.utterances import Utterances, scores
from quotes.utterances.partners import Partners
from tests.utterances.building import Story, normalised, story
from tests.utterances.stories import ALL, STORIES, WALL, split, through_json


@settings(deadline=None, max_examples=15)
@given(st.permutations(STORIES), st.integers(0, 5), st.integers(0, 5))
def test_articles_added_in_any_order_are_the_same_as_all_at_once(
    order: list[Story], i: int, j: int
) -> None:
    first, second = sorted((i, j))
    found = normalised(*order[:first])

    for part in (order[first:second], order[second:]):
        found = found.add(*split(part))

    assert found == ALL
    assert found.links == ALL.links


def test_an_article_added_again_changes_nothing() -> None:
    articles, rows = split(STORIES)

    assert ALL.add(articles[1:3], rows[1:3]) == ALL
    assert ALL.add([], []) == ALL
    assert ALL.add([articles[0]] * 2, [rows[0]] * 2) == ALL


def test_the_result_that_is_added_to_stays_as_it_is() -> None:
    before = normalised(*STORIES[:2])

    after = before.add(*split(STORIES[2:]))

    assert before == normalised(*STORIES[:2])
    assert after != before


def test_articles_are_added_at_the_threshold_of_the_result() -> None:
    found = normalised(*STORIES[:2], threshold=0.9).add(*split(STORIES[2:]))

    assert found.threshold == 0.9
    assert found == ALL.at(0.9)


def test_a_text_alone_can_be_added() -> None:
    bare = story(None, f"⟦marsh: “{WALL},”⟧ said Ada Marsh.")

    found = ALL.add([bare.article.text], [bare.quotes])

    assert found == normalised(*STORIES, bare)


def test_articles_cannot_be_added_without_quotes_where_nothing_can_find_them() -> None:
    kept = through_json(ALL)

    with pytest.raises(InputError, match=r"`quotes\.Extractor\(\)\.extract_many`"):
        kept.add([Article("Rain.")])
    assert kept.add([STORIES[0].article]) == ALL


def test_a_restored_result_is_given_what_finds_quotes() -> None:
    rows = {s.article.text: s.quotes for s in STORIES}

    def found(articles: Sequence[Article]) -> list[Sequence[Quote]]:
        return [rows[article.text] for article in articles]

    some = normalised(*STORIES[:2])
    kept = Utterances.from_dict(json.loads(json.dumps(some.to_dict())), found)

    assert kept.add([s.article for s in STORIES[2:]]) == ALL


@pytest.mark.parametrize("threshold", [0.1, 0.5, 1.0])
def test_a_result_is_the_same_after_json(threshold: float) -> None:
    before = ALL.at(threshold)

    after = through_json(before)

    assert after == before
    assert (after.links, after.related, after.threshold) == (
        before.links,
        before.related,
        before.threshold,
    )
    assert after.at(0.7) == before.at(0.7)


def test_a_restored_result_compares_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("compared")

    data = json.loads(json.dumps(ALL.to_dict()))
    monkeypatch.setattr(scores, "compare", refused)
    monkeypatch.setattr(Partners, "of", refused)

    assert Utterances.from_dict(data) == ALL


def test_an_article_without_an_id_is_the_same_after_json() -> None:
    before = normalised(story(None, f"⟦marsh: “{WALL},”⟧ said Ada Marsh.", outlet="Tidings"))

    assert through_json(before) == before


def test_every_utterance_and_link_is_the_same_after_json() -> None:
    for utterance in ALL:
        assert Utterance.from_dict(json.loads(json.dumps(utterance.to_dict()))) == utterance
    for link in ALL.links:
        assert Link.from_dict(json.loads(json.dumps(link.to_dict()))) == link


@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_a_result_can_be_pickled_and_used_on(protocol: int) -> None:
    before = normalised(*STORIES[:3])

    after = pickle.loads(pickle.dumps(before, protocol))

    assert after == before
    assert after.links == before.links
    assert after.at(0.9) == before.at(0.9)
    assert after.add(*split(STORIES)) == ALL


def test_a_result_can_be_copied() -> None:
    assert copy.copy(ALL) == ALL == copy.deepcopy(ALL)


def _changed(**fields: object) -> dict[str, object]:
    data: dict[str, object] = json.loads(json.dumps(ALL.to_dict()))
    return data | fields


def _first(field: str, **inner: object) -> list[object]:
    """The list `field` with its first dictionary changed."""
    rows = json.loads(json.dumps(ALL.to_dict()))[field]
    return [rows[0] | inner, *rows[1:]]


NONE = {"article_id": "a", "quote_id": "q9"}
KEPT_WRONG: dict[str, Callable[[], dict[str, object]]] = {
    "no threshold": lambda: {k: v for k, v in _changed().items() if k != "threshold"},
    "a threshold that is none": lambda: _changed(threshold="0.5"),
    "a threshold out of range": lambda: _changed(threshold=7),
    "fewer lists than articles": lambda: _changed(quotes=[]),
    "a list that is none": lambda: _changed(quotes=["abcde"] * 5),
    "articles that are none": lambda: _changed(articles=7),
    "a link to a quote that is not there": lambda: _changed(links=_first("links", a=NONE)),
    "a score that is none": lambda: _changed(links=_first("links", score=2)),
    "a text that the quotes do not fit": lambda: _changed(articles=_first("articles", text="x")),
    "two articles of one id": lambda: _changed(articles=_first("articles", id="b")),
    "a quote twice": lambda: _changed(
        quotes=[[q.to_dict() for q in s.quotes] * (1 + (s is STORIES[0])) for s in STORIES]
    ),
}


@pytest.mark.parametrize("make", KEPT_WRONG.values(), ids=KEPT_WRONG)
def test_a_dictionary_that_no_result_wrote_is_a_format_error(
    make: Callable[[], dict[str, object]],
) -> None:
    with pytest.raises(FormatError):
        Utterances.from_dict(make())
