"""The folder through which the steps hand rows to one another: what a shuffle is here.

Every task writes what it has for the others into one file of its own, and reads from the files of
all others what is meant for it. Nothing that a step made lives in the memory of a worker, so that a
worker that is lost loses nothing but the task that it was at; and a task that is run again writes
the same bytes.
"""

from __future__ import annotations

import functools
import json
import os
import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
from numpy.typing import NDArray

from quotes.errors import QuotesError

if TYPE_CHECKING:
    import pyarrow
    import pyarrow.fs

_TO = b"to"
Columns = Mapping[str, Any]
"""Columns of equal length by name: numbers, strings or bytes."""


def needed() -> None:
    """Check that Dask and pyarrow are there.

    Raises:
        QuotesError: they are not.
    """
    try:
        import dask.dataframe
        import distributed
        import pyarrow
    except ModuleNotFoundError as error:
        raise QuotesError(
            'sharing the work needs Dask and pyarrow: pip install "quotes-nlp[dask]"'
        ) from error
    del dask, distributed, pyarrow


@attrs.frozen
class Scratch:
    """A folder that every worker sees: a path, or an address that pyarrow knows (`s3://...`)."""

    path: str

    @classmethod
    def at(cls, path: str | os.PathLike[str]) -> Scratch:
        """The folder, by its full path."""
        named = os.fspath(path)
        return cls(named if "://" in named else os.path.abspath(named))

    def send(self, stage: str, source: int, rows: pyarrow.Table, to: NDArray[np.int64]) -> None:
        """Hand each row to the part that `to` names; one call for each stage and source."""
        import pyarrow as pa

        order = np.argsort(to, kind="stable")
        sorted_rows, dests = rows.take(pa.array(order)), to[order]
        starts = np.flatnonzero(np.r_[True, dests[1:] != dests[:-1]]) if len(dests) else order
        ends = [*starts[1:].tolist(), len(dests)]
        named = {_TO: json.dumps(dests[starts].tolist()).encode()}
        slices = [
            sorted_rows.slice(start, end - start)
            for start, end in zip(starts.tolist(), ends, strict=False)
        ]
        self._write(_file(stage, source), rows.schema.with_metadata(named), slices)

    def receive(self, stage: str, part: int, sources: int) -> pyarrow.Table:
        """The rows that all sources have handed to a part, in the order of the sources."""
        import pyarrow as pa

        found = []
        for source in range(sources):
            with self._open(_file(stage, source)) as reader:
                empty = reader.schema.remove_metadata().empty_table()
                to = json.loads((reader.schema.metadata or {})[_TO])
                at = int(np.searchsorted(to, part)) if to else 0
                if at < len(to) and to[at] == part:
                    batch = reader.get_batch(at)
                    found.append(pa.Table.from_batches([batch]).replace_schema_metadata(None))
        return pa.concat_tables([empty, *found])

    def keep(self, name: str, part: int, rows: pyarrow.Table, each: int = 1 << 16) -> None:
        """Write the rows that belong to a part, `each` of them to be read at once."""
        slices = [rows.slice(at, each) for at in range(0, rows.num_rows, each)]
        self._write(_file(name, part), rows.schema, slices)

    def kept(self, name: str, part: int) -> pyarrow.Table:
        """All rows that were kept of a part."""
        with self._open(_file(name, part)) as reader:
            return reader.read_all()

    def piece(self, name: str, part: int, number: int) -> pyarrow.RecordBatch:
        """One of the pieces in which the rows of a part were kept."""
        with self._open(_file(name, part)) as reader:
            return reader.get_batch(number)

    def drop(self, *stages: str) -> None:
        """Remove what is read no more."""
        for stage in stages:
            files, base = _files(self.path)
            if files.get_file_info(f"{base}/{stage}").type.name != "NotFound":
                files.delete_dir(f"{base}/{stage}")

    def is_empty(self) -> bool:
        """Whether nothing is there yet."""
        import pyarrow.fs as fs

        files, base = _files(self.path)
        return not files.get_file_info(fs.FileSelector(base, allow_not_found=True))

    def size(self, stage: str) -> int:
        """How many bytes the files of a stage have."""
        import pyarrow.fs as fs

        files, base = _files(self.path)
        chosen = fs.FileSelector(f"{base}/{stage}", allow_not_found=True)
        return sum(info.size or 0 for info in files.get_file_info(chosen))

    def _write(self, name: str, schema: pyarrow.Schema, slices: Sequence[pyarrow.Table]) -> None:
        """Write a file that is there only once it is whole: a worker may die meanwhile."""
        import pyarrow as pa

        files, base = _files(self.path)
        target = f"{base}/{name}"
        files.create_dir(target.rpartition("/")[0])
        partial = f"{target}.{uuid.uuid4().hex}"
        options = pa.ipc.IpcWriteOptions(compression="zstd")
        with (
            files.open_output_stream(partial) as out,
            pa.ipc.new_file(out, schema, options=options) as writer,
        ):
            for some in slices:
                columns = [pa.concat_arrays(c.chunks) for c in some.columns]
                writer.write_batch(pa.record_batch(columns, schema=schema))
        files.move(partial, target)

    def _open(self, name: str) -> _Reader:
        files, base = _files(self.path)
        return _Reader(files.open_input_file(f"{base}/{name}"))


class _Reader:
    """An Arrow file that is closed at the end of a `with`."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def __enter__(self) -> Any:
        import pyarrow as pa

        return pa.ipc.open_file(self._file)

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _file(stage: str, part: int) -> str:
    return f"{stage}/{part:06}.arrow"


@functools.lru_cache(maxsize=8)
def _files(path: str) -> tuple[pyarrow.fs.FileSystem, str]:
    import pyarrow.fs as fs

    if "://" in path:
        files, base = fs.FileSystem.from_uri(path)
        return files, base.rstrip("/")
    return fs.LocalFileSystem(), path


def table(columns: Columns, **types: str) -> pyarrow.Table:
    """A table of columns, numbers as they are; `types` names those of the others."""
    import pyarrow as pa

    kinds = {
        "bytes": pa.large_binary(),
        "text": pa.large_string(),
        "int": pa.int64(),
        "ints": pa.large_list(pa.int64()),
        "bool": pa.bool_(),
        "float": pa.float64(),
    }
    return pa.table(
        {name: pa.array(column, type=kinds[types[name]]) for name, column in columns.items()}
    )


def numbers(rows: pyarrow.Table, name: str) -> NDArray[Any]:
    """A column of numbers."""
    return rows.column(name).to_numpy()  # type: ignore[no-any-return]


def runs(values: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Where equal values stand together: start and end of each such run."""
    if len(values):
        starts = np.flatnonzero(np.r_[True, values[1:] != values[:-1]])
        yield from zip(starts.tolist(), [*starts[1:].tolist(), len(values)], strict=True)
