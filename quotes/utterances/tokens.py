"""The words of a quotation one by one, with what a comparison of single places has to know of each.

A number is one token whatever its form: *12 million*, *12m* and *twelve million* have one value.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from quotes.text.fold import fold
from quotes.utterances.words import read_word

_TOKEN = regex.compile(r"(?:\p{Lu}\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[.!?:;]")
_ENDS = frozenset(".!?:;")
_LONGEST = 300
"""So many tokens of a quote are looked at, so that the work is bounded."""
_HEADLINE = 0.75
_SMALL_WORD = 3
_LEAST_HEADLINE = 6
"""Where so many words are capitalised, or of so many words all but the small ones, capitals do not
tell names."""
_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_TIMES = {
    "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "trillion": 1e12,
}  # fmt: skip
_SUFFIXES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
_ORDINALS = frozenset(["st", "nd", "rd", "th", "s"])


class Token(NamedTuple):
    """One word or number.

    `key` is the stem, or a form of the value that all spellings of a number share; `value` is None
    for words. `named`: capitalised where no sentence begins. `opens`: a sentence begins here.
    """

    key: str
    text: str
    value: float | None = None
    named: bool = False
    negates: bool = False
    opens: bool = False


@functools.lru_cache(maxsize=1 << 13)
def tokens_of(texts: tuple[str, ...]) -> tuple[Token, ...]:
    """The tokens of one or more stretches of text, in their order, the first of very many."""
    found: list[Token] = []
    for text in texts:
        found += _numbers_joined(_split(text))
        if len(found) >= _LONGEST:
            break
    del found[_LONGEST:]
    if _headline([token.text for token in found if token.value is None and token.text != "I"]):
        found = [token._replace(named=False) for token in found]
    return tuple(found)


def _headline(words: Sequence[str]) -> bool:
    """Whether words are capitalised as in a headline."""
    lower = [word for word in words if word[0].islower()]
    if len(words) - len(lower) >= _HEADLINE * len(words):
        return len(words) > _SMALL_WORD
    return len(words) >= _LEAST_HEADLINE and all(len(word) <= _SMALL_WORD for word in lower)


class _Piece(NamedTuple):
    text: str
    start: int
    end: int
    opens: bool


def _split(written: str) -> list[_Piece]:
    pieces = []
    opens = True
    for match in _TOKEN.finditer(fold(written)):
        if match[0] in _ENDS:
            opens = True
            continue
        text = match[0].replace(".", "") if match[0][0].isalpha() else match[0]
        pieces.append(_Piece(text, match.start(), match.end(), opens))
        opens = False
    return pieces


def _numbers_joined(pieces: Sequence[_Piece]) -> Iterable[Token]:
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        value, after = _number(pieces, i)
        if value is not None:
            yield Token(f"#{value:g}", piece.text, value, opens=piece.opens)
            i = after
            continue
        i += 1
        key, negates = read_word(piece.text)
        if key:
            capital = piece.text[0].isupper() and piece.text not in ("I", "A")
            yield Token(key, piece.text, None, capital and not piece.opens, negates, piece.opens)


def _number(pieces: Sequence[_Piece], i: int) -> tuple[float | None, int]:
    """The number that begins at a piece, None if none does, and where it ends."""
    word = pieces[i].text.lower()
    if word[0].isdigit():
        value, i = _digits(word), i + 1
        if i < len(pieces) and pieces[i].start == pieces[i - 1].end:
            suffix = pieces[i].text.lower()
            if suffix in _SUFFIXES:
                return value * _SUFFIXES[suffix], i + 1
            i += suffix in _ORDINALS
        return _multiplied(value, pieces, i)
    if word in _TENS:
        value, i = float(_TENS[word]), i + 1
        unit = _SMALL.get(pieces[i].text.lower(), 0) if i < len(pieces) else 0
        if 0 < unit < 10:
            value, i = value + unit, i + 1
        return _multiplied(value, pieces, i)
    if word in _SMALL:
        return _multiplied(float(_SMALL[word]), pieces, i + 1)
    return None, i


def _multiplied(value: float, pieces: Sequence[_Piece], i: int) -> tuple[float, int]:
    while i < len(pieces) and pieces[i].text.lower() in _TIMES:
        value, i = value * _TIMES[pieces[i].text.lower()], i + 1
    return value, i


def _digits(raw: str) -> float:
    """The value of digits: *2,000*, *1.5*, and of times of day *6:30* in hours."""
    if ":" in raw:
        hours, _, minutes = raw.partition(":")
        return float(hours.replace(",", "")) + float(minutes.partition(":")[0][:2] or 0) / 60
    plain = raw.replace(",", "")
    return float(plain) if plain.count(".") < 2 else float(plain.replace(".", ""))
