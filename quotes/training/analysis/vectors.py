"""Word vectors from raw text: positive pointwise mutual information, reduced by a truncated SVD.

The contexts of a word are its neighbours with their place (one or two to the left or right), which
is what taggers and parsers need (Levy and Goldberg, CoNLL 2014), and the words around it without,
which tells subjects apart. On a few million words counting does as well as networks (Levy, Goldberg
and Dagan, TACL 2015). Words are in lower case, as stanza looks them up; how often a word was
written with a capital inside a sentence is a context of its own.
"""

from __future__ import annotations

import logging
import pathlib
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs
import numpy as np
import numpy.typing as npt

_log = logging.getLogger(__name__)

_PREFIX = 4
_PLACES = (-2, -1, 1, 2)
_AROUND = 5
_CASES = 3


@attrs.frozen
class VectorSettings:
    """How many words get a vector, of how many dimensions, from how many context words."""

    words: int = 24_000
    dimensions: int = 64
    near: int = 2_000
    around: int = 3_000
    power: float = 0.5


def _columns(
    text: npt.NDArray[np.int64], breaks: npt.NDArray[np.int64], settings: VectorSettings
) -> Iterable[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """Pairs of word and context column; `breaks` numbers the sentence of each word."""
    size = settings.words
    for place in (*_PLACES, *range(-_AROUND, 0), *range(1, _AROUND + 1)):
        step = abs(place)
        left, right = text[:-step], text[step:]
        same = breaks[:-step] == breaks[step:]
        word, context = (left, right) if place > 0 else (right, left)
        yield word, np.where(same & (word < size), context, -1)


def _counts(
    sentences: Sequence[Sequence[str]], rank: dict[str, int], settings: VectorSettings
) -> npt.NDArray[np.float32]:
    """How often each word stands beside each context, dense: words by contexts."""
    size, near, around = settings.words, settings.near, settings.around
    flat = [w for s in sentences for w in s]
    text = np.array([rank.get(w.lower(), size) for w in flat], dtype=np.int64)
    breaks = np.repeat(np.arange(len(sentences)), [len(s) for s in sentences])
    width = len(_PLACES) * near + around + _CASES
    counts = np.zeros(size * width, dtype=np.float32)
    for i, (word, context) in enumerate(_columns(text, breaks, settings)):
        if i < len(_PLACES):
            keep = (context >= 0) & (context < near)
            column = i * near + context
        else:
            keep = (context >= 0) & (context < around)
            column = len(_PLACES) * near + context
        counts += np.bincount((word * width + column)[keep], minlength=counts.size).astype(
            np.float32
        )
    first = np.concatenate(([True], breaks[1:] != breaks[:-1]))
    case = np.array([0 if w.islower() else 1 if w.isupper() else 2 for w in flat], dtype=np.int64)
    keep = (text < size) & ~first
    column = width - _CASES + case
    counts += np.bincount((text * width + column)[keep], minlength=counts.size).astype(np.float32)
    return counts.reshape(size, width)


def _information(counts: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Positive pointwise mutual information, with the contexts smoothed (power 0.75)."""
    rows = counts.sum(1, keepdims=True)
    columns = counts.sum(0, keepdims=True) ** 0.75
    chance = rows @ (columns / columns.sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        np.divide(counts, chance, out=counts)
        np.log(counts, out=counts)
    counts[~np.isfinite(counts)] = 0
    return np.maximum(counts, 0, out=counts)


def vectors(
    sentences: Sequence[Sequence[str]], settings: VectorSettings, *, seed: int
) -> tuple[list[str], npt.NDArray[np.float32]]:
    """Return words, most frequent first, and their vectors (unit variance over the table).

    Args:
        sentences: folded words in the case they were written in.
        settings: sizes; fewer words come back if the text has fewer.
        seed: of the random projection that the SVD starts from.
    """
    frequency = Counter(w.lower() for s in sentences for w in s)
    ordered = sorted(frequency.items(), key=lambda item: (-item[1], item[0]))[: settings.words]
    words = [word for word, _ in ordered]
    size = len(words)
    settings = attrs.evolve(
        settings,
        words=size,
        near=min(settings.near, size),
        around=min(settings.around, size),
        dimensions=min(settings.dimensions, size),
    )
    rank = {word: i for i, word in enumerate(words)}
    matrix = _information(_counts(sentences, rank, settings))
    _log.info("vectors: %d words, %d contexts", *matrix.shape)
    generator = np.random.default_rng(seed)
    wanted = min(settings.dimensions + 20, min(matrix.shape))
    basis = matrix @ generator.standard_normal((matrix.shape[1], wanted), dtype=np.float32)
    for _ in range(3):
        basis, _ = np.linalg.qr(basis)
        basis = matrix @ (matrix.T @ basis)
    basis, _ = np.linalg.qr(basis)
    left, strength, _ = np.linalg.svd(basis.T @ matrix, full_matrices=False)
    table = (basis @ left)[:, : settings.dimensions]
    table = table * strength[: settings.dimensions] ** settings.power
    return words, (table / (table.std() or 1.0)).astype(np.float32)


def save(words: Sequence[str], table: npt.NDArray[np.float32], path: pathlib.Path) -> None:
    """Write the vectors as the word vectors that stanza loads for its processors."""
    import torch
    from stanza.models.common.pretrain import PretrainedWordVocab

    padded = np.zeros((len(table) + _PREFIX, table.shape[1]), dtype=np.float32)
    padded[_PREFIX:] = table
    vocabulary = PretrainedWordVocab(list(words)).state_dict()
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(
        {"vocab": vocabulary, "emb": torch.from_numpy(padded)},
        path,
        _use_new_zipfile_serialization=False,
    )
