"""The figures of an article: everybody and everything that a mention may mean."""

from __future__ import annotations

import bisect

import attrs

from quotes.language.sentences import Reading, Sentence, Word
from quotes.lexicons import load
from quotes.names.known import Known, Organisation
from quotes.names.people import Person
from quotes.speakers.statements import NameIndex, Statement
from quotes.types import SpeakerKind

_LONGEST_TITLE = 12
LEADING = 4
"""A name within so many words from the start leads its sentence."""


@attrs.frozen
class Event:
    """One place where a figure stands in the text."""

    start: int
    sentence: int
    quoted: bool = False
    subject: bool = False
    full: bool = False
    oblique: bool = False
    leads: bool = False
    said: bool = False
    reported: bool = False
    """Whether it lies within what somebody is reported to have said, in marks or not."""
    governed: bool = False
    """Whether a preposition governs it."""


@attrs.frozen
class Figure:
    """Somebody or something that may be meant by a mention.

    `nouns` are the head nouns the article uses of it, `words` all words of its roles,
    institutions and names, plain.
    """

    kind: SpeakerKind
    name: str
    start: int
    sex: str | None = None
    plural: bool = False
    nouns: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    """The initials of its roles: *the CEC* for a Chief Election Commissioner."""
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    person: Person | None = None
    organisation: Organisation | None = None


@attrs.frozen(slots=False)
class Cast:
    """All figures of one article, and how to find them."""

    reading: Reading
    quoted: tuple[tuple[int, int], ...]
    figures: tuple[Figure, ...]
    names: NameIndex
    known: Known
    by_span: dict[tuple[int, int], int]
    """Names of persons: (sentence, first word) to the number of the figure."""
    ends: dict[tuple[int, int], int]
    """Where each of these names ends."""
    institutions: dict[tuple[int, int], int]
    """Names of organisations: (sentence, any of its words) to the number of the figure."""
    by_form: dict[tuple[str, ...], int]
    """Forms of organisations to the number of the figure."""

    def inside(self, at: int) -> bool:
        """Whether an offset lies between quotation marks."""
        n = bisect.bisect_right(self.quoted, (at, len(self.reading.text) + 1)) - 1
        return n >= 0 and self.quoted[n][0] <= at < self.quoted[n][1]


def subject_like(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a name looks like the subject: a verb behind it, or a reporting verb before it."""
    words = sentence.words
    begin = _before_title(sentence, first)
    if (
        begin
        and words[begin - 1].lemma in load("reporting_verbs")
        and words[begin - 1].xpos in {"VBD", "VBZ"}
    ):
        return True
    i = stop
    if i + 2 < len(words) and words[i].text == "(":
        close = next((k for k in range(i + 2, min(i + 8, len(words))) if words[k].text == ")"), i)
        i = close + (close > i)
    if i + 1 < len(words) and words[i].text == "," and words[i + 1].is_finite:
        return True  # in apposition to a subject: *the owner, Ada Roe, agreed*
    if i < len(words) and words[i].text == ",":
        for k in range(i + 1, min(i + 25, len(words) - 1)):
            if words[k].text == ",":
                i = k + 1
                break
        else:
            return False
    while i < len(words) and words[i].xpos == "RB":
        i += 1
    return i < len(words) and words[i].is_finite


def reports(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a reporting verb stands right beside a name or the title before it."""
    words = sentence.words
    begin = _before_title(sentence, first)
    beside = [*words[max(0, begin - 1) : begin], *words[stop : stop + 2]]
    return any(
        w.lemma in load("reporting_verbs") and w.xpos in {"VBD", "VBZ", "VBP"} for w in beside
    )


def _before_title(sentence: Sentence, first: int) -> int:
    """Where the title before a name, if it has one, may begin."""
    begin = first
    while begin > 0 and first - begin < _LONGEST_TITLE and _in_title(sentence.words[begin - 1]):
        begin -= 1
    while begin < first and not sentence.words[begin].text[:1].isalpha():
        begin += 1
    return first if sentence.words[begin].lower in {"of", "for"} else begin


def _in_title(word: Word) -> bool:
    """Whether a word may stand in a title before a name."""
    return word.xpos[:2] in {"NN", "JJ", "HY"} or word.lower in {"of", "for", "(", ")"}


def oblique(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a name is governed: a preposition before it, or a possessive mark behind it."""
    words = sentence.words
    return (stop < len(words) and words[stop].xpos == "POS") or governed(sentence, first)


def governed(sentence: Sentence, first: int) -> bool:
    """Whether a preposition stands before a name and its titles."""
    words = sentence.words
    i = first
    while i > 0 and (words[i - 1].xpos in {"NNP", "DT", "JJ", "NN"}):
        i -= 1
    return i > 0 and words[i - 1].xpos in {"IN", "TO"} and words[i - 1].lower != "as"
