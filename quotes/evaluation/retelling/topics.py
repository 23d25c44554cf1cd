"""What the invented news is about: events, deeds, troubles, people and roles of each matter."""

from __future__ import annotations

import functools

import attrs

from quotes.evaluation.retelling.tables import Concept, concepts, text


@attrs.frozen
class Act:
    """Something that is done to something: *repair the dam*."""

    verbs: Concept
    thing: Concept


@attrs.frozen
class Role:
    """What a speaker is, and how they speak.

    `voice`: o for those in charge, c for critics, e for experts, w for witnesses, p for players
    and performers.
    """

    voice: str
    title: str


@attrs.frozen
class Matter:
    """The words of one sort of news."""

    name: str
    events: tuple[Concept, ...]
    organisations: tuple[str, ...]
    roles: tuple[Role, ...]
    groups: tuple[Concept, ...]
    acts: tuple[Act, ...]
    troubles: tuple[Concept, ...]
    units: tuple[Concept, ...]


@functools.cache
def matters() -> tuple[Matter, ...]:
    """All matters that the invented news is about."""
    return tuple(_matter(table) for table in text("matters").split("\n---\n"))


def _matter(table: str) -> Matter:
    rows = dict(line.split(": ", 1) for line in table.split("\n"))
    acts = []
    for group in rows["acts"].split(" | "):
        verbs, things = group.split(": ")
        acts += [Act(tuple(verbs.split("=")), thing) for thing in concepts(things)]
    roles = [row.strip().split(" ", 1) for row in rows["roles"].split(",")]
    return Matter(
        name=rows["name"],
        events=concepts(rows["events"]),
        organisations=tuple(org.strip() for org in rows["orgs"].split(",")),
        roles=tuple(Role(voice, title) for voice, title in roles),
        groups=concepts(rows["groups"]),
        acts=tuple(acts),
        troubles=concepts(rows["troubles"]),
        units=concepts(rows["units"]),
    )
