"""What the encoder says of an article: who said quoted words, and whom a mention means."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import torch

from quotes.encoder import network
from quotes.encoder.network import Encoder, Seen, Tensor
from quotes.encoder.windows import Layout, Range, Window, lay_out
from quotes.encoder.wordpiece import FIRST, LAST, WordPieces
from quotes.inference import inference

BEFORE, AFTER = 2, 1
"""How far from quoted words the pieces stand that ask for their source with them."""


@attrs.frozen(eq=False)
class Answer:
    """Log probabilities of the pieces of a window as an answer, and the log odds of speech."""

    layout: Layout
    window: Window
    chances: Tensor
    speech: float = 0.0

    def at(self, start: int, end: int) -> float | None:
        """The log probability that the answer lies in a range of the text; None if out of sight."""
        low, high = self.layout.range_of(start, end)
        low, high = max(low, self.window.first), min(high, self.window.stop)
        if low >= high:
            return None
        shift = 1 - self.window.first
        return float(torch.logsumexp(self.chances[low + shift : high + shift], 0))


class Pointers:
    """The encoder's answers about one article; each window is read when it is first asked about."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[Range],
        quoted: Sequence[Range],
        encoder: Encoder | None = None,
    ) -> None:
        self._encoder = encoder or network.load()
        self.layout = lay_out(text, paragraphs, quoted, WordPieces(self._encoder.vocabulary))
        self._seen: dict[int, Seen] = {}

    def source(self, start: int, end: int) -> Answer | None:
        """Who said the words in a range of the text; None for words without a piece."""
        placed = self._placed(start, end)
        if placed is None:
            return None
        window, first, stop = placed
        with inference():
            seen = self._read(window)
            rows = seen.rows
            near = (rows[max(0, first - BEFORE)], rows[min(len(rows) - 1, stop + AFTER)])
            question = self._encoder.source.question(
                torch.cat([*span_of(rows, first, stop), *near])
            )
            scores = self._encoder.source(seen, question, first, stop)
            chances = torch.log_softmax(scores, 0)
            return Answer(self.layout, window, chances, self._encoder.spoken(question))

    def name(self, start: int, end: int) -> Answer | None:
        """Where whoever a mention means is named; None for a mention without a piece."""
        placed = self._placed(start, end)
        if placed is None:
            return None
        window, first, stop = placed
        with inference():
            seen = self._read(window)
            question = self._encoder.name.question(torch.cat(span_of(seen.rows, first, stop)))
            scores = self._encoder.name(seen, question, first, stop)
            return Answer(self.layout, window, torch.log_softmax(scores, 0))

    def _placed(self, start: int, end: int) -> tuple[Window, int, int] | None:
        """The window of a range of the text, and where the range lies in it."""
        low, high = self.layout.range_of(start, end)
        window = self.layout.window_of(low) if low < high else None
        if window is None:
            return None
        shift = 1 - window.first
        return window, low + shift, min(high, window.stop) + shift

    def _read(self, window: Window) -> Seen:
        seen = self._seen.get(window.first)
        if seen is None:
            layout, known = self.layout, self._encoder.vocabulary
            rows = slice(window.first, window.stop)
            number = layout.paragraph[window.stop - 1]
            seen = self._encoder.read(
                torch.tensor([known[FIRST], *(p.id for p in layout.pieces[rows]), known[LAST]]),
                torch.tensor([0, *layout.case[rows], 0]),
                torch.tensor([0, *layout.quoted[rows], 0]),
                torch.tensor([0, *layout.paragraph[rows], number]),
            )
            self._seen[window.first] = seen
        return seen


def span_of(rows: Tensor, first: int, stop: int) -> list[Tensor]:
    """What a question is made of: the mean of a span, its first and its last piece."""
    return [rows[first:stop].mean(0), rows[first], rows[stop - 1]]
