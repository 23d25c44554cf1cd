"""How naturally the words of a text follow one another: rewording by machine breaks that.

Programs that exchange words for synonyms leave the sentence and spoil its collocations (*took a
look at* becomes *took a glance at*). The mean pointwise mutual information of adjacent common words
(Church & Hanks, CL 1990) shows it without knowing the original.
"""

from __future__ import annotations

import functools
import importlib.resources
import math
from itertools import pairwise

import attrs
import numpy as np
import regex

from quotes.text.fold import fold
from quotes.weight_files import checked, require

_WORD = regex.compile(r"[a-z]+(?:'[a-z]+)?")
_SMOOTHING = 0.02
_LEAST = 40


@attrs.frozen(eq=False)
class _Counts:
    words: dict[str, tuple[int, int]]
    """The number of each common word, and how often it was counted."""
    pairs: dict[int, int]
    """How often two stood side by side, by the first's number times all plus the second's."""
    total: int
    """How many words were counted in all."""


@functools.cache
def _counts() -> _Counts:
    file = importlib.resources.files(__package__).joinpath("bigrams.npz")
    with checked(file), file.open("rb") as handle, np.load(handle, allow_pickle=False) as data:
        words = str(data["words"]).split(" ")
        often = data["often"].tolist()
        pairs = dict(zip(data["pairs"].tolist(), data["counts"].tolist(), strict=True))
        total = int(data["total"])
        require(total > 0 and min(often) > 0, "counts above 0")
        return _Counts({word: (i, often[i]) for i, word in enumerate(words)}, pairs, total)


def tokens(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return _WORD.findall(fold(text).lower())


def naturalness(text: str) -> float | None:
    """The mean mutual information of adjacent common words, in nats.

    English news has about 0.5, reworded by machine near 0. None for a text of too few words.
    """
    counts = _counts()
    size = len(counts.words)
    found = []
    for one, other in pairwise(map(counts.words.get, tokens(text))):
        if one is not None and other is not None:
            together = counts.pairs.get(one[0] * size + other[0], 0)
            expected = one[1] * other[1] / counts.total
            found.append(math.log((together + _SMOOTHING) / (expected + _SMOOTHING)))
    return sum(found) / len(found) if len(found) >= _LEAST else None
