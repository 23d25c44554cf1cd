"""A small transformer, read from disk, that lends the word vectors what it knows of words.

The encoder is BERT (Devlin et al., NAACL 2019) as model hubs store it in a folder: `config.json`,
`vocab.txt` (word pieces without case) and `model.safetensors`. It serves training alone: for the
word vectors, and as what the encoder of `quotes.encoder` begins with.
"""

from __future__ import annotations

import json
import pathlib
import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from quotes.training.analysis.sentences import DataError

_LONGEST_WORD = 100
_WORDS = 512
_TYPES = {"F32": np.float32, "F16": np.float16, "I64": np.int64}


class Pieces:
    """Splits words into word pieces: the longest known beginning first (Wu et al., 2016)."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.start, self.end = self.ids["[CLS]"], self.ids["[SEP]"]
        self.unknown = self.ids["[UNK]"]
        self._known: dict[str, list[int]] = {}

    def word(self, text: str) -> list[int]:
        """The pieces of one folded word; at least one."""
        found = self._known.get(text)
        if found is None:
            found = [i for part in _parts(text) for i in self._split(part)] or [self.unknown]
            self._known[text] = found
        return found

    def _split(self, part: str) -> list[int]:
        result, start = [], 0
        while start < len(part):
            end = min(len(part), start + _LONGEST_WORD)
            while end > start:
                piece = ("##" if start else "") + part[start:end]
                if piece in self.ids:
                    break
                end -= 1
            if end == start:
                return [self.unknown]
            result.append(self.ids[piece])
            start = end
        return result


def _parts(text: str) -> list[str]:
    """A word in lower case without accents, each punctuation mark by itself."""
    plain = unicodedata.normalize("NFD", text.lower())
    parts, open_ = [], False
    for character in plain:
        kind = unicodedata.category(character)
        if kind == "Mn":
            continue
        if kind[0] in "PS":
            parts.append(character)
            open_ = False
        elif open_:
            parts[-1] += character
        else:
            parts.append(character)
            open_ = True
    return parts


class _Layer(nn.Module):  # type: ignore[misc]
    """Self-attention and a feed-forward network, each normalised after it was added."""

    def __init__(self, width: int, inner: int, heads: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.into = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.first = nn.LayerNorm(width, eps=epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.second = nn.LayerNorm(width, eps=epsilon)
        self.drop = nn.Dropout(0.0)

    def forward(self, x: Any, mask: Any) -> Any:
        rows, length, width = x.shape
        parts = self.into(x).view(rows, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(rows, length, width)
        x = self.first(x + self.drop(self.out(mixed)))
        return self.second(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Bert(nn.Module):  # type: ignore[misc]
    """The encoder: piece numbers in, one vector for each piece and layer out."""

    def __init__(self, folder: pathlib.Path) -> None:
        super().__init__()
        config = _json(folder / "config.json")
        width, epsilon = config["hidden_size"], config["layer_norm_eps"]
        self.width: int = width
        self.pieces = nn.Embedding(config["vocab_size"], width)
        self.places = nn.Embedding(config["max_position_embeddings"], width)
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.layers = nn.ModuleList(
            _Layer(width, config["intermediate_size"], config["num_attention_heads"], epsilon)
            for _ in range(config["num_hidden_layers"])
        )
        self._take(_tensors(folder / "model.safetensors"))

    def forward(self, pieces: Any, mask: Any) -> list[Any]:
        """Hidden states after every layer; `mask` is 1 where there is a piece."""
        shut = (1.0 - mask[:, None, None, :].float()) * -1e4
        x = self.pieces(pieces) + self.places.weight[: pieces.shape[1]]
        states = [self.norm(x)]
        for layer in self.layers:
            states.append(layer(states[-1], shut))
        return states

    def _take(self, held: dict[str, Any]) -> None:
        """Fill in the weights by the names that hubs use for them."""
        held = {name.removeprefix("bert."): value for name, value in held.items()}
        with torch.no_grad():
            words = held["embeddings.word_embeddings.weight"]
            self.pieces.weight.copy_(words)
            self.places.weight.copy_(held["embeddings.position_embeddings.weight"])
            # there is one sentence only, so its kind can be added once and for all
            self.places.weight.add_(held["embeddings.token_type_embeddings.weight"][0])
            _pair(self.norm, held, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}."
                for part in ("weight", "bias"):
                    three = [held[f"{at}attention.self.{n}.{part}"] for n in _THREE]
                    getattr(layer.into, part).copy_(torch.cat(three))
                _pair(layer.out, held, at + "attention.output.dense")
                _pair(layer.first, held, at + "attention.output.LayerNorm")
                _pair(layer.up, held, at + "intermediate.dense")
                _pair(layer.down, held, at + "output.dense")
                _pair(layer.second, held, at + "output.LayerNorm")


_THREE = ("query", "key", "value")


def _pair(module: Any, held: dict[str, Any], name: str) -> None:
    module.weight.copy_(held[f"{name}.weight"])
    module.bias.copy_(held[f"{name}.bias"])


def _json(path: pathlib.Path) -> dict[str, Any]:
    if not path.is_file():
        raise DataError(f"part of the teacher is missing: {path}")
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
    return content


def _tensors(path: pathlib.Path) -> dict[str, Any]:
    """The tensors of a safetensors file: a length, a JSON header, and raw numbers."""
    if not path.is_file():
        raise DataError(f"part of the teacher is missing: {path}")
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    result = {}
    for name, entry in json.loads(raw[8 : 8 + size]).items():
        if name == "__metadata__":
            continue
        start, end = (8 + size + at for at in entry["data_offsets"])
        values: npt.NDArray[Any] = np.frombuffer(raw[start:end], dtype=_TYPES[entry["dtype"]])
        result[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return result


def read(folder: pathlib.Path) -> tuple[Bert, Pieces]:
    """The encoder and the word pieces in a folder.

    Raises:
        DataError: a file is missing.
    """
    at = folder / "vocab.txt"
    if not at.is_file():
        raise DataError(f"part of the teacher is missing: {at}")
    return Bert(folder), Pieces(at.read_text(encoding="utf8").split("\n")[:-1])


def batch(pieces: Pieces, sentences: Sequence[Sequence[str]]) -> tuple[Any, Any, Any]:
    """Piece numbers and their mask, rows of like length, and the place of each word's first piece.

    The last is a vector of places in the flattened piece numbers, sentence after sentence.
    """
    rows, firsts = [], []
    for words in sentences:
        row, first = [pieces.start], []
        for word in words:
            first.append(len(row))
            row += pieces.word(word)
        rows.append([*row, pieces.end])
        firsts.append(first)
    length = max(map(len, rows))
    numbers = torch.zeros(len(rows), length, dtype=torch.long)
    mask = torch.zeros(len(rows), length)
    for i, row in enumerate(rows):
        numbers[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = 1
    flat = [i * length + at for i, first in enumerate(firsts) for at in first]
    return numbers, mask, torch.tensor(flat)


def of_words(folder: pathlib.Path, words: Sequence[str], size: int) -> npt.NDArray[np.float32]:
    """Vectors of words by themselves, as the encoder in `folder` sees them (unit variance).

    The states before the first layer, after the middle one and after the last, averaged over the
    pieces of a word, are added and reduced to their `size` main components.

    Raises:
        DataError: part of the encoder is missing.
    """
    encoder, pieces = read(folder)
    depth = len(encoder.layers)
    order = sorted(range(len(words)), key=lambda i: len(pieces.word(words[i])))
    taken = [np.zeros((len(words), encoder.width), dtype=np.float32) for _ in range(3)]
    with torch.no_grad():
        for start in range(0, len(order), _WORDS):
            rows = order[start : start + _WORDS]
            numbers, mask, _ = batch(pieces, [[words[i]] for i in rows])
            states = encoder(numbers, mask)
            inner = mask.clone()
            inner[:, 0] = 0
            inner[torch.arange(len(rows)), mask.sum(1).long() - 1] = 0
            for table, layer in zip(taken, (0, depth // 2, depth), strict=True):
                total = (states[layer] * inner[..., None]).sum(1)
                table[rows] = (total / inner.sum(1, keepdim=True)).numpy()
    mixed = np.zeros_like(taken[0])
    for table in taken:
        table -= table.mean(0)
        mixed += table / np.linalg.norm(table, axis=1, keepdims=True)
    mixed -= mixed.mean(0)
    _, axes = np.linalg.eigh(mixed.T @ mixed)
    reduced: npt.NDArray[np.float32] = mixed @ axes[:, ::-1][:, :size]
    reduced /= reduced.std()
    return reduced
