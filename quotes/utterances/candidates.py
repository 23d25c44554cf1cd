"""Which pairs of quotes are worth comparing: those that share a key.

Comparing every pair is quadratic. Keys are made from the words (locality-sensitive hashing: Broder,
SEQUENCES 1997; runs of rare words) and, since hashing finds few rewordings, from speakers with the
words they used. A key that too many quotes share compares only quotes that stand near one another
in time (the sorted neighbourhood: Hernández & Stolfo, SIGMOD 1995), so that the work stays linear.
"""

from __future__ import annotations

import math
import zlib
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

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
_CROWD = 24
"""Where more quotes share a key, each meets only the next `_NEAR` of them."""
_NEAR = 12
_MOST_PARTNERS = 20
"""How many others a quote chooses to be compared with; more may choose it."""
_PRIME = (1 << 31) - 1
_SCRAMBLE = np.random.RandomState(20).randint(1, _PRIME, (2, _BANDS * _ROWS)).astype(np.int64)

_Key = Hashable
_Keys = Callable[[Item], Iterable[_Key]]


def candidates(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Pairs of positions in `items`, each once and in rising order, never of one article.

    `items` are to be in a fixed order (of day and reference) for the same pairs in every run.
    """
    partners: list[dict[int, float]] = [{} for _ in items]
    for keys, more, least in _ROUTES:
        for i, j in _pairs(items, keys, more):
            if j in partners[i] or i in partners[j] or not _worth(items[i], items[j], least):
                continue
            promise = _promise(items[i], items[j])
            _offer(partners[i], j, promise)
            _offer(partners[j], i, promise)
    yield from sorted(
        {(min(i, j), max(i, j)) for i, row in enumerate(partners) for j in _best(row)}
    )


def _offer(row: dict[int, float], partner: int, promise: float) -> None:
    """Remember a partner; the least promising are forgotten now and then."""
    row[partner] = promise
    if len(row) >= 2 * _MOST_PARTNERS:
        kept = {j: row[j] for j in _best(row)}
        row.clear()
        row.update(kept)


def _best(row: Mapping[int, float]) -> list[int]:
    """The most promising partners."""
    return sorted(row, key=lambda j: (-row[j], j))[:_MOST_PARTNERS]


def _promise(a: Item, b: Item) -> float:
    """How much two quotes seem to be one at first sight: by words, surroundings and news."""
    return (
        _shared(a.content.telling, b.content.telling)
        + _shared(a.context, b.context)
        + _shared(a.sheet.words, b.sheet.words)
    )


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 0.0


def _worth(a: Item, b: Item, least: float) -> bool:
    """Whether two quotes of different articles share at least a part of their telling words."""
    if a.sheet is b.sheet:
        return False
    x, y = a.content.telling, b.content.telling
    few = min(len(x), len(y))
    if not few:
        return a.said.stems == b.said.stems
    return len(x & y) >= least * few


def _pairs(items: Sequence[Item], keys: _Keys, more: _Keys | None) -> Iterator[tuple[int, int]]:
    """Pairs that share a key; `more` keys count only where a fragment has asked for them."""
    buckets: dict[_Key, list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        for key in keys(item):
            buckets[key].append(i)
    if more is not None:
        for i, item in enumerate(items):
            for key in more(item):
                if key in buckets:
                    buckets[key].append(i)
    for bucket in buckets.values():
        if len(bucket) < 2:
            continue
        members = sorted(set(bucket))
        reach = len(members) if len(members) <= _CROWD else _NEAR
        for k, i in enumerate(members):
            for j in members[k + 1 : k + 1 + reach]:
                yield i, j


def _telling(item: Item) -> list[str]:
    """The telling stems of the content, the rarest first."""
    return sorted(item.content.telling, key=lambda s: (-weight(s), s))


def _runs(item: Item) -> list[tuple[str, str]]:
    """Adjacent words of which the rarer ones say most."""
    runs = {(a, b) for a, b in pairwise(item.said.stems) if weight(a) + weight(b) >= 2 * TELLING}
    return sorted(runs, key=lambda r: (-weight(r[0]) - weight(r[1]), r))


def _rare_runs(item: Item) -> Iterable[_Key]:
    return _runs(item)[:_MOST_RUNS]


def _bands(item: Item) -> Iterable[_Key]:
    stems = {s for s in item.said.stems if weight(s) > 0.1} or set(item.said.stems)
    if not stems:
        return
    codes = np.array([zlib.crc32(s.encode("utf8", "replace")) % _PRIME for s in stems], np.int64)
    rows = (codes[:, None] * _SCRAMBLE[0] + _SCRAMBLE[1]) % _PRIME
    least = rows.min(axis=0).tolist()
    for band in range(_BANDS):
        yield band, *least[band * _ROWS : (band + 1) * _ROWS]


def _fragment_runs(item: Item) -> Iterable[_Key]:
    return _runs(item) if len(item.said.stems) <= _SHORT else ()


def _long_runs(item: Item) -> Iterable[_Key]:
    return _runs(item) if len(item.said.stems) > _SHORT else ()


def _few_words(item: Item) -> Iterable[_Key]:
    """The rare words of a fragment that may be too short for a run of them."""
    return _rare_words(item) if len(item.said.stems) <= _FEW else ()


def _many_words(item: Item) -> Iterable[_Key]:
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


def _said_by(item: Item) -> Iterable[_Key]:
    stems = _telling(item)
    few = len(item.said.stems) <= _SHORT or not item.quoted
    return [(w, s) for w in _who(item.party) for s in (stems if few else stems[:_MOST_STEMS])]


def _long_said_by(item: Item) -> Iterable[_Key]:
    if len(item.said.stems) <= _SHORT or not item.quoted:
        return []
    return [(w, s) for w in _who(item.party) for s in _telling(item)[_MOST_STEMS:]]


def _rare_pairs(item: Item) -> Iterable[_Key]:
    stems = _telling(item)[:4]
    return [(a, b) if a < b else (b, a) for k, a in enumerate(stems) for b in stems[k + 1 :]]


_ROUTES: tuple[tuple[_Keys, _Keys | None, float], ...] = (
    (_rare_runs, None, 0.34),
    (_bands, None, 0.34),
    (_fragment_runs, _long_runs, 0.34),
    (_few_words, _many_words, 0.5),
    (_said_by, _long_said_by, 0.2),
    (_rare_pairs, None, 0.34),
)
"""Keys, the further keys that only a fragment asks for, and which share of the telling words of the
shorter content a pair has to have in common."""
