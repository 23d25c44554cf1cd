"""The one place that knows stanza (Qi et al., ACL 2020): articles in, words with offsets out."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs
import regex

from quotes import marks
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
# a mark; a dash that opens a token or stands alone; what lies between, without white space
_PART = regex.compile(r'"|(?<![^\s"])-(?!-)|[^\s"](?:[^"]*[^\s"])?')


@attrs.frozen
class _Draft:
    """A sentence before analysis: the offsets of its tokens."""

    article: int
    paragraph: int
    tokens: list[_Token]


@contextlib.contextmanager
def _one_thread() -> Iterator[None]:
    """Keep torch to one thread: models this small lose by more, and answers stay the same."""
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


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
        """Tokenise, tag, lemmatise and find entities; `parse` adds syntax where it is wanted."""
        folded = [fold(text) for text in texts]
        layouts = [paragraphs(text) for text in texts]
        clean = list(map(_plain_marks, texts, folded, layouts))
        with _one_thread():
            drafts = self._tokenise(texts, clean, layouts)
            tagged = self._tag([[clean[d.article][a:b] for a, b in d.tokens] for d in drafts])
        sentences: list[list[Sentence]] = [[] for _ in texts]
        for draft, (words, entities) in zip(drafts, tagged, strict=True):
            placed = tuple(
                attrs.evolve(word, start=a, end=b)
                for word, (a, b) in zip(words, draft.tokens, strict=True)
            )
            row = sentences[draft.article]
            row.append(Sentence(len(row), draft.paragraph, placed, entities))
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
        with _one_thread():
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
        self,
        texts: Sequence[str],
        folded: Sequence[str],
        layouts: Sequence[tuple[Paragraph, ...]],
    ) -> list[_Draft]:
        """The sentences of all articles, tokenised in one go."""
        from stanza.models.common.doc import Document

        pieces = [
            (article, number, a, b)
            for article, layout in enumerate(layouts)
            for number, paragraph in enumerate(layout)
            for a, b in _pieces(folded[article], paragraph.start, paragraph.end)
        ]
        if not pieces:
            return []
        joined = "\n\n".join(
            folded[article][a:b].replace("\n", " ").replace("\r", " ")
            for article, _, a, b in pieces
        )
        document = self._processor("tokenize")(Document([], text=joined))
        starts = list(itertools.accumulate((b - a + 2 for *_, a, b in pieces), initial=0))
        drafts: list[_Draft] = []
        piece = 0
        for result in document.sentences:
            while starts[piece + 1] <= result.tokens[0].start_char:
                piece += 1
            article, number, offset, _ = pieces[piece]
            shift = offset - starts[piece]
            twin = folded[article]
            tokens = [
                part
                for token in result.tokens
                for part in _parts(twin, token.start_char + shift, token.end_char + shift)
            ]
            drafts.append(_Draft(article, number, tokens))
        return _capped(folded, _mended(texts, folded, drafts))

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


def _plain_marks(text: str, folded: str, layout: tuple[Paragraph, ...]) -> str:
    """The twin with every quotation mark, of whatever style, as the one that the models know."""
    plain = list(folded)
    for marked in marks.find(text, folded, layout):
        plain[marked.start : marked.inner_start] = '"'.rjust(marked.inner_start - marked.start)
        if marked.closed:
            plain[marked.inner_end : marked.end] = '"'.ljust(marked.end - marked.inner_end)
    return "".join(plain)


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
    """A token without white space at its ends; marks, leading dashes and clitics are split off."""
    parts: list[_Token] = []
    for match in _PART.finditer(folded, start, end):
        low, high = match.span()
        cut = low + clitics.split(folded[low:high])
        parts.append((low, cut))
        if cut < high:
            parts.append((cut, high))
    return parts


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


def _ends(folded: str, tokens: list[_Token]) -> bool:
    """Whether a sentence may end with these tokens: by punctuation, or by its length."""
    return len(tokens) >= _MAX_WORDS or not folded[tokens[-1][1] - 1].isalnum()


def _mended(texts: Sequence[str], folded: Sequence[str], drafts: list[_Draft]) -> list[_Draft]:
    """Closing marks go back to the sentence they close; *“Why?” he asked* is one sentence.

    So is what was split at a place without any mark that could end a sentence.
    """
    mended: list[_Draft] = []
    for draft in drafts:
        text, twin = texts[draft.article], folded[draft.article]
        rest = draft.tokens
        before = mended[-1] if mended else None
        if before and (before.article, before.paragraph) == (draft.article, draft.paragraph):
            last = before.tokens
            while rest and _closes(text, twin, rest[0]):
                last.append(rest[0])
                rest = rest[1:]
            goes_on = not _ends(twin, last) or (
                _closes(text, twin, last[-1]) and bool(rest) and twin[rest[0][0]].islower()
            )
            if goes_on:
                last.extend(rest)
                rest = []
        if rest:
            mended.append(attrs.evolve(draft, tokens=list(rest)))
    return mended


def _capped(folded: Sequence[str], drafts: list[_Draft]) -> list[_Draft]:
    """Sentences of bounded length: memory in the parser grows with the square of it."""
    capped: list[_Draft] = []
    for draft in drafts:
        rest = draft.tokens
        while len(rest) > _MAX_WORDS:
            cut = _MAX_WORDS
            for i in range(_MAX_WORDS, _MAX_WORDS // 2, -1):
                if folded[draft.article][rest[i - 1][0]] in _BREAKS:
                    cut = i
                    break
            capped.append(attrs.evolve(draft, tokens=rest[:cut]))
            rest = rest[cut:]
        if rest:
            capped.append(attrs.evolve(draft, tokens=rest))
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
