"""Stretches of nouns and adjectives: where a phrase about a person begins and ends."""

from __future__ import annotations

from collections.abc import Container

from quotes.language.sentences import Sentence
from quotes.lexicons import load, of_class
from quotes.names.known import Known
from quotes.names.organisations import is_organisation, proper_phrase
from quotes.names.runs import is_hyphen, name_like
from quotes.speakers.nouns import is_person_noun

INSIDE = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "HYPH", "POS", "VBN", "VBG", "AFX"}
)
_LONGEST_DATELINE = 9
_SHORTEST_PLACE = 5
_LONGEST_OWNER = 4
STYLES = of_class("style_openers")
"""Words of a style of address: *the Most Rev*, *the Rt Hon*."""
CAMPS = of_class("camps")
"""Nouns that make an institution of a person's name: *the Roe campaign*."""


def chunk(
    sentence: Sentence, start: int, limit: int, known: Known | None, names: Container[int]
) -> int:
    """Where the nouns and adjectives from `start` on end; *and* between two roles goes on.

    An institution in front may hold prepositions: *US Department of Defence analyst*.
    """
    words = sentence.words
    i = start
    opened = False
    while i < limit:
        if i > start and is_dash(sentence, i):
            break
        if not opened and name_like(sentence, i):
            opened = True
            end = proper_phrase(sentence, i, limit)
            if (
                any(words[k].lower in {"of", "for"} for k in range(i, end))
                and not any(k in names or is_person_noun(sentence, k) for k in range(i, end))
                and is_organisation(sentence, i, end, known)
            ):
                i = end
                continue
        if i > start and _short_form(sentence, i) and role_ahead(sentence, i + 3, limit, names):
            i += 3
            continue
        word = words[i]
        if i in names and not _possessor(sentence, i, limit, names):
            camp = camp_end(sentence, i, limit, names)
            if camp == i:
                break
            i = camp
            continue
        joins = (
            i > start
            and (word.lower in {"and", "&"} or (word.text == "," and i + 2 < limit))
            and is_person_noun(sentence, i - 1)
            and i + 1 < limit
            and role_ahead(sentence, i + 1, limit, names)
            and word.text != ","
        )
        inner = (
            word.lower in {"and", "&", ","}
            and (word.text != "," or any(w.lower in {"and", "&"} for w in words[i:limit]))
            and words[i - 1].lower not in load("not_names")
            and i > start
            and i + 1 < limit
            and words[i - 1].text[:1].isupper()
            and words[i + 1].text[:1].isupper()
            and i + 1 not in names
            and role_ahead(sentence, i + 1, limit, names)
        )
        oddly = word.xpos in {"IN", "RB", "FW"} and is_person_noun(sentence, i)
        oddly = oddly or (word.xpos == "WP" and word.text == "WHO")
        if word.xpos == "VBG" and i > start and _acts(sentence, i, limit, names):
            break
        if (
            word.xpos in INSIDE
            or oddly
            or joins
            or inner
            or word.text == "/"
            or is_hyphen(sentence, i)
        ):
            i += 1
        else:
            break
    while i > start and (
        words[i - 1].xpos in {"POS", "CC", "HYPH"} or words[i - 1].text in {",", "/", "-"}
    ):
        i -= 1
    return i


def _short_form(sentence: Sentence, i: int) -> bool:
    """Whether a short form in brackets stands at word `i`: *the Acme Union (AU) president*."""
    words = sentence.words
    brackets = i + 2 < len(words) and words[i].text == "(" and words[i + 2].text == ")"
    return brackets and words[i + 1].text.isupper()


def _acts(sentence: Sentence, i: int, limit: int, names: Container[int]) -> bool:
    """Whether the participle at word `i` opens a clause behind a role: *a lawyer representing*."""
    return is_person_noun(sentence, i - 1) and not role_ahead(sentence, i + 1, limit, names)


def is_dash(sentence: Sentence, i: int) -> bool:
    """Whether word `i` is a dash between phrases, such as one behind the place of a dateline."""
    words = sentence.words
    if words[i].text != "-" or not 0 < i < len(words) - 1:
        return False
    if not is_hyphen(sentence, i):
        return words[i - 1].end < words[i].start
    shouted = all(w.text.isupper() and len(w.text) > 1 for w in words[:i])
    if i <= 2 and shouted and len(words[0].text) >= _SHORTEST_PLACE:
        return words[i + 1].text[:1].isupper() and not words[i + 1].text[1:2].isupper()
    entity = sentence.entity_at(i - 1)
    place = entity is not None and entity.kind == "Location" and entity.stop == i
    return place and entity is not None and entity.first == 0 and words[i + 1].text[:1].isupper()


def somebody_of(sentence: Sentence, first: int, behind: int, stop: int) -> bool:
    """Whether a phrase is about somebody else than the name inside it: *a Roe aide*, *Roe aides*.

    `behind` is where the name ends.
    """
    words = sentence.words
    if not first < behind < stop or not is_person_noun(sentence, stop - 1):
        return False
    determined = words[first].xpos == "DT" and behind - first <= _LONGEST_OWNER
    several = words[stop - 1].xpos == "NNS"
    plain = all(words[k].xpos in {"NN", "NNS", "JJ", "HYPH"} for k in range(behind, stop))
    return plain and (determined or several)


def behind_dateline(sentence: Sentence, first: int, stop: int) -> int:
    """Where a phrase begins behind the place and dash that open its sentence."""
    words = sentence.words
    for i in range(1, min(stop - 1, _LONGEST_DATELINE)):
        if is_dash(sentence, i) and i > first:
            return i + 1
        if words[i].text[:1].islower():
            break
    return first


def behind_seat(sentence: Sentence, i: int) -> int:
    """Behind the compound at word `i` that tells where an institution sits: *Elmford-based*."""
    words = sentence.words
    for k in range(i + 1, min(i + 4, len(words) - 2)):
        if words[k].text == "-" and words[k + 1].lower in {"based", "headquartered"}:
            return k + 2
    return i


def camp_end(sentence: Sentence, i: int, limit: int, names: Container[int]) -> int:
    """Where *Name campaign* ends, if that stands at word `i` with more behind it; else `i`."""
    end = i
    while end < limit and end in names:
        end += 1
    if end + 1 < limit and sentence.words[end].lower in CAMPS:
        return end + 1
    return end if end < limit and role_ahead(sentence, end, limit, names) else i


def _possessor(sentence: Sentence, i: int, limit: int, names: Container[int]) -> bool:
    """Whether the name at word `i` is followed by a possessive mark."""
    while i < limit and i in names:
        i += 1
    return i < limit and sentence.words[i].xpos == "POS"


def role_ahead(sentence: Sentence, i: int, limit: int, names: Container[int]) -> bool:
    """Whether a noun for persons ends the nouns and adjectives that begin at word `i`."""
    for k in range(i, min(limit, i + 5)):
        word = sentence.words[k]
        if k in names or word.xpos not in INSIDE or word.lower in {"becoming", "being"}:
            return False
        if is_person_noun(sentence, k):
            return True
    return False


def common_phrase(sentence: Sentence, i: int, limit: int, names: Container[int]) -> int:
    """Where a common noun phrase from word `i` on ends; `i` if there is none."""
    words = sentence.words
    start = i
    while (
        i < limit
        and i not in names
        and (
            words[i].xpos in INSIDE
            or is_hyphen(sentence, i)
            or (
                words[i].lower in {"and", "&"}
                and i + 1 < limit
                and words[i + 1].xpos in {"NN", "NNS", "NNP", "JJ"}
                and not is_person_noun(sentence, i + 1)
            )
        )
    ):
        i += 1
    while i > start and (words[i - 1].xpos in {"POS", "CC", "HYPH", "CD"}):
        i -= 1
    if i > start and not words[i - 1].xpos.startswith("NN"):
        i = start
    if i == start and _is_activity(sentence, i, limit):
        return i + 1
    return i


def _is_activity(sentence: Sentence, i: int, limit: int) -> bool:
    """Whether word `i` names a field of work in *-ing*: *head of forecasting at the …*."""
    words = sentence.words
    return (
        0 < i < limit
        and words[i].xpos == "VBG"
        and words[i - 1].xpos == "IN"
        and (i + 1 == limit or words[i + 1].xpos == "IN" or not words[i + 1].text[:1].isalnum())
    )
