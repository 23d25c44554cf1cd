"""Fit the whole encoder to annotated attributions, from the weights that it begins with."""

from __future__ import annotations

import pathlib
import random
from collections.abc import Sequence

import torch

from quotes.training.analysis.loop import Plan
from quotes.training.encoder.network import Network
from quotes.training.encoder.save import arrays_of, save
from quotes.training.encoder.windows import Example

PLAN = Plan(steps=1200, rate=1e-3, words=2900, silver=0.3, warm=100, every=300, average=0.99)
"""The body learns at a share of the rate of what is on top of it."""
_BODY_SHARE = 0.12
_DECAY = 0.01
_LONGEST_STEP = 1.0
_AT_ONCE = 12


class BodyTask:
    """The windows as sentences of `quotes.training.analysis.loop`: those with quoted words first.

    Args:
        network: what is fitted; it stays where it is.
        vocabulary: the word pieces of the network in order.
        examples: what to learn from.
        unseen: what to score on.
    """

    def __init__(
        self,
        network: Network,
        vocabulary: Sequence[str],
        examples: Sequence[Example],
        unseen: Sequence[Example],
    ) -> None:
        self.model = network
        self._vocabulary = vocabulary
        quoting = [e for e in examples if e.sources]
        self._examples = [*quoting, *(e for e in examples if not e.sources)]
        self.gold = len(quoting)
        self.lengths = [len(e.pieces) for e in self._examples]
        self._unseen = sorted(unseen, key=lambda e: len(e.pieces))
        body = network.body()
        mine = {id(p) for p in body}
        top = [p for p in network.parameters() if id(p) not in mine]
        groups = [{"params": body, "share": _BODY_SHARE}, {"params": top, "share": 1.0}]
        self.optimizers = [torch.optim.AdamW(groups, lr=PLAN.rate, weight_decay=_DECAY)]

    def learn(self, indices: Sequence[int]) -> float:
        """Take one step on these windows; return the loss."""
        self.model.train()
        # the loop seeds each step, so that a run that is gone on with asks the same
        dice = random.Random(random.random())
        with torch.autocast(self._device, torch.bfloat16):
            loss = self.model.loss([self._examples[i] for i in indices], dice)
        self.optimizers[0].zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), _LONGEST_STEP)
        self.optimizers[0].step()
        return float(loss.detach())

    def score(self) -> dict[str, float]:
        """The share of known sources that it points to, in windows that it has not learned from."""
        self.model.eval()
        right = known = 0
        with torch.no_grad(), torch.autocast(self._device, torch.bfloat16):
            for at in range(0, len(self._unseen), _AT_ONCE):
                batch = self._unseen[at : at + _AT_ONCE]
                for seen, example in zip(self.model(batch), batch, strict=True):
                    told = self.model.heads(seen, example, ())
                    right, known = right + told.right, known + told.known
        return {"score": right / max(1, known)}

    def save(self, path: pathlib.Path) -> None:
        """Write the network as the library reads it."""
        save(path, arrays_of(self.model, self._vocabulary))

    @property
    def _device(self) -> str:
        return str(self.model.places.device.type)
