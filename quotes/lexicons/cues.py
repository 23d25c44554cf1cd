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


_ENDINGS = (
    ("ied", "y"),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("es", ""),
    ("s", ""),
)


def cue_lemma(word: str, lemma: str) -> str:
    """The lemma of a verb as a cue; small lemmatisers leave rare verbs as they stand (*contended*).

    Both are given in lower case; if no regular ending leads to a known cue, it is `lemma`.
    """
    table = _table()
    if (lemma, False) in table:
        return lemma
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word.removesuffix(ending) + instead
            single = base[:-1] if base[-2:-1] == base[-1:] else base
            for form in (base, single):
                if (form, False) in table:
                    return form
    return lemma


def is_report(word: str, lemma: str) -> bool:
    """Whether a verb, given as the word in lower case and its lemma, reports speech."""
    return cue_class(cue_lemma(word, lemma.lower())) is CueClass.REPORT


def cue_class(lemma: str, *, noun: bool = False) -> CueClass | None:
    """The class of a lemma as a verb or preposition, or as a noun; None if it does not report."""
    return _table().get((lemma, noun))
