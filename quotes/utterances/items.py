"""Quotes and their articles made ready for comparison, once for each."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import pairwise

import attrs
import regex

from quotes.lexicons import load
from quotes.types import Article, Kind, Quote, QuoteRef, Span
from quotes.utterances.alignment import Sentence, sentences
from quotes.utterances.naturalness import naturalness
from quotes.utterances.parties import Party, party_of
from quotes.utterances.words import NOTHING, Words, same_words_of, weight, words_of

_REACH = 250
"""How many characters before and after a quote are its context."""
_TELLING = 0.4
"""Around a quote and in its article a word is to weigh more than in it (`words.TELLING`)."""
_SKETCH = 60
"""How many words stand for an article."""
_LEAST_PART = 4
"""A sentence of fewer words stays with its neighbour: alone it says too little."""
_ENDS = regex.compile(r"[.!?…]\p{P}*$")
_BREAK = regex.compile(r"[.:!?]\W*$")
_CAPITAL = regex.compile(r"\P{L}{0,9}\p{Lu}")
_LANGUAGE = regex.compile(
    r"\b(?:in|from) (?<language>\p{Lu}\p{Ll}+)(?=\s*(?:[.,;:)\n]|$))"
    r"|\b(?:interpreter|translated|translation|translator)\b"
)
_OF_LANGUAGES = ("ian", "ish", "ese")
_TAIL = 20
"""How many characters at the end of a stretch show whether a sentence ends there."""


@attrs.frozen(eq=False)
class Item:
    """One quote, or a part of a split one, with all that is compared of it.

    `spans` are its words in the article, `position` its place among the items of the article.
    `said` are the quoted words (of indirect speech the content), `content` all that is reported;
    `cue` the telling words of the expression that reports, `around` those around the quote;
    `before` and `after` are the words of the quotes next to it; `translated`: the article says that
    the words were said in another language.
    """

    ref: QuoteRef
    quote: Quote
    spans: tuple[Span, ...]
    sheet: Sheet
    position: int
    said: Words
    content: Words
    cue: frozenset[str]
    around: tuple[str, ...]
    party: Party | None
    before: Words | None = None
    after: Words | None = None
    translated: bool = False

    @property
    def context(self) -> frozenset[str]:
        """The telling words around the quote; kept as a tuple, which takes far less memory."""
        return frozenset(self.around)

    @property
    def quoted(self) -> bool:
        """Whether any of the words stand between marks."""
        return bool(self.quote.segments)


@attrs.frozen(eq=False)
class Sheet:
    """What is compared of an article: its telling words, and when it appeared (day number).

    What only articles with quotes in common are compared by is made when it is first asked for.
    """

    article: Article
    id: str
    told: tuple[str, ...]
    day: int | None

    @property
    def words(self) -> frozenset[str]:
        """The telling words; kept as a tuple, which takes far less memory."""
        return frozenset(self.told)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The longer sentences, to align with those of another article."""
        return sentences(self.article.text)

    @functools.cached_property
    def naturalness(self) -> float | None:
        """How naturally the words follow one another; None for too few words."""
        return naturalness(self.article.text)


@attrs.frozen(eq=False)
class Made:
    """What takes time to make of a quote or a part of one; the rest of an `Item` is at hand."""

    quote: Quote
    part: int
    spans: tuple[Span, ...]
    said: Words
    content: Words
    around: tuple[str, ...]
    translated: bool


def sheet_of(article: Article, key: str) -> Sheet:
    """The article called `key`, ready for comparison."""
    return Sheet(article, key, _sketch(article.text), day_of(article))


def items_of(article: Article, key: str, quotes: Sequence[Quote]) -> tuple[Item, ...]:
    """The quotes of one article that count as speech, ready for comparison, split ones by part."""
    sheet = sheet_of(article, key)
    made = [
        _made(article.text, quote, part, spans)
        for quote in quotes
        if quote.kind is not Kind.OTHER
        for part, spans in enumerate(spans_of(article.text, quote))
    ]
    return tuple(item_of(sheet, i, made) for i in range(len(made)))


def item_of(sheet: Sheet, position: int, made: Sequence[Made]) -> Item:
    """One of the items of an article, from all that was made of its quotes."""
    own = made[position]
    quote = own.quote
    return Item(
        ref=QuoteRef(sheet.id, quote.id, own.part),
        quote=quote,
        spans=own.spans,
        sheet=sheet,
        position=position,
        said=own.said,
        content=own.content,
        cue=_telling(quote.cue.text) if quote.cue is not None else NOTHING,
        around=own.around,
        party=party_of(quote.speaker) if quote.speaker is not None else None,
        before=made[position - 1].said if position else None,
        after=made[position + 1].said if position + 1 < len(made) else None,
        translated=own.translated,
    )


def _made(text: str, quote: Quote, part: int, spans: tuple[Span, ...]) -> Made:
    said = same_words_of(tuple([span.text for span in spans]))
    whole = quote.kind is Kind.DIRECT or not quote.segments
    return Made(
        quote,
        part,
        spans,
        said,
        said if whole else same_words_of(tuple([s.text for s in quote.content])),
        _context(text, quote),
        _translated(text, quote),
    )


def joined(parts: Sequence[Item]) -> Item:
    """One item for several parts of one quote."""
    if len(parts) == 1:
        return parts[0]
    first = min(parts, key=lambda item: item.ref)
    spans = tuple(sorted((s for item in parts for s in item.spans), key=lambda s: s.start))
    said = same_words_of(tuple(span.text for span in spans))
    return attrs.evolve(first, spans=spans, said=said, content=said)


def spans_of(text: str, quote: Quote) -> list[tuple[Span, ...]]:
    """The sentences of a whole quotation that is split around its attribution; else all in one.

    *“A,” said X. “B.”* has two parts, *“A,” said X, “and b.”* one.
    """
    spans = quote.segments or quote.content
    if quote.kind is not Kind.DIRECT or len(spans) < 2:
        return [spans]
    parts = [[spans[0]]]
    for left, right in pairwise(spans):
        between = text[left.end : right.start]
        ends = (
            "\n" in between or _ENDS.search(left.text[-_TAIL:]) or _BREAK.search(between[-_TAIL:])
        )
        long = min(len(left.text.split()), len(right.text.split())) >= _LEAST_PART
        if ends and long and _CAPITAL.match(right.text):
            parts.append([right])
        else:
            parts[-1].append(right)
    return [tuple(part) for part in parts]


def _context(text: str, quote: Quote) -> tuple[str, ...]:
    """The telling words before and after a quote, but for those that name or describe its speaker.

    They are compared as the speaker's.
    """
    around = _around(text, quote)
    speaker = quote.speaker
    told = () if speaker is None else words_of([speaker.name, *speaker.roles]).stems
    return tuple(
        dict.fromkeys(s for s in words_of(around).stems if weight(s) >= _TELLING and s not in told)
    )


def _around(text: str, quote: Quote) -> list[str]:
    """What stands before, behind and between the parts of a quote."""
    start = min(span.start for span in (*quote.content, *quote.segments))
    end = max(span.end for span in (*quote.content, *quote.segments))
    around = [text[max(0, start - _REACH) : start], text[end : end + _REACH]]
    for left, right in zip(quote.content, quote.content[1:], strict=False):
        around.append(text[left.end : right.start])
    return around


def _translated(text: str, quote: Quote) -> bool:
    """Whether the article says that the words were said in another language."""
    for around in _around(text, quote):
        for match in _LANGUAGE.finditer(around):
            word = match["language"]
            if word is None or word.endswith(_OF_LANGUAGES) or word.lower() in load("demonyms"):
                return True
    return False


@functools.lru_cache(maxsize=1 << 12)
def _telling(cue: str) -> frozenset[str]:
    """The telling words of a cue; one value for all quotes that have it."""
    return frozenset(s for s in words_of([cue]).stems if weight(s) >= _TELLING) or NOTHING


def _sketch(text: str) -> tuple[str, ...]:
    """The most telling words of an article: names first, then by how rare they are."""
    words = words_of([text])
    told = {s for s in words.stems if weight(s) >= _TELLING}
    stems = sorted(told, key=lambda s: (s not in words.names, -weight(s), s))
    return tuple(stems[:_SKETCH])


def day_of(article: Article) -> int | None:
    """The number of the day on which an article appeared, if that is known."""
    return article.published.toordinal() if article.published is not None else None
