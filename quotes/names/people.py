"""The people of an article: the fullest form of each name and all places where it stands."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Sequence

import attrs
import regex

from quotes.language.sentences import Reading
from quotes.names.candidates import Candidate, candidates
from quotes.names.parts import NameParts, first_name_gender, same_given
from quotes.names.surnames import ALONE, attach_surnames, sex_of
from quotes.names.together import spouses

_ACCEPT = 0.35
_MOST = 100
_NICKNAME = regex.compile(r"""\s[“"‘'(][^“”"‘’'()]{1,40}[”"’')](?=\s)""")
"""A nickname between marks inside a name: no part of the name to show."""
_Key = tuple[tuple[str, ...], tuple[str, ...], str | None]
"""Words, initials and suffix of a name."""


@attrs.frozen
class NameMention:
    """One place where a person is named: words `first` to `stop` of `sentence`, without titles."""

    sentence: int
    first: int
    stop: int
    start: int
    end: int
    full: bool
    """Whether more than one word of the name stands here."""
    quoted: bool
    """Whether it stands inside quotation marks."""


@attrs.frozen
class Person:
    """Somebody named in the article."""

    name: str
    parts: NameParts
    sex: str | None
    """"female", "male", or None where nothing shows it."""
    mentions: tuple[NameMention, ...]
    addressed: bool = False
    """Whether a form of address (*Ms.*) shows the sex, not the first name alone."""


def people(reading: Reading, quoted: Sequence[tuple[int, int]] = ()) -> tuple[Person, ...]:
    """The people named in an article, in order of first mention.

    Args:
        reading: The article, read.
        quoted: The outer spans between quotation marks; names inside are weaker evidence.
    """
    found = candidates(reading)
    worth = _worth(found)
    full = [c for c in found if len(c.parts.words) > 1 and worth[c.parts.words] > _ACCEPT]
    paired = {(c.sentence, c.first): c for c in spouses(reading, found, full)}
    if paired:
        found = [paired.get((c.sentence, c.first), c) for c in found]
        worth |= {c.parts.words: _ACCEPT for c in paired.values()}
        full = [*full, *paired.values()]
    groups = _groups(full)
    rows: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in full:
        rows[groups[_key(candidate)]].append(candidate)
    clusters = [rows[number] for number in sorted(rows)]
    inside = _Inside(quoted)
    attach_surnames(reading, found, clusters, worth, inside)
    persons = [_person(reading, cluster, inside) for cluster in clusters]
    return tuple(sorted(persons, key=lambda p: p.mentions[0].start))


class _Inside:
    """Whether an offset lies inside one of the spans."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [a for a, _ in ordered]
        self._ends = [b for _, b in ordered]

    def __call__(self, at: int) -> bool:
        n = bisect.bisect_right(self._starts, at) - 1
        return n >= 0 and at < self._ends[n]


def _worth(found: Sequence[Candidate]) -> dict[tuple[str, ...], float]:
    """For each form of words how much speaks for a person over the whole article."""
    rows: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for candidate in found:
        rows[candidate.parts.words].append(candidate)
    worth = {
        words: sum(c.ner for c in row) / len(row)
        + max(c.shape for c in row) * 0.5
        + sum(c.shape for c in row) / len(row) * 0.5
        for words, row in rows.items()
    }
    for words in worth:
        surname = (words[-1],)
        if len(words) < 2:
            continue
        if worth.get(surname, 0.0) > ALONE:
            worth[words] += 1.5
        if surname in rows and first_name_gender(words[0]) is not None:
            worth[words] += max(c.shape for c in rows[surname])
    return worth


def _key(candidate: Candidate) -> _Key:
    parts = candidate.parts
    return parts.words, parts.initials, parts.suffix


def _groups(full: Sequence[Candidate]) -> dict[_Key, int]:
    """Number the people: names that are forms of one name get one number."""
    counts = Counter(_key(c) for c in full)
    parts = {_key(c): c.parts for c in full}
    order = sorted(counts, key=lambda k: (-len(k[0]) - len(k[1]), -counts[k], k[0]))
    heads: list[NameParts] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    numbers: dict[_Key, int] = {}
    for key in order:
        own = parts[key]
        near = sorted({n for word in own.core for n in by_word[word][:_MOST]})
        match = next((n for n in near if own.within(heads[n])), None)
        if match is None:
            match = next((n for n in near if _same_person(own, heads[n])), None)
        if match is None:
            match = len(heads)
            heads.append(own)
            for word in own.core:
                by_word[word].append(match)
        numbers[key] = match
    return numbers


def _same_person(a: NameParts, b: NameParts) -> bool:
    """Two full forms with the same surname whose first names agree (Bill and William)."""
    if a.words[-1] != b.words[-1] or a.differs(b):
        return False
    return same_given(a.words[0], b.words[0])


def _person(reading: Reading, cluster: list[Candidate], inside: _Inside) -> Person:
    ordered = sorted(cluster, key=lambda c: c.start)
    best = max(
        ordered,
        key=lambda c: (len(c.parts.words) + len(c.parts.initials), -c.start),
    )
    written = _NICKNAME.sub("", " ".join(reading.text[best.start : best.end].split()))
    if best.surname is not None:
        written = f"{written} {best.surname}"
    return Person(
        written,
        best.parts,
        sex_of(ordered),
        tuple(
            NameMention(
                c.sentence,
                c.first,
                c.stop,
                c.start,
                c.end,
                len(c.parts.words) > 1,
                inside(c.start),
            )
            for c in ordered
        ),
        any(c.honorific in {"male", "female"} for c in ordered),
    )
