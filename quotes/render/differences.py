"""Where two wordings differ, word by word."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from difflib import SequenceMatcher

import attrs
import regex

from quotes.names.parts import plain
from quotes.text.fold import fold

_WORD = regex.compile(
    r"\d+(?:[.,:]\d+)*|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*|[\p{Sc}%]", regex.V1
)
_LONGEST = 200
_LONGEST_OTHER = 1000
_GAP = "…"


class Part(enum.Enum):
    """What a stretch of a wording is to the other wording."""

    KEPT = enum.auto()
    """Words of both, and all marks."""
    OTHER = enum.auto()
    """Words that the other wording does not have there."""
    GAP = enum.auto()
    """A sign for words that only the other wording has."""


@attrs.frozen
class Piece:
    """A stretch of a wording."""

    text: str
    part: Part


@attrs.frozen
class _Word:
    start: int
    end: int
    key: str


def same_words(line: str, other: str) -> bool:
    """Whether two wordings have the same words: case, accents and marks aside."""
    return [word.key for word in _words(line)] == [word.key for word in _words(other)]


def differences(line: str, other: str) -> list[Piece]:
    """Take a wording apart by what it has in common with another.

    Words are compared by their lower-case letters without accents (Ratcliff and Obershelp's
    matching, as in `difflib`). The first 200 words of `line` are compared with the first 1000 of
    `other`, so that the work is bounded; what comes after is left out.

    Args:
        line: the wording to show, on one line.
        other: the wording to compare it with.

    Returns:
        The pieces of `line` in their order, with an ellipsis where words of `other` are left out.
    """
    words = _words(line)
    shown = words[:_LONGEST]
    cut = len(shown) < len(words)
    end = _place(line, words, _LONGEST) if cut else len(line)
    others = _words(other)[:_LONGEST_OTHER]
    matcher = SequenceMatcher(None, [word.key for word in shown], [word.key for word in others])
    pieces = _Pieces()
    at = 0
    for what, first, last, _, _ in matcher.get_opcodes():
        if what == "insert":
            place = min(_place(line, words, first), end)
            pieces.add(line[at:place], Part.KEPT)
            pieces.gap()
            at = place
        elif what != "equal":
            start = shown[first].start
            pieces.add(line[at:start], Part.KEPT)
            at = shown[last - 1].end
            pieces.add(line[start:at], Part.OTHER)
    pieces.add(line[at:end], Part.KEPT)
    if cut:
        pieces.gap()
    return pieces.rows


class _Pieces:
    """Pieces as they are gathered: none empty, gaps apart from words."""

    def __init__(self) -> None:
        self.rows: list[Piece] = []

    def add(self, text: str, part: Part) -> None:
        if not text:
            return
        if self.rows and self.rows[-1].part is Part.GAP:
            text = f" {text}"
        self.rows.append(Piece(text, part))

    def gap(self) -> None:
        if self.rows and self.rows[-1].part is Part.GAP:
            return
        if self.rows and not self.rows[-1].text.endswith(" "):
            self.rows.append(Piece(" ", Part.KEPT))
        self.rows.append(Piece(_GAP, Part.GAP))


def _words(text: str) -> list[_Word]:
    folded = fold(text)
    return [_Word(*found.span(), _key(found[0])) for found in _WORD.finditer(folded)]


def _key(word: str) -> str:
    return word.replace(",", "") if word[0].isdigit() else plain(word)


def _place(line: str, words: Sequence[_Word], number: int) -> int:
    """Where the word of this number begins, with the marks that open it."""
    if number == 0:
        return 0
    last = words[number - 1].end
    if number == len(words):
        return len(line)
    space = line.rfind(" ", last, words[number].start)
    return words[number].start if space < 0 else space + 1
