"""How an archive grows: time to add an article, time to search, memory and the size of the file.

Run it as `python -m tests.benchmarks.archive_growth 1000 10000 [--plot FILE] [--most SECONDS]`. The
articles and their quotes are those of `quotes.evaluation.retelling`, so no model is loaded. Times
are of the CPU. All sizes are measured on the way to the largest; after `--most` seconds it stops
and tells how far it came.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import tempfile
import time

import quotes
from quotes.evaluation.plot import plot_growth, require_matplotlib
from quotes.evaluation.retelling import generate

_WINDOW = 500
"""Over how many articles the time to add one is taken."""
_LINES = ("add an article (median)", "add an article (95 of 100 within)", "search")
_ASKED = ({"words": "water"}, {"words": "the"}, {"speaker": "Salinas", "words": "water"},
          {"words": "climate costs", "since": "2018-01-01"})  # fmt: skip


def main() -> None:
    """Print one row of a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--most", type=float, default=3600.0)
    parser.add_argument("--plot")
    given = parser.parse_args()
    if given.plot:
        require_matplotlib()
    sizes = sorted(given.sizes)
    told = generate(int(6.4 * sizes[-1]) + 500)
    print("articles  quotes  ms an article (median, 95 of 100)  ms a search  MB memory  MB file")
    spent: list[float] = []
    lines: dict[str, list[tuple[int, float]]] = {name: [] for name in _LINES}
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "news.db")
        with quotes.Archive(file) as archive:
            count = 0
            for number, (article, found) in enumerate(
                zip(told.articles, told.quotes, strict=True), 1
            ):
                start = time.process_time()
                archive.add([article], [found])
                spent.append(time.process_time() - start)
                count += len(found)
                late = time.monotonic() - begun > given.most
                if number in sizes or late:
                    last = sorted(spent[-_WINDOW:])
                    search = max(map(_seconds, [archive] * len(_ASKED), _ASKED))
                    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                    print(
                        f"{number:8,} {count:7,}  {1000 * statistics.median(last):6.0f}"
                        f" {1000 * last[int(0.95 * len(last))]:6.0f}  {1000 * search:8.1f}"
                        f"  {megabytes:6.0f}  {_size(file) / 1e6:6.0f}",
                        flush=True,
                    )
                    median, late_ones = statistics.median(last), last[int(0.95 * len(last))]
                    for name, value in zip(_LINES, (median, late_ones, search), strict=True):
                        lines[name].append((number, value))
                if late or number == sizes[-1]:
                    break
    if given.plot:
        with open(given.plot, "w", encoding="utf8") as out:
            out.write(plot_growth(lines, by="number of articles", unit="articles"))


def _seconds(archive: quotes.Archive, asked: dict[str, str]) -> float:
    start = time.process_time()
    list(archive.search(**asked))
    return time.process_time() - start


def _size(file: str) -> int:
    return sum(os.path.getsize(f) for f in (file, f"{file}-wal") if os.path.exists(f))


if __name__ == "__main__":
    main()
