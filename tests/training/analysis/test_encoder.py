"""The transformer behind the word vectors: its pieces, its states, its vectors of words."""

from __future__ import annotations

import pathlib

import numpy as np
import pytest
import torch

from quotes.training.analysis.encoder import Pieces, batch, of_words, read
from quotes.training.analysis.sentences import DataError
from quotes.training.analysis.start import take_over
from tests.training.small_bert import written

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "port", "##ed", "ve", "##ll", "ms", ".", "left"]
WIDTH, INNER, LAYERS = 16, 32, 3


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """A very small encoder with random weights, stored as hubs store them."""
    return written(tmp_path / "encoder", VOCABULARY, WIDTH, INNER, LAYERS)


def test_a_word_is_its_longest_known_pieces_without_case_and_accents() -> None:
    pieces = Pieces(VOCABULARY)
    assert pieces.word("Ported") == [4, 5]
    assert pieces.word("Véll") == [6, 7]
    assert pieces.word("Ms.") == [8, 9]
    assert pieces.word("zzz") == [1]
    assert pieces.word("") == [1]


def test_what_stands_beside_it_in_a_batch_changes_nothing_for_a_sentence(
    folder: pathlib.Path,
) -> None:
    encoder, pieces = read(folder)
    short, long_ = ["ms", "vell"], ["port", "left", "ported", "vell", "."]
    alone = batch(pieces, [short])
    both = batch(pieces, [short, long_])
    with torch.no_grad():
        one = encoder(*alone[:2])[-1].flatten(0, 1)[alone[2]]
        two = encoder(*both[:2])[-1].flatten(0, 1)[both[2]][:2]
    torch.testing.assert_close(one, two, atol=1e-5, rtol=1e-5)


def test_words_get_vectors_of_the_size_that_was_asked_for(folder: pathlib.Path) -> None:
    table = of_words(folder, ["port", "ported", "vell", "ms", "Port"], 3)
    assert table.shape == (5, 3)
    assert np.isfinite(table).all()
    np.testing.assert_allclose(table[0], table[4], atol=1e-5)


def test_a_missing_encoder_is_told_by_name(tmp_path: pathlib.Path) -> None:
    with pytest.raises(DataError, match=r"vocab\.txt"):
        read(tmp_path)


def test_word_vectors_that_became_longer_change_nothing_at_first(tmp_path: pathlib.Path) -> None:
    before = torch.arange(6.0).reshape(3, 2)
    torch.save({"model": {"trans_pretrained.weight": before}, "vocab": {}}, tmp_path / "old.pt")
    model = torch.nn.Module()
    model.trans_pretrained = torch.nn.Linear(5, 3, bias=False)

    fresh = take_over(model, {}, tmp_path / "old.pt", at=0, width=3)

    assert fresh == []
    assert torch.equal(model.trans_pretrained.weight[:, :2], before)
    assert not model.trans_pretrained.weight[:, 2:].any()
