"""People named together or under two names: *Bill and Ann Roe*; *Ann Roe, known as Red*."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from quotes.language.sentences import Reading, Sentence
from quotes.lexicons import load
from quotes.names.candidates import Candidate
from quotes.names.parts import NameParts, first_name_gender

_LONGEST = 8
_TAGGED = 1.5
_MARKS = frozenset({",", '"', "'", "(", "-"})


def _by_sentence(found: Sequence[Candidate]) -> dict[int, list[Candidate]]:
    rows: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in sorted(found, key=lambda c: c.start):
        rows[candidate.sentence].append(candidate)
    return rows


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


def aliases(reading: Reading, found: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Pairs of a name and the other name that the article gives the same person behind it."""
    for number, row in _by_sentence(found).items():
        sentence = reading.sentences[number]
        for name, other in itertools.pairwise(row):
            if len(name.parts.words) > 1 and _called(sentence, name.stop, other.first):
                yield name, other


def _called(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the words between two names say that both are names of one person."""
    if not 0 < stop - first <= _LONGEST:
        return False
    inside = [w for w in sentence.words[first:stop] if w.text not in _MARKS]
    words = [w.lower for w in inside if not w.text.isdigit()]
    return " ".join(words) in load("alias_phrases")
