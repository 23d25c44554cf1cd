"""The encoder: a small transformer, its weights held in eight bits.

A bidirectional transformer (Devlin et al., NAACL 2019) cut down from MiniLM (Wang et al., NeurIPS
2020; Reimers & Gurevych, EMNLP 2019), to which letter case and quotation marks are told by two more
embeddings. Every window is read by itself, so that no result depends on what else is read.
"""

from __future__ import annotations

import functools
import pathlib
import warnings
from collections.abc import Mapping
from typing import Any

import attrs
import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from quotes.encoder.wordpiece import FIRST, LAST, UNKNOWN
from quotes.weight_files import checked, require

WEIGHTS = pathlib.Path(__file__).parent / "encoder.npz"
_EPSILON = 1e-12
_AFFINE = ("weight", "bias")
DISTANCES, PARAGRAPHS, QUOTED = 41, 9, 3
"""How many places the tables of a pointer tell apart."""
_DISTANCE_STEP = 2.3
_ITSELF = 2

Tensor = Any
"""A tensor of torch, which has no types of its own."""
Arrays = Mapping[str, NDArray[Any]]


class Linear:
    """A layer whose weights are 8-bit integers with a scale for each output."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        weights = torch.from_numpy(arrays[f"{name}.weight"])
        scales = torch.from_numpy(arrays[f"{name}.scale"].astype(np.float64))
        bias = torch.from_numpy(arrays[f"{name}.bias"].astype(np.float32))
        zeros = torch.zeros(len(scales), dtype=torch.long)
        with warnings.catch_warnings():  # torch 2.13 says that it will part with such tensors
            warnings.simplefilter("ignore", UserWarning)
            held = torch._make_per_channel_quantized_tensor(weights, scales, zeros, 0)
        self._packed = torch.ops.quantized.linear_prepack(held, bias)

    def __call__(self, rows: Tensor) -> Tensor:
        """The layer's values for each row."""
        # seven bits of each value: processors without wide integer sums overflow with eight
        result: Tensor = torch.ops.quantized.linear_dynamic(rows, self._packed, True)
        return result


class Norm:
    """Layer normalisation."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._weight, self._bias = (_floats(arrays, f"{name}.{part}") for part in _AFFINE)

    def __call__(self, rows: Tensor) -> Tensor:
        """The rows with mean and spread made equal."""
        return functional.layer_norm(rows, self._weight.shape, self._weight, self._bias, _EPSILON)


class Layer:
    """Attention over the window, then a network for each piece."""

    def __init__(self, arrays: Arrays, name: str, heads: int) -> None:
        self._heads = heads
        self._look, self._seen, self._up, self._down = (
            Linear(arrays, f"{name}.{part}") for part in ("look", "seen", "up", "down")
        )
        self._first, self._second = Norm(arrays, f"{name}.first"), Norm(arrays, f"{name}.second")

    def __call__(self, rows: Tensor) -> Tensor:
        """New rows for the pieces of one window."""
        count, width = rows.shape
        parts = self._look(rows).view(count, 3, self._heads, width // self._heads)
        query, key, value = parts.permute(1, 2, 0, 3).unsqueeze(1).unbind(0)
        seen = functional.scaled_dot_product_attention(query, key, value)
        rows = self._first(rows + self._seen(seen[0].transpose(0, 1).reshape(count, width)))
        return self._second(rows + self._down(functional.gelu(self._up(rows))))


class Pointer:
    """Scores every piece of a window as the answer to a question about a span."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        of = functools.partial(_floats, arrays)
        self._query = of(f"{name}.query.weight"), of(f"{name}.query.bias")
        self._piece = of(f"{name}.piece.weight"), of(f"{name}.piece.bias")
        self._pair, self._alone = of(f"{name}.pair"), of(f"{name}.alone")
        self._distance, self._paragraph, self._quoted = (
            of(f"{name}.{part}") for part in ("distance", "paragraph", "quoted")
        )

    def question(self, span: Tensor) -> Tensor:
        """The question that a span's values ask."""
        return functional.gelu(functional.linear(span, *self._query))

    def __call__(self, seen: Seen, question: Tensor, first: int, stop: int) -> Tensor:
        """The score of each piece; those of the span `first` up to `stop` itself are none."""
        pieces = functional.gelu(functional.linear(seen.rows, *self._piece))
        far, between, quoted = standing(seen.quoted, seen.paragraph, first, stop)
        scores = (
            pieces @ (self._pair @ question)
            + pieces @ self._alone
            + self._distance[far]
            + self._paragraph[between]
            + self._quoted[quoted]
        )
        return answerable(scores, quoted)


def standing(
    quoted: Tensor, paragraph: Tensor, first: int, stop: int
) -> tuple[Tensor, Tensor, Tensor]:
    """How each piece of a window stands to a span, as rows of the tables of a pointer.

    How far from it in pieces and in paragraphs, and whether it is quoted or of the span itself.
    """
    place = torch.arange(len(quoted), device=quoted.device)
    far = torch.where(place < first, place - first, (place - stop + 1).clamp(min=0))
    steps = (torch.log2(far.abs().float() + 1) * _DISTANCE_STEP).round().long()
    most, across = DISTANCES // 2, PARAGRAPHS // 2
    itself = (place >= first) & (place < stop)
    return (
        torch.sign(far) * steps.clamp(max=most) + most,
        (paragraph - paragraph[first]).clamp(-across, across) + across,
        quoted.masked_fill(itself, _ITSELF),
    )


def answerable(scores: Tensor, quoted: Tensor) -> Tensor:
    """The scores, none of the window's first piece and of those of the span (see `standing`)."""
    shut = quoted == _ITSELF
    shut[0] = True
    return scores.masked_fill(shut, -torch.inf)


@attrs.frozen(eq=False)
class Seen:
    """A window as the encoder sees it, the vocabulary's own first and last piece included."""

    rows: Tensor
    quoted: Tensor
    paragraph: Tensor


class Encoder:
    """The network and the questions that it answers."""

    def __init__(self, arrays: Arrays) -> None:
        self.vocabulary = {
            word: i for i, word in enumerate(bytes(arrays["vocabulary"]).decode().split("\n"))
        }
        self._words = torch.from_numpy(arrays["words.weight"])
        self._scale = _floats(arrays, "words.scale")
        self._places, self._case, self._quoted = (
            _floats(arrays, name) for name in ("places", "case", "quoted")
        )
        self._norm = Norm(arrays, "norm")
        heads = int(arrays["heads"])
        self._layers = [Layer(arrays, f"layer{i}", heads) for i in range(int(arrays["layers"]))]
        self.source = Pointer(arrays, "source")
        self.name = Pointer(arrays, "name")
        self._speech = _floats(arrays, "speech.weight"), _floats(arrays, "speech.bias")

    def read(self, pieces: Tensor, case: Tensor, quoted: Tensor, paragraph: Tensor) -> Seen:
        """A window, given as the numbers of its pieces and what `Layout` says of each."""
        rows = self._words[pieces].float() * self._scale[pieces, None]
        rows = rows + self._places[: len(pieces)] + self._case[case] + self._quoted[quoted]
        rows = self._norm(rows)
        for layer in self._layers:
            rows = layer(rows)
        return Seen(rows, quoted, paragraph)

    def spoken(self, question: Tensor) -> float:
        """The log odds that the words of a source's question are speech."""
        return float(functional.linear(question, *self._speech))


def _floats(arrays: Arrays, name: str) -> Tensor:
    return torch.from_numpy(arrays[name].astype(np.float32))


@functools.cache
def load(file: pathlib.Path = WEIGHTS) -> Encoder:
    """Read the weights; nothing in the file is executed.

    Raises:
        ModelError: the file is missing or damaged.
    """
    with checked(file), file.open("rb") as handle, np.load(handle, allow_pickle=False) as data:
        arrays = {name: data[name] for name in data.files}
        floats = (a for a in arrays.values() if a.dtype.kind == "f")
        require(all(np.isfinite(a).all() for a in floats), "finite numbers")
        encoder = Encoder(arrays)
        require(len(encoder.vocabulary) == len(arrays["words.weight"]), "a vector for each piece")
        require({UNKNOWN, FIRST, LAST} <= set(encoder.vocabulary), "the pieces that all texts need")
        return encoder
