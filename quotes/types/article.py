"""The text that is read: an article and stretches of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Self

import attrs

from quotes.pages import read_page
from quotes.serialise import ArticleDict, Fields, SpanDict


@attrs.frozen
class Span:
    """A stretch of the article: `article.text[start:end] == text`, offsets in code points."""

    start: int
    end: int
    text: str

    def to_dict(self) -> SpanDict:
        """The span as a dictionary for JSON."""
        return {"start": self.start, "end": self.end, "text": self.text}

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong, or the offsets do not fit the text.
        """
        fields = Fields.of(data)
        span = cls(fields.integer("start"), fields.integer("end"), fields.string("text"))
        if span.start < 0:
            fields.wrong("start", "an offset")
        if span.end - span.start != len(span.text):
            fields.wrong("end", f"{span.start + len(span.text)} (start + length of text)")
        return span


@attrs.frozen
class Article:
    """One text from one outlet. Only `text` is needed.

    `text` is read as it is, and offsets count its code points; `from_html` takes it from a page.
    `id` comes back as `Quote.article_id` and tells articles apart in `normalise`, where `outlet`
    names versions and `published` tells occasions apart. `url` and `title` are kept with them.
    """

    text: str
    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: datetime.datetime | datetime.date | None = None

    def to_dict(self) -> ArticleDict:
        """The article as a dictionary for JSON, its date in ISO 8601 (time zones as offsets)."""
        return {
            "text": self.text,
            "id": self.id,
            "outlet": self.outlet,
            "url": self.url,
            "title": self.title,
            "published": self.published.isoformat() if self.published is not None else None,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote; everything but `text` may be left out.

        Raises:
            FormatError: `text` is missing, or a field is wrong.
        """
        fields = Fields.of(data)
        return cls(
            text=fields.string("text"),
            id=fields.optional_string("id"),
            outlet=fields.optional_string("outlet"),
            url=fields.optional_string("url"),
            title=fields.optional_string("title"),
            published=fields.moment("published"),
        )

    @classmethod
    def from_html(cls, html: str, *, url: str | None = None) -> Self:
        """The article of an HTML page (needs the extra `html`).

        Menus, comments and what else stands around the article are left out; the page tells title,
        outlet, date and address as far as it has them.

        Args:
            html: the source of the page.
            url: where the page is from; without it, the address that the page gives itself.

        Raises:
            InputError: `html` is not a string.
            FormatError: no text of an article is found in the page.
            QuotesError: the extra `html` is not installed.
        """
        page = read_page(html, url)
        return cls(
            page.text,
            outlet=page.outlet,
            url=page.url,
            title=page.title,
            published=page.published,
        )
