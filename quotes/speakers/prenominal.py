"""Roles and institutions before a name: *Harbour Minister X*, *the head of the union, X*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.language.sentences import Sentence, Word
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Flag, Sort, flagged, sexes
from quotes.names.known import Known
from quotes.names.organisations import is_organisation
from quotes.names.parts import plain
from quotes.names.people import NameMention
from quotes.names.runs import is_hyphen, name_like
from quotes.speakers.describe import describe
from quotes.speakers.lone import told
from quotes.speakers.nouns import is_person_noun
from quotes.speakers.phrases import STYLES, is_dash
from quotes.speakers.statements import Statement

_WINDOW = 22
_OPENING = frozenset(["IN", "CC", ",", "VBD", "VBZ", "VB", "''", "``", "VBG", "VBN", "TO", "WP$"])
"""Tags of words that a description may open behind."""


def titles(
    sentence: Sentence, mention: NameMention, names: set[int], known: Known
) -> Iterator[Statement]:
    """Titles directly before the name: *Finance Minister X*, *the bank's director X*."""
    words = sentence.words
    limit = start = _before_honorifics(sentence, mention.first)
    ranks = [k for k in range(limit, mention.first) if plain(words[k].text) in flagged(Flag.RANK)]
    if ranks:
        span = (ranks[0], ranks[-1] + 1)
        yield Statement(sentence.index, span, plain(words[ranks[-1]].text), (), False, 0.6)
    while start > 0 and mention.first - start < 16:
        word = words[start - 1]
        inside = (
            word.xpos[:2] in {"NN", "JJ"}
            or is_person_noun(sentence, start - 1)
            or word.xpos in {"HYPH", "POS", "CD", "VBG", "VBN", "AFX"}
            or is_hyphen(sentence, start - 1)
        )
        of = word.lower in {"of", "for", "and", "&"} and start - 1 > 0 and start < limit
        of = of or (word.lower == "to" and start > 1 and is_person_noun(sentence, start - 2))
        the = word.lower == "the" and start > 1 and words[start - 2].lower in {"of", "for", "to"}
        comma = (
            word.text == ","
            and any(w.lower in {"and", "&"} for w in words[start : mention.first])
            and start > 1
            and words[start - 2].lower not in load("not_names")
            and words[start - 2].text[:1].isupper()
            and words[start].text[:1].isupper()
            and start < mention.first
        )
        entity = sentence.entity_at(start - 1)
        inside = inside or (
            entity is not None
            and entity.kind == "Organization"
            and entity.first < start - 1 < entity.stop - 1
            and word.text[:1].isupper()
        )
        closes = word.text == ")" and start > 3 and words[start - 3].text == "("
        if closes and words[start - 2].text.isupper() and start < limit:
            start -= 3
            continue
        if not (inside or of or the or comma) or is_dash(sentence, start - 1):
            break
        if word.lower in of_class("times") or _opening_topic(sentence, start - 1):
            break
        start -= 1
    for begin in range(start, mention.first):
        times = words[begin].xpos == "CD" and is_hyphen(sentence, begin + 1)
        if words[begin].xpos in {"IN", "CC", "POS", "HYPH", ",", "CD"} and not times:
            continue
        joined = begin > 0 and is_hyphen(sentence, begin - 1) and words[begin].xpos == "JJ"
        if joined or is_hyphen(sentence, begin):
            continue  # *34-year-old teacher*
        description = describe(sentence, begin, limit, known, names)
        if description is None or limit - description.stop > 1:
            continue
        head = words[description.head]
        title = head.text[:1].isupper() or description.stop == description.head + 1
        title = title or begin == 0 or words[begin - 1].xpos[:2] in {"VB", ",", "CC", "''", ":"}
        if words[begin].lower in {"elder", "younger"}:
            return
        if title and (head.xpos != "NNS" or head.text[:1].isupper()):
            yield from told(sentence, description, 2.0, known)
            return
    behind = mention.first and words[mention.first - 1].xpos == "POS"
    stop = mention.first - 1 if behind else limit
    for statement in _body_before(sentence, stop, names, known):
        first = statement.affiliations[0][1]
        if stop < mention.first or (first > 0 and words[first - 1].xpos == "DT"):
            yield statement


def _body_before(
    sentence: Sentence, stop: int, names: set[int], known: Known
) -> Iterator[Statement]:
    """The institution that ends before word `stop`: *Acme's Ada Roe*, *Elmford Police Sgt. Roe*."""
    words = sentence.words
    begin = stop
    while begin > 0 and (
        name_like(sentence, begin - 1) or words[begin - 1].lower in {"of", "for", "-"}
    ):
        begin -= 1
    while begin < stop and not name_like(sentence, begin):
        begin += 1
    named = begin < stop and not any(k in names for k in range(begin, stop))
    if named and is_organisation(sentence, begin, stop, known):
        yield Statement(sentence.index, None, None, ((sentence.index, begin, stop),), False, 1.5)


def _opening_topic(sentence: Sentence, i: int) -> bool:
    """Whether word `i` is what the sentence opens on, before a title: *On fees President X*."""
    words = sentence.words
    return i == 1 and words[0].xpos == "IN" and words[1].xpos == "NNS" and words[1].text.islower()


def _before_honorifics(sentence: Sentence, first: int) -> int:
    """Where the honorifics, and an acronym in brackets, before a name begin."""
    words = sentence.words
    i = first
    while i > 0:
        if i < first and i > 1 and words[i - 1].lower in STYLES:
            i -= 1
            continue
        key = plain(words[i - 1].text)
        honorific = key in sexes(Sort.ADDRESS) and key not in sexes(Sort.ROLE)
        if not honorific and not (len(key) == 1 and words[i - 1].text.isupper()):
            break
        i -= 1
    if i > 3 and words[i - 1].text == ")" and words[i - 3].text == "(":
        i -= 3
        while i > 0 and plain(words[i - 1].text) in flagged(Flag.RANK):
            i -= 1
    return i


def apposed_titles(
    sentence: Sentence, mention: NameMention, names: set[int], known: Known
) -> Iterator[Statement]:
    """A description and a comma before the name: *the head of the union, X,*."""
    words = sentence.words
    comma = _comma_before(sentence, mention.first)
    if comma < 1 or words[comma].text not in {",", "-"}:
        return
    for begin in range(max(0, comma - _WINDOW), comma):
        if words[begin].text in {",", ";", ":", '"'}:
            continue
        opener = (
            words[begin].xpos in {"DT", "PRP$"}
            or begin == 0
            or words[begin - 1].xpos in _OPENING
            or is_dash(sentence, begin - 1)
        )
        if not opener or words[begin].xpos in {"IN", "CC", "VBD"}:
            continue
        if begin and words[begin].lower in {"a", "an"} and _governs(words[begin - 1]):
            return
        description = describe(sentence, begin, comma, known, names)
        if description is not None and description.stop == comma:
            yield from told(sentence, description, 1.8, known)
            return


def _comma_before(sentence: Sentence, first: int) -> int:
    """The word before the titles of a name: *the head of the union, Ambassador X*."""
    words = sentence.words
    comma = first - 1
    while comma > 0:
        bracket = comma > 2 and words[comma].text == ")" and words[comma - 2].text == "("
        word = words[comma - bracket]
        style = word.lower in STYLES or plain(word.text) in sexes(Sort.ADDRESS)
        title = word.text[:1].isupper() and is_person_noun(sentence, comma - bracket)
        if not style and not (title and first - comma <= 2):
            break
        comma -= 3 if bracket else 1
    return comma


def _governs(word: Word) -> bool:
    """Whether a preposition parts what follows from the subject: *speaking through a guide, X*."""
    return word.xpos in {"IN", "TO"} and word.lower != "as"
