"""Stanza model files, opened without stanza: settings, weights, vocabularies, word vectors."""

from __future__ import annotations

import pathlib
import pickle
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import IO, Any

import attrs
import regex

PADDING = 0
UNKNOWN = 1
EMPTY = 2
ROOT = 3
RESERVED = 4
"""The first entries of every vocabulary: padding, unknown, empty, root."""
_NAMES = frozenset(
    (
        ("_codecs", "encode"),
        ("collections", "OrderedDict"),
        ("torch._utils", "_rebuild_tensor_v2"),
    )
)
"""All that the files of the bundled models name."""
_QUESTIONS = regex.compile("[?？︖﹖⁇][?？︖﹖⁇!！︕﹗‼]+")
_EXCLAMATIONS = regex.compile("[!！︕﹗‼][?？︖﹖⁇!！︕﹗‼]+")
_PUNCTUATION = frozenset("?？︖﹖⁇!！︕﹗‼")


class UnsupportedModelError(Exception):
    """A model of a layout that only stanza itself can run."""


class Vocabulary:
    """Numbers of words, characters or labels."""

    def __init__(self, state: Mapping[str, Any]) -> None:
        self.units: list[str] = state["_id2unit"]
        self._numbers: dict[str, int] = state["_unit2id"]
        self._lower = bool(state.get("lower"))
        self._ignored = frozenset(state.get("ignore") or ())
        if not isinstance(self.units, list):
            raise UnsupportedModelError("labels of several parts")
        if self._lower and self._ignored:
            raise UnsupportedModelError("words left out")

    def __len__(self) -> int:
        return len(self.units)

    def numbers(self, units: Iterable[str]) -> list[int]:
        """The numbers of units; that of the unknown for one never seen."""
        known = self._numbers
        if self._ignored:
            return [EMPTY if u in self._ignored else known.get(u, UNKNOWN) for u in units]
        if self._lower:
            return [known.get(u.lower(), UNKNOWN) for u in units]
        return [known.get(u, UNKNOWN) for u in units]

    def unit(self, number: int) -> str:
        """The unit of a number."""
        return "_" if number == EMPTY and self._ignored else self.units[number]


@attrs.frozen(eq=False, slots=False)
class WordVectors:
    """A vector for each word of a vocabulary; read at first use, for models that share them."""

    file: pathlib.Path

    @cached_property
    def _content(self) -> dict[str, Any]:
        return _opened(self.file)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words, in lower case."""
        return Vocabulary(self._content["vocab"])

    @cached_property
    def table(self) -> Any:
        """The vectors in single precision."""
        return self._content["emb"].float()


@attrs.frozen(eq=False)
class Checkpoint:
    """What a model file holds, weights in single precision, and the vectors kept beside it."""

    settings: dict[str, Any]
    weights: dict[str, Any]
    content: dict[str, Any]
    vectors: WordVectors | None = None

    @classmethod
    def load(cls, file: pathlib.Path, vectors: WordVectors | None = None) -> Checkpoint:
        """Read a model file without running code from it."""
        content = _opened(file)
        weights = {name: w.float() for name, w in (content.get("model") or {}).items()}
        return cls(content["config"], weights, content, vectors)

    def vocabulary(self, name: str) -> Vocabulary:
        """One of the vocabularies."""
        return Vocabulary(self.content["vocab"][name])

    def part(self, prefix: str) -> dict[str, Any]:
        """The weights below a prefix, by the rest of their names."""
        dotted = f"{prefix}."
        return {n.removeprefix(dotted): w for n, w in self.weights.items() if n.startswith(dotted)}

    def must(self, **settings: object) -> None:
        """Check settings; those that the file lacks count as switched off.

        Raises:
            UnsupportedModelError: one has another value.
        """
        for name, value in settings.items():
            if (self.settings.get(name) or False) != value:
                raise UnsupportedModelError(f"{name}: {self.settings.get(name)}")


class _WeightsUnpickler(pickle.Unpickler):
    """Builds tensors, plain values and containers; any other name in a file is refused.

    What torch calls `weights_only` is written in Python and takes a second and more for the
    vocabularies; this is the same restriction by the means of the standard library (*Restricting
    Globals* in the documentation of pickle).
    """

    def find_class(self, module: str, name: str) -> Any:
        """What a name in the file stands for."""
        if (module, name) in _NAMES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of weights")


class _Weights:
    """What torch needs of a module that unpickles."""

    __name__ = "weights"
    Unpickler = _WeightsUnpickler

    @staticmethod
    def load(file: IO[bytes], **options: Any) -> Any:
        return _WeightsUnpickler(file, **options).load()


def _opened(file: pathlib.Path) -> dict[str, Any]:
    """The content of a model file; no code of it is run.

    Raises:
        pickle.UnpicklingError: it holds something else than weights, vocabularies and settings.
    """
    import torch

    content: dict[str, Any]
    try:
        content = torch.load(file, map_location="cpu", pickle_module=_Weights, weights_only=False)
    except pickle.UnpicklingError:  # torch's own reader knows a few harmless names more
        content = torch.load(file, map_location="cpu", weights_only=True)
    return content


def unspaced(word: str) -> str:
    """A word as vocabularies of word vectors write it: no plain space within."""
    return word.replace(" ", "\N{NO-BREAK SPACE}")


def plain(word: str) -> str:
    """A word as the models for tags and syntax read it: runs of ? and ! are one character."""
    if len(word) < 2 or word[0] not in _PUNCTUATION:
        return word
    if _QUESTIONS.fullmatch(word):
        return "?"
    return "!" if _EXCLAMATIONS.fullmatch(word) else word
