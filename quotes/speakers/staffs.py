"""The people around somebody: *her campaign*, *the Roe campaign*, *Ada Roe's office*."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from quotes.lexicons import of_class
from quotes.lexicons.pronouns import Form, pronoun_sexes
from quotes.names.parts import bare, words_of
from quotes.speakers.discourse import Discourse
from quotes.speakers.figures import Figure
from quotes.speakers.mentions import Reference
from quotes.types import SpeakerKind

_STAFFS = of_class("staffs")
_OWN = pronoun_sexes(Form.DETERMINER)


class Staffs:
    """One figure for each person and kind of staff, called by the fullest phrase so far."""

    def __init__(self, discourse: Discourse, resolve: Callable[[int, int], int | None]) -> None:
        """Begin an article; `resolve` finds the figure that words inside a mention mean."""
        self._discourse = discourse
        self._resolve = resolve
        self._known: dict[tuple[int, str], int] = {}

    def of(self, reference: Reference) -> int | None:
        """The staff that a description means; None if it means none, or its head is no person."""
        head = reference.head_key
        if head not in _STAFFS or reference.head is None or reference.plural:
            return None
        leader = self._leader(reference)
        person = self._discourse.figures[leader].person if leader is not None else None
        if leader is None or person is None:
            return None
        start, end = reference.start, reference.end
        text = bare(" ".join(self._discourse.cast.reading.text[start:end].split()))
        known = self._known.get((leader, head))
        for n in self._discourse.index.institutions.get(head, ()) if known is None else ():
            if self._discourse.figures[n].words - {head} <= set(person.parts.words):
                known = n
        if known is None:
            words, kind = frozenset(words_of(text)), SpeakerKind.ORGANIZATION
            known = self._discourse.add(
                Figure(kind, text, start, words=words, nouns=frozenset({head}))
            )
        figure = self._discourse.figures[known]
        if len(words_of(text)) > len(words_of(figure.name)):
            self._discourse.replace(known, attrs.evolve(figure, name=text))
        self._known[leader, head] = known
        return known

    def _leader(self, reference: Reference) -> int | None:
        """Whose staff a mention means."""
        cast, place = self._discourse.cast, reference.sentence.index
        words = reference.sentence.words
        if words[reference.first].lower in _OWN:
            return self._resolve(reference.start, words[reference.first].end)
        if reference.owner is not None:
            return self._resolve(reference.start, words[reference.owner[1] - 1].end)
        for i in range(reference.first, reference.head or 0):
            if cast.ends.get((place, i)) == reference.head:
                return cast.by_span[place, i]
        return None
