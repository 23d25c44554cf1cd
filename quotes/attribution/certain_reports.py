"""Indirect speech that is practically certain by its form, whatever its probability."""

from __future__ import annotations

import itertools

from quotes.attribution.chunks import sort_of
from quotes.attribution.content import IN_TIMES
from quotes.attribution.frames import Frame
from quotes.attribution.mentions import MentionKind
from quotes.language.sentences import Sentence
from quotes.lexicons import load, of_class

_CLOSING = 0.9
"""The probability of speech for what a closing attribution follows."""
_CLAIMED = 0.6
"""The probability of speech for what the claim of somebody named holds."""
_STOPS = frozenset((".", ","))
_NAMED = frozenset((MentionKind.PERSON, MentionKind.ORGANIZATION, MentionKind.NAME))
_CLAIMS = of_class("claim_nouns")


def least(sentence: Sentence, frame: Frame) -> float:
    """The least probability that a frame of this shape reports what it is taken to report."""
    if closes(sentence, frame) or _is_quoted(sentence, frame):
        return _CLOSING
    return _CLAIMED if _claims(sentence, frame) else 0.0


def closes(sentence: Sentence, frame: Frame) -> bool:
    """The patterns *It will open in May, notes Ada Marsh* and *…, Ada Marsh said.*

    They are practically never wrong.
    """
    words, mention = sentence.words, frame.mention
    if frame.cue <= 0 or not words[frame.cue].is_finite:
        return False
    if mention.first < frame.cue:
        # *It will open in May, people close to the trust said on Monday.*
        rest = itertools.dropwhile(lambda w: w.lower in IN_TIMES, words[frame.cue_stop :])
        return (
            mention.first > 1
            and words[mention.first - 1].text == ","
            and mention.stop == frame.cue
            and next(rest, words[-1]).text in _STOPS
            and (frame.lemma == "report" or frame.lemma in load("reporting_verbs"))
            and not is_thing(sentence, frame)
        )
    return (
        mention.kind is MentionKind.PERSON
        and mention.first == frame.cue_stop
        and words[frame.cue - 1].text == ","
    )


def _is_quoted(sentence: Sentence, frame: Frame) -> bool:
    """Whether a source is quoted *as saying* the words: practically never wrong."""
    words, at = sentence.words, frame.cue
    as_saying = at > 1 and words[at - 1].lower == "as" and words[at].xpos == "VBG"
    return as_saying and at - 1 in (frame.mention.core, frame.mention.stop)


def is_thing(sentence: Sentence, frame: Frame) -> bool:
    """Whether the subject is a noun for something that does not speak (*the vote showed*)."""
    mention = frame.mention
    head = sentence.words[mention.head]
    common = mention.kind is MentionKind.NOMINAL and head.xpos in ("NN", "NNS")
    return common and frame.relation != "according" and sort_of(head.lemma) == "thing"


def _claims(sentence: Sentence, frame: Frame) -> bool:
    """The pattern *Ada Marsh's warning that the port was closed*."""
    words = sentence.words
    return (
        frame.relation == "owner"
        and frame.lemma in _CLAIMS
        and frame.mention.kind in _NAMED
        and frame.mention.stop == frame.cue - 1
        and frame.cue_stop < len(words)
        and words[frame.cue_stop].lower == "that"
    )
