"""An article prepared for looking words up: its words as they stand, and as they were spoken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs
import regex

from quotes.lexicons.cues import is_report
from quotes.marks import Marked, find
from quotes.text.fold import fold
from quotes.text.paragraphs import paragraphs
from quotes.verification.words import Words, abbreviated

BARRIER = -1
_SEPARATOR = "\0"
_OVERLAPS = 4
_LONGEST_ATTRIBUTION = 300
_PAUSES = frozenset(",.?!;:-…–—")
_NEW_SENTENCE = regex.compile(r"([\w.]*\w)[.?!]\s+(?=\w)")
_CONJUNCTION = regex.compile(r"\b(?:and|but|while|whereas|though|although|as|when)\b")
_IRREGULAR = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "spoke": "speak",
    "thought": "think",
    "replied": "reply",
    "cried": "cry",
    "went": "say",  # went on
}
_PAST = regex.compile(r"(?:\w+ed|said|told|wrote|went)\Z")


@attrs.frozen(eq=False)
class Stream:
    """Words of the article in an order in which they may be quoted.

    `places` are numbers of words of the article, `BARRIER` between what does not hang together;
    `keys` belong to them (that of a barrier is no word), `known` has each once.
    """

    places: Sequence[int]
    keys: Sequence[str]
    known: frozenset[str]
    _joined: str
    _offsets: Sequence[int]

    @classmethod
    def of(cls, places: Sequence[int], words: Words) -> Stream:
        """The stream of some words."""
        keys = [words.keys[place] if place != BARRIER else "\x01" for place in places]
        offsets, at = [], 0
        for key in keys:
            offsets.append(at)
            at += len(key) + 1
        return cls(places, keys, frozenset(keys), _SEPARATOR.join(("", *keys, "")), offsets)

    def occurrences(self, keys: Sequence[str]) -> Iterator[int]:
        """Where the keys stand one behind the other; numbers of the stream, in order.

        Places may overlap (*no, no* in *no, no, no*), until so many do that all of them together
        have several times as many words as the stream: then only those that do not are given.
        """
        wanted = _SEPARATOR.join(("", *keys, ""))
        at = self._joined.find(wanted)
        budget = _OVERLAPS * len(self.keys)
        while at >= 0:
            yield bisect_left(self._offsets, at)
            budget -= len(keys)
            at = self._joined.find(wanted, at + (1 if budget > 0 else len(wanted) - 1))

    def occurrences_within(self, keys: Sequence[str], first: int, behind: int) -> Iterator[int]:
        """Where the keys stand one behind the other from `first` on, but not from `behind` on."""
        if first >= len(self.keys):
            return
        wanted = _SEPARATOR.join(("", *keys, ""))
        last = min(behind, len(self.keys)) - 1
        end = self._offsets[last] + len(wanted)
        at = self._joined.find(wanted, self._offsets[first], end)
        while at >= 0:
            yield bisect_left(self._offsets, at)
            at = self._joined.find(wanted, at + 1, end)


@attrs.frozen(eq=False)
class Source:
    """An article to look words up in.

    `quotations` says of each word which quotation it belongs to, 0 for none. Stretches between
    marks are one quotation where a paragraph opens again what the one before left open, and where
    only an attribution stands between them. `streams` are all words as they stand and, if there
    are any, those of interrupted quotations without what interrupts them. `broken` are the words
    that hyphens at line ends may have broken, with the numbers of their first halves.
    """

    words: Words
    quotations: Sequence[int]
    streams: tuple[Stream, ...]
    broken: Mapping[str, Sequence[int]]

    def has(self, key: str) -> bool:
        """Whether the article has a word, broken or not."""
        return key in self.broken or key in self.streams[0].known

    def joined(self, wanted: Collection[str]) -> Source | None:
        """The article with those of the broken words that are wanted read as one word each.

        None if no word that is wanted is broken.
        """
        numbers = {number for key in self.broken.keys() & wanted for number in self.broken[key]}
        numbers -= {number + 1 for number in numbers}
        if not numbers:
            return None
        kept = (q for i, q in enumerate(self.quotations) if i - 1 not in numbers)
        return _source(self.words.joined(numbers), list(kept))


def source_of(words: Words) -> Source:
    """Prepare the words of an article."""
    quotations = [0] * len(words)
    for quotation, marked in _quotations(words.read):
        first = bisect_left(words.starts, marked.inner_start)
        last = bisect_left(words.starts, marked.inner_end)
        quotations[first:last] = [quotation] * (last - first)
    return _source(words, quotations)


def _source(words: Words, quotations: Sequence[int]) -> Source:
    stretches: dict[int, list[int]] = {}
    for place, quotation in enumerate(quotations):
        if quotation:
            stretches.setdefault(quotation, []).append(place)
    spoken: list[int] = []
    for places in stretches.values():
        if places[-1] - places[0] >= len(places):
            spoken.extend((*places, BARRIER))
    streams = [Stream.of(range(len(words)), words)]
    if spoken:
        streams.append(Stream.of(spoken, words))
    return Source(words, quotations, tuple(streams), words.broken())


def _quotations(text: str) -> Iterator[tuple[int, Marked]]:
    """The outermost stretches between marks, with the number of their quotation, from 1."""
    numbers: dict[int, int] = {}
    before: Marked | None = None
    for marked in find(text, fold(text), paragraphs(text)):
        if marked.parent is not None:
            continue
        if marked.continues in numbers:
            number = numbers[marked.continues]
        elif before is not None and _goes_on(text, before, marked):
            number = numbers[before.index]
        else:
            number = marked.index + 1
        numbers[marked.index] = number
        before = marked
        yield number, marked


def _goes_on(text: str, before: Marked, after: Marked) -> bool:
    """Whether only an attribution stands between two stretches, so that both have one speaker."""
    if before.paragraph != after.paragraph or not before.closed:
        return False
    between = text[before.end : after.start]
    if not 0 < len(between) <= _LONGEST_ATTRIBUTION:
        return False
    if _CONJUNCTION.match(between.lstrip(", ")):
        return False
    last = text[before.inner_end - 1]
    if last == ".":  # the writer begins a sentence of their own
        return False
    if last not in _PAUSES and between.lstrip()[:1] not in _PAUSES:
        return False
    if between.rstrip()[-1:] not in _PAUSES:
        return False
    for match in _NEW_SENTENCE.finditer(between):
        if not abbreviated(match[1], match[1].lower()):
            return False
    cues = [match for match in regex.finditer(r"\w+", between) if _reports(match[0].lower())]
    if not cues:
        return False
    # A conjunction and another cue: another speaker may come in.
    also = _CONJUNCTION.search(between, cues[0].end())
    return also is None or not any(c.start() > also.end() and _PAST.match(c[0]) for c in cues)


def _reports(word: str) -> bool:
    return word == "according" or is_report(word, _IRREGULAR.get(word, word))
