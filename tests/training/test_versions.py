"""Fitting what joins the versions of an utterance."""

from __future__ import annotations

import json
import pathlib

import pytest

from quotes.evaluation.versions import Topic
from quotes.training.versions import Settings, fit_versions, topic_pairs
from quotes.types import Quote
from quotes.utterances.features import NAMES
from tests.utterances.building import story

SAID = "The old ferry will cross the sound again before the winter storms arrive"


@pytest.fixture
def topics(tmp_path: pathlib.Path) -> pathlib.Path:
    """Two topics of two articles each, with one utterance that both have."""
    for number, said in enumerate((SAID, "Nobody has asked the villagers on the islands")):
        texts = {
            f"{number}_1": f'"{said}," said Odile Brand, the captain of the harbour.\n',
            f"{number}_2": f'Odile Brand, the captain of the harbour, said: "{said}."\n',
        }
        held = {
            "segments": [{"doc": d, "id": 0, "role": "speech", "entity": "brand"} for d in texts],
            "clusters": [{"id": "c1", "members": [f"{doc}:0" for doc in texts]}],
        }
        folder = tmp_path / "topics"
        (folder / "docs").mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / "docs" / f"{name}.txt").write_text(text, encoding="utf8")
        (folder / f"{number}.gold.json").write_text(json.dumps(held), encoding="utf8")
    return folder


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_weights_are_written_and_each_topic_is_scored_with_those_of_the_others(
    topics: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    told: list[tuple[str, int, int]] = []

    score = fit_versions(
        topics,
        tmp_path / "out",
        settings=Settings(generated=60),
        progress=lambda what, done, total: told.append((what, done, total)),
    )

    weights = json.loads((tmp_path / "out" / "weights.json").read_text(encoding="utf8"))
    assert list(weights) == ["bias", *NAMES, "sha256"]
    assert (score.found.gold, score.claimed.gold) == (2, 4)
    assert told[-1] == ("topics left out", 2, 2)
    assert ("articles", 4, 4) in told


def _topic(exhaustive: bool) -> tuple[Topic, list[tuple[Quote, ...]]]:
    """Two articles, each with a report of one speaker that nobody annotated."""
    stories = [
        story("9_1", "Ada Marsh ⟦cue: said⟧ that ⟦marsh: the old sea wall would hold⟧."),
        story("9_2", "Ada Marsh ⟦cue: said⟧ that ⟦marsh: the old sea wall would fall⟧."),
    ]
    articles = tuple(one.article for one in stories)
    topic = Topic("9", articles, (), (), frozenset(), (), exhaustive)
    return topic, [one.quotes for one in stories]


def test_reports_that_nobody_annotated_are_learned_from_only_where_all_are_annotated() -> None:
    assert topic_pairs(*_topic(exhaustive=False)).same == ()
    assert topic_pairs(*_topic(exhaustive=True)).same == (False,)
