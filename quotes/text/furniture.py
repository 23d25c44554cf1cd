"""Page furniture: advertisement markers, captions, repeated pull quotes, forms, navigation."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotes.text.repeats import inside_longer

# Whole paragraphs of at most `_MAX_MARKER` characters, square brackets around them or not.
_MARKERS = (
    # Advertising, and markers that page scrapers leave.
    r"ad_?\d*|advert(?:isement)?s?|sponsored(?: content)?|promoted|quote|pull quote|source link",
    # Pointers to other pages.
    r"related(?: (?:content|articles?|stories|topics))?(?::.*)?|read (?:more|next|also)\b.*",
    r"also read\b.*|recommended(?::.*)?|from the archives?(?::.*)?",
    r"more (?:like this|from|on this)\b.*|see also\b.*|explore our\b.*|click here\b.*",
    r"continue reading\b.*|story continues\b.*|watch(?: (?:now|live|more|:).*)?",
    r"listen(?: (?:now|live|:).*)?|(?:this|the) video is not available\b.*|loading\b.{0,30}",
    # Forms, accounts, comments.
    r"share(?: (?:this|post|article|on).*)?|(?:log|sign)[ -]?(?:in|up|out)\b.{0,60}|print|email",
    r"subscribe\b.{0,80}|newsletter\b.{0,60}|lost your password\??|back to top",
    r"view (?:profile|comments?)\b.*|comments?(?:\s*\(?\d+\)?)?|leave a (?:reply|comment)\b.*",
    r"please enter your\b.*|your email address\b.*|save my name\b.*|tags?:.*",
    r"follow (?:us|@?\w+(?: \w+){0,3}) on\b.{0,80}",
    # What stands below an article.
    r"footnotes?|written by|about the author|terms of (?:use|service)\b.*|privacy policy\b.*",
    r"all rights reserved\b.*|copyright\b.{0,120}",
)
_MARKER = regex.compile(rf"\[?\s*(?:{'|'.join(_MARKERS)})\s*\]?[.:!]?", regex.I)
# Notes to the reader, of any length up to `_MAX_CAPTION`.
_NOTE = regex.compile(r"have an idea for an?\b.*|the views expressed (?:in this|here)\b.*", regex.I)
_CREDIT = regex.compile(
    r"""
    (?: \b(?:photo(?:graph)?s?|image|picture|credit|file\ photo|illustration|graphic|video)
        (?:\ (?:credit|courtesy|by))?\s*[:/]\s*(?:[^.]|\.(?=\w)){2,80}\.?
      | \((?:AP|AFP|Reuters|Getty|EPA|PA|Photo|Image|File|Credit)\b[^()]{0,80}\)\.?
      | \b(?:Getty\ Images|AFP\ via\ Getty|Shutterstock|iStock)\b.{0,40}
    )\s*\Z
    | \A(?:cc|\(cc\)|©)\s(?:[^.]|\.(?=\S)){2,120}\.?\s*\Z
    """,
    regex.X | regex.I,
)
# What follows the marker is the author's name and post.
_BYLINE = regex.compile(r"written by|about the author", regex.I)
_MOST_BYLINES = 2
# Someone is a writer of some kind: an author's biography, if it stands at the end.
_BIOGRAPHY = regex.compile(
    r"""
    \p{Lu}[\w.'-]*(?:\ [\w.'-]+){1,4}\ is\ an?\ [^."]{0,80}?
    \b(?:reporter|writer|journalist|editor|correspondent|columnist|producer|contributor|blogger)\b
    [^"]{0,300}
    """,
    regex.X,
)
_BIOGRAPHIES_AMONG_LAST = 6
_MAX_MARKER = 160
_MAX_CAPTION = 500
_MIN_REPEAT = 40
_NO_WORDS = regex.compile(r"[\s\"']+")


def furniture_flags(folded: Sequence[str]) -> list[bool]:
    """Say of each paragraph (given as folded text, in page order) whether it is furniture.

    A pull quote is a short paragraph whose words are all found again inside a longer one; of
    paragraphs that repeat one another the first is kept.
    """
    plain = [_NO_WORDS.sub(" ", p).strip(" .") for p in folded]
    pulled = inside_longer(
        [p for p in plain if _MIN_REPEAT <= len(p) <= _MAX_CAPTION],
        [p for p in plain if len(p) >= 2 * _MIN_REPEAT],
    )
    flags = []
    seen: set[str] = set()
    bylines = 0
    for i, (raw, words) in enumerate(zip(folded, plain, strict=True)):
        text = raw.strip()
        repeated = words in pulled or (len(words) >= _MIN_REPEAT and words in seen)
        seen.add(words)
        byline = bylines > 0 and not text.endswith((".", "!", "?", '"', ":"))
        at_the_end = i >= len(folded) - _BIOGRAPHIES_AMONG_LAST and i > 0
        flags.append(repeated or byline or _is_marker(text) or (at_the_end and _is_biography(text)))
        bylines = _MOST_BYLINES if _BYLINE.fullmatch(text) else bylines - 1 if byline else 0
    return flags


def _is_marker(raw: str) -> bool:
    if len(raw) > _MAX_CAPTION:
        return False
    if len(raw) <= _MAX_MARKER and _MARKER.fullmatch(raw):
        return True
    return _NOTE.fullmatch(raw) is not None or _CREDIT.search(raw) is not None


def _is_biography(raw: str) -> bool:
    return len(raw) <= _MAX_CAPTION and _BIOGRAPHY.fullmatch(raw) is not None
