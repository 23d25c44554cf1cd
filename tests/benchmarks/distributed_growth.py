"""What `normalise` costs in memory and on Dask: `python -m tests.benchmarks.distributed_growth`.

Retellings of our own make are normalised in a fresh process, then on a cluster of two worker
processes with one thread each. Processor seconds, those of all workers together, and the peak of
memory: in one process above what it had with the articles, of a worker all that it has.
`--plot FILE` draws the seconds, `--steps` prints what each step cost.
"""

from __future__ import annotations

import argparse
import tempfile

from quotes.evaluation.cost import measure_cost
from quotes.evaluation.plot import plot_growth, require_matplotlib
from quotes.evaluation.retelling import generate

SIZES = (1_000, 10_000)
_HELD = 2_500
"""About so many quotes are in one part."""


def main() -> None:
    """Print one row of a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--plot")
    parser.add_argument("--steps", action="store_true")
    parser.add_argument("--held", type=int, default=_HELD)
    given = parser.parse_args()
    if given.plot:
        require_matplotlib()
    lines: dict[str, list[tuple[int, float]]] = {"in memory": [], "on Dask, two workers": []}
    for size in given.sizes:
        cost = measure_cost(size)
        seconds, megabytes = on_dask(size, given.held, given.steps)
        print(
            f"{size:8,} quotes: in memory {cost.cpu_seconds:7.1f} s {cost.megabytes:6.0f} MB;"
            f" on Dask {seconds:7.1f} s {megabytes:6.0f} MB a worker",
            flush=True,
        )
        lines["in memory"].append((size, cost.cpu_seconds))
        lines["on Dask, two workers"].append((size, seconds))
    if given.plot:
        with open(given.plot, "w", encoding="utf8") as out:
            out.write(plot_growth(lines, by="number of quotes", unit="quotes"))


def on_dask(size: int, held: int, steps: bool) -> tuple[float, float]:
    """Processor seconds of all workers, and the peak of memory of one."""
    import distributed
    from dask import dataframe

    from quotes.distributed import normalise
    from quotes.distributed.articles import EXTRACTED, frame_of, row_of

    with (
        tempfile.TemporaryDirectory() as folder,
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=":0"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        made = generate(size, 0)
        rows = [row_of(a, row) for a, row in zip(made.articles, made.quotes, strict=True)]
        parts = max(2, round(size / held))
        given = dataframe.from_pandas(frame_of(rows, EXTRACTED), npartitions=parts)
        given.to_parquet(f"{folder}/extracted")
        found = normalise(
            dataframe.read_parquet(f"{folder}/extracted"), f"{folder}/work", client=client
        )
    if steps:
        for step in found.steps:
            print(
                f"{step.name:12} {step.tasks:4} tasks {step.cpu_seconds:8.2f} s, the longest"
                f" {step.longest:6.2f}, {step.megabytes:5.0f} MB"
            )
        for name, value in found.sizes.items():
            print(f"{name:20} {value:14,}")
    return sum(s.cpu_seconds for s in found.steps), max(s.megabytes for s in found.steps)


if __name__ == "__main__":
    main()
