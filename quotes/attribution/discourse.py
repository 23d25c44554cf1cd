"""Who speaks in an article: how often its names report, counted by their last words."""

from __future__ import annotations

import collections

from quotes.attribution.frames import reports
from quotes.attribution.mentions import Mention, MentionKind
from quotes.attribution.scene import Scene

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
