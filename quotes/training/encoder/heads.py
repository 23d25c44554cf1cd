"""Fit the heads of the encoder to annotated speakers, on a body that stays as it is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import attrs
import torch
from torch import nn

from quotes.encoder.network import Encoder
from quotes.training.encoder.network import Heads, Seen
from quotes.training.encoder.save import Arrays, into_heads, of_heads
from quotes.training.encoder.windows import Asked, Example
from quotes.training.progress import Progress, counted, silent

_MOST_NAMES = 20


@attrs.frozen
class Settings:
    """How to fit: passes over the data, windows a step, rate and decay of Adam, dropout."""

    epochs: int = 5
    batch: int = 8
    rate: float = 3e-4
    decay: float = 0.05
    dropout: float = 0.2


Window = tuple[Example, Seen]


def seen_by(
    encoder: Encoder,
    examples: Sequence[Example],
    what: str = "windows",
    progress: Progress = silent,
) -> list[Window]:
    """The windows, as the body sees them; in half precision, for there are many."""
    found = []
    with torch.inference_mode():
        for example in counted(examples, len(examples), what, progress):
            seen = encoder.read(
                torch.tensor(example.pieces),
                torch.tensor(example.case),
                torch.tensor(example.quoted),
                torch.tensor(example.paragraph),
            )
            found.append((example, Seen(seen.rows.half(), seen.quoted, seen.paragraph)))
    # tensors of inference take no part in what is learned later; copies do
    return [(e, Seen(*(t.clone() for t in attrs.astuple(s, recurse=False)))) for e, s in found]


def fit_heads(
    windows: Sequence[Window],
    arrays: Arrays,
    settings: Settings,
    seed: int,
    *,
    device: str = "cpu",
    what: str = "heads",
    progress: Progress = silent,
) -> Arrays:
    """The arrays of an encoder with its heads fitted anew, from what they are.

    `progress` is told of every step, under the name `what`.
    """
    torch.manual_seed(seed)
    dice = random.Random(seed)
    heads = Heads(len(arrays["case"][0]))
    into_heads(heads, arrays)
    for module in heads.modules():
        if isinstance(module, nn.Dropout):
            module.p = settings.dropout
    heads.to(device).train()
    useful = [(e, s) for e, s in windows if e.sources or e.names]
    parameters = list(heads.parameters())
    optimiser = torch.optim.AdamW(parameters, lr=settings.rate, weight_decay=settings.decay)
    starts = range(0, len(useful), settings.batch)
    steps = settings.epochs * len(starts)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: max(0.05, 1 - s / steps))
    done = 0
    for _ in range(settings.epochs):
        order = dice.sample(range(len(useful)), len(useful))
        for at in starts:
            loss, count = torch.zeros((), device=device), 0
            for i in order[at : at + settings.batch]:
                example, seen = useful[i]
                told = heads(_moved(seen, device), example, _some(example.names, dice))
                loss, count = loss + told.sources + told.names, count + max(1, told.asked)
            optimiser.zero_grad()
            (loss / count).backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimiser.step()
            schedule.step()
            done += 1
            progress(what, done, steps)
    return arrays | of_heads(heads)


def _moved(seen: Seen, device: str) -> Seen:
    moved: Any = (t.to(device) for t in (seen.rows.float(), seen.quoted, seen.paragraph))
    return Seen(*moved)


def _some(names: Sequence[Asked], dice: random.Random) -> Sequence[Asked]:
    return dice.sample(names, min(len(names), _MOST_NAMES))
