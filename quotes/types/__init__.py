"""The values that the library returns: immutable, typed, comparable, and serialisable."""

from quotes.types.article import Article, Span
from quotes.types.checking import Check, CheckStatus, SpeakerCheck, SpeakerMatch
from quotes.types.known import KnownEntity
from quotes.types.quote import (
    Affiliation,
    Kind,
    KnownPart,
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
from quotes.types.verification import (
    Difference,
    DifferenceKind,
    Marking,
    Place,
    Verification,
    VerificationStatus,
    VerificationWarning,
)

__all__ = [
    "Affiliation",
    "Article",
    "ArticleSpan",
    "ArticleSpeaker",
    "Check",
    "CheckStatus",
    "Difference",
    "DifferenceKind",
    "Feature",
    "Kind",
    "KnownEntity",
    "KnownPart",
    "Link",
    "Marking",
    "MergedAffiliation",
    "MergedSpeaker",
    "Method",
    "Place",
    "Quote",
    "QuoteRef",
    "Reason",
    "Span",
    "Speaker",
    "SpeakerCheck",
    "SpeakerKind",
    "SpeakerMatch",
    "Unresolved",
    "Utterance",
    "Verification",
    "VerificationStatus",
    "VerificationWarning",
    "Version",
    "VersionRelation",
]
