"""Fitting what ranker and encoder weigh together (`quotes/training/joint.py`)."""

from __future__ import annotations

import json
import math
import pathlib

import pytest

from quotes import weight_files
from quotes.attribution import decide, ranker
from quotes.attribution.joint import NAMES
from quotes.errors import ModelError
from quotes.training.gold import GoldArticle, GoldSegment, Role
from quotes.training.joint import FILE, examples, fit_joint
from tests.attribution.sentences import scene
from tests.encoder.small import small_encoder

TEXT = "“The bridge is closed,” Marsh said. “It will open in May.”"
ARTICLE = GoldArticle(
    "bridge",
    TEXT,
    segments=(
        GoldSegment(1, 22, Role.SPEECH, "Marsh", "Marsh", "person"),
        GoldSegment(37, 57, Role.SPEECH, "Marsh", "Marsh", "person"),
    ),
)


def test_a_source_is_right_with_all_its_cues(tmp_path: pathlib.Path) -> None:
    encoder = small_encoder(tmp_path)
    found = list(examples(ARTICLE, scene(TEXT), ranker.load(decide.WEIGHTS), encoder))

    assert len(found) == 2
    for example in found:
        assert {name for row in example.rows for name in row} <= NAMES
        assert sum(math.exp(row["ranker"]) for row in example.rows) == pytest.approx(1, abs=1e-4)
        (right,) = example.right
        assert "encoder" in example.rows[right]


def test_encoders_that_are_not_there_are_told(tmp_path: pathlib.Path) -> None:
    for name in ("one", "two"):
        (tmp_path / "news").mkdir(exist_ok=True)
        at = tmp_path / "news" / name
        at.with_suffix(".txt").write_text(TEXT, encoding="utf8")
        at.with_suffix(".segs.json").write_text("[]", encoding="utf8")
        at.with_suffix(".gold.json").write_text("[]", encoding="utf8")
    folds = tmp_path / "folds.json"
    folds.write_text(json.dumps([["news/one"], ["news/two"]]), encoding="utf8")

    with pytest.raises(ModelError, match=r"without-fold-0\.npz"):
        fit_joint(folds, tmp_path, tmp_path / "out")
    assert not (tmp_path / "out" / FILE).exists()


def test_the_bundled_file_has_the_shape_that_is_written() -> None:
    file = decide.WEIGHTS.parent / FILE
    assert set(weight_files.read(file)) == NAMES
