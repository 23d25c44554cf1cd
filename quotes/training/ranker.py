"""Fit the weights of a `Ranker` to decisions with known answers."""

from __future__ import annotations

import collections
import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from quotes.attribution.ranker import Ranker
from quotes.training.progress import Progress, silent

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_log = logging.getLogger(__name__)


@attrs.frozen
class Decision:
    """The candidates of one decision as features, and which of them are right (at least one)."""

    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...]
    weight: float = 1.0


def vocabulary(decisions: Sequence[Decision], least: int) -> dict[str, int]:
    """Features seen in at least `least` decisions, numbered in alphabetical order."""
    counts: collections.Counter[str] = collections.Counter()
    for decision in decisions:
        counts.update({feature for row in decision.rows for feature in row})
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= least))}


@attrs.frozen(eq=False)
class _Encoded:
    features: NDArray[np.int64]
    lengths: NDArray[np.int64]
    right: NDArray[np.bool_]
    weight: float


def _encoded(decision: Decision, index: dict[str, int]) -> _Encoded:
    import numpy as np

    rows = [[index[f] for f in row if f in index] or [len(index)] for row in decision.rows]
    return _Encoded(
        np.fromiter((k for row in rows for k in row), dtype=np.int64),
        np.array([len(row) for row in rows], dtype=np.int64),
        np.array([i in decision.right for i in range(len(rows))]),
        decision.weight,
    )


@attrs.frozen
class Settings:
    """How to fit.

    `epochs`: passes over the data; `width`: length of the feature vectors and of the hidden layer;
    `least`: features seen in fewer decisions are dropped; `rate`: learning rate of Adam; `decay`:
    weight decay; `dropout`: share of features left out at random; `batch`: decisions per step.
    """

    epochs: int = 6
    width: int = 24
    least: int = 3
    rate: float = 2e-3
    decay: float = 1e-5
    dropout: float = 0.4
    batch: int = 32


def fit(
    decisions: Sequence[Decision],
    settings: Settings,
    seed: int = 0,
    *,
    device: str = "cpu",
    what: str = "ranker",
    progress: Progress = silent,
) -> Ranker:
    """Fit by the marginal likelihood of the right candidates (several may be right).

    The same decisions, settings and seed give the same weights, on one sort of device. `progress`
    is told of every step, under the name `what`.
    """
    import numpy as np
    import torch

    torch.manual_seed(seed)
    index = vocabulary(decisions, settings.least)
    width = settings.width
    # the weight of a feature and its vector in one row: one look-up for both
    table = torch.nn.EmbeddingBag(len(index) + 1, 1 + width, mode="sum")
    torch.nn.init.normal_(table.weight, std=0.05)
    torch.nn.init.zeros_(table.weight[:, 0])
    table = table.to(device)
    bias = torch.nn.Parameter(torch.zeros(width, device=device))
    out = torch.nn.Parameter((torch.randn(width) * 0.1).to(device))
    parameters = [table.weight, bias, out]
    optimiser = torch.optim.Adam(parameters, lr=settings.rate, weight_decay=settings.decay)
    data = [_encoded(d, index) for d in decisions]
    batch, dropout = settings.batch, settings.dropout
    steps = settings.epochs * ((len(data) + batch - 1) // batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: max(0.02, 1 - s / steps))
    generator = torch.Generator().manual_seed(seed)
    done = 0
    for epoch in range(settings.epochs):
        total = 0.0
        order = torch.randperm(len(data), generator=generator).tolist()
        for at in range(0, len(order), batch):
            chosen = [data[k] for k in order[at : at + batch]]
            flat = torch.from_numpy(np.concatenate([c.features for c in chosen])).to(device)
            lengths = np.concatenate([c.lengths for c in chosen])
            offsets = torch.from_numpy(np.concatenate([[0], lengths.cumsum()[:-1]])).to(device)
            keep = (torch.rand(len(flat), generator=generator) >= dropout).float() / (1 - dropout)
            sums = table(flat, offsets, per_sample_weights=keep.to(device))
            scores = sums[:, 0] + torch.relu(sums[:, 1:] + bias) @ out
            parts = scores.split([len(c.lengths) for c in chosen])
            padded = torch.nn.utils.rnn.pad_sequence(parts, True, -1e9)
            right = torch.nn.utils.rnn.pad_sequence(
                [torch.from_numpy(c.right) for c in chosen], True, False
            ).to(device)
            losses = padded.logsumexp(1) - padded.masked_fill(~right, -1e9).logsumexp(1)
            loss = (losses * torch.tensor([c.weight for c in chosen], device=device)).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(chosen)
            done += 1
            progress(what, done, steps)
        _log.info("epoch %d: loss %.4f", epoch + 1, total / len(data))
    rows = table.weight.detach().cpu().numpy()[:-1].astype(np.float32)
    return Ranker(
        index=index,
        weights=rows[:, 0],
        vectors=rows[:, 1:],
        bias=bias.detach().cpu().numpy().copy(),
        out=out.detach().cpu().numpy().copy(),
        temperature=1.0,
    )


def fit_several(
    decisions: Sequence[Decision],
    settings: Settings,
    members: int,
    *,
    seed: int = 0,
    device: str = "cpu",
    what: str = "ranker",
    progress: Progress = silent,
) -> Ranker:
    """Fit with several seeds, from `seed` on, and join: the joint score is the mean of theirs."""
    import numpy as np

    fitted = [
        fit(
            decisions, settings, seed + i, device=device, progress=progress,
            what=f"{what}, {i + 1} of {members}",
        )
        for i in range(members)
    ]  # fmt: skip
    return Ranker(
        index=fitted[0].index,
        weights=np.mean([m.weights for m in fitted], axis=0),
        vectors=np.concatenate([m.vectors for m in fitted], axis=1),
        bias=np.concatenate([m.bias for m in fitted]),
        out=(np.concatenate([m.out for m in fitted]) / members).astype(np.float32),
        temperature=1.0,
    )
