"""Mentions: the noun phrases and pronouns of a sentence that could be a source.

A chunker over part-of-speech tags (Abney, *Parsing by Chunks*, 1991), because with small models
tags are more reliable than the extents of parsed phrases.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence

import attrs

from quotes.language.sentences import Entity, Sentence, Word
from quotes.lexicons import load, load_pairs


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

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PREMODIFIERS = frozenset(
    ("JJ", "JJR", "JJS", "CD", "VBN", "VBG", "HYPH", "AFX", "FW", "NN", "NNS", "NNP", "NNPS", "$")
)
_DETERMINERS = frozenset(("DT", "PDT", "PRP$", "WP$", "CD"))
_PRONOUNS = frozenset("he she they we i it who which that".split())
_STANDALONE = frozenset(
    "some many others another one both all most several few neither either none those these "
    "anyone everyone somebody someone nobody everybody critics".split()
)
_LINKS = frozenset("of for at from with in on to by against close familiar among".split())
_NAME_LINKS = frozenset("of from at with for".split())
_ENTITY_KINDS = {
    "Person": MentionKind.PERSON,
    "Organization": MentionKind.ORGANIZATION,
    "Location": MentionKind.PLACE,
    "Facility": MentionKind.PLACE,
    "NORP": MentionKind.NOMINAL,
    "Misc": MentionKind.NAME,
    "Product": MentionKind.NAME,
}
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
"""Days that stand between a subject and its verb (*The council Monday said*)."""
_TIME_WORDS = WEEKDAYS | frozenset(
    "yesterday today tomorrow week month "
    "year morning afternoon evening night january february march april may june july august "
    "september october november december spring summer autumn winter weekend decade".split()
)
_ALTERNATIVES = frozenset(("former", "latter", "first", "second"))
_CLOSERS = frozenset((",", ".", ";", ":", "-"))
_JOINS = (",", "and", "&")
_PLACING = frozenset(("in", "on"))
_MAX_LINKS = 3


def _entity_map(sentence: Sentence) -> list[Entity | None]:
    row: list[Entity | None] = [None] * len(sentence.words)
    for entity in sentence.entities:
        for i in range(entity.first, entity.stop):
            row[i] = entity
    return row


def _is_time(head: Word, entity: Entity | None) -> bool:
    """Whether a noun phrase is a time and no party (*next winter*, *time will tell*)."""
    if entity is None:
        return head.lower in _TIME_WORDS or head.lower == "time"
    return head.lower in _TIME_WORDS or entity.kind == "Date"


def _starts_afresh(head: Word, entity: Entity | None, i: int) -> bool:
    """Whether a person's name begins at word `i` and the noun before is no title of it."""
    return (
        entity is not None
        and entity.kind == "Person"
        and entity.first == i
        and head.xpos in ("NN", "NNS")
        and sort_of(head.lemma) == "thing"
    )


def _is_participant(words: Sequence[Word], i: int) -> bool:
    """Whether a participle stands for those it is said of (*the accused denied it*)."""
    return (
        0 < i < len(words) - 1
        and words[i].xpos in ("VBN", "VBD")
        and words[i - 1].xpos == "DT"
        and (words[i + 1].is_finite or words[i + 1].xpos == "VBN")
    )


def _chunk_end(
    words: Sequence[Word], i: int, stop: int, entities: Sequence[Entity | None]
) -> tuple[int, int] | None:
    """The end and head of the noun phrase that starts at word `i`, if one does."""
    j = i
    while j < stop and words[j].xpos in _DETERMINERS:
        j += 1
    if i < j < stop - 1 and words[j].lower in _ALTERNATIVES and words[j + 1].lower.endswith("ing"):
        return j + 1, j  # "the former warning that": the tagger takes the participle for a noun
    if j == i + 1 and j < stop and _is_participant(words, j):
        return j + 1, j
    head = -1
    while j < stop and not words[j].is_mark:
        xpos = words[j].xpos
        entity = entities[j]
        if head >= 0 and _starts_afresh(words[head], entity, j):
            break
        if (
            entity is not None
            and entity.kind in _ENTITY_KINDS
            and entity.stop <= stop
            and entity.first == j
        ):
            head = entity.stop - 1
            j = entity.stop
            while head > i and (
                words[head].xpos in ("POS", ".", ",") or words[head].lower in WEEKDAYS
            ):
                head -= 1
        elif head >= 0 and words[j].lower in _TIME_WORDS:
            break
        elif xpos in _NOUNS or (xpos == "CD" and head >= 0):
            head = j
            j += 1
        elif xpos in _PREMODIFIERS or (
            xpos == "RB" and j + 1 < stop and words[j + 1].xpos.startswith("JJ")
        ):
            if xpos in ("VBG", "VBN") and head >= 0:
                break
            j += 1
        elif xpos == "POS" and head >= 0:
            nxt = j + 1
            if nxt < stop and (words[nxt].xpos in _PREMODIFIERS or words[nxt].xpos == "RB"):
                j = nxt
                head = -1 if words[nxt].xpos not in _NOUNS else head
            else:
                break
        elif (
            words[j].text in ("&", "/")
            and head >= 0
            and j + 1 < stop
            and words[j + 1].xpos in _NOUNS
        ):
            j += 1
        else:
            break
    if head < 0:
        while j > i + 1 and words[j - 1].xpos not in ("JJ", "JJS", "JJR", "CD"):
            j -= 1
        return (j, j - 1) if j > i + 1 and words[i].xpos in _DETERMINERS else None
    return head + 1, head


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
        chunk = _chunk_end(words, at, stop, entities)
        if chunk is None or words[chunk[1]].lower in _TIME_WORDS or words[chunk[1]].xpos == "CD":
            break
        end = chunk[0]
        links = _LINKS
    return end


def sort_of(lemma: str) -> str:
    """What a head noun denotes: a person, an organization, a document, or another thing."""
    word = lemma.lower()
    if word in load_pairs("roles") or word in load_pairs("people") or word in load_pairs("kin"):
        return "person"
    if word in load("organisation_nouns"):
        return "organization"
    return "document" if word in load("document_nouns") else "thing"


def mentions(sentence: Sentence, stretches: Sequence[tuple[int, int]]) -> list[Mention]:
    """Mentions of a sentence, in order.

    Args:
        sentence: the sentence, tagged.
        stretches: word ranges to look in (outside marks, say); no mention crosses their ends.
    """
    words = sentence.words
    entities = _entity_map(sentence)
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

    for begin, stop in stretches:
        i = begin
        while i < stop:
            word = words[i]
            if word.lower in _PRONOUNS and word.xpos in ("PRP", "WP", "WDT"):
                add(i, i + 1, i + 1, i, MentionKind.PRONOUN)
                i += 1
                continue
            opens = not word.is_mark and word.text != "-"
            chunk = _chunk_end(words, i, stop, entities) if opens else None
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
            if _is_time(words[head], entities[head]):
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
    if comma + 1 >= len(words) or sort_of(words[mention.head].lemma) != "person":
        return mention
    listed = _listed_name(words, mention, found)
    if listed is not None:
        return attrs.evolve(mention, stop=listed.stop, end=listed.end, apposed=True)
    if mention.kind is not MentionKind.NOMINAL or words[comma].text != ",":
        return mention
    for name in found:
        if name.first == comma + 1 and name.kind in (MentionKind.PERSON, MentionKind.NAME):
            closed = name.stop >= len(words) or not words[name.stop].text[:1].isalnum()
            if closed:
                return attrs.evolve(
                    mention, stop=name.stop, end=words[name.stop - 1].end, apposed=True
                )
    return mention


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
