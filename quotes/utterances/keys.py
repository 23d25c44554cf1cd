"""The keys of `candidates` for a store that meets quotes one by one instead of all at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import attrs

from quotes.utterances.candidates import _ROUTES
from quotes.utterances.items import Item


@attrs.frozen
class Key:
    """One thing that two quotes may have in common.

    Two quotes meet under a `value` of the same `route` if one of them `asks` for it; `least` is the
    share of the telling words of the shorter one that they must have in common as well.
    """

    route: int
    value: Hashable
    asks: bool
    least: float


def keys_of(item: Item) -> Iterator[Key]:
    """All keys under which a quote may meet another, those that it only answers to last."""
    for route, (keys, more, least) in enumerate(_ROUTES):
        asked = dict.fromkeys(keys(item))
        yield from (Key(route, value, True, least) for value in asked)
        if more is not None:
            others = dict.fromkeys(more(item))
            yield from (Key(route, value, False, least) for value in others if value not in asked)
