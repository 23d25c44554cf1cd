"""Quotes as flat rows: the same columns for every format, one row a quote."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import attrs
import regex

from quotes.errors import InputError
from quotes.fields import Probability
from quotes.inputs import several
from quotes.serialise import Record
from quotes.types import (
    Article,
    Kind,
    Quote,
    SpeakerKind,
    Unresolved,
    Utterance,
    Version,
    VersionRelation,
)

if TYPE_CHECKING:  # loaded at first use: the help of the command line stays instant
    from quotes.utterances import Utterances

_T = TypeVar("_T")
_WORDS = 8
"""How many words before and after a quote its row has."""
_REACH = 100
"""In how many characters these words stand at most."""
_WORD = regex.compile(r"\S+")


@attrs.frozen
class Row(Record):
    """One quote of one article, flat, with what is known of the article.

    The order of the fields is the order of the columns in every format; it does not change within a
    release, and new columns come last. What the article or the quote does not have is None, or an
    empty tuple. `text` and `content` are the words as written (see `Quote`; of several spans
    joined by a space), `source`, `cue` and `via` the words that stand there, `start` and `end` the
    offsets of all that is reported, first to last, in code points of the article's text. `before`
    and `after` are up to eight words around it, white space as one space. The last five are filled
    for utterances only: `utterance` is the normalised form, `utterance_speaker` the name merged
    across the articles, while `speaker`, `roles` and `affiliations` are always what the article
    itself tells.
    """

    article_id: str | None
    outlet: str | None
    url: str | None
    title: str | None
    published: datetime.datetime | datetime.date | None
    quote_id: str
    kind: Kind
    text: str
    content: str
    speaker: str | None
    speaker_kind: SpeakerKind | None
    roles: tuple[str, ...]
    affiliations: tuple[str, ...]
    cue: str | None
    source: str | None
    via: str | None
    confidence: Probability
    speaker_confidence: Probability
    unresolved: Unresolved | None
    start: int
    end: int
    before: str
    after: str
    utterance_id: str | None = None
    utterance: str | None = None
    utterance_speaker: str | None = None
    relation: VersionRelation | None = None
    similarity: Probability | None = None


COLUMNS = tuple(field.name for field in attrs.fields(Row))
"""The names of the columns, in their order."""
cells: Callable[[Row], tuple[object, ...]] = operator.attrgetter(*COLUMNS)
"""What a row holds, in the order of the columns."""


def rows(found: Utterances | Iterable[tuple[Article, Sequence[Quote]]]) -> Iterator[Row]:
    """The quotes as rows, made one by one as they are asked for.

    Args:
        found: what `normalise` returned, or pairs of an article and its quotes, such as
            `zip(articles, extract_many(articles))`; may be a generator.

    Returns:
        One row a quote, in the order of the articles and of their texts; of utterances one row a
        version, in the order of the utterances and of their versions.

    Raises:
        InputError: `found` is neither, or has something else in it (when its turn comes).
    """
    from quotes.utterances import Utterances

    if isinstance(found, Utterances):
        return utterance_rows(found, found.articles)
    expected = "Utterances or pairs of an article and its quotes"
    return _quote_rows(several(found, "rows", expected))


def utterance_rows(
    utterances: Iterable[Utterance], articles: Mapping[str, Article]
) -> Iterator[Row]:
    """Rows of some of the utterances of a result, with its articles by id."""
    for utterance in utterances:
        for version in utterance.versions:
            yield _version_row(utterance, version, articles[version.article_id])


def each(values: Iterable[_T], kind: type[_T], what: str) -> Iterator[_T]:
    """The values, one by one, if all are of a kind.

    Raises:
        InputError: they are not an iterable (raised immediately), or one of them is something else
            (when its turn comes).
    """
    return (_checked(value, kind, what) for value in several(values, what, "an iterable"))


def _checked(value: _T, kind: type[_T], what: str) -> _T:
    if not isinstance(value, kind):
        raise InputError(f"{what}: expected {kind.__name__}, not {type(value).__name__}")
    return value


def pairs(found: Iterable[object]) -> Iterator[tuple[Article, Sequence[Quote]]]:
    """Pairs of an article and its quotes, one by one.

    Raises:
        InputError: `found` is not an iterable (raised immediately), or something else stands in it
            (when its turn comes).
    """
    return map(checked_pair, several(found, "quotes", "an iterable"))


def checked_pair(pair: object) -> tuple[Article, Sequence[Quote]]:
    """A pair of an article and its quotes, if it is one.

    Raises:
        InputError: it is not.
    """
    if isinstance(pair, tuple) and len(pair) == 2:
        article, quotes = pair
        listed = isinstance(quotes, Sequence) and all(isinstance(q, Quote) for q in quotes)
        if isinstance(article, Article) and listed:
            return article, quotes
    raise InputError(f"expected pairs of an article and its quotes, not {type(pair).__name__}")


def extent(quote: Quote) -> tuple[int, int]:
    """Where all that a quote reports begins and ends, the attribution between included."""
    spans = quote.content or quote.segments
    return (spans[0].start, max(span.end for span in spans)) if spans else (0, 0)


def _quote_rows(pairs: Iterable[object]) -> Iterator[Row]:
    for pair in pairs:
        article, quotes = checked_pair(pair)
        for quote in quotes:
            yield _row(article, quote)


def _version_row(utterance: Utterance, version: Version, article: Article) -> Row:
    return attrs.evolve(
        _row(article, version.quote),
        article_id=version.article_id,
        utterance_id=utterance.id,
        utterance=utterance.text,
        utterance_speaker=utterance.speaker.name if utterance.speaker is not None else None,
        relation=version.relation,
        similarity=version.similarity,
    )


def _row(article: Article, quote: Quote) -> Row:
    speaker = quote.speaker
    start, end = extent(quote)
    return Row(
        article_id=quote.article_id,
        outlet=article.outlet,
        url=article.url,
        title=article.title,
        published=article.published,
        quote_id=quote.id,
        kind=quote.kind,
        text=quote.text,
        content=" ".join(span.text for span in quote.content),
        speaker=speaker.name if speaker is not None else None,
        speaker_kind=speaker.kind if speaker is not None else None,
        roles=speaker.roles if speaker is not None else (),
        affiliations=tuple(a.name for a in speaker.affiliations) if speaker is not None else (),
        cue=quote.cue.text if quote.cue is not None else None,
        source=quote.source.text if quote.source is not None else None,
        via=quote.via.text if quote.via is not None else None,
        confidence=quote.confidence,
        speaker_confidence=quote.speaker_confidence,
        unresolved=quote.unresolved,
        start=start,
        end=end,
        before=" ".join(_words(article.text[max(0, start - _REACH) : start])[-_WORDS:]),
        after=" ".join(_words(article.text[end : end + _REACH])[:_WORDS]),
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
