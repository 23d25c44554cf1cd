"""Faster learning for the recurrent layers of stanza on a CPU.

Torch computes the gradient of a packed sequence step by step, each step clearing and adding to
arrays as large as the whole batch. Here the gradients of the gates are collected, and the weights
get theirs in one product at the end. And a word that stands several times in a batch is spelled out
once by the character model, and what dropout drops is drawn by the byte. The gradients stay the
same (but for what is dropped), in about half of the time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch.nn import functional


class _Direction(torch.autograd.Function):  # type: ignore[misc]
    """One direction of one layer (Hochreiter and Schmidhuber, 1997) over a packed sequence."""

    @staticmethod
    def forward(
        context: Any, x: Any, sizes: Any, reverse: bool, w_in: Any, w_state: Any, bias: Any,
        h0: Any, c0: Any,
    ) -> Any:  # fmt: skip
        width = w_state.shape[1]
        steps = _steps(sizes, reverse)
        gates = torch.addmm(bias, x, w_in.t())
        state, cell = h0.clone(), c0.clone()
        before, cells = x.new_empty(len(x), width), x.new_empty(len(x), width)
        out, squashed = torch.empty_like(before), torch.empty_like(before)
        turned = w_state.t().contiguous()
        for start, size in steps:
            rows = slice(start, start + size)
            before[rows], cells[rows] = state[:size], cell[:size]
            z = gates[rows]
            z.addmm_(before[rows], turned)
            z[:, : 2 * width].sigmoid_()
            z[:, 2 * width : 3 * width].tanh_()
            z[:, 3 * width :].sigmoid_()
            i, f, g, o = z.chunk(4, 1)
            c = torch.addcmul(f * cells[rows], i, g)
            cell[:size] = c
            torch.tanh(c, out=squashed[rows])
            torch.mul(o, squashed[rows], out=out[rows])
            state[:size] = out[rows]
        context.save_for_backward(x, w_in, w_state, gates, before, cells, squashed)
        context.steps = steps
        return out, state, cell

    @staticmethod
    def backward(context: Any, d_out: Any, d_state: Any, d_cell: Any) -> Any:
        x, w_in, w_state, gates, before, cells, squashed = context.saved_tensors
        d_h, d_c = d_state.clone(), d_cell.clone()
        d_gates = torch.empty_like(gates)
        # what each gate passes on, for all steps at once
        i, f, g, o = gates.chunk(4, 1)
        through = o * (1 - squashed * squashed)
        slope_i, slope_f = g * i * (1 - i), cells * f * (1 - f)
        slope_g, slope_o = i * (1 - g * g), squashed * o * (1 - o)
        for start, size in reversed(context.steps):
            rows = slice(start, start + size)
            dh = d_h[:size] + d_out[rows]
            dc = torch.addcmul(d_c[:size], dh, through[rows])
            di, df, dg, do = d_gates[rows].chunk(4, 1)
            torch.mul(dc, slope_i[rows], out=di)
            torch.mul(dc, slope_f[rows], out=df)
            torch.mul(dc, slope_g[rows], out=dg)
            torch.mul(dh, slope_o[rows], out=do)
            d_c[:size] = dc * f[rows]
            d_h[:size] = d_gates[rows] @ w_state
        turned = d_gates.t()
        return (
            d_gates @ w_in, None, None, turned @ x, turned @ before, d_gates.sum(0), d_h, d_c,
        )  # fmt: skip


def _steps(sizes: Any, reverse: bool) -> list[tuple[int, int]]:
    """Where the rows of each step begin and how many they are, in the order of reading."""
    steps, start = [], 0
    for size in sizes.tolist():
        steps.append((start, size))
        start += size
    return steps[::-1] if reverse else steps


def _forward(layer: Any, packed: Any, hx: Any) -> Any:
    """What `torch.nn.LSTM` of one layer answers for a packed sequence."""
    from torch.nn.utils.rnn import PackedSequence

    outs, states, cells = [], [], []
    for way in range(2 if layer.bidirectional else 1):
        end = "_l0_reverse" if way else "_l0"
        bias = getattr(layer, "bias_ih" + end) + getattr(layer, "bias_hh" + end)
        out, state, cell = _Direction.apply(
            packed.data, packed.batch_sizes, bool(way), getattr(layer, "weight_ih" + end),
            getattr(layer, "weight_hh" + end), bias, hx[0][way], hx[1][way],
        )  # fmt: skip
        outs.append(out)
        states.append(state)
        cells.append(cell)
    result = PackedSequence(
        torch.cat(outs, 1), packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices
    )
    return result, (torch.stack(states), torch.stack(cells))


def _distinct(chars: Any) -> tuple[list[int], list[int]]:
    """Rows that differ, by their first index, and for each row which of them it is like."""
    seen: dict[bytes, int] = {}
    first: list[int] = []
    like: list[int] = []
    for i, row in enumerate(chars.numpy()):
        number = seen.setdefault(row.tobytes(), len(first))
        if number == len(first):
            first.append(i)
        like.append(number)
    return first, like


class _Dice:
    """Random bytes for dropout, decided by the seed that torch was last given."""

    def __init__(self) -> None:
        self.seed = -1
        self.generator = np.random.Generator(np.random.SFC64(0))

    def mask(self, like: Any, drop: float) -> Any:
        """1 / (1 - drop) where a value is kept, 0 where it is dropped."""
        seed = torch.initial_seed()
        if seed != self.seed:
            self.seed = seed
            self.generator = np.random.Generator(np.random.SFC64(seed))
        data = np.frombuffer(self.generator.bytes(like.numel()), dtype=np.uint8)
        limit = round(256 * drop)
        kept = torch.from_numpy(data >= limit).view(like.shape)
        return kept.to(like.dtype).mul_(256 / max(1, 256 - limit))


@contextlib.contextmanager
def fast() -> Iterator[None]:
    """While this lasts, stanza's models learn by the faster way."""
    from stanza.models.common.char_model import CharacterModel
    from stanza.models.common.packed_lstm import PackedLSTM
    from stanza.models.common.utils import tensor_unsort
    from torch.nn.utils.rnn import PackedSequence, pack_sequence

    dice = _Dice()
    usual_dropout = functional.dropout

    def dropout(input: Any, p: float = 0.5, training: bool = True, inplace: bool = False) -> Any:
        if not training or not 0 < p < 1:
            return usual_dropout(input, p, training, inplace)
        return input * dice.mask(input, p)

    usual = PackedLSTM.forward
    usual_spelling = CharacterModel.forward

    def spell(
        self: Any, chars: Any, mask: Any, order: Any, sentence_lengths: Any, lengths: Any
    ) -> Any:
        if self.pad:
            return usual_spelling(self, chars, mask, order, sentence_lengths, lengths)
        first, like = _distinct(chars)
        kinds = usual_spelling(
            self, chars[first], mask[first], list(range(len(first))), [len(first)],
            [lengths[i] for i in first],
        )  # fmt: skip
        words = tensor_unsort(kinds.data[torch.tensor(like)], order)
        return pack_sequence(words.split(sentence_lengths))

    def forward(self: Any, packed: Any, lengths: Any, hx: Any = None) -> Any:
        layer = self.lstm
        if (
            not torch.is_grad_enabled()
            or hx is None
            or self.pad
            or not isinstance(packed, PackedSequence)
            or not isinstance(layer, torch.nn.LSTM)
            or layer.num_layers != 1
        ):
            return usual(self, packed, lengths, hx)
        return _forward(layer, packed, hx)

    PackedLSTM.forward = forward
    CharacterModel.forward = spell
    functional.dropout = dropout
    try:
        yield
    finally:
        PackedLSTM.forward = usual
        CharacterModel.forward = usual_spelling
        functional.dropout = usual_dropout
