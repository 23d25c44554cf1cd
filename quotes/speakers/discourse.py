"""The state of an article's discourse while its attributions are resolved one after another."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

import attrs

from quotes.language.sentences import Reading
from quotes.speakers.antecedents import (
    NAMELESS,
    NEW,
    Setting,
    Wanted,
    features,
    fits,
    probabilities,
)
from quotes.speakers.figures import Cast, Event, Figure
from quotes.speakers.index import Index
from quotes.speakers.mentions import Reference
from quotes.speakers.pointing import SURE, Ask, pointed
from quotes.text.paragraphs import ParagraphKind

_REACH = 60
_NEAR = 0.7
_WINDOW = 6
_MOST_EVENTS = 400


@attrs.frozen
class Choice:
    """A candidate with its features and probability."""

    number: int
    row: dict[str, float]
    probability: float


class Discourse:
    """Figures, where each was last heard of, and who spoke when."""

    def __init__(
        self, cast: Cast, reported: Sequence[tuple[int, int]] = (), ask: Ask | None = None
    ) -> None:
        """Begin an article of which the ranges `reported`, in order, are reported words.

        `ask` is what to ask of pronouns where their features leave doubt.
        """
        self.cast = cast
        self._ask = ask
        self._reported = _merged(reported)
        self.figures: list[Figure] = []
        self.index = Index()
        self.spoken: Counter[int] = Counter()
        self.spoke: dict[int, int] = {}
        """By sentence, who spoke there last."""
        self.last_speaker: int | None = None
        self.last_paragraph: int | None = None
        self._events: list[list[Event]] = []
        self._plain: list[list[int]] = []
        self._timeline: list[tuple[int, int]] = []
        self._named = {e.start for f in cast.figures if f.person is not None for e in f.events}
        self._outside = _outside(cast)
        self._paragraphs = [s.paragraph for s in cast.reading.sentences]
        for figure in cast.figures:
            self._take(figure)
        self._timeline.sort()

    def add(self, figure: Figure) -> int:
        """Take a new figure in; returns its number."""
        return self._take(figure, sort=True)

    def replace(self, number: int, figure: Figure) -> None:
        """Put a better account of the same figure in its place."""
        self.figures[number] = figure
        self.index.take(number, figure)

    def _take(self, figure: Figure, sort: bool = False) -> int:
        number = len(self.figures)
        self.figures.append(figure)
        if figure.person is not None or figure.organisation is not None:
            events = tuple(e for e in figure.events if self._in_body(e))
            figure = attrs.evolve(figure, events=events)
        self._events.append([self._told(e) for e in figure.events])
        self._plain.append([e.start for e in figure.events if not e.quoted])
        for event in figure.events:
            if sort:
                bisect.insort(self._timeline, (event.start, number))
            else:
                self._timeline.append((event.start, number))
        self.index.take(number, figure)
        return number

    def _in_body(self, event: Event) -> bool:
        """Whether a place is in the article, not in a caption or a pointer to another page."""
        reading = self.cast.reading
        paragraph = reading.paragraphs[reading.sentences[event.sentence].paragraph]
        return paragraph.kind is not ParagraphKind.FURNITURE

    def _told(self, event: Event) -> Event:
        """The event, marked if it lies within words that somebody is reported to have said."""
        at = bisect.bisect_right(self._reported, (event.start, len(self.cast.reading.text))) - 1
        inside = at >= 0 and event.start < self._reported[at][1]
        return attrs.evolve(event, reported=True) if inside else event

    def goes_on(self, number: int, reference: Reference, said: bool = False) -> None:
        """Note that the text goes on about a figure where `reference` stands."""
        row = self._events[number]
        at = bisect.bisect_left(row, reference.start, key=attrgetter("start"))
        stop = bisect.bisect_left(row, reference.end, key=attrgetter("start"))
        for n in range(at, stop):
            row[n] = attrs.evolve(row[n], subject=True, said=row[n].said or said)
        if at == stop:
            event = Event(reference.start, reference.sentence.index, subject=True, said=said)
            row.insert(at, event)
            bisect.insort(self._plain[number], event.start)
            bisect.insort(self._timeline, (event.start, number))

    def speaks(self, number: int, reference: Reference) -> None:
        """Note that a figure speaks where `reference` stands."""
        self.goes_on(number, reference, said=True)
        self.spoken[number] += 1
        self.spoke[reference.sentence.index] = number
        self.last_speaker = number
        self.last_paragraph = reference.sentence.paragraph

    def setting(self, reference: Reference) -> Setting:
        """Where a mention stands."""
        return Setting(
            reference.start,
            reference.sentence.index,
            reference.sentence.paragraph,
            self._outside,
            self._paragraphs,
            self.last_speaker,
            self.last_paragraph,
            self.spoken,
            reference.adds,
        )

    def _heard(self, before: int) -> Iterator[int]:
        """The figures heard of before an offset, nearest first, each once."""
        at = bisect.bisect_left(self._timeline, (before, -1))
        seen: set[int] = set()
        for n in range(at - 1, max(-1, at - 1 - _MOST_EVENTS), -1):
            number = self._timeline[n][1]
            if number not in seen:
                seen.add(number)
                yield number

    def next_person(self, reference: Reference, wanted: Wanted) -> int | None:
        """The fitting person who is named first behind a mention."""
        at = bisect.bisect_left(self._timeline, (reference.end, -1))
        for _, number in self._timeline[at : at + _MOST_EVENTS]:
            if self.figures[number].person is not None and fits(self.figures[number], wanted):
                return number
        return None

    def rows(self, reference: Reference, wanted: Wanted) -> list[tuple[int, dict[str, float]]]:
        """The fitting candidates of a mention with their features, nearest first."""
        setting = self.setting(reference)
        heard: list[tuple[int, list[Event]]] = []
        for number in self._heard(reference.start):
            if number != wanted.barred and fits(self.figures[number], wanted):
                heard.append((number, self._before(number, reference)))
                if len(heard) == _REACH:
                    break
        heard.sort(key=lambda h: -h[1][-1].start)
        rows: list[tuple[int, dict[str, float]]] = []
        rank = 0
        for number, window in heard:
            figure = self.figures[number]
            often = bisect.bisect_left(self._plain[number], reference.start)
            row = features(figure, number, window, often, wanted, setting, rank)
            row["own_words"] = float(self._named_in(number, reference))
            rows.append((number, row))
            rank += not window[-1].quoted
        near = [row for _, row in rows if row["gap"] < _NEAR and not row["quoted"]]
        for row in near if len(near) == 1 else ():
            row["alone"] = 1.0
        rest = wanted.words - {wanted.head or ""}
        known = {number for number, _ in rows}
        holders = self.index.by_noun.get(wanted.head or "", [])[:_REACH]
        if not rest and len(holders) > 1:
            return rows
        for number in holders:
            figure = self.figures[number]
            later = figure.start > reference.start and rest <= figure.words
            if later and number not in known and fits(figure, wanted):
                window = self._events[number][:1]
                row = features(figure, number, window, 1, wanted, setting, _REACH)
                rows.append((number, row | {"later": 1.0}))
        return rows

    def _before(self, number: int, reference: Reference) -> list[Event]:
        """The last places of a figure before a mention, outside what the mention is the source of.

        Where there are none outside, those inside.
        """
        events = self._events[number]
        stop = bisect.bisect_left(events, reference.start, key=attrgetter("start"))
        window = events[max(0, stop - _WINDOW) : stop]
        return [
            e for e in window if not any(a <= e.start < b for a, b in reference.content)
        ] or window

    def _named_in(self, number: int, reference: Reference) -> bool:
        """Whether a figure is named within what the mention is the source of."""
        events = self._events[number]
        for start, end in reference.content:
            at = bisect.bisect_left(events, start, key=attrgetter("start"))
            if at < len(events) and events[at].start < end:
                return True
        return False

    def choose(
        self,
        task: str,
        reference: Reference,
        wanted: Wanted,
        new: dict[str, float] | None = None,
        *,
        ask: bool = False,
    ) -> list[Choice]:
        """The candidates with their probabilities, best first.

        `new` adds an unknown source; with `ask` the encoder is asked where there is doubt.
        """
        rows = self.rows(reference, wanted)
        if new is not None:
            rows.append((NEW, new))
        if not rows:
            return []
        chances = probabilities(task, [row for _, row in rows])
        best = self.figures[rows[chances.index(max(chances))][0]] if ask else None
        named = best is not None and best.kind not in NAMELESS  # the encoder points at names
        if named and self._ask is not None and len(chances) > 1 and max(chances) < SURE:
            figures = [self.figures[number] for number, _ in rows]
            mention = (reference.start, reference.end)
            answer = self._ask(*mention)
            chances = pointed(self.cast.reading, figures, chances, answer, mention)
        choices = [Choice(number, row, p) for (number, row), p in zip(rows, chances, strict=True)]
        return sorted(choices, key=lambda c: (-c.probability, c.number))

    def recent_persons(self, reference: Reference, count: int) -> Sequence[int]:
        """The numbers of the persons named last before a mention, in the order of their names."""
        heard: dict[int, int] = {}
        at = bisect.bisect_left(self._timeline, (reference.start, -1))
        for n in range(at - 1, max(-1, at - 1 - _MOST_EVENTS), -1):
            start, number = self._timeline[n]
            if start in self._named and not self.cast.inside(start):
                heard.setdefault(number, start)
            if len(heard) == count:
                break
        return sorted(heard, key=lambda number: heard[number])


def _merged(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The union of sorted ranges."""
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _outside(cast: Cast) -> list[int]:
    reading: Reading = cast.reading
    counts = []
    total = 0
    for sentence in reading.sentences:
        counts.append(total)
        middle = (sentence.start + sentence.end) // 2
        total += not (cast.inside(sentence.start + 1) and cast.inside(middle))
    return counts
