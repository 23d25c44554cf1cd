"""What an archive answers with."""

from __future__ import annotations

import datetime

import attrs

from quotes.errors import ArticleError
from quotes.serialise import Record
from quotes.types import Article, MergedSpeaker, Quote, VersionRelation


@attrs.frozen
class Added:
    """What became of articles that were to be added.

    `articles` and `quotes` count what is new, `known` the articles that were there already.
    `changed` are the ids of articles whose text is another one than that in the archive, which is
    kept; `errors` tell of articles in which something went wrong, which were not added.
    """

    articles: int = 0
    quotes: int = 0
    known: int = 0
    changed: tuple[str, ...] = ()
    errors: tuple[ArticleError, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The counts as a dictionary for JSON; errors by their messages."""
        return {
            "articles": self.articles,
            "quotes": self.quotes,
            "known": self.known,
            "changed": list(self.changed),
            "errors": [str(error) for error in self.errors],
        }


@attrs.frozen
class Found:
    """One quote of the archive, with its article.

    `speaker` and `speaker_id` are those merged over the archive, while `quote.speaker` is what the
    article itself tells; `utterance` is the id of what the quote is a version of, None of marked
    words that nobody said.
    """

    article: Article
    quote: Quote
    speaker: str | None
    speaker_id: str | None
    utterance: str | None

    def to_dict(self) -> dict[str, object]:
        """The quote as a dictionary for JSON, with its article but for the text."""
        about = self.article.to_dict()
        return {
            "article_id": about["id"],
            "outlet": about["outlet"],
            "url": about["url"],
            "title": about["title"],
            "published": about["published"],
            "speaker": self.speaker,
            "speaker_id": self.speaker_id,
            "utterance_id": self.utterance,
            "quote": self.quote.to_dict(),
        }


@attrs.frozen
class Wording(Record):
    """One wording of an utterance, and where it first stood.

    `outlets` are those that have it, in the order of time. `added` and `dropped` are the stretches
    in which it differs from the wording before it; of the first wording there are none.
    """

    text: str
    article_id: str
    outlet: str | None
    published: datetime.datetime | datetime.date | None
    relation: VersionRelation
    outlets: tuple[str | None, ...]
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@attrs.frozen
class KnownSpeaker(Record):
    """A speaker of the archive: all names they go by, and how much they are quoted.

    `speaker` has roles and affiliations of all articles, those of most articles first; its
    `known_as` and the evidence of its affiliations are left to the articles and empty here.
    `first` and `last` are the days of the first and the last quote that has a date.
    """

    speaker: MergedSpeaker
    names: tuple[str, ...]
    articles: int
    quotes: int
    first: datetime.date | None
    last: datetime.date | None
