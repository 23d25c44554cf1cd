"""The measure of versions (`quotes/evaluation/versions.py`)."""

from __future__ import annotations

import json
import pathlib

import pytest

from quotes.errors import FormatError
from quotes.evaluation.versions import Topic, VersionScore, read_topic, score_versions
from quotes.types import (
    Kind,
    Method,
    Quote,
    QuoteRef,
    Reason,
    Span,
    Utterance,
    Version,
    VersionRelation,
)

TEXTS = {
    "7_1": 'Nora Quill said: "The lake is rising fast." She added: "Bring boats."',
    "7_2": 'The lake is "rising fast", said Nora Quill.',
    "7_3": 'Tom Abel said: "The lake is rising fast." Quill had asked for boats.',
    "7_4": "No quotes stand here.",
    "8_1": 'Another event: "nothing".',
}
GOLD = {
    "segments": [
        {"doc": "7_1", "id": 0, "role": "speech", "entity": "quill"},
        {"doc": "7_1", "id": 1, "role": "speech", "entity": "quill"},
        {"doc": "7_2", "id": 0, "role": "mixed", "entity": "quill"},
        {"doc": "7_3", "id": 0, "role": "speech", "entity": "abel"},
    ],
    "clusters": [
        {"id": "c1", "members": ["7_1:0", "7_2:0"]},
        {"id": "c2", "members": ["7_1:1"]},
    ],
    "indirect": [{"doc": "7_3", "text": "Quill had asked for boats.", "cluster": "c2"}],
}


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "docs").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "docs" / f"{name}.txt").write_text(text, encoding="utf8")
    (tmp_path / "lake.gold.json").write_text(json.dumps(GOLD), encoding="utf8")
    return tmp_path


@pytest.fixture
def topic(folder: pathlib.Path) -> Topic:
    return read_topic(folder / "lake.gold.json")


def _version(article: str, words: str, kind: Kind = Kind.DIRECT) -> Version:
    start = TEXTS[article].index(words)
    span = Span(start, start + len(words), words)
    quote = Quote(
        id="q1",
        article_id=article,
        kind=kind,
        text=words,
        segments=() if kind is Kind.INDIRECT else (span,),
        content=(span,),
        cue=None,
        source=None,
        via=None,
        speaker=None,
        confidence=1.0,
        speaker_confidence=0.0,
        method=Method.RANKER,
        unresolved=None,
    )
    return Version(article, None, quote, VersionRelation.VERBATIM, 1.0)


def _utterances(*groups: list[Version]) -> list[Utterance]:
    ref = QuoteRef("7_1", "q1")
    return [
        Utterance(f"u{n}", "", Reason.ONLY, ref, None, tuple(group))
        for n, group in enumerate(groups)
    ]


FULL = _version("7_1", "The lake is rising fast.")
PART = _version("7_2", "rising fast")
ABEL = _version("7_3", "The lake is rising fast.")
BOATS = _version("7_1", "Bring boats.")
ASKED = _version("7_3", "Quill had asked for boats.", Kind.INDIRECT)


def test_the_articles_of_a_topic_are_those_with_the_same_first_part_of_the_name(
    topic: Topic,
) -> None:
    assert topic.id == "lake"
    assert [article.id for article in topic.articles] == ["7_1", "7_2", "7_3", "7_4"]
    assert [segment.cluster for segment in topic.segments] == ["c1", "c2", "c1", None]


def test_the_right_utterances_score_one_throughout(topic: Topic) -> None:
    score = score_versions(topic, _utterances([FULL, PART], [BOATS, ASKED], [ABEL]))

    assert (score.pair_precision, score.pair_recall, score.pair_f1) == (1.0, 1.0, 1.0)
    assert (score.given_claimed_f1, score.b3_f1, score.indirect.recall) == (1.0, 1.0, 1.0)
    assert score.cross_speaker == 0


def test_a_merge_of_two_speakers_costs_precision_and_is_counted(topic: Topic) -> None:
    score = score_versions(topic, _utterances([FULL, PART, ABEL], [BOATS]))

    assert (score.joined.right, score.joined.claimed) == (1, 3)
    assert score.cross_speaker == 2
    assert score.pair_recall == 1.0
    assert score.b3_f1 < 1.0


def test_a_gold_pair_of_which_one_quote_was_not_found_counts_against_recall_alone(
    topic: Topic,
) -> None:
    score = score_versions(topic, _utterances([FULL], [BOATS], [ABEL]))

    assert (score.found.right, score.found.claimed, score.found.gold) == (0, 0, 1)
    assert score.claimed.recall == 0.75


def test_an_ambiguous_pair_counts_neither_way(folder: pathlib.Path) -> None:
    gold = GOLD | {"ambiguous": [["7_1:0", "7_3:0"], {"a": "7_2:0", "b": "7_3:0"}]}
    (folder / "lake.gold.json").write_text(json.dumps(gold), encoding="utf8")

    score = score_versions(
        read_topic(folder / "lake.gold.json"), _utterances([FULL, PART, ABEL], [BOATS])
    )

    assert (score.joined.right, score.joined.claimed) == (1, 1)
    assert score.cross_speaker == 0


def test_a_sentence_without_marks_is_found_only_with_its_cluster(topic: Topic) -> None:
    alone = score_versions(topic, _utterances([FULL, PART], [BOATS], [ASKED]))

    assert (alone.indirect.right, alone.indirect.gold) == (0, 1)


def test_scores_of_topics_add_up(topic: Topic) -> None:
    score = score_versions(topic, _utterances([FULL, PART], [BOATS], [ABEL]))

    total = score + score

    assert total.found.gold == 2 * score.found.gold
    assert total.b3_f1 == pytest.approx(score.b3_f1)
    assert score + VersionScore() == score


def test_nothing_found_scores_zero(topic: Topic) -> None:
    score = score_versions(topic, [])

    assert (score.pair_f1, score.given_claimed_f1) == (0.0, 0.0)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"segments": [{"doc": "7_1"}], "clusters": []}'])
def test_a_gold_file_of_another_shape_is_an_error_that_names_it(
    folder: pathlib.Path, text: str
) -> None:
    (folder / "odd.gold.json").write_text(text, encoding="utf8")

    with pytest.raises(FormatError, match=r"odd\.gold\.json"):
        read_topic(folder / "odd.gold.json")


def test_a_topic_may_have_all_its_reports_annotated(folder: pathlib.Path) -> None:
    gold = GOLD | {
        "indirect_of_singletons": [{"doc": "7_3", "text": "Quill had asked", "segment": "7_3:0"}],
        "unwrapped": [{"doc": "7_4", "text": "No quotes", "segment": "7_2:0"}],
        "reports": [{"id": "r1", "members": [{"doc": "7_4", "text": "stand here"}]}],
        "indirect_unsure": [{"doc": "7_4", "text": "No quotes stand", "with": "c1"}],
    }
    (folder / "lake.gold.json").write_text(json.dumps(gold), encoding="utf8")

    topic = read_topic(folder / "lake.gold.json")

    assert topic.exhaustive
    assert [(s.article_id, s.cluster) for s in topic.reported] == [("7_3", "c2")]
    assert [(s.article_id, s.cluster) for s in topic.others] == [
        ("7_3", "7_3:0"),
        ("7_4", "c1"),
        ("7_4", "r1"),
        ("7_4", ""),
    ]


def test_a_topic_without_them_says_nothing_of_other_reports(topic: Topic) -> None:
    assert not topic.exhaustive
    assert topic.others == ()
