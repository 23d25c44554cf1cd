"""Texts and words that stand for whoever made them: the maker named in, beside or near a mention.

*The mayor's words*, *the Acme report*, *a letter from the board*, *a story in the Daily Moon*.
"""

from __future__ import annotations

from collections.abc import Callable

from quotes.language.sentences import Sentence
from quotes.lexicons import load, of_class
from quotes.speakers.discourse import Discourse
from quotes.speakers.documents import (
    UTTERED,
    author,
    earlier_author,
    later_author,
    maker_behind,
    named_before,
)
from quotes.speakers.figures import Cast
from quotes.speakers.mentions import Determiner, Reference
from quotes.speakers.nouns import is_person_noun, singular

Resolve = Callable[[int, int], int | None]
"""Finds the figure that the words from one offset to another mean."""
Found = tuple[int, float, str]
"""A figure, how sure it is, and which kind of evidence decided."""

_FINDINGS = of_class("findings")
_PIECES = of_class("press_pieces")
_LONGEST = 10
_PHRASE = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "IN", "CC", "HYPH"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VBG", "VBN", "WDT", "WP"})


def is_text(head: str | None) -> bool:
    """Whether a noun names a text, or findings that somebody publishes."""
    return head is not None and (head in load("document_nouns") or head in _FINDINGS | _PIECES)


def is_made(reference: Reference) -> bool:
    """Whether a mention says from whom something comes: *the poster from Acme*."""
    behind = reference.sentence.words[(reference.head or 0) + 1 : reference.stop]
    return any(word.lower in {"from", "by"} for word in behind)


def owner(reference: Reference, resolve: Resolve) -> Found | None:
    """Whose words or account these are: *the mayor's words*, *Ada Roe's account on a network*.

    Args:
        reference: The mention, a description.
        resolve: Finds the figure that the words of the owner mean.
    """
    head = reference.head_key or ""
    made = head in UTTERED or head in load("account_nouns") | load("document_nouns")
    if reference.owner is None or not made:
        return None
    words = reference.sentence.words
    number = resolve(reference.start, words[reference.owner[1] - 1].end)
    return None if number is None else (number, 0.75, "owner")


def maker(cast: Cast, discourse: Discourse, reference: Reference, resolve: Resolve) -> Found | None:
    """Who made the text that speaks, as the mention, its sentence or the sentences near it tell.

    Args:
        cast: The figures of the article and where they stand.
        discourse: Whoever was heard of so far.
        reference: The mention, a text.
        resolve: Finds the figure that other words mean.
    """
    sentence, first, stop = reference.sentence, reference.first, reference.stop
    head = reference.head if reference.head is not None else stop - 1
    inside = named_before(cast, sentence, first, head)
    if inside is not None:
        return inside, 0.75, "author"
    limit = _end(sentence, stop)
    near = author(cast, sentence, first, limit)
    if near is None:
        near = maker_behind(cast, sentence, stop)
    if near is not None:
        return near, 0.65, "author"
    described = _described(sentence, head, limit)
    if described is not None:
        number = resolve(*described)
        if number is not None:
            return number, 0.6, "author"
    if reference.determiner is Determiner.INDEFINITE or reference.head_key in _FINDINGS:
        return None
    for found in (earlier_author(cast, reference, discourse.spoke), later_author(cast, reference)):
        if found is not None:
            return found, 0.6, "document"
    return None


def _end(sentence: Sentence, stop: int) -> int:
    """Where the prepositions right behind a mention lead to, at most to the next verb or comma."""
    words = sentence.words
    stop += stop + 1 < len(words) and words[stop].text == "," and words[stop + 1].lower == "from"
    if stop >= len(words) or words[stop].lower not in {"by", "from", "in", "on"}:
        return stop
    limit = stop
    while limit < min(len(words), stop + _LONGEST):
        if words[limit].xpos in _VERBS or words[limit].text in {",", ".", ";", ":", '"', "("}:
            break
        limit += 1
    return limit


def _described(sentence: Sentence, head: int, stop: int) -> tuple[int, int] | None:
    """The words of a maker without a name: *a statement from the ministry*."""
    words = sentence.words
    for i in range(head + 1, stop - 1):
        if words[i].lower not in {"by", "from"}:
            continue
        end = i + 1
        head = i
        while end < stop and words[end].xpos in _PHRASE:
            if words[end].lower == "of" and head == i:
                head = end - 1
            end += 1
        if end == i + 1 or not words[end - 1].xpos.startswith("NN"):
            return None
        head = end - 1 if head == i else head
        key = singular(words[head].text)
        body = key in load("organisation_nouns") or key in load("organisation_words")
        if body or is_person_noun(sentence, head):
            return words[i + 1].start, words[end - 1].end
    return None
