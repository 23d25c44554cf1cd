"""Quotations whose mark is set again at a later sentence of the same paragraph.

*He said: "The mill must close. It cannot pay. "We have told the staff."* — so stand paragraphs that
were joined to one on the way to the reader. Only marks that pairing leaves over are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from quotes.marks.drafts import Draft, Reading, words_between
from quotes.marks.evidence import Mark
from quotes.marks.glyphs import Family
from quotes.marks.pairing import LOOKS_OPENING
from quotes.marks.words import tells
from quotes.text.paragraphs import Paragraph

_SENTENCE_END = regex.compile(r"[.!?][')\]]*\s+\Z")
_END_REACH = 8
_STOPS = frozenset(".!?\"')]")


def again(
    text: str, folded: str, number: int, paragraph: Paragraph, lead: Sequence[Mark], read: Reading
) -> Reading:
    """The paragraph as read, with the stretches that a later mark opens again before they close.

    Each ends before that later mark, and what this one opens continues it.
    """
    found: list[Draft] = []
    used: set[Mark] = set()
    for chain, last in _chains(folded, paragraph, read):
        ends = [*(mark.start for mark in chain[1:]), last.start]
        inner = [words_between(text, m.end, end) for m, end in zip(chain, ends, strict=True)]
        drafts = [
            Draft(m.start, words[1], *words, number, m.family, closed=False, leads=m in lead)
            for m, words in zip(chain, inner, strict=True)
            if words is not None
        ]
        for draft, behind in zip(drafts, [*drafts[1:], last], strict=True):
            behind.continues = draft
        found.extend(drafts)
        used.update(chain)
    if not found:
        return read
    around = iter(found)
    outer = next(around, None)
    for inside in read.drafts:
        while outer is not None and outer.end <= inside.start:
            outer = next(around, None)
        if outer is not None and inside.parent is None and outer.start < inside.start:
            inside.parent = outer
    return Reading((*read.drafts, *found), tuple(m for m in read.strays if m not in used))


def _chains(folded: str, paragraph: Paragraph, read: Reading) -> Iterator[tuple[list[Mark], Draft]]:
    """Marks left over that open one quotation, each again, and the pair that goes on with it."""
    strays = iter(read.strays)
    stray = next(strays, None)
    chain: list[Mark] = []
    for pair in read.drafts:
        if pair.parent is not None or pair.mark is None or pair.family is Family.SINGLE:
            continue
        while stray is not None and stray.start < pair.start:
            goes_on = bool(chain) and _reopens(folded, chain[-1], stray)
            opens = stray.opening >= LOOKS_OPENING
            if not goes_on:
                chain = []
            if opens:
                chain.append(stray)
            stray = next(strays, None)
        while stray is not None and stray.start < pair.end:
            stray = next(strays, None)
        goes_on = bool(chain) and _reopens(folded, chain[-1], pair.mark)
        if goes_on and not _told_twice(folded, paragraph, chain[0], pair):
            yield chain, pair
        chain = []


def _reopens(folded: str, before: Mark, here: Mark) -> bool:
    """Whether a mark opens again what another opened: at a new sentence, with nobody told between.

    A telling verb between the two (*"It must close, said Marsh. "It cannot pay."*) shows that it
    is rather the closing mark that is missing.
    """
    alike = (before.family, before.plain) == (here.family, here.plain)
    start = max(before.end, here.start - _END_REACH)
    return (
        alike
        and here.opening >= LOOKS_OPENING
        and _SENTENCE_END.search(folded, start, here.start) is not None
        and not tells(folded, before.end, here.start)
    )


def _told_twice(folded: str, paragraph: Paragraph, first: Mark, last: Draft) -> bool:
    """Whether somebody is told on both sides: then there may be two quotations, not one."""
    lead_in = folded[paragraph.start : first.start].rstrip()
    introduced = bool(lead_in) and lead_in[-1] not in _STOPS
    behind = folded[last.end : last.end + 2].lstrip()[:1]
    return introduced and last.closed and (folded[last.inner_end - 1] == "," or behind.islower())
