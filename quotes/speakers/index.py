"""Ways to find a figure again: by name, word, role, initials and place."""

from __future__ import annotations

from collections import Counter, defaultdict

from quotes.names.parts import words_of
from quotes.speakers.figures import Figure
from quotes.types import SpeakerKind

_MOST = 200


class Index:
    """Looks figures up without going through all of them; each list keeps the order of entry."""

    def __init__(self) -> None:
        self.by_name: dict[tuple[SpeakerKind, tuple[str, ...]], int] = {}
        self.by_start: dict[int, int] = {}
        """Figures without a name of their own, by the offset where they are introduced."""
        self.by_noun: dict[str, list[int]] = defaultdict(list)
        self.by_initials: dict[str, list[int]] = defaultdict(list)
        self.persons: dict[str, list[int]] = defaultdict(list)
        self.institutions: dict[str, list[int]] = defaultdict(list)
        self.surnames: Counter[str] = Counter()

    def take(self, number: int, figure: Figure) -> None:
        """Enter a figure."""
        self.by_name.setdefault((figure.kind, words_of(figure.name)), number)
        if figure.person is None and figure.organisation is None:
            for event in figure.events:
                self.by_start.setdefault(event.start, number)
        for noun in sorted(figure.nouns):
            _enter(self.by_noun[noun], number)
        for initials in sorted(figure.initials):
            _enter(self.by_initials[initials], number)
        if figure.person is not None:
            self.surnames[figure.person.parts.surname] += 1
            for word in figure.person.parts.words:
                _enter(self.persons[word], number)
        if figure.organisation is not None:
            for word in sorted(figure.words):
                _enter(self.institutions[word], number)


def _enter(row: list[int], number: int) -> None:
    if len(row) < _MOST and number not in row[-1:]:
        row.append(number)
