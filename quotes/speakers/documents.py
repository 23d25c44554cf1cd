"""Texts that speak (*the statement*, *the letter*): whose words they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quotes.language.sentences import Sentence
from quotes.lexicons import load, of_class
from quotes.lexicons.pronouns import Form, pronoun_sexes
from quotes.speakers.figures import Cast
from quotes.speakers.mentions import Reference
from quotes.speakers.nouns import is_person_noun, singular

_REACH = 6
_LATER = 12
_BEHIND = 12
_SUBJECT = 14
_OBJECT = 7
_MAKING = of_class("document_verbs")
UTTERED = of_class("utterance_nouns")
"""Nouns for what somebody says or writes in his own name."""
_HANDED_IN = of_class("filed_documents")
_OPENING = {"a", "an", *pronoun_sexes(Form.DETERMINER), "its", "their"}
_SUITS = frozenset({"suit", "lawsuit", "complaint", "filing"})
_CLOSING = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT", ",", ":", "-LRB-", ".", "''"})


def author(cast: Cast, sentence: Sentence, first: int, stop: int) -> int | None:
    """The figure that words `first` to `stop` name as the maker of a text: *by X*, *X's*."""
    words = sentence.words
    for i in range(first, stop):
        if words[i].lower in {"by", "from"}:
            span = range(i + 1, clause_end(sentence, i + 1, min(stop, i + 10)))
        elif words[i].xpos == "POS" and i + 1 < stop:
            span = range(i - 1, max(-1, i - 6), -1)
        else:
            continue
        number = _first_named(cast, sentence, span)
        if number is not None:
            return None if _led(cast, sentence, span) else number
    return None


def _led(cast: Cast, sentence: Sentence, span: range) -> bool:
    """Whether a maker is described, not named: *from the head of Acme*, *from Ada Roe's office*."""
    words = sentence.words
    for k in span if span.step > 0 else ():
        stop = cast.ends.get((sentence.index, k))
        if stop is not None:
            owner = stop + 1 < len(words) and words[stop].xpos == "POS"
            return owner and words[stop + 1].xpos.startswith("NN")
        if (sentence.index, k) in cast.institutions:
            return False
        if words[k].lower in {"of", "for"} and is_person_noun(sentence, k - 1):
            return not any((sentence.index, n) in cast.by_span for n in span)
    return False


def clause_end(sentence: Sentence, first: int, limit: int) -> int:
    """Where words from `first` on run into a verb, a comma or a bracket."""
    words = sentence.words
    closing = (k for k in range(first, limit) if words[k].xpos in _CLOSING)
    return next(closing, limit)


def named_before(cast: Cast, sentence: Sentence, first: int, head: int) -> int | None:
    """The institution right before the noun of a text: *the Acme report*."""
    key = singular(sentence.words[head].text)
    if key in _HANDED_IN or head == first:
        return None
    return cast.institutions.get((sentence.index, head - 1))


def maker_behind(cast: Cast, sentence: Sentence, stop: int) -> int | None:
    """The figure that a participle behind a text names as its maker: *issued by X*."""
    words = sentence.words
    for i in range(stop, min(len(words) - 2, stop + _BEHIND)):
        if (
            words[i].xpos in {"VBD", "VBZ", "VBP", "MD", ",", "''"}
            and words[i].lemma not in _MAKING
        ):
            return None
        if words[i].lemma in _MAKING and words[i + 1].lower == "by":
            end = clause_end(sentence, i + 2, min(len(words), i + 10))
            return _first_named(cast, sentence, range(i + 2, end))
    return None


def earlier_author(cast: Cast, reference: Reference, spoke: Mapping[int, int]) -> int | None:
    """The maker of the text that was last spoken of before a mention.

    One that is called the same anywhere before, else any text a few sentences back. `spoke` has
    for sentences who spoke in them: *the council said in a statement*.
    """
    index = reference.sentence.index
    for alike in (True, False):
        for n in range(index, -1 if alike else max(-1, index - _REACH), -1):
            sentence = cast.reading.sentences[n]
            stop = reference.first if n == index else len(sentence.words)
            for i in range(stop - 1, -1, -1):
                key = singular(sentence.words[i].text)
                same = key == reference.head_key or {key, reference.head_key} <= _SUITS
                if same if alike else key in load("document_nouns"):
                    number = _maker_near(cast, sentence, i, stop)
                    if number is None and alike and _means(sentence, i):
                        number = spoke.get(n)
                    if number is not None:
                        return number
    return None


def _maker_near(cast: Cast, sentence: Sentence, noun: int, stop: int) -> int | None:
    """Whom the words around the noun of a text, up to word `stop`, name as its maker."""
    number = named_before(cast, sentence, max(0, noun - 1), noun)
    if number is None:
        number = author(cast, sentence, max(0, noun - 3), min(stop, noun + 8))
    if number is None:
        number = maker_behind(cast, sentence, noun + 1)
    return _issuer(cast, sentence, noun) if number is None else number


def _means(sentence: Sentence, noun: int) -> bool:
    """Whether a text is how words came: *said in a statement*, *in its suit, Acme says*."""
    before = {w.lower for w in sentence.words[max(0, noun - 3) : noun]}
    return "in" in before and not before.isdisjoint(_OPENING)


def later_author(cast: Cast, reference: Reference) -> int | None:
    """The maker that the article names only further on: *the statement released by X*."""
    index = reference.sentence.index
    for sentence in cast.reading.sentences[index + 1 : index + 1 + _LATER]:
        for i, word in enumerate(sentence.words):
            if singular(word.text) == reference.head_key:
                number = maker_behind(cast, sentence, i + 1)
                if number is not None:
                    return number
    return None


def _issuer(cast: Cast, sentence: Sentence, noun: int) -> int | None:
    """The subject of the verb that a text is the object of: *X issued a report*."""
    words = sentence.words
    for i in range(noun - 1, max(-1, noun - _OBJECT), -1):
        if words[i].lemma in _MAKING and words[i].xpos.startswith("VB"):
            return _first_named(cast, sentence, range(i - 1, max(-1, i - _SUBJECT), -1))
        if words[i].xpos in {"VBD", "VBZ", "VBP", "IN", ",", "''"}:
            return None
    return None


def _first_named(cast: Cast, sentence: Sentence, span: Iterable[int]) -> int | None:
    """The first figure that has its name at one of the words; persons before institutions."""
    places = list(span)
    for standing in (cast.by_span, cast.institutions):
        for k in places:
            number = standing.get((sentence.index, k))
            if number is not None:
                return number
    return None
