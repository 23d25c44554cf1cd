"""The ranker: how it scores, and how its weights are stored."""

from __future__ import annotations

import pathlib

import numpy as np
import pytest

from quotes.attribution import decide, indirect, ranker
from quotes.attribution.ranker import Ranker
from quotes.errors import ModelError

ROWS = [["a", "b"], ["c"], [], ["a", "c", "d"]]


def _made(temperature: float = 1.0) -> Ranker:
    draw = np.random.default_rng(5)
    return Ranker(
        index={name: i for i, name in enumerate("abcd")},
        weights=draw.normal(size=4).astype(np.float32),
        vectors=draw.normal(size=(4, 3)).astype(np.float32),
        bias=draw.normal(size=3).astype(np.float32),
        out=draw.normal(size=3).astype(np.float32),
        temperature=temperature,
    )


def test_saved_weights_score_as_before_up_to_rounding(tmp_path: pathlib.Path) -> None:
    made = _made(temperature=1.5)
    made.save(tmp_path / "weights.npz")

    read = ranker.load(tmp_path / "weights.npz")

    assert read.index == made.index
    assert read.temperature == 1.5
    np.testing.assert_allclose(read.scores(ROWS), made.scores(ROWS), atol=0.1)


def test_saving_what_was_read_changes_nothing(tmp_path: pathlib.Path) -> None:
    _made().save(tmp_path / "first.npz")
    first = ranker.load(tmp_path / "first.npz")
    first.save(tmp_path / "second.npz")

    second = ranker.load(tmp_path / "second.npz")

    np.testing.assert_allclose(second.scores(ROWS), first.scores(ROWS), atol=1e-5)


def test_unknown_features_are_ignored() -> None:
    made = _made()

    assert list(made.scores([["a", "new", "b"], ["new"]])) == list(made.scores([["a", "b"], []]))


def test_a_score_is_a_sum_of_weights_and_a_hidden_layer() -> None:
    made = _made()
    hidden = np.maximum(made.vectors[0] + made.vectors[1] + made.bias, 0)
    expected = made.weights[0] + made.weights[1] + hidden @ made.out

    assert made.scores([["a", "b"]])[0] == pytest.approx(expected, abs=1e-6)


def test_probabilities_sum_to_one_and_follow_the_scores() -> None:
    made = _made()

    odds = made.probabilities(ROWS)

    assert sum(odds) == pytest.approx(1.0)
    assert np.argmax(odds) == np.argmax(made.scores(ROWS))


def test_a_higher_temperature_is_less_sure() -> None:
    assert max(_made(temperature=4.0).probabilities(ROWS)) < max(_made().probabilities(ROWS))


def test_a_candidate_scores_the_same_beside_others_and_alone() -> None:
    made = _made()

    assert [made.scores([row])[0] for row in ROWS] == list(made.scores(ROWS))


def test_missing_weights_are_a_model_error(tmp_path: pathlib.Path) -> None:
    with pytest.raises(ModelError, match=r"missing\.npz"):
        ranker.load(tmp_path / "missing.npz")


@pytest.mark.parametrize("keep", [0, 10, 200, -40])
def test_damaged_weights_are_a_model_error(tmp_path: pathlib.Path, keep: int) -> None:
    file = tmp_path / "weights.npz"
    _made().save(file)
    file.write_bytes(file.read_bytes()[:keep])

    with pytest.raises(ModelError, match="do not load"):
        ranker.load(file)


def test_a_flipped_byte_in_the_weights_is_a_model_error(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "weights.npz"
    _made().save(file)
    content = bytearray(file.read_bytes())
    at = content.index(b"features.npy") + len("features.npy") + 30
    content[at] ^= 0xFF
    file.write_bytes(bytes(content))

    with pytest.raises(ModelError, match="do not load"):
        ranker.load(file)


def test_text_in_the_place_of_weights_is_a_model_error(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "weights.npz"
    file.write_text("these are no weights")

    with pytest.raises(ModelError, match="do not load"):
        ranker.load(file)


def test_weights_that_lack_a_part_are_a_model_error(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "weights.npz"
    with file.open("wb") as handle:
        np.savez(handle, weights=np.zeros(3))

    with pytest.raises(ModelError, match="do not load"):
        ranker.load(file)


def test_objects_in_a_weights_file_are_not_unpickled(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "weights.npz"
    with file.open("wb") as handle:
        np.savez(handle, features=np.array([{"a": 1}], dtype=object))

    with pytest.raises(ModelError, match="do not load"):
        ranker.load(file)


@pytest.mark.parametrize("file", [decide.WEIGHTS, indirect.WEIGHTS], ids=lambda f: f.name)
def test_the_shipped_weights_load_and_are_consistent(file: pathlib.Path) -> None:
    shipped = ranker.load(file)

    count, width = shipped.vectors.shape
    assert len(shipped.index) == count == len(shipped.weights)
    assert shipped.bias.shape == shipped.out.shape == (width,)
    assert shipped.temperature > 0
    assert all(
        np.isfinite(part).all()
        for part in (shipped.weights, shipped.vectors, shipped.bias, shipped.out)
    )
