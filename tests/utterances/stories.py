"""Five articles about a sea wall, with their quotes, and what is made of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from quotes.types import Article, Quote
from quotes.utterances import Utterances
from tests.utterances.building import Story, Who, normalised, story

WALL = "The sea wall will hold until the spring, whatever the tide brings"
BOAT = "Every gravel barge in Ostmark has been painted orange by the pilots"

STORIES = (
    story(
        "a",
        f"⟦marsh: “{WALL},”⟧ ⟦+cue: said⟧ Ada Marsh, mayor of Orrin. ⟦fenn: “{BOAT}.”⟧",
        outlet="The Courier",
        day=3,
    ),
    story(
        "b",
        "Mayor Marsh ⟦cue: insisted⟧ ⟦marsh: the wall “will hold until the spring”⟧.",
        outlet="Tidings",
        day=4,
        marsh=Who("Marsh", roles=("mayor",)),
    ),
    story(
        "c",
        f"⟦official: “The sea wall will hold until spring,”⟧ said a harbour official. {BOAT[:5]}",
        day=4,
    ),
    story("d", "Marsh ⟦cue: said⟧ that ⟦marsh: the sea wall would hold until the spring⟧."),
    story("e", f"⟦fenn: “{BOAT.lower()}”⟧, wrote Joel Fenn. The ⟦scare: “pilots”⟧ laughed."),
)
ALL = normalised(*STORIES)


def split(stories: Iterable[Story]) -> tuple[list[Article], list[Sequence[Quote]]]:
    rows = list(stories)
    return [s.article for s in rows], [s.quotes for s in rows]


def through_json(value: Utterances) -> Utterances:
    """The result as it comes back from a file."""
    return Utterances.from_dict(json.loads(json.dumps(value.to_dict())))
