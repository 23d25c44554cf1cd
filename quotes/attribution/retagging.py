"""Correct tags of verbs that report and that were taken for nouns."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotes.attribution.chunks import NOUNS
from quotes.language.sentences import Sentence, Word
from quotes.lexicons.cues import cue_lemma, is_report

_CLOSING = frozenset((".", ",", ":", "that"))
_LEADING = frozenset(("of", "that", ":", '"'))
_WITH_REACH = 8


def retagged(sentence: Sentence) -> Sentence:
    """A sentence in which verbs that report are tagged as verbs.

    *“…,” the writ states.*: only a noun phrase and a word with -s stand behind the marks.
    *with Hall warning of*: *with* leads in a name; behind it a word with -ing has an object.
    """
    words = sentence.words
    found = {
        i: "VBZ" if word.lower.endswith("s") else "VBG"
        for i, word in enumerate(words)
        if i
        and word.xpos in NOUNS
        and is_report(word.lower, word.lemma)
        and (_closes(words, i) or _accompanies(words, i))
    }
    if not found:
        return sentence
    return attrs.evolve(
        sentence,
        words=tuple(
            attrs.evolve(w, xpos=found[i], upos="VERB", lemma=cue_lemma(w.lower, w.lemma.lower()))
            if i in found
            else w
            for i, w in enumerate(words)
        ),
    )


def _closes(words: Sequence[Word], i: int) -> bool:
    """Whether only a subject stands between words in marks and word `i`, which ends with -s."""
    if not words[i].lower.endswith("s") or words[i - 1].xpos not in ("NN", "NNP"):
        return False
    if i + 1 < len(words) and words[i + 1].text not in _CLOSING:
        return False
    first = i
    while first > 0 and not words[first - 1].is_mark and words[first - 1].text != ",":
        first -= 1
        if words[first].is_finite:
            return False
    before = first - (first > 0 and words[first - 1].text == ",")
    return before > 0 and words[before - 1].is_mark and first < i - 1


def _accompanies(words: Sequence[Word], i: int) -> bool:
    """The pattern *with Ada Marsh warning of*."""
    if not words[i].lower.endswith("ing") or not words[i - 1].xpos.startswith("NNP"):
        return False
    if i + 1 >= len(words) or words[i + 1].lower not in _LEADING:
        return False
    return any(w.lower == "with" for w in words[max(0, i - _WITH_REACH) : i])
