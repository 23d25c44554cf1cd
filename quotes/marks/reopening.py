"""Quotations whose mark is set again at a later sentence of the same paragraph.

*He said: "The mill must close. It cannot pay. "We have told the staff."* — so stand paragraphs that
were joined to one on the way to the reader.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

import regex

from quotes.marks.evidence import Mark
from quotes.marks.glyphs import Family
from quotes.marks.pairing import LOOKS_OPENING, Pair
from quotes.marks.words import telling
from quotes.text.paragraphs import Paragraph

_SENTENCE_END = regex.compile(r"[.!?][')\]]*\s+\Z")
_END_REACH = 8
_STOPS = frozenset(".!?\"')]")


class Reopening:
    """Which marks of one paragraph may open again what an earlier one opened."""

    def __init__(self, folded: str, paragraph: Paragraph, marks: Sequence[Mark]) -> None:
        self._folded = folded
        self._paragraph = paragraph
        self._marks = marks
        few = len(marks) < 3
        self._telling = [] if few else telling(folded, paragraph.start, paragraph.end)

    def allowed(self, before: Mark, here: Mark) -> bool:
        """Whether `here` may open again what `before` opened: at a new sentence, nobody told.

        A telling verb between the two (*"It must close, said Marsh. "It cannot pay."*) shows that
        it is rather the closing mark that is missing. Single marks resemble apostrophes too much.
        """
        if here.opening < LOOKS_OPENING or before.opening < LOOKS_OPENING:
            return False
        if here.family is Family.SINGLE or here.plain is not before.plain:
            return False
        start = max(before.end, here.start - _END_REACH)
        if _SENTENCE_END.search(self._folded, start, here.start) is None:
            return False
        told = bisect.bisect_left(self._telling, before.end)
        return told == len(self._telling) or self._telling[told] >= here.start

    def kept(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The pairs without those that are opened again by a quotation of somebody else.

        So it may be where somebody is told on both sides: before the first mark, and behind the
        last one.
        """
        first_of: dict[int | None, int] = {}
        chains: dict[int, list[int]] = {}
        dropped: set[int] = set()
        for pair in pairs:
            first = first_of.get(pair.opening, pair.opening)
            if pair.again:
                chains.setdefault(first, []).append(pair.opening)
                first_of[pair.closing] = first
            elif first in chains and self._told_twice(first, pair):
                dropped.update(chains[first])
        return [pair for pair in pairs if pair.opening not in dropped]

    def _told_twice(self, first: int, last: Pair) -> bool:
        folded, start = self._folded, self._marks[first].start
        lead_in = folded[max(self._paragraph.start, start - _END_REACH) : start].rstrip()
        if not lead_in or lead_in[-1] in _STOPS or last.closing is None:
            return False
        closing = self._marks[last.closing]
        behind = folded[closing.end : closing.end + 2].lstrip()[:1]
        return folded[closing.start - 1] == "," or behind.islower()
