"""An utterance in several dresses, made by hand so that these tests run without models."""

from __future__ import annotations

import quotes
from quotes.types import (
    ArticleSpan,
    ArticleSpeaker,
    Feature,
    Kind,
    Link,
    MergedAffiliation,
    MergedSpeaker,
    Method,
    Quote,
    QuoteRef,
    Reason,
    Span,
    Speaker,
    SpeakerKind,
    Unresolved,
    Utterance,
    Version,
    VersionRelation,
)

FORM = "We built the wall for a hundred winters, and it will stand for a hundred more."


def version(
    words: str,
    *,
    article: str = "a1",
    outlet: str | None = None,
    relation: VersionRelation = VersionRelation.EDITED,
    similarity: float = 0.9,
    speaker: str | None = "Ines Varley",
    quote: str = "q1",
    machine: bool = False,
) -> Version:
    """A version with these words, which open their article."""
    span = Span(0, len(words), words)
    quoted = relation is not VersionRelation.INDIRECT
    return Version(
        article_id=article,
        outlet=outlet,
        quote=Quote(
            id=quote,
            article_id=article,
            kind=Kind.DIRECT if quoted else Kind.INDIRECT,
            text=words,
            segments=(span,) if quoted else (),
            content=(span,),
            cue=None,
            source=None,
            via=None,
            speaker=Speaker("s1", speaker, SpeakerKind.PERSON) if speaker else None,
            confidence=0.9,
            speaker_confidence=0.8,
            method=Method.RANKER,
            unresolved=None if speaker else Unresolved.NO_SOURCE,
        ),
        relation=relation,
        similarity=similarity,
        machine_reworded=machine,
    )


def utterance(
    *versions: Version,
    text: str = FORM,
    reason: Reason = Reason.FULLEST,
    speaker: MergedSpeaker | None = None,
) -> Utterance:
    """An utterance of these versions, the first of them chosen."""
    chosen = QuoteRef(versions[0].article_id, versions[0].quote.id)
    return Utterance(
        id=f"{chosen.article_id}:{chosen.quote_id}",
        text=text,
        reason=reason,
        chosen=chosen,
        speaker=speaker,
        versions=versions,
    )


def link(a: str, b: str, score: float, **added: float) -> Link:
    """A link between the first quotes of two articles."""
    features = tuple(Feature(name, 1.0, value) for name, value in added.items())
    return Link(QuoteRef(a, "q1"), QuoteRef(b, "q1"), score, features)


BOARD = ArticleSpan("courier-7", Span(120, 141, "Lowmere Harbour Board"))
VARLEY = MergedSpeaker(
    "ines-varley",
    "Ines Varley",
    SpeakerKind.PERSON,
    roles=("chief engineer",),
    affiliations=(MergedAffiliation("Lowmere Harbour Board", (BOARD,)),),
    known_as=(
        ArticleSpeaker("courier-7", Speaker("s1", "Ines Varley", SpeakerKind.PERSON)),
        ArticleSpeaker("tidings-2", Speaker("s1", "Varley", SpeakerKind.PERSON)),
    ),
)
WALL = utterance(
    version(
        "“We built the wall for a hundred winters,” “and it will stand for a hundred more.”",
        article="courier-7",
        outlet="Lowmere Courier",
        relation=VersionRelation.VERBATIM,
        similarity=1.0,
    ),
    version(
        FORM,
        article="herald-1",
        outlet="Skerrow Herald",
        relation=VersionRelation.VERBATIM,
        similarity=0.99,
    ),
    version(
        "“We made the wall for a hundred winters”",
        article="tidings-2",
        outlet="Evening Tidings",
        similarity=0.93,
        speaker="Varley",
    ),
    version(
        "it would stand for a hundred more winters",
        article="news/four.txt",
        relation=VersionRelation.INDIRECT,
        similarity=0.71,
        speaker=None,
    ),
    speaker=VARLEY,
)
WALL_LINKS = (
    link("courier-7", "herald-1", 0.99, in_order=2.5, identical=0.8),
    link("courier-7", "tidings-2", 0.93, adjacent=2.3, speaker_short=0.3, unequal=-0.65),
    link("herald-1", "tidings-2", 0.92, adjacent=2.3),
    link("courier-7", "news/four.txt", 0.71, indirect_shared=2.4, one_indirect=-0.3, context=0.2),
)


class Retold(list[Utterance]):
    """Stands in for `quotes.Utterances`."""

    links: tuple[quotes.Link, ...] = WALL_LINKS
    related: tuple[quotes.Link, ...] = ()
