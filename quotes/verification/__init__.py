"""Whether given words stand in an article: the words and marks decide, no model is asked."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.types import Article, Marking, Place, Verification, VerificationStatus
from quotes.types.verification import VERIFIED
from quotes.verification.given import Given, given_of
from quotes.verification.judging import place_of
from quotes.verification.matching import matches
from quotes.verification.nearest import nearest
from quotes.verification.source import Source, source_of

__all__ = ["verified"]

_STATUSES = tuple(VerificationStatus)
_MARKINGS = tuple(Marking)


def verified(words: str, article: Article) -> Verification:
    """Look `words` up in an article; see `quotes.verify`.

    Raises:
        InputError: there are no words in `words`.
    """
    given = given_of(words)
    source = source_of(article.text)
    places = sorted(_distinct(_all(given, source)), key=_rank)
    if not places:
        places = _near(given, source)
    good = [place for place in places if place.status in VERIFIED]
    kept = tuple(good or places[:1])
    status = kept[0].status if kept else VerificationStatus.ABSENT
    return Verification(words, article.id, status, kept)


def _all(given: Given, source: Source) -> Iterator[Place]:
    """Every place that has all of the words."""
    for stream in source.streams:
        for alignment in matches(given, stream):
            yield place_of(given, source, stream, alignment)


def _near(given: Given, source: Source) -> list[Place]:
    """The place that has most of the words, if there is one."""
    # Of equals the words as they were spoken, which come last.
    streams = reversed(source.streams)
    found = [(near, stream) for stream in streams if (near := nearest(given, stream))]
    if not found:
        return []
    near, stream = max(found, key=lambda one: one[0].similarity)
    return [place_of(given, source, stream, near.alignment, near.extent)]


def _distinct(places: Iterator[Place]) -> list[Place]:
    """Each place once, as the better of its readings; of equals as the words were spoken."""
    found: dict[tuple[int, int], Place] = {}
    for place in places:
        extent = place.spans[0].start, place.spans[-1].end
        if extent not in found or _rank(place) <= _rank(found[extent]):
            found[extent] = place
    return list(found.values())


def _rank(place: Place) -> tuple[int, int, int, int]:
    return (
        _STATUSES.index(place.status),
        len(place.differences) if place.status not in VERIFIED else 0,
        _MARKINGS.index(place.marking),
        place.spans[0].start,
    )
