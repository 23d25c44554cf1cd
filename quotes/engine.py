"""From articles to quotes: the rooms in their order."""

from __future__ import annotations

import functools
import threading
from collections.abc import Sequence

from quotes import attribution, speakers
from quotes.attribution import Relation, Scene
from quotes.errors import ModelError, QuotesError
from quotes.inputs import article_error
from quotes.language.packages import find
from quotes.language.sentences import Analyser
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.speakers import Resolution, SpeakingMention
from quotes.speakers.confidence import probability
from quotes.types import Article, Kind, Quote, Span, Unresolved

_lock = threading.Lock()


def analyser(models: str) -> StanzaAnalyser:
    """One analyser for each set of models, shared by all of the process and its threads."""
    with _lock:  # two threads that come first would else load models of their own
        return _analyser(models)


@functools.lru_cache(maxsize=2)
def _analyser(models: str) -> StanzaAnalyser:
    return StanzaAnalyser(find(models))


def outcomes(
    articles: Sequence[Article | QuotesError],
    analyser: Analyser,
    min_speaker_confidence: float,
    *,
    reports: bool = True,
) -> list[list[Quote] | QuotesError]:
    """As `quotes_of`, with what went wrong in the place of the quotes of the article it went wrong
    in; errors that came in the place of an article stay.

    Articles are analysed together. If that fails each is analysed alone, so that one does not take
    the others along.

    Raises:
        ModelError: models do not load.
        MemoryError: there is not enough memory.
    """
    whole = [article for article in articles if isinstance(article, Article)]
    try:
        found = quotes_of(whole, analyser, min_speaker_confidence, reports=reports)
    except (MemoryError, ModelError):
        raise
    except Exception as error:
        if len(whole) == 1:
            failed = article_error(whole[0], error)
            return [failed if isinstance(a, Article) else a for a in articles]
        return [
            outcome
            for article in articles
            for outcome in outcomes([article], analyser, min_speaker_confidence, reports=reports)
        ]
    rows = iter(found)
    return [next(rows) if isinstance(a, Article) else a for a in articles]


def quotes_of(
    articles: Sequence[Article],
    analyser: Analyser,
    min_speaker_confidence: float,
    *,
    reports: bool = True,
) -> list[list[Quote]]:
    """The quotes of each article, of all kinds, in text order.

    Without `reports` those without marks are given only where some marked words are near.
    """
    scenes = attribution.scenes(analyser, [article.text for article in articles], reports=reports)
    return [
        _quotes(article, scene, min_speaker_confidence)
        for article, scene in zip(articles, scenes, strict=True)
    ]


def _quotes(article: Article, scene: Scene, min_speaker_confidence: float) -> list[Quote]:
    if scene.reading.is_english:
        relations = attribution.relations(scene)
        answers = resolutions(scene, relations)
    else:
        relations = attribution.unattributed(scene)
        answers = [Resolution(None, 0.0, Unresolved.LANGUAGE)] * len(relations)
    return [
        _quote(article, relation, resolution, f"q{number}", min_speaker_confidence)
        for number, (relation, resolution) in enumerate(
            zip(relations, answers, strict=True), start=1
        )
    ]


def _quote(
    article: Article,
    relation: Relation,
    resolution: Resolution,
    name: str,
    min_speaker_confidence: float,
) -> Quote:
    def span(part: tuple[int, int]) -> Span:
        return Span(*part, article.text[slice(*part)])

    segments = tuple(map(span, relation.segments))
    content = tuple(map(span, relation.content))
    speaker, unresolved = resolution.speaker, resolution.unresolved
    confidence = round(_sure(relation, resolution), 3) if speaker else 0.0
    if speaker is not None and confidence < min_speaker_confidence:
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


def speaking(relations: Sequence[Relation]) -> list[tuple[SpeakingMention, int]]:
    """The mentions that need a speaker, in the order of the text, with the relation's number."""
    asked = [
        (SpeakingMention(r.referent.start, r.referent.end, r.content[0][0], r.content), i)
        for i, r in enumerate(relations)
        if r.referent is not None
    ]
    return sorted(asked, key=lambda a: (a[0].start, a[0].at))


def _sure(relation: Relation, resolution: Resolution) -> float:
    """The probability that the named speaker is right, given for reports without marks that it is
    a report: whether these are, is told by `confidence` alone."""
    speech = relation.speech if relation.segments else 1.0
    return probability(resolution.evidence, resolution.confidence, relation.right, speech)


def resolutions(scene: Scene, relations: Sequence[Relation]) -> list[Resolution]:
    """The speaker of each relation; mentions go to the resolver in the order of the text."""
    quoted = [(m.start, m.end) for m in scene.marked]
    asked = speaking(relations)
    mentions = [mention for mention, _ in asked]
    answers = speakers.resolve(
        scene.reading, quoted, mentions, lambda start, end: scene.pointers.name(start, end)
    )
    found = [
        Resolution(
            None, 0.0, Unresolved.NOT_SPEECH if r.kind is Kind.OTHER else Unresolved.NO_SOURCE
        )
        for r in relations
    ]
    for (_, i), answer in zip(asked, answers, strict=True):
        found[i] = answer
    return found
