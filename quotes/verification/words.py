"""Words as they are compared, where they stand, and the pauses between them."""

from __future__ import annotations

import functools
import unicodedata
from bisect import bisect_right
from collections.abc import Collection

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
      (?: [{_JOINERS}]*+ (?: ['’‘ʼ＇´`] | (?<=\p{{N}})[.,:](?=\p{{N}}) ) [{_JOINERS}]*+ {_RUN} )*+
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
_BREAK = regex.compile(r"[-\u2010\u00ad¬]\s++")
"""A hyphen at the end of a line, or one that a line end became a space behind."""
_BROKEN = regex.compile(rf"(?<=\p{{L}}){_BREAK.pattern}(?=\p{{L}})")
_HYPHENS = "-\u2010-\u2015\u2212\ufe58\uff0d"
_PAUSE = regex.compile(rf"[,;:()—]|--|\s[{_HYPHENS}]|[{_HYPHENS}]\s")
MARKS_AND_APOSTROPHES = frozenset("".join(GLYPHS))
MARKS = MARKS_AND_APOSTROPHES - {"'", "’", "´", "`"}
"""Quotation marks, those left out that mostly are apostrophes."""


@attrs.frozen(eq=False)
class Words:
    """The words of `text`: `text[starts[i]:ends[i]]` is compared by `keys[i]`.

    `read` is what was read: `text`, or a twin of the same length in which mark-up is read.
    """

    text: str
    read: str
    starts: list[int]
    ends: list[int]
    keys: list[str]

    def __len__(self) -> int:
        return len(self.keys)

    def gap(self, first: int, last: int) -> str:
        """What stands between two words."""
        return self.read[self.ends[first] : self.starts[last]]

    def broken(self) -> dict[str, list[int]]:
        """The words that hyphens at line ends may have broken: key, numbers of the first halves."""
        found: dict[str, list[int]] = {}
        for match in _BROKEN.finditer(self.read):
            number = bisect_right(self.starts, match.start()) - 1
            if number + 1 < len(self) and self.gap(number, number + 1) == match[0]:
                key = self.keys[number] + self.keys[number + 1]
                found.setdefault(key, []).append(number)
        return found

    def joined(self, firsts: Collection[int]) -> Words:
        """The words with each of these and the one behind it read as one.

        No two of `firsts` may be neighbours.
        """
        starts, ends, keys = self.starts.copy(), self.ends.copy(), self.keys.copy()
        seconds = set()
        for number in firsts:
            ends[number] = ends[number + 1]
            keys[number] += keys[number + 1]
            seconds.add(number + 1)
        kept = [number for number in range(len(keys)) if number not in seconds]
        return Words(
            self.text,
            self.read,
            [starts[number] for number in kept],
            [ends[number] for number in kept],
            [keys[number] for number in kept],
        )


def words_of(text: str, read: str | None = None) -> Words:
    """The words of a text, in order; signs such as `$` and `%` are words.

    `read` is a twin of the text, of the same length, that is read in its stead.
    """
    read = text if read is None else read
    starts, ends, keys = [], [], []
    for match in _WORD.finditer(read):
        starts.append(match.start())
        ends.append(match.end())
        keys.append(_key(match[0]))
    return Words(text, read, starts, ends, keys)


@functools.lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    """A word without what folds: case, accents, the form of apostrophes, dots of abbreviations."""
    if len(word) > 1:
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", word.translate(_APOSTROPHES)))
        word = plain.replace(".", "") if _DOTTED.fullmatch(plain) else plain
    return word.casefold()


def broken(gap: str) -> bool:
    """Whether a hyphen and white space stand there: a broken word, a compound, or a pause."""
    return _BREAK.fullmatch(gap) is not None


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
