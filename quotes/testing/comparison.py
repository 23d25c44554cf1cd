"""What differs between the quotes expected in a fixture and those that were found."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import attrs

from quotes.testing.markup import Expected, Fixture
from quotes.types import Kind, Quote, Span

_SAME_WORDS = 0.75
_ARTICLE = re.compile(r"^(?:an?|the)\s+")
REPORTED = frozenset((Kind.DIRECT, Kind.MIXED, Kind.INDIRECT))


@attrs.frozen
class Difference:
    """One readable difference: `what` differs in the quote of that `key` (an extra one: its id).

    `known` is what the library is known to get wrong in that fixture, None where it gets all right.
    """

    fixture: str
    key: str
    what: str
    expected: str
    found: str
    known: str | None = None

    def __str__(self) -> str:
        """One line for a person to read."""
        where = f"{self.fixture} {self.key}".strip()
        line = f"{where}: {self.what}: expected {self.expected}, found {self.found}"
        return line if self.known is None else f"{line} (known: {self.known})"


def compare(
    fixture: Fixture, quotes: Sequence[Quote], kinds: Collection[Kind] = REPORTED
) -> list[Difference]:
    """Return how `quotes` differ from those that the fixture expects, in text order.

    Quotes are paired by what they share. Direct, mixed and other quotes must then have the very
    segments; of indirect ones three quarters of the content must agree. Source, cue and via must
    overlap the expected words; names must agree but for case, typographic marks and a leading
    article, a role may go on where the expected one ends (*mayor of Elmford* for *mayor*). Quotes
    are of one speaker where their expected `speaker` is the same, of two where it differs. Only
    quotes of these `kinds` are looked at.
    """
    wanted = [e for e in fixture.quotes if e.kind in kinds]
    found = [q for q in quotes if q.kind in kinds]
    pairs = _pair(wanted, found)
    differences: list[tuple[int, Difference]] = []

    def differ(at: int, key: str, what: str, expected: object, actual: object) -> None:
        line = Difference(
            fixture.name, key, what, str(expected), str(actual), fixture.known_difference
        )
        differences.append((at, line))

    speakers: dict[str, tuple[str, str]] = {}
    for i, expected in enumerate(wanted):
        at = expected.content[0].start
        if i not in pairs:
            if not expected.optional:
                differ(
                    at, expected.key, "quote", _join(expected.segments or expected.content), "none"
                )
            continue
        quote = found[pairs[i]]
        for what, one, other in _fields(expected, quote):
            differ(at, expected.key, what, one, other)
        if not expected.speaker or quote.speaker is None:
            continue
        who, actual = expected.speaker, quote.speaker.id
        for key, (other_who, other_actual) in speakers.items():
            if (who == other_who) != (actual == other_actual):
                relation = "the speaker" if who == other_who else "another speaker than that"
                differ(at, expected.key, "identity", f"{relation} of {key}", actual)
                break
        speakers[expected.key] = (who, actual)
    taken = set(pairs.values())
    for j, quote in enumerate(found):
        if j not in taken:
            spans = quote.segments or quote.content
            start = spans[0].start if spans else 0
            differ(start, quote.id, f"extra {quote.kind} quote", "none", _join(spans))
    return [difference for _, difference in sorted(differences, key=lambda pair: pair[0])]


def _pair(wanted: Sequence[Expected], found: Sequence[Quote]) -> dict[int, int]:
    """Each expected quote with the quote that shares most with it, best pairs first."""
    scored = sorted(
        (
            (-_shared(*_comparable(expected, quote)), i, j)
            for i, expected in enumerate(wanted)
            for j, quote in enumerate(found)
        ),
    )
    pairs: dict[int, int] = {}
    for score, i, j in scored:
        if score < 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _comparable(expected: Expected, quote: Quote) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    if expected.segments and quote.segments:
        return expected.segments, quote.segments
    return expected.content, quote.content


def _shared(some: Sequence[Span], others: Sequence[Span]) -> float:
    """Characters in both as a share of the characters in either."""
    one = {i for span in some for i in range(span.start, span.end)}
    two = {i for span in others for i in range(span.start, span.end)}
    return len(one & two) / len(one | two) if one or two else 0.0


def _fields(expected: Expected, quote: Quote) -> list[tuple[str, object, object]]:
    """The fields of a pair that differ: what, expected, found."""
    rows: list[tuple[str, object, object]] = []
    if quote.kind is not expected.kind:
        rows.append(("kind", expected.kind, quote.kind))
    if expected.segments:
        if [(s.start, s.end) for s in expected.segments] != [
            (s.start, s.end) for s in quote.segments
        ]:
            rows.append(("segments", *_told_apart(expected.segments, quote.segments)))
    elif _shared(expected.content, quote.content) < _SAME_WORDS:
        rows.append(("content", *_told_apart(expected.content, quote.content)))
    for what in ("cue", "source", "via"):
        one: Span | None = getattr(expected, what)
        two: Span | None = getattr(quote, what)
        if one is not None and (two is None or not _shared([one], [two])):
            rows.append((what, *_told_apart([one], [two] if two else [])))
    speaker = quote.speaker
    name = speaker.name if speaker else ""
    if expected.speaker is not None:
        wanted = expected.speaker.partition("#")[0]
        if _plain(wanted) != _plain(name):
            rows.append(("speaker", wanted.strip() or "none", name or "none"))
    if expected.party is not None and speaker is not None and speaker.kind is not expected.party:
        rows.append(("party", expected.party, speaker.kind))
    roles = speaker.roles if speaker else ()
    if expected.roles is not None and not _same_names(expected.roles, roles, longer=True):
        rows.append(("roles", _listed(expected.roles), _listed(roles)))
    bodies = tuple(a.name for a in speaker.affiliations) if speaker else ()
    if expected.affiliations is not None and not _same_names(expected.affiliations, bodies):
        rows.append(("affiliations", _listed(expected.affiliations), _listed(bodies)))
    return rows


def _same_names(wanted: Sequence[str], found: Sequence[str], *, longer: bool = False) -> bool:
    """Whether both say the same, in any order; a found one may be `longer` at its end."""
    rest = [_plain(name) for name in found]
    for name in map(_plain, wanted):
        match = next((r for r in rest if r == name or (longer and r.startswith(f"{name} "))), None)
        if match is None:
            return False
        rest.remove(match)
    return not rest


def _plain(name: str) -> str:
    folded = " ".join(name.casefold().replace("’", "'").replace("‘", "'").split())
    return _ARTICLE.sub("", folded)


def _told_apart(expected: Sequence[Span], found: Sequence[Span]) -> tuple[str, str]:
    """What to show of spans that differ: their words, with the offsets where only those differ."""
    one, two = _join(expected), _join(found)
    if one != two:
        return one, two
    return f"{one} {_places(expected)}", f"{two} {_places(found)}"


def _places(spans: Sequence[Span]) -> str:
    return "at " + ", ".join(f"{span.start}-{span.end}" for span in spans)


def _join(spans: Sequence[Span]) -> str:
    return " + ".join(repr(span.text) for span in spans) or "none"


def _listed(names: Sequence[str]) -> str:
    return " | ".join(names) or "none"
