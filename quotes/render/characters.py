"""Characters of articles that a terminal or a browser would act on."""

from __future__ import annotations

import unicodedata

_TURNING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def harmless(text: str, keep: str = "") -> str:
    """The text with a replacement sign for every character that is obeyed or cannot be written.

    These are control characters, lone surrogates, and signs that turn the direction of writing.
    `keep` holds characters that stay all the same.
    """
    if text.isprintable():  # most text by far, and none of these signs are
        return text
    return "".join("\ufffd" if c not in keep and _acts(c) else c for c in text)


def _acts(char: str) -> bool:
    return char in _TURNING or unicodedata.category(char) in ("Cc", "Cs")
