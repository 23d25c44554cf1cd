"""The article of an HTML page, without what stands around it (needs the extra `html`)."""

from __future__ import annotations

import datetime
import re

import attrs

from quotes.errors import FormatError, InputError, QuotesError

_QUOTED = re.compile(r"<q(?:\s[^>]*)?>(.*?)</q\s*>", re.IGNORECASE | re.DOTALL)
_MARKS = "\"'“”‘’«»„‹›"
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S*[.!?…][\"'”’»)\]]*$")
"""A line that may be of an article: menus and headlines do without a full stop."""
_ANY_DAY = {"max_date": "9999-12-31"}
"""By default days that are yet to come are not believed, by the clock of the machine."""
_NOTHING = "no article text is found in this HTML page"
_TAG = re.compile(r"<[^>]*>")


@attrs.frozen
class Page:
    """What an HTML page says of the article that it holds."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: datetime.date | None


def read_page(html: str, url: str | None = None) -> Page:
    """The text of the article of a page, its paragraphs apart, and what is said about it.

    The headline, menus, comments and what else stands around an article are left out. Words that
    the page has between `<q>` and `</q>` stand between quotation marks, as in a browser.

    Args:
        html: the source of the page.
        url: where the page is from, if the page does not say so itself.

    Raises:
        InputError: `html` is not a string.
        FormatError: no text of an article is found in the page.
        QuotesError: the extra `html` is not installed.
    """
    if not isinstance(html, str):
        raise InputError(f"html: expected str, not {type(html).__name__}")
    try:
        from trafilatura import bare_extraction
    except ModuleNotFoundError as error:
        raise QuotesError('HTML pages need: pip install "quotes-nlp[html]"') from error
    found = bare_extraction(
        _QUOTED.sub(_marked, html),
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "original_date": True, **_ANY_DAY},
    )
    document = None if isinstance(found, dict) else found  # a dictionary only on request
    if document is None:
        raise FormatError(_NOTHING)
    text = _text(document.text, document.title)
    if not any(map(_SENTENCE.match, text.splitlines())):
        raise FormatError(_NOTHING)
    return Page(text, document.title, document.sitename, url or document.url, _day(document.date))


def _marked(match: re.Match[str]) -> str:
    """Quoted words between quotation marks, unless they have some already."""
    words = _TAG.sub("", match[1]).strip()
    before = match.string[: match.start()][-1:]
    if words[:1] in _MARKS or (before and before in _MARKS):
        return match[1]
    return f"“{match[1]}”"


def _text(text: str | None, title: str | None) -> str:
    """The paragraphs, without the headline that stands above them."""
    lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
    if title and lines and lines[0] == title.strip():
        del lines[0]
    return "\n\n".join(lines)


def _day(date: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date) if date else None
    except ValueError:
        return None
