"""Who speaks in an article: how often its names report, counted by their last words."""

from __future__ import annotations

import collections
from collections.abc import Sequence

from quotes.attribution.frames import reports
from quotes.attribution.mentions import Mention, MentionKind
from quotes.attribution.scene import Scene
from quotes.language.sentences import Word

_LONGEST = 4
"""The most words that are looked for in the rest of the article."""
_NAMED = frozenset((MentionKind.PERSON, MentionKind.ORGANIZATION, MentionKind.NAME))


class Discourse:
    """The sources of an article's reporting expressions, of all its parsed sentences."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        spoken: collections.Counter[str] = collections.Counter()
        for sentence in scene.reading.sentences:
            if sentence.parsed:
                heads = {
                    (frame.cue, self._head(frame.mention))
                    for frame in scene.frames_in(sentence.index)
                    if reports(frame)
                }
                spoken.update(head for _, head in heads)
        self._spoken = spoken
        self._written = self._counts()

    def _counts(self) -> collections.Counter[tuple[str, ...]]:
        """How often each short run of words stands in the article."""
        counts: collections.Counter[tuple[str, ...]] = collections.Counter()
        for sentence in self._scene.reading.sentences:
            words = _plain(sentence.words)
            for size in range(1, _LONGEST + 1):
                counts.update(tuple(words[i : i + size]) for i in range(len(words) - size + 1))
        return counts

    def again(self, words: Sequence[Word]) -> str:
        """How often a few words stand in the article besides once (up to 3), `long` for many."""
        plain = tuple(_plain(words))
        return "long" if len(plain) > _LONGEST else str(min(3, max(0, self._written[plain] - 1)))

    def _head(self, mention: Mention) -> str:
        return self._scene.reading.sentences[mention.sentence].words[mention.head].lower

    def spoken(self, mention: Mention) -> str:
        """How often words that end like a mention may be a source (up to 3)."""
        if mention.kind is MentionKind.PRONOUN:
            return "-"
        return str(min(3, self._spoken[self._head(mention)]))

    def namesakes(self, a: Mention, b: Mention) -> bool:
        """Whether two names end in the same word (*Ada Marsh*, *Marsh*)."""
        return a.kind in _NAMED and b.kind in _NAMED and self._head(a) == self._head(b)


def _plain(words: Sequence[Word]) -> list[str]:
    """Words in lower case, without signs and with hyphens apart."""
    return [w.lower for w in words if w.text[:1].isalnum()]
