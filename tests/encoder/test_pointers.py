"""What the encoder answers about an article (`quotes/encoder/pointers.py`, `network.py`)."""

from __future__ import annotations

import math
import pathlib
from collections.abc import Callable

import numpy as np
import pytest
import torch

from quotes.encoder import Pointers, network
from quotes.errors import ModelError
from quotes.training.encoder import save
from tests.encoder.small import small_file

ENDLESS = "The captain of the pier added. " * 70
TEXT = f"“The pier will hold,” said Brand.\n\n{ENDLESS}\n\n“Hold,” the captain added."
PARAGRAPHS = [(0, 33), (35, 35 + len(ENDLESS)), (len(ENDLESS) + 37, len(TEXT))]
QUOTED = [(1, 20), (len(ENDLESS) + 38, len(ENDLESS) + 43)]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A very small encoder with random weights."""
    return small_file(tmp_path_factory.mktemp("encoder"))


def asked(file: pathlib.Path) -> Pointers:
    return Pointers(TEXT, PARAGRAPHS, QUOTED, network.load(file))


def test_an_answer_does_not_depend_on_what_else_was_asked(file: pathlib.Path) -> None:
    alone = asked(file).source(*QUOTED[1])
    pointers = asked(file)
    pointers.name(27, 32)
    pointers.source(*QUOTED[0])
    after = pointers.source(*QUOTED[1])

    assert alone is not None
    assert after is not None
    assert torch.equal(alone.chances, after.chances)
    assert alone.speech == after.speech


@pytest.mark.parametrize("kind", ["source", "name"])
def test_an_answer_gives_every_place_that_it_sees_a_probability(
    file: pathlib.Path, kind: str
) -> None:
    answer = getattr(asked(file), kind)(*QUOTED[0])

    assert answer is not None
    assert float(answer.chances.exp().sum()) == pytest.approx(1, abs=1e-5)
    everywhere = answer.at(0, len(TEXT))
    assert everywhere is not None
    assert -5 < everywhere <= 1e-6
    assert answer.at(27, 32) < everywhere
    assert answer.at(*QUOTED[0]) == -math.inf


def test_what_is_out_of_sight_is_no_answer(file: pathlib.Path) -> None:
    answer = asked(file).source(*QUOTED[0])

    assert answer is not None
    assert answer.at(*QUOTED[1]) is None
    assert answer.at(33, 34) is None


def test_words_without_a_piece_are_not_asked_about(file: pathlib.Path) -> None:
    pointers = asked(file)

    assert pointers.source(33, 35) is None
    assert pointers.name(33, 35) is None


def _cut(file: pathlib.Path) -> None:
    file.write_bytes(file.read_bytes()[:-200])


def _without(name: str) -> Callable[[pathlib.Path], None]:
    def damage(file: pathlib.Path) -> None:
        arrays = save.read(file)
        del arrays[name]
        save.save(file, arrays)

    return damage


def _infinite(file: pathlib.Path) -> None:
    arrays = save.read(file)
    save.save(file, arrays | {"places": np.full_like(arrays["places"], np.inf)})


def _other_words(file: pathlib.Path) -> None:
    arrays = save.read(file)
    save.save(file, arrays | {"vocabulary": arrays["vocabulary"][:-9]})


@pytest.mark.parametrize(
    "damage", [_cut, _without("source.pair"), _without("words.scale"), _infinite, _other_words]
)
def test_a_damaged_file_is_told(
    file: pathlib.Path, tmp_path: pathlib.Path, damage: Callable[[pathlib.Path], None]
) -> None:
    copy = tmp_path / "copy.npz"
    copy.write_bytes(file.read_bytes())
    damage(copy)

    with pytest.raises(ModelError, match=r"copy\.npz"):
        network.load(copy)


def test_a_file_that_is_not_there_is_told(tmp_path: pathlib.Path) -> None:
    with pytest.raises(ModelError, match=r"gone\.npz"):
        network.load(tmp_path / "gone.npz")


def test_it_computes_on_one_thread_whatever_torch_is_set_to(
    file: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    read = network.Encoder.read

    def watched(self: network.Encoder, *given: torch.Tensor) -> network.Seen:
        threads.append(torch.get_num_threads())
        return read(self, *given)

    monkeypatch.setattr(network.Encoder, "read", watched)
    before = torch.get_num_threads()
    torch.set_num_threads(3)
    try:
        asked(file).source(*QUOTED[0])
        asked(file).name(27, 32)
        assert threads == [1, 1]
        assert torch.get_num_threads() == 3
    finally:
        torch.set_num_threads(before)
