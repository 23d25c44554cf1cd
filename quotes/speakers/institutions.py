"""The institution inside a phrase about a person, parted from the role."""

from __future__ import annotations

from collections.abc import Container, Sequence

from quotes.language.sentences import Entity, Sentence, Word
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Flag, flagged
from quotes.names.known import Known
from quotes.names.name_evidence import COMPANY_HEADS
from quotes.names.organisations import is_organisation
from quotes.names.parts import plain
from quotes.names.runs import name_like
from quotes.speakers.nouns import is_person_noun, singular
from quotes.speakers.phrases import CAMPS, camp_end, is_dash

_RANKS = of_class("rank_modifiers")
_SORTS = of_class("body_sorts")
"""Nouns for bodies that name none alone."""
_SIDES = of_class("national_sides")
_PARTISAN = of_class("partisan")
"""Adjectives and names of parties that stand before a role."""


def part(
    sentence: Sentence, start: int, head: int, known: Known | None, names: Container[int]
) -> tuple[tuple[int, int], list[tuple[int, int]]]:
    """Part an institution in front from the role: possessive, or capitals before the role."""
    words = sentence.words
    affiliations: list[tuple[int, int]] = []
    begin = start
    while begin < head and words[begin].text[:1].islower():
        begin += 1
    begin = begin if begin < head and words[begin].text[:1].isupper() else start
    for p in range(start, head):
        if words[p].xpos == "POS" and not _within(sentence, p, head):
            named = any(k in names for k in range(begin, p))
            if named and p + 1 < head and words[p + 1].lower in CAMPS:
                affiliations = [(begin, p + 2)]
            elif not named and (
                _institution(sentence, begin, p, known) or _company(sentence, begin, p, head)
            ):
                affiliations = [(begin, p)]
            begin = p + 1
        elif p == begin and p in names:
            camp = camp_end(sentence, p, head + 1, names)
            if camp > p and camp - 1 not in names:
                affiliations = [(p, camp)]
                begin = camp - 1
    first = begin  # *senior foreign ministry official*: the rank is the official's
    while first < head and words[first].lower in _RANKS:
        first += 1
    side = _side(sentence, first, head)
    stop = side or _prefix(sentence, begin, head, known, names)
    if stop > begin:
        affiliations = affiliations or [(first if side else begin, stop)]
        lead = any(words[k].xpos == "POS" for k in range(start, begin))
        begin = stop if begin == start or lead else start
    elif not affiliations:
        affiliations = _ranked(sentence, begin, head) or _inner(sentence, begin, head, known)
    while begin < head and (words[begin].xpos in {"HYPH", "POS", "CC"} or words[begin].text == ")"):
        begin += 1
    if begin + 2 < head and words[begin].text == "(" and words[begin + 2].text == ")":
        begin += 3
    if not affiliations and not any(words[k].xpos == "POS" for k in range(start, head)):
        begin = start
    return (begin, head + 1), affiliations[-1:]


def _ranked(sentence: Sentence, begin: int, head: int) -> list[tuple[int, int]]:
    """The body in capitals between a rank and an office: *Deputy Senate President*."""
    words = sentence.words
    first = begin
    while first < head and words[first].lower in _RANKS and words[first].text[:1].isupper():
        first += 1
    inside = words[first:head]
    body = bool(inside) and inside[-1].lower in load("organisation_words")
    return [(first, head)] if begin < first and body and _capital(inside) else []


def _capital(words: Sequence[Word]) -> bool:
    return all(word.text[:1].isupper() for word in words)


def owner(sentence: Sentence, start: int, head: int) -> int | None:
    """The noun that ends *the city council* of *the city council's president*, in small letters."""
    words = sentence.words
    for i in range(start, head):
        if words[i].xpos == "POS":
            body = singular(words[i - 1].text) in load("organisation_nouns")
            return i - 1 if body and words[i - 1].text[:1].islower() else None
    return None


def _inner(sentence: Sentence, begin: int, head: int, known: Known | None) -> list[tuple[int, int]]:
    """An acronym inside the role that names an institution of the article."""
    for k in range(begin, head):
        text = sentence.words[k].text
        if len(text) > 2 and text.isupper() and known and (plain(text),) in known.forms:
            return [(k, k + 1)]
    return []


def _side(sentence: Sentence, begin: int, head: int) -> int:
    """Where a body of a state or place that opens the phrase ends; 0 if none does.

    *Arland national team captain*, *Arlandic foreign ministry spokesman*.
    """
    words = sentence.words
    named = name_like(sentence, begin) or words[begin].lower in load("demonyms")
    for k in range(begin + 1, head):
        body = words[k].lower in _SIDES
        if body and (named or words[k].lower == "ministry"):
            return k + 1
        small = words[k].xpos[:2] in {"JJ", "NN"} and words[k].text[:1].islower()
        if not small and words[k].lower not in {"and", "&"} and not name_like(sentence, k):
            return 0
    return 0


def _institution(sentence: Sentence, first: int, stop: int, known: Known | None) -> bool:
    while first < stop and not name_like(sentence, first):
        first += 1
    return first < stop and is_organisation(sentence, first, stop, known)


def _prefix(
    sentence: Sentence, begin: int, head: int, known: Known | None, names: Container[int]
) -> int:
    """Where the name of an institution that opens the phrase ends; `begin` if none does."""
    words = sentence.words
    limit = compound_start(sentence, head)
    if words[head].lower == "chief" and words[head - 1].lower == "bureau":
        return begin
    if words[begin].lower in _RANKS and words[begin].text[:1].isupper():
        return begin  # *Deputy Senate President*
    best = begin
    k = begin
    entity = sentence.entity_at(begin)
    if entity is not None and _whole(sentence, entity, limit):
        k = best = max(begin, entity.stop)
    while k < limit and (
        name_like(sentence, k)
        or words[k].text == "&"
        or (words[k].text == "-" and not is_dash(sentence, k))
        or words[k].lower in {"and", "of"}
        or (k > begin and words[k].lower in load("organisation_words"))
    ):
        k += 1
        if not name_like(sentence, k - 1):
            if words[k - 1].lower in load("organisation_words") and not _general(
                sentence, begin, k
            ):
                best = k
            continue
        body = words[k - 1].lower in load("organisation_words")
        ahead = any(words[n].lower in load("organisation_words") for n in range(k, limit))
        modifier = words[k - 1].lower in load("role_modifiers") and not body
        if modifier and not _tagged(sentence, begin, k):
            continue
        if is_person_noun(sentence, k - 1) and words[k].lower != "of" and not ahead:
            break
        if is_organisation(sentence, begin, k, known) and not _general(sentence, begin, k):
            best = k
    if best == begin:
        best = _party(sentence, begin, head)
    if best == begin and begin not in names:
        best = _unknown(sentence, begin, head)
    best = next((k for k in range(begin + 1, best) if words[k].lower in _RANKS), best)
    while begin + 1 < best and words[best - 1].lower in load("trades"):
        if not words[best - 1].text[:1].islower():
            break
        best -= 1  # *White House press secretary*
    place = plain(words[begin].text) in load("places")
    while (
        best > begin + 1 + place
        and words[best - 1].lower in load("role_modifiers")
        and (words[best - 1].lower not in load("organisation_words"))
    ):
        best -= 1
    office = plain(words[head].text)
    portfolio = (
        office in {"minister", "secretary"}
        and best == head
        and not words[begin].text.isupper()
        and not any(plain(words[n].text) in load("organisation_words") for n in range(begin, best))
    )
    return begin if portfolio or _generic(sentence, begin, best) else best


def compound_start(sentence: Sentence, head: int) -> int:
    """Where the compound begins that a head noun ends: *vice-president*."""
    words = sentence.words
    while head > 1 and words[head - 1].text == "-" and not is_dash(sentence, head - 1):
        head -= 2
    return head


def _generic(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether what stands before a role only says what sort of body it is: *Union president*."""
    words = sentence.words[first:stop]
    if len(words) == 1 and words[0].xpos.startswith("JJ"):
        return words[0].lower in load("role_modifiers") and not is_partisan(sentence, first, stop)
    return (len(words) == 1 and words[0].lower in _SORTS) or (
        len(words) == 2 and words[0].lower == "chief" and words[1].lower == "cabinet"
    )


def _general(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the words name a trade at most, not an institution: *TV presenter*."""
    return all(
        sentence.words[k].lower in load("trades") or sentence.words[k].lower in load("demonyms")
        for k in range(first, stop)
    )


def _unknown(sentence: Sentence, begin: int, head: int) -> int:
    """Capitals before an office in lower case (*Al Wafd editor*): an institution all the same."""
    words = sentence.words
    stop = begin
    while stop < head and (name_like(sentence, stop) or _numbered(words, stop)):
        entity = sentence.entity_at(stop)
        dated = entity is not None and any(is_dash(sentence, k) for k in range(entity.first, stop))
        if entity is not None and entity.kind in {"Location", "NORP", "Date"} and not dated:
            return begin
        if is_person_noun(sentence, stop):
            return begin
        key = words[stop].lower
        if key in load("role_modifiers") or key in load("demonyms") or key in load("places"):
            return begin
        stop += 1
    opens = begin == 0 or words[begin - 1].text in {'"', "."}
    if opens and stop == begin + 1 and sentence.entity_at(begin) is None and _common(words[begin]):
        return begin
    if stop > begin and (_general(sentence, begin, stop) or words[stop].xpos == "CD"):
        return begin  # *TV presenter*, *No. 2 official*
    office = words[head].text[:1].islower() or (
        words[head].text.isupper() and singular(words[head].text) in flagged(Flag.OFFICE)
    )
    named = words[begin].xpos.startswith("NNP") or not opens
    return stop if office and stop > begin and named else begin


def is_partisan(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the words name a party, as the adjective before a role does: *Republican*."""
    return all(w.lower in _PARTISAN for w in sentence.words[first:stop])


def _party(sentence: Sentence, begin: int, head: int) -> int:
    """Behind the adjective of a party that opens a phrase: *Republican senator*; else `begin`."""
    words = sentence.words
    stop = begin
    while stop < head and words[stop].lower in _PARTISAN and words[stop].text[:1].isupper():
        stop += 1
    return stop


def _common(word: Word) -> bool:
    """Whether a word has the ending of a common noun for a field: *Aviation analyst*."""
    return word.lower.endswith(("tion", "ing", "ics", "logy", "ment", "ance", "ence"))


def _numbered(words: Sequence[Word], i: int) -> bool:
    """Whether word `i` is the hyphen or the number at the end of a name: *Kanal-7*."""
    k = i if words[i].text == "-" else i - 1
    return (
        0 < k < len(words) - 1
        and words[k].text == "-"
        and words[k + 1].text.isdigit()
        and words[k - 1].end == words[k].start
        and words[k].end == words[k + 1].start
    )


def _tagged(sentence: Sentence, first: int, stop: int) -> bool:
    entity = sentence.entity_at(stop - 1)
    return entity is not None and entity.kind == "Organization" and entity.first >= first


def _company(sentence: Sentence, first: int, stop: int, head: int) -> bool:
    """Whether a possessor has an office that companies alone have: *Acme's founder*."""
    words = sentence.words
    named = stop - first <= 3 and all(name_like(sentence, k) for k in range(first, stop))
    place = " ".join(plain(w.text) for w in words[first:stop])
    place_like = place in load("places") or place in load("demonyms")
    entity = sentence.entity_at(first)
    tagged = entity is not None and entity.kind in {"Location", "NORP", "Date"}
    office = singular(words[head].text) in COMPANY_HEADS
    return named and not place_like and (office or not tagged)


def _whole(sentence: Sentence, entity: Entity, head: int) -> bool:
    """Whether several words before a role are tagged as the one name of an institution."""
    words = sentence.words
    inside = range(entity.first, entity.stop)
    last = words[entity.stop - 1]
    return (
        entity.kind == "Organization"
        and entity.stop - entity.first > 1
        and entity.stop <= head
        and (last.text[:1].isupper() or last.text.isdecimal())
        and (last.lower != singular(last.text) or not is_person_noun(sentence, entity.stop - 1))
        and last.lower not in load("role_modifiers") - load("organisation_words")
        and not any(is_dash(sentence, k) for k in inside)
    )


def _within(sentence: Sentence, i: int, head: int) -> bool:
    """Whether a possessive mark stands inside one name: *Norham Students' Union president*."""
    entity = sentence.entity_at(i)
    return (
        entity is not None
        and _whole(sentence, entity, head)
        and entity.first < i < entity.stop - 1
        and plain(sentence.words[entity.stop - 1].text) in load("organisation_words")
        and sentence.words[i - 1].xpos in {"NNPS", "NNS"}
    )
