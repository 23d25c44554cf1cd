"""Nouns for persons: number, sex, and which table they stand in."""

from __future__ import annotations

from quotes.language.sentences import Sentence
from quotes.lexicons.persons import Sort, sexes
from quotes.names.parts import plain

_PLURAL_S = 3


def singular(word: str) -> str:
    """The singular of a role noun, plain."""
    key = plain(word)
    if role_kind(key) is not None:
        return key
    if key.endswith("men"):
        return key[:-2] + "an"
    if key.endswith("ies"):
        return key[:-3] + "y"
    if key.endswith("s") and len(key) > _PLURAL_S:
        return key[:-2] if key.endswith("sses") else key[:-1]
    return {"people": "person", "children": "child", "wives": "wife"}.get(key, key)


def role_kind(key: str) -> Sort | None:
    """Whether a noun for persons is one for roles, for kin or for persons; None if it is none."""
    for sort in (Sort.ROLE, Sort.KIN, Sort.PERSON):
        if key in sexes(sort):
            return sort
    return (
        Sort.ROLE
        if len(key) > 6 and key.endswith(("alist", "ivist", "ogist", "omist", "ician"))
        else None
    )


def noun_sex(word: str) -> str | None:
    """The sex that a noun for persons shows ("any" if none), None if it is no such noun."""
    key = singular(word)
    kind = role_kind(key)
    return sexes(kind).get(key, "any") if kind else None


def is_person_noun(sentence: Sentence, i: int) -> bool:
    """Whether word `i` is a noun for persons: listed, or listed behind its last hyphen."""
    word = sentence.words[i]
    key = singular(word.text)
    verb = word.xpos in {"VB", "VBD", "VBZ", "VBP", "VBN", "MD"} and not word.text[:1].isupper()
    if verb and not (len(key) > len("woman") and key.endswith(("man", "ist"))):
        return False
    if role_kind(key) is not None:
        return True
    return "-" in key and role_kind(key.rsplit("-", 1)[1]) is not None
