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
    if j > i and [w.lower for w in words[j : j + 4]] == ["-", "year", "-", "old"]:
        stands = j + 4 >= stop or words[j + 4].xpos not in _PREMODIFIERS
        if stands and j + 4 <= stop:
            return j + 4, j + 3  # *The 56-year-old said*
    head = -1
    while j < stop and not words[j].is_mark:
        step = _step(words, i, j, stop, head, entities)
        if step is None:
            break
        j, head = step
    return (head + 1, head) if head >= 0 else _headless(words, i, j)


def _step(
    words: Sequence[Word],
    i: int,
    j: int,
    stop: int,
    head: int,
    entities: Sequence[Entity | None],
) -> tuple[int, int] | None:
    """The next word to look at and the head once word `j` belongs to the phrase from `i`.

    None if the phrase ends before it; `head` is -1 as long as the phrase has none.
    """
    word, entity = words[j], entities[j]
    if 0 <= head == j - 1 and _starts_afresh(words[head], entity, j):
        return None
    if entity is not None and entity.kind in NAMED and entity.stop <= stop and entity.first == j:
        return entity.stop, _name_head(words, i, entity)
    if head >= 0 and word.lower in TIME_WORDS:
        return None
    if word.xpos in NOUNS or (word.xpos == "CD" and head >= 0) or _is_joined(words, i, j):
        return j + 1, j
    past = _past_hyphen(words, i, j, stop) if head >= 0 else j
    if past > j:
        return past, head
    listed = head < 0 and i < j < stop - 1 and word.text == ","
    if listed and words[j - 1].xpos == "JJ" and words[j + 1].xpos in ("JJ", "VBN"):
        return j + 1, head  # *the tall, bearded engineer*
    if _premodifies(words, i, j, stop):
        return None if word.xpos in ("VBG", "VBN") and head >= 0 else (j + 1, head)
    return _past_sign(words, j, stop, head) if head >= 0 else None


def _name_head(words: Sequence[Word], i: int, entity: Entity) -> int:
    """The last word of a name that is not a sign, a possessive ending or a weekday."""
    head = entity.stop - 1
    while head > i and (words[head].xpos in ("POS", ".", ",") or words[head].lower in WEEKDAYS):
        head -= 1
    return head


def _past_hyphen(words: Sequence[Word], i: int, j: int, stop: int) -> int:
    """The word behind a hyphen at word `j` that joins two words of the phrase, or `j`."""
    if j + 1 < stop and _is_joined(words, i, j + 1):
        return j + 1
    return j + 2 if j + 2 < stop and _is_compound(words, j) else j


def _premodifies(words: Sequence[Word], i: int, j: int, stop: int) -> bool:
    """Whether word `j` may stand before the head, as an adverb before an adjective may."""
    if words[j].xpos in _PREMODIFIERS:
        return True
    if words[j].xpos != "RB" or j + 1 >= stop:
        return False
    return words[j + 1].xpos.startswith("JJ") or (i < j and words[j + 1].xpos == "HYPH")


def _past_sign(words: Sequence[Word], j: int, stop: int, head: int) -> tuple[int, int] | None:
    """As `_step`, behind what joins a head to further words: *'s*, brackets, *&*."""
    following = words[j + 1].xpos if j + 1 < stop else ""
    if words[j].xpos == "POS":
        if following not in _PREMODIFIERS and following != "RB":
            return None
        return j + 1, head if following in NOUNS else -1
    if _is_title_aside(words, j, stop):
        return j + 3, head  # *Chief (Mrs) Ada Roe*
    return (j + 1, head) if words[j].text in ("&", "/") and following in NOUNS else None


def _headless(words: Sequence[Word], i: int, j: int) -> tuple[int, int] | None:
    """A phrase of a determiner and an adjective or number (*the poor*), if the words are one."""
    while j > i + 1 and words[j - 1].xpos not in ("JJ", "JJS", "JJR", "CD"):
        j -= 1
    return (j, j - 1) if j > i + 1 and words[i].xpos in DETERMINERS else None
