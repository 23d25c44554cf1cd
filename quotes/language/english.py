"""Is this English? A share of function words, enough to tell apart the languages of newspapers."""

from __future__ import annotations

import regex

from quotes.lexicons import of_class

_WORD = regex.compile(r"\p{L}+")
_FUNCTION = of_class("frequent_words")
_ENOUGH = 25
_SAMPLE = 20_000
_LEAST = 0.2


def is_english(text: str) -> bool:
    """Whether a text reads as English; short texts in Latin letters pass.

    Names are of no language, so that words with a capital count only where there are few others.
    """
    words: list[str] = _WORD.findall(text[:_SAMPLE])
    if not words:
        return True
    if len(words) < _ENOUGH:
        return sum(w.isascii() for w in words) >= 0.5 * len(words)
    plain = [w for w in words if w.islower()]
    if len(plain) < _ENOUGH:
        plain = [w.lower() for w in words]
    return sum(w in _FUNCTION for w in plain) >= _LEAST * len(plain)
