"""Quotes as numbers, so that many pairs of them can be compared at once (`blocks`)."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from quotes.utterances.items import Item
from quotes.utterances.parties import Party
from quotes.utterances.rows import Numbers, Rows
from quotes.utterances.words import Words, weight


@attrs.frozen(eq=False)
class Texts:
    """Words of stretches of text, each stretch once.

    `length` is how many words each has, `total` their weight; `rank` orders stretches as
    `features` does, the same for the same words. `each` has every word once, in the order of first
    use, `often` how often.
    """

    words: Sequence[Words]
    length: Numbers
    total: NDArray[np.float64]
    rank: Numbers
    negates: NDArray[np.bool_]
    each: Rows
    often: NDArray[np.int32]
    numbers: Rows
    names: Rows
    told: Rows


@attrs.frozen(eq=False)
class Table:
    """What is compared of quotes at first sight, by their positions among the items.

    `said`, `content`, `before` and `after` are numbers of `texts`, the first of which has no words:
    it stands for a quote that is not there. `parties` has None first; `days` are -1 where a date is
    missing. `order` is that of references.
    """

    items: Sequence[Item]
    texts: Texts
    weights: NDArray[np.float64]
    said: Numbers
    content: Numbers
    before: Numbers
    after: Numbers
    around: Rows
    cues: Rows
    quoted: NDArray[np.bool_]
    party: Numbers
    parties: Sequence[Party | None]
    article: Numbers
    sketches: Rows
    days: Numbers
    order: Numbers
    translated: NDArray[np.bool_]

    @classmethod
    def of(cls, items: Sequence[Item]) -> Table:
        """All these quotes as numbers."""
        return _Tabling(items).table()


class _Tabling:
    """One call of `Table.of`."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._stems: dict[str, int] = {}
        self._texts: dict[int, int] = {}
        self._words = [Words((), frozenset(), frozenset(), 0)]

    def table(self) -> Table:
        items = self._items
        sheets = {item.sheet.id: item.sheet for item in items}
        articles = {key: n for n, key in enumerate(sheets)}
        parties: dict[Party | None, int] = {None: 0}
        refs = sorted(range(len(items)), key=lambda i: items[i].ref)
        order = np.zeros(len(items), np.int64)
        order[refs] = np.arange(len(items))
        said = _numbers(self._text(item.said) for item in items)
        content = _numbers(self._text(item.content) for item in items)
        before = _numbers(self._text(item.before) for item in items)
        after = _numbers(self._text(item.after) for item in items)
        texts = self._told()
        around = Rows.of(self._each(item.around) for item in items)
        cues = Rows.of(self._each(item.cue) for item in items)
        sketches = Rows.of(self._each(sheet.told) for sheet in sheets.values())
        return Table(
            items=items,
            texts=texts,
            weights=np.array([weight(stem) for stem in self._stems], np.float64),
            said=said,
            content=content,
            before=before,
            after=after,
            around=around,
            cues=cues,
            quoted=np.array([item.quoted for item in items], np.bool_),
            party=_numbers(parties.setdefault(item.party, len(parties)) for item in items),
            parties=list(parties),
            article=_numbers(articles[item.sheet.id] for item in items),
            sketches=sketches,
            days=_numbers(-1 if s.day is None else s.day for s in sheets.values()),
            order=order,
            translated=np.array([item.translated for item in items], np.bool_),
        )

    def _text(self, words: Words | None) -> int:
        if words is None:
            return 0
        number = self._texts.setdefault(id(words), len(self._words))
        if number == len(self._words):
            self._words.append(words)
        return number

    def _each(self, stems: Iterable[str]) -> list[int]:
        known = self._stems
        return [known.setdefault(stem, len(known)) for stem in stems]

    def _told(self) -> Texts:
        often = array("i")
        starts, values = array("q", [0]), array("i")
        for words in self._words:
            counts = Counter(words.stems)
            values.extend(self._each(counts))
            often.extend(counts.values())
            starts.append(len(values))
        kinds = {(len(words.stems), words.stems) for words in self._words}
        ranks = {stems: n for n, (_, stems) in enumerate(sorted(kinds))}
        return Texts(
            words=self._words,
            length=_numbers(len(words.stems) for words in self._words),
            total=np.array([sum(map(weight, w.stems)) for w in self._words], np.float64),
            rank=_numbers(ranks[words.stems] for words in self._words),
            negates=np.array([words.negations > 0 for words in self._words], np.bool_),
            each=Rows.held(starts, values),
            often=np.array(often, np.int32),
            numbers=Rows.of(self._each(words.numbers) for words in self._words),
            names=Rows.of(self._each(words.names) for words in self._words),
            told=Rows.of(self._each(words.told) for words in self._words),
        )


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, np.int64)
