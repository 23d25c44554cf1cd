"""The name in apposition to a description: *the founder, Ada Roe*; *Ada Roe, 49, a veteran*."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.language.sentences import Word
from quotes.names.runs import is_title
from quotes.speakers.describe import describe
from quotes.speakers.figures import Cast
from quotes.speakers.mentions import Reference
from quotes.speakers.nouns import is_person_noun
from quotes.speakers.phrases import STYLES

_TITLES = 5
_CLAUSE = 10
_RELATIVE = frozenset({"that", "which", "who"})


def apposed(cast: Cast, reference: Reference) -> int | None:
    """The person whose name stands beside a description, parted by a comma."""
    words = reference.sentence.words
    described = reference.head is not None and is_person_noun(reference.sentence, reference.head)
    if not described:
        return None
    place = reference.sentence.index
    before, after = reference.first - 1, reference.stop
    if before > 0 and words[before].text == ",":
        for i in range(before - 1, max(-1, before - 6), -1):
            number = cast.by_span.get((place, i))
            if number is not None:
                aged = before > 2 and words[before - 1].xpos == "CD"
                stops = (before, before - 2) if aged else (before,)
                return number if cast.ends.get((place, i)) in stops else None
    if after < len(words) and words[after].lower == "and":
        known, names = cast.known, cast.names.of(place)
        both = describe(reference.sentence, reference.first, len(words), known, names)
        after = after if both is None else max(after, both.stop)
    if after + 1 < len(words) and words[after].text == ",":
        named = _titled(cast, reference, after + 1)
        if named is None and words[after + 1].lower in {"who", "identified", "named", "called"}:
            return _called(cast, reference, after + 1)
        return _parent(cast, place, words, after + 1) if named is None else named
    called = _called(cast, reference, after)
    return cast.by_span.get((place, after)) if called is None else called


def body_apposed(cast: Cast, reference: Reference) -> int | None:
    """The institution named behind a comma that closes a description, or a clause on it.

    *The group, Acme, said*; *the company that runs the fair, Acme, said*.
    """
    words, place = reference.sentence.words, reference.sentence.index
    for i in range(reference.stop, min(len(words) - 1, reference.stop + _CLAUSE)):
        if words[i].text == ",":
            return _parent(cast, place, words, i + 1)
        if i == reference.stop and words[i].lower not in _RELATIVE:
            return None
    return None


def _called(cast: Cast, reference: Reference, after: int) -> int | None:
    """The person whose name a description gives: *a man named X*, *who gave his name as X*."""
    words, place = reference.sentence.words, reference.sentence.index
    for k in range(after, min(len(words), after + _CLAUSE)):
        number = cast.by_span.get((place, k))
        if number is not None:
            between = [w.lower for w in words[after:k]]
            if between[-1:] == ["as"]:
                given = "name" in between or {"identified", "known"} & set(between)
                return number if given else None
            return number if between and between[-1] in {"named", "called"} else None
    return None


def _titled(cast: Cast, reference: Reference, first: int) -> int | None:
    """The person named at word `first`, behind titles or a description of the same person.

    *Mr. Roe*, *the Most Rev Roe*, *the painter Ada Roe*, *Ambassador Ada Roe*.
    """
    sentence, words = reference.sentence, reference.sentence.words
    place = sentence.index
    number = cast.by_span.get((place, first))
    if number is not None or reference.plural:
        return number
    i = first
    while i < len(words) and i - first < _TITLES and (place, i) not in cast.by_span:
        titled = words[i].text[:1].isupper() and is_title(words[i].text)
        if not titled and words[i].lower not in STYLES:
            break
        i += 1
    number = cast.by_span.get((place, i))
    if number is not None or i >= len(words):
        return number
    both = describe(sentence, first, len(words), cast.known, cast.names.of(place))
    if both is None or words[both.head].xpos == "NNS" or words[first].lower in {"a", "an"}:
        return None
    return cast.by_span.get((place, both.stop))


def _parent(cast: Cast, place: int, words: Sequence[Word], first: int) -> int | None:
    """The institution in apposition from word `first` on, if a comma closes it."""
    while first < len(words) and words[first].xpos == "DT":
        first += 1
    number = stop = cast.institutions.get((place, first))
    end = first
    while stop is not None and stop == number:
        end += 1
        stop = cast.institutions.get((place, end))
    closed = end < len(words) and words[end].text in {",", "."}
    return number if closed else None
