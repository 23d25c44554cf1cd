"""The public functions: from articles to quotes."""

from __future__ import annotations

import functools
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, overload

from quotes.errors import ArticleError
from quotes.extractor import Extractor
from quotes.inputs import article_of
from quotes.options import (
    MIN_SPEAKER_CONFIDENCE,
    SPEECH,
    Errors,
    entities_of,
    package_of,
    positive,
    share,
)
from quotes.types import Article, Check, Kind, KnownEntity, Quote, Verification

if TYPE_CHECKING:  # loaded at first use: importing the library stays instant
    from quotes.audit import Sources
    from quotes.utterances import Utterances


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
    return found.extract_many(articles, workers=workers, errors=errors)


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
    extract = functools.partial(_extract_with, package_of(models), entities_of(known))
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

    least = share("min_speaker_confidence", min_speaker_confidence)
    processes, package, entities = (
        positive("workers", workers),
        package_of(models),
        entities_of(known),
    )

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

    extract = functools.partial(_extract_with, package_of(models), ())
    return Checker(sources, source_quotes, extract).check(article_of(draft), draft_quotes)


def _extract_with(
    models: str, known: tuple[KnownEntity, ...], articles: Sequence[Article]
) -> Iterator[list[Quote]]:
    return Extractor(models, known=known).extract_many(articles)


__all__ = [
    "MIN_SPEAKER_CONFIDENCE",
    "SPEECH",
    "Errors",
    "Extractor",
    "check",
    "extract",
    "extract_many",
    "normalise",
    "sources",
    "verify",
]
