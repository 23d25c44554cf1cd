"""Models of layouts that are not run here are run by stanza itself."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from quotes.language.parser import Form
from quotes.language.tokeniser import Token

Load = Callable[[], Any]
_PARAGRAPH = "\n\n"


def _document(rows: Iterable[Iterable[dict[str, str]]]) -> Any:
    from stanza.models.common.doc import Document

    return Document([[{"id": i, **word} for i, word in enumerate(row, 1)] for row in rows])


class Stanza:
    """The processors of a stanza pipeline, which is loaded when the first of them is asked.

    One thread at a time: stanza does not say that threads may share a pipeline.
    """

    def __init__(self, load: Load) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._pipeline: Any = None

    def _run(self, name: str, document: Any) -> Any:
        with self._lock:
            if self._pipeline is None:
                self._pipeline = self._load()
            return self._pipeline.processors[name].process(document)

    def split(self, pieces: Sequence[str]) -> list[list[list[Token]]]:
        """As `Tokeniser.split`."""
        from stanza.models.common.doc import Document

        split: list[list[list[Token]]] = [[] for _ in pieces]
        if not pieces:
            return split
        clean = (piece.replace("\n", " ").replace("\r", " ") for piece in pieces)
        document = self._run("tokenize", Document([], text=_PARAGRAPH.join(clean)))
        starts = list(itertools.accumulate((len(p) + len(_PARAGRAPH) for p in pieces), initial=0))
        piece = 0
        for sentence in document.sentences:
            while starts[piece + 1] <= sentence.tokens[0].start_char:
                piece += 1
            shift = starts[piece]
            split[piece].append(
                [(t.start_char - shift, t.end_char - shift) for t in sentence.tokens]
            )
        return split

    def word_tags(self, rows: Sequence[Sequence[str]]) -> list[list[tuple[str, str]]]:
        """As `WordTagger.tags`."""
        document = self._run("pos", _document([{"text": w} for w in row] for row in rows))
        return [[(w.upos or "X", w.xpos or "X") for w in s.words] for s in document.sentences]

    def lemmas(self, words: Iterable[tuple[str, str]]) -> list[str]:
        """As `Lemmatiser.lemmas`."""
        row = [{"text": text, "upos": upos} for text, upos in words]
        if not row:
            return []
        document = self._run("lemma", _document([row]))
        return [w.lemma or w.text for w in document.sentences[0].words]

    def entity_tags(self, rows: Sequence[Sequence[str]]) -> list[list[str]]:
        """As `EntityTagger.tags`."""
        document = self._run("ner", _document([{"text": w} for w in row] for row in rows))
        return [[t.ner or "O" for t in s.tokens] for s in document.sentences]

    def parse(self, rows: Sequence[Sequence[Form]]) -> list[list[tuple[int, str]]]:
        """As `Parser.parse`."""
        names = ("text", "lemma", "upos", "xpos")
        document = self._run(
            "depparse",
            _document([dict(zip(names, form, strict=True)) for form in row] for row in rows),
        )
        return [[(w.head, w.deprel) for w in s.words] for s in document.sentences]
