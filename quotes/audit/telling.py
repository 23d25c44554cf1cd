"""The words by which articles show a source to be a woman or a man: pronouns and titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import regex

from quotes.audit.values import Gender
from quotes.lexicons import load_pairs
from quotes.names.parts import plain
from quotes.types import Article, Quote, Span

PRONOUNS = {
    **dict.fromkeys(("he", "him"), "he"),
    **dict.fromkeys(("she", "her"), "she"),
    **dict.fromkeys(("they", "them"), "they"),
}
"""Each pronoun that may be a whole mention of a source, and the one that it is counted as."""
_CLEARLY = 2
"""One is told only if it is shown at least so many times as often as the other."""
_BEFORE = regex.compile(r"(?<!\p{L})(\p{Lu}\p{L}*\.?)[ \u00a0]$")
_FIRST = regex.compile(r"(\p{Lu}\p{L}*\.?)[ \u00a0]\S")
_LONGEST = 14
"""How many characters the longest title has, with a space."""


def telling(article: Article, quotes: Iterable[Quote]) -> frozenset[Span]:
    """The pronouns and titles of one speaker in an article; `quotes` are those of the speaker.

    Pronouns count where they are a whole mention that the library resolved to the speaker, titles
    where they open such a mention or stand before it.
    """
    mentions: set[Span] = set()
    for quote in quotes:
        if quote.speaker is not None:
            mentions.update(quote.speaker.mentions)
            mentions.update([quote.source] if quote.source is not None else ())
    return frozenset(span for m in mentions if (span := _told(article.text, m)) is not None)


def _told(text: str, mention: Span) -> Span | None:
    if mention.text.lower() in PRONOUNS:
        return mention
    first = _FIRST.match(mention.text)
    if first is not None and plain(first[1]) in load_pairs("courtesy_titles"):
        return Span(mention.start, mention.start + len(first[1]), first[1])
    at = max(0, mention.start - _LONGEST)
    before = _BEFORE.search(text[at : mention.start])
    if before is not None and plain(before[1]) in load_pairs("courtesy_titles"):
        return Span(at + before.start(1), at + before.end(1), before[1])
    return None


def pronoun_counts(words: Iterable[str]) -> Counter[str]:
    """How often each of *he*, *she* and *they* stands among the words."""
    return Counter(PRONOUNS[word.lower()] for word in words if word.lower() in PRONOUNS)


def gender(words: Iterable[str]) -> Gender:
    """What the pronouns and titles show; not told where both are shown, neither far more often."""
    titles = load_pairs("courtesy_titles")
    shown: Counter[str] = Counter()
    for word in words:
        pronoun = PRONOUNS.get(word.lower())
        told = {"he": "man", "she": "woman"}.get(pronoun or "", titles.get(plain(word)))
        shown.update([told] if told is not None else ())
    man, woman = shown["man"], shown["woman"]
    if man > 0 and man >= _CLEARLY * woman:
        return Gender.MAN
    if woman > 0 and woman >= _CLEARLY * man:
        return Gender.WOMAN
    return Gender.NOT_TOLD
