"""Words, sentences and entities with offsets into the article: what the language room answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Protocol

import attrs

from quotes import marks
from quotes.language.english import is_english
from quotes.marks import Marked
from quotes.text.paragraphs import Paragraph

ROOT = -1
_MARKS = frozenset(('"', "''", "``", "'"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


@attrs.frozen
class Word:
    """One syntactic word. `text` is folded; `head` indexes the words (`ROOT` for the root)."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int = ROOT
    deprel: str = ""

    @property
    def is_mark(self) -> bool:
        """Whether it is a quotation mark and no possessive."""
        return self.text in _MARKS and self.xpos != "POS"

    @property
    def is_finite(self) -> bool:
        """Whether it is a finite verb, by its tag."""
        return self.xpos in _FINITE

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@attrs.frozen
class Entity:
    """A named entity: words `first` up to, not including, `stop` of its sentence."""

    first: int
    stop: int
    kind: str


@attrs.frozen(slots=False)
class Sentence:
    """A sentence of one paragraph. `parsed` says whether heads and relations are filled in."""

    index: int
    paragraph: int
    words: tuple[Word, ...]
    entities: tuple[Entity, ...] = ()
    parsed: bool = False

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.words[-1].end

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word the words that depend on it, in order."""
        below: list[list[int]] = [[] for _ in self.words]
        for i, word in enumerate(self.words):
            if word.head >= 0:
                below[word.head].append(i)
        return tuple(tuple(b) for b in below)

    def dependents(self, i: int, *relations: str) -> Iterator[int]:
        """Words that depend on word `i` by one of `relations` (subtypes included)."""
        for child in self.children[i]:
            if self.words[child].deprel.split(":")[0] in relations:
                yield child

    def subtree(self, i: int, without: frozenset[str] = frozenset()) -> list[int]:
        """Word `i` and all below it, in order, but for branches whose relation is in `without`."""
        seen = [i]
        stack = [i]
        while stack:
            for child in self.children[stack.pop()]:
                if self.words[child].deprel.split(":")[0] not in without:
                    seen.append(child)
                    stack.append(child)
        return sorted(seen)

    def entity_at(self, i: int) -> Entity | None:
        """The entity that covers word `i`, if any."""
        return next((e for e in self.entities if e.first <= i < e.stop), None)


@attrs.frozen(slots=False)
class Reading:
    """One article, read: its text, the folded twin, paragraphs, and sentences in text order."""

    text: str
    folded: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    given_marks: tuple[Marked, ...] | None = attrs.field(default=None, eq=False, repr=False)

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """The stretches between quotation marks; found here unless they were given."""
        if self.given_marks is not None:
            return self.given_marks
        return tuple(marks.find(self.text, self.folded, self.paragraphs))

    @cached_property
    def is_english(self) -> bool:
        """Whether the text reads as English."""
        return is_english(self.text)

    @cached_property
    def by_paragraph(self) -> tuple[tuple[int, ...], ...]:
        """For each paragraph the indices of its sentences."""
        rows: list[list[int]] = [[] for _ in self.paragraphs]
        for sentence in self.sentences:
            rows[sentence.paragraph].append(sentence.index)
        return tuple(tuple(r) for r in rows)


class Analyser(Protocol):
    """Linguistic analysis: stanza's, or in tests a stored one in its place."""

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Tokenise, tag, lemmatise and find entities in articles; the sentences are not parsed."""
        ...

    def parse(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """The same sentences with heads and relations."""
        ...
