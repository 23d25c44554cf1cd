"""Who speaks in the articles of a page: their numbers, colours and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from quotes.render.pages.palette import HUES
from quotes.types import Kind, Quote, Speaker, SpeakerKind, Utterance


@attrs.frozen
class Member:
    """A speaker of one article.

    `key` is the same in every article where the speaker is known to be the same; `number` counts
    from 1 in the order in which they first speak. `words` are those reported of them, `share` is
    the part that these are of all words that the article reports.
    """

    key: str
    number: int
    hue: int
    speaker: Speaker
    kinds: Mapping[Kind, int]
    words: int
    share: float

    @property
    def quotes(self) -> int:
        """How many quotes they have."""
        return sum(self.kinds.values())


@attrs.frozen
class Person:
    """A speaker over all articles of a page, with their share of all reported words."""

    key: str
    name: str
    roles: tuple[str, ...]
    affiliations: tuple[str, ...]
    articles: int
    quotes: int
    share: float


def word_count(quote: Quote) -> int:
    """How many words are reported; those of a quote inside it count for both."""
    return sum(len(span.text.split()) for span in quote.content)


class People:
    """Gives every speaker a key and a hue, article by article.

    Named speakers of different articles are one if the utterances say so, else if they have the
    same full name; unnamed ones never are by their wording alone.
    """

    def __init__(self, utterances: Sequence[Utterance]) -> None:
        self._merged = {
            (known.article_id, known.speaker.id): utterance.speaker
            for utterance in utterances
            if utterance.speaker is not None
            for known in utterance.speaker.known_as
        }
        self._keys: dict[tuple[str, str], str] = {}
        self._hues: dict[str, int] = {}

    def key(self, kind: SpeakerKind, name: str, apart: str) -> str:
        """The key of a name; `apart` tells speakers without a name apart."""
        nameless = kind in (SpeakerKind.UNNAMED, SpeakerKind.DOCUMENT)
        identity = (name, apart) if nameless else (name, "")
        return self._keys.setdefault(identity, f"p{len(self._keys) + 1}")

    def hue(self, key: str) -> int:
        """The hue that the speaker has where no article asks for another."""
        return self._hues.setdefault(key, len(self._hues) % len(HUES))

    def cast(self, article_id: str, quotes: Sequence[Quote]) -> list[Member]:
        """The speakers of one article in the order in which they first speak."""
        speakers: dict[str, Speaker] = {}
        kinds: dict[str, Counter[Kind]] = {}
        words: Counter[str] = Counter()
        said = 0
        for quote in quotes:
            if quote.kind is Kind.OTHER:
                continue
            said += word_count(quote)
            if quote.speaker is not None:
                name = quote.speaker.id
                speakers.setdefault(name, quote.speaker)
                kinds.setdefault(name, Counter())[quote.kind] += 1
                words[name] += word_count(quote)
        keys = {name: self._key(article_id, speaker) for name, speaker in speakers.items()}
        hues = self._spread(list(keys.values()))
        return [
            Member(
                keys[name],
                number,
                hues[number - 1],
                speaker,
                kinds[name],
                words[name],
                words[name] / max(said, 1),
            )
            for number, (name, speaker) in enumerate(speakers.items(), 1)
        ]

    def _key(self, article_id: str, speaker: Speaker) -> str:
        merged = self._merged.get((article_id, speaker.id))
        if merged is not None:
            return self.key(merged.kind, merged.name, merged.id)
        return self.key(speaker.kind, speaker.name, f"{article_id}\x00{speaker.id}")

    def _spread(self, keys: Sequence[str]) -> list[int]:
        """A hue for each speaker of an article: their own if it is free, else the least used."""
        used = [0] * len(HUES)
        found = []
        for key in keys:
            own = self._hues.get(key)
            fewest = used.index(min(used))
            hue = fewest if own is None or used[own] > used[fewest] else own
            self._hues.setdefault(key, hue)
            used[hue] += 1
            found.append(hue)
        return found


def everybody(casts: Iterable[Sequence[Member]], words: int) -> list[Person]:
    """The speakers of all articles, most words first.

    Args:
        casts: the speakers of each article.
        words: how many words all articles report.
    """
    known: dict[str, list[tuple[int, Member]]] = {}
    for number, cast in enumerate(casts):
        for member in cast:
            known.setdefault(member.key, []).append((number, member))
    people = []
    for key, found in known.items():
        members = [member for _, member in found]
        people.append(
            Person(
                key,
                max((member.speaker.name for member in members), key=len),
                _once(role for member in members for role in member.speaker.roles),
                _once(a.name for member in members for a in member.speaker.affiliations),
                len({number for number, _ in found}),
                sum(member.quotes for member in members),
                sum(member.words for member in members) / max(words, 1),
            )
        )
    return sorted(people, key=lambda person: (-person.share, person.name, person.key))


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
