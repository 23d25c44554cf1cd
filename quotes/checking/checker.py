"""The quotations of drafts against one set of sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from quotes.checking.passages import passages
from quotes.checking.speakers import ORDER, best, compared
from quotes.checking.words import together, verified
from quotes.errors import InputError
from quotes.inputs import articles_of
from quotes.types import (
    Article,
    Check,
    CheckStatus,
    Kind,
    Quote,
    SpeakerCheck,
    SpeakerMatch,
    Verification,
    VerificationStatus,
)
from quotes.types.verification import VERIFIED
from quotes.verification import Verifier

Extract = Callable[[Sequence[Article]], Iterable[Sequence[Quote]]]
"""How the quotes of articles are found."""
_STATUSES = tuple(VerificationStatus)


@attrs.define(eq=False)
class _Source:
    """A source and, once somebody asked, its quotes."""

    name: str
    verifier: Verifier
    quotes: Sequence[Quote] | None


@attrs.frozen
class _Found:
    """What one source has of a quotation: `parts` are its passages, `whole` all of them."""

    source: _Source
    parts: Sequence[Verification]
    whole: Verification


class Checker:
    """Checks drafts against sources, which are read once; quotes are extracted where needed.

    Args:
        sources: the articles; one without an id is called by its number (`source 2`).
        quotes: the quotes of each source in the same order, if they were extracted already.
        extract: how quotes are found.

    Raises:
        InputError: `sources` is not an iterable of articles, or `quotes` are not theirs.
    """

    def __init__(
        self,
        sources: Iterable[str | Article],
        quotes: Iterable[Sequence[Quote]] | None,
        extract: Extract,
    ) -> None:
        articles = list(articles_of(sources))
        rows = [None] * len(articles) if quotes is None else _rows(quotes)
        if len(rows) != len(articles):
            raise InputError(f"source_quotes: {len(rows)} lists for {len(articles)} sources")
        self._extract = extract
        self._sources = []
        for number, (article, row) in enumerate(zip(articles, rows, strict=True), 1):
            if article.id is None:
                article = attrs.evolve(article, id=f"source {number}")
            kept = None if row is None else fitting(row, article.text, "source_quotes")
            self._sources.append(_Source(str(article.id), Verifier(article), kept))

    def check(self, draft: Article, quotes: Sequence[Quote] | None = None) -> list[Check]:
        """Check every direct and mixed quote of a draft, in text order.

        Raises:
            InputError: `quotes` are not those of the draft.
        """
        given = next(iter(self._extract([draft]))) if quotes is None else quotes
        kept = fitting(given, draft.text, "draft_quotes")
        wanted: list[tuple[Quote, list[list[str]]]] = []
        for quote in kept:
            if quote.kind in (Kind.DIRECT, Kind.MIXED) and quote.segments:
                parts = [[s.text for s in row] for row in passages(quote, draft.text)]
                if parts:
                    wanted.append((quote, parts))
        found = [(quote, self._found(parts)) for quote, parts in wanted]
        self._read([one.source for quote, row in found if quote.speaker for one in row])
        return [
            _check(quote, row, parts)
            for (quote, row), (_, parts) in zip(found, wanted, strict=True)
        ]

    def _found(self, parts: list[list[str]]) -> list[_Found]:
        """What each source has of the passages; sources that have none of them are omitted."""
        rows = []
        for source in self._sources:
            row = verified(parts, source.verifier)
            whole = together(row)
            if whole.status is not VerificationStatus.ABSENT:
                rows.append(_Found(source, row, whole))
        return rows

    def _read(self, sources: Iterable[_Source]) -> None:
        """Extract the quotes of sources that have none yet, in one batch."""
        fresh = [source for source in dict.fromkeys(sources) if source.quotes is None]
        rows = self._extract([source.verifier.article for source in fresh]) if fresh else ()
        for source, row in zip(fresh, rows, strict=True):
            source.quotes = row


def _rows(quotes: Iterable[Sequence[Quote]]) -> list[Sequence[Quote]]:
    try:
        return list(quotes)
    except TypeError as error:
        wanted = "expected a list of quotes for each source"
        raise InputError(f"source_quotes: {wanted}, not {type(quotes).__name__}") from error


def fitting(quotes: Sequence[Quote], text: str, name: str) -> Sequence[Quote]:
    """The quotes, if they are those of the text.

    Raises:
        InputError: they are not; the message names the argument.
    """
    if not isinstance(quotes, Sequence) or isinstance(quotes, str | bytes):
        raise InputError(f"{name}: expected a list of quotes, not {type(quotes).__name__}")
    for quote in quotes:
        if not isinstance(quote, Quote):
            raise InputError(f"{name}: expected Quote, not {type(quote).__name__}")
        for span in (*quote.segments, *quote.content):
            if text[span.start : span.end] != span.text:
                raise InputError(f"{name}: {quote.id!r} does not fit the text of its article")
    return quotes


def _check(quote: Quote, found: Sequence[_Found], parts: list[list[str]]) -> Check:
    if not found:
        words = " ".join(segment for part in parts for segment in part)
        absent = Verification(words, None, VerificationStatus.ABSENT, ())
        nobody = SpeakerCheck(SpeakerMatch.NOT_COMPARED, None)
        return Check(quote, CheckStatus.ABSENT, None, absent, nobody)
    rows = [(one, _speaker(quote, one)) for one in found]
    one, speaker = min(rows, key=lambda row: _rank(*row))
    status = CheckStatus.ALTERED
    if one.whole.status in VERIFIED:
        different = speaker.match is SpeakerMatch.DIFFERENT
        status = CheckStatus.MISATTRIBUTED if different else CheckStatus.VERIFIED
    return Check(quote, status, one.source.name, one.whole, speaker)


def _speaker(quote: Quote, found: _Found) -> SpeakerCheck:
    """How the speakers compare over all passages: a doubt about one counts before a difference,
    and a difference before agreement, as all of them are given to one speaker."""
    rows = [compared(quote, part.places, found.source.quotes or ()) for part in found.parts]
    different = [row for row in rows if row.match is SpeakerMatch.DIFFERENT]
    unsure = [row for row in rows if row.match is SpeakerMatch.UNSURE]
    return (unsure or different or [best(rows)])[0]


def _rank(found: _Found, speaker: SpeakerCheck) -> tuple[int, int, int, int]:
    """Verified words before altered ones; of verified words those by the same speaker first, of
    altered ones those with the least changed."""
    good = found.whole.status in VERIFIED
    match = ORDER.index(speaker.match)
    sides = (side for d in found.whole.differences for side in (d.given, d.original))
    changes = sum(side.end - side.start for side in sides if side is not None)
    return (
        not good,
        match if good else changes,
        changes if good else match,
        _STATUSES.index(found.whole.status),
    )
