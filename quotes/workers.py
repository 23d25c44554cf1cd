"""Work that several processes share."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from quotes.errors import QuotesError

_T = TypeVar("_T")
_R = TypeVar("_R")
_AHEAD = 2


def shared(act: Callable[[_T], _R], things: Iterable[_T], workers: int) -> Iterator[_R]:
    """What `act` makes of each thing, in the order of the things.

    Things are taken as processes become free, a few ahead, so that memory is bounded. The processes
    are started afresh (`spawn`), as a copy of one that has threads may hang.

    Args:
        act: a function that can be pickled.
        things: what it is called with, one at a time.
        workers: how many processes are started.

    Raises:
        QuotesError: a process ended before its work was done. Errors of `act` come as they are.
    """
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    under_way: deque[Future[_R]] = deque()
    try:
        for thing in things:
            under_way.append(pool.submit(act, thing))
            if len(under_way) >= _AHEAD * workers:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as error:
        raise QuotesError(
            "workers: a process ended before its work was done: memory ran out, or a script that "
            'asks for workers does so outside of `if __name__ == "__main__":`'
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)
