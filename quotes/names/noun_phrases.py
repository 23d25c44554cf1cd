"""Where noun phrases end: one walk over the words, and the phrases in capitals that it reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotes.language.sentences import Sentence, Word
from quotes.lexicons import load, of_class
from quotes.names.parts import plain
from quotes.names.runs import name_like

Step = Callable[[int], int | None]
"""For a word of a phrase where the phrase goes on; the word itself if the phrase ends before it,
None if the step does not apply."""
_NAME_JOINTS = of_class("name_joints")
_BEHIND_JOINTS = frozenset({"the", "de", "la", "and"})


def phrase_end(first: int, limit: int, steps: Sequence[Step]) -> int:
    """Where the phrase ends that begins at word `first`.

    Args:
        first: The first word of the phrase.
        limit: Where it must end at the latest.
        steps: What may carry the phrase on, the first that applies to a word decides.

    Returns:
        The word behind the phrase; `first` if no step leads on.
    """
    i = first
    while i < limit:
        after = next((to for step in steps if (to := step(i)) is not None), i)
        if after <= i:
            break
        i = after
    return i


def proper_phrase(sentence: Sentence, first: int, limit: int | None = None) -> int:
    """Where the capitalised phrase that begins at word `first` ends (`first` if there is none).

    Words such as *of* and *for* go on to the next capitals; *and* and a possessive only where an
    entity spans them.
    """
    words = sentence.words
    size = len(words) if limit is None else min(limit, len(words))

    def opening(i: int) -> int | None:
        """The first word must be in capitals."""
        if i > first:
            return i if _dash(sentence, i) else None
        return i + name_like(sentence, i)

    def capital(i: int) -> int | None:
        hyphen = words[i].text == "-" and i + 1 < size
        goes_on = name_like(sentence, i) or hyphen or _numbers(words[i - 1], words[i])
        return i + 1 if goes_on else None

    def tagged(i: int) -> int | None:
        stop = _entity_end(sentence, i)
        return None if stop is None else min(stop, size)

    def joint(i: int) -> int | None:
        return _behind_joint(sentence, first, i, size)

    i = phrase_end(first, size, (opening, capital, tagged, joint))
    while i > first + 1 and words[i - 1].text in {"-", "'", "."}:
        i -= 1
    return i


def _entity_end(sentence: Sentence, i: int) -> int | None:
    """Where the entity ends, or a dash in it stands, that word `i` lies in the midst of."""
    entity = sentence.entity_at(i)
    word = sentence.words[i]
    if entity is None or not entity.first < i < entity.stop - 1:
        return None
    if word.lower in {"a", "an"} or word.xpos.startswith("VB"):
        return None
    return next((k for k in range(i, entity.stop) if _dash(sentence, k)), entity.stop)


def _behind_joint(sentence: Sentence, first: int, i: int, size: int) -> int | None:
    """Behind the capital that *of*, *and* or another joint at word `i` leads on to."""
    words = sentence.words
    word, after = words[i].lower, i + 1
    if word in {"of", "for"} and after < size and words[after].lower in _BEHIND_JOINTS:
        after += 1
    if after >= size:
        return None
    if word in _NAME_JOINTS:
        return after + 1 if name_like(sentence, after) else None
    return after + 1 if word == "and" and _joins(sentence, first, i, size) else None


def _dash(sentence: Sentence, i: int) -> bool:
    """Whether a dash with space on both sides stands at word `i`."""
    words = sentence.words
    spaced = words[i].text == "-" and 0 < i < len(words) - 1
    return spaced and words[i - 1].end < words[i].start and words[i].end < words[i + 1].start


def _numbers(hyphen: Word, word: Word) -> bool:
    """Whether a hyphen joins a number to the name before it: *Kanal-5*."""
    return hyphen.text == "-" and word.text.isdecimal() and hyphen.end == word.start


def _joins(sentence: Sentence, first: int, i: int, size: int) -> bool:
    """Whether *and* at word `i` joins two halves of one name (the X and Y Office)."""
    if not name_like(sentence, i + 1):
        return False
    stop = i + 1
    while stop < size and name_like(sentence, stop):
        stop += 1
    organisation = load("organisation_words")
    ahead = any(plain(sentence.words[k].text) in organisation for k in range(i + 1, stop))
    behind = any(plain(sentence.words[k].text) in organisation for k in range(first, i))
    of = any(sentence.words[k].lower == "of" for k in range(first, i))
    return (ahead and not behind) or (behind and of and not ahead)
