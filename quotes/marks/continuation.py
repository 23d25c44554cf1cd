"""Quotations that go on over several paragraphs, or whose opening mark is missing."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotes.marks.drafts import Draft, Reading, words_between
from quotes.marks.glyphs import Family
from quotes.marks.pairing import LOOKS_CLOSING
from quotes.marks.words import telling
from quotes.text.paragraphs import Paragraph, ParagraphKind

_MOST_UNMARKED = 8
_SENTENCE_END = regex.compile(r"[.!?][')\]]*\s")


def following(paragraphs: Sequence[Paragraph]) -> list[int | None]:
    """For each paragraph the index of the one in which its text goes on.

    The article goes on behind page furniture; a piece of furniture only in the next piece.
    """
    after: list[int | None] = [None] * len(paragraphs)
    body: int | None = None
    for i in range(len(paragraphs) - 1, -1, -1):
        if paragraphs[i].kind is not ParagraphKind.FURNITURE:
            after[i] = body
            body = i
        elif i + 1 < len(paragraphs) and paragraphs[i + 1].kind is ParagraphKind.FURNITURE:
            after[i] = i + 1
    return after


def joined(
    text: str,
    folded: str,
    paragraphs: Sequence[Paragraph],
    readings: Sequence[Reading],
    after: Sequence[int | None],
) -> list[Draft]:
    """All drafts, those that go on in a later paragraph joined to their continuation."""
    drafts = [d for reading in readings for d in reading.drafts]
    run_on: list[Draft] = []
    for i, reading in enumerate(readings):
        unclosed = [d for d in reading.drafts if not d.closed and d.end == paragraphs[i].end]
        goes_on = after[i]
        if not unclosed or goes_on is None:
            continue
        again = [d for d in readings[goes_on].drafts if d.leads]
        if again and again[0].family is unclosed[0].family:
            for before, draft in zip(unclosed, again, strict=False):
                if before.family is draft.family:
                    draft.continues = before
        elif unclosed[0].parent is None:
            run_on.extend(_run_on(text, paragraphs, readings, after, unclosed[0]))
    taken = {draft.paragraph for draft in run_on}
    for i, reading in enumerate(readings):
        if i not in taken and reading.strays:
            run_on.extend(_unopened(text, folded, paragraphs[i], reading, i))
    return _once([*drafts, *run_on]) if run_on else drafts


def _unopened(
    text: str, folded: str, paragraph: Paragraph, reading: Reading, number: int
) -> list[Draft]:
    """The first sentence of a paragraph, if only its opening mark is missing.

    *The fair is off," she posted.* The mark that closes it stands first, behind a comma, a letter
    follows, and no verb between tells of somebody.
    """
    closing = reading.strays[0]
    begins = [d.start for d in reading.drafts if d.family is not Family.SINGLE]
    if (
        closing.closing < LOOKS_CLOSING
        or folded[closing.start - 1] != ","
        or (begins and begins[0] < closing.start)
        or not folded[closing.end : closing.end + 2].strip().isalpha()
        or _SENTENCE_END.search(folded, paragraph.start, closing.start)
        or telling(folded, paragraph.start, closing.start)
        or any(d.start < closing.start < d.end for d in reading.drafts)
    ):
        return []
    inner = words_between(text, paragraph.start, closing.start)
    if inner is None:
        return []
    draft = Draft(paragraph.start, closing.end, *inner, number, closing.family, closed=True)
    for inside in reading.drafts:
        if inside.parent is None and inside.end <= closing.start:
            inside.parent = draft
    return [draft]


def _once(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts but for those of just the extent of the one around them (a paragraph in marks)."""
    same = {d for d in drafts if d.parent and (d.parent.start, d.parent.end) == (d.start, d.end)}
    for draft in drafts:
        while draft.parent in same:
            draft.parent = draft.parent.parent
        if draft.continues in same:
            draft.continues = draft.continues.parent
    return [draft for draft in drafts if draft not in same]


def _run_on(
    text: str,
    paragraphs: Sequence[Paragraph],
    readings: Sequence[Reading],
    after: Sequence[int | None],
    opened: Draft,
) -> list[Draft]:
    """The paragraphs that an open mark runs on over, not opened again, to a stray closing mark.

    None, unless that mark comes soon and no other mark stands before it (single ones apart, if no
    pair of them is around it).
    """
    numbers: list[int] = []
    number = after[opened.paragraph]
    while number is not None and len(numbers) < _MOST_UNMARKED:
        numbers.append(number)
        reading = readings[number]
        begins = [d.start for d in reading.drafts if d.family is not Family.SINGLE]
        if reading.strays and (not begins or reading.strays[0].start < begins[0]):
            break
        if begins:
            return []
        number = after[number]
    else:
        return []
    closing = reading.strays[0]
    if closing.closing <= 0 or closing.family is not opened.family:
        return []
    if any(d.start < closing.start < d.end for d in reading.drafts):
        return []
    parts: list[Draft] = []
    for number in numbers:
        paragraph, last = paragraphs[number], number == numbers[-1]
        inner = words_between(text, paragraph.start, closing.start if last else paragraph.end)
        if inner is None:
            return []
        end = closing.end if last else paragraph.end
        parts.append(Draft(paragraph.start, end, *inner, number, opened.family, closed=last))
    for before, part in zip((opened, *parts), parts, strict=False):
        part.continues = before
        for inside in readings[part.paragraph].drafts:
            if inside.parent is None and inside.end <= part.end:
                inside.parent = part
    return parts
