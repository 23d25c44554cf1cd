"""Whether a source speaks for a state: by its roles, its institutions and its own name.

The rules are those of two tables in `quotes/lexicons`: `official_roles.tsv` says of every noun for
a role whether it is enough (*senator*), enough unless a body that is not public stands with it
(*president*), or only with a public body (*spokesman*), and `public_bodies.tsv` by which words a
body is known to be public where the lexicon of institutions does not know it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from quotes.lexicons import load, load_pairs
from quotes.names.lookup import look_up
from quotes.names.parts import plain
from quotes.types import MergedSpeaker, SpeakerKind

_PUBLIC_KINDS = frozenset(
    "agency army common court government intelligence international ministry parliament police "
    "state".split()
)
"""Kinds of the lexicon of institutions that are of a state, or of states together."""
_WORD = regex.compile(r"[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*")
_COORDINATED = regex.compile(r"\s+(?:and|&)\s+|[,;/]\s*")
_BEHIND = frozenset("at for from in of on to with".split())
_PAST = frozenset({"ex", "sacked"})


def official_by(speaker: MergedSpeaker) -> str | None:
    """The role by which a source speaks for a state, or its name if it is such a body.

    Every article that tells roles has a vote, so that one that is wrong, or older, does not decide;
    former holders of an office do not speak for it.
    """
    if speaker.kind is not SpeakerKind.PERSON and _body(speaker):
        return speaker.name
    bodies = [public(affiliation.name) for affiliation in speaker.affiliations]
    votes: Counter[str] = Counter()
    left = 0
    for known in speaker.known_as:
        person = known.speaker.kind is SpeakerKind.PERSON
        told = known.speaker.roles if person else (*known.speaker.roles, known.speaker.name)
        role, past = _held(told, bodies)
        votes.update([role] if role is not None else ())
        left += past and role is None
    return votes.most_common(1)[0][0] if votes.total() > left else None


def _body(speaker: MergedSpeaker) -> bool:
    """Whether the name or the phrase is that of a public body; a place that speaks is a state."""
    if speaker.kind is SpeakerKind.ORGANIZATION:
        place = plain(speaker.name).removeprefix("the ") in load("places") | load("metonyms")
        return bool(public(speaker.name)) or place
    words = tuple(_words(speaker.name))
    return bool(words) and load_pairs("public_bodies").get(_head(words)) == "public"


def _held(roles: Sequence[str], bodies: Sequence[bool | None]) -> tuple[str | None, bool]:
    """The first role of a state that somebody holds, and whether one of the roles is over."""
    parts = [
        (role, words)
        for role in roles
        for part in _COORDINATED.split(role)
        if (words := tuple(_words(part)))
    ]
    left = {_head(words) for _, words in parts if _past(words)}
    held = ((role, words) for role, words in parts if _head(words) not in left)
    return next((role for role, words in held if _official(words, bodies)), None), bool(left)


def public(name: str) -> bool | None:
    """Whether a body is one of a state; None where its name does not tell."""
    entry = look_up(name)
    if entry is not None:
        return entry.kind in _PUBLIC_KINDS
    kinds = {load_pairs("public_bodies").get(word) for word in _words(name)}
    if "private" in kinds:
        return False
    return True if kinds & {"public", "name"} else None


def _past(words: Sequence[str]) -> bool:
    past = load("past_words") | _PAST
    return any(word in past or word.startswith("ex-") for word in words)


def _official(words: Sequence[str], bodies: Sequence[bool | None]) -> bool:
    rule = load_pairs("official_roles").get(_head(words))
    if rule is None or rule == "always":
        return rule is not None
    told = {*bodies, _told(words)}
    if True in told or (rule == "unless" and not bodies and False not in told):
        return True
    return rule == "land" and _land(words[0])


def _told(words: Sequence[str]) -> bool | None:
    """Whether the words of a role tell that it is held in a public body."""
    kinds = {load_pairs("public_bodies").get(word) for word in words}
    if "private" in kinds:
        return False
    return True if "public" in kinds else None


def _land(word: str) -> bool:
    """Whether a role begins with a country (*Chinese leader*)."""
    entry = look_up(word)
    return word in load("demonyms") or (entry is not None and entry.kind == "state")


def _head(words: Sequence[str]) -> str:
    """The noun of a role: the last word before what follows with a preposition, singular."""
    stop = next((i for i, word in enumerate(words) if i and word in _BEHIND), len(words))
    word = words[stop - 1]
    known = load_pairs("official_roles")
    if word in known:
        return word
    if word.endswith("men"):
        return f"{word[:-2]}an"
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _words(text: str) -> Iterator[str]:
    text = text.replace("\u2019", "'")
    return (plain(word.removesuffix("'s")) for word in _WORD.findall(text))
