"""Write the encoder as `quotes.encoder.network` reads it: matrices in eight bits."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from quotes.training.encoder.network import Heads, Network, Tensor

Arrays = dict[str, NDArray[Any]]
_LAYER = {"look": "into", "seen": "out", "up": "up", "down": "down"}
_NORMS = ("first", "second")


def arrays_of(network: Network, vocabulary: Sequence[str]) -> Arrays:
    """The network as arrays; `vocabulary` are its pieces in order."""
    found: Arrays = {}
    _whole(found, "words", network.words.weight)
    for name in ("places", "case", "quoted"):
        found[name] = _halves(getattr(network, name))
    _norm(found, "norm", network.norm)
    for i, layer in enumerate(network.layers):
        for name, part in _LAYER.items():
            linear = getattr(layer, part)
            _whole(found, f"layer{i}.{name}", linear.weight)
            found[f"layer{i}.{name}.bias"] = _floats(linear.bias)
        for name in _NORMS:
            _norm(found, f"layer{i}.{name}", getattr(layer, name))
    found["heads"] = np.array(network.layers[0].heads)
    found["layers"] = np.array(len(network.layers))
    found["vocabulary"] = np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8)
    return found | of_heads(network.heads)


def of_heads(heads: Heads) -> Arrays:
    """The heads as arrays."""
    return {name: _halves(weight) for name, weight in heads.state_dict().items()}


def into_heads(heads: Heads, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Give heads the weights that `of_heads` told."""
    state = {name: torch.from_numpy(arrays[name].astype(np.float32)) for name in heads.state_dict()}
    heads.load_state_dict(state)


def save(file: pathlib.Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write the arrays, whole or not at all."""
    fresh = file.with_suffix(".new")
    with fresh.open("wb") as handle:
        np.savez_compressed(handle, allow_pickle=False, **arrays)
    fresh.replace(file)


def read(file: pathlib.Path) -> Arrays:
    """What `save` wrote."""
    with np.load(file, allow_pickle=False) as data:
        return {name: data[name] for name in data.files}


def _whole(found: Arrays, name: str, weight: Tensor) -> None:
    """A matrix in integers, with a scale for each row."""
    values = _floats(weight)
    scale = np.maximum(np.abs(values).max(axis=1), 1e-8) / 127
    found[f"{name}.weight"] = np.rint(values / scale[:, None]).astype(np.int8)
    found[f"{name}.scale"] = scale.astype(np.float32)


def _norm(found: Arrays, name: str, norm: Any) -> None:
    found[f"{name}.weight"], found[f"{name}.bias"] = _halves(norm.weight), _halves(norm.bias)


def _halves(weight: Tensor) -> NDArray[Any]:
    return _floats(weight).astype(np.float16)


def _floats(weight: Tensor) -> NDArray[Any]:
    values: NDArray[Any] = weight.detach().float().cpu().numpy().astype(np.float32)
    return values
