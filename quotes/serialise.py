"""The shapes of the values as plain dictionaries for JSON, and the names of the schemas."""

from __future__ import annotations

from typing import NotRequired, TypedDict

SCHEMA = "quotes/1"
"""Name and version of the JSON Lines that the command line writes; the number rises when a field
is renamed, removed, comes to mean something else or takes a new value, not when one is added."""

UTTERANCE_SCHEMA = "quotes.utterances/1"
"""The same for the lines that hold utterances and pairs of related quotes."""

VERIFICATION_SCHEMA = "quotes.verification/2"
"""The same for the lines that say whether words stand in an article."""

SOURCES_SCHEMA = "quotes.sources/1"
"""The same for the lines that say who is quoted, and how much."""

CHECK_SCHEMA = "quotes.check/1"
"""The same for the lines that say whether the quotations of a draft stand in its sources."""


class SpanDict(TypedDict):
    """A `Span` as a dictionary."""

    start: int
    end: int
    text: str


class ArticleDict(TypedDict):
    """An `Article` as a dictionary; `published` is an ISO 8601 date, or a date and time."""

    text: str
    id: str | None
    outlet: str | None
    url: str | None
    title: str | None
    published: str | None


class AffiliationDict(TypedDict):
    """An `Affiliation` as a dictionary."""

    name: str
    as_written: SpanDict
    known: NotRequired[bool]


class SpeakerDict(TypedDict):
    """A `Speaker` as a dictionary."""

    id: str
    name: str
    kind: str
    roles: list[str]
    affiliations: list[AffiliationDict]
    mentions: list[SpanDict]
    known: NotRequired[list[str]]


class KnownEntityDict(TypedDict):
    """A `KnownEntity` as a dictionary; dates in ISO 8601."""

    name: str
    kind: str
    other_names: list[str]
    roles: list[str]
    affiliations: list[str]
    valid_from: str | None
    valid_until: str | None


class QuoteDict(TypedDict):
    """A `Quote` as a dictionary: enums as their values, spans nested."""

    id: str
    article_id: str | None
    kind: str
    text: str
    segments: list[SpanDict]
    content: list[SpanDict]
    cue: SpanDict | None
    source: SpanDict | None
    via: SpanDict | None
    speaker: SpeakerDict | None
    confidence: float
    speaker_confidence: float
    method: str
    unresolved: str | None


class QuoteRefDict(TypedDict):
    """A `QuoteRef` as a dictionary."""

    article_id: str
    quote_id: str
    part: int


class ArticleSpanDict(TypedDict):
    """An `ArticleSpan` as a dictionary."""

    article_id: str
    span: SpanDict


class ArticleSpeakerDict(TypedDict):
    """An `ArticleSpeaker` as a dictionary."""

    article_id: str
    speaker: SpeakerDict


class MergedAffiliationDict(TypedDict):
    """A `MergedAffiliation` as a dictionary."""

    name: str
    evidence: list[ArticleSpanDict]


class MergedSpeakerDict(TypedDict):
    """A `MergedSpeaker` as a dictionary."""

    id: str
    name: str
    kind: str
    roles: list[str]
    affiliations: list[MergedAffiliationDict]
    known_as: list[ArticleSpeakerDict]


class VersionDict(TypedDict):
    """A `Version` as a dictionary."""

    article_id: str
    outlet: str | None
    quote: QuoteDict
    relation: str
    similarity: float
    machine_reworded: bool
    part: int
    spans: list[SpanDict]


class UtteranceDict(TypedDict):
    """An `Utterance` as a dictionary."""

    id: str
    text: str
    reason: str
    chosen: QuoteRefDict
    speaker: MergedSpeakerDict | None
    versions: list[VersionDict]


class FeatureDict(TypedDict):
    """A `Feature` as a dictionary."""

    name: str
    value: float
    added: float


class LinkDict(TypedDict):
    """A `Link` as a dictionary."""

    a: QuoteRefDict
    b: QuoteRefDict
    score: float
    features: list[FeatureDict]


class UtterancesDict(TypedDict):
    """`Utterances` as a dictionary: `quotes` holds a list for each article."""

    threshold: float
    articles: list[ArticleDict]
    quotes: list[list[QuoteDict]]
    links: list[LinkDict]


class DifferenceDict(TypedDict):
    """A `Difference` as a dictionary."""

    kind: str
    given: SpanDict | None
    original: SpanDict | None


class PlaceDict(TypedDict):
    """A `Place` as a dictionary."""

    status: str
    spans: list[SpanDict]
    marking: str
    differences: list[DifferenceDict]


class VerificationDict(TypedDict):
    """A `Verification` as a dictionary."""

    words: str
    article_id: str | None
    status: str
    places: list[PlaceDict]
    warnings: list[str]


class SpeakerCheckDict(TypedDict):
    """A `SpeakerCheck` as a dictionary."""

    match: str
    quote: QuoteDict | None


class CheckDict(TypedDict):
    """A `Check` as a dictionary."""

    quote: QuoteDict
    status: str
    source: str | None
    verification: VerificationDict
    speaker: SpeakerCheckDict
