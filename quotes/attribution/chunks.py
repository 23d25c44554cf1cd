"""Noun phrases by their tags, and what their heads denote.

A chunker over part-of-speech tags (Abney, *Parsing by Chunks*, 1991), because with small models
tags are more reliable than the extents of parsed phrases.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.language.sentences import Entity, Sentence, Word
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Sort, sexes

NAMED = frozenset(("Person", "Organization", "Location", "Facility", "NORP", "Misc", "Product"))
"""The kinds of entities that may be a source or a part of one."""
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PREMODIFIERS = frozenset(
    ("JJ", "JJR", "JJS", "CD", "VBN", "VBG", "HYPH", "AFX", "FW", "NN", "NNS", "NNP", "NNPS", "$")
)
DETERMINERS = frozenset(("DT", "PDT", "PRP$", "WP$", "CD"))
WEEKDAYS = of_class("weekdays")
"""Days that stand between a subject and its verb (*The council Monday said*)."""
TIME_WORDS = of_class("times")
_CLOCKS = of_class("clock_words")
_DATELINE = 10
_INITIALS = 3
_ALTERNATIVES = of_class("alternatives")


def sort_of(lemma: str) -> str:
    """What a head noun denotes: a person, an organization, a document, or another thing."""
    word = lemma.lower()
    if word in sexes(Sort.ROLE) or word in sexes(Sort.PERSON) or word in sexes(Sort.KIN):
        return "person"
    if word in load("organisation_nouns"):
        return "organization"
    return "document" if word in load("document_nouns") else "thing"


def entity_map(sentence: Sentence) -> list[Entity | None]:
    row: list[Entity | None] = [None] * len(sentence.words)
    for entity in sentence.entities:
        for i in range(entity.first, entity.stop):
            row[i] = entity
    return row


def is_time(head: Word, entity: Entity | None) -> bool:
    """Whether a noun phrase is a time and no party (*next winter*, *time will tell*)."""
    if entity is None:
        return head.lower in TIME_WORDS or head.lower == "time"
    return head.lower in TIME_WORDS or entity.kind == "Date"


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


def _is_joined(words: Sequence[Word], first: int, i: int) -> bool:
    """Whether a word is the second of two joined by a hyphen (*attorney-general*)."""
    return (
        i >= first + 2
        and words[i - 1].text == "-"
        and words[i - 2].end == words[i - 1].start
        and words[i - 1].end == words[i].start
        and words[i - 2].xpos in NOUNS
        and (words[i].xpos in NOUNS or words[i].xpos == "JJ")
        and sort_of(f"{words[i - 2].lower}-{words[i].lower}") == "person"
    )


def _is_compound(words: Sequence[Word], hyphen: int) -> bool:
    """Whether a hyphen joins a word to the one before that is an adjective to what follows."""
    before, second, after = words[hyphen - 1], words[hyphen + 1], words[hyphen + 2]
    return (
        words[hyphen].text == "-"
        and before.end == words[hyphen].start
        and words[hyphen].end == second.start
        and (second.xpos in ("VBN", "VBG", "IN", "JJ") or second.lower == "style")
        and (after.xpos in _PREMODIFIERS or after.xpos in NOUNS)
    )


def _is_title_aside(words: Sequence[Word], i: int, stop: int) -> bool:
    """Whether brackets at word `i` hold a form of address and a name goes on behind them."""
    return (
        i + 3 < stop
        and words[i].text == "("
        and words[i + 2].text == ")"
        and words[i + 1].lower.rstrip(".") in sexes(Sort.ADDRESS)
        and words[i + 3].xpos.startswith("NNP")
    )


def opening_stop(words: Sequence[Word]) -> int:
    """Where a sentence begins behind a time or a dateline (*14:36 BST*, *ELMFORD (AP) -*)."""
    first = words[0].text if words else ""
    if len(first) in (4, 5) and first[-3] in ":." and first[-2:].isdecimal():
        return 1 + (len(words) > 1 and words[1].lower in _CLOCKS)
    capitals = len(first) > _INITIALS and first.isupper()
    for i, word in enumerate(words[:_DATELINE]):
        if word.text == "-" and i and words[i - 1].end < word.start:
            return i + 1 if capitals or words[i - 1].text == ")" else 0
        if word.text[:1].islower() or word.is_finite:
            return 0
    return 0


def chunk_end(
    words: Sequence[Word], i: int, stop: int, entities: Sequence[Entity | None]
) -> tuple[int, int] | None:
    """The end and head of the noun phrase that starts at word `i`, if one does."""
    j = i
    while j < stop and words[j].xpos in DETERMINERS:
        j += 1
    if i < j < stop - 1 and words[j].lower in _ALTERNATIVES and words[j + 1].lower.endswith("ing"):
        return j + 1, j  # "the former warning that": the tagger takes the participle for a noun
    if j == i + 1 and j < stop and _is_participant(words, j):
        return j + 1, j
    head = -1
    while j < stop and not words[j].is_mark:
        xpos = words[j].xpos
        entity = entities[j]
        if 0 <= head == j - 1 and _starts_afresh(words[head], entity, j):
            break
        if (
            entity is not None
            and entity.kind in NAMED
            and entity.stop <= stop
            and entity.first == j
        ):
            head = entity.stop - 1
            j = entity.stop
            while head > i and (
                words[head].xpos in ("POS", ".", ",") or words[head].lower in WEEKDAYS
            ):
                head -= 1
        elif head >= 0 and words[j].lower in TIME_WORDS:
            break
        elif xpos in NOUNS or (xpos == "CD" and head >= 0) or _is_joined(words, i, j):
            head = j
            j += 1
        elif head >= 0 and j + 1 < stop and _is_joined(words, i, j + 1):
            j += 1
        elif head >= 0 and j + 2 < stop and _is_compound(words, j):
            j += 2  # *the Elmford-based analyst*
        elif xpos in _PREMODIFIERS or (
            xpos == "RB"
            and j + 1 < stop
            and (words[j + 1].xpos.startswith("JJ") or (i < j and words[j + 1].xpos == "HYPH"))
        ):
            if xpos in ("VBG", "VBN") and head >= 0:
                break
            j += 1
        elif xpos == "POS" and head >= 0:
            nxt = j + 1
            if nxt < stop and (words[nxt].xpos in _PREMODIFIERS or words[nxt].xpos == "RB"):
                j = nxt
                head = -1 if words[nxt].xpos not in NOUNS else head
            else:
                break
        elif head >= 0 and _is_title_aside(words, j, stop):
            j += 3  # *Chief (Mrs) Ada Roe*
        elif (
            words[j].text in ("&", "/")
            and head >= 0
            and j + 1 < stop
            and words[j + 1].xpos in NOUNS
        ):
            j += 1
        else:
            break
    if head < 0:
        while j > i + 1 and words[j - 1].xpos not in ("JJ", "JJS", "JJR", "CD"):
            j -= 1
        return (j, j - 1) if j > i + 1 and words[i].xpos in DETERMINERS else None
    return head + 1, head
