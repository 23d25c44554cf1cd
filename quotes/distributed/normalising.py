"""Normalisation among many machines: the steps in their order, each shared by all workers."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from quotes.distributed import chains, finishing, grouping, homes, linking, meeting
from quotes.distributed.articles import EXTRACTED, flat, frame_as, frame_of
from quotes.distributed.plan import Plan
from quotes.distributed.scratch import Scratch, needed
from quotes.errors import InputError, OptionError
from quotes.options import positive
from quotes.types import Utterance
from quotes.utterances import checked_threshold
from quotes.utterances.partners import CROWD

if TYPE_CHECKING:
    import dask.dataframe
    import distributed
    import pandas

_T = TypeVar("_T")
_FINER = 8
"""Keys are in so many times as many parts: every part is told quotes of all others."""
_ERRORS = ("id", "error", "message")
_UTTERANCES = ("id", "utterance")


@attrs.frozen
class Step:
    """What a step cost: in how many tasks, in processor seconds of all of them together.

    `longest` are those of the longest task; `megabytes` (10^6 bytes) is the most resident memory
    that a worker had ever had at the end of a task of this step, 0 where the system does not tell.
    """

    name: str
    tasks: int
    cpu_seconds: float
    longest: float
    megabytes: float


@attrs.frozen(eq=False)
class Normalised:
    """What `normalise` found; it lies in the folder and is read from there, part by part.

    `sizes` tells how much there was: quotes, pairs that met, pairs that were compared, components
    and the like, and under `bytes-` what went through the folder. `steps` tells what it cost.
    """

    _plan: Plan
    sizes: Mapping[str, int]
    steps: Sequence[Step]

    @property
    def utterances(self) -> dask.dataframe.DataFrame:
        """The utterances in their order: `id`, and all of `Utterance` as JSON in `utterance`."""
        return self._frame(("final-utterances",), _UTTERANCES)

    @property
    def rows(self) -> dask.dataframe.DataFrame:
        """One row a version, in the columns of every export, in the order of the utterances."""
        from dask import dataframe

        parts = range(self._plan.homes)
        return dataframe.from_map(_read_rows, parts, args=(self._plan,), meta=frame_as(flat(())))

    @property
    def errors(self) -> dask.dataframe.DataFrame:
        """The articles that were left out: `id`, the type of the `error`, its `message`."""
        return self._frame(("refused", "conflicts"), _ERRORS)

    def __iter__(self) -> Iterator[Utterance]:
        """The utterances in their order, part by part."""
        for part in range(self._plan.homes):
            for held in self._plan.scratch.kept("final-utterances", part).column("utterance"):
                yield Utterance.from_dict(json.loads(held.as_py()))

    def _frame(self, names: Sequence[str], columns: Sequence[str]) -> dask.dataframe.DataFrame:
        from dask import dataframe

        counts = {"refused": self._plan.inputs}
        parts = [(name, n) for name in names for n in range(counts.get(name, self._plan.homes))]
        empty = frame_of((), columns)
        return dataframe.from_map(_read, parts, args=(self._plan, columns), meta=empty)


def normalise(
    extracted: dask.dataframe.DataFrame,
    folder: str | os.PathLike[str],
    *,
    threshold: float = 0.5,
    parts: int | None = None,
    crowd: int = 100_000,
    client: distributed.Client | None = None,
) -> Normalised:
    """Bring together what several outlets made of the same words, as `quotes.normalise` does.

    The work is done at once, step by step; between the steps nothing is in the memory of a worker,
    so that one that is lost costs no more than its task. The utterances are those that
    `quotes.normalise` gives of the same articles and quotes.

    Args:
        extracted: what `quotes.distributed.extract` gave, as such or read from Parquet.
        folder: an empty folder that all workers and this process see: a path, or an address that
            pyarrow knows (`s3://...`). What the steps hand to one another goes through it, and the
            result stays there.
        threshold: join two quotes if they are one utterance with at least this probability
            (0.1 to 1).
        parts: in how many parts the quotes are kept and compared; without it as many as `extracted`
            has. The memory that a worker needs falls with it.
        crowd: a key that more quotes have is cut.
        client: the cluster; without it the one that is in use.

    Returns:
        The utterances as tables, and the articles that were left out with the reason.

    Raises:
        InputError: `extracted` lacks a column of what `extract` gives.
        OptionError: an option has a value outside what it allows, the folder is not empty, or there
            is no cluster.
        QuotesError: Dask is not installed.
    """
    needed()
    import dask.dataframe
    import distributed

    if not isinstance(extracted, dask.dataframe.DataFrame):
        raise InputError(f"extracted: expected a Dask DataFrame, not {type(extracted).__name__}")
    if missing := [name for name in EXTRACTED if name not in extracted.columns]:
        raise InputError(f"extracted: no column {missing[0]!r}; see quotes.distributed.extract")
    least = checked_threshold(threshold)
    if client is None:
        try:
            client = distributed.get_client()
        except ValueError as error:
            raise OptionError("client: there is none; make a distributed.Client first") from error
    scratch = Scratch.at(folder)
    if not scratch.is_empty():
        raise OptionError(f"folder: expected an empty folder, not {scratch.path}")
    given = extracted.to_delayed()
    count = positive("parts", parts) if parts is not None else len(given)
    plan = Plan(
        scratch,
        inputs=len(given),
        homes=count,
        threshold=least,
        crowd=max(positive("crowd", crowd), CROWD + 1),
        meets=count * max(1, min(_FINER, count // _FINER)),
    )
    return _Work(client, plan).done(given)


class _Work:
    """One normalisation under way."""

    def __init__(self, client: distributed.Client, plan: Plan) -> None:
        self._client = client
        self._plan = plan
        self._sizes: dict[str, int] = {"parts": plan.homes}
        self._steps: list[Step] = []

    def done(self, given: Sequence[Any]) -> Normalised:
        """All steps."""
        self._articles(given)
        self._links()
        self._components()
        self._utterances(self._groups())
        return Normalised(self._plan, self._sizes, self._steps)

    def _articles(self, given: Sequence[Any]) -> None:
        import dask

        taken = dask.delayed(_timed, pure=False)
        tasks = [taken(homes.taken, self._plan, part, frame) for part, frame in enumerate(given)]
        samples = self._told(homes.taken, self._client.gather(self._client.compute(tasks)))
        bounds = homes.bounds_of([place for row in samples for place in row], self._plan.homes)
        self._sizes["articles"] = sum(self._each(homes.sifted))
        self._each(homes.homed, bounds, parts=self._plan.inputs)
        self._drop("taken", "ids", "gone")

    def _links(self) -> None:
        found = self._each(homes.shelved)
        self._drop("homed")
        self._sizes["quotes"] = sum(self._each(homes.count_of))
        codes = sorted({code for row in found for code in row})
        crowds = meeting.crowds_of(self._plan, self._each(meeting.counted, codes))
        self._sizes["crowds"] = len({code for row in crowds for code in row})
        self._each(meeting.spread, own=crowds)
        self._drop("codes", "outlined")
        self._sizes["meetings"] = sum(self._each(meeting.offered, parts=self._plan.meets))
        self._drop("keys", "outlines")
        self._each(meeting.partnered)
        self._drop("offers")
        self._sizes["pairs"] = sum(self._each(linking.linked))
        self._drop("pairs")

    def _components(self) -> None:
        """Label what hangs together."""
        turn, seen = 0, chains.seen_in(self._each(chains.tied))
        while True:
            self._each(chains.large, turn)
            now = chains.seen_in(self._each(chains.small, turn))
            self._drop(f"stars-{turn}", f"large-{turn}")
            turn += 1
            if now == seen:
                break
            seen = now
        self._sizes["rounds"] = turn
        self._each(chains.labelled, turn)
        self._each(chains.tied_both)
        self._drop(f"stars-{turn}", "links", "half", "labels", "mates")

    def _groups(self) -> int:
        """The groups, when none crosses into another; in which turn that is."""
        turn, fresh = 0, None
        while True:
            self._sizes["components"] = sum(self._each(grouping.grouped, turn, fresh))
            crossing = [pair for row in self._each(grouping.crossed, turn, fresh) for pair in row]
            self._drop(f"beside-{turn}", f"old-{turn}")
            if not crossing:
                return turn
            self._sizes[f"crossing-{turn}"] = len(crossing)
            labels = grouping.joined(crossing)
            fresh = frozenset(labels.values())
            self._each(grouping.relabelled, turn, labels)
            self._drop(f"members-{turn}", f"ties-{turn}", f"groups-{turn}")
            turn += 1

    def _utterances(self, turn: int) -> None:
        self._each(finishing.shared, turn)
        self._each(finishing.suspects)
        self._sizes["reworded"] = self._one(finishing.flagged)
        self._drop("sharing", "reworded")
        self._sizes["utterances"] = sum(self._each(finishing.settled, turn))
        self._drop(f"members-{turn}", f"ties-{turn}", f"groups-{turn}", "items", "starts", "count")
        self._sizes["bytes-voices"] = self._plan.scratch.size("voices")
        self._sizes["speakers"] = self._one(finishing.people)
        self._drop("voices", "flags")
        self._each(finishing.finished)
        self._drop("settled", "speakers")
        for stage in ("utterances", "rows"):
            self._each(finishing.placed, stage)
            self._drop(stage)

    def _each(
        self,
        step: Callable[..., _T],
        *options: object,
        parts: int | None = None,
        own: Sequence[object] | None = None,
    ) -> list[_T]:
        """A step of all parts; `own` is what each part gets of its own."""
        count = self._plan.homes if parts is None else parts
        lists = [[self._plan] * count, list(range(count))]
        if own is not None:
            lists.append(list(own))
        lists += [[option] * count for option in options]
        futures = self._client.map(_timed, [step] * count, *lists, pure=False)
        found: list[tuple[_T, float, float]] = self._client.gather(futures)
        return self._told(step, found)

    def _one(self, step: Callable[[Plan], _T]) -> _T:
        """A step that is done in one place."""
        future = self._client.submit(_timed, step, self._plan, pure=False)
        found: tuple[_T, float, float] = future.result()
        return self._told(step, [found])[0]

    def _told(self, step: Callable[..., _T], found: Sequence[tuple[_T, float, float]]) -> list[_T]:
        """What the tasks of a step gave; what they cost is remembered."""
        seconds = [each for _, each, _ in found]
        most = max((each for *_, each in found), default=0.0)
        longest = max(seconds, default=0.0)
        self._steps.append(Step(step.__name__, len(found), sum(seconds), longest, most))
        return [value for value, *_ in found]

    def _drop(self, *stages: str) -> None:
        for stage in stages:
            self._sizes[f"bytes-{stage}"] = self._plan.scratch.size(stage)
        self._plan.scratch.drop(*stages)


def _timed(step: Callable[..., _T], *given: object) -> tuple[_T, float, float]:
    """What a task gives, its processor seconds, and the most memory that its process had."""
    start = time.process_time()
    value = step(*given)
    return value, time.process_time() - start, _megabytes()


def _megabytes() -> float:
    if sys.platform == "win32":
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6


def _read(where: tuple[str, int], plan: Plan, names: Sequence[str]) -> pandas.DataFrame:
    name, part = where
    rows = plan.scratch.kept(name, part)
    listed = [rows.column(column).to_pylist() for column in names]
    return frame_of(list(zip(*listed, strict=True)), names)


def _read_rows(part: int, plan: Plan) -> pandas.DataFrame:
    return frame_as(plan.scratch.kept("final-rows", part))
