"""Characters of articles that a terminal or a browser would act on."""

from __future__ import annotations

import functools
import unicodedata

QUIET = "\u061c\u200e\u200f\u2028\u2029\ufeff"
"""Signs of direction and of line ends that do no harm where a page isolates each text."""
_TURNING = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    "\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb"
)


def harmless(text: str, keep: str = "") -> str:
    """The text with a replacement sign for every character that is obeyed or cannot be written.

    These are control characters (those of ISO 6429 among them, which begin with U+0080), lone
    surrogates, ends of lines and of paragraphs, and signs that mark or turn the direction of
    writing. `keep` holds characters that stay all the same.
    """
    if text.isprintable():  # most text by far, and none of these signs are
        return text
    return text.translate(_table(keep))


class _Table(dict[int, str]):
    """A translation table that fills itself."""

    def __init__(self, keep: str) -> None:
        super().__init__((ord(char), char) for char in keep)

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = "\ufffd" if _acts(char) else char
        return self[code]


@functools.cache
def _table(keep: str) -> _Table:
    return _Table(keep)


def _acts(char: str) -> bool:
    return char in _TURNING or char in QUIET or unicodedata.category(char) in ("Cc", "Cs")
