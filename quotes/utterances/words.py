"""The words of a quotation as they are compared: stems, numbers, negations, and how rare they are.

A comparison must not see what outlets change freely: case, marks, spelling (*neighbour*,
*neighbor*), endings (*dependent*, *dependence*). It must see what changes the meaning: numbers,
negations, names.
"""

from __future__ import annotations

import functools
import importlib.resources
import math
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import attrs
import regex

from quotes.lexicons import load_pairs
from quotes.names.parts import plain
from quotes.text.fold import fold
from quotes.weight_files import checked

_ENDS = frozenset(".!?:")
_TOKEN = regex.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[.!?:]")
_ENDINGS = (
    "ational", "ization", "isation", "fulness", "ousness", "iveness", "encies", "ations", "ement",
    "ments", "ation", "ition", "ingly", "ences", "ances", "ities", "ised", "ized", "ises", "izes",
    "ising", "izing", "ment", "ence", "ance", "ency", "ancy", "ness", "able", "ible",
    "ings", "ions", "ing", "ion", "ies", "ied", "ise", "ize", "ity", "ive", "ous", "ent", "ant",
    "ful", "est", "ed", "er", "es", "ly", "al", "ic", "or", "e", "s", "y",
)  # fmt: skip
_LEAST = 4
_NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
    if value != 1
}
_NEGATIONS = frozenset(
    "not no never none nobody nothing neither nor without cannot unable refuse refused".split()
)
_PREFIXES = ("o'", "d'", "l'")
"""What stands before an apostrophe at the beginning of a name."""
_UNSEEN = 20
_COMMON = 7
_RARE = 15
_NAMING = 0.1
TELLING = 0.3
"""From this weight on a word tells what is spoken of."""
NOTHING: frozenset[str] = frozenset()
"""What is empty is held once."""


@functools.lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What is left of a plain word when endings are cut and two spellings are made one.

    Ends are cut twice at most and never below four letters; good enough to bring forms of a word
    together, no linguistic claim (after Paice, SIGIR Forum 1990).
    """
    word = word.replace("our", "or") if len(word) > 5 else word
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                word = word[: -len(ending)]
                break
        else:
            break
    if len(word) > _LEAST and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" else word


@functools.cache
def _bits() -> dict[str, int]:
    """How rare a stem is in news: minus the binary logarithm of its share of all words."""
    file = importlib.resources.files(__package__).joinpath("stems.tsv")
    with checked(file):
        rows = (line.split("\t") for line in file.read_text(encoding="utf8").splitlines())
        return {row[0]: int(row[1]) for row in rows if not row[0].startswith("#")}


@functools.lru_cache(maxsize=200_000)
def weight(key: str) -> float:
    """How much a stem says, from 0.05 (*the*) to 1 (a word that news hardly ever uses)."""
    if key[:1].isdigit():
        return 0.8
    bits = _bits().get(key, _UNSEEN)
    return min(1.0, max(0.05, (bits - _COMMON + 1) / (_RARE - _COMMON + 1)))


def together(stems: Iterable[str]) -> float:
    """The weights of stems added up exactly: the order of a set differs from process to process."""
    return math.fsum(map(weight, stems))


@functools.cache
def _synonyms() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for word, others in load_pairs("synonyms").items():
        key = stem(plain(word))
        for other in others.split("|"):
            if " " not in other:
                known.setdefault(key, set()).add(stem(plain(other)))
                known.setdefault(stem(plain(other)), set()).add(key)
    return {key: frozenset(others - {key}) for key, others in known.items()}


def synonyms(key: str) -> frozenset[str]:
    """The stems that are listed as other words for a stem."""
    return _synonyms().get(key, frozenset())


@attrs.frozen(eq=False)
class Words:
    """The words of a stretch of text, in order: `stems`, and what among them is a fact.

    `names` are the stems of capitalised words that open no sentence, `told` those of enough weight
    to say what is spoken of, each once, `texts` the stretches themselves.
    """

    stems: tuple[str, ...]
    numbers: frozenset[str]
    names: frozenset[str]
    negations: int
    told: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def telling(self) -> frozenset[str]:
        """`told` as a set; kept as a tuple, which takes far less memory."""
        return frozenset(self.told)


@attrs.frozen(eq=False)
class Measures:
    """What comparisons need of words again and again.

    `counts` of each stem, the `total` weight, the `pairs` of adjacent stems, those that are
    `near`, with at most one word between, and the weight of the telling ones.
    """

    counts: Counter[str]
    total: float
    pairs: frozenset[tuple[str, str]]
    near: frozenset[tuple[str, str]]
    told: float


@functools.lru_cache(maxsize=1 << 13)
def measures(words: Words) -> Measures:
    """The measures of words; kept for as many as are likely to be compared again soon."""
    return Measures(
        Counter(words.stems),
        sum(map(weight, words.stems)),
        frozenset(pairwise(words.stems)),
        frozenset(pairwise(words.stems)).union(zip(words.stems, words.stems[2:], strict=False)),
        together(words.told),
    )


class _Read(NamedTuple):
    """What a token is: its stem, and what that counts for."""

    key: str
    number: bool = False
    negates: bool = False
    told: bool = False
    naming: bool = False


@functools.lru_cache(maxsize=1 << 16)
def _read(raw: str) -> _Read:
    """What a token is."""
    if raw[0].isdigit():
        key = (raw.rstrip("0").rstrip(".") if "." in raw else raw).replace(",", "")
        return _Read(key, number=True, told=weight(key) >= TELLING)
    lower = raw.lower()
    negates = lower in _NEGATIONS
    if lower.endswith("n't") and len(lower) > 3:
        negates = True
        lower = {"ca": "can", "wo": "will", "sha": "shall"}.get(lower[:-3], lower[:-3])
    base = lower if lower.startswith(_PREFIXES) else lower.split("'", 1)[0]
    base = base.removesuffix("'s")
    word = plain(base)
    if word in _NUMBERS:
        key = _NUMBERS[word]
        return _Read(key, number=True, negates=negates, told=weight(key) >= TELLING)
    key = sys.intern(stem(word)) if word else ""
    naming = raw[0].isupper() and key != "i" and weight(key) > _NAMING
    return _Read(key, False, negates, weight(key) >= TELLING, naming)


def read_word(raw: str) -> tuple[str, bool]:
    """The stem of a word, without marks around it, and whether it negates."""
    read = _read(raw)
    return read.key, read.negates


def words_of(texts: Iterable[str]) -> Words:
    """The words of one or more stretches of text, in their order."""
    return _words_of(tuple(texts))


@functools.lru_cache(maxsize=1 << 14)
def same_words_of(texts: tuple[str, ...]) -> Words:
    """As `words_of`; one value for all quotes of the same text, so that it is compared once."""
    return _words_of(texts)


def _words_of(texts: tuple[str, ...]) -> Words:
    stems: list[str] = []
    telling: list[str] = []
    numbers: set[str] = set()
    names: set[str] = set()
    negations = 0
    for text in texts:
        opens = True
        for raw in _TOKEN.findall(fold(text)):
            if raw in _ENDS:
                opens = True
                continue
            key, number, negates, told, naming = _read(raw)
            if key:
                stems.append(key)
                negations += negates
                if told:
                    telling.append(key)
                if number:
                    numbers.add(key)
                elif naming and not opens:
                    names.add(key)
            opens = False
    return Words(
        tuple(stems),
        frozenset(numbers) if numbers else NOTHING,
        frozenset(names) if names else NOTHING,
        negations,
        tuple(dict.fromkeys(telling)),
        texts,
    )
