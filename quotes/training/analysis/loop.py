"""One training loop for the processors of stanza: fixed seed, resumable, averaged weights.

Every step draws its randomness from the seed and its own number, so that a run that was cut off and
resumed ends with the weights of a run that was not. What is scored and kept is a running average of
the weights (Polyak and Juditsky, 1992), which on small corpora is worth some tenths of a point.
"""

from __future__ import annotations

import logging
import math
import pathlib
import random
import time
from collections.abc import Sequence
from typing import Any, Protocol

import attrs

from quotes.errors import ModelError
from quotes.training.analysis.start import held
from quotes.training.progress import Progress, silent

_log = logging.getLogger(__name__)
_POOL = 30


@attrs.frozen
class Plan:
    """How long and how fast to learn.

    `words` bounds a batch, `silver` is the share of the second corpus that an epoch draws,
    `average` the decay of the running average, `warm` the steps until the full rate `rate`, which
    then falls along a cosine to a hundredth.
    """

    steps: int
    rate: float
    words: int = 800
    silver: float = 0.0
    warm: int = 100
    every: int = 500
    average: float = 0.998


class Task(Protocol):
    """A processor in training: batches in, a score on the development set out."""

    @property
    def lengths(self) -> Sequence[int]:
        """How many words each sentence has, gold ones first."""
        ...

    @property
    def gold(self) -> int:
        """How many of the sentences are gold."""
        ...

    @property
    def model(self) -> Any:
        """The network."""
        ...

    @property
    def optimizers(self) -> Sequence[Any]:
        """What changes its weights; the loop sets their rates, to a `share` of its own of some."""
        ...

    def learn(self, indices: Sequence[int]) -> float:
        """Take one step on these sentences; return the loss."""
        ...

    def score(self) -> dict[str, float]:
        """Figures on the development set; the one named `score` chooses the weights to keep."""
        ...

    def save(self, path: pathlib.Path) -> None:
        """Write the model as stanza loads it."""
        ...


def batches(task: Task, plan: Plan, seed: int, epoch: int) -> list[list[int]]:
    """The sentences of one epoch in batches of like length, in an order that the seed decides.

    All of the gold sentences (the first `task.gold`) and a share of the silver ones after them.
    """
    dice = random.Random(f"{seed}/{epoch}")
    silver = range(task.gold, len(task.lengths))
    chosen = [*range(task.gold), *dice.sample(silver, round(plan.silver * len(silver)))]
    dice.shuffle(chosen)
    mean = max(1, sum(task.lengths) // max(1, len(task.lengths)))
    pool = max(1, _POOL * plan.words // mean)
    result: list[list[int]] = []
    for start in range(0, len(chosen), pool):
        batch: list[int] = []
        filled = 0
        for i in sorted(chosen[start : start + pool], key=lambda i: (task.lengths[i], i)):
            if batch and filled + task.lengths[i] > plan.words:
                result.append(batch)
                batch, filled = [], 0
            batch.append(i)
            filled += task.lengths[i]
        if batch:
            result.append(batch)
    dice.shuffle(result)
    return result


def rate(plan: Plan, step: int) -> float:
    """The learning rate of a step, counted from 1."""
    if step <= plan.warm:
        return plan.rate * step / plan.warm
    done = (step - plan.warm) / max(1, plan.steps - plan.warm)
    return plan.rate * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, done))))


class _Average:
    """A running average of the weights that are learned."""

    def __init__(self, model: Any) -> None:
        self.weights = {
            n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad
        }

    def update(self, model: Any, decay: float) -> None:
        for name, weight in model.named_parameters():
            if name in self.weights:
                self.weights[name].lerp_(weight.detach(), 1 - decay)

    def swap(self, model: Any) -> None:
        """Exchange the weights of the model and their average."""
        for name, weight in model.named_parameters():
            if name in self.weights:
                held = weight.data.clone()
                weight.data.copy_(self.weights[name])
                self.weights[name].copy_(held)


def _store(path: pathlib.Path, content: dict[str, Any]) -> None:
    """Write a checkpoint so that a break in the middle leaves the old one whole."""
    import torch

    fresh = path.with_suffix(".new")
    torch.save(content, fresh)
    fresh.replace(path)


def _resumed(
    task: Task, average: _Average, checkpoint: pathlib.Path
) -> tuple[int, dict[str, float]]:
    """Put a task where a checkpoint left it; return the step and the best figures so far."""
    state = held(checkpoint, "step", "best", "model", "average", "optimizers")
    own = task.model.state_dict()
    try:
        task.model.load_state_dict({n: w for n, w in state["model"].items() if n in own})
        average.weights = {n: w.to(own[n].device) for n, w in state["average"].items()}
        for optimizer, saved in zip(task.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(saved)
    except (RuntimeError, ValueError, KeyError) as error:
        raise ModelError(f"{checkpoint}: left by a run with other data or dimensions") from error
    return state["step"], state["best"]


def run(
    task: Task,
    plan: Plan,
    out: pathlib.Path,
    *,
    seed: int,
    resume: bool,
    progress: Progress = silent,
) -> dict[str, float]:
    """Train until `plan.steps`; write the best model to `out` and return its figures.

    A checkpoint lies beside `out` (suffix `.checkpoint`) after every evaluation; with `resume` the
    run goes on from there, if it is there. `progress` is told of every step.

    Raises:
        ModelError: the checkpoint is damaged, or of another model.
    """
    import torch

    checkpoint = out.with_suffix(".checkpoint")
    average = _Average(task.model)
    step, best = 0, {"score": -1.0}
    if resume and checkpoint.is_file():
        step, best = _resumed(task, average, checkpoint)
        _log.info("resumed at step %d, best %s", step, best)
    out.parent.mkdir(parents=True, exist_ok=True)
    epoch, passed, queue = 0, 0, batches(task, plan, seed, 0)
    while passed + len(queue) <= step:
        passed += len(queue)
        epoch += 1
        queue = batches(task, plan, seed, epoch)
    loss, since = 0.0, time.process_time()
    while step < plan.steps:
        if step - passed >= len(queue):
            passed += len(queue)
            epoch += 1
            queue = batches(task, plan, seed, epoch)
        batch = queue[step - passed]
        step += 1
        random.seed(f"{seed}/{step}")
        torch.manual_seed(seed * 1_000_003 + step)
        for optimizer in task.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = rate(plan, step) * group.get("share", 1.0)
        loss += task.learn(batch)
        progress("steps", step, plan.steps)
        average.update(task.model, min(plan.average, (1 + step) / (10 + step)))
        if step % plan.every == 0 or step == plan.steps:
            average.swap(task.model)
            figures = task.score()
            if figures["score"] > best["score"]:
                best = figures
                task.save(out)
            average.swap(task.model)
            spent = time.process_time() - since
            _log.info("step %d/%d epoch %d loss %.4f %.0f s %s", step, plan.steps, epoch,
                      loss / plan.every, spent, figures)  # fmt: skip
            loss = 0.0
            _store(
                checkpoint,
                {
                    "step": step,
                    "best": best,
                    "model": task.model.state_dict(),
                    "average": average.weights,
                    "optimizers": [o.state_dict() for o in task.optimizers],
                },
            )
    return best
