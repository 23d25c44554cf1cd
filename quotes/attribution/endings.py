"""Ends of reports that words settle, whatever the ranker of bounds makes of them.

What the writers add behind a report (*, citing costs*; *, the agency reported*; the main verb of a
sentence whose subject is *her claim that …*) is never part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.attribution.content import Range
from quotes.attribution.frames import Frame
from quotes.language.sentences import Sentence
from quotes.lexicons.cues import is_report

_SUBORDINATING = frozenset("after before when while as until during".split())
_CONTRASTING = frozenset("while whereas but although though".split())
_JOINING = frozenset(("CC", "WDT", "WP", "WRB"))
_BREAKS = frozenset((",", ";", ":", "-"))
_SUBJECT_REACH = 8
_LEAST_WORDS = 2


def shortened(
    sentence: Sentence,
    frame: Frame,
    inside: Sequence[bool],
    options: Sequence[tuple[Range, ...]],
) -> Sequence[tuple[Range, ...]]:
    """The ways to bound a report that stop before what the writers add; all if none does.

    Args:
        sentence: the sentence of the report, parsed.
        frame: its source and cue.
        inside: for each word whether it stands between marks.
        options: the ways to choose from, each of one or several word ranges.
    """
    kept = list(options)
    if not frame.by_noun:
        whole = [o for o in kept if not _severs(sentence, inside, o[-1][1])]
        kept = whole or kept
    for low, at in _limits(sentence, frame, inside):
        fewer = [o for o in kept if not any(a <= at < b and a < low for a, b in o)]
        if not fewer and frame.by_noun:
            fewer = [tuple((a, min(b, low)) for a, b in kept[0] if a < low)] if kept else []
        kept = fewer or kept
    return kept


def _severs(sentence: Sentence, inside: Sequence[bool], end: int) -> bool:
    """Whether a verb that reports directly follows: then its subject stands before the end."""
    words = sentence.words
    follows = 1 < end < len(words) and words[end].is_finite and not inside[end]
    return follows and not inside[end - 1] and _reports(sentence, end)


def _limits(
    sentence: Sentence, frame: Frame, inside: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """Words that no report holds which begins before another: pairs of (before, word)."""
    words = sentence.words
    if frame.by_noun:
        verb = words[frame.cue].head
        if verb <= frame.cue or not words[frame.cue].deprel.startswith("nsubj"):
            verb = _second_verb(sentence, max(frame.cue_stop, frame.mention.stop))
        if verb > frame.cue:
            start = _auxiliaries_start(sentence, verb)
            yield start, verb
    finite = False
    for i in range(frame.cue_stop + 1, len(words)):
        if inside[i]:
            finite = True
            continue
        word, before = words[i], words[i - 1].text
        if word.xpos == "VBG" and finite and _reports(sentence, i):
            start = i if before == "," else _with(sentence, i)
            if start is not None:
                yield start, i
        elif word.is_finite and _reports(sentence, i) and i != frame.cue:
            start = _subject_start(sentence, i, inside)
            closes = i + 1 >= len(words) or words[i + 1].text == "."
            if start is not None and finite:
                joint = words[start].lower
                if (closes and words[start - 1].text == ",") or words[start - 1].text == ";":
                    yield start, i
                elif joint in _CONTRASTING and start + 1 < i:
                    yield start, i
        finite = finite or word.is_finite


def _with(sentence: Sentence, participle: int) -> int | None:
    """Where *, with a clerk calling it* begins."""
    words = sentence.words
    for i in range(participle - 1, max(0, participle - _SUBJECT_REACH), -1):
        if words[i].text in _BREAKS:
            return i + 1 if words[i + 1].lower == "with" else None
    return None


def _second_verb(sentence: Sentence, start: int) -> int:
    """The finite verb behind that of the clause from `start`, *that*, without a joint between.

    *Her claim that it was open to all was denied*: behind *be* stands no clause without *that*.
    """
    words = sentence.words
    finite = bare = False
    for i in range(start + 1, len(words)):
        if words[i].text in _BREAKS or words[i].xpos in _JOINING:
            return -1
        if words[i].is_finite:
            if bare or (finite and words[i - 1].xpos in ("VBN", "JJ", "VB")):
                return i
            finite = True
            bare = words[i].lemma.lower() == "be" and not _is_told(sentence, i)
    return -1


def _is_told(sentence: Sentence, be: int) -> bool:
    """Whether a participle that reports follows a form of *be* (*was told the port had shut*)."""
    words = sentence.words[be + 1 : be + 3]
    return any(w.xpos == "VBN" and is_report(w.lower, w.lemma) for w in words)


def _auxiliaries_start(sentence: Sentence, verb: int) -> int:
    """Where a verb begins with the auxiliaries and adverbs directly before it."""
    words = sentence.words
    while verb > 0 and words[verb - 1].head == verb and (
        words[verb - 1].deprel.split(":")[0] in ("aux", "cop", "advmod")
    ):
        verb -= 1
    return verb


def _reports(sentence: Sentence, i: int) -> bool:
    word = sentence.words[i]
    return word.lemma.lower() == "cite" or is_report(word.lower, word.lemma)


def _subject_start(sentence: Sentence, verb: int, inside: Sequence[bool]) -> int | None:
    """Where the clause of a verb begins: behind the last break, if only a subject follows it."""
    words = sentence.words
    for i in range(verb - 1, max(0, verb - _SUBJECT_REACH), -1):
        if inside[i] or words[i].is_finite:
            return None
        if words[i].text in _BREAKS:
            return i + 1 if i + 1 < verb else None
        if words[i].lower in _CONTRASTING:
            return i
    return None


def marked_only(
    sentence: Sentence, frame: Frame, inside: Sequence[bool]
) -> tuple[Range, ...] | None:
    """The pattern *she shouted “…” before she left*: only the words in marks are reported."""
    words = sentence.words
    first = max(frame.cue_stop, frame.mention.stop)
    if first < len(words) and words[first].text in (",", ":"):
        first += 1
    if frame.cue < 0 or first >= len(words) or not inside[first]:
        return None
    stop = first
    while stop < len(words) and inside[stop]:
        stop += 1
    follows = stop < len(words) and (
        words[stop].lower in _SUBORDINATING
        or (words[frame.cue].xpos == "VBG" and words[stop].is_finite)
    )
    return ((first, stop),) if follows and stop - first > _LEAST_WORDS else None
