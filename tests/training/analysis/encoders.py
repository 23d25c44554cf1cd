"""A very small transformer with random weights, stored as model hubs store them."""

from __future__ import annotations

import json
import pathlib

import numpy as np

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "port", "##ed", "ve", "##ll", "ms", ".", "left"]
WIDTH, INNER, LAYERS = 16, 32, 3


def small_encoder(at: pathlib.Path) -> pathlib.Path:
    """The folder `at`, made, with the encoder in it."""
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
