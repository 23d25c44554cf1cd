"""Work that several processes share; `worker_process` is what they run."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing.spawn
import os
import pickle
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Generic, Protocol, TypeVar

import attrs

from quotes import worker_process
from quotes.errors import QuotesError

_T = TypeVar("_T")
_R = TypeVar("_R")
FORKS = sys.platform == "linux" and not getattr(sys, "frozen", False)
"""Whether workers are forked from one process that has loaded everything."""
_QUEUED = 2
"""How many batches a worker has at a time, the one that it works on included."""
_AHEAD = 4
"""How many batches for each worker are taken before the result of the first is given."""
_PATIENCE = 0.5
"""Seconds that a process has to end by itself."""
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_UNSTARTED = "workers: a worker process exited before it could start"
_GUARD = '; on this system scripts must ask for workers under `if __name__ == "__main__":`'


def shared(
    act: Callable[[Sequence[_T]], list[_R]],
    batches: Iterable[Sequence[_T]],
    workers: int,
    *,
    lost: Callable[[_T, Exception], _R],
    prepare: Callable[[], object] = int,
) -> Generator[list[_R], None, None]:
    """The results of batches, in the order of the batches, from several processes.

    Batches are taken as workers become free, a few ahead, so that memory is bounded. What `batches`
    or `act` raises is raised when its turn comes, after the results of all batches before. If a
    worker dies, its batch is done once more; if that fails too, each thing of the batch is done
    alone, so that only what workers die of is lost.

    Args:
        act: gives the results of a batch, one for each thing in it; it can be pickled.
        batches: what it is called with.
        workers: how many processes are started.
        lost: the result of a thing that workers die of, or that cannot be sent to them.
        prepare: is called before the first batch: once for all workers on Linux, elsewhere by each.

    Raises:
        QuotesError: workers cannot be started.
    """
    source = _Forks(act, prepare) if FORKS else _Spawns(act, prepare)
    pool = _Pool(source, lost, iter(batches), workers)
    try:
        yield from pool.results()
    finally:
        pool.close()


class _Source(Protocol):
    """Where workers come from."""

    def start(self) -> Connection:
        """Start one; what is sent over the connection is for it, and closing it ends it."""
        ...

    def close(self) -> None:
        """Start no more; connections were closed before."""
        ...


class _Forks:
    """Workers forked from a process that is started for them and has a single thread.

    It is not a copy of this one, which may have threads, and runs no script again.
    """

    def __init__(self, act: worker_process.Act, prepare: worker_process.Prepare) -> None:
        self._control, theirs = socket.socketpair()
        code = (
            f"import sys; sys.path[:] = {sys.path!r}; "
            f"from quotes.worker_process import serve; serve({theirs.fileno()})"
        )
        with theirs:
            self._process = subprocess.Popen(
                [multiprocessing.spawn.get_executable(), "-c", code],
                stdin=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
                env={**os.environ, **_ONE_THREAD},
            )
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError), self._process.stdin as stdin:
            stdin.write(pickle.dumps((act, prepare)))

    def start(self) -> Connection:
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [b"1"], [theirs.fileno()])
            except OSError as error:
                ours.close()
                raise QuotesError(_UNSTARTED) from error
        return Connection(ours.detach())

    def close(self) -> None:
        self._control.close()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:  # it is still loading
            self._process.kill()
            self._process.wait()


class _Spawns:
    """Workers that are started afresh, each for itself."""

    def __init__(self, act: worker_process.Act, prepare: worker_process.Prepare) -> None:
        self._task = act, prepare
        self._context = multiprocessing.get_context("spawn")
        self._processes: list[SpawnProcess] = []

    def start(self) -> Connection:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=worker_process.spawned, args=(theirs, *self._task), daemon=True
        )
        process.start()
        self._processes.append(process)
        theirs.close()
        return ours

    def close(self) -> None:
        for process in self._processes:
            process.join(_PATIENCE)
            process.kill()


@attrs.define(eq=False)
class _Task(Generic[_T, _R]):
    """A batch and what became of it; one that workers died of twice is done in parts."""

    batch: Sequence[_T]
    deaths: int = 0
    answer: list[_R] | BaseException | None = None
    parts: tuple[_Task[_T, _R], ...] = ()

    @property
    def done(self) -> bool:
        """Whether there is a result."""
        return self.answer is not None or (bool(self.parts) and all(p.done for p in self.parts))

    def result(self) -> list[_R]:
        """The results of the batch, or what was raised."""
        if isinstance(self.answer, BaseException):
            raise self.answer
        if self.answer is not None:
            return self.answer
        return list(itertools.chain.from_iterable(part.result() for part in self.parts))


@attrs.define(eq=False)
class _Worker(Generic[_T, _R]):
    """A process as seen from here: what it was given, in order, and whether it has started."""

    connection: Connection
    tasks: deque[_Task[_T, _R]] = attrs.field(factory=deque)
    ready: bool = False


class _Pool(Generic[_T, _R]):
    """Hands out batches and takes in results."""

    def __init__(
        self,
        source: _Source,
        lost: Callable[[_T, Exception], _R],
        batches: Iterator[Sequence[_T]],
        workers: int,
    ) -> None:
        self._source = source
        self._lost = lost
        self._batches: Iterator[Sequence[_T]] | None = batches
        self._failure: Exception | None = None
        self._most = workers
        self._workers: list[_Worker[_T, _R]] = []
        self._window: deque[_Task[_T, _R]] = deque()
        self._again: deque[_Task[_T, _R]] = deque()

    def results(self) -> Iterator[list[_R]]:
        """The results in order."""
        for _ in range(self._most):
            self._workers.append(_Worker(self._source.start()))
        while True:
            self._hand_out()
            if self._window and self._window[0].done:
                yield self._window.popleft().result()
            elif self._window or self._batches is not None:
                self._listen()
            elif self._failure is not None:
                raise self._failure
            else:
                return

    def close(self) -> None:
        """End all workers, whatever they are doing."""
        for worker in self._workers:
            worker.connection.close()
        self._source.close()

    def _hand_out(self) -> None:
        """Give work to every worker that has room for it, in turns."""
        for room in range(_QUEUED):
            for worker in self._workers:
                if worker.ready and len(worker.tasks) <= room:
                    task = self._next()
                    if task is None:
                        return
                    self._give(worker, task)

    def _next(self) -> _Task[_T, _R] | None:
        """What is to be done again, else the next batch, if there is one to be taken now."""
        if self._again:
            return self._again.popleft()
        if self._batches is None or len(self._window) >= _AHEAD * self._most:
            return None
        try:
            batch = next(self._batches)
        except StopIteration:
            self._batches = None
            return None
        except Exception as error:  # raised in its turn
            self._batches, self._failure = None, error
            return None
        task: _Task[_T, _R] = _Task(batch)
        self._window.append(task)
        return task

    def _give(self, worker: _Worker[_T, _R], task: _Task[_T, _R]) -> None:
        try:
            data = pickle.dumps(task.batch)
        except Exception as error:
            self._apart(task, error)
            return
        worker.tasks.append(task)
        with contextlib.suppress(OSError):  # it has died: that is heard of next
            worker.connection.send_bytes(data)

    def _listen(self) -> None:
        """Take in what workers have to say, once at least one of them says something."""
        heard = wait([worker.connection for worker in self._workers], timeout=1.0)
        for worker in [w for w in self._workers if w.connection in heard]:
            try:
                answer = worker.connection.recv()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            if worker.ready:
                worker.tasks.popleft().answer = answer
            elif answer is not None:
                raise answer
            worker.ready = True

    def _replace(self, worker: _Worker[_T, _R]) -> None:
        """Start another worker for one that has died, and hand its work on."""
        self._workers.remove(worker)
        worker.connection.close()
        if not worker.ready:
            raise QuotesError(_UNSTARTED + ("" if FORKS else _GUARD))
        if worker.tasks:
            # results came in before the end did: it died of the first batch that has none
            task = worker.tasks.popleft()
            self._again.extendleft(reversed(worker.tasks))
            task.deaths += 1
            if task.deaths == 1:
                self._again.appendleft(task)
            else:
                self._apart(task, QuotesError("workers: two worker processes exited early"))
        self._workers.append(_Worker(self._source.start()))

    def _apart(self, task: _Task[_T, _R], error: Exception) -> None:
        """Do each thing of a batch alone; one that was alone is lost."""
        if len(task.batch) == 1:
            task.answer = [self._lost(task.batch[0], error)]
            return
        task.parts = tuple(_Task([thing], max(0, task.deaths - 1)) for thing in task.batch)
        self._again.extendleft(reversed(task.parts))
