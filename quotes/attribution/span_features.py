"""The named features of a quoted span by itself: its form, and the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from quotes.attribution import patterns, syntax
from quotes.attribution.discourse import Discourse
from quotes.attribution.scene import Place, Scene
from quotes.language.sentences import Sentence, Word
from quotes.lexicons import load, of_class

FINAL = frozenset(".,!?")
_STOPS = regex.compile(r"[.!?](?=\s+\p{Lu}|\s*$)")
_WORDS = regex.compile(r"[\p{L}\p{N}]+")
_SIZES = (1, 2, 3, 5, 9, 20, 60)
_TITLE_SHARE = 0.6
_NAMING_REACH = 4
_NAMING = of_class("naming_words")
_LISTING = frozenset((",", "and", "or", ";", "&"))
_PHRASES = (("VB", "verb"), ("MD", "verb"), ("TO", "to"), ("IN", "prepositional"))
_LASTS = (("NN", "noun"), ("JJ", "adjective"), ("RB", "adverb"), ("VB", "participle"))


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


def _phrase(words: Sequence[Word]) -> str:
    """What sort of phrase some words are, roughly, by the tags of the first and the last."""
    words = [w for w in words if w.text[:1].isalnum()]
    if not words:
        return "sign"
    found = next((name for tag, name in _PHRASES if words[0].xpos.startswith(tag)), None)
    if found is None and any(w.is_finite for w in words):
        return "clause"
    last = next((name for tag, name in _LASTS if words[-1].xpos.startswith(tag)), "other")
    return found or last


class Stretch:
    """A marked stretch as the features see it.

    `features` are its own; `whole` says whether it fills its paragraph, `first_person` whether
    somebody speaks of themselves in it.
    """

    def __init__(self, scene: Scene, place: Place, discourse: Discourse) -> None:
        self.scene = scene
        self.discourse = discourse
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
            *self._of_term([s.words[i] for s, i in words], shape, size),
            *syntax.of_stretch(self.scene, self.hanging),
        ]

    def _of_term(self, words: Sequence[Word], shape: str, size: str) -> Iterator[str]:
        """What tells a term, a title or a name from what somebody said."""
        place = self.place
        again = self.discourse.again(words)
        phrase = _phrase(words)
        before, after = self.word(place.before), self.word(place.after)
        nested = place.marked.parent is not None
        yield f"again:{again}:{size}"
        yield f"again:{again}:{shape}"
        yield f"phrase:{phrase}:{before[1]}:{after[1]}"
        yield f"phrase:{phrase}:{before[0]}"
        yield f"phrase:{phrase}:{size}:{nested}"
        yield f"phrase:{phrase}:{again}"
        yield f"work:{self._is_work(place.before)}:{self._is_work(place.after)}:{shape}"
        yield f"naming:{self._naming()}:{phrase}"
        yield f"naming:{self._naming()}:{shape}"
        yield f"listed:{self._listed(place)}:{shape}"
        yield from (f"pattern:{name}:{size}" for name in patterns.patterns(self.scene, place))

    def _is_work(self, i: int) -> str:
        """Whether word `i` of the article is a noun for works, or for those who make them."""
        lemma = self.word(i)[0]
        return "work" if lemma in load("work_nouns") else str(lemma in load("work_makers"))

    def _naming(self) -> str:
        """The nearest word before the stretch that gives a name, if it is near."""
        at = self.place.before
        for i in range(at, at - _NAMING_REACH, -1):
            lemma = self.word(i)[0]
            if lemma in _NAMING:
                return lemma
        return "-"

    def _listed(self, place: Place) -> str:
        """The form of the stretches to which only a comma or *and* joins this one."""
        found = []
        for step in (-1, 1):
            at = place.marked.index + step
            other = self.scene.places[at] if 0 <= at < len(self.scene.places) else None
            if other is None or other.marked.parent != place.marked.parent:
                continue
            low, high = sorted((place, other), key=lambda p: p.first)
            if high.before + 1 - low.after > 2:
                continue
            between = [self.scene.word(i).lower for i in range(low.after, high.before + 1)]
            if _LISTING.issuperset(between):
                marked = other.marked
                inner = self.scene.reading.folded[marked.inner_start : marked.inner_end]
                found.append(_capitals(_WORDS.findall(inner)))
        return "-".join(found) or "no"

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
