"""The outlets that words come through: told to them, or reported by them."""

from __future__ import annotations

from quotes.attribution.content import Range
from quotes.attribution.frames import Frame
from quotes.attribution.mentions import Mention, MentionKind
from quotes.attribution.scene import Scene
from quotes.lexicons import load


def _is_outlet(scene: Scene, mention: Mention) -> bool:
    """Whether a mention may be an outlet: a name that is no person's, or *the paper*."""
    head = scene.reading.sentences[mention.sentence].words[mention.head]
    if mention.kind in (MentionKind.ORGANIZATION, MentionKind.NAME):
        return True
    return mention.kind is MentionKind.NOMINAL and (
        head.xpos.startswith("NNP") or head.lemma.lower() in load("outlet_nouns")
    )


def via(scene: Scene, frame: Frame | None) -> Range | None:
    """The outlet that the words were told to or reported by.

    *told Reuters*, *in an interview with Reuters*, *…, Reuters reported*.
    """
    if frame is None or frame.cue < 0:
        return None
    sentence = scene.reading.sentences[frame.sentence]
    words = sentence.words
    for other in scene.frames_in(frame.sentence):
        mention = other.mention
        if not _is_outlet(scene, mention):
            continue
        added = other.lemma == "report" and other.cue != frame.cue and not other.by_noun
        if added and mention != frame.mention and words[mention.first - 1].text == ",":
            return mention.start, words[mention.core - 1].end
        if frame.lemma == "tell" and mention.first == frame.cue_stop:
            return mention.start, words[mention.core - 1].end
        lead = {w.lower for w in words[max(0, mention.first - 3) : mention.first]}
        near = frame.cue < mention.first <= frame.cue + 12
        if (
            near
            and lead & {"interview", "interviewed", "told"}
            and lead & {"with", "to", "by", "told"}
        ):
            return mention.start, words[mention.core - 1].end
    return None
