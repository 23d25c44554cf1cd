"""What the words of a possible name, and those around it, say for and against a person."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotes.language.sentences import Sentence
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Sort, sexes
from quotes.names.nationals import national
from quotes.names.parts import NameParts, first_name_gender, plain
from quotes.names.runs import Run, is_title

_AGE = regex.compile(r"\d{1,3}")
_COMPOUND = of_class("name_compounds")
"""What ends a compound of a name that names nobody (*Rowe-led*)."""
COMPANY_HEADS = of_class("company_heads")
"""Offices that companies have, and states and people do not."""


def name_evidence(
    sentence: Sentence,
    run: Run,
    first: int,
    stop: int,
    parts: NameParts,
    honorific: str | None,
) -> float:
    """Evidence from the words of the name and around it, added up."""
    return (
        _title_shape(sentence, run, first, honorific)
        + _first_name_shape(parts)
        + _listed_shape(sentence, first, stop, parts, honorific)
        + _written_shape(sentence, first, stop, parts)
        + _neighbours(sentence, first, stop)
    )


def _title_shape(sentence: Sentence, run: Run, first: int, honorific: str | None) -> float:
    """What a title in front says for a person: a form of address more than an office."""
    if honorific is None:
        return 0.0
    before = plain(sentence.words[first - 1].text)
    return 3.0 if first > run.first and before in sexes(Sort.ADDRESS) else 1.5


def _first_name_shape(parts: NameParts) -> float:
    """What first names, initials and the number of words say for a person."""
    size = len(parts.words)
    evidence = (
        (1.5, size > 1 and first_name_gender(parts.words[0]) is not None),
        (1.0, parts.eastern),
        (0.5, bool(parts.initials) and size > 1),
        (0.3, 2 <= size <= 3),
        (-0.5, size > 5),
    )
    return sum(weight for weight, holds in evidence if holds)


def _listed_shape(
    sentence: Sentence, first: int, stop: int, parts: NameParts, honorific: str | None
) -> float:
    """What the lists of organisations, places, peoples and titles say against a person.

    Those of places and peoples say nothing behind *Mr.* or *Ms.*
    """
    words = sentence.words
    whole = " ".join(parts.words)
    bodies, demonyms = load("organisation_words"), load("demonyms")
    body_behind = (
        stop < len(words) and plain(words[stop].text) in bodies and words[stop].text[:1].isupper()
    )
    of_people = (
        stop == first + 1
        and first > 0
        and words[first - 1].xpos == "DT"
        and national(words[first].text) is not None
    )
    titled = is_title(parts.words[-1])
    addressed = honorific in {"male", "female"}
    evidence = (
        (-3.0, not bodies.isdisjoint(parts.words)),
        (-4.0, body_behind),
        (-2.0, titled and not first_name_gender(parts.words[0])),
        (-4.0, titled and parts.words[0] in demonyms),
    )
    located = (
        (-3.0, whole in load("places") or whole in load("metonyms") or whole in demonyms),
        (-1.0, plain(words[stop - 1].text) in demonyms),
        (-3.0, of_people),
    )
    shown = evidence if addressed else (*evidence, *located)
    return sum(weight for weight, holds in shown if holds)


def _written_shape(sentence: Sentence, first: int, stop: int, parts: NameParts) -> float:
    """What capitals, compounds and verbs say against a person."""
    words = sentence.words
    acronym = len(parts.words) == 1 and words[first].text.isupper() and len(words[first].text) < 6
    shouted = [w.text for w in words[first:stop] if len(w.text) > 3]
    last = words[stop - 1]
    evidence = (
        (-1.5, acronym),
        (-2.5, len(shouted) > 1 and all(w.isupper() for w in shouted)),
        (-4.0, last.text in _COMPOUND),
        (-1.0, last.xpos.startswith("VB") and last.text[:1].islower()),
    )
    return sum(weight for weight, holds in evidence if holds)


def _neighbours(sentence: Sentence, first: int, stop: int) -> float:
    words = sentence.words
    score = 0.0
    following: Sequence[str] = [w.lower for w in words[stop : stop + 3]]
    if len(following) == 3 and following[0] == "," and _AGE.fullmatch(following[1]):
        score += 3.0
    if following[:1] == [","] and _described(sentence, stop + 1):
        score += 1.5
    if following[:1] == ["who"] or following[:2] == [",", "who"]:
        score += 0.7
    if (
        stop < len(words)
        and words[stop].lemma in load("reporting_verbs")
        and words[stop].xpos.startswith("VB")
    ):
        score += 0.7
    if (
        first
        and words[first - 1].lemma in load("reporting_verbs")
        and words[first - 1].xpos == "VBD"
    ):
        score += 0.7
    if first and words[first - 1].lower == "the":
        score -= 1.5
    if first and words[first - 1].lower in {"in", "at", "near"}:
        score -= 0.7
    if _company(sentence, first, stop):
        score -= 4.0
    return score


def _company(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the words around say that a name is a company's: *the firm Acme*, *CEO of Acme*."""
    words = sentence.words
    before = words[first - 1] if first else None
    if before is not None and before.xpos == "NN" and before.lower in load("organisation_nouns"):
        return stop == len(words) or words[stop].xpos != "POS"
    owns = stop + 1 < len(words) and words[stop].xpos == "POS"
    return owns and stop - first == 1 and words[stop + 1].lower in COMPANY_HEADS


def _described(sentence: Sentence, i: int) -> bool:
    """Whether a description of a person seems to begin at word `i`: *a former negotiator*."""
    words = sentence.words
    if i >= len(words) or words[i].lower not in {"a", "an", "the", "his", "her"}:
        return False
    for word in words[i + 1 : i + 8]:
        if word.text in {",", ".", ";", '"'} or word.xpos in {"IN", "VBD", "VBZ"}:
            return False
        if word.xpos in {"NN", "NNP"} and plain(word.text) in sexes(Sort.ROLE):
            return True
    return False
