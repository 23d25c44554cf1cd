"""A stand-in for a client that does all work at once, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs


@attrs.frozen
class Done:
    """A future that is done."""

    value: Any

    def result(self) -> Any:
        """What the task gave."""
        return self.value


class InPlace:
    """As much of `distributed.Client` as `normalise` uses."""

    def map(self, step: Callable[..., Any], *lists: Sequence[Any], pure: bool) -> list[Done]:
        """Every task of a step, twice: what was done before must not matter."""
        for row in zip(*lists, strict=True):
            step(*row)
        return [Done(step(*row)) for row in zip(*lists, strict=True)]

    def submit(self, step: Callable[..., Any], *given: Any, pure: bool) -> Done:
        """One task."""
        return Done(step(*given))

    def compute(self, tasks: Iterable[Any]) -> list[Done]:
        """Delayed tasks."""
        return [Done(task.compute(scheduler="synchronous")) for task in tasks]

    def gather(self, futures: Iterable[Done]) -> list[Any]:
        """What the tasks gave."""
        return [future.result() for future in futures]
