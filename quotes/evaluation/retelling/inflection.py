"""Forms of English words, as far as retold sentences need them."""

from __future__ import annotations

import functools

from quotes.evaluation.retelling.tables import rows
from quotes.lexicons import load_pairs

_IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (row.split() for row in rows("irregular_verbs"))
}
# Verbs whose last consonant is doubled before an ending, although they have two syllables.
_DOUBLED = frozenset("admit commit defer permit refer regret submit transfer".split())
_NOUN_ENDINGS = tuple("tion ment ness ity our ship dom ery ism izen ident lity ger".split())
_VOWELS = "aeiou"


def _doubles(verb: str) -> bool:
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxy" or verb[-2] not in _VOWELS:
        return False
    short = sum(char in _VOWELS for char in verb) == 1 and verb[-3] not in _VOWELS
    return short or verb in _DOUBLED


@functools.cache
def third(base: str) -> str:
    """The third person of a verb, or the plural of a noun: *repairs*."""
    head, rest = _split(base)
    if head in ("have", "do", "go"):
        return {"have": "has", "do": "does", "go": "goes"}[head] + rest
    if head.endswith(("s", "x", "z", "ch", "sh")):
        return f"{head}es{rest}"
    if head.endswith("y") and head[-2:-1] not in _VOWELS:
        return f"{head[:-1]}ies{rest}"
    return f"{head}s{rest}"


@functools.cache
def past(base: str) -> str:
    """The past of a verb or of a phrase that begins with one: *put back*, *repaired*."""
    head, rest = _split(base)
    return (_IRREGULAR[head][0] if head in _IRREGULAR else _regular(head)) + rest


@functools.cache
def participle(base: str) -> str:
    """The past participle of a verb or of a phrase that begins with one."""
    head, rest = _split(base)
    return (_IRREGULAR[head][1] if head in _IRREGULAR else _regular(head)) + rest


@functools.cache
def gerund(base: str) -> str:
    """The form in *-ing* of a verb or of a phrase that begins with one."""
    head, rest = _split(base)
    if head.endswith("ie"):
        return f"{head[:-2]}ying{rest}"
    if head.endswith("e") and not head.endswith(("ee", "oe", "ye")) and head != "be":
        return f"{head[:-1]}ing{rest}"
    return f"{head}{head[-1] if _doubles(head) else ''}ing{rest}"


def _split(base: str) -> tuple[str, str]:
    head, space, rest = base.partition(" ")
    return head, space + rest


def _regular(head: str) -> str:
    if head.endswith("e"):
        return f"{head}d"
    if head.endswith("y") and head[-2:-1] not in _VOWELS:
        return f"{head[:-1]}ied"
    return f"{head}{head[-1] if _doubles(head) else ''}ed"


@functools.cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """Words in lower case, inflected forms too, with words of the same form that mean the same."""
    found: dict[str, tuple[str, ...]] = {}
    pairs = load_pairs("synonyms")
    for word, others in pairs.items():
        options = others.split("|")
        verbal = () if word.endswith(_NOUN_ENDINGS) else (past, gerund)
        for form in (third, *verbal):
            found.setdefault(form(word), tuple(form(option) for option in options))
    # A word that is listed itself is not taken for a form of another.
    return found | {word: tuple(others.split("|")) for word, others in pairs.items()}
