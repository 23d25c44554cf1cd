"""Results kept on disk, so that a run that was cut off need not make them again."""

from __future__ import annotations

import gzip
import hashlib
import json
import pathlib
import zlib
from typing import Any


class Kept:
    """Results in a folder, each in a file of its own under a hash of what it was made from.

    Args:
        folder: where they are kept; made when the first one is.
        resume: whether to use what an earlier run has kept there. It may have had other code or
            other weights: that is for runs that go on, not for new ones.
    """

    def __init__(self, folder: pathlib.Path, *, resume: bool) -> None:
        self._folder = folder
        self._resume = resume

    def find(self, made_from: object) -> Any:
        """What was kept, None if nothing was, or only in a damaged file."""
        if not self._resume:
            return None
        try:
            return json.loads(gzip.decompress(self._file(made_from).read_bytes()))
        except (OSError, EOFError, ValueError, zlib.error):
            return None

    def keep(self, made_from: object, result: object) -> None:
        """Keep a result that JSON can hold; the `repr` of `made_from` has to tell everything."""
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._file(made_from)
        fresh = file.with_suffix(".new")
        fresh.write_bytes(gzip.compress(json.dumps(result).encode("ascii"), 1))
        fresh.replace(file)  # whole or not at all

    def _file(self, made_from: object) -> pathlib.Path:
        told = repr(made_from).encode("utf8", "surrogatepass")
        return self._folder / f"{hashlib.sha256(told).hexdigest()[:24]}.json.gz"
