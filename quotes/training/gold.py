"""Gold annotations in the shapes that training and evaluation read.

`polnear` reads PolNeAR 1.0 (Newell, Margolin & Ruths, LREC 2018) as JSON Lines with `id`, `text` and
`attributions` (`source`, `cue`, `content`: lists of [start, end]). `speakers` reads a folder of
`NAME.txt`, `NAME.segs.json` and `NAME.gold.json` (see `docs/evaluation.md`).
"""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator

import attrs
import regex

Range = tuple[int, int]


@attrs.frozen
class GoldAttribution:
    """One annotated attribution relation; each part is a tuple of character ranges."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@attrs.frozen
class GoldSegment:
    """One annotated stretch between marks. `mention` is the source as written near it, if any."""

    start: int
    end: int
    speech: bool
    speaker: str | None
    mention: str | None


@attrs.frozen
class GoldArticle:
    """An article with its annotations, of one or the other sort."""

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...] = ()
    segments: tuple[GoldSegment, ...] = ()


def _ranges(value: list[list[int]] | None) -> tuple[Range, ...]:
    return tuple((start, end) for start, end in value or ())


def polnear(file: pathlib.Path) -> Iterator[GoldArticle]:
    """The articles of a PolNeAR split."""
    with file.open(encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            yield GoldArticle(
                row["id"],
                row["text"],
                attributions=tuple(
                    GoldAttribution(
                        _ranges(a.get("source")), _ranges(a.get("cue")), _ranges(a.get("content"))
                    )
                    for a in row["attributions"]
                    if a.get("content")
                ),
            )


def speakers(folder: pathlib.Path) -> Iterator[GoldArticle]:
    """The articles of a folder with speaker annotations."""
    for file in sorted(folder.glob("*.gold.json")):
        name = file.name.removesuffix(".gold.json")
        gold = json.loads(file.read_text(encoding="utf8"))
        spans = json.loads((folder / f"{name}.segs.json").read_text(encoding="utf8"))
        with (folder / f"{name}.txt").open(encoding="utf8", newline="") as handle:
            text = handle.read()
        yield GoldArticle(
            name,
            text,
            segments=tuple(
                GoldSegment(
                    s["start"], s["end"], g["role"] != "not_speech", g["speaker"], g["mention"]
                )
                for g, s in zip(gold, spans, strict=True)
                if not g.get("glitch")
            ),
        )


def occurrences(text: str, words: str, low: int, high: int) -> list[Range]:
    """Where `words` stand as whole words within `text[low:high]`."""
    pattern = regex.compile(rf"(?<!\w){regex.escape(words)}(?!\w)")
    return [m.span() for m in pattern.finditer(text, max(0, low), high)]
