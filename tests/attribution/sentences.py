"""Stored analyses of small articles, so that tests of attribution need no models.

`stored.conll` holds one sentence after the other: of each word its form, lemma, tag, head (counted
from 1; 0 is the root), relation and, if it is part of a name, the kind of the entity. Offsets are
found in the text and never written down.
"""

from __future__ import annotations

import functools
import itertools
import json
import pathlib
from collections.abc import Iterator, Sequence

import attrs

from quotes.attribution.candidates import Candidate, candidates
from quotes.attribution.frames import Frame
from quotes.attribution.scene import Place, Scene, scenes
from quotes.language.sentences import ROOT, Entity, Reading, Sentence, Word
from quotes.text.fold import fold
from quotes.text.paragraphs import paragraphs

_LONGEST = 150
_KNOWN = {
    "said": ("say", "VBD"),
    "the": ("the", "DT"),
    "that": ("that", "IN"),
    "was": ("be", "VBD"),
    "she": ("she", "PRP"),
}
_STORED = pathlib.Path(__file__).parent / "stored.conll"
_Row = tuple[str, ...]


@functools.cache
def _tables() -> dict[str, list[list[_Row]]]:
    """The sentences of each stored article, by its text."""
    tables: dict[str, list[list[_Row]]] = {}
    for block in _STORED.read_text(encoding="utf8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        if lines[0].startswith("# text = "):
            sentences = tables.setdefault(json.loads(lines[0].removeprefix("# text = ")), [])
            lines = lines[1:]
        if lines[0].startswith("#"):
            continue
        sentences.append([tuple(line.split()) for line in lines if line])
    return tables


def stored_texts() -> list[str]:
    """The texts of all stored articles."""
    return list(_tables())


def _entities(rows: Sequence[_Row]) -> Iterator[Entity]:
    kinds = [row[5] if len(row) > 5 else "" for row in rows]
    at = 0
    for kind, run in itertools.groupby(kinds):
        stop = at + len(list(run))
        if kind:
            yield Entity(at, stop, kind)
        at = stop


def read(text: str) -> Reading:
    """The stored analysis of an article, all its sentences parsed."""
    twin, layout = fold(text), paragraphs(text)
    at = 0
    sentences: list[Sentence] = []
    for rows in _tables()[text]:
        words = []
        for form, lemma, tag, head, relation, *_ in rows:
            start = at + len(twin[at:]) - len(twin[at:].lstrip())
            assert twin[start : start + len(form)] == form or form == '"', (text, form)
            at = start + len(form)
            above = int(head) - 1 if int(head) else ROOT
            words.append(Word(start, at, form, lemma, "X", tag, above, relation))
        paragraph = next(i for i, p in enumerate(layout) if p.start <= words[0].start < p.end)
        entities = tuple(_entities(rows))
        sentences.append(Sentence(len(sentences), paragraph, tuple(words), entities, parsed=True))
    return Reading(text, twin, layout, tuple(sentences))


def unparsed(sentence: Sentence) -> Sentence:
    """The sentence as it is before parsing."""
    words = tuple(attrs.evolve(w, head=ROOT, deprel="") for w in sentence.words)
    return attrs.evolve(sentence, words=words, parsed=False)


class StoredAnalyser:
    """An `Analyser` over the stored articles; `asked` are the sentences it was asked to parse."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._parsed: dict[Sentence, Sentence] = {}

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """The stored readings, without their parses."""
        readings = []
        for text in texts:
            reading = read(text)
            plain = tuple(map(unparsed, reading.sentences))
            self._parsed.update(zip(plain, reading.sentences, strict=True))
            readings.append(attrs.evolve(reading, sentences=plain))
        return readings

    def parse(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """The stored parses."""
        self.asked.extend(" ".join(w.text for w in s.words) for s in sentences)
        return [self._parsed[s] for s in sentences]


def scene(text: str) -> Scene:
    """The scene of a stored article."""
    return scenes(StoredAnalyser(), [text])[0]


def asked(text: str) -> tuple[Scene, Place, list[Candidate]]:
    """The scene of a stored article with one marked stretch, that stretch and its candidates."""
    laid = scene(text)
    [place] = laid.places
    assert place is not None
    return laid, place, candidates(laid, place, None)


def frames(text: str) -> list[Frame]:
    """The frames of a stored article outside marks."""
    laid = scene(text)
    return [f for s in laid.reading.sentences for f in laid.frames_in(s.index)]


def cued(text: str) -> set[tuple[str, str, str]]:
    """The frames of a stored article that have a cue: mention and cue as written, relation."""
    return {
        (text[f.mention.start : f.mention.end], text[f.start : f.end], f.relation)
        for f in frames(text)
        if f.cue >= 0
    }


def frame_of(text: str, mention: str, cue: str) -> tuple[Sentence, Frame]:
    """The first frame of a stored article with this mention and this cue, and its sentence."""
    laid = scene(text)
    for found in frames(text):
        pair = text[found.mention.start : found.mention.end], text[found.start : found.end]
        if found.cue >= 0 and pair == (mention, cue):
            return laid.reading.sentences[found.sentence], found
    raise AssertionError(f"no frame of {mention!r} and {cue!r} in {text!r}")


class StubAnalyser:
    """An `Analyser` without any knowledge: words are split by the shape of the characters.

    A capital is a name, a few words are known, every word hangs on the one before it.
    """

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Sentences end at a full stop, or at the mark behind it, and have bounded length."""
        return [self._read(text) for text in texts]

    def _read(self, text: str) -> Reading:
        twin, layout = fold(text), paragraphs(text)
        sentences: list[Sentence] = []
        for number, paragraph in enumerate(layout):
            words: list[Word] = []
            for start, end in _tokens(twin, paragraph.start, paragraph.end):
                words.append(self._word(twin[start:end], start))
                closes = twin[start] == "." and twin[end : end + 1] != '"'
                if (
                    len(words) == _LONGEST
                    or closes
                    or (twin[start] == '"' and twin[start - 1] == ".")
                ):
                    sentences.append(Sentence(len(sentences), number, tuple(words)))
                    words = []
            if words:
                sentences.append(Sentence(len(sentences), number, tuple(words)))
        return Reading(text, twin, layout, tuple(sentences))

    def _word(self, form: str, start: int) -> Word:
        name = "NNP" if form[0].isupper() else "NN" if form[0].isalnum() else form
        lemma, tag = _KNOWN.get(form.lower(), (form.lower(), name))
        return Word(start, start + len(form), form, lemma, "X", tag)

    def parse(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """A chain: every word depends on the one before."""
        return [
            attrs.evolve(
                s,
                words=tuple(
                    attrs.evolve(w, head=i - 1, deprel="dep") for i, w in enumerate(s.words)
                ),
                parsed=True,
            )
            for s in sentences
        ]


def _tokens(twin: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = at + 1
        if twin[at].isalnum():
            while stop < end and twin[stop].isalnum():
                stop += 1
        if not twin[at].isspace():
            yield at, stop
        at = stop
