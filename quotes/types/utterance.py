"""What many outlets made of the same words: utterances, their versions and why they were joined."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Self

import attrs

from quotes.fields import Fields
from quotes.serialise import (
    ArticleSpanDict,
    ArticleSpeakerDict,
    FeatureDict,
    LinkDict,
    MergedAffiliationDict,
    MergedSpeakerDict,
    QuoteRefDict,
    UtteranceDict,
    VersionDict,
)
from quotes.types.article import Span
from quotes.types.quote import Quote, Speaker, SpeakerKind


class VersionRelation(enum.StrEnum):
    """How a version renders the normalised form of its utterance."""

    VERBATIM = "verbatim"
    """The same words, apart from case, punctuation and spelling."""
    EDITED = "edited"
    """The same words with some left out, added or changed."""
    FRAGMENT = "fragment"
    """A part of the words, much shorter than the whole."""
    REWORDED = "reworded"
    """Other words for the same: translated again, or reworded by a machine."""
    INDIRECT = "indirect"
    """Reported without quotation marks."""


class Reason(enum.StrEnum):
    """Why a version was chosen as the normalised form of its utterance."""

    ONLY = "only"
    """There is no other version."""
    FULLEST = "fullest"
    """It is the longest of the quoted versions."""
    AGREED = "agreed"
    """Of several full versions, most outlets have these words."""
    NATURAL = "natural"
    """A longer or more frequent version is in an article that seems to be reworded by a machine."""


@attrs.frozen(order=True)
class QuoteRef:
    """One quote of one article, by their ids.

    `part` counts the sentences of a quotation that is split around its attribution, from 0, where
    outlets render them apart; it is 0 for all other quotes.
    """

    article_id: str
    quote_id: str
    part: int = 0

    def to_dict(self) -> QuoteRefDict:
        """The reference as a dictionary for JSON."""
        return {"article_id": self.article_id, "quote_id": self.quote_id, "part": self.part}

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(fields.string("article_id"), fields.string("quote_id"), fields.integer("part"))


@attrs.frozen
class ArticleSpan:
    """A span of one of several articles, as evidence."""

    article_id: str
    span: Span

    def to_dict(self) -> ArticleSpanDict:
        """The span as a dictionary for JSON."""
        return {"article_id": self.article_id, "span": self.span.to_dict()}

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(fields.string("article_id"), fields.nested("span", Span.from_dict))


@attrs.frozen
class ArticleSpeaker:
    """A speaker as one article knows them."""

    article_id: str
    speaker: Speaker

    def to_dict(self) -> ArticleSpeakerDict:
        """The speaker of the article as a dictionary for JSON."""
        return {"article_id": self.article_id, "speaker": self.speaker.to_dict()}

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(fields.string("article_id"), fields.nested("speaker", Speaker.from_dict))


@attrs.frozen
class MergedAffiliation:
    """An institution by its canonical name, and the words of each outlet that say so.

    Without any such words it comes from a newsroom's own list (see `KnownEntity`).
    """

    name: str
    evidence: tuple[ArticleSpan, ...]

    def to_dict(self) -> MergedAffiliationDict:
        """The affiliation as a dictionary for JSON."""
        return {"name": self.name, "evidence": [item.to_dict() for item in self.evidence]}

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(fields.string("name"), fields.each("evidence", ArticleSpan.from_dict))


@attrs.frozen
class MergedSpeaker:
    """One speaker across outlets.

    `id` is made from the name and is unique in a result. `name` is the fullest form that an
    outlet gives, `roles` and `affiliations` are those of all outlets, and `known_as` keeps the
    speaker of every article as given there.
    """

    id: str
    name: str
    kind: SpeakerKind
    roles: tuple[str, ...] = ()
    affiliations: tuple[MergedAffiliation, ...] = ()
    known_as: tuple[ArticleSpeaker, ...] = ()

    def to_dict(self) -> MergedSpeakerDict:
        """The speaker as a dictionary for JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind.value,
            "roles": list(self.roles),
            "affiliations": [affiliation.to_dict() for affiliation in self.affiliations],
            "known_as": [known.to_dict() for known in self.known_as],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(
            id=fields.string("id"),
            name=fields.string("name"),
            kind=fields.member("kind", SpeakerKind),
            roles=fields.strings("roles"),
            affiliations=fields.each("affiliations", MergedAffiliation.from_dict),
            known_as=fields.each("known_as", ArticleSpeaker.from_dict),
        )


@attrs.frozen
class Version:
    """How one outlet renders an utterance: its quote, and what that is to the normalised form.

    `similarity` is the probability that the quote renders the same utterance as the normalised
    form (1 for the form itself). `machine_reworded`: the article seems to be another article's
    text with its words exchanged by a machine. `spans` are the words of the quote that render the
    utterance: of a quotation that is split around its attribution perhaps not all, if other
    outlets render its sentences apart; `part` tells which comes first.
    """

    article_id: str
    outlet: str | None
    quote: Quote
    relation: VersionRelation
    similarity: float
    machine_reworded: bool = False
    part: int = 0
    spans: tuple[Span, ...] = ()

    @property
    def ref(self) -> QuoteRef:
        """The quote as links name it."""
        return QuoteRef(self.article_id, self.quote.id, self.part)

    def to_dict(self) -> VersionDict:
        """The version as a dictionary for JSON."""
        return {
            "article_id": self.article_id,
            "outlet": self.outlet,
            "quote": self.quote.to_dict(),
            "relation": self.relation.value,
            "similarity": self.similarity,
            "machine_reworded": self.machine_reworded,
            "part": self.part,
            "spans": [span.to_dict() for span in self.spans],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(
            article_id=fields.string("article_id"),
            outlet=fields.optional_string("outlet"),
            quote=fields.nested("quote", Quote.from_dict),
            relation=fields.member("relation", VersionRelation),
            similarity=fields.probability("similarity"),
            machine_reworded=fields.boolean("machine_reworded"),
            part=fields.integer("part"),
            spans=fields.each("spans", Span.from_dict),
        )


@attrs.frozen
class Utterance:
    """What one speaker said on one occasion, and the versions of all outlets.

    `text` is the normalised form, taken from the version `chosen` for the `reason` that is given;
    `speaker` is merged across outlets, None if no version names one. `versions` are in the order
    of their articles' dates and ids.
    """

    id: str
    text: str
    reason: Reason
    chosen: QuoteRef
    speaker: MergedSpeaker | None
    versions: tuple[Version, ...]

    def to_dict(self) -> UtteranceDict:
        """The utterance as a dictionary for JSON."""
        return {
            "id": self.id,
            "text": self.text,
            "reason": self.reason.value,
            "chosen": self.chosen.to_dict(),
            "speaker": self.speaker.to_dict() if self.speaker is not None else None,
            "versions": [version.to_dict() for version in self.versions],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(
            id=fields.string("id"),
            text=fields.string("text"),
            reason=fields.member("reason", Reason),
            chosen=fields.nested("chosen", QuoteRef.from_dict),
            speaker=fields.optional_nested("speaker", MergedSpeaker.from_dict),
            versions=fields.each("versions", Version.from_dict),
        )

    def _repr_html_(self) -> str:
        """The utterance with its versions, for notebooks."""
        from quotes.render.notebook import utterance_html  # at first use

        return utterance_html(self)


@attrs.frozen
class Feature:
    """One thing that was compared: its value, and what it added to the score (in log odds)."""

    name: str
    value: float
    added: float

    def to_dict(self) -> FeatureDict:
        """The feature as a dictionary for JSON."""
        return {"name": self.name, "value": self.value, "added": self.added}

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(fields.string("name"), fields.number("value"), fields.number("added"))


@attrs.frozen
class Link:
    """Two quotes of different articles that were compared.

    `score` is the probability that both render one utterance; `features` say why, with what each
    of them added to the log odds of the score.
    """

    a: QuoteRef
    b: QuoteRef
    score: float
    features: tuple[Feature, ...]

    def to_dict(self) -> LinkDict:
        """The link as a dictionary for JSON."""
        return {
            "a": self.a.to_dict(),
            "b": self.b.to_dict(),
            "score": self.score,
            "features": [feature.to_dict() for feature in self.features],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(
            a=fields.nested("a", QuoteRef.from_dict),
            b=fields.nested("b", QuoteRef.from_dict),
            score=fields.probability("score"),
            features=fields.each("features", Feature.from_dict),
        )
