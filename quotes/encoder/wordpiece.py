"""Word pieces: the units that the encoder reads, with their offsets.

The algorithm of BERT's uncased vocabulary (Devlin et al., NAACL 2019; Wu et al., 2016): words and
single punctuation marks, in lower case and without accents, are cut greedily into the longest
pieces of the vocabulary; pieces inside a word begin with `##`.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping

import attrs
import regex

UNKNOWN = "[UNK]"
FIRST = "[CLS]"
LAST = "[SEP]"
_LONGEST = 100
_WORD = regex.compile(
    r"[\p{P}$+<=>^`|~\p{Han}]|[^\s\p{P}$+<=>^`|~\p{Han}]+",
)
_CACHED = 50_000


@attrs.frozen
class Piece:
    """A piece of a text: its number in the vocabulary and the characters that it covers."""

    id: int
    start: int
    end: int


class WordPieces:
    """Cuts texts into the pieces of a vocabulary."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.vocabulary = vocabulary
        self._cut = functools.lru_cache(_CACHED)(self._pieces)

    def of(self, text: str) -> list[Piece]:
        """The pieces of a text, in order; a piece never crosses a word."""
        found: list[Piece] = []
        for match in _WORD.finditer(text):
            start = match.start()
            found.extend(Piece(k, start + a, start + b) for k, a, b in self._cut(match.group()))
        return found

    def _pieces(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """Number and place of each piece of a word."""
        letters, places = _plain(word)
        if not letters:
            return ()
        whole = (self.vocabulary[UNKNOWN], places[0], places[-1] + 1)
        if len(letters) > _LONGEST:
            return (whole,)
        cut: list[tuple[int, int, int]] = []
        at = 0
        while at < len(letters):
            for stop in range(len(letters), at, -1):
                number = self.vocabulary.get(("##" if at else "") + letters[at:stop])
                if number is not None:
                    cut.append((number, places[at], places[stop - 1] + 1))
                    at = stop
                    break
            else:
                return (whole,)
        return tuple(cut)


def _plain(word: str) -> tuple[str, list[int]]:
    """A word in lower case without accents and control characters, and where each letter was."""
    if word.isascii():
        return word.lower(), list(range(len(word)))
    letters: list[str] = []
    places: list[int] = []
    for i, character in enumerate(word):
        for letter in unicodedata.normalize("NFD", character.lower()):
            if unicodedata.category(letter) not in ("Mn", "Cc", "Cf", "Co"):
                letters.append(letter)
                places.append(i)
    return "".join(letters), places
