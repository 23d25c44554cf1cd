"""What `normalise` and `add` cost as quotes grow: `python tests/benchmarks/normalise_growth.py`.

Each size is measured in a fresh process with retellings of our own make: processor seconds and the
peak of memory above what the articles and quotes need, for normalising all of them; then, up to
`--adding` quotes, the processor seconds of adding articles one by one, with their quotes given.
Name other sizes with `--sizes`; `--svg FILE` draws what normalising costs.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import multiprocessing
import pathlib
import statistics
import time

import quotes
from quotes.evaluation.cost import measure_cost
from quotes.evaluation.plot import plot_costs, require_matplotlib
from quotes.evaluation.retelling import generate

SIZES = (1_000, 10_000, 30_000, 100_000)
ADDING = 10_000
ADDED = 15


def adding(size: int) -> list[float]:
    """Processor seconds of each of several articles that are added one after the other."""
    made = generate(size, 0)
    step = max(1, len(made.articles) // ADDED)
    late = range(0, len(made.articles), step)
    kept = [i for i in range(len(made.articles)) if i % step]
    found = quotes.normalise(
        [made.articles[i] for i in kept], quotes=[made.quotes[i] for i in kept]
    )
    times = []
    for i in late:
        start = time.process_time()
        found = found.add([made.articles[i]], [made.quotes[i]])
        times.append(time.process_time() - start)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--adding", type=int, default=ADDING)
    parser.add_argument("--svg", type=pathlib.Path)
    options = parser.parse_args()
    if options.svg is not None:
        require_matplotlib()
    fresh = multiprocessing.get_context("spawn")
    costs = []
    for size in map(int, options.sizes.split(",")):
        cost = measure_cost(size)
        costs.append(cost)
        print(
            f"{cost.quotes:9,} quotes {cost.articles:7,} articles {cost.cpu_seconds:8.1f} s "
            f"{cost.megabytes:6.0f} MB",
            flush=True,
        )
        if options.svg is not None:
            options.svg.write_text(plot_costs(costs), encoding="utf8")
        if size > options.adding:
            continue
        with concurrent.futures.ProcessPoolExecutor(1, mp_context=fresh) as pool:
            times = pool.submit(adding, size).result()
        print(
            f"  adding one: {statistics.median(times):.3f} s, at most {max(times):.3f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
