"""An analyser that tags, parses and names by chance: what the models could answer, and worse.

It needs no models, so that many texts are read in little time, and it brings the rooms behind it
into states that well-read prose hardly ever does. Its answers depend on the text alone.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Sequence

import attrs
import regex

from quotes.language.sentences import ROOT, Entity, Reading, Sentence, Word
from quotes.text.fold import fold
from quotes.text.paragraphs import paragraphs

_TOKEN = regex.compile(r"'s\b|\w++|[^\w\s]")
_LEMMAS = {
    "said": "say", "says": "say", "told": "tell", "added": "add", "is": "be", "was": "be",
    "has": "have", "had": "have", "warned": "warn", "called": "call", "wrote": "write",
    "asked": "ask",
}  # fmt: skip
_TAGS = {
    "the": "DT", "a": "DT", "his": "PRP$", "her": "PRP$", "he": "PRP", "she": "PRP", "they": "PRP",
    "it": "PRP", "who": "WP", "which": "WDT", "that": "IN WDT DT", "and": "CC", "but": "CC",
    "of": "IN", "in": "IN", "by": "IN", "with": "IN", "as": "IN", "to": "TO", "'s": "POS VBZ",
    "'": "POS ''", "not": "RB", "-": "HYPH :", "said": "VBD VBN", "says": "VBZ", "was": "VBD",
    "is": "VBZ",
}  # fmt: skip
_ANY = (
    "NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ MD JJ JJR RB IN DT CC CD PRP PRP$ WP WDT WRB TO POS "
    "HYPH EX UH RP FW SYM"
).split()
_RELATIONS = (
    "nsubj nsubj:pass obj obl ccomp parataxis xcomp advcl conj cc appos amod compound flat nmod "
    "nmod:poss case det mark aux aux:pass cop acl acl:relcl punct advmod nummod root dep"
).split()
_KINDS = ("Person", "Organization", "Location", "NORP", "Date", "Misc")
_ODDLY = 0.08


class ChanceAnalyser:
    """An `Analyser` whose every answer is drawn by lot, from the text as the seed."""

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Words, sentences, tags and entities."""
        return [self._read(text) for text in texts]

    def parse(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """Trees with one root."""
        return [self._parsed(sentence) for sentence in sentences]

    def _read(self, text: str) -> Reading:
        twin, layout = fold(text), paragraphs(text)
        lot = _lot(text)
        sentences: list[Sentence] = []
        for number, paragraph in enumerate(layout):
            spans = [m.span() for m in _TOKEN.finditer(twin, paragraph.start, paragraph.end)]
            while spans:
                size = _size(twin, spans, lot)
                words = tuple(_word(twin, span, lot) for span in spans[:size])
                entities = tuple(_entities(words, lot))
                sentences.append(Sentence(len(sentences), number, words, entities))
                spans = spans[size:]
        return Reading(text, twin, layout, tuple(sentences))

    def _parsed(self, sentence: Sentence) -> Sentence:
        lot = _lot(" ".join(word.text for word in sentence.words))
        order = list(range(len(sentence.words)))
        lot.shuffle(order)
        heads = {order[0]: ROOT}
        for place, i in enumerate(order[1:], 1):
            near = [k for k in order[:place] if abs(k - i) <= 4]
            heads[i] = lot.choice(near or order[:place])
        words = tuple(
            attrs.evolve(
                word,
                head=heads[i],
                deprel="root" if heads[i] == ROOT else lot.choice(_RELATIONS),
            )
            for i, word in enumerate(sentence.words)
        )
        return attrs.evolve(sentence, words=words, parsed=True)


def _lot(text: str) -> random.Random:
    return random.Random(zlib.crc32(text.encode("utf8", "surrogatepass")))


def _size(twin: str, spans: Sequence[tuple[int, int]], lot: random.Random) -> int:
    """How many of the words make a sentence: to a stop as a rule, now and then to anywhere."""
    for i, (start, _) in enumerate(spans, 1):
        if (twin[start] in ".!?" and lot.random() < 0.8) or lot.random() < 0.01:
            return i
    return len(spans)


def _word(twin: str, span: tuple[int, int], lot: random.Random) -> Word:
    text = twin[slice(*span)]
    low = text.lower()
    if lot.random() < _ODDLY:
        tag = lot.choice(_ANY)
    elif low in _TAGS:
        tag = lot.choice(_TAGS[low].split())
    elif not text[0].isalnum():
        tag = text[0]
    elif text[0].isdigit():
        tag = "CD"
    elif text[0].isupper():
        tag = "NNP"
    else:
        tag = lot.choice(("NN", "NN", "NNS", "VBD", "VB", "VBG", "VBN", "JJ", "RB"))
    return Word(*span, text, _LEMMAS.get(low, low), "X", tag)


def _entities(words: Sequence[Word], lot: random.Random) -> Iterator[Entity]:
    at = 0
    while at < len(words):
        stop = at
        while stop < len(words) and words[stop].xpos in ("NNP", "NNPS") and lot.random() < 0.9:
            stop += 1
        if stop == at and lot.random() < 0.02:
            stop = min(len(words), at + lot.randint(1, 3))
        if stop > at:
            yield Entity(at, stop, lot.choice(_KINDS))
        at = stop + 1
