"""From words that were found to the place that is told: spans, differences, status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from quotes.types.article import Span
from quotes.types.verification import (
    OPEN_DIFFERENCES,
    Difference,
    DifferenceKind,
    Marking,
    Place,
    VerificationStatus,
)
from quotes.verification.given import Given
from quotes.verification.matching import UNMATCHED, Alignment
from quotes.verification.source import Source, Stream
from quotes.verification.turning import beside, swallowed, turner
from quotes.verification.words import (
    ELLIPSIS,
    MARKS,
    MARKS_AND_APOSTROPHES,
    Words,
    abbreviated,
    broken,
    pauses,
)

_Words = Sequence[int]
"""Numbers of words that stand one behind the other."""


def place_of(
    given: Given,
    source: Source,
    stream: Stream,
    alignment: Alignment,
    extent: tuple[int, int] | None = None,
) -> Place:
    """Say what an alignment means.

    `extent` is the first and last word of the stream that stand for given words, where it is more
    than those of the alignment: for words at the ends that were replaced.
    """
    return _Judge(given, source, stream).place(alignment, extent)


@attrs.frozen(eq=False)
class _Judge:
    given: Given
    source: Source
    stream: Stream

    def place(self, alignment: Alignment, extent: tuple[int, int] | None) -> Place:
        pairs = [(i, at) for i, at in enumerate(alignment) if at != UNMATCHED]
        first, last = extent or (pairs[0][1], pairs[-1][1])
        pieces = list(self._pieces(pairs, first, last))
        marking = self._marking(pieces)
        literal = self._literal(alignment, pieces)
        if literal is not None:
            return Place(VerificationStatus.EXACT, (literal,), marking, ())
        differences = [*self._at_start(pairs[0], first), *self._turned_at_start(pairs[0])]
        for one, two in pairwise(pairs):
            differences.extend(self._between(one, two))
        differences.extend(self._at_end(pairs[-1], last))
        if pairs[-1][0] == len(alignment) - 1:
            differences.extend(self._tail(pairs[-1]))
        differences.extend(self._turned_at_end(pairs[-1]))
        status = VerificationStatus.ALTERED
        if all(difference.kind in OPEN_DIFFERENCES for difference in differences):
            status = VerificationStatus.FOLDED
        spans = tuple(self._original(piece) for piece in pieces)
        return Place(status, spans, marking, tuple(differences))

    def _pieces(self, pairs: list[tuple[int, int]], first: int, last: int) -> Iterator[_Words]:
        """The words of the article, parted where an ellipsis or an attribution stands between."""
        left_out = {
            at
            for (i, before), (k, after) in pairwise(pairs)
            if any(self.given.elided[i:k]) and self._open(i, k)
            for at in range(before + 1, after)
        }
        kept = [self.stream.places[at] for at in range(first, last + 1) if at not in left_out]
        begin = kept[0]
        for one, two in pairwise(kept):
            if two - one > 1:
                yield range(begin, one + 1)
                begin = two
        yield range(begin, kept[-1] + 1)

    def _literal(self, alignment: Alignment, pieces: list[_Words]) -> Span | None:
        """Where the given words stand character for character, if they do."""
        given, words = self.given, self.source.words
        if len(pieces) > 1 or UNMATCHED in alignment:
            return None
        start, end = words.starts[pieces[0][0]], words.ends[pieces[0][-1]]
        core = given.words.text[given.words.starts[0] : given.words.ends[-1]]
        begin = start - len(given.lead)
        if begin < 0 or words.text[start:end] != core:
            return None
        if not words.text.startswith(given.lead, begin):
            return None
        if not words.text.startswith(given.tail, end):
            return None
        end += len(given.tail)
        return Span(begin, end, words.text[begin:end])

    def _open(self, one: int, two: int) -> bool:
        """Whether all given words between two others stand in square brackets."""
        return all(self.given.bracketed[one + 1 : two])

    def _between(self, one: tuple[int, int], two: tuple[int, int]) -> Iterator[Difference]:
        """What differs between two neighbouring words that both sides have."""
        (i, at), (k, to) = one, two
        words = range(i + 1, k)
        originals = self.stream.places[at + 1 : to]
        elided = any(self.given.elided[i:k])
        if elided and self._open(i, k):
            if originals:
                yield Difference(
                    DifferenceKind.OMITTED, self._sign(i, k), self._original(originals)
                )
        elif words or originals:
            yield self._changed(words, originals)
        elif self._heard_differs(i, at, to):
            yield self._around(DifferenceKind.PUNCTUATION, one, two)
        if (elided or words) and self._open(i, k):
            yield from self._turned_between(one, two)
        if self._joined(one, two, elided and bool(originals)):
            yield self._around(DifferenceKind.JOINED, one, two)

    def _turned_between(self, one: tuple[int, int], two: tuple[int, int]) -> Iterator[Difference]:
        """What an ellipsis or brackets between two words hide of the sense, or put into it."""
        (i, at), (k, to) = one, two
        words, places = self.source.words, self.stream.places
        originals, inside = places[at + 1 : to], range(i + 1, k)
        if inside and turner(self.given.words, inside):
            denial = turner(self.given.words, inside, only_negations=True)
            if denial and not turner(words, originals):
                yield Difference(DifferenceKind.TURNED, self._given_span(denial), None)
            return
        hidden = swallowed(self.source, places[at], originals, places[to]) if originals else None
        if hidden:
            sign = self._sign(i, k) or self._given_span(inside)
            yield Difference(DifferenceKind.TURNED, sign, self._original(hidden))

    def _turned_at_start(self, one: tuple[int, int]) -> Iterator[Difference]:
        """A negation right before the words, where an ellipsis or brackets stand for it."""
        inside = range(one[0])
        sign = self._hidden_by(inside, 0, self.given.words.starts[0])
        if sign:
            yield from self._turned_beside(self.stream.places[one[1]], sign, behind=False)

    def _turned_at_end(self, one: tuple[int, int]) -> Iterator[Difference]:
        """The same behind the words."""
        words = self.given.words
        inside = range(one[0] + 1, len(words))
        sign = self._hidden_by(inside, words.ends[-1], len(words.read))
        if sign:
            yield from self._turned_beside(self.stream.places[one[1]], sign, behind=True)

    def _hidden_by(self, inside: _Words, start: int, end: int) -> Span | None:
        """The brackets, or else the ellipsis, at an end of the given words."""
        given = self.given
        if not all(given.bracketed[i] for i in inside) or turner(given.words, inside):
            return None
        return self._given_span(inside) if inside else self._ellipsis(start, end)

    def _turned_beside(self, place: int, sign: Span, *, behind: bool) -> Iterator[Difference]:
        hidden = beside(self.source.words, place, behind=behind)
        quotations = self.source.quotations
        if hidden and all(quotations[number] == quotations[place] for number in hidden):
            yield Difference(DifferenceKind.TURNED, sign, self._original(hidden))

    def _heard_differs(self, i: int, at: int, to: int) -> bool:
        """Whether another pause stands between two words."""
        given, words = self.given.words, self.source.words
        one, two = self.stream.places[at], self.stream.places[to]
        gap, original = given.gap(i, i + 1), words.gap(one, two)
        if gap == original or (two - one == 1 and _may_be_nothing(gap, original)):
            return False
        heard = pauses(gap)
        if self.given.joints[i]:
            return _asks(heard) != _asks(pauses(original))
        if two - one > 1:  # an attribution stands between: the pause there is the writer's
            heard_there = pauses(words.gap(one, one + 1))
            return _asks(heard) != _asks(heard_there)
        if MARKS.intersection(gap) and not MARKS_AND_APOSTROPHES.intersection(original):
            return True
        there = pauses(original)
        if heard == there or "…" in heard:
            return False
        if "[" not in there:
            heard = heard.replace("[", "")
        if abbreviated(_word(words, one), words.keys[one]):
            return heard.replace(".", "") != there.replace(".", "")
        return heard != there

    def _joined(self, one: tuple[int, int], two: tuple[int, int], left_out: bool) -> bool:
        """Whether words are given as one although a quotation ends between them.

        Marks in the given words show the end, unless the mark itself may be `left_out`; a quotation
        that no mark closes has no end to show.
        """
        (i, at), (k, to) = one, two
        quotations = self.source.quotations
        if quotations[self.stream.places[at]] == quotations[self.stream.places[to]]:
            return False
        here = self.given.words.gap(i, k)
        there = self.source.words.gap(self.stream.places[at], self.stream.places[to])
        if left_out:
            return True
        marks = MARKS_AND_APOSTROPHES
        return not marks.intersection(here) and bool(marks.intersection(there))

    def _at_start(self, one: tuple[int, int], first: int) -> Iterator[Difference]:
        if one[0]:
            yield self._changed(range(one[0]), self.stream.places[first : one[1]])

    def _at_end(self, one: tuple[int, int], last: int) -> Iterator[Difference]:
        size = len(self.given.words)
        if one[0] + 1 < size:
            yield self._changed(range(one[0] + 1, size), self.stream.places[one[1] + 1 : last + 1])

    def _tail(self, one: tuple[int, int]) -> Iterator[Difference]:
        """A question or an exclamation made of something else at the end, or the other way."""
        given, words = self.given, self.source.words
        place = self.stream.places[one[1]]
        after = words.starts[place + 1] if place + 1 < len(words) else len(words.text)
        gap = words.read[words.ends[place] : after]
        heard = pauses(given.tail)
        if heard.strip("…[") and _asks(heard) != _asks(pauses(gap)):
            begin, start = given.words.starts[one[0]], words.starts[place]
            end = given.words.ends[-1] + len(given.tail)
            yield Difference(
                DifferenceKind.PUNCTUATION,
                _span(given.words.text, begin, min(end, len(given.words.text))),
                _span(words.text, start, words.ends[place] + len(gap.split("\n")[0].rstrip())),
            )

    def _changed(self, words: _Words, originals: _Words) -> Difference:
        kind = DifferenceKind.REPLACED
        if words and all(self.given.bracketed[i] for i in words):
            kind = DifferenceKind.BRACKETED
        elif not words:
            kind = DifferenceKind.DROPPED
        elif not originals:
            kind = DifferenceKind.ADDED
        return Difference(
            kind,
            self._given_span(words) if words else None,
            self._original(originals) if originals else None,
        )

    def _given_span(self, words: _Words) -> Span:
        given = self.given.words
        start, end = given.starts[words[0]], given.ends[words[-1]]
        if self.given.bracketed[words[0]] and given.text[start - 1 : start] == "[":
            start -= 1
        if self.given.bracketed[words[-1]] and given.text[end : end + 1] == "]":
            end += 1
        return _span(given.text, start, end)

    def _original(self, places: _Words) -> Span:
        words = self.source.words
        return _span(words.text, words.starts[places[0]], words.ends[places[-1]])

    def _sign(self, i: int, k: int) -> Span | None:
        """The ellipsis between two given words."""
        return self._ellipsis(self.given.words.ends[i], self.given.words.starts[k])

    def _ellipsis(self, start: int, end: int) -> Span | None:
        given = self.given.words
        sign = ELLIPSIS.search(given.read, start, end)
        return _span(given.text, *sign.span()) if sign else None

    def _around(
        self, kind: DifferenceKind, one: tuple[int, int], two: tuple[int, int]
    ) -> Difference:
        given = self.given.words
        return Difference(
            kind,
            _span(given.text, given.starts[one[0]], given.ends[two[0]]),
            self._original((self.stream.places[one[1]], self.stream.places[two[1]])),
        )

    def _marking(self, pieces: list[_Words]) -> Marking:
        marked = [self.source.quotations[i] > 0 for piece in pieces for i in piece]
        if all(marked):
            return Marking.WHOLE
        return Marking.PARTLY if any(marked) else Marking.NONE


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def _word(words: Words, number: int) -> str:
    return words.text[words.starts[number] : words.ends[number]]


def _may_be_nothing(gap: str, original: str) -> bool:
    """Whether one of two gaps is a hyphen and white space, which may be a pause or none, and the
    other is either."""
    ambiguous = {"", ","}
    return (broken(gap) and pauses(original) in ambiguous) or (
        broken(original) and pauses(gap) in ambiguous
    )


def _asks(heard: str) -> str:
    return "".join(sign for sign in heard if sign in "?!")
