"""The signs that can be quotation marks, and where they stand in a paragraph."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from itertools import pairwise

import attrs
import regex


class Family(enum.Enum):
    """Marks of one family can open and close one another."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"
    ANGLE = "angle"
    CORNER = "corner"
    WHITE_CORNER = "white corner"

    __hash__ = object.__hash__  # that of Enum runs in Python, and marks are paired by millions


@attrs.frozen
class Glyph:
    """What the form of a sign says by itself, before anything is known of its place.

    `opening` and `closing` are added to the score of that reading of the mark; `stray` is the
    score of leaving the mark unpaired where its place says nothing better. `plain`: typed straight.
    """

    family: Family
    opening: int
    closing: int
    stray: int
    plain: bool = False


@attrs.frozen
class Sign:
    """A sign in the text: `text[start:end]`, and the characters around its cluster.

    Signs that touch (`"'`) form a cluster; each sees the characters outside of the whole
    cluster, at `left` and `right` (outside the paragraph: there is none).
    """

    start: int
    end: int
    glyph: Glyph
    left: int
    right: int


_D, _S = Family.DOUBLE, Family.SINGLE
_STRAIGHT = Glyph(_D, 0, 0, -4, plain=True)
_TURNED_LEFT = Glyph(_D, 4, -4, -4)
_TURNED_RIGHT = Glyph(_D, -4, 4, -4)
_LOW = Glyph(_D, 5, -6, -4)
_PLAIN = Glyph(_S, 0, 0, -1, plain=True)
_RAISED = Glyph(_S, 2, -3, -4)
_APOSTROPHE = Glyph(_S, -3, 1, -1)

GLYPHS: dict[str, Glyph] = {
    **dict.fromkeys(['"', "＂", "″", "''", "´´", "′′"], _STRAIGHT),
    **dict.fromkeys(["“", "‟", "❝", "〝", "``", "‘‘", "‛‛"], _TURNED_LEFT),
    **dict.fromkeys(["”", "❞", "〞", "〟", "’’"], _TURNED_RIGHT),
    **dict.fromkeys(["„", "‚‚"], _LOW),
    **dict.fromkeys(["'", "＇"], _PLAIN),
    **dict.fromkeys(["‘", "‛", "❛", "`"], _RAISED),
    **dict.fromkeys(["’", "❜", "´"], _APOSTROPHE),
    "‚": Glyph(_S, 3, -6, -2),
    "«": Glyph(Family.GUILLEMET, 2, -2, -2),
    "»": Glyph(Family.GUILLEMET, -2, 2, -2),
    "‹": Glyph(Family.ANGLE, 2, -2, -1),
    "›": Glyph(Family.ANGLE, -2, 2, -1),
    "「": Glyph(Family.CORNER, 9, -9, -6),
    "」": Glyph(Family.CORNER, -9, 9, -6),
    "『": Glyph(Family.WHITE_CORNER, 9, -9, -6),
    "』": Glyph(Family.WHITE_CORNER, -9, 9, -6),
}

_ONE_CHARACTER = regex.escape("".join(g for g in GLYPHS if len(g) == 1))
_CASED = r"[\p{Lu}\p{Ll}\p{Lt}\p{M}\p{N}]"
_SIGN = regex.compile(
    rf"""
    # Inside a word: an apostrophe, or feet before inches. Scripts without spaces are left out.
    (?P<word> (?<={_CASED}) ['‘’‛❜´`＇] (?={_CASED}) )
    # A clitic on a marked word: "Evita"'s.
    | (?P<clitic> (?<=["”»“]) ['’] (?=(?:s|d|ll|re|ve)\b) )
    # Three in a row close as one and two, and open as two and one.
    | (?P<third> (?<=[\p{{L}}\p{{N}}\p{{P}}--[('\[{{]]) ['’] (?=(?:''|’’)(?!['’])) )
    | (?P<mark> ''|``|‘‘|’’|´´|‚‚|‛‛|′′ | [{_ONE_CHARACTER}] )
    """,
    regex.X | regex.V1,
)
# Spaces that are set between nested marks so that they do not touch.
_HAIR_SPACES = frozenset("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f")


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int, Glyph]]:
    for match in _SIGN.finditer(text, start, end):
        if match["mark"] or match["third"]:
            yield match.start(), match.end(), GLYPHS[match[0]]


def signs(text: str, start: int, end: int) -> list[Sign]:
    """The signs of `text[start:end]` that may be quotation marks, in order.

    Apostrophes with a letter on both sides are no candidates and are left out.
    """
    bare = list(_bare(text, start, end))
    touching = [
        b == c or (c - b == 1 and text[b] in _HAIR_SPACES)
        for (_, b, _), (c, _, _) in pairwise(bare)
    ]
    lefts = [a - 1 for a, _, _ in bare]
    rights = [b for _, b, _ in bare]
    for i, touches in enumerate(touching):
        if touches:
            lefts[i + 1] = lefts[i]
    for i in range(len(touching) - 1, -1, -1):
        if touching[i]:
            rights[i] = rights[i + 1]
    return [
        Sign(a, b, glyph, left if left >= start else -1, right if right < end else -1)
        for (a, b, glyph), left, right in zip(bare, lefts, rights, strict=True)
    ]
