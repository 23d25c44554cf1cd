"""What the marks of one paragraph enclose."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import regex

from quotes.marks.evidence import Mark, weigh
from quotes.marks.glyphs import Family, signs
from quotes.marks.pairing import DEPTH, Pair, pair
from quotes.marks.reopening import Reopening
from quotes.text.paragraphs import Paragraph

_LEAD_INS = frozenset((": ", ", "))
_CONTENT = regex.compile(r"[\p{L}\p{N}]")


@attrs.define(eq=False)
class Draft:
    """A marked stretch in the making: `parent` and `continues` become indices at the end."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    family: Family
    closed: bool
    leads: bool = False
    """Whether its mark is one of those with which the paragraph begins."""
    parent: Draft | None = None
    continues: Draft | None = None
    index: int = -1

    @property
    def depth(self) -> int:
        """How many stretches are around this one."""
        return 0 if self.parent is None else 1 + self.parent.depth


@attrs.frozen
class Reading:
    """A paragraph as read: what its marks enclose, and the marks left over (single ones apart)."""

    drafts: tuple[Draft, ...]
    strays: tuple[Mark, ...]


def weighed(text: str, folded: str, paragraph: Paragraph) -> list[Mark]:
    """The marks of a paragraph with the scores of their readings."""
    start, end = paragraph.start, paragraph.end
    return [weigh(sign, text, folded, start, end) for sign in signs(text, start, end)]


def leading(marks: Sequence[Mark], paragraph: Paragraph) -> tuple[Mark, ...]:
    """The opening marks with which a paragraph begins."""
    lead: list[Mark] = []
    at = paragraph.start
    for mark in marks[:DEPTH]:
        if mark.start > at + (1 if lead else 0) or mark.opening <= 0:
            break
        lead.append(mark)
        at = mark.end
    return tuple(lead)


def read(
    text: str,
    folded: str,
    number: int,
    paragraph: Paragraph,
    marks: Sequence[Mark],
    lead: tuple[Mark, ...],
    reopening: tuple[Mark, ...],
) -> Reading:
    """Pair a paragraph's marks. It begins with the marks `lead`, its successor with `reopening`."""
    families = {m.family for m in reopening}

    def reopened(mark: Mark) -> bool:
        # A single mark may be an apostrophe: both paragraphs must begin with it, or a colon or
        # comma before it lead it in.
        unsure = mark.family is Family.SINGLE and mark not in lead and len(reopening) < 2
        if unsure and not (mark.opening > 0 and text[mark.start - 2 : mark.start] in _LEAD_INS):
            return False
        return mark.family in families and mark.opening >= 0

    reopening_here = Reopening(folded, paragraph, marks)
    pairs = reopening_here.kept(pair(marks, reopened, reopening_here.allowed))
    drafts: list[Draft] = []
    opened_again: dict[int | None, Draft] = {}
    around: list[Draft] = []
    for p in pairs:
        draft = _draft(text, number, paragraph, marks, p)
        while around and around[-1].end <= marks[p.opening].start:
            around.pop()
        if draft is None or (around and _doubled(around[-1], draft)):
            continue
        draft.leads = p.opening < len(lead)
        draft.continues = opened_again.get(p.opening)
        if p.again:
            opened_again[p.closing] = draft
        draft.parent = around[-1] if around else None
        around.append(draft)
        drafts.append(draft)
    used = {i for p in pairs for i in (p.opening, p.closing)}
    strays = (m for i, m in enumerate(marks) if i not in used and m.family is not Family.SINGLE)
    return Reading(tuple(drafts), tuple(strays))


def _draft(
    text: str, number: int, paragraph: Paragraph, marks: Sequence[Mark], p: Pair
) -> Draft | None:
    first = marks[p.opening]
    last = None if p.closing is None else marks[p.closing]
    inner = words_between(text, first.end, last.start if last else paragraph.end)
    if inner is None:
        return None
    end = inner[1] if p.again else last.end if last else paragraph.end
    closed = last is not None and not p.again
    return Draft(first.start, end, *inner, number, first.family, closed=closed)


def words_between(text: str, start: int, end: int) -> tuple[int, int] | None:
    """`text[start:end]` without white space at its ends, or None if it holds no letter or digit."""
    if _CONTENT.search(text, start, end) is None:
        return None
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _doubled(outer: Draft, inner: Draft) -> bool:
    """Whether two pairs of one kind enclose the same words, as in exported tables (""so"")."""
    same = (outer.inner_start, outer.inner_end) == (inner.start, inner.end)
    return same and outer.family is inner.family
