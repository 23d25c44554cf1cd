"""The values that the library returns: immutable, typed, comparable, and serialisable."""

from quotes.types.article import Article, Span
from quotes.types.quote import (
    Affiliation,
    Kind,
    Method,
    Quote,
    Speaker,
    SpeakerKind,
    Unresolved,
)
from quotes.types.utterance import (
    ArticleSpan,
    ArticleSpeaker,
    Feature,
    Link,
    MergedAffiliation,
    MergedSpeaker,
    QuoteRef,
    Reason,
    Utterance,
    Version,
    VersionRelation,
)

__all__ = [
    "Affiliation",
    "Article",
    "ArticleSpan",
    "ArticleSpeaker",
    "Feature",
    "Kind",
    "Link",
    "MergedAffiliation",
    "MergedSpeaker",
    "Method",
    "Quote",
    "QuoteRef",
    "Reason",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Unresolved",
    "Utterance",
    "Version",
    "VersionRelation",
]
