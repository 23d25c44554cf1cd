"""The public functions: from articles to quotes."""

from __future__ import annotations

import functools
import math
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quotes.errors import OptionError
from quotes.inputs import article_of, articles_of
from quotes.types import Article, Check, Kind, Quote, Verification

if TYPE_CHECKING:  # loaded at first use: importing the library stays instant
    from quotes.utterances import Utterances

SPEECH = (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)
_BATCH_ARTICLES = 16
_BATCH_CHARACTERS = 100_000
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
    ) -> None:
        self.kinds = _kinds(kinds)
        self.min_confidence = _share("min_confidence", min_confidence)
        self.min_speaker_confidence = _share("min_speaker_confidence", min_speaker_confidence)
        self._models = _package(models)
        from quotes.language.packages import find  # at first use: importing stays instant

        find(self._models)

    def extract(self, article: str | Article) -> list[Quote]:
        """The quotes of one article, in text order.

        Raises:
            InputError: `article` is neither a string nor an `Article`.
        """
        return self._extract([article_of(article)])[0]

    def extract_many(
        self, articles: Iterable[str | Article], *, workers: int = 1
    ) -> Iterator[list[Quote]]:
        """The quotes of many articles, in the order of the articles, analysed in batches.

        Memory is bounded by the batches under way, not by the number of articles. `workers` is as
        in `quotes.extract_many`.

        Raises:
            InputError: `articles` is no iterable of articles, or one of them is no article.
            OptionError: `workers` is no whole number of 1 or more.
            QuotesError: a process of several ended before its work was done.
        """
        return self._many(articles_of(articles), _processes(workers))

    def _many(self, articles: Iterable[Article], workers: int) -> Iterator[list[Quote]]:
        batches = _batches(articles)
        rows: Iterator[list[list[Quote]]] = map(self._extract, batches)
        if workers > 1:
            from quotes.workers import shared  # at first use: importing stays instant

            rows = shared(self._extract, batches, workers)
        for row in rows:
            yield from row

    def _extract(self, articles: Sequence[Article]) -> list[list[Quote]]:
        # loaded at first use: importing the library stays instant
        from quotes import engine

        found = engine.quotes_of(
            articles,
            engine.analyser(self._models),
            self.min_speaker_confidence,
            reports=Kind.INDIRECT in self.kinds,
        )
        return [
            [q for q in row if q.kind in self.kinds and q.confidence >= self.min_confidence]
            for row in found
        ]


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in their order, as many together as are analysed together."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if len(batch) == _BATCH_ARTICLES or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _package(models: str | os.PathLike[str]) -> str:
    if not isinstance(models, str | os.PathLike):
        raise OptionError(f"models: expected 'bundled', 'stanza' or a path, not {models!r}")
    return os.fspath(models)


def _kinds(kinds: Collection[Kind | str]) -> frozenset[Kind]:
    names = ", ".join(Kind)
    if isinstance(kinds, str) or not isinstance(kinds, Collection):
        raise OptionError(f"kinds: expected a collection of {names}, not {kinds!r}")
    try:
        return frozenset(Kind(kind) for kind in kinds)
    except ValueError as error:
        raise OptionError(f"kinds: expected any of {names}, not {list(kinds)!r}") from error


def _processes(workers: int) -> int:
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 1:
        raise OptionError(f"workers: expected a whole number of 1 or more, not {workers!r}")
    return workers


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
    models: str | os.PathLike[str] = "bundled",
) -> list[Quote]:
    """Find the quotes of one article and say who said them.

    Args:
        article: the text, or an `Article` that holds it.
        kinds: the kinds of quotes to give; see `Extractor`.
        min_confidence: leave out quotes whose `confidence` is lower (0 to 1).
        min_speaker_confidence: leave the speaker out where `speaker_confidence` is lower (0 to 1);
            the default spares wrong names, 0 names all.
        models: which stanza models to use; see `Extractor`.

    Returns:
        The quotes in text order; spans are code points of the article's text.

    Raises:
        InputError: `article` is neither a string nor an `Article`.
        OptionError: an option has a value outside what it allows.
        ModelError: the models are missing or damaged.
    """
    return Extractor(
        models,
        kinds=kinds,
        min_confidence=min_confidence,
        min_speaker_confidence=min_speaker_confidence,
    ).extract(article)


def extract_many(
    articles: Iterable[str | Article],
    *,
    workers: int = 1,
    kinds: Collection[Kind | str] = SPEECH,
    min_confidence: float = 0.0,
    min_speaker_confidence: float = MIN_SPEAKER_CONFIDENCE,
    models: str | os.PathLike[str] = "bundled",
) -> Iterator[list[Quote]]:
    """Find the quotes of many articles, in their order, with batched analysis and bounded memory.

    Args:
        articles: texts or `Article`s; may be a generator.
        workers: how many processes share the work, this one if it is 1. Others are started afresh,
            each with models of its own (some 400 MB) and one thread; a script that asks for them
            has to do so under `if __name__ == "__main__":`.
        kinds: the kinds of quotes to give; see `Extractor`.
        min_confidence: leave out quotes whose `confidence` is lower (0 to 1).
        min_speaker_confidence: leave the speaker out where `speaker_confidence` is lower (0 to 1);
            the default spares wrong names, 0 names all.
        models: which stanza models to use; see `Extractor`.

    Returns:
        An iterator with one list of quotes for each article.

    Raises:
        InputError: `articles` is no iterable of articles, or one of them is no article.
        OptionError: an option has a value outside what it allows.
        ModelError: the models are missing or damaged.
        QuotesError: a process of several ended before its work was done.
    """
    return Extractor(
        models,
        kinds=kinds,
        min_confidence=min_confidence,
        min_speaker_confidence=min_speaker_confidence,
    ).extract_many(articles, workers=workers)


def normalise(
    articles: Iterable[str | Article],
    *,
    quotes: Iterable[Sequence[Quote]] | None = None,
    threshold: float = 0.5,
    models: str | os.PathLike[str] = "bundled",
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

    Returns:
        All utterances, those with one version included, in the order of their first versions.

    Raises:
        InputError: `articles` is no iterable of articles, an id stands for two texts, or `quotes`
            are not those of the articles.
        OptionError: an option has a value outside what it allows.
        ModelError: the models are missing or damaged.
    """
    from quotes.utterances import Utterances, checked_threshold, read_sources  # loaded at first use

    least = checked_threshold(threshold)
    extract = functools.partial(_extract_with, _package(models))
    return Utterances(read_sources(articles, quotes, extract, {}), extract, threshold=least)


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

    extract = functools.partial(_extract_with, _package(models))
    return Checker(sources, source_quotes, extract).check(article_of(draft), draft_quotes)


def _extract_with(models: str, articles: Sequence[Article]) -> Iterator[list[Quote]]:
    return Extractor(models).extract_many(articles)


__all__ = ["SPEECH", "Extractor", "check", "extract", "extract_many", "normalise", "verify"]
