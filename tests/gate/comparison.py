"""What two golden outputs differ in, quote by quote."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from tests.gate.golden import Entry, Golden, Group, QuoteRow, Range, UtteranceRow, by_name

_Row = TypeVar("_Row", QuoteRow, UtteranceRow)
ARTICLE = "article"
NEW = "new quote"
LOST = "lost quote"
UTTERANCES = "utterances"
FIELDS = tuple(field.name for field in attrs.fields(QuoteRow))
ORDER = (ARTICLE, LOST, NEW, *FIELDS, UTTERANCES)
"""The groups in which differences are told: a quote stands in the first that it belongs to."""


@attrs.frozen
class Change:
    """One difference.

    `what`: what changed, in the order of `ORDER`. Of an article `before` and `after` are words, of
    a quote or an utterance its rows, None where there is none.
    """

    corpus: str
    where: str
    what: tuple[str, ...]
    before: QuoteRow | UtteranceRow | str | None
    after: QuoteRow | UtteranceRow | str | None


def compare(corpus: str, before: Golden, after: Golden) -> list[Change]:
    """The differences of two golden outputs, in the order of articles and text."""
    (old, old_groups), (new, new_groups) = by_name(before), by_name(after)
    changes: list[Change] = []
    for name in sorted(old.keys() | new.keys()):
        changes += _entry(corpus, name, old.get(name), new.get(name))
    for name in sorted(old_groups.keys() | new_groups.keys()):
        changes += _group(corpus, name, old_groups.get(name), new_groups.get(name))
    return changes


def _entry(corpus: str, name: str, old: Entry | None, new: Entry | None) -> Iterator[Change]:
    if old is None or new is None:
        yield _whole(corpus, name, old, new)
    elif old.text != new.text:
        yield Change(corpus, name, (ARTICLE,), f"text {old.text}", f"text {new.text}")
    elif old.error != new.error:
        yield Change(corpus, name, (ARTICLE,), old.error or "no error", new.error or "no error")
    else:
        for before, after in _pairs(old.quotes, new.quotes):
            yield Change(corpus, name, _what(before, after), before, after)


def _whole(corpus: str, name: str, old: object, new: object) -> Change:
    told = ["there" if side is not None else None for side in (old, new)]
    return Change(corpus, name, (ARTICLE,), *told)


def _what(before: QuoteRow | None, after: QuoteRow | None) -> tuple[str, ...]:
    if before is None:
        return (NEW,)
    if after is None:
        return (LOST,)
    return tuple(name for name in FIELDS if getattr(before, name) != getattr(after, name))


def _pairs(
    old: Sequence[QuoteRow], new: Sequence[QuoteRow]
) -> list[tuple[QuoteRow | None, QuoteRow | None]]:
    """The rows that differ, each with what became of it: what shares most of the words with it."""
    lost, fresh = _without(old, new), _without(new, old)
    likeness = sorted(
        (-_shared(a, b), n, m)
        for n, a in enumerate(lost)
        for m, b in enumerate(fresh)
        if _shared(a, b)
    )
    became: dict[int, int] = {}
    for _, n, m in likeness:
        if n not in became and m not in became.values():
            became[n] = m
    pairs: list[tuple[QuoteRow | None, QuoteRow | None]] = [
        (row, fresh[became[n]] if n in became else None) for n, row in enumerate(lost)
    ]
    pairs += [(None, row) for m, row in enumerate(fresh) if m not in became.values()]
    return sorted(pairs, key=lambda pair: (pair[0] or pair[1] or lost[0]).content)


def _without(rows: Sequence[_Row], others: Sequence[_Row]) -> list[_Row]:
    """The rows that the others do not have, or have less often."""
    return list((collections.Counter(rows) - collections.Counter(others)).elements())


def _shared(a: QuoteRow, b: QuoteRow) -> float:
    """Dice's coefficient over the characters of two contents."""
    size = _size(a.content) + _size(b.content)
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a.content for y in b.content)
    return 2 * shared / size if size else 0.0


def _size(ranges: Sequence[Range]) -> int:
    return sum(end - start for start, end in ranges)


def _group(corpus: str, name: str, old: Group | None, new: Group | None) -> Iterator[Change]:
    if old is None or new is None:
        yield _whole(corpus, name, old, new)
        return
    if old.error != new.error:
        yield Change(corpus, name, (ARTICLE,), old.error or "no error", new.error or "no error")
    lost = _without(old.utterances, new.utterances)
    fresh = _without(new.utterances, old.utterances)
    for row in lost:
        heirs = [(len(_members(row) & _members(other)), n) for n, other in enumerate(fresh)]
        shared, best = max(heirs, key=lambda heir: (heir[0], -heir[1]), default=(0, 0))
        after = fresh.pop(best) if shared else None
        yield Change(corpus, name, (UTTERANCES,), row, after)
    for row in fresh:
        yield Change(corpus, name, (UTTERANCES,), None, row)


def _members(row: UtteranceRow) -> set[str]:
    return {version.partition("=")[0] for version in row.versions}
