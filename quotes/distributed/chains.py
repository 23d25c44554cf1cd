"""Quotes that hang together, by stars that grow: connected components among many machines.

The large-star and the small-star step in turn (Kiveris, Lattanzi, Mirrokni, Rastogi and
Vassilvitskii, Connected Components in MapReduce and Beyond, SoCC 2014). A star ties numbers to the
lowest of its middle. The rounds grow with the logarithm of the longest chain, the edges never
become more than they were.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quotes.distributed.homes import numbers_of
from quotes.distributed.plan import Plan, home_of
from quotes.distributed.scratch import numbers, runs, table
from quotes.utterances.steps import components

Edges = NDArray[np.int64]
"""Pairs of numbers, as rows."""
Seen = tuple[int, int]
"""How many edges, and a sum that is another if they are others."""
_ODD = np.uint64(0x9E3779B97F4A7C15)


def tied(plan: Plan, home: int) -> Seen:
    """The strong links and the mates of a home, as stars of what hangs together in it."""
    links = plan.scratch.receive("links", home, plan.homes)
    strong = numbers(links, "score") >= plan.threshold
    mates = plan.scratch.kept("mates", home)
    edges = np.concatenate(
        [
            np.stack([numbers(links, "a")[strong], numbers(links, "b")[strong]], axis=1),
            np.stack([numbers(mates, "a"), numbers(mates, "b")], axis=1),
        ]
    )
    return sent(plan, "stars-0", home, stars(edges))


def stars(edges: Edges) -> Edges:
    """Edges to the lowest number that each hangs together with, by these edges alone."""
    known, places = np.unique(edges, return_inverse=True)
    lowest = known[components(len(known), places.reshape(-1, 2))]
    tied = known != lowest
    return np.stack([known[tied], lowest[tied]], axis=1)


def large(plan: Plan, part: int, turn: int) -> Seen:
    """Tie all higher neighbours of each number to the lowest of its neighbours and itself."""
    found = []
    for number, near, lowest in _neighbours(received(plan, f"stars-{turn}", part)):
        higher = near[near > number]
        found.append(np.stack([higher, np.full(len(higher), min(number, lowest))], axis=1))
    return sent(plan, f"large-{turn}", part, _all(found), both=False)


def small(plan: Plan, part: int, turn: int) -> Seen:
    """Tie all lower neighbours of each number, and itself, to the lowest of them."""
    found = []
    for number, near, lowest in _neighbours(received(plan, f"large-{turn}", part)):
        tied = np.r_[near[near != lowest], number]
        found.append(np.stack([tied, np.full(len(tied), lowest)], axis=1))
    return sent(plan, f"stars-{turn + 1}", part, _all(found))


def labelled(plan: Plan, home: int, turn: int) -> None:
    """The lowest number that each of a home hangs together with: its label; sent on with links."""
    edges = received(plan, f"stars-{turn}", home)
    own = numbers_of(plan, home)
    labels = own.copy()
    if len(edges):
        down = edges[edges[:, 0] > edges[:, 1]]
        labels[down[:, 0] - (home << 32)] = down[:, 1]
    members = {"label": labels, "number": own}
    rows = table(members, label="int", number="int")
    plan.scratch.send("members-0", home, rows, home_of(labels))
    plan.scratch.keep("labels", home, rows)
    links = plan.scratch.receive("links", home, plan.homes)
    a, b = numbers(links, "a"), numbers(links, "b")
    columns = {
        "there": labels[a - (home << 32)],
        "other": a,
        "own": b,
        "score": numbers(links, "score"),
    }
    told = table(columns, there="int", other="int", own="int", score="float")
    plan.scratch.send("half", home, told, home_of(b))


def tied_both(plan: Plan, home: int) -> None:
    """Links with the labels of both ends, sent to the home of the label of one."""
    labels = numbers(plan.scratch.kept("labels", home), "label")
    half = plan.scratch.receive("half", home, plan.homes)
    here = labels[numbers(half, "own") - (home << 32)]
    columns = {"label": here, **{n: numbers(half, n) for n in ("own", "there", "other", "score")}}
    rows = table(columns, label="int", own="int", there="int", other="int", score="float")
    plan.scratch.send("ties-0", home, rows, home_of(here))


def seen_in(seen: Sequence[Seen]) -> Seen:
    """How many edges there are in all parts, and what tells them from others."""
    mixed = 0
    for _, each in seen:
        mixed ^= each
    return sum(count for count, _ in seen), mixed


def _neighbours(edges: Edges) -> list[tuple[int, NDArray[np.int64], int]]:
    """Each number that has edges, with its neighbours and the lowest of them."""
    listed = np.unique(edges, axis=0)
    return [(int(listed[a, 0]), listed[a:b, 1], int(listed[a, 1])) for a, b in runs(listed[:, 0])]


def received(plan: Plan, stage: str, part: int) -> Edges:
    """The edges that were sent to a part."""
    rows = plan.scratch.receive(stage, part, plan.homes)
    return np.stack([numbers(rows, "a"), numbers(rows, "b")], axis=1)


def _all(found: list[Edges]) -> Edges:
    return np.unique(np.concatenate([np.zeros((0, 2), np.int64), *found]), axis=0)


def sent(plan: Plan, stage: str, part: int, edges: Edges, both: bool = True) -> Seen:
    """Send edges to the homes of their first numbers; of those both ways, there and back.

    What is sent one way goes to the higher number.
    """
    rows = np.concatenate([edges, edges[:, ::-1]]) if both else edges
    told = table({"a": rows[:, 0], "b": rows[:, 1]}, a="int", b="int")
    plan.scratch.send(stage, part, told, home_of(rows[:, 0]))
    mixed = (edges[:, 0].astype(np.uint64) * _ODD) ^ edges[:, 1].astype(np.uint64)
    mixed = (mixed ^ (mixed >> np.uint64(29))) * _ODD
    return len(edges), int(np.bitwise_xor.reduce(mixed)) if len(mixed) else 0
