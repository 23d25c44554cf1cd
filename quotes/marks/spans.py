"""The stretches of words between marks, over the whole article."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotes.marks.continuation import following, joined
from quotes.marks.drafts import leading, read, weighed
from quotes.marks.glyphs import Family
from quotes.text.paragraphs import Paragraph


@attrs.frozen
class Marked:
    """One stretch of words between marks, inside one paragraph.

    Offsets are code points of the article's text. `start` and `end` take in the marks; the segment
    from `inner_start` to `inner_end` leaves them and the white space beside them out.

    `parent` is the `index` of the stretch around it. A quotation over several paragraphs is one
    `Marked` a paragraph, and one for each mark that opens it again within a paragraph: `continues`
    is the `index` of the part before. `closed` is False if no mark closes it: then it ends with its
    paragraph, or before the mark that opens it again. `single` says that its marks are of the
    single kind, which apostrophes resemble.
    """

    index: int
    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    parent: int | None
    continues: int | None
    closed: bool
    single: bool


def find(text: str, folded: str, paragraphs: Sequence[Paragraph]) -> tuple[Marked, ...]:
    """Find the stretches of words between quotation marks.

    `folded` is `quotes.text.fold.fold(text)`, `paragraphs` those of the text. Returns them in text
    order, the outer before the inner; marks with no letter or digit between them are left out. Each
    paragraph is read by itself, so that an unbalanced mark does no harm outside its own. Raises
    nothing, whatever the text.
    """
    marks = [weighed(text, folded, p) for p in paragraphs]
    leads = [leading(m, p) for m, p in zip(marks, paragraphs, strict=True)]
    after = following(paragraphs)
    readings = []
    for i, paragraph in enumerate(paragraphs):
        goes_on = after[i]
        reopening = () if goes_on is None else leads[goes_on]
        readings.append(read(text, folded, i, paragraph, marks[i], leads[i], reopening))
    drafts = joined(text, folded, paragraphs, readings, after)
    drafts.sort(key=lambda d: (d.start, -d.end, d.depth))
    for index, draft in enumerate(drafts):
        draft.index = index
    return tuple(
        Marked(
            index=d.index,
            start=d.start,
            end=d.end,
            inner_start=d.inner_start,
            inner_end=d.inner_end,
            paragraph=d.paragraph,
            parent=d.parent.index if d.parent else None,
            continues=d.continues.index if d.continues else None,
            closed=d.closed,
            single=d.family is Family.SINGLE,
        )
        for d in drafts
    )
