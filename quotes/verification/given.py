"""The words to look for, with what their writer left out or put in openly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from itertools import pairwise

import attrs
import regex

from quotes.errors import InputError
from quotes.verification.words import ELLIPSIS, MARKS_AND_APOSTROPHES, Words, words_of

_BRACKETS = regex.compile(r"\[[^\[\]]*+\]")
_EDGE = "".join(sorted(MARKS_AND_APOSTROPHES))
_LEAST_REACH, _REACH_PER_WORD, _MOST_REACH = 10, 10, 120
_BRACKET_REACH = 6


@attrs.frozen(eq=False)
class Given:
    """The given words.

    `bracketed` says of each word whether it stands in square brackets, `elided` whether an ellipsis
    stands behind it. `parts` are the runs of words (first, behind the last) that have to stand in
    the article without a gap; `reaches` says how many words of the article may stand between each
    part and the next. `lead` and `tail` are what stands before the first word and behind the last,
    without white space and quotation marks at the ends. `joints` says of each word whether a
    segment of a split quotation ends behind it: the pause there is the writer's.
    """

    words: Words
    bracketed: list[bool]
    elided: list[bool]
    parts: tuple[tuple[int, int], ...]
    reaches: tuple[int, ...]
    lead: str
    tail: str
    joints: list[bool]

    def joined(self, firsts: Collection[int]) -> Given:
        """The given words with each of these and the one behind it read as one."""
        kept = [joint for i, joint in enumerate(self.joints) if i not in firsts]
        return _given(self.words.joined(firsts), kept)


def given_of(text: str, joints: Collection[int] = ()) -> Given:
    """Take the given words apart.

    Args:
        text: the words.
        joints: offsets between words at which a segment of a split quotation ends.

    Raises:
        InputError: there is no word, or none outside of square brackets.
    """
    words = words_of(text)
    if not _has_words(words):
        shown = text if len(text) <= 40 else f"{text[:36]} ..."
        raise InputError(f"words: expected words to look for, not {shown!a}")
    before = {bisect_right(words.starts, joint) - 1 for joint in joints}
    return _given(words, [number in before for number in range(len(words))])


def has_words(text: str) -> bool:
    """Whether there is anything to look for: a word outside of square brackets."""
    return _has_words(words_of(text))


def _has_words(words: Words) -> bool:
    return not all(_bracketed(words))


def _given(words: Words, joints: list[bool]) -> Given:
    text = words.read
    bracketed = _bracketed(words)
    last = len(words) - 1
    elided = [i < last and bool(ELLIPSIS.search(words.gap(i, i + 1))) for i in range(len(words))]
    parts: list[tuple[int, int]] = []
    first = None
    for i, inside in enumerate(bracketed):
        if inside:
            first = None
            continue
        if first is None or elided[i - 1]:
            parts.append((i, i + 1))
            first = i
        else:
            parts[-1] = (parts[-1][0], i + 1)
    return Given(
        words=words,
        bracketed=bracketed,
        elided=elided,
        parts=tuple(parts),
        reaches=tuple(_reach(elided, one, two) for one, two in pairwise(parts)),
        lead=text[: words.starts[0]].strip().lstrip(_EDGE).strip(),
        tail=text[words.ends[-1] :].strip().rstrip(_EDGE).strip(),
        joints=joints,
    )


def _bracketed(words: Words) -> list[bool]:
    """Which words stand in square brackets; *[W]e*, for a changed capital, does not."""
    flags = [False] * len(words)
    ranges = [match.span() for match in _BRACKETS.finditer(words.read)]
    at = 0
    for i, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        while at < len(ranges) and ranges[at][1] <= start:
            at += 1
        if at < len(ranges) and ranges[at][0] < end:
            flags[i] = ranges[at][0] != start
    return flags


def _reach(elided: list[bool], one: tuple[int, int], two: tuple[int, int]) -> int:
    """How far apart two parts may stand: the shorter they are, the more doubtful is a long way."""
    if not any(elided[one[1] - 1 : two[0]]):
        return _BRACKET_REACH
    shorter = min(one[1] - one[0], two[1] - two[0])
    return min(_MOST_REACH, max(_LEAST_REACH, _REACH_PER_WORD * shorter))
