"""The configured extractor: from articles to quotes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, overload

from quotes.batches import Outcome, batches_of, handled, lost
from quotes.errors import ArticleError, InputError, QuotesError
from quotes.inputs import article_error, article_of, blaming, several
from quotes.options import (
    MIN_SPEAKER_CONFIDENCE,
    SPEECH,
    Errors,
    entities_of,
    errors_of,
    kinds_of,
    package_of,
    positive,
    share,
)
from quotes.types import Article, Kind, KnownEntity, Quote

if TYPE_CHECKING:  # loaded at first use: importing the library stays instant
    from quotes.speakers.known_entities import Roster

_BATCH_ARTICLES = 16
_SHARED_ARTICLES = 8
"""Fewer are analysed together by each of several workers: so they end at more nearly one time."""
_SAMPLE = (
    "“The bridge is closed,” said Ada Marsh, the mayor of Lower Quay. She told Reuters that it "
    "would open “in May”. According to the Harbour Board, repairs have begun."
)


class Extractor:
    """Extracts quotes with one set of models and options; reusable and picklable.

    The models are loaded at the first article, once.

    Args:
        models: "bundled" (the small models in the package), "stanza" (the official English models,
            if they were downloaded), or the path of a stanza folder.
        kinds: the kinds of quotes to give, by default all speech; `Kind.OTHER` adds scare quotes,
            titles, nicknames and terms. Without `Kind.INDIRECT` it takes a tenth less time: what is
            reported far from any marks is not read, so that now and then a pronoun beside marked
            words is understood in another way (3 of 1,161 quotes of news).
        min_confidence: leave out quotes whose `confidence` is lower (0 to 1).
        min_speaker_confidence: leave the speaker out where `speaker_confidence` is lower (0 to 1);
            the default spares wrong names, 0 names all.
        max_chars: refuse texts of more characters (code points); None reads texts of any length.
        known: people and bodies whom a newsroom knows (see `KnownEntity`, `read_known`): they give
            full names, and roles and affiliations where the article gives none.

    Threads may share one. Results are those of one thread, whatever the order.

    Raises:
        OptionError: an option has a value outside what it allows.
        ModelError: the models are not there.
    """

    def __init__(
        self,
        models: str | os.PathLike[str] = "bundled",
        *,
        kinds: Collection[Kind | str] = SPEECH,
        min_confidence: float = 0.0,
        min_speaker_confidence: float = MIN_SPEAKER_CONFIDENCE,
        max_chars: int | None = None,
        known: Iterable[KnownEntity] = (),
    ) -> None:
        self.kinds = kinds_of(kinds)
        self.min_confidence = share("min_confidence", min_confidence)
        self.min_speaker_confidence = share("min_speaker_confidence", min_speaker_confidence)
        self.max_chars = None if max_chars is None else positive("max_chars", max_chars)
        self.known = entities_of(known)
        self._roster: Roster | None = None
        self._models = package_of(models)
        from quotes.language.packages import find  # at first use: importing stays instant

        find(self._models)

    def extract(self, article: str | Article) -> list[Quote]:
        """The quotes of one article, in text order.

        Raises:
            InputError: `article` is neither a string nor an `Article`, or longer than `max_chars`.
            ArticleError: something goes wrong inside the article.
            ModelError: the models are missing or damaged.
        """
        (outcome,) = self._outcomes([self._accepted(article_of(article))])
        if isinstance(outcome, QuotesError):
            raise outcome
        return outcome

    @overload
    def extract_many(
        self,
        articles: Iterable[str | Article],
        *,
        workers: int = 1,
        errors: Literal["raise", "skip"] = "raise",
    ) -> Iterator[list[Quote]]: ...

    @overload
    def extract_many(
        self, articles: Iterable[str | Article], *, workers: int = 1, errors: Literal["return"]
    ) -> Iterator[list[Quote] | ArticleError]: ...

    @overload
    def extract_many(
        self, articles: Iterable[str | Article], *, workers: int = 1, errors: Errors
    ) -> Iterator[list[Quote]] | Iterator[list[Quote] | ArticleError]: ...

    def extract_many(
        self,
        articles: Iterable[str | Article],
        *,
        workers: int = 1,
        errors: Errors = "raise",
    ) -> Iterator[list[Quote]] | Iterator[list[Quote] | ArticleError]:
        """The quotes of many articles, in the order of the articles, analysed in batches.

        Memory is bounded by the batches under way, not by the number of articles. `workers` and
        `errors`, and what is raised, are as in `quotes.extract_many`.
        """
        outcomes = self._many(several(articles), positive("workers", workers))
        return handled(outcomes, errors_of(errors))

    def _many(
        self, articles: Iterator[str | Article], workers: int
    ) -> Generator[Outcome, None, None]:
        taken = map(self._taken, articles)
        if workers == 1:
            for batch in batches_of(taken, _BATCH_ARTICLES):
                yield from self._outcomes(batch)
            return
        from quotes.workers import shared  # at first use: importing stays instant

        batches = batches_of(taken, _SHARED_ARTICLES)
        found = shared(self._outcomes, batches, workers, lost=lost, prepare=self._prepare)
        with contextlib.closing(found):
            for row in found:
                yield from row

    def _accepted(self, article: Article) -> Article:
        """The article, if it is not too long."""
        if self.max_chars is not None and len(article.text) > self.max_chars:
            raise InputError(
                f"article: {len(article.text)} characters, more than max_chars={self.max_chars}"
            )
        return article

    def _taken(self, value: str | Article) -> Article | QuotesError:
        """The article, or why it is refused."""
        try:
            article = article_of(value)
        except InputError as error:
            return error
        try:
            return self._accepted(article)
        except InputError as error:
            return article_error(article, error)

    def _outcomes(self, articles: Sequence[Article | QuotesError]) -> list[Outcome]:
        # loaded at first use: importing the library stays instant
        from quotes import engine

        found = engine.outcomes(
            articles,
            engine.analyser(self._models),
            self.min_speaker_confidence,
            reports=Kind.INDIRECT in self.kinds,
        )
        return [
            self._finished(article, row)
            if isinstance(row, list) and isinstance(article, Article)
            else row
            for article, row in zip(articles, found, strict=True)
        ]

    def _finished(self, article: Article, found: list[Quote]) -> Outcome:
        """The quotes that are asked for, with what is known of their speakers."""
        if self.known:
            from quotes.speakers.known_entities import Roster, with_known

            self._roster = self._roster or Roster.of(self.known)
            try:
                with blaming(article):
                    found = with_known(found, article, self._roster)
            except ArticleError as error:
                return error
        return [q for q in found if q.kind in self.kinds and q.confidence >= self.min_confidence]

    def _prepare(self) -> None:
        """Load all that extraction needs, by reading a text that needs all of it."""
        self._outcomes([Article(_SAMPLE)])
