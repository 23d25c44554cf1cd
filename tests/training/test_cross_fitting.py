"""Each fold is answered by weights fitted without it (`quotes/training/cross_fitting.py`)."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Sequence
from typing import Any

import pytest

from quotes.errors import FormatError
from quotes.speakers import antecedents
from quotes.speakers.confidence import CONSTANT, inputs, probability
from quotes.training.cross_fitting import read_folds
from quotes.training.ranker import Decision, fit
from tests.cli.running import run

_NAMES = ("Odile Brand", "Tilda Marsh", "Joel Fenn")


def _write(folder: pathlib.Path, name: str, cue: str, speaker: str) -> None:
    said = "The pier will hold,"
    text = f"“{said}” {cue} {speaker}, the captain of the harbour."
    row = {"role": "speech", "speaker": speaker, "speaker_type": "person", "mention": speaker}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf8")
    segments = json.dumps([{"start": 1, "end": 1 + len(said)}])
    (folder / f"{name}.segs.json").write_text(segments, encoding="utf8")
    (folder / f"{name}.gold.json").write_text(json.dumps([row]), encoding="utf8")


@pytest.fixture
def folds(tmp_path: pathlib.Path) -> pathlib.Path:
    """Two folds: in one people *shout*, in the other they *whisper*."""
    rows: list[list[str]] = []
    for cue in ("shouted", "whispered"):
        rows.append([])
        for n, speaker in enumerate(_NAMES):
            folder = "news" if n else "blogs"
            _write(tmp_path / folder, f"{cue}-{n}", cue, speaker)
            rows[-1].append(f"{folder}/{cue}-{n}")
    file = tmp_path / "folds.json"
    file.write_text(json.dumps(rows), encoding="utf8")
    return file


@pytest.fixture
def polnear(tmp_path: pathlib.Path) -> pathlib.Path:
    """An article that the first fold has too, in which somebody *murmurs*."""
    text = "“The pier will hold,” murmured Odile Brand, the captain of the harbour."
    source = text.index("Odile")
    told = {"source": [[source, source + 11]], "cue": [], "content": [[0, 21]]}
    file = tmp_path / "train.jsonl"
    row = {"id": "shouted-1", "text": text, "attributions": [told]}
    file.write_text(json.dumps(row) + "\n", encoding="utf8")
    return file


def test_folds_hold_their_articles_by_folder(folds: pathlib.Path) -> None:
    first, second = read_folds(folds)

    assert {name: [a.id for a in rows] for name, rows in first.items()} == {
        "blogs": ["shouted-0"],
        "news": ["shouted-1", "shouted-2"],
    }
    assert [a.id for a in second["blogs"]] == ["whispered-0"]


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([["news/shouted-1"]], "two folds or more"),
        ([["news/shouted-1"], ["news/gone"]], "news/gone is not there"),
        ([["shouted-1"], ["news/shouted-2"]], "FOLDER/NAME"),
        ({"a": 1, "b": 2}, "not the documented shape"),
    ],
)
def test_folds_of_another_shape_are_refused(folds: pathlib.Path, rows: Any, complaint: str) -> None:
    folds.write_text(json.dumps(rows), encoding="utf8")

    with pytest.raises(FormatError, match=complaint):
        read_folds(folds)


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_a_fold_is_answered_by_weights_that_have_not_learned_from_it(
    folds: pathlib.Path,
    polnear: pathlib.Path,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    learned: list[set[str]] = []

    def watched(decisions: Sequence[Decision], *options: Any, **more: Any) -> Any:
        features = {f for d in decisions for row in d.rows for f in row}
        learned.append(features & {"lemma:shout", "lemma:whisper", "lemma:murmur"})
        return fit(decisions, *options, **more)

    read: list[pathlib.Path] = []
    monkeypatch.setattr("quotes.training.cross_fitting.fit", watched)
    monkeypatch.setattr("quotes.training.cross_fitting.load_encoder", read.append)

    options = ["--polnear", polnear, "--out", tmp_path / "out", "--encoders", tmp_path, "--json"]
    scores = json.loads(run("evaluate", "cross-fitted", folds, *options).stdout)

    assert [file.name for file in read] == ["without-fold-0.npz", "without-fold-1.npz"]
    assert learned == [{"lemma:whisper"}, {"lemma:shout", "lemma:murmur"}]
    assert {name: score["full_name"]["gold"] for name, score in scores.items()} == {
        "blogs": 2,
        "news": 4,
    }


def test_other_weights_of_antecedents_count_within_their_block_alone() -> None:
    rows = [{"gap": 0.0}, {"gap": 1.0}]
    bundled = antecedents.probabilities("pronoun", rows)

    with antecedents.using({"pronoun": {"gap": 9.0}}):
        near = antecedents.probabilities("pronoun", rows)

    assert near[1] > 0.99
    assert antecedents.probabilities("pronoun", rows) == bundled


def test_a_confidence_is_told_by_other_weights_if_they_are_given() -> None:
    none = dict.fromkeys((CONSTANT, *inputs("name", 0.9, 0.9, 0.9)), 0.0)

    assert probability("name", 0.9, 0.9, 0.9, fitted=none) == 0.5
