"""Whether what is reported without quotation marks is a proposition: a clause with a verb.

*The bridge would close*, *to close the bridge*, (accused her) *of closing the bridge* say something
that another outlet may have in other words; *his hopes for a bridge* says nothing of the kind.
Decided from the words alone: no parse comes with a quote.
"""

from __future__ import annotations

from itertools import pairwise

import regex

from quotes.lexicons import load
from quotes.names.parts import plain
from quotes.text.fold import fold
from quotes.types import Quote

_WORD = regex.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[\d.,:]*\d|[,;]")
_SHORTENED = regex.compile(
    r"^(?:\w+n't|\w+'(?:ll|re|ve|d|m)|(?:i|he|she|it|that|there|who|what)'s)$"
)
_PAST = regex.compile(r"^\w{2,}ed$")
_PARTICIPLE = regex.compile(r"^\w{2,}ing$")
_FORMS = (("", ""), ("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"))
"""Endings of regular verbs, and what stands there in the base."""
_LINKS = frozenset("of for from against with".split())
_BEFORE_NOUNS = frozenset(
    "a an the my your his her its our their no every another such "
    "of in on at by for from with about into over under between against to".split()
)
"""Words behind which no finite verb stands."""
_FUTURE = frozenset("will would shall should can could may might must need needs".split())
_OWNED = frozenset("a an my your his her its our their this".split())
"""Words that begin a noun phrase, of which *to* with a verb is a part (*a need to close it*)."""


def is_proposition(quote: Quote) -> bool:
    """Whether the content of an indirect quote is a clause, by itself or with its cue."""
    words = _words(quote)
    if not words:
        return False
    if any(_finite(a, b) for a, b in pairwise(["", *words])) or _PARTICIPLE.match(words[0]):
        return True
    if "to" in words[:-1] and words[0] not in _OWNED:
        return True  # *to close the bridge*, (urged) *people to stay away*
    cue = "" if quote.cue is None else quote.cue.text
    if _is_form(cue, "accusing_verbs"):
        return not _LINKS.isdisjoint(words[1:-1])
    if _is_form(cue, "judging_verbs") and "as" in words:
        return True
    return len(words) > 1 and _is_form(cue, "naming_verbs")


def demands(quote: Quote) -> bool:
    """Whether the content is an infinitive: what is demanded or promised, not what is so."""
    return _words(quote)[:1] == ["to"]


def is_bare_fact(quote: Quote) -> bool:
    """Whether nothing in the content tells of a demand, a promise or the future."""
    words = _words(quote)
    leads = any(a == "to" and b not in _BEFORE_NOUNS for a, b in pairwise(words))
    return not leads and _FUTURE.isdisjoint(words)


def _words(quote: Quote) -> list[str]:
    return [w for span in quote.content for w in _WORD.findall(fold(span.text).lower())]


def _finite(before: str, word: str) -> bool:
    """Whether a word is a finite verb, as far as it and the word before it tell."""
    if _SHORTENED.match(word):
        return True
    return before not in _BEFORE_NOUNS and (word in load("finite_verbs") or bool(_PAST.match(word)))


def _is_form(cue: str, table: str) -> bool:
    """Whether a word of the cue is a form of a verb in a table."""
    verbs = load(table)
    return any(
        base in verbs or (base[:-1] in verbs and base[-1:] == base[-2:-1])
        for word in map(plain, cue.split())
        for ending, instead in _FORMS
        if word.endswith(ending)
        for base in [word.removesuffix(ending) + instead]
    )
