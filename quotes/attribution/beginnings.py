"""Lexical rules that begin reported speech, overriding the extent ranker.

Those who are told stand before a report (*told the inquiry it was late*); what is said of words in
marks belongs to it (*demanded more “respect”*).
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribution.content import Range
from quotes.attribution.frames import Frame
from quotes.attribution.mentions import mentions
from quotes.language.sentences import Sentence
from quotes.lexicons import of_class

TELLING = of_class("informing")
_OF = TELLING - {"tell", "promise"}
_SUBJECTS = frozenset(("DT", "PRP", "PRP$", "EX", "NNP", "NNPS", "NNS", "WRB"))
_OBJECTS = of_class("object_pronouns")
_LEADING = of_class("clause_leads")
_LED = of_class("topic_leads")
_MODIFIERS = 3
_MODIFYING = frozenset(("DT", "JJ", "JJR", "JJS", "PRP$", "RB", "RBR", "CD"))


def told_stop(sentence: Sentence, frame: Frame, inside: Sequence[bool]) -> int:
    """Where what is told begins behind those who are told; the cue's end if nobody is.

    *Told the inquiry it was late*, *reminded the crowd of how it was built*, *promised us “jobs”*.
    Behind them stands another noun phrase, a conjunction or a mark; a verb would be theirs
    (*warned the dam would burst*).

    Args:
        sentence: the sentence of the frame.
        frame: a source and its cue.
        inside: for each word whether it stands between marks.
    """
    words, first = sentence.words, frame.cue_stop
    if frame.lemma not in TELLING or frame.mention.first > frame.cue or first >= len(words):
        return frame.cue_stop
    if words[first].lower in _OBJECTS and words[first].xpos != "PRP$":
        stop = first + 1
    elif inside[first] or words[first].xpos in ("IN", "TO", "WRB", "WP"):
        return frame.cue_stop
    else:
        end = next((i for i in range(first, len(words)) if inside[i]), len(words))
        found = mentions(sentence, [(first, end)])
        stop = max((m.core for m in found if m.first == first), default=first)
        if stop < len(words) and words[stop].lower == "of" and frame.lemma not in _OF:
            return frame.cue_stop  # *told a meeting of traders that*
    if stop >= len(words) or stop == first:
        return frame.cue_stop
    after = words[stop]
    leads = after.lower in _LEADING
    if not (inside[stop] or leads or after.xpos in _SUBJECTS):
        return frame.cue_stop
    return stop + (after.lower in _LED)


def begun(
    sentence: Sentence,
    frame: Frame,
    inside: Sequence[bool],
    options: Sequence[tuple[Range, ...]],
) -> Sequence[tuple[Range, ...]]:
    """The ways to bound a report, made to begin where words settle that it begins.

    Args:
        sentence: the sentence of the report.
        frame: its source and cue.
        inside: for each word whether it stands between marks.
        options: the ways to choose from, each of one or several word ranges.
    """
    stop = told_stop(sentence, frame, inside)
    if stop == frame.cue_stop:
        return [o for o in options if not _lacks_modifiers(sentence, frame, inside, o)] or options
    led = sentence.words[stop - 1].lower in ("of", "about")  # *reminded us of the “dark days”*
    before = [o for o in options if o[0][0] < frame.cue]
    behind = [
        ((stop if led else max(stop, o[0][0]), o[0][1]), *o[1:])
        for o in options
        if o[0][0] > frame.cue and o[0][1] > stop
    ]
    return list(dict.fromkeys((*before, *behind))) or options


def _lacks_modifiers(
    sentence: Sentence, frame: Frame, inside: Sequence[bool], option: tuple[Range, ...]
) -> bool:
    """Whether only what is said of the words in marks stands between the cue and them."""
    first = option[0][0]
    between = sentence.words[frame.cue_stop : first]
    return (
        frame.mention.first < frame.cue < first
        and inside[first]
        and 0 < len(between) <= _MODIFIERS
        and all(w.xpos in _MODIFYING for w in between)
        and between[-1].xpos != "RB"
    )
