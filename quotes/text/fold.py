"""A same-length twin of the text with typographic variants folded.

Every later room works on the twin, so that it sees clean characters, and answers with offsets that
are valid in the article as written. Nothing is inserted or removed.
"""

from __future__ import annotations

import unicodedata

_VARIANTS = {
    '"': "“”„‟″〝〞〟＂❝❞",
    "'": "‘’‚‛′＇ʼ`´❛❜",
    "-": "‐‑‒–—―−﹘－",
    ".": "…",
    " ": (
        "\t\x0b\x0c\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
        "\u200a\u200b\u202f\u205f\u3000\ufeff"
    ),
}
_TABLE = {ord(c): plain for plain, variants in _VARIANTS.items() for c in variants}
_INVISIBLE = {"Cc", "Cs", "Co", "Cn"}


class _Folder(dict[int, str]):
    """A translation table that fills itself: unprintable characters become a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _TABLE.get(code)
        if folded is None:
            hidden = char not in "\n\r" and unicodedata.category(char) in _INVISIBLE
            folded = " " if hidden else char
        self[code] = folded
        return folded


_FOLDER = _Folder()


def fold(text: str) -> str:
    """Return a string of the same length with typographic variants replaced by plain characters.

    Curly and low marks become straight ones, dashes a hyphen, odd spaces a space, an ellipsis sign
    a full stop; controls, lone surrogates and unassigned code points become a space. Line feeds and
    carriage returns stay.
    """
    return text.translate(_FOLDER)
