"""The words of a quotation that have to stand together in a source."""

from __future__ import annotations

from itertools import pairwise

import regex

from quotes.types import Kind, Quote, Span
from quotes.verification import has_words
from quotes.verification.words import abbreviated

Passage = tuple[Span, ...]
"""Segments of a quotation that were spoken one behind the other."""
_STOPS = (".", "?", "!", "…")
_PAUSES = (",", "-", "–", "—")
"""What an attribution that interrupts a sentence ends with."""
_NEW_SENTENCE = regex.compile(r"([\w.]*\w)[.?!]\s+(?=\w)")
_LONGEST_ATTRIBUTION = 300
_BEFORE_WORDS = " \t\n\r\u00a0“”\"‘’'«»„"


def passages(quote: Quote, text: str) -> list[Passage]:
    """Split the segments of a quote where the source may have other words between them.

    The fragments of a mixed quote stand each by itself. So do the sentences of a direct quotation
    on both sides of an attribution, and a fragment that the writer goes on to put into a clause
    (*“We will go,” she said, calling it “a folly”*). Where an attribution interrupts a sentence
    (*“We will go,” she said, “if it rains.”*) both sides are one passage, as they have to be in the
    source. Passages without words (“[…]”) are omitted.

    Args:
        quote: a quote of the text, with segments.
        text: the text of the draft.
    """
    rows = [[quote.segments[0]]]
    for one, two in pairwise(quote.segments):
        if quote.kind is Kind.MIXED or _apart(one, two, text):
            rows.append([two])
        else:
            rows[-1].append(two)
    return [tuple(row) for row in rows if has_words(" ".join(part.text for part in row))]


def _apart(one: Span, two: Span, text: str) -> bool:
    """Whether a sentence ends between two segments, or the second is part of a clause."""
    between = text[one.end : two.start].rstrip(_BEFORE_WORDS)
    if len(between) > _LONGEST_ATTRIBUTION:
        return True
    if one.text.rstrip().endswith(_STOPS) or not between.endswith(_PAUSES):
        return True
    return any(
        not abbreviated(match[1], match[1].lower()) for match in _NEW_SENTENCE.finditer(between)
    )
