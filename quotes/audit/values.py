"""Who gets quoted, as values: sources, counts, and the summary that audits are made of."""

from __future__ import annotations

import enum

import attrs

from quotes.fields import Probability
from quotes.serialise import Record
from quotes.types import ArticleSpan, QuoteRef, SpeakerKind


class Gender(enum.StrEnum):
    """Whether the articles' own words show a source to be a woman or a man."""

    WOMAN = "woman"
    """*She*, or a title such as *Ms*."""
    MAN = "man"
    """*He*, or a title such as *Mr*."""
    NOT_TOLD = "not_told"
    """Neither, both, or only *they*; and every body. First names tell nothing."""


@attrs.frozen
class Source(Record):
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


@attrs.frozen
class Tally(Record):
    """How much one sort of sources is quoted.

    Counts of sources, quotes and quoted words, and the share (0 to 1) of the quotes and of the
    words of all the sources that it is a sort of; 0 where there are none.
    """

    sources: int
    quotes: int
    words: int
    quote_share: Probability
    word_share: Probability


@attrs.frozen
class Summary(Record):
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
