"""Under which keys quotes meet: only those that share one are compared.

Comparing every pair is quadratic. Keys are made from the words (locality-sensitive hashing: Broder,
SEQUENCES 1997; runs of rare words) and, since hashing finds few rewordings, from speakers with the
words they used.
"""

from __future__ import annotations

import functools
import hashlib
import math
import zlib
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

import attrs
import numpy as np

from quotes.lexicons import load
from quotes.names.parts import words_of
from quotes.names.spelling import romanised
from quotes.utterances.items import Item
from quotes.utterances.parties import Party, name_keys
from quotes.utterances.words import TELLING, weight

_SHORT = 6
"""Quotes of at most so many words are fragments: they may ask for any key of a longer quote."""
_FEW = 2
_RARE = 0.7
"""From this weight on a word of a fragment of so few words is a key by itself."""
_MOST_STEMS = 8
_MOST_RUNS = 8
_BANDS, _ROWS = 6, 3
"""Two quotes meet if all minima of one band agree; they do so where most of the words do."""
_PRIME = (1 << 31) - 1
_SCRAMBLE = np.random.RandomState(20).randint(1, _PRIME, (2, _BANDS * _ROWS)).astype(np.int64)

_Parts = str | tuple[str | int, ...]
_Keys = Callable[[Item], Iterable[_Parts]]
_FACTOR = 0x9E3779B97F4A7C15
_MODULUS = (1 << 61) - 1

LEAST = (0.2, 0.34, 0.5)
"""Levels: which share of the telling words of the shorter content a pair has to have in common."""


class Key(NamedTuple):
    """A key as a number, the same in every process; its last two bits are the level (`LEAST`).

    `asks`: quotes meet under it; else only where another quote asks for it.
    """

    code: int
    asks: bool


def keys_of(item: Item) -> tuple[Key, ...]:
    """The keys of a quote, each once."""
    return tuple(Key(code, asks) for code, asks in coded(item).items())


def coded(item: Item) -> dict[int, bool]:
    """As `keys_of`: the codes of the keys, and whether they are asked for."""
    found: dict[int, bool] = {}
    for route, (keys, more, level) in enumerate(_ROUTES):
        for parts in keys(item):
            found[_code(route, parts) << 2 | level] = True
        if more is not None:
            for parts in more(item):
                found.setdefault(_code(route, parts) << 2 | level, False)
    return found


def _code(route: int, parts: _Parts) -> int:
    if isinstance(parts, str):
        return (route * _FACTOR + _hashed(parts)) % _MODULUS
    code = route
    for part in parts:
        number = _hashed(part) if isinstance(part, str) else part
        code = (code * _FACTOR + number) % _MODULUS
    return code


@functools.lru_cache(maxsize=1 << 17)
def _hashed(word: str) -> int:
    held = word.encode("utf8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(held, digest_size=8).digest(), "big")


@attrs.frozen(eq=False)
class Outline:
    """What of a quote is looked at before it is compared: little, to be sent to other machines.

    `article` is the id of its article, `said` the stems of its words; `telling` and `context` are
    telling stems of its content and around it, `sketch` those of its article.
    """

    article: str
    said: tuple[str, ...]
    telling: frozenset[str]
    context: frozenset[str]
    sketch: frozenset[str]


def outline_of(item: Item) -> Outline:
    """The outline of a quote."""
    return Outline(
        item.sheet.id, item.said.stems, item.content.telling, item.context, item.sheet.words
    )


def hope(a: Outline, b: Outline, level: int) -> float | None:
    """How much two quotes that meet at a level seem to be one: by words, surroundings and news.

    None for two that are not worth a comparison: of one article, or with too few telling words of
    the content in common.
    """
    if a.article == b.article:
        return None
    few = min(len(a.telling), len(b.telling))
    if len(a.telling & b.telling) < LEAST[level] * few if few else a.said != b.said:
        return None
    return (
        _shared(a.telling, b.telling) + _shared(a.context, b.context) + _shared(a.sketch, b.sketch)
    )


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 0.0


def _telling(item: Item) -> list[str]:
    """The telling stems of the content, the rarest first."""
    return sorted(item.content.telling, key=lambda s: (-weight(s), s))


def _runs(item: Item) -> list[tuple[str, str]]:
    """Adjacent words of which the rarer ones say most."""
    runs = {(a, b) for a, b in pairwise(item.said.stems) if weight(a) + weight(b) >= 2 * TELLING}
    return sorted(runs, key=lambda r: (-weight(r[0]) - weight(r[1]), r))


def _rare_runs(item: Item) -> Iterable[_Parts]:
    return _runs(item)[:_MOST_RUNS]


def _bands(item: Item) -> Iterable[_Parts]:
    stems = {s for s in item.said.stems if weight(s) > 0.1} or set(item.said.stems)
    if not stems:
        return
    codes = np.array([zlib.crc32(s.encode("utf8", "replace")) % _PRIME for s in stems], np.int64)
    rows = (codes[:, None] * _SCRAMBLE[0] + _SCRAMBLE[1]) % _PRIME
    least = rows.min(axis=0).tolist()
    for band in range(_BANDS):
        yield band, *least[band * _ROWS : (band + 1) * _ROWS]


def _fragment_runs(item: Item) -> Iterable[_Parts]:
    return _runs(item) if len(item.said.stems) <= _SHORT else ()


def _long_runs(item: Item) -> Iterable[_Parts]:
    return _runs(item) if len(item.said.stems) > _SHORT else ()


def _few_words(item: Item) -> Iterable[_Parts]:
    """The rare words of a fragment that may be too short for a run of them."""
    return _rare_words(item) if len(item.said.stems) <= _FEW else ()


def _many_words(item: Item) -> Iterable[_Parts]:
    return _rare_words(item) if len(item.said.stems) > _FEW else ()


def _rare_words(item: Item) -> list[str]:
    return [s for s in item.said.telling if weight(s) >= _RARE] if item.quoted else []


def _who(party: Party | None) -> list[str]:
    """Where a speaker may be met: under the family name, and under their institutions."""
    if party is None:
        return []
    others = {w for name in party.affiliations for w in words_of(name)} - load("small_words")
    if not party.named:
        others |= party.nouns
    return sorted(name_keys(party).union(map(romanised, others)))


def _said_by(item: Item) -> Iterable[_Parts]:
    stems = _telling(item)
    few = len(item.said.stems) <= _SHORT or not item.quoted
    return [(w, s) for w in _who(item.party) for s in (stems if few else stems[:_MOST_STEMS])]


def _long_said_by(item: Item) -> Iterable[_Parts]:
    if len(item.said.stems) <= _SHORT or not item.quoted:
        return []
    return [(w, s) for w in _who(item.party) for s in _telling(item)[_MOST_STEMS:]]


def _rare_pairs(item: Item) -> Iterable[_Parts]:
    stems = _telling(item)[:4]
    return [(a, b) if a < b else (b, a) for k, a in enumerate(stems) for b in stems[k + 1 :]]


_ROUTES: tuple[tuple[_Keys, _Keys | None, int], ...] = (
    (_rare_runs, None, 1),
    (_bands, None, 1),
    (_fragment_runs, _long_runs, 1),
    (_few_words, _many_words, 2),
    (_said_by, _long_said_by, 0),
    (_rare_pairs, None, 1),
)
"""Keys, the further keys that only a fragment asks for, and their level."""
