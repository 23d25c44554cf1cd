"""What annotated articles teach the encoder: the sources of quoted words, the names of mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
import regex

from quotes import marks
from quotes.lexicons import load
from quotes.lexicons.pronouns import table as pronouns
from quotes.text.fold import fold
from quotes.text.paragraphs import paragraphs
from quotes.training.attribution import attribution_of
from quotes.training.coreference import mention_of
from quotes.training.gold import GoldArticle, Range, occurrences

_WORD = regex.compile(r"[^\W_]+")
_NAMED_WORD = regex.compile(r"\p{Lu}[\w’'-]*")
_LONGEST_NAME, _LONGEST_MENTION = 4, 8


@attrs.frozen
class Question:
    """A span of a text and the ranges that answer what is asked about it; none if unknown.

    `speech` is whether somebody is reported to have said its words.
    """

    start: int
    end: int
    right: tuple[Range, ...]
    speech: bool = True


@attrs.frozen
class Lesson:
    """An article, where its paragraphs and its words between marks are, and what is asked of it.

    `sources` asks who said quoted words, `names` where whoever a mention means is named. Whether a
    word is of a source, a cue or a content is known if all `attributions` of it are annotated.
    """

    article: GoldArticle
    paragraphs: tuple[Range, ...]
    quoted: tuple[Range, ...]
    sources: tuple[Question, ...]
    names: tuple[Question, ...]

    @property
    def tagged(self) -> bool:
        """Whether the attributions of the article are annotated."""
        return not self.article.segments


Named = Mapping[str, Sequence[Range]]
"""By the name of a speaker, mentions of it."""


def lesson(
    article: GoldArticle, chains: Sequence[Sequence[Range]] = (), named: Named | None = None
) -> Lesson:
    """What an article teaches.

    Args:
        article: with annotated segments or attributions.
        chains: its chains of coreference, found automatically.
        named: the speakers that the library finds in it.
    """
    layout = paragraphs(article.text)
    marked = marks.find(article.text, fold(article.text), layout)
    quoted = tuple((m.inner_start, m.inner_end) for m in marked)
    if article.segments:
        sources, names = _of_segments(article, quoted), _of_speakers(article, quoted)
    else:
        sources, names = _of_attributions(article, quoted), _of_chains(article.text, chains)
    for name, mentions in (named or {}).items():
        names += _of_mentions(article.text, name, mentions)
    return Lesson(
        article, tuple((p.start, p.end) for p in layout), quoted, tuple(sources), tuple(names)
    )


def _of_attributions(article: GoldArticle, quoted: Sequence[Range]) -> list[Question]:
    found = []
    for inner in quoted:
        told = attribution_of(article, inner)
        right = _telling(article.text, told.source) if told is not None else ()
        found.append(Question(*inner, right, told is not None))
    return found


def _of_segments(article: GoldArticle, quoted: Sequence[Range]) -> list[Question]:
    """The same of annotated speakers; who speaks on without a mention is the source before."""
    found = []
    before: tuple[str | None, tuple[Range, ...]] = (None, ())
    for segment in article.segments:
        right: tuple[Range, ...] = ()
        spot = mention_of(article, segment, quoted)
        if segment.speech and spot is not None:
            right = _telling(article.text, [spot])
            before = segment.speaker, right
        elif segment.speech and segment.mention is None and segment.speaker == before[0]:
            right = before[1]
        found.append(Question(segment.start, segment.end, right, segment.speech))
    return found


def _telling(text: str, ranges: Sequence[Range]) -> tuple[Range, ...]:
    """The words of a source, without *the*, *of* and the like if it has others."""
    words = [m.span() for m in _WORD.finditer(text) if _meets(m.span(), ranges)]
    small = load("small_words")
    return tuple([w for w in words if text[slice(*w)].lower() not in small] or words)


def _of_speakers(article: GoldArticle, quoted: Sequence[Range]) -> list[Question]:
    """Where the annotated speakers of quotations are named, but for the mention beside each."""
    found = []
    for segment in article.segments:
        spot = mention_of(article, segment, quoted)
        if spot is not None and segment.speaker and segment.speaker_type != "unnamed":
            found += _of_mentions(article.text, segment.speaker, [spot])
    return found


def _of_mentions(text: str, name: str, mentions: Sequence[Range]) -> list[Question]:
    """Where the last word of a name stands, but for the mention that is asked about."""
    last = name.split()[-1:]
    return _asked(
        mentions, [occurrence for w in last for occurrence in occurrences(text, w, 0, len(text))]
    )


def _of_chains(text: str, chains: Sequence[Sequence[Range]]) -> list[Question]:
    """Where the names in a chain of coreference end, for each of its other mentions."""
    found = []
    for chain in chains:
        names = [word for span in chain if (word := _last_of_name(text, span)) is not None]
        short = [s for s in chain if len(text[slice(*s)].split()) <= _LONGEST_MENTION]
        found += _asked(short, names)
    return found


def _last_of_name(text: str, span: Range) -> Range | None:
    """The last word with a capital in a mention that is a name."""
    words = text[slice(*span)].split()
    first = words[0].lower() if words else ""
    if not 0 < len(words) <= _LONGEST_NAME or first in pronouns() or first in load("small_words"):
        return None
    spots = [m.span() for m in _NAMED_WORD.finditer(text, *span)]
    return spots[-1] if spots and spots[0][0] == span[0] else None


def _asked(mentions: Sequence[Range], names: Sequence[Range]) -> list[Question]:
    found = []
    for mention in mentions:
        right = tuple(name for name in names if not _meets(name, [mention]))
        if right:
            found.append(Question(*mention, right))
    return found


def _meets(word: Range, ranges: Sequence[Range]) -> bool:
    return any(start < word[1] and word[0] < end for start, end in ranges)
