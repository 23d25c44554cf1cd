"""The windows of an article, with what is asked and answered in each, by number of its pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from quotes.encoder.windows import Layout, Window, lay_out
from quotes.encoder.wordpiece import FIRST, LAST, WordPieces
from quotes.training.encoder.targets import Lesson, Question

Row = tuple[int, ...]
TAGS = 3
"""Whether a piece is of a source, of a cue, of a content."""


@attrs.frozen
class Asked:
    """Pieces `first` up to `stop` of a window, and those that answer what is asked about them."""

    first: int
    stop: int
    right: Row
    speech: bool


@attrs.frozen(eq=False)
class Example:
    """A window as the encoder reads it, the vocabulary's own first and last piece included.

    `tags` are those of the pieces from `base` on that are no context, if they are known.
    """

    article: str
    pieces: Row
    case: Row
    quoted: Row
    paragraph: Row
    base: int
    sources: tuple[Asked, ...]
    names: tuple[Asked, ...]
    tags: tuple[Row, ...] | None


def examples(lesson: Lesson, cutter: WordPieces) -> Iterator[Example]:
    """The windows of an article; each question is asked in the one where it is no context."""
    layout = lay_out(lesson.article.text, lesson.paragraphs, lesson.quoted, cutter)
    tags = _tags(lesson, layout) if lesson.tagged else None
    known = cutter.vocabulary
    for window in layout.windows:
        rows = slice(window.first, window.stop)
        yield Example(
            lesson.article.id,
            (known[FIRST], *(p.id for p in layout.pieces[rows]), known[LAST]),
            (0, *layout.case[rows], 0),
            (0, *layout.quoted[rows], 0),
            (0, *layout.paragraph[rows], layout.paragraph[window.stop - 1]),
            window.base - window.first + 1,
            tuple(_asked(lesson.sources, layout, window)),
            tuple(q for q in _asked(lesson.names, layout, window) if q.right),
            tuple(tags[window.base : window.stop]) if tags is not None else None,
        )


def _asked(questions: Sequence[Question], layout: Layout, window: Window) -> Iterator[Asked]:
    shift = 1 - window.first
    for question in questions:
        first, stop = layout.range_of(question.start, question.end)
        if first == stop or not window.base <= first < window.stop:
            continue
        right = {
            piece
            for span in question.right
            for piece in range(*layout.range_of(*span))
            if window.first <= piece < window.stop and not first <= piece < stop
        }
        yield Asked(
            first + shift,
            min(stop, window.stop) + shift,
            tuple(sorted(piece + shift for piece in right)),
            question.speech,
        )


def _tags(lesson: Lesson, layout: Layout) -> list[Row]:
    found = [[0] * TAGS for _ in layout.pieces]
    for told in lesson.article.attributions:
        for tag, ranges in enumerate((told.source, told.cue, told.content)):
            for span in ranges:
                for piece in range(*layout.range_of(*span)):
                    found[piece][tag] = 1
    return list(map(tuple, found))
