"""Stretches that may be a person's name, each with what speaks for and against it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from quotes.language.sentences import Reading, Sentence, Word
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Sort, sexes
from quotes.names.name_evidence import name_evidence
from quotes.names.parts import NameParts, first_name_gender, plain, split
from quotes.names.runs import Run, after_titles, is_hyphen, is_title, name_like, runs

_LETTERS = 4
_SYLLABLE = 5
_MOST_WORDS = 5
_REACH = 20
"""How many words before a tagged name may still belong to it: no real name has as many."""
_KINDS = {
    "Person": 2.0,
    "Organization": -2.0,
    "Facility": -2.5,
    "Location": -2.0,
    "NORP": -2.5,
    "Product": -1.5,
    "Misc": -1.0,
}


@attrs.frozen
class Candidate:
    """A possible personal name: words `first` to `stop` of `sentence`, without titles."""

    sentence: int
    first: int
    stop: int
    start: int
    end: int
    parts: NameParts
    honorific: str | None
    ner: float
    shape: float
    surname: str | None = None
    """The surname, as written, where another name beside it holds it: *Bill and Ann Roe*."""


def candidates(reading: Reading) -> list[Candidate]:
    """Every stretch of capitalised words that may name a person, in text order."""
    found = []
    for sentence in reading.sentences:
        if in_headline_case(sentence):
            continue
        for run in runs(sentence):
            for begin, end in _pieces(sentence, run):
                first, stop = _undashed(reading, sentence, begin, end)
                candidate = _judge(reading, sentence, run, first, stop)
                if candidate is not None:
                    found.append(candidate)
    return sorted([*found, *_again(reading, found)], key=lambda c: c.start)


def _again(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names that the words around them do not show, and other places do.

    Names in full in a headline, and surnames that are everyday words where they open a sentence.
    """
    full = {c.parts.words for c in found if len(c.parts.words) > 1 and c.ner > 0 < c.shape}
    surnames = {words[-1] for words in full}
    for sentence in reading.sentences:
        words = sentence.words
        keys = tuple(plain(w.text) for w in words)
        shouting = in_headline_case(sentence)
        for i in range(len(words) - 1):
            sizes = (n for n in range(2, _MOST_WORDS) if keys[i : i + n] in full)
            size = next(sizes, 0) if shouting and sentence.paragraph == 0 else 0
            opens = not shouting and keys[i] in surnames and not name_like(sentence, i)
            if opens and words[i].text[:1].isupper():
                size = words[i + 1].is_finite or words[i + 1].xpos == "POS"
            if size:
                run = Run(sentence.index, i, i + size)
                candidate = _judge(reading, sentence, run, i, i + size)
                if candidate is not None:
                    yield candidate


def _undashed(reading: Reading, sentence: Sentence, first: int, stop: int) -> tuple[int, int]:
    """The part of a piece behind a dash that was written as a dash: *WASHINGTON—Jane Roe*."""
    for i in range(stop - 2, first, -1):
        if reading.text[sentence.words[i].start] in "\u2012\u2013\u2014\u2015":
            return after_titles(sentence, i + 1, stop), stop
    return first, stop


def in_headline_case(sentence: Sentence) -> bool:
    """Whether capitals tell nothing here: all is upper case, or title case as in a headline."""
    words = [w.text for w in sentence.words if w.text[:1].isalpha() and len(w.text) > 3]
    if len(words) < 4:
        return False
    if sum(w.isupper() for w in words) > 0.8 * len(words):
        return True
    verbs = [w for w in sentence.words[1:] if w.xpos[:2] in {"VB", "RB"} and len(w.text) > 3]
    verbs += [w for w in sentence.words[1:] if w.xpos in {"IN", "TO", "PRP$"} and w.text != "I"]
    titled = sum(w[:1].isupper() for w in words) > 0.8 * len(words)
    open_ended = sentence.words[-1].text[-1:].isalnum() and len(words) > 4
    return titled and (open_ended or any(w.text[:1].isupper() for w in verbs))


def _pieces(sentence: Sentence, run: Run) -> Iterator[tuple[int, int]]:
    """The run, cut where one entity ends and a person's name begins, or the other way round."""
    people = [
        e for e in sentence.entities if e.kind == "Person" and run.first <= e.first < run.stop
    ]
    if not people:
        stop = _without_letters(sentence, run.first, run.stop)
        yield after_titles(sentence, run.first, stop), stop
        return
    if _nicknamed(sentence, run):
        first = after_titles(sentence, run.first, people[0].first + 1)
        yield first, _without_letters(sentence, first, run.stop)
        return
    for n, entity in enumerate(people):
        if n + 1 == len(people) and _lends_its_name(sentence, entity.stop, run.stop):
            continue
        floor = max(run.first, entity.first - _REACH)
        first = max(entity.first, after_titles(sentence, floor, min(entity.stop, run.stop)))
        while first > floor and _loose(sentence, first - 1):
            first -= 1
        stop = min(entity.stop, run.stop)
        limit = people[n + 1].first if n + 1 < len(people) else run.stop
        while stop < limit and (_loose(sentence, stop) or _glued(sentence, stop)):
            stop += 1
        if stop + 1 == limit and _closes(sentence, first, stop):
            stop += 1
        stop = _without_letters(sentence, first, stop)
        first = min(max(first, after_titles(sentence, first, stop)), stop - 1)
        yield first, stop


def _lends_its_name(sentence: Sentence, stop: int, end: int) -> bool:
    """Whether a person's name up to `stop` is part of an institution's: *Ada Marsh Foundation*."""
    last = sentence.entity_at(end - 1) if end > stop else None
    return (
        last is not None
        and last.kind in {"Organization", "Facility"}
        and plain(sentence.words[end - 1].text) in load("organisation_nouns")
        and all(w.text != "'" and w.text[:1].isupper() for w in sentence.words[stop:end])
    )


def _nicknamed(sentence: Sentence, run: Run) -> bool:
    """Whether a run of capitals holds a nickname between marks: *Ada "Red" Roe*."""
    inside = sentence.words[run.first + 1 : run.stop]
    return any(w.text in {'"', "("} for w in inside) or _spaced_mark(inside)


def _spaced_mark(words: Sequence[Word]) -> bool:
    """Whether a single mark stands behind a space: no apostrophe."""
    pairs = itertools.pairwise(words)
    return any(b.text == "'" and a.end < b.start for a, b in pairs)


def _without_letters(sentence: Sentence, first: int, stop: int) -> int:
    """Where a name ends without the letters of honours and degrees behind it (*OBE*, *MHA*).

    Behind two words that are not in capitals throughout, any short word that is counts as such.
    """
    while stop > first + 1:
        word = sentence.words[stop - 1].text
        if not word.isupper() or len(word) < 2 or plain(word) in of_class("generations"):
            break
        before = sentence.words[first : stop - 1]
        named = len(before) > 1 and not any(w.text.isupper() and len(w.text) > 2 for w in before)
        if plain(word) not in load("name_suffixes") and not (named and len(word) <= _LETTERS):
            break
        stop -= 1
    return stop


def _loose(sentence: Sentence, i: int) -> bool:
    """Whether word `i` belongs to no other entity, is no title and no word of an organisation."""
    word = sentence.words[i]
    entity = sentence.entity_at(i)
    if entity is not None and entity.kind != "Person":
        return False
    lower = plain(word.text)
    return not (
        is_title(lower)
        or lower in load("organisation_words")
        or lower in load("demonyms")
        or lower in load("places")
        or lower in load("role_modifiers")
    )


def _glued(sentence: Sentence, i: int) -> bool:
    """Whether a hyphen without spaces joins word `i` to a name: *Ana Santos-Cruz*, *Roe In-ah*."""
    words = sentence.words
    if is_hyphen(sentence, i):
        return words[i + 1].text[:1].isupper()
    before = words[i - 1]
    inside = len(before.text) > 1 and before.text[-1] == "-" and before.end == words[i].start
    return inside or is_hyphen(sentence, i - 1)


def _closes(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the last word of a run of capitals belongs to the name before it.

    It is a title behind a first name, or a word tagged alone as something else behind a first name
    or behind a family name and the first syllable of a given name.
    """
    words = sentence.words[first:stop]
    initials = all(len(plain(w.text)) == 1 for w in words[1:])
    given = initials and first_name_gender(words[0].text) is not None
    syllable = len(words) == 2 and words[0].lower in load("surnames_first")
    word, entity = sentence.words[stop], sentence.entity_at(stop)
    if not (given or (syllable and len(word.text) <= _SYLLABLE)) or word.xpos != "NNP":
        return False
    if entity is None:
        return is_title(word.text)
    return entity.stop - entity.first == 1 and plain(word.text) not in load("organisation_words")


def _judge(
    reading: Reading, sentence: Sentence, run: Run, first: int, stop: int
) -> Candidate | None:
    words = sentence.words
    if stop <= first or _is_office(sentence, first):
        return None
    start, end = words[first].start, words[stop - 1].end
    parts = split(reading.folded[start:end])
    if not parts.words or not any(c.isalpha() for c in "".join(parts.words)):
        return None
    covering = [sentence.entity_at(i) for i in range(first, stop)]
    ner = sum(_KINDS.get(e.kind, 0.0) if e else -0.3 for e in covering) / len(covering)
    honorific = _honorific(sentence, first, run.first)
    return Candidate(
        sentence.index,
        first,
        stop,
        start,
        end,
        parts,
        honorific,
        ner,
        name_evidence(sentence, run, first, stop, parts, honorific),
    )


def _is_office(sentence: Sentence, first: int) -> bool:
    """Whether an office with *of* stands where a name might: *Dean of Elmford*."""
    words = sentence.words
    return (
        first + 1 < len(words)
        and words[first + 1].lower == "of"
        and plain(words[first].text) in sexes(Sort.ROLE)
    )


def _honorific(sentence: Sentence, first: int, floor: int) -> str | None:
    """The sex that the nearest titles before a name show: male, female, any; None without title."""
    shown = None
    for i in range(first - 1, max(floor, first - 5) - 1, -1):
        key = plain(sentence.words[i].text)
        for sort in (Sort.ADDRESS, Sort.ROLE, Sort.KIN):
            sex = sexes(sort).get(key)
            if sex is not None and shown in {None, "any"}:
                shown = sex
    if first == floor and first > 0:
        before = plain(sentence.words[first - 1].text)
        for sort in (Sort.ROLE, Sort.KIN, Sort.PERSON):
            sex = sexes(sort).get(before)
            if sex is not None:
                return sex
    return shown
