"""What is known of the institutions of an article, and which one a noun takes up."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quotes.lexicons import load

_NEAR = 3
_FAR = 8
_SHORTLY = 2
_MOST = 100


@attrs.frozen
class OrganisationMention:
    """One place where an organisation is named: words `first` to `stop` of `sentence`."""

    sentence: int
    first: int
    stop: int
    start: int
    end: int


@attrs.frozen
class Organisation:
    """An institution: `name` is the fullest form, `forms` all forms as plain words."""

    name: str
    forms: frozenset[tuple[str, ...]]
    mentions: tuple[OrganisationMention, ...]


@attrs.frozen
class Known:
    """The forms of all organisations of the article, and their places in text order.

    `words` holds, for each of these places, the words of all forms of the organisation there.
    """

    forms: frozenset[tuple[str, ...]]
    mentions: tuple[OrganisationMention, ...] = ()
    words: tuple[frozenset[str], ...] = ()
    by_word: Mapping[str, Sequence[int]] = attrs.field(factory=dict)
    """For each word, the first places of the organisations whose names have it."""

    def named_after(self, person: frozenset[str]) -> Iterator[int]:
        """The places of organisations whose names hold all words of a person's name and more."""
        fewest = min((self.by_word.get(w, ()) for w in sorted(person)), key=len, default=())
        return (n for n in fewest[:_MOST] if person < self.words[n])

    def before(self, sentence: int, word: int, noun: str = "its") -> OrganisationMention | None:
        """The organisation named before a word that `noun` takes up, a few sentences back at most.

        The last one whose name has the noun; for a noun that names do without (*the company*),
        the last one that is not called something else (a ministry, a court).
        """
        last = bisect.bisect_left(self.mentions, (sentence, word), key=_place) - 1
        back = range(last, max(-1, last - _MOST), -1)
        for n in back:
            if self.mentions[n].sentence < sentence - _FAR:
                break
            if noun in self.words[n]:
                return self.mentions[n]
        kinds = load("institution_kinds")
        for n in back if noun not in kinds else ():
            if self.mentions[n].sentence < sentence - _NEAR:
                break
            if noun in {"its", "whose"} or not self.words[n] & kinds:
                return self.mentions[n]
        return None

    def only(self, sentence: int, word: int) -> OrganisationMention | None:
        """The only organisation of the nearest sentence that names any; None of several."""
        last = bisect.bisect_left(self.mentions, (sentence, word), key=_place) - 1
        if last < 0 or self.mentions[last].sentence < sentence - _SHORTLY:
            return None
        place = self.mentions[last].sentence
        for n in range(last, max(-1, last - _MOST), -1):
            if self.mentions[n].sentence == place and self.words[n] != self.words[last]:
                return None
        return self.mentions[last]


def known_of(institutions: Sequence[Organisation]) -> Known:
    """What is known of the organisations of an article."""
    rows = sorted(
        ((m, o) for o in institutions for m in o.mentions),
        key=lambda r: (r[0].sentence, r[0].first),
    )
    words = {o.forms: frozenset(w for form in o.forms for w in form) for o in institutions}
    by_word: dict[str, list[int]] = defaultdict(list)
    seen: set[frozenset[tuple[str, ...]]] = set()
    for n, (_, organisation) in enumerate(rows):
        if organisation.forms not in seen:
            seen.add(organisation.forms)
            for word in words[organisation.forms]:
                by_word[word].append(n)
    return Known(
        frozenset(f for o in institutions for f in o.forms),
        tuple(m for m, _ in rows),
        tuple(words[o.forms] for _, o in rows),
        dict(by_word),
    )


def _place(mention: OrganisationMention) -> tuple[int, int]:
    return mention.sentence, mention.first
