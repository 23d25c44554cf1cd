"""Groups of quotes, component by component, until none of them reaches into another.

Each component is clustered by itself, then looked at once more beside the groups that were made of
the quotes that it has links to. Where a group fits one beside it, the two components are one, and
both rounds are done again for it and for what stands next to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from quotes.distributed.plan import Opened, Plan, Shelf, home_of
from quotes.distributed.scratch import numbers, runs, table
from quotes.utterances.steps import Beside, Clustered, Judged, clustered, components, shipped

Group = tuple[int, ...]
Groups = Sequence[Sequence[int]]
_FINAL = 3
"""Behind the three stages of a clustering stand its groups."""
Pair = tuple[int, int]


@attrs.define(eq=False)
class Part:
    """A component: its quotes, their links, the groups of each stage, and those beside it.

    `near` holds the scores of the links of each quote, `there` the labels of all outside quotes
    that are linked. Of groups beside, each is under its stage with the label of its component.
    """

    label: int
    members: list[int]
    near: dict[int, dict[int, float]] = attrs.field(factory=dict)
    there: dict[int, int] = attrs.field(factory=dict)
    groups: list[Groups] = attrs.field(factory=list)
    beside: dict[int, dict[Group, int]] = attrs.field(factory=dict)


def parts_of(plan: Plan, home: int, turn: int) -> dict[int, Part]:
    """The components of a home by label, with their links."""
    members = plan.scratch.receive(f"members-{turn}", home, plan.homes)
    order = np.lexsort((numbers(members, "number"), numbers(members, "label")))
    labels, quotes = numbers(members, "label")[order], numbers(members, "number")[order]
    found = {int(labels[a]): Part(int(labels[a]), quotes[a:b].tolist()) for a, b in runs(labels)}
    ties = plan.scratch.receive(f"ties-{turn}", home, plan.homes)
    names = ("label", "own", "there", "other", "score")
    for label, own, there, other, score in zip(
        *(ties.column(name).to_pylist() for name in names), strict=True
    ):
        part = found[label]
        part.near.setdefault(own, {})[other] = score
        if there != label:
            part.there[other] = there
            part.near.setdefault(other, {})[own] = score
    return found


def grouped(plan: Plan, home: int, turn: int, fresh: frozenset[int] | None) -> int:
    """Cluster the components of a home, or only the fresh ones; how many there are.

    Each tells its groups to the components that it has links to.
    """
    parts = parts_of(plan, home, turn)
    for label, stage, members in _told(plan, f"old-{turn}", home) if turn else ():
        part = parts[label]
        part.groups = part.groups or [[], [], [], []]
        part.groups[stage] = [*part.groups[stage], members]
    for part in parts.values():
        if len(part.members) == 1:
            part.groups = [[part.members]] * 4
    todo = [part for part in parts.values() if not part.groups]
    if fresh is not None and not fresh.issuperset(part.label for part in todo):
        raise ValueError("components without groups")
    for some, opened in _opened(plan, todo):
        for part in some:
            found = _clustered(plan, part, opened, [])
            part.groups = [*found[1].stages, found[1].groups]
            part.groups = [[[found[0][k] for k in g] for g in stage] for stage in part.groups]
    _keep(plan, f"groups-{turn}", home, _rows(parts.values()))
    _send_beside(plan, home, turn, parts.values())
    return len(parts)


def crossed(plan: Plan, home: int, turn: int, fresh: frozenset[int] | None) -> list[Pair]:
    """The labels of the components of which a group fits one of another, of fresh ones at least."""
    parts = parts_of(plan, home, turn)
    told = plan.scratch.receive(f"beside-{turn}", home, plan.homes)
    names = ("label", "there", "stage", "members")
    for label, there, stage, members in zip(
        *(told.column(name).to_pylist() for name in names), strict=True
    ):
        parts[label].beside.setdefault(stage, {})[tuple(members)] = there
    todo = [part for part in parts.values() if part.there and _touched(part, fresh)]
    found: set[Pair] = set()
    for some, opened in _opened(plan, todo):
        for part in some:
            others = [list(part.beside.get(stage, ())) for stage in range(_FINAL)]
            listed, result = _clustered(plan, part, opened, others)
            labels = dict.fromkeys(part.members, part.label)
            for groups in part.beside.values():
                labels |= {n: there for group in groups for n in group if n not in labels}
            found |= {(labels[listed[i]], labels[listed[j]]) for i, j in result.crossing}
    return sorted(found)


def joined(pairs: Iterable[Pair]) -> dict[int, int]:
    """The label of each component that is to be one with others: the lowest of these."""
    edges = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    known, places = np.unique(edges, return_inverse=True)
    lowest = known[components(len(known), places.reshape(-1, 2))]
    return dict(zip(known.tolist(), lowest.tolist(), strict=True))


def relabelled(plan: Plan, home: int, turn: int, labels: Mapping[int, int]) -> None:
    """Send the components of a home to where they are now, under the labels of the next turn."""
    old = np.array(sorted(labels), np.int64)
    new = np.array([labels[n] for n in old.tolist()], np.int64)

    def renamed(found: NDArray[np.int64]) -> NDArray[np.int64]:
        at = np.searchsorted(old, found).clip(max=len(old) - 1)
        return np.where(old[at] == found, new[at], found)

    for stage, names in (("members", ("label",)), ("ties", ("label", "there"))):
        rows = plan.scratch.receive(f"{stage}-{turn}", home, plan.homes)
        for name in names:
            at = rows.schema.get_field_index(name)
            rows = rows.set_column(at, rows.field(at), [renamed(numbers(rows, name))])
        plan.scratch.send(f"{stage}-{turn + 1}", home, rows, home_of(numbers(rows, "label")))
    kept = plan.scratch.kept(f"groups-{turn}", home)
    stays = ~np.isin(numbers(kept, "label"), old)
    kept = kept.filter(stays)
    where = home_of(numbers(kept, "label"))
    plan.scratch.send(f"old-{turn + 1}", home, kept, where)


def groups_of(plan: Plan, home: int, turn: int) -> dict[int, list[list[int]]]:
    """The groups of the components of a home, at the end."""
    kept = plan.scratch.kept(f"groups-{turn}", home)
    found: dict[int, list[list[int]]] = defaultdict(list)
    for label, stage, members in _each(kept):
        if stage == _FINAL:
            found[label].append(members)
    return found


def _touched(part: Part, fresh: frozenset[int] | None) -> bool:
    return fresh is None or part.label in fresh or not fresh.isdisjoint(part.there.values())


def _opened(plan: Plan, parts: Iterable[Part]) -> Iterator[tuple[list[Part], Opened]]:
    """The components in blocks, with their quotes and those beside at hand."""
    shelf = Shelf(plan)
    some: list[Part] = []
    wanted: set[int] = set()
    for part in parts:
        some.append(part)
        wanted.update(part.members, part.there)
        wanted.update(n for groups in part.beside.values() for group in groups for n in group)
        if len(wanted) >= plan.pairs:
            yield some, shelf.items(wanted)
            some, wanted = [], set()
    if some:
        yield some, shelf.items(wanted)


def _clustered(
    plan: Plan, part: Part, opened: Opened, others: Sequence[Groups]
) -> tuple[list[int], Clustered]:
    """The clustering of a component, and the numbers that its positions stand for."""
    wanted = {*part.members, *part.there, *(n for s in others for group in s for n in group)}
    listed = sorted(wanted)
    items = [opened[n] for n in listed]
    places = {n: k for k, n in enumerate(listed)}
    near = {
        places[n]: {places[m]: score for m, score in row.items()} for n, row in part.near.items()
    }
    judged = Judged(shipped())
    one, two, three = ([[places[n] for n in g] for g in s] for s in others or ((), (), ()))
    found = clustered(
        items,
        near,
        plan.threshold,
        lambda i, j: judged.score(items[i], items[j]),
        excludes=judged.excluded,
        beside=Beside({places[n] for n in part.members}, (one, two, three)),
    )
    return listed, found


def _rows(parts: Iterable[Part]) -> Iterator[tuple[int, int, Sequence[int]]]:
    for part in parts:
        for stage, groups in enumerate(part.groups):
            yield from ((part.label, stage, group) for group in groups)


def _send_beside(plan: Plan, home: int, turn: int, parts: Iterable[Part]) -> None:
    """Tell every component the groups of the quotes that it has links to."""
    rows: list[tuple[int, int, int, Sequence[int]]] = []
    for part in parts:
        wanted: dict[int, set[int]] = defaultdict(set)
        for other, there in part.there.items():
            wanted[there].update(part.near[other])
        for stage in range(_FINAL) if wanted else ():
            for group in part.groups[stage]:
                held = set(group)
                rows += [
                    (there, part.label, stage, group)
                    for there, linked in wanted.items()
                    if not held.isdisjoint(linked)
                ]
    columns: Any = list(zip(*rows, strict=True)) or [()] * 4
    named = dict(zip(("label", "there", "stage", "members"), columns, strict=True))
    told = table(named, label="int", there="int", stage="int", members="ints")
    plan.scratch.send(f"beside-{turn}", home, told, home_of(numbers(told, "label")))


def _keep(plan: Plan, name: str, home: int, rows: Iterable[tuple[int, int, Sequence[int]]]) -> None:
    columns: Any = list(zip(*rows, strict=True)) or [()] * 3
    named = dict(zip(("label", "stage", "members"), columns, strict=True))
    plan.scratch.keep(name, home, table(named, label="int", stage="int", members="ints"))


def _told(plan: Plan, stage: str, home: int) -> Iterator[tuple[int, int, list[int]]]:
    return _each(plan.scratch.receive(stage, home, plan.homes))


def _each(rows: Any) -> Iterator[tuple[int, int, list[int]]]:
    names = ("label", "stage", "members")
    return zip(*(rows.column(name).to_pylist() for name in names), strict=True)
