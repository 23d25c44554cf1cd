"""The public functions: from articles to quotes."""

from __future__ import annotations

import functools
import math
import os
from collections.abc import Collection, Iterable, Iterator, Sequence

from quotes import attribution, speakers
from quotes.attribution import Relation, Scene
from quotes.errors import InputError, OptionError
from quotes.language.english import is_english
from quotes.language.packages import find
from quotes.language.sentences import Analyser
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.speakers import Resolution, SpeakingMention
from quotes.types import Article, Kind, Quote, Span, Unresolved

SPEECH = (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)
_BATCH_ARTICLES = 16
_BATCH_CHARACTERS = 100_000


class Extractor:
    """Extracts quotes with one set of models and options; reusable and picklable.

    The models are loaded at the first article, once.

    Args:
        models: "bundled" (the small models in the package), "stanza" (the official English models,
            if they were downloaded), or the path of a stanza folder.
        kinds: the kinds of quotes to give, by default all speech; `Kind.OTHER` adds scare quotes,
            titles, nicknames and terms.
        min_confidence: leave out quotes whose `confidence` is lower (0 to 1).
        min_speaker_confidence: leave the speaker out where `speaker_confidence` is lower (0 to 1).

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
        min_speaker_confidence: float = 0.0,
    ) -> None:
        self.kinds = _kinds(kinds)
        self.min_confidence = _share("min_confidence", min_confidence)
        self.min_speaker_confidence = _share("min_speaker_confidence", min_speaker_confidence)
        self._analyser: Analyser = _analyser(models)

    def extract(self, article: str | Article) -> list[Quote]:
        """The quotes of one article, in text order.

        Raises:
            InputError: `article` is neither a string nor an `Article`.
        """
        return self._extract([_article(article)])[0]

    def extract_many(self, articles: Iterable[str | Article]) -> Iterator[list[Quote]]:
        """The quotes of many articles, in the order of the articles, analysed in batches.

        Memory is bounded by the batch, not by the number of articles.

        Raises:
            InputError: `articles` is no iterable of articles, or one of them is no article.
        """
        if isinstance(articles, str | bytes | Article) or not isinstance(articles, Iterable):
            raise InputError(
                f"articles: expected an iterable of articles, not {type(articles).__name__}"
            )
        return self._many(articles)

    def _many(self, articles: Iterable[str | Article]) -> Iterator[list[Quote]]:
        batch: list[Article] = []
        size = 0
        for article in map(_article, articles):
            batch.append(article)
            size += len(article.text)
            if len(batch) == _BATCH_ARTICLES or size >= _BATCH_CHARACTERS:
                yield from self._extract(batch)
                batch, size = [], 0
        yield from self._extract(batch)

    def _extract(self, articles: Sequence[Article]) -> list[list[Quote]]:
        if not articles:
            return []
        scenes = attribution.scenes(self._analyser, [article.text for article in articles])
        return [
            self._quotes(article, scene) for article, scene in zip(articles, scenes, strict=True)
        ]

    def _quotes(self, article: Article, scene: Scene) -> list[Quote]:
        if is_english(article.text):
            relations = attribution.relations(scene)
            resolutions = _resolutions(scene, relations)
        else:
            relations = attribution.unattributed(scene)
            resolutions = [Resolution(None, 0.0, Unresolved.LANGUAGE)] * len(relations)
        quotes: list[Quote] = []
        for relation, resolution in zip(relations, resolutions, strict=True):
            quote = self._quote(article, relation, resolution, f"q{len(quotes) + 1}")
            if quote.kind in self.kinds and quote.confidence >= self.min_confidence:
                quotes.append(quote)
        return quotes

    def _quote(
        self, article: Article, relation: Relation, resolution: Resolution, name: str
    ) -> Quote:
        def span(part: tuple[int, int]) -> Span:
            return Span(*part, article.text[slice(*part)])

        segments = tuple(map(span, relation.segments))
        content = tuple(map(span, relation.content))
        speaker, unresolved = resolution.speaker, resolution.unresolved
        confidence = round(relation.right * resolution.confidence, 3) if speaker else 0.0
        if speaker is not None and confidence < self.min_speaker_confidence:
            speaker, unresolved = None, Unresolved.LOW_CONFIDENCE
        mention = relation.mention
        return Quote(
            id=name,
            article_id=article.id,
            kind=relation.kind,
            text=" ".join(s.text for s in segments or content),
            segments=segments,
            content=content,
            cue=span(relation.cue) if relation.cue else None,
            source=span((mention.start, mention.end)) if mention else None,
            via=span(relation.via) if relation.via else None,
            speaker=speaker,
            confidence=round(relation.speech, 3),
            speaker_confidence=confidence,
            method=relation.method,
            unresolved=unresolved,
        )


def _resolutions(scene: Scene, relations: Sequence[Relation]) -> list[Resolution]:
    """The speaker of each relation; mentions go to the resolver in the order of the text."""
    quoted = [(m.start, m.end) for m in scene.marked]
    asked = [
        (SpeakingMention(r.referent.start, r.referent.end, r.content[0][0]), i)
        for i, r in enumerate(relations)
        if r.referent is not None
    ]
    asked.sort(key=lambda a: (a[0].start, a[0].at))
    answers = speakers.resolve(scene.reading, quoted, [mention for mention, _ in asked])
    resolutions = [
        Resolution(
            None, 0.0, Unresolved.NOT_SPEECH if r.kind is Kind.OTHER else Unresolved.NO_SOURCE
        )
        for r in relations
    ]
    for (_, i), answer in zip(asked, answers, strict=True):
        resolutions[i] = answer
    return resolutions


def _article(value: str | Article) -> Article:
    text = value.text if isinstance(value, Article) else value
    if not isinstance(text, str):
        raise InputError(f"article: expected str or Article with text, not {type(text).__name__}")
    return value if isinstance(value, Article) else Article(text)


def _kinds(kinds: Collection[Kind | str]) -> frozenset[Kind]:
    names = ", ".join(Kind)
    if isinstance(kinds, str) or not isinstance(kinds, Collection):
        raise OptionError(f"kinds: expected a collection of {names}, not {kinds!r}")
    try:
        return frozenset(Kind(kind) for kind in kinds)
    except ValueError as error:
        raise OptionError(f"kinds: expected any of {names}, not {list(kinds)!r}") from error


def _share(option: str, value: float) -> float:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or math.isnan(value)
        or not 0 <= value <= 1
    ):
        raise OptionError(f"{option}: expected a number from 0 to 1, not {value!r}")
    return float(value)


@functools.lru_cache(maxsize=2)
def _loaded(models: str) -> StanzaAnalyser:
    return StanzaAnalyser(find(models))


def _analyser(models: str | os.PathLike[str]) -> StanzaAnalyser:
    """One analyser for each set of models, shared by all extractors of the process."""
    if not isinstance(models, str | os.PathLike):
        raise OptionError(f"models: expected 'bundled', 'stanza' or a path, not {models!r}")
    return _loaded(os.fspath(models))


def extract(
    article: str | Article,
    *,
    kinds: Collection[Kind | str] = SPEECH,
    min_confidence: float = 0.0,
    min_speaker_confidence: float = 0.0,
    models: str | os.PathLike[str] = "bundled",
) -> list[Quote]:
    """Find the quotes of one article and say who said them.

    Args:
        article: the text, or an `Article` that holds it.
        kinds: the kinds of quotes to give; see `Extractor`.
        min_confidence: leave out quotes whose `confidence` is lower (0 to 1).
        min_speaker_confidence: leave the speaker out where `speaker_confidence` is lower (0 to 1).
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
    min_speaker_confidence: float = 0.0,
    models: str | os.PathLike[str] = "bundled",
) -> Iterator[list[Quote]]:
    """Find the quotes of many articles, in their order, with batched analysis and bounded memory.

    Args:
        articles: texts or `Article`s; may be a generator.
        workers: how many processes share the work; one for now.
        kinds: the kinds of quotes to give; see `Extractor`.
        min_confidence: leave out quotes whose `confidence` is lower (0 to 1).
        min_speaker_confidence: leave the speaker out where `speaker_confidence` is lower (0 to 1).
        models: which stanza models to use; see `Extractor`.

    Returns:
        An iterator with one list of quotes for each article.

    Raises:
        InputError: `articles` is no iterable of articles, or one of them is no article.
        OptionError: an option has a value outside what it allows.
        ModelError: the models are missing or damaged.
    """
    if workers != 1:
        raise OptionError(f"workers: only 1 so far, not {workers!r}")
    return Extractor(
        models,
        kinds=kinds,
        min_confidence=min_confidence,
        min_speaker_confidence=min_speaker_confidence,
    ).extract_many(articles)


__all__ = ["SPEECH", "Extractor", "extract", "extract_many"]
