"""Values of every type of the library, any that there may be (hypothesis)."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from quotes.types import (
    Affiliation,
    Article,
    ArticleSpan,
    ArticleSpeaker,
    Check,
    CheckStatus,
    Difference,
    DifferenceKind,
    Feature,
    Kind,
    KnownPart,
    Link,
    Marking,
    MergedAffiliation,
    MergedSpeaker,
    Method,
    Place,
    Quote,
    QuoteRef,
    Reason,
    Span,
    Speaker,
    SpeakerCheck,
    SpeakerKind,
    SpeakerMatch,
    Unresolved,
    Utterance,
    Verification,
    VerificationStatus,
    VerificationWarning,
    Version,
    VersionRelation,
)


def _survives_json(text: str) -> bool:
    """Two lone surrogates that form a pair are one character after JSON."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") == text


texts = st.text(st.characters(exclude_categories=()), max_size=12).filter(_survives_json)
words = st.builds(lambda at, text: Span(at, at + len(text), text), st.integers(0, 10**9), texts)
probabilities = st.floats(0, 1)
speakers = st.builds(
    Speaker,
    id=texts,
    name=texts,
    kind=st.sampled_from(SpeakerKind),
    roles=st.lists(texts, max_size=2).map(tuple),
    affiliations=st.lists(st.builds(Affiliation, texts, words, st.booleans()), max_size=2).map(
        tuple
    ),
    mentions=st.lists(words, max_size=2).map(tuple),
    known=st.lists(st.sampled_from(KnownPart), max_size=2).map(tuple),
)
quotes = st.builds(
    Quote,
    id=texts,
    article_id=st.none() | texts,
    kind=st.sampled_from(Kind),
    text=texts,
    segments=st.lists(words, max_size=2).map(tuple),
    content=st.lists(words, max_size=2).map(tuple),
    cue=st.none() | words,
    source=st.none() | words,
    via=st.none() | words,
    speaker=st.none() | speakers,
    confidence=probabilities,
    speaker_confidence=probabilities,
    method=st.sampled_from(Method),
    unresolved=st.none() | st.sampled_from(Unresolved),
)
moments = st.datetimes(
    timezones=st.none()
    | st.integers(-720, 720).map(lambda m: datetime.timezone(datetime.timedelta(minutes=m)))
)
articles = st.builds(
    Article,
    text=texts,
    id=st.none() | texts,
    outlet=st.none() | texts,
    url=st.none() | texts,
    title=st.none() | texts,
    published=st.none() | st.dates() | moments,
)
refs = st.builds(QuoteRef, texts, texts)
evidence = st.builds(ArticleSpan, texts, words)
merged_affiliations = st.builds(
    MergedAffiliation, name=texts, evidence=st.lists(evidence, max_size=2).map(tuple)
)
merged_speakers = st.builds(
    MergedSpeaker,
    id=texts,
    name=texts,
    kind=st.sampled_from(SpeakerKind),
    roles=st.lists(texts, max_size=2).map(tuple),
    affiliations=st.lists(merged_affiliations, max_size=2).map(tuple),
    known_as=st.lists(st.builds(ArticleSpeaker, texts, speakers), max_size=2).map(tuple),
)
versions = st.builds(
    Version,
    article_id=texts,
    outlet=st.none() | texts,
    quote=quotes,
    relation=st.sampled_from(VersionRelation),
    similarity=probabilities,
    machine_reworded=st.booleans(),
)
utterances = st.builds(
    Utterance,
    id=texts,
    text=texts,
    reason=st.sampled_from(Reason),
    chosen=refs,
    speaker=st.none() | merged_speakers,
    versions=st.lists(versions, max_size=2).map(tuple),
)
numbers = st.floats(allow_nan=False, allow_infinity=False)
features = st.builds(Feature, name=texts, value=numbers, added=numbers)
links = st.builds(
    Link, a=refs, b=refs, score=probabilities, features=st.lists(features, max_size=3).map(tuple)
)

differences = st.builds(
    Difference,
    kind=st.sampled_from(DifferenceKind),
    given=st.none() | words,
    original=st.none() | words,
)
places = st.builds(
    Place,
    status=st.sampled_from(VerificationStatus),
    spans=st.lists(words, max_size=2).map(tuple),
    marking=st.sampled_from(Marking),
    differences=st.lists(differences, max_size=2).map(tuple),
)
verifications = st.builds(
    Verification,
    words=texts,
    article_id=st.none() | texts,
    status=st.sampled_from(VerificationStatus),
    places=st.lists(places, max_size=2).map(tuple),
    warnings=st.lists(st.sampled_from(VerificationWarning), max_size=2).map(tuple),
)
checks = st.builds(
    Check,
    quote=quotes,
    status=st.sampled_from(CheckStatus),
    source=st.none() | texts,
    verification=verifications,
    speaker=st.builds(SpeakerCheck, st.sampled_from(SpeakerMatch), st.none() | quotes),
)
