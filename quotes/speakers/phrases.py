"""Stretches of nouns and adjectives: where a phrase about a person begins and ends."""

from __future__ import annotations

from collections.abc import Container

from quotes.language.sentences import Sentence
from quotes.lexicons import load, of_class
from quotes.names.known import Known
from quotes.names.noun_phrases import phrase_end, proper_phrase
from quotes.names.organisations import is_organisation
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
    steps = _Steps(sentence, start, limit, known, names)
    i = phrase_end(
        start,
        limit,
        (steps.institution, steps.short_form, steps.person, steps.clause, steps.word),
    )
    while i > start and (
        words[i - 1].xpos in {"POS", "CC", "HYPH"} or words[i - 1].text in {",", "/", "-"}
    ):
        i -= 1
    return i


class _Steps:
    """What carries on a phrase about a person, as steps of `phrase_end`."""

    def __init__(
        self,
        sentence: Sentence,
        start: int,
        limit: int,
        known: Known | None,
        names: Container[int],
    ) -> None:
        self._sentence, self._start, self._limit = sentence, start, limit
        self._known, self._names = known, names
        self._named = False

    def institution(self, i: int) -> int | None:
        """The first name, if it is an institution's with *of* or *for* in it."""
        if self._named or not name_like(self._sentence, i):
            return None
        self._named = True
        end = proper_phrase(self._sentence, i, self._limit)
        inside = range(i, end)
        if not any(self._sentence.words[k].lower in {"of", "for"} for k in inside):
            return None
        if any(k in self._names or is_person_noun(self._sentence, k) for k in inside):
            return None
        return end if is_organisation(self._sentence, i, end, self._known) else None

    def short_form(self, i: int) -> int | None:
        """A short form in brackets before a role."""
        brackets = i > self._start and _short_form(self._sentence, i)
        return i + 3 if brackets and self._role(i + 3) else None

    def person(self, i: int) -> int | None:
        """A person's name ends the phrase, unless it names a campaign or an owner."""
        if i not in self._names:
            return None
        return camp_end(self._sentence, i, self._limit, self._names)

    def clause(self, i: int) -> int | None:
        """A participle behind a role opens a clause."""
        participle = self._sentence.words[i].xpos == "VBG" and i > self._start
        return i if participle and _acts(self._sentence, i, self._limit, self._names) else None

    def word(self, i: int) -> int | None:
        """A noun or adjective, or what joins two of them."""
        word = self._sentence.words[i]
        inside = word.xpos in INSIDE or word.text == "/" or is_hyphen(self._sentence, i)
        return i + 1 if inside or self._mistagged(i) or self._joins(i) else None

    def _role(self, i: int) -> bool:
        return role_ahead(self._sentence, i, self._limit, self._names)

    def _mistagged(self, i: int) -> bool:
        """Whether word `i` is a noun for persons under another tag, or the acronym WHO."""
        word = self._sentence.words[i]
        noun = word.xpos in {"IN", "RB", "FW"} and is_person_noun(self._sentence, i)
        return noun or (word.xpos == "WP" and word.text == "WHO")

    def _joins(self, i: int) -> bool:
        """Whether a joint at word `i` leads on to a role: behind a role, or between capitals."""
        words = self._sentence.words
        if not self._start < i < self._limit - 1 or words[i].lower not in {"and", "&", ","}:
            return False
        if not self._role(i + 1):
            return False
        if words[i].text != "," and is_person_noun(self._sentence, i - 1):
            return True
        listed = any(w.lower in {"and", "&"} for w in words[i : self._limit])
        before, after = words[i - 1], words[i + 1]
        return (
            listed
            and before.lower not in load("not_names")
            and before.text[:1].isupper()
            and after.text[:1].isupper()
            and i + 1 not in self._names
        )


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


def camp_end(sentence: Sentence, i: int, limit: int, names: Container[int]) -> int:
    """Where *Name campaign* ends, if that stands at word `i` with more behind it; else `i`."""
    end = i
    while end < limit and end in names:
        end += 1
    if end + 1 < limit and sentence.words[end].lower in CAMPS:
        return end + 1
    return end if end < limit and role_ahead(sentence, end, limit, names) else i


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

    def word(i: int) -> int | None:
        goes_on = words[i].xpos in INSIDE or is_hyphen(sentence, i) or words[i].text == "/"
        inside = i not in names and (goes_on or _joins_nouns(sentence, i, limit))
        return i + 1 if inside else None

    i = phrase_end(start, limit, (word,))
    while i > start and (words[i - 1].xpos in {"POS", "CC", "HYPH", "CD"}):
        i -= 1
    if i > start and not words[i - 1].xpos.startswith("NN"):
        i = start
    if i == start and _is_activity(sentence, i, limit):
        return i + 1
    return i


def _joins_nouns(sentence: Sentence, i: int, limit: int) -> bool:
    """Whether *and* at word `i` leads on to a noun or adjective that names no person."""
    words = sentence.words
    return (
        words[i].lower in {"and", "&"}
        and i + 1 < limit
        and words[i + 1].xpos in {"NN", "NNS", "NNP", "JJ"}
        and not is_person_noun(sentence, i + 1)
    )


def _is_activity(sentence: Sentence, i: int, limit: int) -> bool:
    """Whether word `i` names a field of work in *-ing*: *head of forecasting at the …*."""
    words = sentence.words
    return (
        0 < i < limit
        and words[i].xpos == "VBG"
        and words[i - 1].xpos == "IN"
        and (i + 1 == limit or words[i + 1].xpos == "IN" or not words[i + 1].text[:1].isalnum())
    )


def behind_seat(sentence: Sentence, i: int) -> int:
    """Behind the compound at word `i` that tells where an institution sits: *Elmford-based*."""
    words = sentence.words
    for k in range(i + 1, min(i + 4, len(words) - 2)):
        if words[k].text == "-" and words[k + 1].lower in {"based", "headquartered"}:
            return k + 2
    return i
