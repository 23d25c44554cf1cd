"""Texts made of bytes: what a fuzzer changes, read as articles that are nearly sensible."""

from __future__ import annotations

import functools
import random

import quotes.testing

_WORDS = (
    "said|told|added|says|according to|warned that|called it|was accused of|claimed|which|who|that|"
    "and|but|as|with|by|to|of|in|the|a|his|her|he|she|they|it|was|is|not|adding|citing|mayor|"
    "the mayor|spokesman for|chief engineer|a statement|her claim that|the report|on Monday|"
    "in May|bridge|harbour|is closed|will open|late|Ada Marsh|Marsh|Mr Fenn|Joel Fenn|Dr|Lord|"
    "Lowmere|Lowmere Harbour Board|the Board|LHB|Reuters|Guild of Bakers|St|Inc|and Sons|Jr|"
    "former|acting|president|Vice President|of the Union|brother of|'s|’s|s’|U.S.|3.5|1990s|"
    "Norlandish|one official|officials|sources|we|I|you|Q|A|which pleased|told Reuters|"
    "reported|wrote|asked|what|whose|whom|because|while|so|if|whether|than|then|there|"
    "O’Hara|van der Holm|al-Marsh|Hale,that|—who|said:|says “|” said|,” he said|” — Ada Marsh"
).split("|")
_SIGNS = [
    *"\"\"''“”‘’«»„‚‹›「」『』`´", *".,.,:;-–—?!()[]/*•…&%$#@|<>", " ", " ", " ", " ", " ",
    "\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\x1e", "\t",
    "\u00a0", "\u2009", "\u200b", "\ufeff",
    "\x00", "\x1b[31m", "\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u0301", "\u00ad",
    "\ud800", "\udfff", "\U0001f600", "👩\u200d👧", "\U000e0041", "\uffff",
    "你好", "说", "الجسر", "мэр сказал", "हाँ", "ß", "İ", "ﬁ", "Ǆ", "１２", "½",
]  # fmt: skip
PIECES: tuple[str, ...] = (*_WORDS, *_SIGNS)
"""What texts are put together from: words of news, quotation marks, and signs that break things."""


@functools.cache
def _articles() -> tuple[str, ...]:
    return tuple(fixture.article.text for fixture in quotes.testing.fixtures())


def made(data: bytes) -> str:
    """The text that some bytes stand for; the first byte chooses how they are read."""
    if not data:
        return ""
    way, rest = data[0] % 8, data[1:]
    if way == 0:
        return rest.decode("utf8", "surrogateescape")
    if way <= 2:
        return changed(rest)
    joint = " " if way % 2 else ""
    return joint.join(_piece(byte) for byte in rest)


def changed(data: bytes) -> str:
    """A fixture's article, cut short and with pieces put in, doubled or taken out."""
    articles = _articles()
    text: str = articles[data[0] % len(articles)] if data else ""
    start = text.find(" ", (data[1] if len(data) > 1 else 0) * len(text) // 512) + 1
    text = text[start : start + 400]
    for at in range(2, len(data) - 2, 3):
        place = data[at] * len(text) // 256
        act = data[at + 1] % 4
        size = 1 + data[at + 2] % 16
        if act == 0:
            text = text[:place] + text[place + size :]
        elif act == 1:
            text = text[: place + size] + text[place:]
        else:
            text = text[:place] + _piece(data[at + 2]) + text[place:]
    return text


def _piece(byte: int) -> str:
    return PIECES[byte % len(PIECES)]


def by_chance(seed: int, most: int = 60) -> bytes:
    """Some bytes drawn by lot."""
    lot = random.Random(seed)
    return lot.randbytes(lot.randint(1, most))
