"""One article, read once, and the answers to questions on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from quotes.errors import InputError
from quotes.inputs import article_of
from quotes.types import Article, Marking, Place, Verification, VerificationStatus
from quotes.types.verification import VERIFIED
from quotes.verification.given import Given, given_of
from quotes.verification.judging import place_of
from quotes.verification.markup import markup_of
from quotes.verification.matching import matches
from quotes.verification.nearest import nearest
from quotes.verification.source import Source, source_of
from quotes.verification.words import words_of

_STATUSES = tuple(VerificationStatus)
_MARKINGS = tuple(Marking)


class Verifier:
    """Looks words up in one article, which is read once: for many questions on it.

    Reusable, picklable, and safe to share between threads. See `quotes.verify` for what counts as
    verified.

    Args:
        article: the text, or an `Article` that holds it.

    Raises:
        InputError: `article` is neither a string nor an `Article`.
    """

    def __init__(self, article: str | Article) -> None:
        self.article = article_of(article)
        text = self.article.text
        markup = markup_of(text)
        sources = [source_of(words_of(text))]
        if markup is not None:
            sources.append(source_of(markup.words(text)))
        self._sources = tuple(sources)
        self._warnings = markup.warnings if markup is not None else ()

    def verify(self, words: str) -> Verification:
        """Check whether words stand in the article; see `quotes.verify`.

        Args:
            words: the words to look for, with quotation marks around them or without.

        Returns:
            The status and every place where the words stand, with offsets of the article's text.

        Raises:
            InputError: `words` is no string or has no words in it.
        """
        if not isinstance(words, str):
            raise InputError(f"words: expected str, not {type(words).__name__}")
        return self._verified(words, given_of(words))

    def verify_segments(self, segments: Sequence[str]) -> Verification:
        """Check a quotation that attributions split: *“We will go,” she said, “if it rains.”*

        The segments have to stand in the article one behind the other, as one quotation. The pause
        between two of them is the writer's, so that a comma there is no change.

        Args:
            segments: the words of each segment.

        Returns:
            The same as `verify` for the segments with a space between each two.

        Raises:
            InputError: a segment is no string, or there are no words in them.
        """
        if isinstance(segments, str) or not all(isinstance(part, str) for part in segments):
            raise InputError("segments: expected a sequence of str")
        ends = accumulate(len(part) + 1 for part in segments[:-1])
        words = " ".join(segments)
        return self._verified(words, given_of(words, [end - 1 for end in ends]))

    def _verified(self, words: str, given: Given) -> Verification:
        pairs = list(self._readings(given))
        all_places = (p for pair in pairs for p in _all(*pair) if self._may_count(pair[1], p))
        places = sorted(_distinct(all_places), key=_rank)
        if not places:
            near = [found for pair in pairs for found in _near(*pair)]
            places = [max(near, key=lambda one: one[0])[1]] if near else []
        good = [place for place in places if place.status in VERIFIED]
        kept = tuple(good or places[:1])
        status = kept[0].status if kept else VerificationStatus.ABSENT
        return Verification(words, self.article.id, status, kept, self._warnings)

    def _may_count(self, source: Source, place: Place) -> bool:
        """Whether a place may be given: not one with gaps in which mark-up is not read.

        In `don&rsquo;t` as it stands there is no negation to be seen.
        """
        read = len(self._sources) == 1 or source.words.read is not source.words.text
        return read or not place.differences

    def _readings(self, given: Given) -> Iterator[tuple[Given, Source]]:
        """The words and the article as they stand, then with what may be broken words joined."""
        broken = given.words.broken()
        wanted = {*given.words.keys, *broken}
        for source in self._sources:
            sources = [source]
            joined = source.joined(wanted)
            if joined is not None:
                sources.append(joined)
            numbers = {n for key in broken if source.has(key) for n in broken[key]}
            numbers -= {number + 1 for number in numbers}
            numbers -= {n for n in numbers if given.bracketed[n] or given.bracketed[n + 1]}
            givens = [given]
            if numbers:
                givens.append(given.joined(numbers))
            for one in givens:
                for other in sources:
                    yield one, other


def _all(given: Given, source: Source) -> Iterator[Place]:
    """Every place that has all of the words."""
    for stream in source.streams:
        for alignment in matches(given, stream):
            yield place_of(given, source, stream, alignment)


def _near(given: Given, source: Source) -> list[tuple[float, Place]]:
    """The place that has most of the words, if there is one, and how near it is."""
    # Of equals the words as they were spoken, which come last.
    streams = reversed(source.streams)
    found = [(near, stream) for stream in streams if (near := nearest(given, stream))]
    if not found:
        return []
    near, stream = max(found, key=lambda one: one[0].similarity)
    return [(near.similarity, place_of(given, source, stream, near.alignment, near.extent))]


def _distinct(places: Iterator[Place]) -> list[Place]:
    """Each place once, as the better of its readings; of equals as the words were spoken."""
    found: dict[tuple[int, int], Place] = {}
    for place in places:
        extent = place.spans[0].start, place.spans[-1].end
        if extent not in found or _rank(place) <= _rank(found[extent]):
            found[extent] = place
    return list(found.values())


def _rank(place: Place) -> tuple[int, int, int, int]:
    return (
        _STATUSES.index(place.status),
        len(place.differences) if place.status not in VERIFIED else 0,
        _MARKINGS.index(place.marking),
        place.spans[0].start,
    )
