"""Memory while rows are written does not grow with their number."""

from __future__ import annotations

import pathlib
import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from quotes.export import rows, write_csv, write_jsonl, write_parquet
from tests.export.pairs import Pair, many

WRITERS: dict[str, Callable[[Iterator[Pair], pathlib.Path], int]] = {
    "csv": lambda pairs, file: write_csv(rows(pairs), file),
    "jsonl": lambda pairs, file: write_jsonl(pairs, file),
    "parquet": lambda pairs, file: write_parquet(rows(pairs), file, group=500),
}


@pytest.mark.parametrize("name", WRITERS)
def test_many_rows_take_no_more_memory_than_few(name: str, tmp_path: pathlib.Path) -> None:
    write = WRITERS[name]
    write(many(1000), tmp_path / "warm")  # what is loaded and kept at first use

    peaks = []
    for number in (1000, 6000):
        tracemalloc.start()
        assert write(many(number), tmp_path / "quotes") == number
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    few, most = peaks
    assert most - few < 50 * 5000  # bytes; a row takes some 2,000
