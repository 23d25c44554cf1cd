"""Sentences of which only the quoted span is reported."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribution.content import Range
from quotes.attribution.frames import Frame
from quotes.attribution.subjects import quoting_verb
from quotes.language.sentences import Sentence
from quotes.lexicons import of_class

_SUBORDINATING = of_class("subordinating")
_LEAST_WORDS = 2


def marked_only(
    sentence: Sentence, frame: Frame, inside: Sequence[bool]
) -> tuple[Range, ...] | None:
    """The patterns *she shouted “…” before she left* and *quoted as saying “…” by the Courier*.

    Only the words in marks are reported.
    """
    words = sentence.words
    first = max(frame.cue_stop, frame.mention.stop)
    if first < len(words) and words[first].text in (",", ":"):
        first += 1
    if frame.cue < 0 or first >= len(words) or not inside[first]:
        return None
    stop = _run_end(inside, first)
    follows = stop < len(words) and (
        words[stop].lower in _SUBORDINATING
        or (words[frame.cue].xpos == "VBG" and words[stop].is_finite)
        or (words[stop].lower == "by" and quoting_verb(sentence, frame.cue) >= 0)
    )
    return ((first, stop),) if follows and stop - first > _LEAST_WORDS else None


def behind_sign(
    sentence: Sentence, frame: Frame, inside: Sequence[bool]
) -> tuple[Range, ...] | None:
    """A sentence in marks to the end of another: *She told the crowd again, “We hid.”*"""
    words, start = sentence.words, max(frame.cue_stop, frame.mention.stop)
    mark = next((i for i in range(start, len(words)) if inside[i]), len(words))
    if mark >= len(words) - _LEAST_WORDS or words[mark - 1].text not in (",", ":"):
        return None
    first = next((w for w in words[mark:] if not w.is_mark), words[mark])
    stop = _run_end(inside, mark)
    whole = first.text[:1].isupper() and not any(w.text[:1].isalnum() for w in words[stop:])
    clause = any(w.is_finite for w in words[start:mark])
    return ((mark, stop),) if whole and not clause else None


def _run_end(inside: Sequence[bool], start: int) -> int:
    """Where the words between marks end that begin at word `start`."""
    return next((i for i in range(start, len(inside)) if not inside[i]), len(inside))
