"""What is known of retold quotes: which utterance each of them renders, and what was changed."""

from __future__ import annotations

import enum

import attrs

from quotes.types import Article, Quote


class Change(enum.IntEnum):
    """What became of the words, from the mildest to the most drastic."""

    VERBATIM = 1
    """The same words."""
    TRIMMED = 2
    """The beginning or the end is cut."""
    SPLIT = 3
    """Broken around the attribution, or told as two quotes."""
    EDITED = 4
    """A few words dropped, added, spelt or chosen otherwise."""
    FRAGMENT = 5
    """Two to six words in a reported clause."""
    SYNONYMS = 6
    """A program exchanged many words for synonyms, in the quote and all around it."""
    RETRANSLATED = 7
    """Other words in another order for the same."""
    INDIRECT = 8
    """Reported without marks."""


class Miss(enum.StrEnum):
    """Why two utterances look like one and are not."""

    SPEAKER = "speaker"
    """The same words, or nearly, from somebody else."""
    MATTER = "matter"
    """Another statement of the same speaker on the same matter."""
    NUMBER = "number"
    """The same but for a number: a later count, or another speaker's."""
    NEGATION = "negation"
    """The same but for a negation, at a later date or from somebody else."""
    PHRASE = "phrase"
    """A phrase in everybody's mouth, on different occasions."""


@attrs.frozen
class Retold:
    """What one quote renders.

    `utterance` and `speaker` number them across all articles. `change` is None for the quote that
    has the original words. `part`: from which to before which of the original's words this renders.
    """

    article_id: str
    quote_id: str
    utterance: int
    speaker: int
    change: Change | None
    part: tuple[int, int]


@attrs.frozen
class NearMiss:
    """Two utterances that are easily taken for one."""

    a: int
    b: int
    sort: Miss


@attrs.frozen
class Retellings:
    """Articles in the order in which they were told, their quotes, and what these render.

    `quotes[i]` are those of `articles[i]`, in text order; `retold` has one entry for every quote,
    in the order of all of them; `near_misses` are pairs of utterances.
    """

    articles: tuple[Article, ...]
    quotes: tuple[tuple[Quote, ...], ...]
    retold: tuple[Retold, ...]
    near_misses: tuple[NearMiss, ...]
