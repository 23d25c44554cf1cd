"""Words and sentences by the weights of stanza's tokeniser, which reads characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import regex
import torch

from quotes.language import units
from quotes.language.checkpoints import Checkpoint, UnsupportedModelError
from quotes.language.layers import Linear, Lstm, Numbers, Packing, Tensor, chunks

Token = tuple[int, int]
_PADDING = 0
_UNKNOWN = 1
_BLANK = regex.compile(r"[\s\x1c-\x1f\x80-\x9f]")
_BLANKS = regex.compile("  +")
_FEATURES = {"space_before": str.isspace, "capitalized": str.isupper, "numeric": str.isdecimal}
_EDGES = {"end_of_para": 2, "start_of_para": 1}
_WINDOW = 96
_AROUND = 32
_SPLIT, _STOP = 1, 2
_WHOLE = regex.compile(
    r"[\w!#$%&'*+/=?^`{|}~.-]++@[\w.-]+[\w]|"
    r"(?:https?://|www\.)[^\s\"]++|"
    r"[a-zA-Z0-9]++\.(?:gov|org|edu|net|com|co)(?:\.[^\s\"]{2,})?+"
)
"""Addresses are one token."""


class Tokeniser:
    """Two LSTMs over characters, the second one led by the first one's decisions.

    They are asked only about what is not plain to see (see `units`), and read that in windows: what
    they answer depends on no more than a few dozen characters around.
    """

    def __init__(self, checkpoint: Checkpoint) -> None:
        checkpoint.must(
            charlm_forward_file=False, conv_res=False, use_dictionary=False, skip_newline=False
        )
        settings, weights = checkpoint.settings, checkpoint.weights
        functions = settings["feat_funcs"]
        if any(f not in _FEATURES and f not in _EDGES for f in functions):
            raise UnsupportedModelError("features of characters")
        self._features = [_FEATURES[f] for f in functions if f in _FEATURES]
        self._edges = [bit for name, bit in _EDGES.items() if name in functions]
        self._numbers: dict[str, int] = checkpoint.content["vocab"]["_unit2id"]
        self._embedding = weights["embeddings.weight"]
        self._lstm = Lstm(checkpoint.part("rnn"))
        names = ["tok_clf", "sent_clf"] + ["mwt_clf"] * bool(settings["use_mwt"])
        self._heads = Linear(
            {
                part: torch.cat([weights[f"{name}.{part}"] for name in names])
                for part in ("weight", "bias")
            }
        )
        self._again: Lstm | None = None
        if settings["hierarchical"]:
            self._again = Lstm(checkpoint.part("rnn2"))
            self._heads_again = Linear(
                {"weight": torch.cat([weights[f"{name}2.weight"] for name in names])}
            )
            self._temper = float(settings["hier_invtemp"])

    def split(self, pieces: Sequence[str]) -> list[list[list[Token]]]:
        """For each piece of text its sentences, each a list of tokens: their start and end."""
        clean = [_BLANK.sub(" ", piece) for piece in pieces]
        texts = [_BLANKS.sub(" ", text) if "  " in text else text for text in clean]
        marked: list[Numbers] = []
        windows: list[_Window] = []
        for i, text in enumerate(texts):
            row = np.zeros(len(text) + 1, dtype=np.int64)
            ends, doubtful = units.doubts(text)
            row[units.tokens(text)] = _SPLIT
            row[ends] = _STOP
            marked.append(row[1:])
            windows += _windows(i, len(text), doubtful)
        for batch in chunks([window.length for window in windows]):
            self._mark([windows[i] for i in batch], texts, marked)
        return [
            _sentences(text, row, _places(before, text))
            for before, text, row in zip(clean, texts, marked, strict=True)
        ]

    def _mark(
        self, windows: Sequence[_Window], texts: Sequence[str], marked: list[Numbers]
    ) -> None:
        joined = [texts[w.piece][w.start : w.stop] for w in windows]
        packing = Packing.of([w.length for w in windows])
        table, kinds = self._inputs(windows, joined)
        packed = self._decided(table, kinds[torch.from_numpy(packing.index)], packing)
        flat = np.empty_like(packed)
        flat[packing.index] = packed
        at = 0
        for window in windows:
            row = flat[at : at + window.length]
            at += window.length
            for low, high in window.kept:
                marked[window.piece][low:high] = row[low - window.start : high - window.start]

    def _inputs(self, windows: Sequence[_Window], texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        """A row for each kind of character, and the kinds of the characters of the windows.

        Behind the last window of a piece comes a blank; the first and the last character of a piece
        are kinds of their own.
        """
        kinds: dict[tuple[str, int], int] = {("", 0): 0}
        flat: list[int] = []
        for window, text in zip(windows, texts, strict=True):
            row = [kinds.setdefault((c, 0), len(kinds)) for c in text]
            begins, ends = window.start == 0, window.length > len(text)
            for place, edge in ((0, begins + 2 * (ends and len(text) == 1)), (-1, 2 * ends)):
                if edge and (place == 0 or len(text) > 1):
                    row[place] = kinds.setdefault((text[place], edge), len(kinds))
            flat += row
            if ends:
                flat.append(0)
        features = [
            [float(bool(c) and f(c)) for f in self._features]
            + [float(bool(edge & bit)) for bit in self._edges]
            for c, edge in kinds
        ]
        known = [self._numbers.get(c, _UNKNOWN) if c else _PADDING for c, _ in kinds]
        table = torch.cat((self._embedding[torch.tensor(known)], torch.tensor(features)), 1)
        return table, torch.tensor(flat)

    def _decided(self, table: Tensor, kinds: Tensor, packing: Packing) -> Numbers:
        """For each character 0, or whether it ends a token (1) and a sentence (2)."""
        hidden = self._lstm(table, packing, kinds)
        scores = self._heads(hidden)
        if self._again is not None:
            if self._temper > 0:
                hidden = hidden.mul_(1 - torch.sigmoid(scores[:, :1] * -self._temper))
            scores = scores + self._heads_again(self._again(hidden, packing))
        logs = torch.nn.functional.logsigmoid
        certain = logs(scores[:, 1:].abs()).sum(1)
        splits = logs(scores[:, 0]) + certain > logs(-scores[:, 0])
        stops = splits & (scores[:, 1] > 0)
        marks: Numbers = (splits.long() + stops.long()).numpy()
        return marks


class _Window:
    """A stretch of a piece that is read at once, and what of it is kept."""

    __slots__ = ("kept", "length", "piece", "start", "stop")

    def __init__(self, piece: int, kept: list[units.Range], whole: int) -> None:
        self.piece, self.kept = piece, kept
        self.start = max(0, kept[0][0] - _AROUND)
        self.stop = min(whole, kept[-1][1] + _AROUND)
        # a blank is read behind the end of the piece
        self.length = self.stop - self.start + (self.stop == whole)


def _windows(piece: int, length: int, doubtful: Iterable[units.Range]) -> list[_Window]:
    """The windows in which the doubtful units of a piece of some `length` are read."""
    kept: list[list[units.Range]] = []
    for start, stop in doubtful:
        for a in range(start, stop, _WINDOW):
            b = min(a + _WINDOW, stop)
            if kept and a - kept[-1][-1][1] <= _AROUND and b - kept[-1][0][0] <= _WINDOW:
                kept[-1].append((a, b))
            else:
                kept.append([(a, b)])
    return [_Window(piece, together, length) for together in kept]


def _places(before: str, text: str) -> list[int] | None:
    """Where the characters of a text stood before its runs of blanks were shortened."""
    if len(before) == len(text):
        return None
    return [i for i, c in enumerate(before) if c != " " or not i or before[i - 1] != " "]


def _sentences(text: str, marks: Numbers, places: list[int] | None) -> list[list[Token]]:
    """The tokens between the characters that end one, without blanks at their ends."""
    if not len(marks):
        return []
    for match in _WHOLE.finditer(text) if "@" in text or "." in text or "/" in text else ():
        start, end = match.span()
        marks[start : end - 1] = 0
        marks[end - 1] = max(marks[end - 1], _SPLIT)
    marks[-1] = _STOP
    sentences: list[list[Token]] = []
    tokens: list[Token] = []
    start = 0
    for last in np.flatnonzero(marks).tolist():
        end = last + 1
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start < end:
            tokens.append((start, end) if places is None else (places[start], places[end - 1] + 1))
            if marks[last] == _STOP:
                sentences.append(tokens)
                tokens = []
        start = last + 1
    if tokens:
        sentences.append(tokens)
    return sentences
