"""Which quotes of the archive a new one is compared with.

As `quotes.utterances.candidates`, from the same keys, but one quote at a time: of a key that many
quotes share, those nearest in days are met, and of all that are met the most promising.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator

from quotes.archive.rows import marks
from quotes.utterances.items import Item
from quotes.utterances.keys import LEAST, Key, keys_of

_CROWD, _NEAR = 24, 12
"""Of a key with more quotes than the first, so many before and behind the new one are met."""
_MOST_PARTNERS = 30
_AT_ONCE = 1000
UNDATED = 1 << 22
"""The day of quotes without one: behind all others."""


def told(words: Iterable[str]) -> str:
    """A set of words as it is stored."""
    return " ".join(sorted(words)).encode("utf8", "replace").decode("utf8")


def partners(connection: sqlite3.Connection, item: Item, article: int) -> list[int]:
    """The items of other articles that are worth comparing with a new one, the likest first."""
    least: dict[int, float] = {}
    day = item.sheet.day if item.sheet.day is not None else UNDATED
    for key in keys_of(item):
        for other in _near(connection, key, day):
            least[other] = min(least.get(other, 1.0), LEAST[key.code & 3])
    if not least:
        return []
    rows = _outlines(connection, list(least), article)
    content, context, sketch = (
        set(told(words).split()) for words in (item.content.telling, item.context, item.sheet.words)
    )
    found = []
    for other, telling, around, words in rows:
        theirs = set(telling.split())
        few = min(len(content), len(theirs))
        if few and len(content & theirs) < least[other] * few:
            continue
        promise = _shared(content, theirs)
        promise += _shared(context, set(around.split())) + _shared(sketch, set(words.split()))
        found.append((-promise, other))
    return [other for _, other in sorted(found)[:_MOST_PARTNERS]]


def _outlines(
    connection: sqlite3.Connection, items: list[int], article: int
) -> Iterator[tuple[int, str, str, str]]:
    """What is compared at first sight of items, but for those of one article."""
    for start in range(0, len(items), _AT_ONCE):
        some = items[start : start + _AT_ONCE]
        yield from connection.execute(
            "SELECT i.id, i.telling, i.context, a.sketch FROM items i JOIN articles a"
            f" ON a.id = i.article WHERE i.id IN ({marks(len(some))}) AND i.article != ?",
            (*some, article),
        )


def _near(connection: sqlite3.Connection, key: Key, day: int) -> list[int]:
    """The items under a key; of very many those nearest in days."""
    # An item that only answers to the key is met by one that asks for it, and the other way round.
    rows = connection.execute(
        "SELECT item, asks FROM keys WHERE key = ? LIMIT ?", (key.code, _CROWD + 1)
    ).fetchall()
    if len(rows) <= _CROWD:
        return [item for item, asks in rows if asks or key.asks]
    found: list[list[int]] = []
    for where, order in (("<=", "DESC"), (">", "ASC")):
        some = connection.execute(
            f"SELECT item FROM keys WHERE key = ? AND day {where} ? AND asks >= ?"
            f" ORDER BY day {order}, item {order} LIMIT ?",
            (key.code, day, 0 if key.asks else 1, _CROWD),
        )
        found.append([item for (item,) in some])
    before, behind = found
    if len(before) + len(behind) <= _CROWD:
        return before + behind
    return before[:_NEAR] + behind[:_NEAR]


def _shared(a: set[str], b: set[str]) -> float:
    return len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 0.0
