"""Tags as a tagger would give them, for sentences whose true tags are known.

A parser that learned from true tags trusts them too much. So a quick tagger (the averaged
perceptron: Collins, EMNLP 2002) learns from all parts of a corpus but one and tags that one, in
turns, and the parser learns from tags with the usual errors in them.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

import attrs

from quotes.training.analysis.sentences import Sentence

_START, _END = "-START-", "-END-"
# a word seen this often with one tag only is not guessed
_OFTEN = 20


class Perceptron:
    """A greedy left-to-right tagger; a tag is the universal and the Penn tag together."""

    def __init__(self) -> None:
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)
        self._tags: list[str] = []
        self._sure: dict[str, str] = {}
        self._totals: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._stamps: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._now = 0

    def _best(self, features: Sequence[str]) -> str:
        scores: dict[str, float] = defaultdict(float)
        for feature in features:
            if feature in self._weights:
                for tag, weight in self._weights[feature].items():
                    scores[tag] += weight
        return max(scores, key=lambda tag: (scores[tag], tag)) if scores else self._tags[0]

    def fit(self, sentences: Sequence[Sentence], *, epochs: int, seed: int) -> None:
        """Learn from tagged sentences, shuffled in an order that the seed decides."""
        counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for sentence in sentences:
            for word in sentence:
                counts[word.text][_tag(word.upos, word.xpos)] += 1
        self._tags = sorted({tag for seen in counts.values() for tag in seen})
        self._sure = {
            text: next(iter(seen))
            for text, seen in counts.items()
            if len(seen) == 1 and sum(seen.values()) >= _OFTEN
        }
        order = list(range(len(sentences)))
        dice = random.Random(seed)
        for _ in range(epochs):
            dice.shuffle(order)
            for i in order:
                self._learn(sentences[i])
        for feature, row in self._weights.items():
            total, stamp = self._totals[feature], self._stamps[feature]
            for tag, weight in row.items():
                row[tag] = (total[tag] + (self._now - stamp[tag]) * weight) / max(1, self._now)
        self._totals.clear()
        self._stamps.clear()

    def _learn(self, sentence: Sentence) -> None:
        """Guess each word of a sentence from the guesses before it, and mend what was wrong."""
        low = _padded([w.text for w in sentence])
        last = before = _START
        for i, word in enumerate(sentence):
            self._now += 1
            guess = self._sure.get(word.text, "")
            if not guess:
                features = _features(word.text, low, i + 2, last, before)
                guess = self._best(features)
                truth = _tag(word.upos, word.xpos)
                if guess != truth:
                    self._mend(features, truth, 1.0)
                    self._mend(features, guess, -1.0)
            last, before = guess, last

    def _mend(self, features: Sequence[str], tag: str, change: float) -> None:
        for feature in features:
            row = self._weights[feature]
            held = row.get(tag, 0.0)
            stamp = self._stamps[feature]
            self._totals[feature][tag] += (self._now - stamp[tag]) * held
            stamp[tag] = self._now
            row[tag] = held + change

    def tag(self, words: Sequence[str]) -> list[tuple[str, str]]:
        """The universal and the Penn tag of each word."""
        low = _padded(words)
        last = before = _START
        result = []
        for i, word in enumerate(words):
            guess = self._sure.get(word) or self._best(_features(word, low, i + 2, last, before))
            upos, _, xpos = guess.partition(" ")
            result.append((upos, xpos))
            last, before = guess, last
        return result


def _padded(words: Sequence[str]) -> list[str]:
    return [_START, _START, *(w.lower() for w in words), _END, _END]


def _tag(upos: str, xpos: str) -> str:
    return f"{upos} {xpos}"


def _shape(word: str) -> str:
    return "".join(
        "d" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in word[:4]
    )


def _features(word: str, low: Sequence[str], i: int, last: str, before: str) -> list[str]:
    text = low[i]
    return [
        "b",
        "w" + text,
        "s3" + text[-3:],
        "s2" + text[-2:],
        "p" + text[:2],
        "h" + _shape(word) + str(i == 2),
        "t" + last,
        "tt" + last + before,
        "tw" + last + text,
        "l" + low[i - 1],
        "ls" + low[i - 1][-3:],
        "ll" + low[i - 2],
        "r" + low[i + 1],
        "rs" + low[i + 1][-3:],
        "rr" + low[i + 2],
    ]


def retagged(
    sentences: Sequence[Sentence],
    others: Sequence[Sentence] = (),
    *,
    parts: int = 2,
    block: int = 100,
    epochs: int = 3,
    seed: int = 1,
) -> tuple[list[Sentence], list[Sentence]]:
    """Sentences with tags from taggers that did not learn from them.

    Args:
        sentences: split into `parts`, each tagged by a tagger that learned from the rest.
        others: tagged by the first of these taggers.
        parts: at least two.
        block: so many neighbours stay together, because they share words that are rare elsewhere.
        epochs: passes of a tagger over its part.
        seed: of the order in which sentences are learned.
    """
    result = list(sentences)
    aside: list[Sentence] = []
    block = max(1, min(block, len(sentences) // parts))
    part_of = [i // block % parts for i in range(len(sentences))]
    for part in range(parts):
        tagger = Perceptron()
        rest = [s for s, own in zip(sentences, part_of, strict=True) if own != part]
        tagger.fit(rest, epochs=epochs, seed=seed)
        for i, sentence in enumerate(sentences):
            if part_of[i] == part:
                result[i] = _tagged(tagger, sentence)
        if not part:
            aside = [_tagged(tagger, s) for s in others]
    return result, aside


def _tagged(tagger: Perceptron, sentence: Sentence) -> Sentence:
    tags = tagger.tag([w.text for w in sentence])
    return tuple(
        attrs.evolve(word, upos=upos, xpos=xpos)
        for word, (upos, xpos) in zip(sentence, tags, strict=True)
    )
