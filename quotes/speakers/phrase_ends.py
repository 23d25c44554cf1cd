"""Where the noun phrase ends that a mention was cut off inside of."""

from __future__ import annotations

from quotes.language.sentences import Sentence, Word
from quotes.lexicons import load
from quotes.lexicons.persons import Sort
from quotes.speakers.figures import Cast
from quotes.speakers.nouns import role_kind, singular

_LONGEST = 6
_NOUNS = frozenset({"NN", "NNS"})
_BEFORE_NAMES = frozenset({"NN", "JJ", "VBG", "HYPH"})


def completed(cast: Cast, sentence: Sentence, stop: int) -> int:
    """The end of the noun phrase of which the words before `stop` are the beginning.

    *The workers* of *the workers collective said*, *former harbour* of *former harbour master Ada
    Roe*; `stop` itself where nothing is left out.
    """
    words = sentence.words
    if not 0 < stop < len(words):
        return stop
    named = _named(cast, sentence, stop)
    if named is not None:
        return named
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


def _named(cast: Cast, sentence: Sentence, stop: int) -> int | None:
    """The end of the name behind the office that a mention was cut off in, if there is one."""
    words = sentence.words
    for i in range(stop, min(len(words), stop + _LONGEST)):
        name = cast.ends.get((sentence.index, i))
        if name is not None:
            return name if i > stop and _is_role(words[i - 1]) else None
        second = words[i].lower == "and" and _is_role(words[i - 1])
        if not (second or words[i].xpos in _BEFORE_NAMES or mistaken_role(words[i])):
            return None
    return None


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
    entity = sentence.entity_at(i)
    if entity is not None and entity.kind == "Date":
        return False
    if words[i].xpos == "JJ":
        return i + 1 < len(words) and words[i + 1].is_finite
    return words[i].xpos in _NOUNS and words[i].lemma not in load("reporting_verbs")
