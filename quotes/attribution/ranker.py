"""A small learned ranker over named features.

Every feature is a readable string with a weight and a short vector. The score of a candidate is the
sum of its weights plus a one-layer network over the sum of its vectors, so that conjunctions of
features need not be spelled out (after Chen & Manning, EMNLP 2014). Probabilities are the softmax
over the candidates of one decision. Weights are rounded when they are saved, and sums are made in a
fixed order, so that the same input gives the same answer whatever the batch.
"""

from __future__ import annotations

import functools
import math
import pathlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from quotes.weight_files import checked, require

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@attrs.frozen(eq=False)
class Ranker:
    """Weights of the ranker; `index` gives the row of a feature, unknown features are ignored."""

    index: dict[str, int]
    weights: NDArray[np.float32]
    vectors: NDArray[np.float32]
    bias: NDArray[np.float32]
    out: NDArray[np.float32]
    temperature: float

    def scores(self, rows: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """The score of each candidate, given as its features."""
        import numpy as np

        ids: list[int] = []
        starts: list[int] = []
        known = np.zeros(len(rows), dtype=bool)
        for i, row in enumerate(rows):
            start = len(ids)
            ids += [k for k in map(self.index.get, row) if k is not None]
            if len(ids) > start:
                known[i] = True
                starts.append(start)
        weights = np.zeros(len(rows), dtype=np.float32)
        vectors = np.zeros((len(rows), self.vectors.shape[1]), dtype=np.float32)
        if ids:
            weights[known] = np.add.reduceat(self.weights.take(ids), starts)
            vectors[known] = np.add.reduceat(self.vectors.take(ids, axis=0), starts, axis=0)
        scores: NDArray[np.float32] = weights + np.maximum(vectors + self.bias, 0) @ self.out
        return scores

    def probabilities(self, rows: Sequence[Sequence[str]]) -> list[float]:
        """The probability of each candidate against the others."""
        import numpy as np

        scores = self.scores(rows) / self.temperature
        odds = np.exp(scores - scores.max())
        return [float(p) for p in odds / odds.sum()]

    def save(self, file: pathlib.Path) -> None:
        """Write the weights: vectors as 8-bit integers with a scale each, features in row order."""
        import numpy as np

        features = sorted(self.index, key=self.index.__getitem__)
        scale = np.maximum(np.abs(self.vectors).max(axis=1), 1e-8) / 127
        with file.open("wb") as handle:
            np.savez_compressed(
                handle,
                features=np.frombuffer("\n".join(features).encode("utf8"), dtype=np.uint8),
                weights=self.weights.astype(np.float16),
                vectors=np.rint(self.vectors / scale[:, None]).astype(np.int8),
                scale=scale.astype(np.float32),
                bias=self.bias.astype(np.float32),
                out=self.out.astype(np.float32),
                temperature=np.float32(self.temperature),
            )


@functools.cache
def load(file: pathlib.Path) -> Ranker:
    """Read weights that `Ranker.save` wrote; nothing in the file is executed.

    Raises:
        ModelError: the file is missing or damaged.
    """
    import numpy as np

    with checked(file), file.open("rb") as handle, np.load(handle, allow_pickle=False) as data:
        features = bytes(data["features"]).decode("utf8").split("\n")
        ranker = Ranker(
            index={f: i for i, f in enumerate(features)},
            weights=data["weights"].astype(np.float32),
            vectors=data["vectors"].astype(np.float32) * data["scale"][:, None],
            bias=data["bias"],
            out=data["out"],
            temperature=float(data["temperature"]),
        )
        count, width = ranker.vectors.shape
        require(data["scale"].shape == (count,), "a scale for each feature")
        require(len(ranker.index) == len(features) == count, "a row for each feature")
        require(ranker.weights.shape == (count,), "a weight for each feature")
        require(ranker.bias.shape == ranker.out.shape == (width,), "layers of one width")
        parts = (ranker.weights, ranker.vectors, ranker.bias, ranker.out)
        require(all(np.isfinite(part).all() for part in parts), "finite numbers")
        require(0 < ranker.temperature < math.inf, "a temperature above 0")
        return ranker
