"""One attribution relation: source, cue and content as character ranges."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotes.attribution.content import Range
from quotes.attribution.mentions import Mention
from quotes.attribution.scene import Scene
from quotes.types import Kind, Method

_RELATIVE_REACH = 2
"""How many words may stand between a relative pronoun and what it stands for."""


@attrs.frozen
class Relation:
    """Source, cue and content as character ranges; the source is a mention, no speaker yet.

    `referent` is what a relative pronoun stands for (*the man who said*), else the mention.
    """

    kind: Kind
    segments: tuple[Range, ...]
    content: tuple[Range, ...]
    cue: Range | None
    mention: Mention | None
    referent: Mention | None
    via: Range | None
    speech: float
    right: float
    method: Method


def referent(scene: Scene, mention: Mention | None) -> Mention | None:
    """What a mention that is a relative pronoun stands for, else the mention itself."""
    if mention is None:
        return None
    words = scene.reading.sentences[mention.sentence].words
    if words[mention.first].xpos not in ("WP", "WDT"):
        return mention
    before = [
        f.mention for f in scene.frames_in(mention.sentence) if f.mention.stop <= mention.first
    ]
    nearest = max(before, key=lambda m: (m.stop, -m.first), default=mention)
    return nearest if mention.first - nearest.stop <= _RELATIVE_REACH else mention


def merged(spans: Sequence[Range]) -> tuple[Range, ...]:
    """The union of ranges, in order; ranges that touch or overlap become one."""
    merged: list[Range] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def within(a: Sequence[Range], b: Sequence[Range]) -> bool:
    """Whether one content lies wholly inside another and is not the same."""
    return all(any(c <= x and y <= d for c, d in b) for x, y in a) and tuple(a) != tuple(b)
