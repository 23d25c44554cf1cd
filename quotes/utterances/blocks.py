"""The scores of many pairs of quotes at once, the same to the last digit as one by one.

First all that is quick to compare is compared, of all pairs, in arrays. Most pairs cannot be links
then, even if all the rest agreed (see `features.most`); of the others that rest is compared.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from quotes.utterances.features import (
    FEW,
    MOST_DAYS,
    NAMES,
    SAME_BUT,
    UNSURE,
    Pointed,
    closely,
)
from quotes.utterances.parties import Tie, tie
from quotes.utterances.rows import Numbers, Rows, shared, weighed
from quotes.utterances.scores import COPIED, FLOOR, TRANSLATED, Weights, probability
from quotes.utterances.tables import Table

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_TIES = {each: number for number, each in enumerate(Tie)}


_BLOCK = 1 << 15
"""So many pairs are compared together."""
_DOUBT = 0.001
"""So close to the floor it is left to the exact score."""


def scores(
    table: Table, left: Numbers, right: Numbers, weights: Weights, *, copied: bool = False
) -> Floats:
    """The scores of pairs of quotes by their positions, as `Weights.scored` has them."""
    found = np.zeros(len(left))
    for at in range(0, len(left), _BLOCK):
        part = slice(at, at + _BLOCK)
        found[part] = _scores(table, left[part], right[part], weights, copied)
    return found


def _scores(table: Table, left: Numbers, right: Numbers, weights: Weights, copied: bool) -> Floats:
    sights = _Sights(table, left, right)
    also = table.translated[left] & table.translated[right]
    base = weights.bias + ((COPIED if copied else 0.0) + np.where(also, TRANSLATED, 0.0))
    values = sights.features()
    able = np.arange(len(left))
    if weights.bounded:
        for name, most in sights.most().items():
            values[name] = most
        odds = base + _odds(values, weights)
        able = np.flatnonzero(1 / (1 + np.exp(-np.clip(odds, -30, 30))) >= FLOOR - _DOUBT)
    values = {name: value[able] for name, value in values.items()}
    values.update(sights.closely(able))
    odds = base[able] + _odds(values, weights)
    found = np.zeros(len(left))
    each = [probability(value) for value in odds.tolist()]
    found[able] = [score if score >= FLOOR else 0.0 for score in each]
    return found


def _odds(values: Mapping[str, Floats], weights: Weights) -> Floats:
    """What the features add to the log odds, added in the order of `Weights.score`."""
    found = np.zeros(len(values[NAMES[0]]))
    for name, each in zip(NAMES, weights.features, strict=True):
        found += each * values[name]
    return found


class _Sights:
    """As `features.Sight`, of many pairs; texts are the numbers that they have in the table."""

    def __init__(self, table: Table, left: Numbers, right: Numbers) -> None:
        self._table = table
        turned = table.order[left] > table.order[right]
        self._a, self._b = np.where(turned, right, left), np.where(turned, left, right)
        said = _Overlaps.of(table, *self._by_size(table.said))
        whole = said.instead(table, *self._by_size(table.content))
        self._indirect = ~(table.quoted[left] & table.quoted[right])
        self._whole = whole
        self._said = said.where(self._indirect | (whole.alike > said.alike), whole)

    def _by_size(self, texts: Numbers) -> tuple[Numbers, Numbers]:
        """The shorter and the longer text of each pair."""
        ranks = self._table.texts.rank
        a, b = texts[self._a], texts[self._b]
        turned = ranks[b] < ranks[a]
        return np.where(turned, b, a), np.where(turned, a, b)

    def features(self) -> dict[str, Floats]:
        """The features that are quick to compare."""
        table, said, whole, indirect = self._table, self._said, self._whole, self._indirect
        a, b, texts = self._a, self._b, self._table.texts
        n, m = texts.length[said.short], texts.length[said.long]
        few = n <= FEW
        quoted = table.quoted[a].astype(np.int64) + table.quoted[b]
        numbers = self._numbers_differ()
        other_sign = texts.negates[said.short] != texts.negates[said.long]
        negation = ((n > FEW) & other_sign).astype(np.float64)
        same_but = np.maximum(0.0, said.alike - SAME_BUT)
        shared, whole_shared = _logs(said.shared), _logs(whole.shared)
        context = self._share(table.around, a, b)
        return {
            "contained": said.contained,
            "contained_most": np.maximum(0.0, said.contained - 0.5),
            "contained_all": np.maximum(0.0, said.contained - 0.8),
            "alike": said.alike,
            "identical": (texts.rank[said.short] == texts.rank[said.long]).astype(np.float64),
            "shared": shared,
            "shared_few": np.where(few, shared, 0.0),
            "short": _logs(n),
            "unequal": _logs((1 + m) / (1 + n), math.log),
            "numbers_differ": numbers,
            "names_differ": self._missing(),
            "negation_differs": negation,
            "only_number_differs": numbers * same_but,
            "only_negation_differs": negation * same_but,
            "content_alike_most": np.maximum(0.0, whole.alike - 0.5),
            "content_contained": whole.contained,
            "content_alike": whole.alike,
            "one_indirect": (quoted == 1).astype(np.float64),
            "both_indirect": (quoted == 0).astype(np.float64),
            "indirect_contained": np.where(indirect, whole.contained, 0.0),
            "indirect_alike": np.where(indirect, whole.alike, 0.0),
            "indirect_shared": np.where(indirect, whole_shared, 0.0),
            "cue": self._cues(),
            **self._speakers(few),
            "context": context,
            "context_short": np.where(few, context, 0.0),
            "event": self._share(table.sketches, table.article[a], table.article[b]),
            "days": self._days(),
            "sequence": (self._sequence(table.before) + self._sequence(table.after)) / 2,
        }

    def most(self) -> dict[str, Floats]:
        """What the other features are at most."""
        n = self._table.texts.length[self._said.short]
        shared = np.minimum(1.0, self._said.number / np.maximum(1, n))
        every = np.ones(len(n))
        return self._slow(
            np.arange(len(n)), shared, (shared > 0).astype(np.float64), every, every, every
        )

    def closely(self, able: Numbers) -> dict[str, Floats]:
        """The other features of some of the pairs."""
        words, items = self._table.texts.words, self._table.items
        said, whole = self._said, self._whole
        texts = np.stack([said.short, said.long, whole.short, whole.long], axis=1)[able].tolist()
        found = [
            closely(Pointed(items[a], items[b], words[s], words[t], words[x], words[y], indirect))
            for a, b, (s, t, x, y), indirect in zip(
                self._a[able].tolist(),
                self._b[able].tolist(),
                texts,
                self._indirect[able].tolist(),
                strict=True,
            )
        ]
        columns = ("in_order", "adjacent", "related", "around", "near")
        return self._slow(
            able, *(np.array([getattr(each, name) for each in found]) for name in columns)
        )

    def _slow(
        self,
        able: Numbers,
        in_order: Floats,
        adjacent: Floats,
        related: Floats,
        around: Floats,
        near: Floats,
    ) -> dict[str, Floats]:
        indirect = self._indirect[able]
        few = self._table.texts.length[self._said.short[able]] <= FEW
        return {
            "in_order": in_order,
            "adjacent": adjacent,
            "indirect_related": np.where(indirect, related, 0.0),
            "indirect_around": np.where(indirect, around, 0.0),
            "related": related,
            "neighbours": near,
            "neighbours_short": np.where(few, near, 0.0),
        }

    def _numbers_differ(self) -> Floats:
        rows = self._table.texts.numbers
        x, y = self._said.short, self._said.long
        both = self._shared(rows, rows, x, y)
        own = (rows.sizes[x] > both) & (rows.sizes[y] > both)
        return own.astype(np.float64)

    def _missing(self) -> Floats:
        texts = self._table.texts
        x, y = self._said.short, self._said.long
        sizes = texts.names.sizes
        able = (sizes[x] > 0) & (sizes[y] > 0)
        there = self._shared(texts.each, texts.names, y, x, able)
        return np.where(able, (sizes[x] - there) / np.maximum(1, sizes[x]), 0.0)

    def _cues(self) -> Floats:
        table = self._table
        a, b = self._a, self._b
        found = self._shared(table.cues, table.cues, a, b) > 0
        found |= self._shared(table.texts.each, table.cues, table.content[b], a) > 0
        found |= self._shared(table.texts.each, table.cues, table.content[a], b) > 0
        return found.astype(np.float64)

    def _speakers(self, few: Bools) -> dict[str, Floats]:
        """How the speakers of each pair stand to each other; pairs of the same two are many."""
        parties = self._table.parties
        one, other = self._table.party[self._a], self._table.party[self._b]
        codes, places = np.unique(one * len(parties) + other, return_inverse=True)
        ties = [
            Tie.OPEN if x is None or y is None else tie(x, y)
            for x, y in (
                (parties[n // len(parties)], parties[n % len(parties)]) for n in codes.tolist()
            )
        ]
        who = np.array([_TIES[each] for each in ties], np.int64)[places]
        is_ = {each: (who == number).astype(np.float64) for each, number in _TIES.items()}
        unsure = np.isin(who, [_TIES[each] for each in UNSURE])
        return {
            **{f"speaker_{each.value}": is_[each] for each in Tie},
            "speaker_different_few": np.where(few, is_[Tie.DIFFERENT], 0.0),
            "unsure_speaker_alike": np.where(unsure, self._said.alike, 0.0),
        }

    def _days(self) -> Floats:
        days = self._table.days[self._table.article]
        one, other = days[self._a], days[self._b]
        apart = np.minimum(MOST_DAYS, np.abs(one - other))
        return np.where((one >= 0) & (other >= 0), _logs(apart), 0.0)

    def _sequence(self, texts: Numbers) -> Floats:
        told = self._table.texts.told
        x, y = texts[self._a], texts[self._b]
        total = told.sizes[x] + told.sizes[y]
        found: Floats = 2 * self._shared(told, told, x, y) / np.maximum(1, total)
        return found

    def _share(self, rows: Rows, x: Numbers, y: Numbers) -> Floats:
        least = np.minimum(rows.sizes[x], rows.sizes[y])
        return np.where(least > 0, self._shared(rows, rows, x, y) / np.maximum(1, least), 0.0)

    def _shared(
        self, one: Rows, other: Rows, x: Numbers, y: Numbers, able: Bools | None = None
    ) -> Numbers:
        """As `rows.shared`, of the pairs where neither row is empty."""
        both = (one.sizes[x] > 0) & (other.sizes[y] > 0)
        some = np.flatnonzero(both if able is None else both & able)
        some = some[np.argsort(x[some], kind="stable")]
        found = np.zeros(len(x), np.int64)
        found[some] = shared(one, other, len(self._table.weights), x[some], y[some])
        return found


@attrs.frozen(eq=False)
class _Overlaps:
    """As `features._Overlap`, of many pairs, with the texts."""

    short: Numbers
    long: Numbers
    contained: Floats
    alike: Floats
    shared: Floats
    number: Numbers

    @classmethod
    def of(cls, table: Table, short: Numbers, long: Numbers) -> _Overlaps:
        """What each two texts share."""
        texts = table.texts
        order = np.argsort(long, kind="stable")
        both = weighed(texts.each, texts.often, table.weights, long[order], short[order])
        weight, number = np.empty(len(short)), np.empty(len(short), np.int64)
        weight[order], number[order] = both.weight, both.number
        least = np.minimum(texts.total[short], texts.total[long])
        total = texts.total[short] + texts.total[long]
        return cls(
            short,
            long,
            np.where(least > 0, weight / np.where(least > 0, least, 1.0), 0.0),
            np.where(total > 0, 2 * weight / np.where(total > 0, total, 1.0), 0.0),
            weight,
            number,
        )

    def instead(self, table: Table, short: Numbers, long: Numbers) -> _Overlaps:
        """The same of other texts, most of which are the same."""
        other = np.flatnonzero((short != self.short) | (long != self.long))
        some = _Overlaps.of(table, short[other], long[other])
        columns = []
        for mine, new in zip(
            attrs.astuple(self, recurse=False), attrs.astuple(some, recurse=False), strict=True
        ):
            column = mine.copy()
            column[other] = new
            columns.append(column)
        return _Overlaps(*columns)

    def where(self, there: Bools, other: _Overlaps) -> _Overlaps:
        """These, but for some pairs those of another."""
        rows = zip(
            attrs.astuple(self, recurse=False), attrs.astuple(other, recurse=False), strict=True
        )
        return _Overlaps(*(np.where(there, theirs, mine) for mine, theirs in rows))


def _logs(values: NDArray[Any], log: Callable[[float], float] = math.log1p) -> Floats:
    """The logarithms as Python has them; those of numpy may differ in the last digit."""
    each, places = np.unique(values, return_inverse=True)
    found: Floats = np.array([log(value) for value in each.tolist()], np.float64).take(places)
    return found
