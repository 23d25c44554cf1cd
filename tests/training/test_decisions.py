"""From annotated articles to decisions for the rankers."""

from __future__ import annotations

import pytest

from quotes.attribution.indirect import NO
from quotes.attribution.scene import Scene
from quotes.training import indirect
from quotes.training.attribution import decisions, overlap
from quotes.training.gold import GoldArticle, GoldAttribution, GoldSegment, Role
from quotes.training.ranker import Decision
from quotes.training.survey import surveyed
from tests.attribution.sentences import StoredAnalyser, scene

SAID = "“The bridge is closed,” Marsh said. “It will open in May.”"
ADDED = "“The bridge is closed,” Marsh said. “It is old,” she added."
SCARE = "The “soft” cheese was left in the sun."
REPORT = "Marsh said that the bridge was closed."


def _range(text: str, part: str) -> tuple[tuple[int, int], ...]:
    start = text.index(part)
    return ((start, start + len(part)),)


def _attribution(text: str, source: str, cue: str, *content: str) -> GoldAttribution:
    ranges = tuple(spot for part in content for spot in _range(text, part))
    return GoldAttribution(_range(text, source) if source else (), _range(text, cue), ranges)


def _segment(text: str, words: str, speaker: str | None, mention: str | None) -> GoldSegment:
    [(start, end)] = _range(text, words)
    role = Role.SPEECH if speaker else Role.NOT_SPEECH
    return GoldSegment(start, end, role, speaker, mention)


def _decided(article: GoldArticle) -> list[tuple[Decision, bool]]:
    return list(decisions(article, scene(article.text)))


def _right(decision: Decision) -> list[tuple[str, ...]]:
    return [decision.rows[i] for i in decision.right]


def test_the_annotated_source_with_its_cue_is_right() -> None:
    gold = _attribution(SAID, "Marsh", "said", "“The bridge is closed,”", "“It will open in May.”")

    (first, known), (second, _) = _decided(GoldArticle("a", SAID, attributions=(gold,)))

    assert known
    [row] = _right(first)
    assert "lemma:say" in row
    assert all(row[0] != "nobody" for row in _right(second))


def test_words_that_no_attribution_holds_are_said_by_nobody() -> None:
    [(decision, known)] = _decided(GoldArticle("a", SCARE))

    assert known
    assert [row[0] for row in _right(decision)] == ["nobody"]


def test_the_source_of_an_attribution_without_one_is_unstated() -> None:
    gold = _attribution(SAID, "", "said", "“The bridge is closed,”", "“It will open in May.”")

    found = _decided(GoldArticle("a", SAID, attributions=(gold,)))

    assert [[row[0] for row in _right(decision)] for decision, _ in found] == [["unstated"]] * 2


def test_each_of_two_quotes_has_its_own_source() -> None:
    one = _attribution(ADDED, "Marsh", "said", "“The bridge is closed,”")
    two = _attribution(ADDED, "she", "added", "“It is old,”")

    (first, _), (second, _) = _decided(GoldArticle("a", ADDED, attributions=(one, two)))

    assert all("lemma:say" in row for row in _right(first))
    assert all("lemma:add" in row for row in _right(second))


def test_an_annotated_speaker_is_found_by_the_mention_near_the_words() -> None:
    segments = (
        _segment(ADDED, "The bridge is closed,", "Ada Marsh", "Marsh"),
        _segment(ADDED, "It is old,", "Ada Marsh", "she"),
    )

    (first, _), (second, _) = _decided(GoldArticle("a", ADDED, segments=segments))

    assert all("lemma:say" in row for row in _right(first))
    assert all("lemma:add" in row for row in _right(second))


def test_words_without_a_mention_go_on_from_the_same_speaker() -> None:
    segments = (
        _segment(SAID, "The bridge is closed,", "Ada Marsh", "Marsh"),
        _segment(SAID, "It will open in May.", "Ada Marsh", None),
    )

    _, (second, known) = _decided(GoldArticle("a", SAID, segments=segments))

    assert known
    assert _right(second)
    assert all(row[0] in ("frame", "cont") for row in _right(second))


def test_annotated_scare_quotes_are_said_by_nobody() -> None:
    article = GoldArticle("a", SCARE, segments=(_segment(SCARE, "soft", None, None),))

    [(decision, _)] = _decided(article)

    assert [row[0] for row in _right(decision)] == ["nobody"]


def test_a_mention_that_is_not_in_the_text_leaves_nothing_right() -> None:
    article = GoldArticle("a", SCARE, segments=(_segment(SCARE, "soft", "Joel Fenn", "Fenn"),))

    [(decision, known)] = _decided(article)

    assert not known
    assert decision.right == ()


def test_stretches_that_were_not_annotated_are_left_out() -> None:
    segments = (_segment(SAID, "It will open in May.", "Ada Marsh", "Marsh"),)

    assert len(_decided(GoldArticle("a", SAID, segments=segments))) == 1


def test_the_weight_of_an_article_is_that_of_its_decisions() -> None:
    found = decisions(GoldArticle("a", SCARE), scene(SCARE), weight=2.0)

    assert [decision.weight for decision, _ in found] == [2.0]


def _reports(text: str, *gold: GoldAttribution) -> list[Decision]:
    laid: Scene = scene(text)
    return list(indirect.decisions(GoldArticle("a", text, attributions=gold), laid))


def test_an_annotated_report_is_a_yes() -> None:
    gold = _attribution(REPORT, "Marsh", "said", "the bridge was closed")

    assert [d.right for d in _reports(REPORT, gold)] == [(0,)]
    assert [d.rows[1] for d in _reports(REPORT, gold)] == [NO]


@pytest.mark.parametrize(
    "gold",
    [
        (),
        (_attribution(REPORT, "Marsh", "closed", "the bridge was closed"),),
        (_attribution(REPORT, "bridge", "said", "the bridge was closed"),),
        (_attribution(REPORT, "Marsh", "said", "that"),),
    ],
    ids=["not annotated", "another cue", "another source", "other words"],
)
def test_any_other_report_is_a_no(gold: tuple[GoldAttribution, ...]) -> None:
    assert [d.right for d in _reports(REPORT, *gold)] == [(1,)]


def test_overlap_counts_the_characters_that_two_ranges_share() -> None:
    assert overlap((0, 5), (3, 9)) == 2
    assert overlap((3, 9), (0, 5)) == 2
    assert overlap((0, 5), (5, 9)) == 0
    assert overlap((0, 9), (3, 5)) == 2


def test_articles_are_surveyed_in_batches_in_their_order() -> None:
    articles = [GoldArticle(str(i), text) for i, text in enumerate([SAID, REPORT, SCARE] * 12)]

    found = list(surveyed(iter(articles), StoredAnalyser()))

    assert [article for article, _ in found] == articles
    assert all(laid.reading.text == article.text for article, laid in found)
