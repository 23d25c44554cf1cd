"""The passages of one quotation, verified one by one, as one result."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import attrs

from quotes.types import (
    Difference,
    DifferenceKind,
    Marking,
    Place,
    Span,
    Verification,
    VerificationStatus,
)
from quotes.verification import Verifier

_STATUSES = tuple(VerificationStatus)


def verified(passages: Sequence[Sequence[str]], verifier: Verifier) -> list[Verification]:
    """Look each passage, the words of its segments, up in a source."""
    return [verifier.verify_segments(passage) for passage in passages]


def together(found: Sequence[Verification]) -> Verification:
    """One result for all passages: the worst status, and the first place of each as one place.

    Where some passages are absent and others are not, the words are altered: what is absent was
    added.
    """
    if len(found) == 1:
        return found[0]
    words = " ".join(one.words for one in found)
    if not any(found_one.places for found_one in found):
        return attrs.evolve(found[0], words=words)
    starts = [0, *accumulate(len(one.words) + 1 for one in found)]
    status = max((one.status for one in found), key=_STATUSES.index)
    if status is VerificationStatus.ABSENT:
        status = VerificationStatus.ALTERED
    spans: list[Span] = []
    differences: list[Difference] = []
    for start, one in zip(starts, found, strict=False):
        spans.extend(one.spans)
        if one.places:
            differences.extend(_moved(difference, start) for difference in one.differences)
        else:
            given = Span(start, start + len(one.words), one.words)
            differences.append(Difference(DifferenceKind.ADDED, given, None))
    marking = {one.marking for one in found if one.places}
    place = Place(
        status,
        tuple(spans),
        marking.pop() if len(marking) == 1 else Marking.PARTLY,
        tuple(differences),
    )
    return attrs.evolve(found[0], words=words, status=status, places=(place,))


def _moved(difference: Difference, by: int) -> Difference:
    given = difference.given
    if given is None:
        return difference
    return attrs.evolve(difference, given=Span(given.start + by, given.end + by, given.text))
