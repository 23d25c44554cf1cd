"""Which quotes of the archive a new one is compared with.

As `quotes.utterances.candidates`, from the same keys, but one quote at a time: of a key that many
quotes share, those nearest in days are met, and of all that are met the most promising.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

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


def partners(connection: sqlite3.Connection, item: Item, article: int) -> list[tuple[int, int]]:
    """The items of other articles that are worth comparing with a new one, the likest first.

    Each with its article.
    """
    least: dict[int, float] = {}
    day = item.sheet.day if item.sheet.day is not None else UNDATED
    for key in keys_of(item):
        for other in _near(connection, key, day):
            least[other] = min(least.get(other, 1.0), LEAST[key.code & 3])
    content, context, sketch = (
        set(told(words).split()) for words in (item.content.telling, item.context, item.sheet.words)
    )
    homes, shared = {}, {}
    for other, home, telling in _rows(connection, "id, article, telling FROM items", least):
        theirs = set(telling.split())
        few = min(len(content), len(theirs))
        if home != article and len(content & theirs) >= least[other] * few:
            homes[other], shared[other] = home, _shared(content, theirs)
    # Most share too few words: what stands around is read of the others only.
    news = {
        home: _shared(sketch, set(words.split()))
        for home, words in _rows(connection, "id, sketch FROM articles", set(homes.values()))
    }
    found = []
    for other, around in _rows(connection, "id, context FROM items", homes):
        promise = shared[other] + _shared(context, set(around.split())) + news[homes[other]]
        found.append((-promise, other, homes[other]))
    return [(other, home) for _, other, home in sorted(found)[:_MOST_PARTNERS]]


def _rows(
    connection: sqlite3.Connection, what: str, numbers: Iterable[int]
) -> Iterator[tuple[Any, ...]]:
    """The rows of these numbers."""
    listed = list(numbers)
    for start in range(0, len(listed), _AT_ONCE):
        some = listed[start : start + _AT_ONCE]
        yield from connection.execute(f"SELECT {what} WHERE id IN ({marks(len(some))})", some)


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
