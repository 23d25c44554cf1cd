"""Quotes that one article repeats word for word: compared once, and always one utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quotes.utterances.items import Item
from quotes.utterances.parties import Tie, tie
from quotes.utterances.words import together

_TOLD = 0.9
"""Words of less weight (*yes*, *of course*) may be said twice."""


def repeats(items: Sequence[Item]) -> list[list[int]]:
    """All positions in `items`, those of the same words of one article together, in their order.

    Two speakers of other names never repeat each other.
    """
    alike: dict[tuple[str, bool, int, tuple[str, ...]], list[list[int]]] = defaultdict(list)
    groups: list[list[int]] = []
    for i in sorted(range(len(items)), key=lambda i: (items[i].sheet.id, items[i].position)):
        item = items[i]
        rows = alike[item.sheet.id, item.quoted, item.said.negations, item.said.stems]
        home = next((row for row in rows if _repeats(items[row[0]], item)), None)
        if home is None:
            home = []
            rows.append(home)
            groups.append(home)
        home.append(i)
    return groups


def leading(items: Sequence[Item]) -> list[int]:
    """The positions of those that are compared: of the same words of one article the first."""
    return sorted(group[0] for group in repeats(items))


def _repeats(first: Item, item: Item) -> bool:
    if together(item.said.told) < _TOLD or item.ref.quote_id == first.ref.quote_id:
        return False
    if first.party is None or item.party is None:
        return True
    return tie(first.party, item.party) not in (Tie.DIFFERENT, Tie.APART, Tie.UNLIKE)
