"""The lexicon of cues: lemmas of expressions that report."""

from __future__ import annotations

import enum
import functools
import pathlib


class CueClass(enum.StrEnum):
    """How an expression reports."""

    REPORT = "report"
    ATTITUDE = "attitude"
    NOUN = "noun"
    PREPOSITION = "preposition"


@functools.cache
def _table() -> dict[tuple[str, bool], CueClass]:
    table = {}
    file = pathlib.Path(__file__).parent / "cues.tsv"
    for line in file.read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            lemma, name = line.split("\t")
            kind = CueClass(name)
            table[lemma, kind is CueClass.NOUN] = kind
    return table


def cue_class(lemma: str, *, noun: bool = False) -> CueClass | None:
    """The class of a lemma as a verb or preposition, or as a noun; None if it does not report."""
    return _table().get((lemma, noun))
