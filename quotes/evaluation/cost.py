"""What `quotes.normalise` costs as the number of quotes grows."""

from __future__ import annotations

import concurrent.futures
import multiprocessing
import sys
import time

import attrs

from quotes.api import normalise
from quotes.errors import QuotesError
from quotes.evaluation.retelling import generate

_MEGABYTE = 1e6
# `ru_maxrss` counts bytes on macOS and units of 1024 bytes elsewhere.
_UNIT = 1 if sys.platform == "darwin" else 1024


@attrs.frozen
class Cost:
    """One run over generated retellings, the loading of tables included.

    `cpu_seconds` are of the whole process; `megabytes` (10^6 bytes) say how far its resident
    memory rose at its peak above what it had needed to make the articles.
    """

    quotes: int
    articles: int
    utterances: int
    cpu_seconds: float
    megabytes: float


def measure_cost(quotes: int, seed: int = 0) -> Cost:
    """Normalise retellings of at least so many quotes, in a fresh process, and measure it.

    Linux counts what the calling process holds to the peak of the fresh one: called from a process
    larger than the articles, `megabytes` come out too low.

    Raises:
        QuotesError: this system does not tell how much memory a process had (Windows), or the
            fresh process was ended from without, for want of memory as a rule.
    """
    if sys.platform == "win32":
        raise QuotesError("cost: Windows does not tell how much memory a process had at most")
    fresh = multiprocessing.get_context("spawn")
    try:
        with concurrent.futures.ProcessPoolExecutor(1, mp_context=fresh) as pool:
            return pool.submit(_measured, quotes, seed).result()
    except concurrent.futures.BrokenExecutor as error:
        raise QuotesError(f"the process that normalised {quotes} quotes was ended") from error


def _measured(quotes: int, seed: int) -> Cost:
    made = generate(quotes, seed)
    peak, before = _peak(), time.process_time()
    found = normalise(made.articles, quotes=made.quotes)
    seconds = time.process_time() - before
    return Cost(
        len(made.retold),
        len(made.articles),
        len(found),
        seconds,
        (_peak() - peak) / _MEGABYTE,
    )


def _peak() -> int:
    """The most memory that this process was given so far, in bytes."""
    import resource  # not on Windows, where all else of this room still works

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT
