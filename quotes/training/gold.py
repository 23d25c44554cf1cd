"""Gold annotations in the shapes that training and evaluation read.

`polnear` reads PolNeAR 1.0 (Newell, Margolin & Ruths, LREC 2018) as JSON Lines with `id`, `text`
and `attributions` (`source`, `cue`, `content`: lists of [start, end]). `speakers` reads a folder of
`NAME.txt`, `NAME.segs.json` and `NAME.gold.json` (see `docs/evaluation.md`).
"""

from __future__ import annotations

import contextlib
import enum
import json
import pathlib
from collections.abc import Iterator
from typing import TypeVar

import attrs
import regex

from quotes.errors import FormatError

Range = tuple[int, int]
_T = TypeVar("_T")


class Role(enum.StrEnum):
    """What a stretch between marks is."""

    SPEECH = "speech"
    """At least a clause that somebody said."""
    MIXED = "mixed"
    """A quoted fragment of a reported sentence."""
    NOT_SPEECH = "not_speech"
    """Titles, nicknames, terms, scare quotes: words that are attributed to nobody."""


@attrs.frozen
class GoldAttribution:
    """One annotated attribution relation; each part is a tuple of character ranges."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@attrs.frozen
class GoldSegment:
    """One annotated stretch between marks, with its speaker as the whole article tells it.

    `mention` is the source as written near it, if any; `speaker_type` is person, organization or
    unnamed; `affiliation` and `title` are those that the article states for the speaker.
    """

    start: int
    end: int
    role: Role
    speaker: str | None = None
    mention: str | None = None
    speaker_type: str | None = None
    affiliation: str | None = None
    title: str | None = None

    @property
    def speech(self) -> bool:
        """Whether somebody said the words, as a whole clause or as a fragment."""
        return self.role is not Role.NOT_SPEECH


@attrs.frozen
class GoldArticle:
    """An article with its annotations, of one or the other sort."""

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...] = ()
    segments: tuple[GoldSegment, ...] = ()


def _ranges(value: list[list[int]] | None) -> tuple[Range, ...]:
    return tuple((int(start), int(end)) for start, end in value or ())


@contextlib.contextmanager
def shape_checked(where: str) -> Iterator[None]:
    """What goes wrong with JSON of another shape is a `FormatError` that says where."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FormatError(f"{where}: not the documented shape ({error!r})") from error


def polnear(file: pathlib.Path) -> Iterator[GoldArticle]:
    """The articles of a PolNeAR split.

    Raises:
        FormatError: a line does not have the shape above; the message names it.
    """
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            with shape_checked(f"{file}:{number}"):
                row = json.loads(line)
                attributions = tuple(
                    GoldAttribution(*(_ranges(a.get(p)) for p in ("source", "cue", "content")))
                    for a in row["attributions"]
                    if a.get("content")
                )
                article = GoldArticle(row["id"], row["text"], attributions=attributions)
            yield article


def speakers(folder: pathlib.Path) -> Iterator[GoldArticle]:
    """The articles of a folder with speaker annotations.

    Raises:
        FormatError: a file does not have the documented shape; the message names it.
    """
    for file in sorted(folder.glob("*.gold.json")):
        name = file.name.removesuffix(".gold.json")
        with shape_checked(str(file)):
            gold = json.loads(file.read_text(encoding="utf8"))
            spans = json.loads((folder / f"{name}.segs.json").read_text(encoding="utf8"))
            with (folder / f"{name}.txt").open(encoding="utf8", newline="") as handle:
                text = handle.read()
            segments = tuple(
                GoldSegment(
                    int(span["start"]),
                    int(span["end"]),
                    Role(row["role"]),
                    row["speaker"],
                    row["mention"],
                    row.get("speaker_type"),
                    row.get("affiliation"),
                    row.get("title"),
                )
                for row, span in zip(gold, spans, strict=True)
                if not row.get("glitch")
            )
        yield GoldArticle(name, text, segments=segments)


def at_least_one(found: list[_T], path: pathlib.Path, what: str = "articles") -> list[_T]:
    """The same list.

    Raises:
        FormatError: nothing was found at `path`.
    """
    if not found:
        raise FormatError(f"{path}: no {what} in it")
    return found


def occurrences(text: str, words: str, low: int, high: int) -> list[Range]:
    """Where `words` stand as whole words within `text[low:high]`."""
    pattern = regex.compile(rf"(?<!\w){regex.escape(words)}(?!\w)")
    return [m.span() for m in pattern.finditer(text, max(0, low), high)]
