"""A body by the fuller phrase that an article has for it: *the pilots' union*, then *the union*."""

from __future__ import annotations

from quotes.language.sentences import Sentence
from quotes.speakers.figures import Cast
from quotes.speakers.mentions import Reference

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = _NOUNS | {"JJ", "POS"}
_REACH = 200
"""How many sentences before the mention are looked at."""


def fuller(cast: Cast, reference: Reference) -> str | None:
    """What the article calls a body before a mention by its bare noun, if it has one phrase for it.

    The phrase is definite and has a noun before the same noun; None if there is none, or several.
    """
    if reference.head is None or reference.stop - reference.first > 2:
        return None
    noun = reference.sentence.words[reference.head].lower
    found: dict[str, str] = {}
    last = reference.sentence.index
    for sentence in cast.reading.sentences[max(0, last - _REACH) : last + 1]:
        for i, word in enumerate(sentence.words):
            if word.start >= reference.start or word.lower != noun or cast.inside(word.start):
                continue
            first = _first(sentence, i)
            if first is not None:
                text = cast.reading.text[sentence.words[first].start : word.end]
                found.setdefault(text.lower(), " ".join(text.split()))
    return next(iter(found.values())) if len(found) == 1 else None


def _first(sentence: Sentence, head: int) -> int | None:
    """Where a phrase *the … noun* begins behind its article; None if no noun stands before."""
    words = sentence.words
    i = head
    while i > 0 and words[i - 1].xpos in _MODIFIERS:
        i -= 1
    named = any(w.xpos in _NOUNS for w in words[i:head])
    return i if named and i > 0 and words[i - 1].lower == "the" else None
