"""A very small BERT encoder with random weights, stored as model hubs store them."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Sequence

import numpy as np


def written(
    at: pathlib.Path,
    vocabulary: Sequence[str],
    width: int,
    inner: int,
    layers: int,
    places: int = 32,
) -> pathlib.Path:
    """Write it to a folder; return that."""
    at.mkdir()
    config = {
        "hidden_size": width,
        "intermediate_size": inner,
        "num_attention_heads": 2,
        "num_hidden_layers": layers,
        "layer_norm_eps": 1e-12,
        "vocab_size": len(vocabulary),
        "max_position_embeddings": places,
    }
    (at / "config.json").write_text(json.dumps(config), encoding="utf8")
    (at / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf8")
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(vocabulary), width),
        "embeddings.position_embeddings.weight": (places, width),
        "embeddings.token_type_embeddings.weight": (2, width),
    }
    linear: dict[str, tuple[int, ...]] = {
        "intermediate.dense": (inner, width),
        "output.dense": (width, inner),
    }
    linear["attention.output.dense"] = (width, width)
    linear |= {f"attention.self.{name}": (width, width) for name in ("query", "key", "value")}
    norms = ["embeddings.LayerNorm"]
    for i in range(layers):
        norms += [f"encoder.layer.{i}.{n}LayerNorm" for n in ("attention.output.", "output.")]
        for name, size in linear.items():
            shapes[f"encoder.layer.{i}.{name}.weight"] = size
            shapes[f"encoder.layer.{i}.{name}.bias"] = size[:1]
    for norm in norms:
        shapes |= {f"{norm}.weight": (width,), f"{norm}.bias": (width,)}
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
