"""From groups to utterances, with speakers that are merged over all articles."""

from __future__ import annotations

import functools
import json
import pickle
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import Any, cast

import numpy as np

from quotes.distributed.articles import flat
from quotes.distributed.grouping import Part, groups_of, parts_of
from quotes.distributed.plan import Opened, Plan, Shelf, home_of
from quotes.distributed.scratch import numbers, table
from quotes.export.rows import utterance_rows
from quotes.types import MergedSpeaker
from quotes.utterances.steps import (
    Item,
    Judged,
    People,
    Settled,
    Sheet,
    Voices,
    reworded_copy,
    settled_of,
    sharing,
    shipped,
    similarity_of,
    suspected,
    utterance_of,
)

Speakers = dict[tuple[str, str], MergedSpeaker]
_SHEETS = 500


def shared(plan: Plan, home: int, turn: int) -> None:
    """Count how many of the groups of a home two articles share."""
    counts: Counter[tuple[int, int]] = Counter()
    groups = [g for row in groups_of(plan, home, turn).values() for g in row if len(g) > 1]
    for some, opened in _blocks(plan, groups):
        for group in some:
            items = [opened[n] for n in group]
            numbered = {opened[n].ref.article_id: opened.article(n) for n in group}
            counts.update((numbered[a], numbered[b]) for a, b in sharing(items))
    columns: Any = list(zip(*((a, b, n) for (a, b), n in counts.items()), strict=True))
    named = dict(zip(("a", "b", "often"), columns or [()] * 3, strict=True))
    rows = table(named, a="int", b="int", often="int")
    to = (numbers(rows, "a") * 31 + (numbers(rows, "a") >> 32) + numbers(rows, "b")) % plan.homes
    plan.scratch.send("sharing", home, rows, to)


def suspects(plan: Plan, part: int) -> None:
    """Find the articles that are reworded copies of others with which they share groups."""
    rows = plan.scratch.receive("sharing", part, plan.homes)
    counts: Counter[tuple[int, int]] = Counter()
    for a, b, often in zip(*(c.to_pylist() for c in rows.columns), strict=True):
        counts[a, b] += often
    shelf = Shelf(plan)

    @functools.lru_cache(_SHEETS)
    def sheet(article: int) -> Sheet:
        return shelf.items_of(article)[0].sheet

    found = {}
    pairs = suspected(cast("Any", dict(sorted(counts.items()))))
    for a, b in cast("Iterator[tuple[int, int]]", pairs):
        key = reworded_copy(sheet(a), sheet(b))
        if key is not None:
            found[a if key == sheet(a).id else b] = key
    columns = {"article": list(found), "id": list(found.values())}
    to = np.zeros(len(found), np.int64)
    plan.scratch.send("reworded", part, table(columns, article="int", id="text"), to)


def flagged(plan: Plan) -> int:
    """Bring together which articles are reworded, in one place; how many."""
    rows = plan.scratch.receive("reworded", 0, plan.homes)
    listed = dict(zip(*(column.to_pylist() for column in rows.columns), strict=True))
    columns = {"article": sorted(listed), "id": [listed[n] for n in sorted(listed)]}
    plan.scratch.keep("flags", 0, table(columns, article="int", id="text"))
    return len(listed)


def settled(plan: Plan, home: int, turn: int) -> int:
    """Make utterances of the groups of a home, but for their speakers; how many."""
    parts = parts_of(plan, home, turn)
    groups = [(parts[n], g) for n, row in groups_of(plan, home, turn).items() for g in row]
    groups.sort(key=lambda row: row[1])
    reworded = _reworded(plan)
    rows: list[tuple[int, int, int, bytes, bytes]] = []
    found = _blocks(plan, [group for _, group in groups])
    coming = iter(groups)
    for some, opened in found:
        for _ in some:
            part, group = next(coming)
            for number, each in enumerate(_settled(plan, part, group, opened, reworded)):
                first = each.items[0]
                article = next(n for n in group if opened[n].sheet is first.sheet)
                place = opened.number(opened.article(article), first)
                rows.append(
                    (group[0], number, place, pickle.dumps(each), pickle.dumps(each.voices))
                )
    columns: Any = list(zip(*rows, strict=True)) or [()] * 5
    names = ("group", "turn", "place", "settled", "voices")
    named = dict(zip(names, columns, strict=True))
    kinds = {"settled": "bytes", "voices": "bytes"}
    told = table(named, group="int", turn="int", place="int", **kinds)
    plan.scratch.keep("settled", home, told.drop_columns(["voices"]), each=_SHEETS)
    plan.scratch.keep("voices", home, told.drop_columns(["settled", "place"]))
    return len(rows)


def people(plan: Plan) -> int:
    """Merge the speakers of all utterances, in one place; how many speakers there are.

    Each home gets those of its own utterances.
    """
    listed: list[tuple[int, int, int, Voices]] = []
    for home in range(plan.homes):
        rows = plan.scratch.kept("voices", home)
        for group, turn, held in zip(*(c.to_pylist() for c in rows.columns), strict=True):
            listed.append((group, turn, home, pickle.loads(held)))
    listed.sort(key=lambda row: row[:2])
    reworded = frozenset(plan.scratch.kept("flags", 0).column("id").to_pylist())
    merged = People.of([voices for *_, voices in listed], reworded).speakers
    own: dict[int, Speakers] = {home: {} for home in range(plan.homes)}
    for _, _, home, voices in listed:
        own[home].update((key, merged[key]) for key in _keys(voices))
    for home, speakers in own.items():
        held = pickle.dumps(speakers, pickle.HIGHEST_PROTOCOL)
        plan.scratch.keep("speakers", home, table({"speakers": [held]}, speakers="bytes"))
    return len({id(speaker) for speaker in merged.values()})


def finished(plan: Plan, home: int) -> int:
    """Complete the utterances of a home and send them to where they stand among all."""
    (held,) = plan.scratch.kept("speakers", home).column("speakers").to_pylist()
    speakers: Speakers = pickle.loads(held)
    kept = plan.scratch.kept("settled", home)
    places, told, listed = [], [], []
    for place, blob in zip(kept.column("place").to_pylist(), kept.column("settled"), strict=True):
        each: Settled = pickle.loads(blob.as_py())
        utterance = utterance_of(each, speakers)
        articles = {item.sheet.id: item.sheet.article for item in each.items}
        places.append(place)
        told.append((utterance.id, json.dumps(utterance.to_dict())))
        listed.append(list(utterance_rows([utterance], articles)))
    columns: Any = list(zip(*told, strict=True)) or [()] * 2
    named = {"place": places, "id": columns[0], "utterance": columns[1]}
    rows = table(named, place="int", id="text", utterance="text")
    plan.scratch.send("utterances", home, rows, home_of(numbers(rows, "place")))
    import pyarrow as pa

    flattened = flat(row for some in listed for row in some)
    where = [place for place, some in zip(places, listed, strict=True) for _ in some]
    flattened = flattened.append_column("place", pa.array(where, pa.int64()))
    plan.scratch.send("rows", home, flattened, home_of(numbers(flattened, "place")))
    return len(told)


def placed(plan: Plan, home: int, stage: str) -> None:
    """Bring what was sent to a home into its order."""
    rows = plan.scratch.receive(stage, home, plan.homes)
    order = np.argsort(numbers(rows, "place"), kind="stable")
    plan.scratch.keep(f"final-{stage}", home, rows.take(order).drop_columns(["place"]))


def _keys(voices: Voices) -> set[tuple[str, str]]:
    """The speakers of an utterance, by article and by their id in it."""
    return {voice.key for voice in voices.each}


def _settled(
    plan: Plan, part: Part, group: Sequence[int], opened: Opened, reworded: Container[int]
) -> Iterator[Settled]:
    items = [opened[n] for n in group]
    places = {id(item): n for item, n in zip(items, group, strict=True)}
    judged = Judged(shipped())

    def known(a: Item, b: Item) -> float | None:
        i, j = places.get(id(a)), places.get(id(b))
        if i is None or j is None:
            return None
        score = part.near.get(i, {}).get(j)
        return judged.score(a, b) if score is None else score

    told = {opened[n].ref.article_id for n in group if opened.article(n) in reworded}
    return settled_of(items, told, similarity_of(known, shipped()), plan.threshold)


def _blocks(
    plan: Plan, groups: Sequence[Sequence[int]]
) -> Iterator[tuple[list[Sequence[int]], Opened]]:
    """Groups in blocks, with their quotes at hand."""
    shelf = Shelf(plan)
    some: list[Sequence[int]] = []
    wanted: set[int] = set()
    for group in groups:
        some.append(group)
        wanted.update(group)
        if len(wanted) >= plan.pairs:
            yield some, shelf.items(wanted)
            some, wanted = [], set()
    if some:
        yield some, shelf.items(wanted)


def _reworded(plan: Plan) -> frozenset[int]:
    return frozenset(numbers(plan.scratch.kept("flags", 0), "article").tolist())
