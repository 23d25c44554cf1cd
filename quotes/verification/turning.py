"""Words whose omission can turn the sense of those that are left: *never*, *unless*, *refuse*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotes.lexicons import load_pairs
from quotes.verification.source import Source
from quotes.verification.words import Words, abbreviated, broken, pauses

_LONGEST = 4
_HARMLESS, _POINTING, _NEGATION = "harmless", "pointing", "negation"
_SHORT_SENTENCE = 4
"""A sentence of so few words mostly answers the one before: *I wish. Fat chance of that, no.*"""


def turner(
    words: Words, numbers: Sequence[int], *, only_negations: bool = False
) -> Sequence[int] | None:
    """The first of the words that can turn the sense: a word or a phrase.

    Phrases of the table that are harmless (*at least*) hide the words in them.
    """
    table = load_pairs("sense_turners")
    at = 0
    while at < len(numbers):
        for length in range(min(_LONGEST, len(numbers) - at), 0, -1):
            phrase = numbers[at : at + length]
            key = _phrase(words, phrase)
            kind = _NEGATION if key.endswith("n't") and " " not in key else table.get(key)
            if kind is None or kind == _POINTING or _is_month(words, phrase[0]):
                continue
            if kind != _HARMLESS:
                if only_negations and kind != _NEGATION:
                    continue
                return phrase
            at += length - 1
            break
        at += 1
    return None


def _phrase(words: Words, numbers: Sequence[int]) -> str:
    """Words as the table has them, one that a line end broke as the whole word."""
    phrase = words.keys[numbers[0]]
    for one, two in pairwise(numbers):
        phrase += "" if broken(words.gap(one, two)) else " "
        phrase += words.keys[two]
    return phrase


def swallowed(
    source: Source, before: int, numbers: Sequence[int], after: int
) -> Sequence[int] | None:
    """What turns the sense among words of the article that are left out between two others.

    Words of the writer between two stretches of quotations do not count. Of whole sentences
    that are left out between whole sentences only the first counts, and only if it takes up the
    one before (*That is not true.*): what others deny is left out with them.
    """
    words = source.words
    if source.quotations[before] and source.quotations[after]:
        numbers = [number for number in numbers if source.quotations[number]]
    if numbers and _ends(words, before) and _ends(words, numbers[-1]):
        first = next(_sentences(words, numbers))
        found = turner(words, first)
        takes_up = (
            load_pairs("sense_turners").get(words.keys[first[0]]) == _POINTING
            or len(first) <= _SHORT_SENTENCE
            or (found is not None and found[0] == first[0])
        )
        return found if takes_up else None
    return turner(words, numbers)


def beside(words: Words, number: int, *, behind: bool) -> Sequence[int] | None:
    """What turns the sense right before a word, or `behind` it, with no pause in between."""
    step = range(number + 1, number + 1 + _LONGEST) if behind else range(number - 1, -1, -1)
    run: list[int] = []
    for other in step:
        if not 0 <= other < len(words) or len(run) == _LONGEST:
            break
        if pauses(words.gap(min(other, number), max(other, number))):
            break
        run.append(other)
        number = other
    if not run:
        return None
    if behind:
        found = turner(words, run)
        return found if found is not None and found[0] == run[0] else None
    for first in range(len(run), 0, -1):
        numbers = run[:first][::-1]
        found = turner(words, numbers)
        if found is not None and found[-1] == numbers[-1]:
            return found
    return None


def _sentences(words: Words, numbers: Sequence[int]) -> Iterator[list[int]]:
    sentence: list[int] = []
    for number in numbers:
        sentence.append(number)
        if _ends(words, number):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _ends(words: Words, number: int) -> bool:
    """Whether a sentence ends behind a word."""
    end = words.starts[number + 1] if number + 1 < len(words) else len(words.read)
    heard = pauses(words.read[words.ends[number] : end])
    if heard.strip(",[…") == "." and abbreviated(
        words.read[words.starts[number] : words.ends[number]], words.keys[number]
    ):
        return False
    return any(sign in heard for sign in ".?!")


def _is_month(words: Words, number: int) -> bool:
    """*May* with a capital inside a sentence."""
    return (
        words.read[words.starts[number] : words.ends[number]] == "May"
        and number > 0
        and not _ends(words, number - 1)
    )
