"""The transformer behind the word vectors: its pieces, its states, its vectors of words."""

from __future__ import annotations

import json
import pathlib

import numpy as np
import pytest
import torch

from quotes.training.analysis.encoder import Pieces, batch, of_words, read
from quotes.training.analysis.sentences import DataError
from quotes.training.analysis.start import take_over

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "port", "##ed", "ve", "##ll", "ms", ".", "left"]
WIDTH, INNER, LAYERS = 16, 32, 3


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """A very small encoder with random weights, stored as hubs store them."""
    at = tmp_path / "encoder"
    at.mkdir()
    config = {
        "hidden_size": WIDTH,
        "intermediate_size": INNER,
        "num_attention_heads": 2,
        "num_hidden_layers": LAYERS,
        "layer_norm_eps": 1e-12,
        "vocab_size": len(VOCABULARY),
        "max_position_embeddings": 32,
    }
    (at / "config.json").write_text(json.dumps(config), encoding="utf8")
    (at / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n", encoding="utf8")
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(VOCABULARY), WIDTH),
        "embeddings.position_embeddings.weight": (32, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    linear: dict[str, tuple[int, ...]] = {
        "intermediate.dense": (INNER, WIDTH),
        "output.dense": (WIDTH, INNER),
    }
    linear["attention.output.dense"] = (WIDTH, WIDTH)
    linear |= {f"attention.self.{name}": (WIDTH, WIDTH) for name in ("query", "key", "value")}
    norms = ["embeddings.LayerNorm"]
    for i in range(LAYERS):
        norms += [f"encoder.layer.{i}.{n}LayerNorm" for n in ("attention.output.", "output.")]
        for name, size in linear.items():
            shapes[f"encoder.layer.{i}.{name}.weight"] = size
            shapes[f"encoder.layer.{i}.{name}.bias"] = size[:1]
    for norm in norms:
        shapes |= {f"{norm}.weight": (WIDTH,), f"{norm}.bias": (WIDTH,)}
    dice = np.random.default_rng(1)
    header, raw = {}, b""
    for name, size in shapes.items():
        values = dice.standard_normal(size).astype(np.float32) * 0.3
        if "LayerNorm.weight" in name:
            values[:] = 1
        start, raw = len(raw), raw + values.tobytes()
        header[name] = {"dtype": "F32", "shape": size, "data_offsets": [start, len(raw)]}
    text = json.dumps(header).encode()
    (at / "model.safetensors").write_bytes(len(text).to_bytes(8, "little") + text + raw)
    return at


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
