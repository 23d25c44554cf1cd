"""The outlets that words come through: told to them, or reported by them."""

from __future__ import annotations

from quotes.attribution.chunks import sort_of
from quotes.attribution.content import Range
from quotes.attribution.frames import Frame
from quotes.attribution.mentions import Mention, MentionKind
from quotes.attribution.scene import Scene
from quotes.attribution.subjects import quoting_verb
from quotes.lexicons import load, of_class

_LEAD = 3
"""Within how many words before an outlet stands how it came by the words."""
_REACH = 12
_TOLD = of_class("told_to_outlets")
_TELLS = frozenset(("with", "to", "by", "on"))


def via(scene: Scene, frame: Frame | None) -> Range | None:
    """The outlet that the words were told to or reported by.

    *told Reuters*, *in an interview with Reuters*, *…, Reuters reported*, *quoted by Reuters as*.
    """
    if frame is None or frame.cue < 0:
        return None
    words = scene.reading.sentences[frame.sentence].words
    for other in scene.frames_in(frame.sentence):
        mention = other.mention
        if mention == frame.mention or not _is_outlet(scene, mention):
            continue
        added = other.lemma == "report" and other.cue != frame.cue and not other.by_noun
        if (
            (added and words[mention.first - 1].text == ",")
            or (frame.lemma == "tell" and mention.first == frame.cue_stop)
            or _is_told(scene, frame, mention)
            or _quotes(scene, frame, mention)
        ):
            return mention.start, words[mention.core - 1].end
    return None


def _is_outlet(scene: Scene, mention: Mention) -> bool:
    """Whether a mention may be an outlet: *the paper*, or a name of no person and no office."""
    head = scene.reading.sentences[mention.sentence].words[mention.head]
    if head.lemma.lower() in load("outlet_nouns"):
        return True
    named = mention.kind in (MentionKind.ORGANIZATION, MentionKind.NAME)
    return (named or head.xpos.startswith("NNP")) and (
        mention.kind is not MentionKind.PERSON and sort_of(head.lemma) == "thing"
    )


def _is_told(scene: Scene, frame: Frame, mention: Mention) -> bool:
    """The patterns *in an interview with X*, *in a note to X* and *speaking on X*."""
    words = scene.reading.sentences[frame.sentence].words
    lead = {w.lower for w in words[max(0, mention.first - _LEAD) : mention.first]}
    near = -_REACH <= mention.first - frame.cue <= _REACH
    return near and bool(lead & _TOLD) and bool(lead & _TELLS)


def _quotes(scene: Scene, frame: Frame, mention: Mention) -> bool:
    """The patterns *X quoted him as saying*, *quoted by X as saying* and *as saying by X*."""
    sentence = scene.reading.sentences[frame.sentence]
    quoting = quoting_verb(sentence, frame.cue)
    if quoting < 0:
        return False
    by = sentence.words[mention.first - 1].lower in ("by", "in", "on")
    return mention.stop == quoting or (by and quoting < mention.first <= frame.cue + 2)
