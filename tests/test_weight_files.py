"""Weights are checked before they are used (`quotes/weight_files.py`)."""

from __future__ import annotations

import importlib.resources
import pathlib
import random
from collections.abc import Callable, Mapping

import numpy as np
import pytest

from quotes import speakers, utterances, weight_files
from quotes.attribution import ranker
from quotes.errors import ModelError
from quotes.speakers import antecedents, confidence, roles
from quotes.utterances import naturalness, scores, words

READERS: dict[str, tuple[object, Callable[[], object]]] = {
    "antecedents.json": (speakers, antecedents.weights.__wrapped__),
    "confidence.json": (speakers, confidence.weights.__wrapped__),
    "roles.json": (speakers, roles.weights.__wrapped__),
    "weights.json": (utterances, scores.shipped.__wrapped__),
    "bigrams.npz": (utterances, naturalness._counts.__wrapped__),
    "stems.tsv": (utterances, words._bits.__wrapped__),
}
JSON = [name for name in READERS if name.endswith(".json")]


@pytest.fixture
def placed(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], pathlib.Path]:
    """A function that gives a copy of a shipped file, which is read in its place."""

    def place(name: str) -> pathlib.Path:
        room = READERS[name][0]
        assert isinstance(room.__file__, str)  # type: ignore[attr-defined]
        copy = tmp_path / name
        copy.write_bytes(pathlib.Path(room.__file__).with_name(name).read_bytes())  # type: ignore[attr-defined]
        monkeypatch.setattr(importlib.resources, "files", lambda package: tmp_path)
        return copy

    return place


@pytest.mark.parametrize("name", READERS)
def test_the_shipped_file_is_read(placed: Callable[[str], pathlib.Path], name: str) -> None:
    placed(name)

    assert READERS[name][1]()


@pytest.mark.parametrize("name", READERS)
def test_a_missing_file_is_a_model_error(placed: Callable[[str], pathlib.Path], name: str) -> None:
    placed(name).unlink()

    with pytest.raises(ModelError, match="weights do not load"):
        READERS[name][1]()


@pytest.mark.parametrize("name", [*JSON, "bigrams.npz"])
def test_a_file_that_was_cut_off_is_a_model_error(
    placed: Callable[[str], pathlib.Path], name: str
) -> None:
    file = placed(name)
    content = file.read_bytes()

    for keep in (0, 1, len(content) // 2, len(content) - 3):
        file.write_bytes(content[:keep])
        with pytest.raises(ModelError, match="weights do not load"):
            READERS[name][1]()


@pytest.mark.parametrize("name", JSON)
def test_an_altered_digit_is_a_model_error(
    placed: Callable[[str], pathlib.Path], name: str
) -> None:
    file = placed(name)
    content = file.read_text(encoding="utf8")
    at = content.index(".") + 1
    file.write_text(content[:at] + str(9 - int(content[at])) + content[at + 1 :], encoding="utf8")

    with pytest.raises(ModelError, match="fit their checksum"):
        READERS[name][1]()


@pytest.mark.parametrize("name", JSON)
def test_weights_put_in_place_without_a_checksum_are_used_if_they_are_sound(
    placed: Callable[[str], pathlib.Path], name: str
) -> None:
    file = placed(name)
    before = READERS[name][1]()
    lines = file.read_text(encoding="utf8").splitlines()
    bare = "\n".join(line for line in lines if "sha256" not in line).replace(",\n}", "\n}")
    file.write_text(bare, encoding="utf8")

    assert READERS[name][1]() == before
    file.write_text(bare.replace(".", "0e999", 1), encoding="utf8")
    with pytest.raises(ModelError, match="weights do not load"):
        READERS[name][1]()


def test_altered_counts_of_words_are_never_read_as_other_counts(
    placed: Callable[[str], pathlib.Path],
) -> None:
    file = placed("bigrams.npz")
    content = file.read_bytes()
    right = naturalness._counts.__wrapped__()
    dice = random.Random(5)
    refused = 0

    for _ in range(30):
        at = dice.randrange(len(content))
        file.write_bytes(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :])
        try:
            found = naturalness._counts.__wrapped__()
        except ModelError:
            refused += 1
        else:
            assert (found.words, found.pairs, found.total) == (
                right.words,
                right.pairs,
                right.total,
            )
    assert refused > 20


Change = Callable[[dict[str, np.ndarray]], Mapping[str, object]]


@pytest.mark.parametrize(
    "change",
    [
        lambda a: {"weights": a["weights"][:-1]},
        lambda a: {"vectors": a["vectors"][:, :-1]},
        lambda a: {"scale": a["scale"][:-1]},
        lambda a: {"bias": a["bias"][:-1]},
        lambda a: {"out": a["out"][None]},
        lambda a: {"weights": np.full_like(a["weights"], np.nan)},
        lambda a: {"scale": np.full_like(a["scale"], np.inf)},
        lambda a: {"temperature": np.float32(0)},
        lambda a: {"temperature": np.float32(np.nan)},
        lambda a: {"features": np.frombuffer(b"a\na", dtype=np.uint8)},
    ],
    ids="weights width scale bias out nan inf cold unlike twice".split(),
)
def test_rankers_whose_parts_do_not_fit_are_a_model_error(
    tmp_path: pathlib.Path, change: Change
) -> None:
    right = ranker.Ranker(
        {"a": 0, "b": 1},
        np.ones(2, np.float32),
        np.ones((2, 3), np.float32),
        np.zeros(3, np.float32),
        np.ones(3, np.float32),
        1.0,
    )
    file = tmp_path / "weights.npz"
    right.save(file)
    assert ranker.load(file).temperature == 1.0
    with np.load(file) as data:
        arrays = dict(data)
    wrong = tmp_path / "wrong.npz"
    np.savez(wrong, **{**arrays, **change(arrays)})

    with pytest.raises(ModelError, match="weights do not load"):
        ranker.load(wrong)


def test_weights_are_read_as_they_were_written(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "weights.json"
    file.write_text(weight_files.text_of({"b": 1.5, "a": {"x": 2}}), encoding="utf8")

    assert weight_files.read(file) == {"b": 1.5, "a": {"x": 2}}
