"""Who gets quoted, as values: sources, counts, and the summary that audits are made of."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Self, TypedDict

import attrs

from quotes.fields import Fields
from quotes.serialise import ArticleSpanDict, QuoteRefDict
from quotes.types import ArticleSpan, QuoteRef, SpeakerKind


class SourceDict(TypedDict):
    """A `Source` as a dictionary."""

    id: str
    name: str
    kind: str
    named: bool
    names: list[str]
    roles: list[str]
    affiliations: list[str]
    quotes: int
    words: int
    articles: int
    outlets: list[str]
    gender: str
    he: int
    she: int
    they: int
    titles: list[str]
    official_by: str | None
    evidence: list[ArticleSpanDict]
    refs: list[QuoteRefDict]


class TallyDict(TypedDict):
    """A `Tally` as a dictionary."""

    sources: int
    quotes: int
    words: int
    quote_share: float
    word_share: float


class SummaryDict(TypedDict):
    """A `Summary` as a dictionary."""

    outlet: str | None
    articles: int
    sources: int
    quotes: int
    words: int
    unattributed: int
    named: TallyDict
    unnamed: TallyDict
    people: TallyDict
    bodies: TallyDict
    officials: TallyDict
    women: TallyDict
    men: TallyDict
    not_told: TallyDict


class Gender(enum.StrEnum):
    """Whether the articles' own words show a source to be a woman or a man."""

    WOMAN = "woman"
    """*She*, or a title such as *Ms*."""
    MAN = "man"
    """*He*, or a title such as *Mr*."""
    NOT_TOLD = "not_told"
    """Neither, both, or only *they*; and every body. First names tell nothing."""


@attrs.frozen
class Source:
    """One source over all articles: who they are, and how much they are quoted.

    `id` is unique in a result. `name` is the fullest form, `names` every form, `roles` and
    `affiliations` those of all articles. `quotes` counts quotes of all kinds, `words` the words
    between their quotation marks. `he`, `she` and `they` count the pronouns that the library
    resolved to the source where it speaks, `titles` are the courtesy titles as written (*Mr.*), and
    `evidence` has every one of these words where it stands. `official_by` is the role or the name
    by which the source speaks for a state; None for all others. `refs` are the quotes.
    """

    id: str
    name: str
    kind: SpeakerKind
    named: bool
    names: tuple[str, ...]
    roles: tuple[str, ...]
    affiliations: tuple[str, ...]
    quotes: int
    words: int
    articles: int
    outlets: tuple[str, ...]
    gender: Gender
    he: int
    she: int
    they: int
    titles: tuple[str, ...]
    official_by: str | None
    evidence: tuple[ArticleSpan, ...] = ()
    refs: tuple[QuoteRef, ...] = ()

    @property
    def official(self) -> bool:
        """Whether the source speaks for a state."""
        return self.official_by is not None

    @property
    def body(self) -> bool:
        """Whether it is an organisation, a group or a document, and no single person."""
        return self.kind not in (SpeakerKind.PERSON, SpeakerKind.UNNAMED)

    def to_dict(self) -> SourceDict:
        """The source as a dictionary for JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind.value,
            "named": self.named,
            "names": list(self.names),
            "roles": list(self.roles),
            "affiliations": list(self.affiliations),
            "quotes": self.quotes,
            "words": self.words,
            "articles": self.articles,
            "outlets": list(self.outlets),
            "gender": self.gender.value,
            "he": self.he,
            "she": self.she,
            "they": self.they,
            "titles": list(self.titles),
            "official_by": self.official_by,
            "evidence": [item.to_dict() for item in self.evidence],
            "refs": [ref.to_dict() for ref in self.refs],
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
            named=fields.boolean("named"),
            names=fields.strings("names"),
            roles=fields.strings("roles"),
            affiliations=fields.strings("affiliations"),
            quotes=fields.integer("quotes"),
            words=fields.integer("words"),
            articles=fields.integer("articles"),
            outlets=fields.strings("outlets"),
            gender=fields.member("gender", Gender),
            he=fields.integer("he"),
            she=fields.integer("she"),
            they=fields.integer("they"),
            titles=fields.strings("titles"),
            official_by=fields.optional_string("official_by"),
            evidence=fields.each("evidence", ArticleSpan.from_dict),
            refs=fields.each("refs", QuoteRef.from_dict),
        )


@attrs.frozen
class Tally:
    """How much one sort of sources is quoted.

    Counts of sources, quotes and quoted words, and the share (0 to 1) of the quotes and of the
    words of all the sources that it is a sort of; 0 where there are none.
    """

    sources: int
    quotes: int
    words: int
    quote_share: float
    word_share: float

    def to_dict(self) -> TallyDict:
        """The tally as a dictionary for JSON."""
        return {
            "sources": self.sources,
            "quotes": self.quotes,
            "words": self.words,
            "quote_share": self.quote_share,
            "word_share": self.word_share,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(
            fields.integer("sources"),
            fields.integer("quotes"),
            fields.integer("words"),
            fields.probability("quote_share"),
            fields.probability("word_share"),
        )


@attrs.frozen
class Summary:
    """Who gets quoted in all articles, or in those of one outlet.

    `outlet` is None for all articles together, and for those that name none. `articles` counts all
    of them, `unattributed` the quotes without a speaker, which count nowhere else. Of the others,
    `named`, `unnamed`, `people`, `bodies` and `officials` are shares of all; `women`, `men` and
    `not_told` are shares of what people (not bodies) are quoted with.
    """

    outlet: str | None
    articles: int
    sources: int
    quotes: int
    words: int
    unattributed: int
    named: Tally
    unnamed: Tally
    people: Tally
    bodies: Tally
    officials: Tally
    women: Tally
    men: Tally
    not_told: Tally

    def to_dict(self) -> SummaryDict:
        """The summary as a dictionary for JSON."""
        return {
            "outlet": self.outlet,
            "articles": self.articles,
            "sources": self.sources,
            "quotes": self.quotes,
            "words": self.words,
            "unattributed": self.unattributed,
            "named": self.named.to_dict(),
            "unnamed": self.unnamed.to_dict(),
            "people": self.people.to_dict(),
            "bodies": self.bodies.to_dict(),
            "officials": self.officials.to_dict(),
            "women": self.women.to_dict(),
            "men": self.men.to_dict(),
            "not_told": self.not_told.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(
            outlet=fields.optional_string("outlet"),
            articles=fields.integer("articles"),
            sources=fields.integer("sources"),
            quotes=fields.integer("quotes"),
            words=fields.integer("words"),
            unattributed=fields.integer("unattributed"),
            named=fields.nested("named", Tally.from_dict),
            unnamed=fields.nested("unnamed", Tally.from_dict),
            people=fields.nested("people", Tally.from_dict),
            bodies=fields.nested("bodies", Tally.from_dict),
            officials=fields.nested("officials", Tally.from_dict),
            women=fields.nested("women", Tally.from_dict),
            men=fields.nested("men", Tally.from_dict),
            not_told=fields.nested("not_told", Tally.from_dict),
        )
