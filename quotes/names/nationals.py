"""One of a people, written with a capital as names are: *the Dutchman*, *a Swede*."""

from __future__ import annotations

from quotes.lexicons import load, of_class
from quotes.names.parts import plain

_PEOPLES = ("ch", "ese", "s", "sh")
"""How demonyms end that name a people, not one of them: *the French*."""
_REGIONS = of_class("regions_without_people")
"""Demonyms for regions, which name nobody alone: *the North*."""
_NATIONALS = of_class("nationals")


def national(word: str) -> tuple[str, str | None] | None:
    """The people that a word names one of, and the sex it shows; None for any other word."""
    key = plain(word)
    for ending, sex in (("woman", "female"), ("man", "male")):
        people = key.removesuffix(ending)
        if people not in {key, "scots"} and people in load("demonyms"):
            return people, sex
    one = key in load("demonyms") and key not in _REGIONS and not key.endswith(_PEOPLES)
    return (key, None) if one or key in _NATIONALS else None
