"""A quote and who said it.

Vocabulary as in the literature on attribution (Pareti, *PARC 3.0*, LREC 2016; Newell et al.,
*PolNeAR*, LREC 2018): an attribution relation joins a **source** (who), a **cue** (the expression
that reports) and a **content** (what). Offsets are code points into `Article.text`, half-open.
"""

from __future__ import annotations

import enum

import attrs

from quotes.fields import Probability
from quotes.serialise import SPARSE, Record
from quotes.types.article import Span


class Kind(enum.StrEnum):
    """How the words are reported."""

    DIRECT = "direct"
    """All of the content is inside quotation marks."""
    MIXED = "mixed"
    """Quoted fragments inside a reported clause."""
    INDIRECT = "indirect"
    """Reported without quotation marks."""
    OTHER = "other"
    """Quoted words that nobody is reported to have said: scare quotes, titles, nicknames, terms."""


class SpeakerKind(enum.StrEnum):
    """What kind of speaker it is."""

    PERSON = "person"
    """One person, by name."""
    ORGANIZATION = "organization"
    """A body that speaks as one: a company, a ministry, a state, a paper, an account."""
    GROUP = "group"
    """Several people together, such as two who are named and joined by *and*."""
    UNNAMED = "unnamed"
    """A source that the article describes without a name."""
    DOCUMENT = "document"
    """A text (a suit, a report, a statement) whose maker the article does not name."""


class KnownPart(enum.StrEnum):
    """What of a speaker comes from a newsroom's own list and not from the article."""

    NAME = "name"
    """The name as it is shown."""
    ROLES = "roles"
    """The roles."""
    AFFILIATIONS = "affiliations"
    """The affiliations."""


class Method(enum.StrEnum):
    """Which step of the library joined the content to its source."""

    PATTERN = "pattern"
    """A fixed shape of text, such as a name and a colon before the words."""
    RANKER = "ranker"
    """The learned ranker chose among the reporting clauses of the parse."""
    CONTINUATION = "continuation"
    """The words have no attribution of their own: the previous speaker continues."""
    SYNTAX = "syntax"
    """A reporting expression and its complement in the parse (indirect speech)."""
    NONE = "none"
    """Nothing attributes the words."""


class Unresolved(enum.StrEnum):
    """Why a quote has no speaker."""

    NO_SOURCE = "no_source"
    """The text attributes the words to nobody."""
    NO_ANTECEDENT = "no_antecedent"
    """There is a pronoun or a description, and nothing in the article says whom it means."""
    LOW_CONFIDENCE = "low_confidence"
    """A speaker was found, but is less probable than `min_speaker_confidence`."""
    NOT_SPEECH = "not_speech"
    """The quoted words are not speech (kind `other`)."""
    LANGUAGE = "language"
    """The article is not in a language that the library reads."""


@attrs.frozen
class Affiliation(Record):
    """An institution that a speaker now speaks for, and the words of the article that say so.

    If it is `known`, a newsroom's own list says so, and `as_written` is the mention of the speaker
    that was looked up there.
    """

    name: str
    as_written: Span
    known: bool = attrs.field(default=False, metadata=SPARSE)


@attrs.frozen
class Speaker(Record):
    """Whom the mentions of one article refer to.

    `id` is stable within the article. `name` is the fullest form in the article without honorifics
    and titles, or the whole describing phrase of an unnamed source. `roles` are what the article
    says that they are (*mayor*, *chief engineer*), `affiliations` the institutions that they speak
    for, and `mentions` the words that the answer rests on. `known` says which of these come from a
    newsroom's own list (see `KnownEntity`). All quotes of one speaker hold equal values.
    """

    id: str
    name: str
    kind: SpeakerKind
    roles: tuple[str, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    mentions: tuple[Span, ...] = ()
    known: tuple[KnownPart, ...] = attrs.field(default=(), metadata=SPARSE)


@attrs.frozen
class Quote(Record):
    """One attribution relation whose content was said or written.

    `segments` are the quoted spans, without the quotation marks (none for indirect speech);
    `content` is all that is reported, with quotation marks; `text` joins the segments with a space,
    or is the content of indirect speech. `source` is the mention next to the `cue`; `via` the
    outlet to which the words were told or which reported them. `confidence` is the probability that
    the words are reported speech, `speaker_confidence` that the named speaker is right. `method` is
    the step that joined the words to their source; if there is no `speaker`, `unresolved` says why.
    `id` is unique within the article, `article_id` is that of the `Article`.
    """

    id: str
    article_id: str | None
    kind: Kind
    text: str
    segments: tuple[Span, ...]
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    via: Span | None
    speaker: Speaker | None
    confidence: Probability
    speaker_confidence: Probability
    method: Method
    unresolved: Unresolved | None

    def _repr_html_(self) -> str:
        """The quote with its speaker, for notebooks."""
        from quotes.render.notebook import quote_html  # at first use

        return quote_html(self)
