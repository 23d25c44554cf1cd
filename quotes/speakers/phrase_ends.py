"""Where the noun phrase ends that a mention was cut off inside of."""

from __future__ import annotations

from quotes.language.sentences import Sentence, Word
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Sort
from quotes.speakers.figures import Cast
from quotes.speakers.nouns import role_kind, singular

_LONGEST = 6
_NOUNS = frozenset({"NN", "NNS"})
_POSTPOSED = of_class("postposed")
_TIMES = of_class("days_and_parts")


def completed(cast: Cast, sentence: Sentence, stop: int) -> int:
    """The end of the noun phrase of which the words before `stop` are the beginning.

    *The vice* of *the vice-chair of the board*, *the workers* of *the workers collective said*,
    *former harbour* of *former harbour master Ada Roe*; `stop` itself where nothing is left out.
    """
    words = sentence.words
    if not 0 < stop < len(words):
        return stop
    named = _named(cast, sentence, stop)
    if named is not None:
        return named
    owned = _name_at(cast, sentence, stop + 1) if words[stop].xpos == "POS" else None
    if owned is not None and (sentence.index, stop - 1) in cast.institutions:
        return owned
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
    name = _name_at(cast, sentence, end)
    if name is not None:
        return name
    if words[end : end + 1] and words[end].text == "," and _name_at(cast, sentence, end + 1):
        return end
    hyphens = any(w.text == "-" for w in words[stop - 1 : end])
    if hyphens and words[end - 1].xpos.startswith("NN"):
        return end
    return end if end < len(words) and words[end].is_finite else stop


def _named(cast: Cast, sentence: Sentence, stop: int) -> int | None:
    """The end of the name that the title goes on to: *Minister for Trade, Ports and Fish A. Roe*.

    Also behind words that may be taken for verbs: *harbour planning director Ada Roe*.
    """
    words = sentence.words
    listed = words[stop].text == "," and stop > 1 and words[stop - 1].text[:1].isupper()
    listed = listed and any(
        _is_role(w) and w.text[:1].isupper() for w in words[max(0, stop - _LONGEST) : stop]
    )
    joined = False
    second = words[stop].lower == "and" and _is_role(words[stop - 1])
    for i in range(stop, min(len(words), stop + _LONGEST)):
        name = _name_at(cast, sentence, i)
        if name is not None:
            role = i > stop and (
                _is_role(words[i - 1])
                or (words[i - 1].lower in _POSTPOSED and words[i - 2].text == "-")
            )
            return name if (joined if listed else role) else None
        if listed:
            joined = joined or words[i].lower == "and"
            capital = words[i].text[:1].isupper() and not _is_role(words[i])
            if not (capital or words[i].lower in {",", "and", "&"}):
                return None
        elif second and i == stop:
            continue
        elif words[i].lower in _TIMES or not (
            words[i].xpos in {"NN", "VBG", "HYPH"}
            or (second and _is_role(words[i]))
            or words[i].lower in _POSTPOSED
            or mistaken_role(words[i])
        ):
            return None
    return None


def _name_at(cast: Cast, sentence: Sentence, i: int) -> int | None:
    return cast.ends.get((sentence.index, i))


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
    if not (compound or words[i - 1].xpos.startswith(("NN", "JJ"))) or words[i].lower in _TIMES:
        return False
    entity = sentence.entity_at(i)
    if entity is not None and entity.kind == "Date":
        return False
    if words[i].lower in _POSTPOSED:
        return True
    if words[i].xpos == "JJ":
        return i + 1 < len(words) and words[i + 1].is_finite
    return words[i].xpos in _NOUNS and words[i].lemma not in load("reporting_verbs")
