"""The one place that knows stanza (Qi et al., ACL 2020): articles in, words with offsets out."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs
import regex

from quotes import marks
from quotes.inference import inference
from quotes.language import clitics
from quotes.language.packages import Package
from quotes.language.sentences import Entity, Reading, Sentence, Word
from quotes.marks import Marked
from quotes.text.fold import fold
from quotes.text.paragraphs import Paragraph, paragraphs

if TYPE_CHECKING:
    from quotes.language.models import Models


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
_Tagged = tuple[list[tuple[str, str]], list[str], tuple[Entity, ...]]
# a mark; a dash that opens a token or stands alone; what lies between, without white space
_PART = regex.compile(r'"|(?<![^\s"])-(?!-)|[^\s"](?:[^"]*[^\s"])?')


@attrs.frozen
class _Draft:
    """A sentence before analysis: the offsets of its tokens."""

    article: int
    paragraph: int
    tokens: list[_Token]


class StanzaAnalyser:
    """Analyses articles with one stanza package, which is loaded at first use."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._lock = threading.Lock()
        self._loaded: Models | None = None

    def __reduce__(self) -> tuple[type[StanzaAnalyser], tuple[Package]]:
        return type(self), (self.package,)

    @property
    def _models(self) -> Models:
        if self._loaded is None:
            with self._lock:
                if self._loaded is None:
                    from quotes.language import models

                    self._loaded = models.load(self.package)
        return self._loaded

    def load(self) -> None:
        """Load the models now.

        Raises:
            ModelError: they are missing or damaged.
        """
        _ = self._models

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Tokenise, tag, lemmatise and find entities; `parse` adds syntax where it is wanted."""
        folded = [fold(text) for text in texts]
        layouts = [paragraphs(text) for text in texts]
        found = list(map(marks.find, texts, folded, layouts))
        clean = list(map(_plain_marks, folded, found))
        with inference():
            drafts = self._tokenise(texts, clean, layouts)
            rows = [[clean[d.article][a:b] for a, b in d.tokens] for d in drafts]
            tagged = self._tag(rows, [d.article for d in drafts])
        sentences: list[list[Sentence]] = [[] for _ in texts]
        for draft, words, (tags, lemmas, entities) in zip(drafts, rows, tagged, strict=True):
            placed = tuple(
                Word(start, end, text, lemma, upos, xpos)
                for (start, end), text, lemma, (upos, xpos) in zip(
                    draft.tokens, words, lemmas, tags, strict=True
                )
            )
            row = sentences[draft.article]
            row.append(Sentence(len(row), draft.paragraph, placed, entities))
        return [
            Reading(text, twin, layout, tuple(row), tuple(marked))
            for text, twin, layout, row, marked in zip(
                texts, folded, layouts, sentences, found, strict=True
            )
        ]

    def parse(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """Return the sentences with heads and relations (Universal Dependencies)."""
        if not sentences:
            return []
        rows = [
            [(w.text[:_MAX_WORD], w.lemma, w.upos, w.xpos) for w in sentence.words]
            for sentence in sentences
        ]
        models = self._models
        with inference():
            parsed = (models.parser or models.stanza).parse(rows)
        return [
            attrs.evolve(
                sentence,
                parsed=True,
                words=tuple(
                    Word(w.start, w.end, w.text, w.lemma, w.upos, w.xpos, head - 1, relation)
                    for w, (head, relation) in zip(sentence.words, row, strict=True)
                ),
            )
            for sentence, row in zip(sentences, parsed, strict=True)
        ]

    def _tokenise(
        self,
        texts: Sequence[str],
        folded: Sequence[str],
        layouts: Sequence[tuple[Paragraph, ...]],
    ) -> list[_Draft]:
        """The sentences of all articles, tokenised in one go."""
        pieces = [
            (article, number, a, b)
            for article, layout in enumerate(layouts)
            for number, paragraph in enumerate(layout)
            for a, b in _pieces(folded[article], paragraph.start, paragraph.end)
        ]
        models = self._models
        split = (models.tokeniser or models.stanza).split(
            [folded[article][a:b] for article, _, a, b in pieces]
        )
        drafts: list[_Draft] = []
        for (article, number, offset, _), rows in zip(pieces, split, strict=True):
            twin = folded[article]
            for row in rows:
                tokens = [part for a, b in row for part in _parts(twin, a + offset, b + offset)]
                drafts.append(_Draft(article, number, tokens))
        return _capped(folded, _mended(texts, folded, drafts))

    def _tag(self, rows: list[list[str]], articles: list[int]) -> list[_Tagged]:
        """The tags, lemmas and entities of each sentence, which is of the article so numbered."""
        cut = [[w[:_MAX_WORD] for w in row] for row in rows]
        models = self._models
        tags = models.word_tagger.tags(cut) if models.word_tagger else models.stanza.word_tags(cut)
        lemmas = (models.lemmatiser or models.stanza).lemmas(
            (word, upos)
            for row, found in zip(cut, tags, strict=True)
            for word, (upos, _) in zip(row, found, strict=True)
        )
        entities = (
            models.entity_tagger.tags(cut, articles)
            if models.entity_tagger
            else models.stanza.entity_tags(cut)
        )
        stream = iter(lemmas)
        return [
            (found, list(itertools.islice(stream, len(found))), _entities(names))
            for found, names in zip(tags, entities, strict=True)
        ]


def _plain_marks(folded: str, found: Sequence[Marked]) -> str:
    """The twin with every quotation mark, of whatever style, as the one that the models know."""
    plain = list(folded)
    for marked in found:
        # a stretch that runs on from the paragraph before, not opened again, has no mark there
        before, behind = marked.inner_start - marked.start, marked.end - marked.inner_end
        if before:
            plain[marked.start : marked.inner_start] = '"'.rjust(before)
        if marked.closed and behind:
            plain[marked.inner_end : marked.end] = '"'.ljust(behind)
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
