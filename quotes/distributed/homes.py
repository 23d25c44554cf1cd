"""The first steps: articles come to their homes, each once, in the order of all quotes.

A home is a range of days and ids, so that the order of the homes, of the articles in them and of
the quotes in these is the order of all.
"""

from __future__ import annotations

import bisect
import hashlib
import json
import pickle
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from quotes.distributed.articles import article_of, quotes_of, records
from quotes.distributed.plan import ARTICLES, HOME, Plan
from quotes.distributed.scratch import numbers, runs, table
from quotes.errors import ArticleError, QuotesError
from quotes.inputs import blaming
from quotes.utterances.sources import article_key, details, read_sources
from quotes.utterances.steps import Item, items_of, keys_of, leading, outline_of, repeats

if TYPE_CHECKING:
    import pandas

Bound = tuple[bool, int, str]
"""Where an article stands among all: whether it has no date, its day, its id."""
_SAMPLED = 200
"""So many articles of a part tell how the days are spread."""


def taken(plan: Plan, part: int, frame: pandas.DataFrame) -> list[Bound]:
    """Make the quotes of a part of the input ready; a sample of where its articles stand.

    An article in which something goes wrong is kept as an error.
    """
    rows: list[tuple[str, bool, int, bytes | None]] = []
    ids: list[tuple[str, str, bytes, int]] = []
    errors: list[tuple[str | None, str, str]] = []
    for row in records(frame):
        if row.get("error") is not None:
            errors.append((row.get("id"), row["error"], row.get("message") or ""))
            continue
        key = None if row.get("id") is None else str(row["id"])
        try:
            article = article_of(row)
            key = article_key(article)
            read_sources([article], [quotes_of(row)], None, {})
            with blaming(article):
                items = items_of(article, key, quotes_of(row))
        except QuotesError as error:
            cause = error.__cause__ if isinstance(error, ArticleError) else error
            errors.append((key, type(cause).__name__, str(cause)))
            continue
        day = items[0].sheet.day if items else None
        held = pickle.dumps(items, pickle.HIGHEST_PROTOCOL) if items else None
        text = hashlib.sha256(article.text.encode("utf8", "surrogatepass")).digest()
        ids.append((key, json.dumps(details(article)), text, len(rows)))
        rows.append((key, day is None, day or 0, held))
    columns: Any = list(zip(*rows, strict=True)) or [()] * 4
    plan.scratch.keep(
        "taken",
        part,
        table(
            dict(zip(("key", "undated", "day", "items"), columns, strict=True)),
            key="text",
            undated="bool",
            day="int",
            items="bytes",
        ),
        each=ARTICLES,
    )
    _keep_errors(plan, "refused", part, errors)
    columns = list(zip(*ids, strict=True)) or [()] * 4
    named = dict(zip(("key", "details", "text", "row"), columns, strict=True))
    named["part"] = [part] * len(ids)
    to = np.array([_hashed(key) % plan.homes for key, *_ in ids], np.int64)
    told = table(named, key="text", details="text", text="bytes", row="int", part="int")
    plan.scratch.send("ids", part, told, to)
    with_items = [row[:3] for row in rows if row[3] is not None]
    step = max(1, len(with_items) // _SAMPLED)
    return [(undated, day, key) for key, undated, day in with_items[::step]]


def sifted(plan: Plan, part: int) -> int:
    """Tell which articles are there already, in a part of all ids; how many there are.

    As in memory: of those with one id and one text the one that says most of itself stays, of
    equals the first. A second text under an id of another is an error.
    """
    found = plan.scratch.receive("ids", part, plan.inputs).to_pylist()
    by_key = defaultdict(list)
    for row in sorted(found, key=lambda row: (row["part"], row["row"])):
        by_key[row["key"]].append(row)
    gone: list[tuple[int, int]] = []
    errors: list[tuple[str | None, str, str]] = []
    for key, (best, *others) in by_key.items():
        for row in others:
            if row["text"] != best["text"]:
                message = f"articles: two different texts have the id {key!r}"
                errors.append((key, "InputError", message))
                gone.append((row["part"], row["row"]))
            elif json.loads(row["details"]) > json.loads(best["details"]):
                gone.append((best["part"], best["row"]))
                best = row
            else:
                gone.append((row["part"], row["row"]))
    _keep_errors(plan, "conflicts", part, errors)
    rows = table({"row": [row for _, row in gone]}, row="int")
    plan.scratch.send("gone", part, rows, np.array([where for where, _ in gone], np.int64))
    return len(by_key)


def homed(plan: Plan, part: int, bounds: Sequence[Bound]) -> None:
    """Send the articles of a part that have quotes to their homes, which begin at the bounds."""
    rows = plan.scratch.kept("taken", part)
    gone = set(numbers(plan.scratch.receive("gone", part, plan.homes), "row").tolist())
    told = rows.column("items").is_valid().to_pylist()
    stays = [number for number, held in enumerate(told) if held and number not in gone]
    rows = rows.take(np.array(stays, np.int64))
    places = zip(
        *(rows.column(name).to_pylist() for name in ("undated", "day", "key")), strict=True
    )
    homes = np.array([bisect.bisect_right(bounds, place) for place in places], np.int64)
    plan.scratch.send("homed", part, rows, homes)


def shelved(plan: Plan, home: int) -> dict[int, int]:
    """Order the articles of a home, and find the keys of their quotes.

    Returns the keys that many quotes of this home share, with how many do.
    """
    rows = _ordered(plan.scratch.receive("homed", home, plan.inputs))
    plan.scratch.keep("items", home, rows.select(["items"]), each=ARTICLES)
    starts: list[int] = []
    keys: list[tuple[int, int, bool]] = []
    outlines: list[tuple[int, bytes]] = []
    mates: list[tuple[int, int]] = []
    number = home << HOME
    for held in rows.column("items"):
        items: tuple[Item, ...] = pickle.loads(held.as_py())
        starts.append(number - (home << HOME))
        for position in leading(items):
            item = items[position]
            keys += [(key.code, number + position, key.asks) for key in keys_of(item)]
            outline = pickle.dumps(outline_of(item), pickle.HIGHEST_PROTOCOL)
            outlines.append((number + position, outline))
        for first, *more in (*repeats(items), *_parts(items)):
            mates += [(number + first, number + other) for other in more]
        number += len(items)
    plan.scratch.keep("starts", home, table({"start": starts}, start="int"))
    count = number - (home << HOME)
    plan.scratch.keep("count", home, table({"count": [count]}, count="int"))
    columns: Any = list(zip(*keys, strict=True)) or [()] * 3
    named = dict(zip(("code", "number", "asks"), columns, strict=True))
    kept = table(named, code="int", number="int", asks="bool").sort_by("code")
    plan.scratch.keep("codes", home, kept)
    columns = list(zip(*outlines, strict=True)) or [()] * 2
    named = dict(zip(("number", "outline"), columns, strict=True))
    plan.scratch.keep("outlined", home, table(named, number="int", outline="bytes"))
    columns = list(zip(*mates, strict=True)) or [()] * 2
    named = dict(zip(("a", "b"), columns, strict=True))
    plan.scratch.keep("mates", home, table(named, a="int", b="int"))
    codes = numbers(kept, "code")
    least = max(2, plan.crowd // plan.homes)
    return {int(codes[a]): b - a for a, b in runs(codes) if b - a >= least}


def bounds_of(sample: Sequence[Bound], homes: int) -> list[Bound]:
    """Where each home but the first begins, so that they hold about as many articles each."""
    found = sorted(set(sample))
    return [found[len(found) * n // homes] for n in range(1, homes)] if found else []


def count_of(plan: Plan, home: int) -> int:
    """How many quotes a home has."""
    return int(numbers(plan.scratch.kept("count", home), "count")[0])


def numbers_of(plan: Plan, home: int) -> NDArray[np.int64]:
    """The numbers of all quotes of a home."""
    return np.arange(count_of(plan, home), dtype=np.int64) + (home << HOME)


def _parts(items: Sequence[Item]) -> list[list[int]]:
    """The positions of the parts of each quote."""
    parts: dict[str, list[int]] = defaultdict(list)
    for item in items:
        parts[item.ref.quote_id].append(item.position)
    return list(parts.values())


def _ordered(rows: Any) -> Any:
    """Articles in their order."""
    places = list(
        zip(*(rows.column(name).to_pylist() for name in ("undated", "day", "key")), strict=True)
    )
    return rows.take(np.array(sorted(range(len(places)), key=places.__getitem__), np.int64))


def _hashed(key: str) -> int:
    held = key.encode("utf8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(held, digest_size=7).digest(), "big")


def _keep_errors(
    plan: Plan, name: str, part: int, errors: Sequence[tuple[str | None, str, str]]
) -> None:
    columns: Any = list(zip(*errors, strict=True)) or [()] * 3
    named = dict(zip(("id", "error", "message"), columns, strict=True))
    plan.scratch.keep(name, part, table(named, id="text", error="text", message="text"))
