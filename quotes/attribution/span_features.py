"""The named features of a quoted span by itself: its form, and the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from quotes.attribution import syntax
from quotes.attribution.scene import Place, Scene
from quotes.language.sentences import Sentence

FINAL = frozenset(".,!?")
_STOPS = regex.compile(r"[.!?](?=\s+\p{Lu}|\s*$)")
_WORDS = regex.compile(r"[\p{L}\p{N}]+")
_SIZES = (1, 2, 3, 5, 9, 20, 60)
_TITLE_SHARE = 0.6


def is_name(sentence: Sentence, i: int) -> bool:
    """Whether a word is tagged as part of a name; features must not know it."""
    return sentence.words[i].xpos.startswith("NNP")


def _capitals(tokens: Sequence[str]) -> str:
    """Which of the words begin with a capital, as in a name, a title, a sentence or none."""
    n = len(tokens)
    if n <= 2 and any(len(t) > 1 and t.isupper() for t in tokens):
        return "acronym"
    capitals = sum(t[:1].isupper() for t in tokens)
    if n > 1 and capitals >= _TITLE_SHARE * n:
        return "upper" if capitals == n else "title"
    return "first" if tokens and tokens[0][:1].isupper() else "lower"


class Stretch:
    """A marked stretch as the features see it.

    `features` are its own; `whole` says whether it fills its paragraph, `first_person` whether
    somebody speaks of themselves in it.
    """

    def __init__(self, scene: Scene, place: Place) -> None:
        self.scene = scene
        self.place = place
        self.sentences = scene.reading.sentences
        self.hanging = syntax.hanging(scene, place)
        paragraph = scene.reading.paragraphs[place.marked.paragraph]
        starts = place.marked.start <= paragraph.start + 1
        self.whole = starts and place.marked.end >= paragraph.end - 1
        self.first_person = "-"
        self.features = self._features()

    def _words(self) -> Iterator[tuple[Sentence, int]]:
        for i in range(self.place.first, self.place.stop):
            number = self.scene.sentence_of[i]
            yield self.sentences[number], i - self.scene.offset[number]

    def _features(self) -> list[str]:
        place, text = self.place, self.scene.reading.folded
        marked = place.marked
        inner = text[marked.inner_start : marked.inner_end]
        tokens = _WORDS.findall(inner)
        n = len(tokens)
        size = next((str(k) for k in _SIZES if n <= k), "long")
        words = list(self._words())
        tags = [s.words[i].xpos for s, i in words]
        first_person = "I" if {"i", "my", "me"} & {t.lower() for t in tokens} else "-"
        stops = min(3, len(_STOPS.findall(inner)))
        verb = any(s.words[i].is_finite for s, i in words)
        shape = _capitals(tokens)
        final = inner.rstrip()[-1:]
        end = final if final in FINAL else "none"
        follows = self.word(place.after)
        leads = self.word(place.before)
        paragraph = self.scene.reading.paragraphs[marked.paragraph]
        self.first_person = first_person
        kind = "heading" if self._heading() else paragraph.kind.value
        return [
            f"size:{size}",
            f"shape:{shape}:{size}",
            f"end:{end}:{size}",
            f"stops:{stops}:{shape}",
            f"verb:{verb}:{size}",
            f"lead:{leads[0]}",
            f"leadtag:{leads[1]}:{shape}",
            f"follow:{follows[0]}",
            f"followtag:{follows[1]}:{end}",
            f"frame:{leads[1]}:{follows[1]}:{size}",
            f"tags:{'-'.join(tags[:3])}:{follows[1]}" if n <= 3 else "tags:long",
            f"tags:{'-'.join(tags[:3])}:{leads[0]}" if n <= 3 else "tags:long",
            f"whole:{self.whole}",
            f"para:{kind}:{shape}",
            f"single:{marked.single}",
            f"closed:{marked.closed}",
            f"reopens:{marked.continues is not None}",
            f"nested:{marked.parent is not None}:{size}",
            *(f"only:{s.words[i].lower}" for s, i in words if n <= 2 and not is_name(s, i)),
            f"entity:{self._entity(place.first)}:{self._entity(place.before)}:{shape}",
            f"entity:{self._entity(place.first)}:{leads[0]}",
            f"leads:{self.word(place.before - 1)[0]}:{leads[0]}:{size}",
            f"leads:{self.word(place.before - 1)[1]}:{leads[1]}:{shape}",
            f"follows:{follows[0]}:{self.word(place.after + 1)[1]}:{size}",
            f"person:{first_person}:{size}",
            *syntax.of_stretch(self.scene, self.hanging),
        ]

    def _entity(self, i: int) -> str:
        """The sort of name that word `i` of the article belongs to."""
        if not 0 <= i < self.scene.words:
            return "-"
        number = self.scene.sentence_of[i]
        entity = self.sentences[number].entity_at(i - self.scene.offset[number])
        return "-" if entity is None else entity.kind

    def _heading(self) -> bool:
        paragraph = self.scene.reading.paragraphs[self.place.marked.paragraph]
        text = self.scene.reading.folded[paragraph.start : paragraph.end]
        return paragraph.end - paragraph.start < 140 and (
            self.place.marked.paragraph == 0 or text.rstrip("\"' ")[-1:] not in ".!?:,"
        )

    def word(self, i: int) -> tuple[str, str]:
        """The word at a place of the article, unless another sentence's, as text class and tag."""
        if not 0 <= i < len(self.scene.sentence_of):
            return "edge", "edge"
        number = self.scene.sentence_of[i]
        paragraph = self.sentences[number].paragraph
        if paragraph != self.place.marked.paragraph:
            return "edge", "edge"
        word = self.sentences[number].words[i - self.scene.offset[number]]
        if number not in self.place.sentences:
            return "sentence", "sentence"
        if word.xpos.startswith("NNP"):
            return self._entity(i), word.xpos
        return word.lemma.lower(), word.xpos
