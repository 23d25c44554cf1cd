"""Where the noun phrase ends that a mention was cut off inside of."""

from __future__ import annotations

from quotes.language.sentences import Sentence, Word
from quotes.lexicons import load
from quotes.lexicons.persons import Sort
from quotes.speakers.figures import Cast
from quotes.speakers.nouns import role_kind, singular

_LONGEST = 6
_NOUNS = frozenset({"NN", "NNS"})


def completed(cast: Cast, sentence: Sentence, stop: int) -> int:
    """The end of the noun phrase of which the words before `stop` are the beginning.

    *The workers* of *the workers collective said*; `stop` itself where nothing is left out.
    """
    words = sentence.words
    if not 0 < stop < len(words):
        return stop
    end = stop
    while end < min(len(words), stop + _LONGEST):
        hyphen = "-" in (words[end].text, words[end - 1].text)
        attached = hyphen and words[end].start == words[end - 1].end
        if not attached and not _goes_on(sentence, end):
            break
        end += 1
    while end > stop and not words[end - 1].xpos.startswith(("NN", "JJ")):
        end -= 1
    if end == stop:
        return stop
    return end if end < len(words) and words[end].is_finite else stop


def _is_role(word: Word) -> bool:
    return role_kind(singular(word.text)) is Sort.ROLE


def mistaken_role(word: Word) -> bool:
    """Whether a noun for persons was taken for a verb: *university don Ada Roe*."""
    verb = word.xpos.startswith("VB") and not word.lower.endswith(("ed", "s"))
    return verb and _is_role(word) and word.lemma not in load("reporting_verbs")


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Whether word `i` carries on the nouns before it."""
    words = sentence.words
    compound = words[i - 1].xpos == "VBN" and i > 1 and words[i - 2].text == "-"
    if not (compound or words[i - 1].xpos.startswith(("NN", "JJ"))):
        return False
    if words[i].xpos == "JJ":
        return i + 1 < len(words) and words[i + 1].is_finite
    return words[i].xpos in _NOUNS and words[i].lemma not in load("reporting_verbs")
