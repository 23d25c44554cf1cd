"""People named together: *Bill and Ann Roe*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from quotes.language.sentences import Reading
from quotes.names.candidates import Candidate
from quotes.names.parts import NameParts, first_name_gender

_TAGGED = 1.5


def spouses(
    reading: Reading, found: Sequence[Candidate], full: Sequence[Candidate]
) -> Iterator[Candidate]:
    """First names before *and* and a full name, with the surname of that: *Bill and Ann Roe*.

    Args:
        reading: The article, read.
        found: All stretches that may be names.
        full: Those of more than one word that are names of persons.
    """
    borne = {word for c in full for word in c.parts.core}
    ends = {(c.sentence, c.first): c for c in full}
    for candidate in found:
        words = reading.sentences[candidate.sentence].words
        other = ends.get((candidate.sentence, candidate.stop + 1))
        if other is None or words[candidate.stop].lower not in {"and", "&"}:
            continue
        given = candidate.parts.words
        lone = len(given) == 1 and not candidate.parts.initials and given[0] not in borne
        eastern = other.parts.eastern and len(other.parts.words) > 2
        if not lone or candidate.honorific is not None or eastern:
            continue
        known = first_name_gender(other.parts.words[0]) is not None or other.ner > _TAGGED
        if first_name_gender(given[0]) is None or not known:
            continue
        surname = other.parts.words[-1]
        yield attrs.evolve(
            candidate,
            parts=NameParts((*given, surname), (), other.parts.suffix),
            surname=reading.text[words[other.stop - 1].start : words[other.stop - 1].end],
        )
