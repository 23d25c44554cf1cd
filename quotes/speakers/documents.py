"""Texts that speak (*the statement*, *the letter*): whose words they are."""

from __future__ import annotations

from quotes.language.sentences import Sentence
from quotes.lexicons import load
from quotes.speakers.figures import Cast
from quotes.speakers.mentions import Reference
from quotes.speakers.nouns import singular

_REACH = 6


def author(cast: Cast, sentence: Sentence, first: int, stop: int) -> int | None:
    """The figure that words `first` to `stop` name as the maker of a text: *by X*, *X's*."""
    words = sentence.words
    for i in range(first, stop):
        if words[i].lower in {"by", "from"}:
            span = range(i + 1, min(stop, i + 8))
        elif words[i].xpos == "POS" and i + 1 < stop:
            span = range(i - 1, max(-1, i - 6), -1)
        else:
            continue
        for standing in (cast.by_span, cast.institutions):
            for k in span:
                number = standing.get((sentence.index, k))
                if number is not None:
                    return number
    return None


def earlier_author(cast: Cast, reference: Reference) -> int | None:
    """The maker of the text that was last spoken of before a mention, a few sentences back."""
    index = reference.sentence.index
    for n in range(index, max(-1, index - _REACH), -1):
        sentence = cast.reading.sentences[n]
        stop = reference.first if n == index else len(sentence.words)
        for i in range(stop - 1, -1, -1):
            if singular(sentence.words[i].text) in load("document_nouns"):
                number = author(cast, sentence, max(0, i - 3), min(stop, i + 8))
                if number is not None:
                    return number
    return None
