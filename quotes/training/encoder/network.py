"""The encoder while it learns: the network of `quotes.encoder.network` with gradients."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import attrs
import torch
from torch import nn
from torch.nn import functional

from quotes.encoder.network import DISTANCES, PARAGRAPHS, QUOTED, answerable, standing
from quotes.encoder.pointers import AFTER, BEFORE, span_of
from quotes.encoder.windows import LENGTH
from quotes.errors import ModelError
from quotes.training.analysis.encoder import Bert
from quotes.training.encoder.windows import TAGS, Asked, Example

LAYERS = (0, 2, 3, 5)
"""Which layers of the six of the encoder that is begun with are kept."""
_CASES, _QUOTED = 4, 2
_DROPOUT = 0.1
_SOURCE, _NAME = 256, 192
_SMALL = 0.05
_MOST_NAMES = 8
_NAME_SHARE, _TAG_SHARE = 0.4, 0.3
_SHUT = -1e4

Tensor = Any


class Pointer(nn.Module):  # type: ignore[misc]
    """Scores every piece of a window as the answer to a question about a span."""

    def __init__(self, width: int, parts: int, inner: int) -> None:
        super().__init__()
        self.query = nn.Linear(parts * width, inner)
        self.piece = nn.Linear(width, inner)
        self.pair = nn.Parameter(torch.eye(inner) * _SMALL)
        self.alone = nn.Parameter(torch.randn(inner) * _SMALL)
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        self.paragraph = nn.Parameter(torch.zeros(PARAGRAPHS))
        self.quoted = nn.Parameter(torch.zeros(QUOTED))
        self.drop = nn.Dropout(_DROPOUT)

    def question(self, span: Tensor) -> Tensor:
        """The question that the values of a span ask."""
        return self.drop(functional.gelu(self.query(span)))

    def pieces(self, rows: Tensor) -> Tensor:
        """The pieces of a window as answers."""
        return self.drop(functional.gelu(self.piece(rows)))

    def forward(self, pieces: Tensor, question: Tensor, seen: Seen, asked: Asked) -> Tensor:
        """The log probability of each piece as the answer."""
        far, between, quoted = standing(seen.quoted, seen.paragraph, asked.first, asked.stop)
        scores = (
            pieces @ (self.pair @ question)
            + pieces @ self.alone
            + self.distance[far]
            + self.paragraph[between]
            + self.quoted[quoted]
        )
        return answerable(scores.float(), quoted).log_softmax(0)


@attrs.frozen(eq=False)
class Seen:
    """A window as the body sees it, and what `quotes.encoder.windows.Layout` says of its pieces."""

    rows: Tensor
    quoted: Tensor
    paragraph: Tensor


@attrs.frozen(eq=False)
class Told:
    """What the heads say of a window: losses, and how many of how many sources are right."""

    sources: Tensor
    names: Tensor
    asked: int
    named: int
    right: int
    known: int


class Heads(nn.Module):  # type: ignore[misc]
    """The questions that the encoder answers: the source of quoted words, the name of a mention."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.source = Pointer(width, 5, _SOURCE)
        self.name = Pointer(width, 3, _NAME)
        self.speech = nn.Linear(_SOURCE, 1)

    def forward(self, seen: Seen, example: Example, names: Sequence[Asked]) -> Told:
        """What they say of a window; of its mentions `names` are asked about."""
        rows = seen.rows
        sources, right, known = rows.new_zeros(()), 0, 0
        pieces = self.source.pieces(rows)
        for asked in example.sources:
            near = (
                rows[max(0, asked.first - BEFORE)],
                rows[min(len(rows) - 1, asked.stop + AFTER)],
            )
            span = torch.cat([*span_of(rows, asked.first, asked.stop), *near])
            question = self.source.question(span)
            speech = self.speech(question).float().squeeze()
            target = torch.full_like(speech, float(asked.speech))
            sources = sources + functional.binary_cross_entropy_with_logits(speech, target)
            if asked.speech and asked.right:
                chances = self.source(pieces, question, seen, asked)
                sources = sources - _of(chances, asked)
                known += 1
                right += int(chances.argmax()) in asked.right
        told = rows.new_zeros(())
        pieces = self.name.pieces(rows)
        for asked in names:
            question = self.name.question(torch.cat(span_of(rows, asked.first, asked.stop)))
            told = told - _of(self.name(pieces, question, seen, asked), asked)
        return Told(sources, told, len(example.sources), len(names), right, known)


def _of(chances: Tensor, asked: Asked) -> Tensor:
    """The log probability of all right answers together."""
    return chances[list(asked.right)].logsumexp(0)


class Network(nn.Module):  # type: ignore[misc]
    """Body and heads, and the tags of words that the body learns from beside them.

    Raises:
        ModelError: what it begins with reads less at once than a window.
    """

    def __init__(self, start: Bert, layers: Sequence[int] = LAYERS) -> None:
        super().__init__()
        width = start.width
        if len(start.places.weight) < LENGTH + 2:
            raise ModelError(f"an encoder that reads {LENGTH + 2} pieces at once is needed")
        self.words = start.pieces
        self.places = nn.Parameter(start.places.weight.detach()[: LENGTH + 2].clone())
        self.case = nn.Parameter(torch.zeros(_CASES, width))
        self.quoted = nn.Parameter(torch.zeros(_QUOTED, width))
        self.norm = start.norm
        self.layers = nn.ModuleList(start.layers[i] for i in layers)
        for layer in self.layers:
            layer.drop.p = _DROPOUT
        self.drop = nn.Dropout(_DROPOUT)
        self.heads = Heads(width)
        self.tags = nn.Linear(width, TAGS)

    def body(self) -> list[Any]:
        """The weights that it did not begin with at random."""
        mine = {id(p) for part in (self.heads, self.tags) for p in part.parameters()}
        return [p for p in self.parameters() if id(p) not in mine]

    def forward(self, batch: Sequence[Example]) -> list[Seen]:
        """The windows, each as if it had been read alone."""
        device = self.places.device
        length = max(len(e.pieces) for e in batch)

        def padded(rows: Sequence[Sequence[int]]) -> Tensor:
            filled = [[*row, *[0] * (length - len(row))] for row in rows]
            return torch.tensor(filled, device=device)

        sizes = torch.tensor([len(e.pieces) for e in batch], device=device)
        shut = (torch.arange(length, device=device) >= sizes[:, None]) * _SHUT
        quoted = padded([e.quoted for e in batch])
        paragraph = padded([e.paragraph for e in batch])
        rows = self.words(padded([e.pieces for e in batch])) + self.places[:length]
        rows = rows + self.case[padded([e.case for e in batch])] + self.quoted[quoted]
        rows = self.drop(self.norm(rows))
        for layer in self.layers:
            rows = layer(rows, shut[:, None, None, :])
        return [
            Seen(rows[i, :size], quoted[i, :size], paragraph[i, :size])
            for i, size in enumerate(sizes.tolist())
        ]

    def loss(self, batch: Sequence[Example], dice: random.Random) -> Tensor:
        """The loss of a batch; of the mentions of each window only some are asked about."""
        seen = self(batch)
        told = [
            self.heads(s, e, dice.sample(e.names, min(len(e.names), _MOST_NAMES)))
            for s, e in zip(seen, batch, strict=True)
        ]
        sources = sum(t.sources for t in told) / max(1, sum(t.asked for t in told))
        names = sum(t.names for t in told) / max(1, sum(t.named for t in told))
        tags = [self._tag_loss(s, e) for s, e in zip(seen, batch, strict=True) if e.tags]
        tagged = torch.cat(tags).mean() if tags else 0.0
        return sources + _NAME_SHARE * names + _TAG_SHARE * tagged

    def _tag_loss(self, seen: Seen, example: Example) -> Tensor:
        """The loss of each piece that is no context."""
        scores = self.tags(seen.rows[example.base : -1]).float()
        target = torch.tensor(example.tags, dtype=torch.float, device=scores.device)
        each = functional.binary_cross_entropy_with_logits(scores, target, reduction="none")
        return each.sum(-1)
