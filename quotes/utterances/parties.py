"""Whether two speakers of different articles may be one, as far as their descriptions tell."""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterable

import attrs

from quotes.lexicons import load
from quotes.lexicons.persons import Sort, sexes
from quotes.names.canonical import canonical, same_institution
from quotes.names.parts import first_name_gender, plain, words_of
from quotes.names.spelling import romanised
from quotes.names.variants import same_person
from quotes.types import Speaker, SpeakerKind
from quotes.utterances.words import stem

SURE = 0.8
"""From this likeness on two names are one (see `names.variants` and `names.canonical`)."""
_MAYBE = 0.4
"""From this likeness on one name of a person may be short for the other."""
_PART = 0.2
"""Below this likeness names are different."""
_SPOKEN_FOR = frozenset(map(stem, ["spokesman", "spokeswoman", "spokesperson", "statement"]))


class Tie(enum.Enum):
    """What the descriptions of two speakers say about their being one."""

    SAME = "same"
    """Their names agree."""
    SHORT = "short"
    """One name may be short for the other."""
    FOR = "for"
    """One speaks for the other: a person and their institution."""
    FITS = "fits"
    """A description fits the other speaker: a role or an institution is shared, nothing differs."""
    OPEN = "open"
    """Nothing speaks for it or against it; one of them may be unknown."""
    UNLIKE = "unlike"
    """A description names another office or trade than the other speaker has."""
    APART = "apart"
    """A person and an institution that they are not known to belong to."""
    DIFFERENT = "different"
    """They have different names."""


@attrs.frozen(cache_hash=True)
class Party:
    """A speaker as compared across articles; equal parties are compared once."""

    kind: SpeakerKind
    name: str
    affiliations: tuple[str, ...]
    nouns: frozenset[str]
    """Stems of the words that describe them: roles, and all of an unnamed source's phrase."""

    @property
    def named(self) -> bool:
        """Whether there is a name and not only a description."""
        return self.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)


def party_of(speaker: Speaker) -> Party:
    """What of a speaker is compared; a name that is nothing but a title names nobody."""
    kind = speaker.kind
    words = set(words_of(speaker.name)) - load("small_words") - load("places") - load("demonyms")
    known = kind is SpeakerKind.ORGANIZATION and canonical(speaker.name) is not None
    if words and (words <= _titles() or _describes(speaker.name)) and not known:
        kind = SpeakerKind.UNNAMED
    named = kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)
    described = [*speaker.roles] if named else [*speaker.roles, speaker.name]
    return Party(
        kind,
        speaker.name,
        tuple(sorted({a.name for a in speaker.affiliations})),
        _stems(described),
    )


@functools.lru_cache(maxsize=1 << 15)
def name_keys(party: Party) -> frozenset[str]:
    """Words of a name under which its bearers may be met; first names alone meet nobody."""
    if not party.named:
        return frozenset()
    words = [w for w in words_of(party.name) if w not in load("small_words")]
    kept = [w for w in words if first_name_gender(w) is None or w == words[-1]]
    return frozenset(map(romanised, kept))


def _describes(name: str) -> bool:
    """Whether a name is a phrase about an account or a paper (*the mayor's account on X*)."""
    nouns = load("account_nouns") | load("document_nouns")
    return any(word in nouns for word in name.replace("’", "'").split() if word.islower())


@functools.cache
def _states() -> frozenset[str]:
    """Countries and the places that speak for them: a head of state is not the state."""
    return load("places") | load("metonyms")


@functools.cache
def _titles() -> frozenset[str]:
    """Words that make no name by themselves: titles, offices, nouns for institutions."""
    sorts = (Sort.ADDRESS, Sort.ROLE, Sort.PERSON)
    lists = ("outlet_nouns", "organisation_nouns", "role_modifiers")
    return frozenset().union(*map(sexes, sorts), *map(load, lists))


@functools.cache
def _offices() -> frozenset[str]:
    return frozenset(stem(word) for word in sexes(Sort.ROLE))


def _stems(texts: Iterable[str]) -> frozenset[str]:
    words = {w for text in texts for w in words_of(text)}
    return frozenset(stem(w) for w in words - load("small_words") if len(w) > 1)


@functools.lru_cache(maxsize=1 << 16)
def tie(a: Party, b: Party) -> Tie:
    """How two speakers stand to each other; the order does not matter."""
    if a.named and b.named:
        return _named(a, b)
    if a.named or b.named:
        named, other = (a, b) if a.named else (b, a)
        return _described(named, other)
    shared, either = a.nouns & b.nouns, a.nouns | b.nouns
    if either and len(shared) > 0.5 * len(either):
        return Tie.FITS
    offices = _offices()
    return Tie.UNLIKE if a.nouns & offices and b.nouns & offices - shared else Tie.OPEN


def _named(a: Party, b: Party) -> Tie:
    if a.kind is not b.kind:  # one a person, the other an institution
        person, body = (a, b) if a.kind is SpeakerKind.PERSON else (b, a)
        employed = any(same_institution(x, body.name) >= SURE for x in person.affiliations)
        if employed:
            return Tie.FOR
        return Tie.DIFFERENT if plain(body.name).removeprefix("the ") in _states() else Tie.APART
    if a.kind is SpeakerKind.PERSON:
        likeness = same_person(a.name, b.name)
        if likeness >= SURE:
            return Tie.SAME
        if likeness >= _MAYBE:
            return Tie.SHORT
        if likeness >= _PART:
            return Tie.OPEN
        relays = (a.nouns | b.nouns) & _SPOKEN_FOR  # the words may be those of the other
        return Tie.APART if relays else Tie.DIFFERENT
    likeness = same_institution(a.name, b.name)
    if likeness >= SURE:
        return Tie.SAME
    return Tie.SHORT if likeness >= _PART else Tie.DIFFERENT


def _described(named: Party, other: Party) -> Tie:
    """A name and a description: the role or the institution may be shared."""
    institutions = (*named.affiliations, named.name) if _body(named) else named.affiliations
    told = any(same_institution(x, y) >= SURE for x in institutions for y in other.affiliations)
    mentioned = any(_stems([x]) <= other.nouns for x in institutions if _stems([x]))
    roles = named.nouns & other.nouns
    if told or mentioned:
        return Tie.FOR if _body(named) or other.nouns & _SPOKEN_FOR else Tie.FITS
    if roles and not _body(named):
        return Tie.FITS
    offices = _offices()
    return Tie.UNLIKE if named.nouns & offices and other.nouns & offices else Tie.OPEN


def _body(party: Party) -> bool:
    return party.kind is SpeakerKind.ORGANIZATION
