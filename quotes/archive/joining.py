"""Utterances of the archive: only those that a new article touches are joined anew.

The quotes that hang together by links of at least the threshold are a component. A component is
joined as `quotes.normalise` joins all quotes of its articles. One of very many quotes is not:
a new quote is added there to the utterance of the version that it is likest to.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

import attrs

from quotes.archive.people import Bearer, bearer, described, forget, fullest_first, loose, place
from quotes.archive.rows import clean, marks
from quotes.archive.shelf import Shelf
from quotes.types import QuoteRef, VersionRelation
from quotes.utterances import THRESHOLD
from quotes.utterances.assembly import (
    Settled,
    order,
    settled_of,
    sharing,
    suspected,
    utterance_of,
)
from quotes.utterances.clusters import clash, cluster
from quotes.utterances.exclusions import excluded
from quotes.utterances.forms import relation
from quotes.utterances.items import Item
from quotes.utterances.merging import principal
from quotes.utterances.scores import Weights, similarity_of

MOST_JOINED = 150
"""A component of more quotes is only added to."""


@attrs.frozen
class _Reach:
    """Components that are joined anew, and the new quotes of those that are too large."""

    items: frozenset[int]
    crowded: tuple[int, ...]


def join(
    connection: sqlite3.Connection, shelf: Shelf, weights: Weights, fresh: Iterable[int]
) -> None:
    """Bring the utterances up to date after new items and their links are stored."""
    reach = _reach(connection, list(fresh))
    if reach.items:
        _rejoin(connection, shelf, weights, reach.items)
    if reach.crowded:
        _attach(connection, shelf, reach.crowded)


def _reach(connection: sqlite3.Connection, fresh: list[int]) -> _Reach:
    wanted: set[int] = set()
    crowded: list[int] = []
    for start in fresh:
        if start in wanted:
            continue
        seen, waiting = {start}, [start]
        while waiting and len(seen) <= MOST_JOINED:
            more = _neighbours(connection, waiting.pop()) - seen
            seen |= more
            waiting += sorted(more)
        if len(seen) <= MOST_JOINED:
            wanted |= seen
        else:
            crowded.append(start)
    return _Reach(frozenset(wanted), tuple(crowded))


def _neighbours(connection: sqlite3.Connection, item: int) -> set[int]:
    """The items that hang together with one: by links, as parts of one quote, as repetitions."""
    rows = connection.execute(
        "SELECT b FROM links WHERE a = :i AND score >= :t"
        " UNION SELECT a FROM links WHERE b = :i AND score >= :t"
        " UNION SELECT id FROM items WHERE quote = (SELECT quote FROM items WHERE id = :i)"
        " UNION SELECT head FROM items WHERE id = :i AND head IS NOT NULL"
        " UNION SELECT id FROM items WHERE head = :i",
        {"i": item, "t": THRESHOLD},
    )
    return {number for (number,) in rows}


def _rejoin(
    connection: sqlite3.Connection, shelf: Shelf, weights: Weights, wanted: frozenset[int]
) -> None:
    homes = _articles(connection, wanted)
    rows = sorted(
        ((number, shelf.of(article)[number]) for number, article in homes.items()),
        key=lambda row: order(row[1]),
    )
    numbers, items = [number for number, _ in rows], [item for _, item in rows]
    at = {item.ref: i for i, item in enumerate(items)}
    scores = _scores(connection, {number: i for i, number in enumerate(numbers)})

    def compared(i: int, j: int) -> float:
        return shelf.score(weights, items[i], items[j])

    def known(a: Item, b: Item) -> float | None:
        i, j = sorted((at[a.ref], at[b.ref]))
        if items[at[a.ref]] is not a or items[at[b.ref]] is not b:  # joined from parts
            return None
        found = scores.get((i, j))
        return compared(i, j) if found is None else found

    groups = [[items[i] for i in g] for g in cluster(items, scores, THRESHOLD, compared)]
    reworded = _reworded(connection, shelf, frozenset(homes.values()), wanted, groups)
    similarity = similarity_of(known, weights)
    _clear(connection, wanted)
    refs = {item.ref: number for number, item in rows}
    written = []
    for group in groups:
        for each in settled_of(group, reworded, similarity, THRESHOLD):
            row = _write(connection, each, refs)
            written.append(row)
            connection.executemany(
                "UPDATE items SET utterance = ? WHERE id = ?",
                [(row, refs[part.ref]) for parts in each.parts for part in parts],
            )
    _speakers(connection, shelf, written)


def _articles(connection: sqlite3.Connection, items: Iterable[int]) -> dict[int, int]:
    """The articles of items."""
    listed = list(items)
    rows = connection.execute(
        f"SELECT id, article FROM items WHERE id IN ({marks(len(listed))})", listed
    )
    return dict(rows.fetchall())


def _reworded(
    connection: sqlite3.Connection,
    shelf: Shelf,
    articles: Set[int],
    wanted: Set[int],
    groups: Iterable[Sequence[Item]],
) -> frozenset[str]:
    """Which of some articles a machine seems to have reworded after another of them.

    As `normalise` does it looks at those that share utterances: the new groups of the items
    `wanted`, and what else of the articles is joined already.
    """
    listed = sorted(articles)
    others: dict[int, list[Item]] = defaultdict(list)
    for number, article, utterance in connection.execute(
        "SELECT id, article, utterance FROM items WHERE utterance IS NOT NULL"
        f" AND article IN ({marks(len(listed))})",
        listed,
    ):
        if number not in wanted:
            others[utterance].append(shelf.of(article)[number])
    shared: Counter[tuple[str, str]] = Counter()
    for group in (*groups, *others.values()):
        shared.update(sharing(group))
    sheets = {item.sheet.id: item.sheet for a in articles for item in shelf.of(a).values()}
    found = (shelf.reworded(sheets[a], sheets[b]) for a, b in suspected(shared))
    return frozenset(key for key in found if key is not None)


def _scores(
    connection: sqlite3.Connection, places: Mapping[int, int]
) -> dict[tuple[int, int], float]:
    found = {}
    for number, i in places.items():
        for other, score in connection.execute("SELECT b, score FROM links WHERE a = ?", (number,)):
            if other in places:
                j = places[other]
                found[min(i, j), max(i, j)] = score
    return found


def _clear(connection: sqlite3.Connection, wanted: Iterable[int]) -> None:
    listed = list(wanted)
    old = connection.execute(
        "SELECT DISTINCT utterance FROM items WHERE utterance IS NOT NULL"
        f" AND id IN ({marks(len(listed))})",
        listed,
    ).fetchall()
    connection.executemany("DELETE FROM versions WHERE utterance = ?", old)
    connection.executemany("DELETE FROM utterances WHERE id = ?", old)


def _write(connection: sqlite3.Connection, each: Settled, refs: Mapping[QuoteRef, int]) -> int:
    # Its speaker is found out later, among those of the archive.
    utterance = utterance_of(attrs.evolve(each, items=()), {})
    row = connection.execute(
        "INSERT INTO utterances (name, text, reason, chosen) VALUES (?, ?, ?, ?)",
        (
            clean(utterance.id),
            clean(utterance.text),
            utterance.reason.value,
            refs[utterance.chosen],
        ),
    ).lastrowid
    assert row is not None
    connection.executemany(
        "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                row,
                place,
                refs[version.ref],
                version.relation.value,
                version.similarity,
                version.machine_reworded,
                json.dumps([[span.start, span.end] for span in version.spans]),
            )
            for place, version in enumerate(utterance.versions)
        ],
    )
    return row


_Local = tuple[int, str]
"""A speaker of an article, as `bearers` has it."""


def _speakers(connection: sqlite3.Connection, shelf: Shelf, touched: list[int]) -> None:
    """Place the speakers of utterances who have no place yet or a loose one."""
    nodes: dict[_Local, Bearer] = {}
    homes: dict[_Local, set[int]] = {}
    known: dict[_Local, int] = {}
    for utterance in touched:
        for number, article, local, speaker in _spoken(connection, utterance):
            homes.setdefault((article, local), set()).add(utterance)
            if speaker is not None:
                known[article, local] = speaker
            item = shelf.of(article)[number]
            if item.quote.speaker is not None:
                sheet = item.sheet
                nodes[article, local] = bearer(article, item.quote.speaker, sheet.day, sheet.words)
    waiting = []
    for key, node in nodes.items():
        if key in known and loose(node):
            forget(connection, node, known.pop(key))
            waiting.append(node)
        elif key not in known:
            waiting.append(node)
    for node in sorted(waiting, key=fullest_first):
        own = node.article, clean(node.local)
        beside = {number for key, number in known.items() if homes[key] & homes[own]}
        known[own] = place(connection, node, beside)
        connection.execute(
            "UPDATE quotes SET speaker = ? WHERE article = ? AND local = ?", (known[own], *own)
        )
    changed = {
        utterance
        for node in waiting
        for (utterance,) in connection.execute(
            "SELECT i.utterance FROM quotes q JOIN items i ON i.quote = q.id"
            " WHERE q.article = ? AND q.local = ? AND i.utterance IS NOT NULL",
            (node.article, clean(node.local)),
        )
    }
    for utterance in sorted(changed.union(touched)):
        _principal(connection, shelf, utterance)


def _spoken(
    connection: sqlite3.Connection, utterance: int
) -> list[tuple[int, int, str, int | None]]:
    """The items of an utterance with their articles and speakers."""
    return connection.execute(
        "SELECT i.id, i.article, q.local, q.speaker FROM items i JOIN quotes q"
        " ON q.id = i.quote WHERE i.utterance = ? AND q.local IS NOT NULL",
        (utterance,),
    ).fetchall()


def _principal(connection: sqlite3.Connection, shelf: Shelf, utterance: int) -> None:
    """Find out whose words an utterance is."""
    rows = _spoken(connection, utterance)
    numbers = sorted({speaker for *_, speaker in rows if speaker is not None})
    people = described(connection, numbers)
    items = [shelf.of(article)[number] for number, article, _, _ in rows]
    whole = {
        (item.ref.article_id, item.quote.speaker.id): people[speaker]
        for item, (*_, speaker) in zip(items, rows, strict=True)
        if item.quote.speaker is not None and speaker is not None
    }
    chosen = principal(items, whole)
    connection.execute(
        "UPDATE utterances SET speaker = ? WHERE id = ?",
        (next((n for n in numbers if people[n] is chosen), None), utterance),
    )


def _attach(connection: sqlite3.Connection, shelf: Shelf, crowded: Iterable[int]) -> None:
    """Add quotes to the utterances of the versions that they are likest to."""
    touched = set()
    for number in crowded:
        article, quote = connection.execute(
            "SELECT article, quote FROM items WHERE id = ?", (number,)
        ).fetchone()
        item = shelf.of(article)[number]
        utterance = None
        for other, score in _likest(connection, number, quote):
            chosen, home = connection.execute(
                "SELECT u.chosen, i.article FROM utterances u JOIN items i ON i.id = u.chosen"
                " WHERE u.id = ?",
                (other,),
            ).fetchone()
            form = shelf.of(home)[chosen]
            if not (excluded(item, form) or clash(item, form)):
                utterance = other
                how = relation(item, form, frozenset())
                _version(connection, utterance, number, item, how, score)
                break
        if utterance is None:
            (alone,) = settled_of([item], frozenset(), lambda a, b: 1.0, THRESHOLD)
            utterance = _write(connection, alone, {item.ref: number})
        connection.execute("UPDATE items SET utterance = ? WHERE id = ?", (utterance, number))
        touched.add(utterance)
    _speakers(connection, shelf, sorted(touched))


def _likest(connection: sqlite3.Connection, number: int, quote: int) -> list[tuple[int, float]]:
    """The utterances that an item may belong to, the likest first."""
    return connection.execute(
        "SELECT i.utterance, max(l.score) FROM"
        " (SELECT a AS other, score FROM links WHERE b = :i"
        "  UNION ALL SELECT b, score FROM links WHERE a = :i"
        "  UNION ALL SELECT id, 1.0 FROM items WHERE quote = :q AND id != :i"
        "  UNION ALL SELECT head, 1.0 FROM items WHERE id = :i AND head IS NOT NULL) l"
        " JOIN items i ON i.id = l.other WHERE l.score >= :t AND i.utterance IS NOT NULL"
        " GROUP BY i.utterance ORDER BY 2 DESC, 1",
        {"i": number, "q": quote, "t": THRESHOLD},
    ).fetchall()


def _version(
    connection: sqlite3.Connection,
    utterance: int,
    number: int,
    item: Item,
    how: VersionRelation,
    score: float,
) -> None:
    """Add a version at the end of an utterance, unless another part of the quote is there."""
    there = connection.execute(
        "SELECT 1 FROM versions v JOIN items i ON i.id = v.item WHERE v.utterance = ?"
        " AND i.quote = (SELECT quote FROM items WHERE id = ?)",
        (utterance, number),
    ).fetchone()
    if there is not None:
        return
    connection.execute(
        "INSERT INTO versions SELECT ?, coalesce(max(place), -1) + 1, ?, ?, ?, 0, ?"
        " FROM versions WHERE utterance = ?",
        (
            utterance,
            number,
            how.value,
            score,
            json.dumps([[span.start, span.end] for span in item.spans]),
            utterance,
        ),
    )
