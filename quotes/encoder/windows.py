"""The stretches of an article that the encoder reads at once.

A window holds whole paragraphs as far as they fit, and before them what came last, as context. The
windows of an article depend on its text alone, so that no answer depends on what is asked first.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

import attrs

from quotes.encoder.wordpiece import Piece, WordPieces

LENGTH = 200
"""The most pieces in a window; the first and the last of the vocabulary's own come on top."""
_CONTEXT = 80
_LEAST_CONTEXT = 40
_CUT_CONTEXT = 60
_ONE_MARK = str.maketrans("“”‘’", "\"\"''")
_PLAIN, _CAPITAL, _CAPITALS, _DIGIT = range(4)

Range = tuple[int, int]


@attrs.frozen(eq=False)
class Window:
    """Pieces `first` up to `stop` of an article; those before `base` are context."""

    first: int
    base: int
    stop: int


@attrs.frozen(eq=False)
class Layout:
    """An article in pieces: where they start, how they are written, and its windows.

    `case` is 1 for a capital, 2 for several, 3 for a digit, else 0; `quoted` is 1 between quotation
    marks; `paragraph` counts from 0.
    """

    pieces: tuple[Piece, ...]
    case: tuple[int, ...]
    quoted: tuple[int, ...]
    paragraph: tuple[int, ...]
    windows: tuple[Window, ...]

    def range_of(self, start: int, end: int) -> Range:
        """The pieces that share characters with a range of the text; empty if none does."""
        first = bisect.bisect_right(self.pieces, start, key=lambda p: p.end)
        stop = bisect.bisect_left(self.pieces, end, key=lambda p: p.start)
        return first, max(first, stop)

    def window_of(self, piece: int) -> Window | None:
        """The window in which a piece is no context."""
        at = bisect.bisect_right(self.windows, piece, key=lambda w: w.base) - 1
        return self.windows[at] if at >= 0 and piece < self.windows[at].stop else None


def lay_out(
    text: str, paragraphs: Sequence[Range], quoted: Sequence[Range], cutter: WordPieces
) -> Layout:
    """Cut an article into pieces and windows.

    `paragraphs` and `quoted` are ranges of characters: of its paragraphs, and of the words between
    its quotation marks.
    """
    pieces = tuple(cutter.of(text.translate(_ONE_MARK)))
    inside = [0] * len(pieces)
    starts = [p.start for p in pieces]
    for start, end in quoted:
        for i in range(bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)):
            inside[i] = 1
    blocks: list[Range] = []
    number = [0] * len(pieces)
    for start, end in paragraphs:
        low, high = bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)
        if low < high:
            number[low:high] = [len(blocks)] * (high - low)
            blocks.append((low, high))
    return Layout(
        pieces,
        tuple(_case(text[p.start : p.end]) for p in pieces),
        tuple(inside),
        tuple(number),
        tuple(_windows(blocks)),
    )


def _windows(blocks: Sequence[Range]) -> list[Window]:
    rows = [row for block in blocks for row in _cut(*block)]
    starts = [low for low, _ in rows]
    found: list[Window] = []
    at = 0
    while at < len(rows):
        base = rows[at][0]
        context = min(base, starts[bisect.bisect_left(starts, base - _CONTEXT)])
        if base - context < _LEAST_CONTEXT:
            context = max(0, base - _CUT_CONTEXT)
        after = at + 1
        while after < len(rows) and rows[after][1] - context <= LENGTH:
            after += 1
        found.append(Window(context, base, min(rows[after - 1][1], context + LENGTH)))
        at = after
    return found


def _cut(low: int, high: int) -> list[Range]:
    """A paragraph in parts that fit into a window behind its context."""
    most = LENGTH - _CONTEXT
    return [(at, min(high, at + most)) for at in range(low, high, most)]


def _case(word: str) -> int:
    if not word[:1].isupper():
        return _DIGIT if word[:1].isdigit() else _PLAIN
    return _CAPITALS if len(word) > 1 and word.isupper() else _CAPITAL
