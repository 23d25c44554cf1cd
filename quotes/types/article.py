"""The text that is read: an article and spans of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Self, TypeVar

import attrs

from quotes.errors import InputError
from quotes.fields import Fields, moment
from quotes.serialise import Record
from quotes.webpage import read_page

_T = TypeVar("_T")
_Moment = datetime.datetime | datetime.date | None


@attrs.frozen
class Span(Record):
    """A span of the article: `article.text[start:end] == text`, offsets in code points."""

    start: int
    end: int
    text: str

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong, or the offsets do not fit the text.
        """
        fields = Fields.of(data)
        span = super().from_dict(fields)
        if span.start < 0:
            fields.wrong("start", "an offset")
        if span.end - span.start != len(span.text):
            fields.wrong("end", f"{span.start + len(span.text)} (start + length of text)")
        return span


def _published(value: _Moment | str) -> _Moment:
    """The date, or the date that an ISO 8601 string denotes."""
    if not isinstance(value, str):
        return value
    try:
        return moment(value)
    except ValueError as error:
        raise InputError(f"published: expected an ISO 8601 date, not {value!r:.40}") from error


def _typed(instance: Article, attribute: attrs.Attribute[_T], value: _T) -> None:
    """A validator: the field holds what it is declared to hold."""
    optional = attribute.default is None
    if isinstance(value, str) or (optional and value is None):
        return
    expected = "str or None" if optional else "str"
    raise InputError(f"{attribute.name}: expected {expected}, not {type(value).__name__}")


def _dated(instance: Article, attribute: attrs.Attribute[_T], value: _T) -> None:
    """A validator: the field is a date, or a date and time, or None."""
    if not isinstance(value, datetime.date | None):
        raise InputError(
            f"published: expected a date, an ISO 8601 string or None, not {type(value).__name__}"
        )


@attrs.frozen
class Article(Record):
    """One text from one outlet. Only `text` is needed.

    `text` is read as it is, and offsets count its code points; `from_html` takes it from a page.
    `id` comes back as `Quote.article_id` and tells articles apart in `normalise`, where `outlet`
    names versions and `published` tells occasions apart. `url` and `title` are kept with them.
    `published` may be given as a string in ISO 8601 (`"2024-05-01"`, `"2024-05-01T08:30:00Z"`).

    Raises:
        InputError: a field holds a value of another type, or `published` a string that is not a
            date.
    """

    text: str = attrs.field(validator=_typed)
    id: str | None = attrs.field(default=None, validator=_typed)
    outlet: str | None = attrs.field(default=None, validator=_typed)
    url: str | None = attrs.field(default=None, validator=_typed)
    title: str | None = attrs.field(default=None, validator=_typed)
    published: datetime.datetime | datetime.date | None = attrs.field(
        default=None, converter=_published, validator=_dated
    )

    @classmethod
    def from_html(cls, html: str, *, url: str | None = None) -> Self:
        """The article of an HTML page (needs the extra `html`).

        Menus, comments and everything else around the article is omitted; the page tells title,
        outlet, date and address as far as it has them.

        Args:
            html: the source of the page.
            url: where the page is from; without it, the address that the page gives itself.

        Raises:
            InputError: `html` is not a string.
            FormatError: no article text is found in the page.
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
