"""The layers that the models share, run over packed sentences in inference mode.

Sentences of a batch are packed time step by time step, the longest first, as torch's LSTM wants
them. What depends on the form of a word alone is computed once for each form.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from quotes.language.checkpoints import Checkpoint, UnsupportedModelError, Vocabulary, unspaced

Tensor = Any
Numbers = npt.NDArray[np.int64]
_CHUNK_WORDS = 4096
_MOST_CACHED = 40_000
_NOWHERE = -1


@attrs.frozen(eq=False)
class Packing:
    """The order in which the units of sentences are packed.

    `order` are the sentences, the longest first; `index` is for each packed row its place in the
    sentences laid end to end; `sizes` is how many sentences reach each step.
    """

    order: Numbers
    lengths: Numbers
    index: Numbers
    sizes: Numbers
    sentence: Numbers
    """For each packed row the rank of its sentence in `order`."""
    step: Numbers
    backwards: Numbers
    """For each packed row the row of the unit as far from the end as this is from the start."""

    @classmethod
    def of(cls, lengths: Sequence[int]) -> Packing:
        """Pack sentences of these lengths, none of them empty."""
        every = np.asarray(lengths, dtype=np.int64)
        order = np.argsort(-every, kind="stable")
        ranked = every[order]
        starts = (np.cumsum(every) - every)[order]
        steps, sentences = np.nonzero(np.arange(ranked[0])[:, None] < ranked[None, :])
        sizes = np.bincount(steps)
        first = np.cumsum(sizes) - sizes
        return cls(
            order=order,
            lengths=ranked,
            index=starts[sentences] + steps,
            sizes=sizes,
            sentence=sentences,
            step=steps,
            backwards=first[ranked[sentences] - 1 - steps] + sentences,
        )

    def rows(self, packed: Numbers) -> list[list[int]]:
        """Packed numbers, one for each unit, as one list for each sentence in its old place."""
        flat = np.empty_like(packed)
        flat[self.index] = packed
        values: list[int] = flat.tolist()
        lengths = np.empty_like(self.lengths)
        lengths[self.order] = self.lengths
        ends: list[int] = np.cumsum(lengths).tolist()
        return [values[a:b] for a, b in zip([0, *ends], ends, strict=False)]


def chunks(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of sentences, the longest first, in batches of bounded size; empty ones left out."""
    batch: list[int] = []
    size = 0
    for i in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        if not lengths[i]:
            continue
        if batch and size + lengths[i] > _CHUNK_WORDS:
            yield batch
            batch, size = [], 0
        batch.append(i)
        size += lengths[i]
    if batch:
        yield batch


class Linear:
    """A linear layer."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        self.weight = weights["weight"]
        self.bias = weights.get("bias")

    def __call__(self, x: Tensor) -> Tensor:
        import torch

        return torch.nn.functional.linear(x, self.weight, self.bias)


class Lstm:
    """A (bidirectional) LSTM (Hochreiter and Schmidhuber, 1997) in inference.

    Both directions take their steps together, and every tanh is a sigmoid of twice the value, by
    far the faster of the two: tanh(x) = 2 sigmoid(2x) - 1. The doubled values (of the cell, and
    half of the output) are kept as they are, so that the weights take up the factors.
    """

    def __init__(
        self,
        weights: dict[str, Tensor],
        initial: tuple[Tensor, Tensor] | None = None,
        layer: int = 0,
    ) -> None:
        import torch

        if "weight_ih_l0" not in weights:
            raise UnsupportedModelError("an LSTM of cells")
        self._initial = initial
        ends = [e for e in ("", "_reverse") if f"weight_ih_l{layer}{e}" in weights]

        def part(name: str, end: str) -> Tensor:
            i, f, g, o = weights[f"{name}_l{layer}{end}"].chunk(4)
            return torch.cat((i, f, o, 2 * g))

        self._inputs = [part("weight_ih", e) for e in ends]
        self._biases = [part("bias_ih", e) + part("bias_hh", e) for e in ends]
        self._again = 2 * torch.stack([part("weight_hh", e).t() for e in ends])
        if f"weight_ih_l{layer + 1}" in weights:
            raise UnsupportedModelError("several layers in one")

    def __call__(self, x: Tensor, packing: Packing, which: Tensor | None = None) -> Tensor:
        """Packed outputs; row `r` of the packed input is `x[which[r]]`, or `x[r]`."""
        import torch

        count = len(packing.index)
        backwards = torch.from_numpy(packing.backwards)
        gates = x.new_empty(len(self._inputs), count, self._again.shape[2])
        for d, (weight, bias) in enumerate(zip(self._inputs, self._biases, strict=True)):
            if which is not None:
                rows = which if d == 0 else which[backwards]
                torch.index_select(torch.addmm(bias, x, weight.t()), 0, rows, out=gates[d])
            else:
                torch.addmm(bias, x if d == 0 else x[backwards], weight.t(), out=gates[d])
        output = self._steps(gates, packing.sizes.tolist())
        if len(output) == 1:
            return output[0]
        return torch.cat((output[0], output[1][backwards]), 1)

    def _steps(self, gates: Tensor, sizes: Sequence[int]) -> Tensor:
        import torch

        directions, _, width = gates.shape
        if self._initial is None:
            h = gates.new_zeros(directions, sizes[0], width // 4)
            c = h
        else:
            h = (self._initial[0] / 2).expand(-1, sizes[0], -1)
            c = (self._initial[1] * 2).expand(-1, sizes[0], -1)
        outputs = []
        steps = gates.split(sizes, 1)
        parts = (part.split(sizes, 1) for part in gates.chunk(4, 2))
        for size, z, i, f, o, g in zip(sizes, steps, *parts, strict=True):
            if h.shape[1] != size:
                h, c = h.narrow(1, 0, size), c.narrow(1, 0, size)
            z.baddbmm_(h, self._again).sigmoid_()
            c = torch.mul(c, f).addcmul_(i, g, value=4).sub_(i, alpha=2)
            h = torch.sigmoid(c).sub_(0.5).mul_(o)
            outputs.append(h)
        return torch.cat(outputs, 1).mul_(2)


class HighwayLstm:
    """Bidirectional LSTM layers, each with a gated way around it (Srivastava et al., 2015)."""

    def __init__(self, checkpoint: Checkpoint, name: str) -> None:
        h, c = checkpoint.weights[f"{name}_h_init"], checkpoint.weights[f"{name}_c_init"]
        self._layers = [
            (
                Lstm(
                    checkpoint.part(f"{name}.lstm.{i}.lstm"),
                    (h[2 * i : 2 * i + 2], c[2 * i : 2 * i + 2]),
                ),
                Linear(checkpoint.part(f"{name}.gate.{i}")),
                Linear(checkpoint.part(f"{name}.highway.{i}")),
            )
            for i in range(checkpoint.settings["num_layers"])
        ]

    def __call__(self, forms: Tensor, which: Tensor, packing: Packing) -> Tensor:
        """Packed outputs; row `r` of the packed input is `forms[which[r]]`."""
        x = forms
        rows: Tensor | None = which
        for lstm, gate, highway in self._layers:
            around = highway(x).mul_(2).sigmoid_().mul_(2).sub_(1).mul_(gate(x).sigmoid_())
            x = lstm(x, packing, rows).add_(around if rows is None else around[rows])
            rows = None
        return x


class _Spellings:
    """Rows of words that were computed before; words and rows are added, never changed.

    Rows are set before words: whoever finds a word here and then asks for the rows has its row.
    """

    def __init__(self, rows: Tensor) -> None:
        self.places: dict[str, int] = {}
        self.rows = rows

    def add(self, words: Sequence[str], rows: Tensor) -> None:
        """Add words with their rows; for one thread at a time."""
        import torch

        first = len(self.rows)
        self.rows = torch.cat((self.rows, rows))
        self.places.update(zip(words, range(first, first + len(words)), strict=True))


class Characters:
    """What the characters of a word say; cached, for it depends on the word alone.

    Threads may share it: each reads the cache without a lock, and computes without one what the
    cache lacks. Only adding to the cache takes the lock.
    """

    def __init__(self, checkpoint: Checkpoint) -> None:
        weights = checkpoint.weights
        self._vocabulary: Vocabulary = checkpoint.vocabulary("char")
        self._embedding = weights["charmodel.char_emb.weight"]
        self._lstm = Lstm(
            checkpoint.part("charmodel.charlstm.lstm"),
            (weights["charmodel.charlstm_h_init"], weights["charmodel.charlstm_c_init"]),
        )
        self._attention = weights.get("charmodel.char_attn.weight")
        transform = checkpoint.part("trans_char")
        self._transform = Linear(transform) if transform else None
        self._lock = threading.Lock()
        self._cache: _Spellings | None = None

    def __call__(self, words: Sequence[str]) -> Tensor:
        """One row for each of some different words."""
        import torch

        cache = self._cache
        if cache is None:
            found = self.spelled([self._vocabulary.numbers(word) for word in words])
            self._remember(words, found)
            return found
        places = [cache.places.get(word, _NOWHERE) for word in words]
        rows = cache.rows
        new = [word for word, place in zip(words, places, strict=True) if place == _NOWHERE]
        if not new:
            return rows[torch.tensor(places)]
        found = self.spelled([self._vocabulary.numbers(word) for word in new])
        self._remember(new, found)
        where = torch.tensor(places)
        missing = where == _NOWHERE
        answer = found.new_empty(len(words), found.shape[1])
        answer[missing] = found
        answer[~missing] = rows[where[~missing]]
        return answer

    def _remember(self, words: Sequence[str], rows: Tensor) -> None:
        """Add to the cache, or begin another one where it is full."""
        with self._lock:
            cache = self._cache
            if cache is None or len(cache.rows) + len(words) > _MOST_CACHED:
                cache = _Spellings(rows[:0])
            cache.add(words, rows)
            self._cache = cache

    def spelled(self, words: Sequence[Sequence[int]]) -> Tensor:
        """One row for each word given by the numbers of its characters."""
        import torch

        if not words:
            return self._embedding.new_empty(0)
        packing = Packing.of([len(word) for word in words])
        flat = np.fromiter((c for word in words for c in word), np.int64)
        x = self._embedding[torch.from_numpy(flat[packing.index])]
        output = self._lstm(x, packing)
        if self._attention is None:
            half = output.shape[1] // 2
            last = torch.from_numpy(packing.backwards[: len(words)])
            ranked = torch.cat((output[last, :half], output[: len(words), half:]), 1)
        else:
            weighed = output * torch.sigmoid(output @ self._attention.t())
            ranked = output.new_zeros(len(words), output.shape[1])
            ranked.index_add_(0, torch.from_numpy(packing.sentence), weighed)
        rows = torch.empty_like(ranked)
        rows[torch.from_numpy(packing.order)] = ranked
        return rows if self._transform is None else self._transform(rows)


class Meanings:
    """What a model makes of the vectors of words: one linear layer over them."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        if checkpoint.vectors is None:
            raise UnsupportedModelError("word vectors that are not there")
        self._vocabulary = checkpoint.vectors.vocabulary
        self._table = checkpoint.vectors.table
        self._transform = Linear(checkpoint.part("trans_pretrained"))

    def numbers(self, words: Sequence[str]) -> list[int]:
        """The numbers of words, which are looked up in lower case."""
        return self._vocabulary.numbers(unspaced(word.lower()) for word in words)

    def __call__(self, numbers: Sequence[int]) -> Tensor:
        """One row for each number of a word."""
        import torch

        return self._transform(self._table[torch.tensor(numbers)])


def forms_of(keys: Sequence[Any]) -> tuple[list[Any], Numbers]:
    """The different ones among keys, in order of appearance, and for each key its number."""
    seen = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return list(seen), np.array([seen[key] for key in keys], dtype=np.int64)
