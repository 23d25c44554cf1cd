"""Expressions of temper and conviction as cues: *furious that …*, *incensed after the vote that*.

By themselves they say what somebody feels; words in marks inside their clause are what they said.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.language.sentences import Sentence
from quotes.lexicons import load, of_class

_REACH = 8
"""How many words an adjunct may have before the clause (*after Tuesday's vote in the chamber*)."""
_CONDITIONS = of_class("conditions")
_VERBS = frozenset(("VBD", "VBZ", "VBP", "MD", "VBN"))
_ENDS = frozenset((";", ":", "-", "(", "."))
_THAT = frozenset(("IN", "WDT", "DT"))


def voiced(sentence: Sentence, cue: int, inside: Sequence[bool]) -> tuple[int, int] | None:
    """The words of the clause with *that* behind an expression of feeling, if there is one.

    The clause ends at a comma, at the second if it begins with a condition (*that if the fund
    closed, the town would be “finished”*).

    Args:
        sentence: the sentence, tagged.
        cue: the word that may express a feeling.
        inside: for each word whether it stands between marks.
    """
    words = sentence.words
    if words[cue].lower not in load("feelings"):
        return None
    start = _clause_start(sentence, cue, inside)
    if start is None:
        return None
    end = _clause_end(sentence, start, inside)
    return (start, end) if end > start else None


def _clause_end(sentence: Sentence, start: int, inside: Sequence[bool]) -> int:
    words = sentence.words
    commas = 1 + (words[start].lower in _CONDITIONS)
    finite, i = False, start
    while i < len(words):
        if words[i].text == "," and not inside[i]:
            commas -= 1
            if commas == 0 or (words[i + 1 : i + 2] and words[i + 1].xpos.startswith("VB")):
                return i
        elif words[i].text in _ENDS and not inside[i]:
            return i
        elif not inside[i] and finite and words[i - 1].is_mark and words[i].xpos in _VERBS:
            return i  # *those who fumed that it was “theft” left*
        finite = finite or (words[i].is_finite and not inside[i])
        i += 1
    return len(words)


def _clause_start(sentence: Sentence, cue: int, inside: Sequence[bool]) -> int | None:
    """The word behind *that*, past an adjunct (*furious after the vote that*)."""
    words = sentence.words
    for i in range(cue + 1, min(cue + 1 + _REACH, len(words) - 1)):
        if inside[i] or words[i].is_finite or words[i].text == "," or words[i].text in _ENDS:
            return None
        if words[i].lower == "that" and words[i].xpos in _THAT:
            adds = words[i + 1].is_finite or (words[i].xpos == "DT" and i > cue + 1)
            return None if adds else i + 1
    return None
