"""The one place that knows stanza (Qi et al., ACL 2020): articles in, words with offsets out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from quotes.language import clitics
from quotes.language.packages import Package
from quotes.language.sentences import ROOT, Entity, Reading, Sentence, Word
from quotes.text.fold import fold
from quotes.text.paragraphs import Paragraph, paragraphs

if TYPE_CHECKING:
    from stanza import Pipeline



_MAX_WORDS = 150
_MAX_WORD = 80
_MAX_PIECE = 4000
_BREAKS = frozenset(".;:!?,")
_ENTITY_KINDS = {
    "PER": "Person",
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Facility",
    "FACILITY": "Facility",
}

_Token = tuple[int, int]


class StanzaAnalyser:
    """Analyses articles with one stanza package, which is loaded at first use."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._pipeline: Pipeline | None = None

    def __getstate__(self) -> dict[str, object]:
        return {"package": self.package, "_pipeline": None}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)

    def _processor(self, name: str) -> Callable[[Any], Any]:
        if self._pipeline is None:
            self._pipeline = self.package.load()
        process: Callable[[Any], Any] = self._pipeline.processors[name].process
        return process

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Tokenise, tag, lemmatise and find entities; `parse` adds the syntax where it is wanted."""
        folded = [fold(text) for text in texts]
        layouts = [paragraphs(text) for text in texts]
        drafts: list[tuple[int, int, list[_Token]]] = []
        for article, (twin, layout) in enumerate(zip(folded, layouts, strict=True)):
            split = self._tokenise(texts[article], twin, layout)
            drafts.extend((article, paragraph, tokens) for paragraph, tokens in split)
        tagged = self._tag(
            [[folded[article][a:b] for a, b in tokens] for article, _, tokens in drafts]
        )
        sentences: list[list[Sentence]] = [[] for _ in texts]
        for (article, paragraph, tokens), (words, entities) in zip(drafts, tagged, strict=True):
            placed = tuple(
                attrs.evolve(word, start=a, end=b)
                for word, (a, b) in zip(words, tokens, strict=True)
            )
            row = sentences[article]
            row.append(Sentence(len(row), paragraph, placed, entities))
        return [
            Reading(text, twin, layout, tuple(row))
            for text, twin, layout, row in zip(texts, folded, layouts, sentences, strict=True)
        ]

    def parse(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """Return the sentences with heads and relations (Universal Dependencies)."""
        if not sentences:
            return []
        from stanza.models.common.doc import Document

        rows = [
            [
                {
                    "id": i + 1,
                    "text": word.text[:_MAX_WORD],
                    "lemma": word.lemma,
                    "upos": word.upos,
                    "xpos": word.xpos,
                }
                for i, word in enumerate(sentence.words)
            ]
            for sentence in sentences
        ]
        parsed = self._processor("depparse")(Document(rows))
        return [
            attrs.evolve(
                sentence,
                parsed=True,
                words=tuple(
                    attrs.evolve(word, head=w.head - 1 if w.head else ROOT, deprel=w.deprel)
                    for word, w in zip(sentence.words, result.words, strict=True)
                ),
            )
            for sentence, result in zip(sentences, parsed.sentences, strict=True)
        ]

    def _tokenise(
        self, text: str, folded: str, layout: tuple[Paragraph, ...]
    ) -> list[tuple[int, list[_Token]]]:
        """Sentences as lists of token offsets, each with the number of its paragraph."""
        from stanza.models.common.doc import Document

        pieces = [
            (number, a, b)
            for number, paragraph in enumerate(layout)
            for a, b in _pieces(folded, paragraph.start, paragraph.end)
        ]
        if not pieces:
            return []
        joined = "\n\n".join(folded[a:b].replace("\n", " ").replace("\r", " ") for _, a, b in pieces)
        document = self._processor("tokenize")(Document([], text=joined))
        starts: list[int] = []
        at = 0
        for _, a, b in pieces:
            starts.append(at)
            at += b - a + 2
        split: list[tuple[int, list[_Token]]] = []
        piece = 0
        for result in document.sentences:
            first = result.tokens[0].start_char
            while piece + 1 < len(pieces) and starts[piece + 1] <= first:
                piece += 1
            number, offset, _ = pieces[piece]
            tokens = [
                part
                for token in result.tokens
                for part in _parts(
                    folded,
                    offset + token.start_char - starts[piece],
                    offset + token.end_char - starts[piece],
                )
            ]
            split.append((number, tokens))
        return _capped(text, folded, _mended(text, folded, split))

    def _tag(self, rows: list[list[str]]) -> list[tuple[list[Word], tuple[Entity, ...]]]:
        if not rows:
            return []
        from stanza.models.common.doc import Document

        document = Document(
            [[{"id": i + 1, "text": w[:_MAX_WORD]} for i, w in enumerate(row)] for row in rows]
        )
        for name in ("pos", "lemma", "ner"):
            document = self._processor(name)(document)
        tagged = []
        for row, sentence in zip(rows, document.sentences, strict=True):
            words = [
                Word(0, 0, text, w.lemma or w.text, w.upos or "X", w.xpos or "X")
                for text, w in zip(row, sentence.words, strict=True)
            ]
            tagged.append((words, _entities([t.ner or "O" for t in sentence.tokens])))
        return tagged


def _pieces(folded: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The paragraph, cut at white space where it is too long for one pass; blank ends left out."""
    while start < end:
        stop = end
        if end - start > _MAX_PIECE:
            space = folded.rfind(" ", start + _MAX_PIECE // 2, start + _MAX_PIECE)
            stop = space if space > 0 else start + _MAX_PIECE
        if folded[start:stop].strip():
            lead = len(folded[start:stop]) - len(folded[start:stop].lstrip())
            trail = len(folded[start:stop].rstrip())
            yield start + lead, start + trail
        start = stop


def _parts(folded: str, start: int, end: int) -> list[_Token]:
    """A token without white space at its ends, its clitic split off."""
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    if start == end:
        return []
    cut = start + clitics.split(folded[start:end])
    return [(start, cut), (cut, end)] if cut < end else [(start, end)]


def _closes(text: str, folded: str, token: _Token) -> bool:
    """Whether a token is a closing quotation mark by its shape or by where it stands."""
    start, end = token
    if folded[start:end] not in ('"', "''", "'"):
        return False
    if text[start] in "”’":
        return True
    if text[start] in "“‘":
        return False
    tight_left = start > 0 and not folded[start - 1].isspace()
    tight_right = end < len(folded) and folded[end].isalnum()
    return tight_left and not tight_right


def _mended(
    text: str, folded: str, sentences: list[tuple[int, list[_Token]]]
) -> list[tuple[int, list[_Token]]]:
    """Closing marks go back to the sentence they close; *“Why?” he asked* is one sentence."""
    mended: list[tuple[int, list[_Token]]] = []
    for number, tokens in sentences:
        rest = tokens
        if mended and mended[-1][0] == number:
            last = mended[-1][1]
            while rest and _closes(text, folded, rest[0]):
                last.append(rest[0])
                rest = rest[1:]
            if rest and _closes(text, folded, last[-1]) and folded[rest[0][0]].islower():
                last.extend(rest)
                rest = []
        if rest:
            mended.append((number, list(rest)))
    return mended


def _capped(
    text: str, folded: str, sentences: list[tuple[int, list[_Token]]]
) -> list[tuple[int, list[_Token]]]:
    """Sentences of bounded length: memory in the parser grows with the square of it."""
    capped: list[tuple[int, list[_Token]]] = []
    for number, tokens in sentences:
        rest = tokens
        while len(rest) > _MAX_WORDS:
            cut = _MAX_WORDS
            for i in range(_MAX_WORDS, _MAX_WORDS // 2, -1):
                if folded[rest[i - 1][0]] in _BREAKS:
                    cut = i
                    break
            capped.append((number, rest[:cut]))
            rest = rest[cut:]
        if rest:
            capped.append((number, rest))
    return capped


def _entities(tags: Sequence[str]) -> tuple[Entity, ...]:
    """Entities of BIOES tags, forgiving of ill-formed sequences."""
    entities: list[Entity] = []
    first = -1
    kind = ""
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, name = tag.partition("-")
        if first >= 0 and (prefix in "OBS" or name != kind):
            entities.append(Entity(first, i, _ENTITY_KINDS.get(kind, kind)))
            first = -1
        if prefix != "O" and first < 0:
            first, kind = i, name
        if prefix in "ES" and first >= 0:
            entities.append(Entity(first, i + 1, _ENTITY_KINDS.get(kind, kind)))
            first = -1
    return tuple(entities)
