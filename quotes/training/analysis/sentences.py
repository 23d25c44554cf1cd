"""Annotated sentences for the processors of stanza, read as the library will show them text.

Words are folded as `quotes.text.fold` folds articles, and every quotation mark is the straight
double one, because that is what the analyser of the library hands to its models.
"""

from __future__ import annotations

import gzip
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

import attrs

from quotes.errors import QuotesError
from quotes.text.fold import fold

_MARKS = frozenset(("``", "''"))
BLANK = "_"


class DataError(QuotesError):
    """A file of training data is missing, empty or ill-formed."""


@attrs.frozen
class Token:
    """One annotated word; `head` counts from 1, 0 is the root, as in CoNLL-U."""

    text: str
    lemma: str = BLANK
    upos: str = BLANK
    xpos: str = BLANK
    head: int = 0
    deprel: str = BLANK
    entity: str = "O"


Sentence = tuple[Token, ...]


def folded(text: str, xpos: str = BLANK) -> str:
    """A word as the models see it: folded, without white space, quotation marks plain."""
    plain = "".join(fold(text).split())
    if plain in _MARKS or xpos in _MARKS:
        return '"'
    return plain or BLANK


def _open(path: pathlib.Path) -> TextIO:
    if not path.is_file():
        raise DataError(f"training data missing: {path}")
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf8")
    return path.open(encoding="utf8")


def blocks(path: pathlib.Path) -> Iterator[list[str]]:
    """The lines of a file between blank lines."""
    block: list[str] = []
    with _open(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line:
                block.append(line)
            elif block:
                yield block
                block = []
    if block:
        yield block


def conllu(path: pathlib.Path) -> list[Sentence]:
    """Read sentences of CoNLL-U (gzipped or not), syntactic words only.

    Multi-word tokens and empty nodes are left out, because the library splits clitics itself.

    Raises:
        DataError: the file is missing, or a line has too few columns.
    """
    sentences = []
    for block in blocks(path):
        words = []
        for line in block:
            if line.startswith("#"):
                continue
            row = line.split("\t")
            if len(row) < 10:
                raise DataError(f"{path}: expected ten columns, not {line!r}")
            if not row[0].isdigit():
                continue
            xpos = row[4]
            words.append(
                Token(
                    text=folded(row[1], xpos),
                    lemma=folded(row[2], xpos),
                    upos=row[3],
                    xpos=xpos,
                    head=int(row[6]) if row[6].isdigit() else 0,
                    deprel=row[7],
                )
            )
        if words:
            sentences.append(tuple(words))
    return sentences


def bio(path: pathlib.Path) -> list[Sentence]:
    """Read sentences of a two-column file: a word, a tab, its BIO tag.

    Raises:
        DataError: the file is missing, or a line has no tag.
    """
    sentences = []
    for block in blocks(path):
        words = []
        for line in block:
            text, tab, tag = line.partition("\t")
            if not tab:
                raise DataError(f"{path}: expected a word and a tag, not {line!r}")
            words.append(Token(text=folded(text), entity=tag))
        sentences.append(tuple(words))
    return sentences


def write_conllu(sentences: Iterable[Sequence[Token]], path: pathlib.Path) -> None:
    """Write sentences as CoNLL-U, without features."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf8") as file:
        for sentence in sentences:
            for i, w in enumerate(sentence):
                left = f"{i + 1}\t{w.text}\t{w.lemma}\t{w.upos}\t{w.xpos}\t{BLANK}"
                file.write(f"{left}\t{w.head}\t{w.deprel}\t{BLANK}\t{BLANK}\n")
            file.write("\n")


def as_documents(sentences: Iterable[Sequence[Token]]) -> list[list[dict[str, object]]]:
    """Sentences as the dictionaries that stanza's `Document` is made of."""
    return [
        [
            {
                "id": i + 1,
                "text": w.text,
                "lemma": w.lemma,
                "upos": w.upos,
                "xpos": w.xpos,
                "feats": BLANK,
                "head": w.head,
                "deprel": w.deprel,
                "ner": w.entity,
            }
            for i, w in enumerate(sentence)
        ]
        for sentence in sentences
    ]
