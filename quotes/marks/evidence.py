"""How likely a sign is to open, to close, or to be no mark, by what stands beside it.

Scores are small whole numbers, added up: above zero speaks for a reading, below against it. They
order the readings of one paragraph; they are no probabilities.
"""

from __future__ import annotations

import enum
import unicodedata

import attrs

from quotes.marks.glyphs import Family, Sign
from quotes.marks.words import (
    bears_no_noun,
    cut_at_the_end,
    cut_at_the_front,
    sibilant,
    word_before,
)


class _Beside(enum.IntEnum):
    """What kind of character stands beside a sign."""

    EDGE = 0
    SPACE = 1
    OPENING = 2
    CLOSING = 3
    JOINT = 4
    COLON = 5
    STOP = 6
    DOTS = 7
    WORD = 8
    OTHER = 9


_KINDS = {
    **dict.fromkeys("([{<", _Beside.OPENING),
    **dict.fromkeys(")]}>", _Beside.CLOSING),
    **dict.fromkeys("-/|=~+&", _Beside.JOINT),
    **dict.fromkeys(".,!?;。、，！？；", _Beside.STOP),
    **dict.fromkeys(":：", _Beside.COLON),
    "%": _Beside.WORD,
}

# One column for each kind, in the order above.
_OPENS_BEHIND = (3, 3, 3, -2, 2, 1, -2, 0, -3, 0)
_OPENS_BEFORE = (-6, -3, 1, -2, 0, -3, -3, 1, 1, 1)
_CLOSES_BEHIND = (-6, -3, -3, 1, 1, 0, 2, 2, 1, 1)
_CLOSES_BEFORE = (2, 2, 0, 2, 1, 2, 2, 1, -3, 0)
_ENDS_BEHIND = frozenset({_Beside.WORD, _Beside.STOP, _Beside.CLOSING, _Beside.DOTS})
_BEGINS_BEFORE = frozenset({_Beside.WORD, _Beside.OPENING, _Beside.DOTS, _Beside.OTHER})
_IMPOSSIBLE = -99


@attrs.frozen
class Mark:
    """A sign with the score of each reading."""

    start: int
    end: int
    family: Family
    plain: bool
    opening: int
    closing: int
    none: int


def _beside(folded: str, at: int, end: int) -> _Beside:
    if at < 0:
        return _Beside.EDGE
    char = folded[at]
    kind = _KINDS.get(char)
    if kind is not None:
        dotted = char == "." and (folded[at + 1 : min(at + 2, end)] == ".")
        return _Beside.DOTS if dotted else kind
    if char.isspace():
        return _Beside.SPACE
    if char.isalnum() or unicodedata.category(char).startswith("M"):
        return _Beside.WORD
    return _Beside.OTHER


@attrs.frozen
class _Place:
    """Where a sign stands: its paragraph of the folded text, and what is on its two sides."""

    folded: str
    start: int
    end: int
    sign: Sign
    left: _Beside
    right: _Beside


def weigh(sign: Sign, text: str, folded: str, start: int, end: int) -> Mark:
    """Score the three readings of a sign of the paragraph `text[start:end]`."""
    glyph = sign.glyph
    left, right = _beside(folded, sign.left, end), _beside(folded, sign.right, end)
    if right is _Beside.STOP and text[sign.right] == "…":
        right = _Beside.DOTS
    opening = glyph.opening + _OPENS_BEHIND[left] + _OPENS_BEFORE[right]
    closing = glyph.closing + _CLOSES_BEHIND[left] + _CLOSES_BEFORE[right]
    none = glyph.stray
    if glyph.family is Family.SINGLE:
        place = _Place(folded, start, end, sign, left, right)
        opening, closing, none = _as_apostrophe(place, opening, closing, none)
    elif glyph.family in (Family.GUILLEMET, Family.ANGLE):
        # Spaces inside guillemets are good French.
        opening += 2 * (right is _Beside.SPACE)
        closing += 2 * (left is _Beside.SPACE)
    elif left is _Beside.WORD and folded[sign.left].isdigit():
        # Inches; and when feet stand before them, hardly anything else.
        feet = folded[max(start, sign.left - 2) : sign.left].strip("0123456789") == "'"
        none = 2 if feet else -1
    return Mark(sign.start, sign.end, glyph.family, glyph.plain, opening, closing, none)


def _as_apostrophe(place: _Place, opening: int, closing: int, none: int) -> tuple[int, int, int]:
    """The third reading of a single mark is the apostrophe: the words beside it tell."""
    ends, begins = place.left in _ENDS_BEHIND, place.right in _BEGINS_BEFORE
    if begins and not ends:
        if place.right is _Beside.WORD and cut_at_the_front(
            place.folded, place.sign.right, place.end
        ):
            return opening - 5, _IMPOSSIBLE, 0
        return opening, _IMPOSSIBLE, none
    if ends and not begins:
        if place.left is _Beside.WORD:
            return _IMPOSSIBLE, *_behind_word(place, closing)
        return _IMPOSSIBLE, closing, -4
    # Words or spaces on both sides: neither shape nor words tell.
    return opening - 3, closing - 3, 0


def _behind_word(place: _Place, closing: int) -> tuple[int, int]:
    """Scores of closing and of none for a single mark at the end of a word."""
    folded, sign = place.folded, place.sign
    if folded[sign.left].isdigit():
        return closing - 1, 0  # feet, minutes
    word = word_before(folded, sign.left + 1, place.start)
    if cut_at_the_end(word):
        return closing - 4, 0
    if not sibilant(word):
        return closing, -3
    after = sign.right + 1
    if place.right is not _Beside.SPACE or after >= place.end:
        return closing - 2, -1
    if not (folded[after].isalnum() or folded[after] in "\"'("):
        return closing - 2, -1
    if bears_no_noun(folded, after, place.end):
        return closing - 3, -1
    return closing - 5, 0
