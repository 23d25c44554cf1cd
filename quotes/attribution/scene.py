"""The scene of an article: its marked stretches laid over its sentences, and the frames there."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from functools import cached_property

import attrs

from quotes.attribution.frames import Frame, frames
from quotes.attribution.retagging import retagged
from quotes.encoder import Encoder, Pointers
from quotes.language.sentences import Analyser, Reading, Sentence, Word
from quotes.lexicons.cues import CueClass, cue_class, is_report
from quotes.marks import Marked
from quotes.text.paragraphs import ParagraphKind

_NOUN_REACH = 6
"""How many words before a *that* a noun that reports may stand."""
_SIGNING_WORDS = 12
_NO_WORD = Word(0, 0, "", "", "", "")
SENTENCES_BEFORE, SENTENCES_AFTER = 2, 1
"""How many sentences around marked words their source is looked for."""


@attrs.frozen
class Place:
    """Where a marked stretch lies, in words counted over the whole article: `first` up to `stop`.

    The words between the marks; `before` and `after` are the nearest words outside the marks.
    """

    marked: Marked
    first: int
    stop: int
    before: int
    after: int
    sentences: tuple[int, ...]


class Scene:
    """One article as attribution sees it; words are also counted over all of it (`offset`)."""

    def __init__(self, reading: Reading, marked: Sequence[Marked]) -> None:
        self.reading = reading
        self.marked = tuple(marked)
        self.offset: list[int] = []
        self._starts: list[int] = []
        self.sentence_of: list[int] = []
        for sentence in reading.sentences:
            self.offset.append(len(self._starts))
            self._starts.extend(w.start for w in sentence.words)
            self.sentence_of.extend([sentence.index] * len(sentence.words))
        self._top: list[int] = [-1] * len(self._starts)
        self.places: list[Place | None] = [self._place(m) for m in self.marked]
        self._held: dict[int, list[Place]] = {}
        for place in self.places:
            if place is not None and place.marked.parent is None:
                for i in range(place.before + 1, place.after):
                    self._top[i] = place.marked.index
            elif place is not None and place.marked.parent is not None:
                self._held.setdefault(place.marked.parent, []).append(place)
        self._outside = [0, *itertools.accumulate(top < 0 for top in self._top)]
        self._runs = [i for i, top in enumerate(self._top) if not i or top != self._top[i - 1]]
        self._frames: dict[tuple[int, int], list[Frame]] = {}

    @cached_property
    def pointers(self) -> Pointers:
        """What the encoder says of the article; it reads when it is asked."""
        return self.pointed()

    def pointed(self, encoder: Encoder | None = None) -> Pointers:
        """The same by weights in place of the bundled ones."""
        reading = self.reading
        return Pointers(
            reading.text,
            [(p.start, p.end) for p in reading.paragraphs],
            [(m.inner_start, m.inner_end) for m in self.marked],
            encoder,
        )

    def word_at(self, offset: int) -> int:
        """The first word that starts at or after a character offset."""
        return bisect.bisect_left(self._starts, offset)

    @property
    def words(self) -> int:
        """How many words the article has."""
        return len(self._starts)

    def word(self, i: int) -> Word:
        """Word `i` of the article; an empty one before its first and behind its last."""
        if not 0 <= i < len(self.sentence_of):
            return _NO_WORD
        sentence = self.sentence_of[i]
        return self.reading.sentences[sentence].words[i - self.offset[sentence]]

    def _place(self, marked: Marked) -> Place | None:
        first = self.word_at(marked.inner_start)
        stop = self.word_at(marked.inner_end)
        if first >= stop:
            return None
        before = self.word_at(marked.start) - 1
        after = self.word_at(marked.end)
        sentences = tuple(range(self.sentence_of[first], self.sentence_of[stop - 1] + 1))
        return Place(marked, first, stop, before, after, sentences)

    def top_at(self, word: int) -> int:
        """The outermost marked stretch around a word, -1 if none."""
        return self._top[word]

    def outside(self, low: int, high: int) -> int:
        """How many of the words from `low` up to `high` stand outside all marks."""
        return self._outside[high] - self._outside[low] if low < high else 0

    def tops(self, low: int, high: int) -> set[int]:
        """The outermost marked stretches around the words from `low` up to `high`, -1 for none."""
        if low >= high:
            return set()
        first = bisect.bisect_right(self._runs, low) - 1
        last = bisect.bisect_left(self._runs, high)
        return {self._top[i] for i in self._runs[first:last]}

    def frames_in(self, sentence: int, within: int = -1) -> list[Frame]:
        """Frames of a sentence outside all marks, or `within` one but outside those it holds."""
        key = (sentence, within)
        found = self._frames.get(key)
        if found is None:
            found = frames(self.reading.sentences[sentence], self._hidden(sentence, within))
            self._frames[key] = found
        return found

    def inside(self, sentence: int) -> tuple[bool, ...]:
        """For each word of a sentence whether it stands between marks."""
        start = self.offset[sentence]
        count = len(self.reading.sentences[sentence].words)
        return tuple(top >= 0 for top in self._top[start : start + count])

    def _hidden(self, sentence: int, within: int) -> Sequence[bool]:
        if within < 0:
            return self.inside(sentence)
        start = self.offset[sentence]
        count = len(self.reading.sentences[sentence].words)
        outer = self.places[within]
        hidden = [
            outer is None or not outer.first <= i < outer.stop for i in range(start, start + count)
        ]
        for place in self._held.get(within, ()):
            for i in range(max(place.before + 1, start), min(place.after, start + count)):
                hidden[i - start] = True
        return hidden


def scenes(analyser: Analyser, texts: Sequence[str], *, reports: bool = True) -> list[Scene]:
    """The scenes of articles; all their sentences that attribution looks at are parsed together.

    Nothing is parsed of a text that is not English. If `reports` is false, sentences that are far
    from any quotation mark are skipped.
    """
    readings = [
        attrs.evolve(reading, sentences=tuple(map(retagged, reading.sentences)))
        for reading in analyser.read(texts)
    ]
    wanted = [
        sentences_wanted(r, r.marked, reports=reports) if r.is_english else [] for r in readings
    ]
    parsed = iter(
        analyser.parse(
            [r.sentences[i] for r, row in zip(readings, wanted, strict=True) for i in row]
        )
    )
    laid: list[Scene] = []
    for reading, row in zip(readings, wanted, strict=True):
        sentences = list(reading.sentences)
        for i in row:
            sentences[i] = next(parsed)
        laid.append(Scene(attrs.evolve(reading, sentences=tuple(sentences)), reading.marked))
    return laid


def _has_noun_cue(sentence: Sentence) -> bool:
    """Whether a noun that reports has a clause (*her claim that*, *calls by the guild that*)."""
    that = next((i for i, w in enumerate(sentence.words) if w.lower == "that"), 0)
    return any(
        w.xpos in ("NN", "NNS") and cue_class(w.lemma.lower(), noun=True) is CueClass.NOUN
        for w in sentence.words[max(0, that - _NOUN_REACH) : that]
    )


def sentences_wanted(
    reading: Reading, marked: Sequence[Marked], *, reports: bool = True
) -> list[int]:
    """The sentences whose parse attribution looks at.

    Those with words outside marks that hold a mark or stand beside one that does, and those with a
    word that reports; the inside of long quotations and furniture are never parsed. Without
    `reports`, a word that reports counts only where a source of marked words is looked for.
    """
    quoted, hidden = _with_marked_words(reading, marked)
    wanted = {s.index for s in reading.sentences if _has_cue(s)}
    for paragraph, row in zip(reading.paragraphs, reading.by_paragraph, strict=True):
        if paragraph.kind is ParagraphKind.FURNITURE:
            hidden.update(row)
        else:
            beside = (j for i in row if i in quoted for j in (i - 1, i, i + 1))
            wanted.update(j for j in beside if row[0] <= j <= row[-1])
    if not reports:
        wanted &= {j for i in quoted for j in _around(reading, i)}
    return sorted(wanted - hidden)


def _with_marked_words(reading: Reading, marked: Sequence[Marked]) -> tuple[set[int], set[int]]:
    """The sentences that share words with a stretch between marks, and those wholly within one.

    A sentence within a stretch that holds another one is not of the second set.
    """
    tops = [m for m in marked if m.parent is None]
    nested = {m.parent for m in marked if m.parent is not None}
    starts = [m.start for m in tops]
    quoted: set[int] = set()
    hidden: set[int] = set()
    for sentence in reading.sentences:
        at = max(0, bisect.bisect_right(starts, sentence.start) - 1)
        while at < len(tops) and tops[at].start < sentence.end:
            if tops[at].end > sentence.start:
                quoted.add(sentence.index)
                inner = tops[at].start <= sentence.start and sentence.end <= tops[at].end
                if inner and tops[at].index not in nested:
                    hidden.add(sentence.index)
            at += 1
    return quoted, hidden


def _has_cue(sentence: Sentence) -> bool:
    """Whether a sentence has a word that may report."""
    return any(
        (w.xpos.startswith("VB") and is_report(w.lower, w.lemma)) or w.lower == "according"
        for w in sentence.words
    ) or _has_noun_cue(sentence)


def _around(reading: Reading, number: int) -> list[int]:
    """The sentences in which a source of marked words in one of them may stand.

    Behind, those of its paragraph, and one in a paragraph of its own if it may sign.
    """
    paragraph = reading.sentences[number].paragraph
    behind = reading.sentences[number + 1 : number + 1 + SENTENCES_AFTER]
    near = [s.index for s in behind if s.paragraph == paragraph or may_sign(s)]
    return [*range(number - SENTENCES_BEFORE, number + 1), *near]


def may_sign(sentence: Sentence) -> bool:
    """Whether a paragraph's only sentence may name who said the words before it.

    It is short, or a dash opens it and it says nothing itself (*- Ada Marsh, in a letter of 1920*).
    """
    words = sentence.words
    if len(words) <= _SIGNING_WORDS:
        return True
    return words[0].text == "-" and not any(w.is_finite for w in words)
