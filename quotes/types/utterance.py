"""What many outlets made of the same words: utterances, their versions and why they were joined."""

from __future__ import annotations

import enum

import attrs

from quotes.fields import Probability
from quotes.serialise import Record
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
class QuoteRef(Record):
    """One quote of one article, by their ids.

    `part` counts the sentences of a quotation that is split around its attribution, from 0, where
    outlets render them apart; it is 0 for all other quotes.
    """

    article_id: str
    quote_id: str
    part: int = 0


@attrs.frozen
class ArticleSpan(Record):
    """A span of one of several articles, as evidence."""

    article_id: str
    span: Span


@attrs.frozen
class ArticleSpeaker(Record):
    """A speaker as one article knows them."""

    article_id: str
    speaker: Speaker


@attrs.frozen
class MergedAffiliation(Record):
    """An institution by its canonical name, and the words of each outlet that say so.

    Without any such words it comes from a newsroom's own list (see `KnownEntity`).
    """

    name: str
    evidence: tuple[ArticleSpan, ...]


@attrs.frozen
class MergedSpeaker(Record):
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


@attrs.frozen
class Version(Record):
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
    similarity: Probability
    machine_reworded: bool = False
    part: int = 0
    spans: tuple[Span, ...] = ()

    @property
    def ref(self) -> QuoteRef:
        """The quote as links name it."""
        return QuoteRef(self.article_id, self.quote.id, self.part)


@attrs.frozen
class Utterance(Record):
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

    def _repr_html_(self) -> str:
        """The utterance with its versions, for notebooks."""
        from quotes.render.notebook import utterance_html  # at first use

        return utterance_html(self)


@attrs.frozen
class Feature(Record):
    """One thing that was compared: its value, and what it added to the score (in log odds)."""

    name: str
    value: float
    added: float


@attrs.frozen
class Link(Record):
    """Two quotes of different articles that were compared.

    `score` is the probability that both render one utterance; `features` say why, with what each
    of them added to the log odds of the score.
    """

    a: QuoteRef
    b: QuoteRef
    score: Probability
    features: tuple[Feature, ...]
