"""Mentions: the noun phrases and pronouns of a sentence that could be a source."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence

import attrs

from quotes.attribution.chunks import (
    TIME_WORDS,
    chunk_end,
    entity_map,
    is_time,
    opening_stop,
    sort_of,
)
from quotes.language.sentences import Entity, Sentence, Word
from quotes.lexicons import load, of_class
from quotes.lexicons.cues import is_report


class MentionKind(enum.StrEnum):
    """What a mention is made of."""

    PRONOUN = "pronoun"
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    NAME = "name"
    NOMINAL = "nominal"


@attrs.frozen
class Mention:
    """Words `first` up to, not including, `stop` of a sentence; `head` governs them.

    `core` is the end of the noun phrase proper, before prepositional phrases that belong to it;
    `apposed` says that a name follows the description (*the mayor, Ada Marsh*).
    """

    sentence: int
    first: int
    core: int
    stop: int
    head: int
    kind: MentionKind
    start: int
    end: int
    apposed: bool = False


_Adder = Callable[[int, int, int, int, MentionKind], None]

_PRONOUNS = of_class("subject_pronouns")
_STANDALONE = of_class("standalone_sources")
_LINKS = of_class("mention_links")
_NAME_LINKS = of_class("name_links")
_ENTITY_KINDS = {
    "Person": MentionKind.PERSON,
    "Organization": MentionKind.ORGANIZATION,
    "Location": MentionKind.PLACE,
    "Facility": MentionKind.PLACE,
    "NORP": MentionKind.NOMINAL,
    "Misc": MentionKind.NAME,
    "Product": MentionKind.NAME,
}
_PARTICIPLES = frozenset(("VBN", "VBD", "VBG"))
_INFORMED = of_class("informed")
_CONJUNCTIONS = of_class("conjunctions")
_DESCRIBING = frozenset((MentionKind.NOMINAL, MentionKind.NAME))
_CLOSERS = frozenset((",", ".", ";", ":", "-"))
_JOINS = (",", "and", "&")
_PLACING = frozenset(("in", "on"))
_MAX_LINKS = 3


def _kind(
    words: Sequence[Word], first: int, head: int, entities: Sequence[Entity | None]
) -> MentionKind:
    if words[head].lower in ("former", "latter"):
        return MentionKind.PRONOUN
    entity = entities[head]
    if (
        entity is not None
        and entity.kind == "Person"
        and (entity.first > first and words[entity.first - 1].lower == "the")
    ):
        return MentionKind.NAME  # no person's name has an article (*the Evening Star*)
    if entity is not None and entity.kind in _ENTITY_KINDS:
        return _ENTITY_KINDS[entity.kind]
    if words[head].xpos in ("NNP", "NNPS") and words[head].text[:1].isupper():
        return MentionKind.NAME
    return MentionKind.NOMINAL


def _is_place(at: int, stop: int, words: Sequence[Word], entities: Sequence[Entity | None]) -> bool:
    """Whether a name stands at word `at`: *official in Moscow*, not *official in a rage*."""
    if at < stop and words[at].xpos == "DT":
        at += 1
    entity = entities[at] if at < stop else None
    return entity is not None and entity.kind in _ENTITY_KINDS


def _extended(
    words: Sequence[Word], end: int, stop: int, kind: MentionKind, entities: Sequence[Entity | None]
) -> int:
    """The end with the prepositional phrases that belong to the mention (*a fellow at the …*)."""
    links = _NAME_LINKS if kind is MentionKind.PERSON else _LINKS
    for _ in range(_MAX_LINKS):
        if end >= stop or words[end].lower not in links:
            break
        at = end + 1
        while at < stop and words[at].lower in _LINKS:
            at += 1
        if words[end].lower in _PLACING and not _is_place(at, stop, words, entities):
            break
        chunk = chunk_end(words, at, stop, entities)
        if chunk is None or words[chunk[1]].lower in TIME_WORDS or words[chunk[1]].xpos == "CD":
            break
        end = chunk[0]
        links = _LINKS
    if kind is MentionKind.NOMINAL and sort_of(words[end - 1].lemma) == "person":
        end = _with_participle(words, end, stop, entities)
    return end


def _with_participle(
    words: Sequence[Word], end: int, stop: int, entities: Sequence[Entity | None]
) -> int:
    """The end of a description with a participle, before a verb (*people briefed on it said*)."""
    if (
        end + 2 >= stop
        or words[end].xpos not in _PARTICIPLES
        or words[end + 1].xpos != "IN"
        or words[end + 1].lower in _CONJUNCTIONS
        or (is_report(words[end].lower, words[end].lemma) and words[end].lower not in _INFORMED)
    ):
        return end
    chunk = chunk_end(words, end + 2, stop, entities)
    follows = chunk is not None and chunk[0] < stop and words[chunk[0]].is_finite
    return chunk[0] if chunk is not None and follows else end


def pronoun(sentence: Sentence, i: int) -> Mention:
    """A single word as the mention of a pronoun (*according to him*)."""
    word = sentence.words[i]
    return Mention(sentence.index, i, i + 1, i + 1, i, MentionKind.PRONOUN, word.start, word.end)


def mentions(sentence: Sentence, stretches: Sequence[tuple[int, int]]) -> list[Mention]:
    """Mentions of a sentence, in order.

    Args:
        sentence: the sentence, tagged.
        stretches: word ranges to look in (outside marks, say); no mention crosses their ends.
    """
    words = sentence.words
    entities = entity_map(sentence)
    found: list[Mention] = []

    def add(first: int, core: int, stop: int, head: int, kind: MentionKind) -> None:
        found.append(
            Mention(
                sentence.index,
                first,
                core,
                stop,
                head,
                kind,
                words[first].start,
                words[stop - 1].end,
            )
        )

    opening = opening_stop(words)
    for begin, stop in stretches:
        i = begin
        while i < stop:
            word = words[i]
            if word.lower in _PRONOUNS and word.xpos in ("PRP", "WP", "WDT"):
                add(i, i + 1, i + 1, i, MentionKind.PRONOUN)
                i += 1
                continue
            opens = not word.is_mark and word.text != "-" and i >= opening
            chunk = chunk_end(words, i, stop, entities) if opens else None
            if chunk is None:
                if word.lower in _STANDALONE and word.xpos in (
                    "DT",
                    "CD",
                    "NN",
                    "NNS",
                    "JJ",
                    "JJS",
                    "PRP",
                ):
                    add(
                        i,
                        i + 1,
                        _extended(words, i + 1, stop, MentionKind.NOMINAL, entities),
                        i,
                        MentionKind.NOMINAL,
                    )
                i += 1
                continue
            end, head = chunk
            _possessors(sentence, i, end, entities, add)
            if is_time(words[head], entities[head]):
                i = end
                continue
            kind = _kind(words, i, head, entities)
            add(i, end, _extended(words, end, stop, kind, entities), head, kind)
            i = end
    found.sort(key=lambda m: (m.first, -m.stop))
    named = [m for m in found if not _describes_name(sentence, m, found)]
    return [_with_name(sentence, m, named) for m in named]


def _describes_name(sentence: Sentence, mention: Mention, found: Sequence[Mention]) -> bool:
    """Whether a description stands in apposition to the name before (*Ada Marsh, the mayor,*)."""
    words = sentence.words
    return (
        mention.kind is MentionKind.NOMINAL
        and mention.first > 1
        and words[mention.first - 1].text == ","
        and (mention.stop >= len(words) or words[mention.stop].text in _CLOSERS)
        and sort_of(words[mention.head].lemma) == "person"
        and any(m.stop == mention.first - 1 and m.kind is MentionKind.PERSON for m in found)
    )


def _with_name(sentence: Sentence, mention: Mention, found: Sequence[Mention]) -> Mention:
    """A description of a person with the name in apposition to it, set off by commas."""
    words = sentence.words
    comma = mention.stop
    if comma + 1 >= len(words) or not _is_person(words, mention):
        return mention
    listed = _listed_name(words, mention, found)
    if listed is not None:
        return attrs.evolve(mention, stop=listed.stop, end=listed.end, apposed=True)
    if mention.kind not in _DESCRIBING or words[comma].text != ",":
        return mention
    for name in found:
        if name.first == comma + 1 and name.kind in (MentionKind.PERSON, MentionKind.NAME):
            closed = name.stop >= len(words) or not words[name.stop].text[:1].isalnum()
            if closed:
                return attrs.evolve(
                    mention, stop=name.stop, end=words[name.stop - 1].end, apposed=True
                )
    return mention


def _is_person(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a head, or a name of an office (*the Inspector General*), is one of persons."""
    head = words[mention.head].lemma.lower()
    office = f"{words[mention.head - 1].lower} {head}" if mention.head > mention.first else head
    return sort_of(head) == "person" or sort_of(office) == "person"


def _listed_name(
    words: Sequence[Word], mention: Mention, found: Sequence[Mention]
) -> Mention | None:
    """The name behind an office of several matters (*Minister for Trade and Ports Ada Marsh*)."""
    if not words[mention.head].text[:1].isupper() or mention.stop <= mention.core:
        return None
    stop, joined = mention.stop, False
    while stop < len(words) and (words[stop].text in _JOINS or words[stop].text[:1].isupper()):
        joined = joined or words[stop].text in _JOINS[1:]
        stop += 1
    if not joined or words[mention.stop].text not in _JOINS:
        return None
    last = (m for m in found if m.stop == stop and m.first > mention.stop)
    return next((m for m in last if _names_person(words, m)), None)


def _names_person(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a mention ends in the name of a person, found as one or by a usual first name."""
    if mention.kind is MentionKind.PERSON:
        return True
    inner = {w.lower for w in words[mention.first : mention.head]}
    return not inner.isdisjoint(load("first_names_female") | load("first_names_male"))


def _possessors(
    sentence: Sentence,
    first: int,
    end: int,
    entities: Sequence[Entity | None],
    add: _Adder,
) -> None:
    """Owners inside a noun phrase are mentions too: *Ada* in *Ada's warning*, *his*."""
    words = sentence.words
    if words[first].xpos == "PRP$":
        add(first, first + 1, first + 1, first, MentionKind.PRONOUN)
    for p in range(first + 1, end):
        if words[p].xpos == "POS":
            head = p - 1
            add(first, p, p, head, _kind(words, first, head, entities))
            break
