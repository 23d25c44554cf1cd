"""Invented outlets, and how each of them names speakers and sets quotes."""

from __future__ import annotations

import functools

import attrs

from quotes.evaluation.retelling.dice import Dice

_TOWNS = "Marlow Everdale Quaystone Larkhill Osterby Tamworth Silverton Redmarsh".split()
_PAPERS = "Courier Ledger Tribune Sentinel Dispatch".split()


@attrs.frozen
class Outlet:
    """The habits of one outlet: marks, honorifics, where a comma stands, and where names do."""

    name: str
    opening: str
    closing: str
    curly: bool
    honorifics: bool
    comma_inside: bool
    verb_first: float
    dated: bool
    named: float


@functools.cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets."""
    dice = Dice(7)
    found = []
    for paper in _PAPERS:
        for town in _TOWNS:
            opening, closing = dice.weighted(
                ((("“", "”"), 6.0), (('"', '"'), 5.0), (("‘", "’"), 1.0))
            )
            found.append(
                Outlet(
                    name=f"{town} {paper}",
                    opening=opening,
                    closing=closing,
                    curly=opening != '"',
                    honorifics=dice.chance(0.25),
                    comma_inside=dice.chance(0.75),
                    verb_first=dice.pick((0.1, 0.3, 0.7)),
                    dated=dice.chance(0.8),
                    named=dice.pick((0.75, 0.85, 0.95)),
                )
            )
    return tuple(found)
