"""Words as they are compared, where they stand, and the pauses between them."""

from __future__ import annotations

import functools
import unicodedata

import attrs
import regex

from quotes.lexicons.persons import stands_for
from quotes.marks.glyphs import GLYPHS

_JOINERS = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Invisible inside a word: soft hyphens and joiners."""
_LONE = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
"""Scripts without spaces: each letter counts as a word."""
_LETTER = rf"[[\p{{L}}\p{{N}}]--[{_LONE}]]"
_ALPHABETIC = rf"[\p{{L}}--[{_LONE}]]"
_RUN = rf"{_LETTER}(?:[{_JOINERS}]*+[[\p{{L}}\p{{N}}\p{{M}}]--[{_LONE}]])*+"
_WORD = regex.compile(
    rf"""
    [{_LONE}]\p{{M}}*+
    | (?<!{_LETTER}) {_ALPHABETIC} (?:\.{_ALPHABETIC}(?!{_LETTER}|\p{{M}}))++   # U.S
    # [W]e and go[es], which quoters write; inside: don't, 1,000.50
    | (?:\[\p{{L}}\](?={_LETTER}))? {_RUN}
      (?: (?: ['’‘ʼ＇´`] | (?<=\p{{N}})[.,:](?=\p{{N}}) ) {_RUN} )*+
      (?: \[{_RUN}\] )?
    | [\p{{Sc}}%&@\#+=°§]
    | [\p{{So}}--[©®™°]]
    """,
    regex.X | regex.V1,
)
_ACCENTS = regex.compile(rf"[\u0300-\u036f{_JOINERS}\[\]]")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ＇´`", "'"))
_DOTTED = regex.compile(r"(?:\p{L}\.)+\p{L}")

ELLIPSIS = regex.compile(r"[\[(]\s*(?:…|\.(?:\s?\.){2,})\s*[\])]|…|\.(?:\s?\.){2,}")
_HYPHENS = "-\u2010-\u2015\u2212\ufe58\uff0d"
_PAUSE = regex.compile(rf"[,;:()—]|--|\s[{_HYPHENS}]|[{_HYPHENS}]\s")
MARKS_AND_APOSTROPHES = frozenset("".join(GLYPHS))
MARKS = MARKS_AND_APOSTROPHES - {"'", "’", "´", "`"}
"""Quotation marks, those left out that mostly are apostrophes."""


@attrs.frozen(eq=False)
class Words:
    """The words of `text`: `text[starts[i]:ends[i]]` is compared by `keys[i]`."""

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]

    def __len__(self) -> int:
        return len(self.keys)

    def gap(self, first: int, last: int) -> str:
        """What stands between two words."""
        return self.text[self.ends[first] : self.starts[last]]


def words_of(text: str) -> Words:
    """The words of a text, in order; signs such as `$` and `%` are words."""
    starts, ends, keys = [], [], []
    for match in _WORD.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        keys.append(_key(match[0]))
    return Words(text, starts, ends, keys)


@functools.lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    """A word without what folds: case, accents, the form of apostrophes, dots of abbreviations."""
    if len(word) > 1:
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", word.translate(_APOSTROPHES)))
        word = plain.replace(".", "") if _DOTTED.fullmatch(plain) else plain
    return word.casefold()


def pauses(gap: str) -> str:
    """What of the characters between two words is heard: signs, a comma for any lesser pause.

    Quotation marks, white space and hyphens are not; an ellipsis is `…`, a square bracket `[`.
    """
    if gap.isspace() or gap == "-":
        return ""
    if not gap.isascii():
        gap = unicodedata.normalize("NFKC", gap)  # full-width signs, odd spaces
    heard = ""
    if ELLIPSIS.search(gap):
        heard = "…"
        gap = ELLIPSIS.sub(" ", gap)
    heard += "".join(sign for sign in "?!" if sign in gap)
    if "." in gap or "。" in gap:
        heard += "."
    if not heard and _PAUSE.search(gap):
        heard = ","
    return heard + ("[" if "[" in gap or "]" in gap else "")


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(stands_for()) | {"mr", "mrs", "ms", "dr", "st", "jr", "sr"}


def abbreviated(word: str, key: str) -> bool:
    """Whether a full stop behind the word says nothing: *Mr*, *U.S*, the initial of a name."""
    initial = len(key) == 1 and key.isascii() and key.isalpha() and key != "i"
    return initial or "." in word or (key in _titles() and word[:1].isupper())
