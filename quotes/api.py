"""The public functions: from articles to quotes."""

from __future__ import annotations

import contextlib
import functools
import logging
import math
import os
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args, overload

from quotes.errors import ArticleError, InputError, OptionError, QuotesError
from quotes.inputs import article_error, article_of, blaming, several
from quotes.types import Article, Check, Kind, KnownEntity, Quote, Verification

if TYPE_CHECKING:  # loaded at first use: importing the library stays instant
    from quotes.audit import Sources
    from quotes.speakers.known_entities import Roster
    from quotes.utterances import Utterances

Errors: TypeAlias = Literal["raise", "skip", "return"]
"""What `extract_many` does about an article that something goes wrong in."""
_Outcome: TypeAlias = list[Quote] | QuotesError
SPEECH = (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)
_BATCH_ARTICLES = 16
_SHARED_ARTICLES = 8
"""Fewer are analysed together by each of several workers: so they end at more nearly one time."""
_BATCH_CHARACTERS = 100_000
_SAMPLE = (
    "“The bridge is closed,” said Ada Marsh, the mayor of Lower Quay. She told Reuters that it "
    "would open “in May”. According to the Harbour Board, repairs have begun."
)
_log = logging.getLogger("quotes")
MIN_SPEAKER_CONFIDENCE = 0.3
"""A speaker who is less likely than this is left open: a wrong name harms more than none."""


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
        self.kinds = _kinds(kinds)
        self.min_confidence = _share("min_confidence", min_confidence)
        self.min_speaker_confidence = _share("min_speaker_confidence", min_speaker_confidence)
        self.max_chars = None if max_chars is None else _positive("max_chars", max_chars)
        self.known = _entities(known)
        self._roster: Roster | None = None
        self._models = _package(models)
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
        outcomes = self._many(several(articles), _positive("workers", workers))
        return _handled(outcomes, _errors(errors))

    def _many(
        self, articles: Iterator[str | Article], workers: int
    ) -> Generator[_Outcome, None, None]:
        taken = map(self._taken, articles)
        if workers == 1:
            for batch in _batches(taken, _BATCH_ARTICLES):
                yield from self._outcomes(batch)
            return
        from quotes.workers import shared  # at first use: importing stays instant

        batches = _batches(taken, _SHARED_ARTICLES)
        found = shared(self._outcomes, batches, workers, lost=_lost, prepare=self._prepare)
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

    def _outcomes(self, articles: Sequence[Article | QuotesError]) -> list[_Outcome]:
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

    def _finished(self, article: Article, found: list[Quote]) -> _Outcome:
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


def _handled(
    outcomes: Generator[_Outcome, None, None], errors: Errors
) -> Iterator[list[Quote] | ArticleError]:
    """The outcomes, with errors raised, left out, or given as errors of articles."""
    with contextlib.closing(outcomes):  # workers end now, whoever still holds the traceback
        for number, outcome in enumerate(outcomes, start=1):
            if isinstance(outcome, list):
                yield outcome
            elif errors == "raise":
                raise outcome
            elif errors == "return":
                yield _of_article(outcome, number)
            else:
                _log.warning("left out: %s", _of_article(outcome, number))


def _of_article(error: QuotesError, number: int) -> ArticleError:
    """The error as that of an article; what is not an article is known by its number alone."""
    if isinstance(error, ArticleError):
        return error
    refused = ArticleError(f"{error} (number {number})")
    refused.__cause__ = error
    return refused


def _lost(article: Article | QuotesError, error: Exception) -> _Outcome:
    return article_error(article, error) if isinstance(article, Article) else article


def _batches(
    articles: Iterator[Article | QuotesError], most: int
) -> Iterator[list[Article | QuotesError]]:
    """The articles in their order, as many together as are analysed together.

    If asking for an article fails, the articles before it come first.
    """
    batch: list[Article | QuotesError] = []
    size = 0
    try:
        for article in articles:
            batch.append(article)
            size += len(article.text) if isinstance(article, Article) else 0
            if len(batch) == most or size >= _BATCH_CHARACTERS:
                yield batch
                batch, size = [], 0
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _package(models: str | os.PathLike[str]) -> str:
    if not isinstance(models, str | os.PathLike):
        raise OptionError(f"models: expected 'bundled', 'stanza' or a path, not {models!r}")
    return os.fspath(models)


def _entities(known: Iterable[KnownEntity]) -> tuple[KnownEntity, ...]:
    if isinstance(known, str | os.PathLike):
        raise OptionError(f"known: expected KnownEntity values (see read_known), not {known!r}")
    entities = tuple(known) if isinstance(known, Iterable) else (known,)
    for entity in entities:
        if not isinstance(entity, KnownEntity):
            raise OptionError(f"known: expected KnownEntity values, not {entity!r:.40}")
    return entities


def _kinds(kinds: Collection[Kind | str]) -> frozenset[Kind]:
    names = ", ".join(Kind)
    if isinstance(kinds, str) or not isinstance(kinds, Collection):
        raise OptionError(f"kinds: expected a collection of {names}, not {kinds!r}")
    try:
        return frozenset(Kind(kind) for kind in kinds)
    except ValueError as error:
        raise OptionError(f"kinds: expected any of {names}, not {list(kinds)!r}") from error


def _positive(option: str, value: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise OptionError(f"{option}: expected a whole number of 1 or more, not {value!r}")
    return value


def _errors(errors: Errors) -> Errors:
    known = get_args(Errors)
    if not isinstance(errors, str) or errors not in known:
        raise OptionError(f"errors: expected {', '.join(map(repr, known))}, not {errors!r}")
    return errors


def _share(option: str, value: float) -> float:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or math.isnan(value)
        or not 0 <= value <= 1
    ):
        raise OptionError(f"{option}: expected a number from 0 to 1, not {value!r}")
    return float(value)


def extract(
    article: str | Article,
    *,
    kinds: Collection[Kind | str] = SPEECH,
    min_confidence: float = 0.0,
    min_speaker_confidence: float = MIN_SPEAKER_CONFIDENCE,
    max_chars: int | None = None,
    models: str | os.PathLike[str] = "bundled",
    known: Iterable[KnownEntity] = (),
) -> list[Quote]:
    """Find the quotes of one article and say who said them.

    Args:
        article: the text, or an `Article` that holds it.
        kinds: the kinds of quotes to give; see `Extractor`.
        min_confidence: leave out quotes whose `confidence` is lower (0 to 1).
        min_speaker_confidence: leave the speaker out where `speaker_confidence` is lower (0 to 1);
            the default spares wrong names, 0 names all.
        max_chars: refuse a text of more characters (code points).
        models: which stanza models to use; see `Extractor`.
        known: people and bodies whom a newsroom knows; see `Extractor`.

    Returns:
        The quotes in text order; spans are code points of the article's text.

    Raises:
        InputError: `article` is neither a string nor an `Article`, or longer than `max_chars`.
        ArticleError: something goes wrong inside the article; the cause is kept.
        OptionError: an option has a value outside what it allows.
        ModelError: the models are missing or damaged.
    """
    return Extractor(
        models,
        kinds=kinds,
        min_confidence=min_confidence,
        min_speaker_confidence=min_speaker_confidence,
        max_chars=max_chars,
        known=known,
    ).extract(article)


@overload
def extract_many(
    articles: Iterable[str | Article],
    *,
    workers: int = 1,
    errors: Literal["raise", "skip"] = "raise",
    kinds: Collection[Kind | str] = SPEECH,
    min_confidence: float = 0.0,
    min_speaker_confidence: float = MIN_SPEAKER_CONFIDENCE,
    max_chars: int | None = None,
    models: str | os.PathLike[str] = "bundled",
    known: Iterable[KnownEntity] = (),
) -> Iterator[list[Quote]]: ...


@overload
def extract_many(
    articles: Iterable[str | Article],
    *,
    workers: int = 1,
    errors: Literal["return"],
    kinds: Collection[Kind | str] = SPEECH,
    min_confidence: float = 0.0,
    min_speaker_confidence: float = MIN_SPEAKER_CONFIDENCE,
    max_chars: int | None = None,
    models: str | os.PathLike[str] = "bundled",
    known: Iterable[KnownEntity] = (),
) -> Iterator[list[Quote] | ArticleError]: ...


def extract_many(
    articles: Iterable[str | Article],
    *,
    workers: int = 1,
    errors: Errors = "raise",
    kinds: Collection[Kind | str] = SPEECH,
    min_confidence: float = 0.0,
    min_speaker_confidence: float = MIN_SPEAKER_CONFIDENCE,
    max_chars: int | None = None,
    models: str | os.PathLike[str] = "bundled",
    known: Iterable[KnownEntity] = (),
) -> Iterator[list[Quote]] | Iterator[list[Quote] | ArticleError]:
    """Find the quotes of many articles, in their order, with batched analysis and bounded memory.

    Args:
        articles: texts or `Article`s; may be a generator.
        workers: how many processes share the work; with 1 this process does it. On Linux they are
            forked from one process that has loaded the models, and no script is run again.
            Elsewhere each is started afresh with models of its own, and a script that asks for them
            must do so under `if __name__ == "__main__":`.
        errors: what to do about an article that something goes wrong in: "raise" the error once the
            results of all articles before it were given; "skip" the article, with a line in the log
            `quotes`; or "return" the `ArticleError` in the place of its quotes. Other articles are
            not affected.
        kinds: the kinds of quotes to give; see `Extractor`.
        min_confidence: leave out quotes whose `confidence` is lower (0 to 1).
        min_speaker_confidence: leave the speaker out where `speaker_confidence` is lower (0 to 1);
            the default spares wrong names, 0 names all.
        max_chars: refuse a text of more characters (code points), which counts as an error of that
            article.
        models: which stanza models to use; see `Extractor`.
        known: people and bodies whom a newsroom knows; see `Extractor`.

    Returns:
        An iterator with one list of quotes for each article.

    Raises:
        ArticleError: something goes wrong inside an article, or two worker processes exited while
            they worked on it; not with "skip" and "return".
        InputError: `articles` is not an iterable of articles (raised immediately), or one of them
            is not an article (not with "skip" and "return").
        OptionError: an option has a value outside what it allows.
        ModelError: the models are missing or damaged.
        QuotesError: worker processes cannot be started.
    """
    found = Extractor(
        models,
        kinds=kinds,
        min_confidence=min_confidence,
        min_speaker_confidence=min_speaker_confidence,
        known=known,
        max_chars=max_chars,
    )
    outcomes = found._many(several(articles), _positive("workers", workers))
    return _handled(outcomes, _errors(errors))


def normalise(
    articles: Iterable[str | Article],
    *,
    quotes: Iterable[Sequence[Quote]] | None = None,
    threshold: float = 0.5,
    models: str | os.PathLike[str] = "bundled",
    known: Iterable[KnownEntity] = (),
) -> Utterances:
    """Bring together what several outlets made of the same words.

    Quotes of different articles are compared by their words, their speakers and the occasion
    (dates, context, neighbouring quotes), and joined where a model fitted to annotated news holds
    them to be one utterance. Speakers and their affiliations are merged across outlets. The order
    of the articles does not matter. An article without an `id` gets one made from its text.

    Args:
        articles: texts or `Article`s; give outlets and dates where they are known.
        quotes: the quotes of each article in the same order, if they were extracted already.
        threshold: join two quotes if they are one utterance with at least this probability
            (0.1 to 1).
        models: which stanza models to extract with; see `Extractor`.
        known: people and bodies whom a newsroom knows, for extraction; see `Extractor`.

    Returns:
        All utterances, those with one version included, in the order of their first versions.

    Raises:
        ArticleError: something goes wrong inside an article; it is named, and the cause is kept.
        InputError: `articles` is no iterable of articles, an id stands for two texts, or `quotes`
            are not those of the articles.
        OptionError: an option has a value outside what it allows.
        ModelError: the models are missing or damaged.
    """
    from quotes.utterances import Utterances, checked_threshold, read_sources  # loaded at first use

    least = checked_threshold(threshold)
    extract = functools.partial(_extract_with, _package(models), _entities(known))
    return Utterances(read_sources(articles, quotes, extract, {}), extract, threshold=least)


def sources(
    articles: Iterable[str | Article],
    *,
    quotes: Iterable[Sequence[Quote]] | None = None,
    min_speaker_confidence: float = MIN_SPEAKER_CONFIDENCE,
    models: str | os.PathLike[str] = "bundled",
    workers: int = 1,
    known: Iterable[KnownEntity] = (),
) -> Sources:
    """Count who gets quoted: how often, in which role, named or not, women and men, officials.

    Speakers are merged over the articles as `normalise` merges them; unnamed sources of different
    articles stay apart. Women and men are told by the articles' own words, pronouns that were
    resolved to a speaker and titles such as *Ms*, never by first names. An article without an `id`
    gets one made from its text.

    Args:
        articles: texts or `Article`s; give outlets where they are known.
        quotes: the quotes of each article in the same order, if they were extracted already.
        min_speaker_confidence: count a quote as without a speaker where `speaker_confidence` is
            lower (0 to 1), if it is extracted here.
        models: which stanza models to extract with; see `Extractor`.
        workers: how many processes share the extraction; see `extract_many`.
        known: people and bodies whom a newsroom knows, for extraction; see `Extractor`.

    Returns:
        The sources, most quoted first, with the summary of them, in all and by outlet.

    Raises:
        InputError: `articles` is no iterable of articles, an id stands for two texts, or `quotes`
            are not those of the articles.
        OptionError: an option has a value outside what it allows.
        ModelError: the models are missing or damaged.
    """
    from quotes.audit.counting import counted  # loaded at first use
    from quotes.utterances import read_sources

    least = _share("min_speaker_confidence", min_speaker_confidence)
    processes, package, entities = _positive("workers", workers), _package(models), _entities(known)

    def extract(listed: Sequence[Article]) -> Iterator[list[Quote]]:
        extractor = Extractor(package, min_speaker_confidence=least, known=entities)
        return extractor.extract_many(listed, workers=processes)

    return counted(read_sources(articles, quotes, extract, {}))


def verify(words: str, article: str | Article) -> Verification:
    """Check whether words stand in an article: exactly, folded, altered, or not at all.

    For a quotation in a draft, or written by a machine: does the article it is taken from have
    these words? The text alone is read, without models. What typography and the rules of quoting
    change freely does no harm: marks, dashes, white space, capitals, accents, a comma or full stop
    at the end, an attribution that splits the quotation. An ellipsis in `words` stands for words
    left out nearby, square brackets for words put in; both are told in `differences`. Any other
    change is `altered`, even of a pause, and so is what joins words that may not be one speaker's,
    or hides behind an ellipsis what can turn the sense (*never*, *unless*): what is doubtful is not
    verified. Who said the words, `extract` says. For many questions on one article, `Verifier`
    reads it once.

    Args:
        words: the words to look for, with quotation marks around them or without.
        article: the text, or an `Article` that holds it.

    Returns:
        The status, which is true as a condition if the words are verified, and every place where
        they stand, with offsets of the article's text. Time and memory grow linearly with both.

    Raises:
        InputError: `words` is no string or has no words in it, or `article` is neither a string
            nor an `Article`.
    """
    from quotes.verification import Verifier  # at first use: importing stays instant

    return Verifier(article).verify(words)


def check(
    draft: str | Article,
    sources: Iterable[str | Article],
    *,
    draft_quotes: Sequence[Quote] | None = None,
    source_quotes: Iterable[Sequence[Quote]] | None = None,
    models: str | os.PathLike[str] = "bundled",
) -> list[Check]:
    """Check every quotation of a draft against its sources: the words, and who says them.

    For text by a colleague or by a machine, before it is published. Direct and mixed quotes are
    looked up in all sources as `verify` does; the fragments of a mixed quote, and sentences that an
    attribution parts, each by themselves. Where the words stand, the speaker of the draft is
    compared with who says them there. Indirect quotes are left aside.

    Args:
        draft: the text to check, or an `Article` that holds it.
        sources: what it quotes from; one without an id is called by its number (`source 2`).
        draft_quotes: the quotes of the draft, if they were extracted already.
        source_quotes: the quotes of each source in the same order, if they were.
        models: which stanza models to extract with; see `Extractor`.

    Returns:
        One `Check` for each direct or mixed quote, in text order; true where it is verified.

    Raises:
        InputError: `draft` or a source is neither a string nor an `Article`, or quotes are not
            those of their article.
        OptionError: an option has a value outside what it allows.
        ModelError: the models are missing or damaged.
    """
    from quotes.checking import Checker  # at first use: importing stays instant

    extract = functools.partial(_extract_with, _package(models), ())
    return Checker(sources, source_quotes, extract).check(article_of(draft), draft_quotes)


def _extract_with(
    models: str, known: tuple[KnownEntity, ...], articles: Sequence[Article]
) -> Iterator[list[Quote]]:
    return Extractor(models, known=known).extract_many(articles)


__all__ = [
    "SPEECH",
    "Extractor",
    "check",
    "extract",
    "extract_many",
    "normalise",
    "sources",
    "verify",
]
