"""Quotes and their articles made ready for comparison, once for each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import attrs

from quotes.types import Article, Kind, Quote, QuoteRef
from quotes.utterances.parties import Party, party_of
from quotes.utterances.words import Words, weight, words_of

_REACH = 250
_TELLING = 0.4
_SKETCH = 60


@attrs.frozen(eq=False)
class Item:
    """One quote with all that is compared of it.

    `said` are the quoted words (of indirect speech the content), `content` all that is reported;
    `cue` the telling words of the expression that reports,
    `context` those around the quote; `neighbours` the words of the quotes before and after.
    """

    ref: QuoteRef
    quote: Quote
    sheet: Sheet
    position: int
    said: Words
    content: Words
    cue: frozenset[str]
    context: frozenset[str]
    party: Party | None
    neighbours: tuple[Words, ...] = ()

    @property
    def quoted(self) -> bool:
        """Whether any of the words stand between marks."""
        return bool(self.quote.segments)


@attrs.frozen(eq=False)
class Sheet:
    """What is compared of an article: its telling words, and when it appeared (day number)."""

    article: Article
    id: str
    words: frozenset[str]
    day: int | None


def items_of(article: Article, key: str, quotes: Sequence[Quote]) -> tuple[Item, ...]:
    """The quotes of one article that count as speech, ready for comparison."""
    kept = [q for q in quotes if q.kind is not Kind.OTHER]
    sheet = Sheet(article, key, _sketch(article.text), _day(article.published))
    said = [words_of(s.text for s in q.segments or q.content) for q in kept]
    items = []
    for i, quote in enumerate(kept):
        content = said[i] if not quote.segments else words_of(span.text for span in quote.content)
        items.append(
            Item(
                ref=QuoteRef(key, quote.id),
                quote=quote,
                sheet=sheet,
                position=i,
                said=said[i],
                content=content,
                cue=_telling([quote.cue.text]) if quote.cue is not None else frozenset(),
                context=_context(article.text, quote),
                party=party_of(quote.speaker) if quote.speaker is not None else None,
                neighbours=tuple(said[k] for k in (i - 1, i + 1) if 0 <= k < len(kept)),
            )
        )
    return tuple(items)


def _context(text: str, quote: Quote) -> frozenset[str]:
    """The telling words before and after a quote, the names of its speaker among them."""
    start = min(span.start for span in (*quote.content, *quote.segments))
    end = max(span.end for span in (*quote.content, *quote.segments))
    around = [text[max(0, start - _REACH) : start], text[end : end + _REACH]]
    for left, right in zip(quote.content, quote.content[1:], strict=False):
        around.append(text[left.end : right.start])
    return _telling(around)


def _telling(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(s for s in words_of(texts).stems if weight(s) >= _TELLING)


def _sketch(text: str) -> frozenset[str]:
    """The most telling words of an article: names first, then by how rare they are."""
    words = words_of([text])
    stems = sorted(set(words.stems), key=lambda s: (s not in words.names, -weight(s), s))
    return frozenset(stems[:_SKETCH])


def _day(moment: datetime.date | None) -> int | None:
    return moment.toordinal() if moment is not None else None
