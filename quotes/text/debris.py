"""Traces of other formats in plain text: tags, character references, wrongly decoded letters."""

from __future__ import annotations

import html

import regex

from quotes.errors import InputError, QuotesError

_BLOCKS = (
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section table "
    "tbody td tfoot th thead title tr ul"
).split()
_INLINE = (
    "a abbr acronym b big button cite code del dfn em font i iframe img input ins kbd label link "
    "mark meta noscript option q s samp select small source span strike strong sub sup svg time u "
    "var video"
).split()
_TAG = regex.compile(
    rf"</?(?:(?P<block>{'|'.join(_BLOCKS)})|{'|'.join(_INLINE)})(?:\s[^<>]*|/)?>", regex.IGNORECASE
)
_HIDDEN = regex.compile(
    r"<(script|style)(?:\s[^<>]*)?>.*?</\1\s*>|<!--.*?-->|<!doctype[^<>]*>",
    regex.IGNORECASE | regex.DOTALL,
)
_OPENING = regex.compile(
    rf"{_TAG.pattern}|<(?:script|style|!doctype)[^<>]*>|<!--", regex.IGNORECASE
)
_REFERENCE = regex.compile(r"&(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z][a-z0-9]{1,31});", regex.IGNORECASE)
_MISREAD = regex.compile(
    r"â€[\u0080-\u017f\u02c6\u02dc\u2010-\u2122]?|[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œž]|ï¿½|ðŸ"
)
"""UTF-8 read as Windows-1252 or Latin-1."""
_CLOSING = "â€"
"""What is left of a closing mark whose last byte Windows-1252 does not know."""
_LONGEST = 20
_DEEPEST = 3
"""How often references may be written as references: *&amp;amp;quot;*."""


def debris(text: str) -> tuple[str, ...]:
    """What of other formats a text shows, an example of each kind in the order of the kinds.

    Tags of HTML (`<p>`), character references (`&quot;`), and letters that come of reading UTF-8 in
    another encoding (`â€™`). `repair` takes all of them out.

    Raises:
        InputError: `text` is not a string.
    """
    _checked(text)
    examples = (_OPENING.search(text), _reference(text), _MISREAD.search(text))
    return tuple(_shown(match[0]) for match in examples if match)


def repair(text: str) -> str:
    """The text without tags, with characters for their references, and with letters as meant.

    A tag that parts paragraphs on a page, such as `<p>`, becomes a blank line. A text without such
    traces is returned as it is. Offsets of quotes count the characters of the repaired text.

    Raises:
        InputError: `text` is not a string.
        QuotesError: letters are wrongly decoded, and the extra `html` is not installed.
    """
    _checked(text)
    if _MISREAD.search(text):
        text = _decoded_again(text)
    for _ in range(_DEEPEST):
        if not _reference(text):
            break
        text = html.unescape(text)
    return _without_tags(text) if _HIDDEN.search(text) or _TAG.search(text) else text


def _shown(example: str) -> str:
    line = " ".join("".join(c for c in example if c.isprintable() or c.isspace()).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _checked(text: str) -> None:
    if not isinstance(text, str):
        raise InputError(f"text: expected str, not {type(text).__name__}")


def _reference(text: str) -> regex.Match[str] | None:
    """The first reference that stands for a character: *AT&T;* holds none."""
    found = _REFERENCE.finditer(text)
    return next((match for match in found if html.unescape(match[0]) != match[0]), None)


def _decoded_again(text: str) -> str:
    try:
        from ftfy import fix_encoding
    except ModuleNotFoundError as error:
        raise QuotesError('repairing letters needs: pip install "quotes-nlp[html]"') from error
    return fix_encoding(text).replace(_CLOSING, "”")


def _without_tags(text: str) -> str:
    text = _HIDDEN.sub("", text)
    text = _TAG.sub(lambda match: "\n\n" if match["block"] else "", text)
    text = regex.sub(r"[ \t\u00a0]*\n[ \t\u00a0]*", "\n", text)
    return regex.sub(r"\n{3,}", "\n\n", text).strip()
