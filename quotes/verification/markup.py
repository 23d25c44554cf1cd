"""HTML that was left in a text: entities and tags, and the text without them."""

from __future__ import annotations

import functools
import html
from bisect import bisect_left

import attrs
import regex

from quotes.lexicons import load_pairs
from quotes.types.verification import VerificationWarning
from quotes.verification.words import MARKS_AND_APOSTROPHES, Words, words_of

_PADDING = "\u2060"
"""A word joiner: it is neither seen nor compared."""
_BLOCK = "\n\n"
_ENTITY = regex.compile(
    r"&(?:amp;){0,2}(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});", regex.X
)


@attrs.frozen(eq=False)
class Markup:
    """The mark-up of a text.

    `read` is the text as a reader would see it, at unchanged offsets: padding stands before the
    character of an entity and in the place of a tag within a line, white space in the place of
    other tags. `entities` are the ranges of entities.
    """

    read: str
    entities: list[tuple[int, int]]
    warnings: tuple[VerificationWarning, ...]

    def words(self, text: str) -> Words:
        """The words of the text as it is seen; an entity that a word begins with is part of it."""
        words = words_of(text, self.read)
        for start, end in self.entities:
            number = bisect_left(words.starts, start)
            if number < len(words) and words.starts[number] < end:
                words.starts[number] = start
        return words


def markup_of(text: str) -> Markup | None:
    """Find the mark-up of a text, if it has any."""
    pieces: list[str] = []
    entities: list[tuple[int, int]] = []
    at = 0
    last = ""
    tagged = False
    for match in _markup().finditer(text):
        if match[0][0] == "<":
            tagged = True
            seen = _BLOCK if _tags()[match["name"].lower()] == "block" else ""
            piece = seen.rjust(len(match[0]), " " if seen else _PADDING)
        else:
            character = _character(match[0])
            if character is None:
                continue
            entities.append(match.span())
            before = text[at : match.start()][-1:] or last
            after = text[match.end() : match.end() + 1]
            piece = _padded(character, before, after, len(match[0]))
        pieces += text[at : match.start()], piece
        last = (text[at : match.start()][-1:] + piece).rstrip(_PADDING)[-1:] or last
        at = match.end()
    if not pieces:
        return None
    warnings = []
    if entities:
        warnings.append(VerificationWarning.ENTITIES)
    if tagged:
        warnings.append(VerificationWarning.TAGS)
    return Markup("".join((*pieces, text[at:])), entities, tuple(warnings))


def _padded(character: str, before: str, after: str, size: int) -> str:
    """What stands for an entity: a quotation mark keeps what tells an opening from a closing one,
    the word on its inner side, the white space on its outer."""
    if character in MARKS_AND_APOSTROPHES:
        if after.isalnum() and not before.isalnum():
            return character.rjust(size)
        if not after.isalnum():
            return character.ljust(size)
    return character.rjust(size, _PADDING)


def _character(entity: str) -> str | None:
    """What an entity stands for, also one that was written as one twice; None if it is none."""
    seen = entity
    while seen.startswith("&") and seen.endswith(";") and seen != (more := html.unescape(seen)):
        seen = more
    known = seen != entity and len(seen) <= len(entity) and not seen.endswith(";")
    return seen if known or entity == "&semi;" else None


@functools.cache
def _tags() -> dict[str, str]:
    return load_pairs("html_tags")


@functools.cache
def _markup() -> regex.Pattern[str]:
    names = "|".join(_tags())
    tag = rf"</?(?P<name>{names})(?=[\s/>])[^<>]*+>"
    return regex.compile(f"{_ENTITY.pattern}|{tag}", regex.I | regex.X)
