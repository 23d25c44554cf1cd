"""Annotated sentences for the processors of stanza, read as the library will show them text.

Words are folded as `quotes.text.fold` folds articles, and every quotation mark is the straight
double one, because that is what the analyser of the library hands to its models.
"""

from __future__ import annotations

import gzip
import pathlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

import attrs
import regex

from quotes.errors import QuotesError
from quotes.text.fold import fold

_MARKS = frozenset(("``", "''"))
BLANK = "_"
_NUMBER = regex.compile(r"[0-9]{1,9}(?:[-.][0-9]{1,9})?")
_HEAD = regex.compile(r"[0-9]{1,9}|_")


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
    """The lines of a file between blank lines, of which there are some.

    Raises:
        DataError: the file is missing, empty, or no text.
    """
    block: list[str] = []
    empty = True
    try:
        with _open(path) as lines:
            for line in lines:
                line = line.rstrip("\n")
                if line:
                    block.append(line)
                elif block:
                    yield block
                    empty, block = False, []
    except (UnicodeDecodeError, gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DataError(f"{path}: no text that can be read ({error})") from error
    if block:
        yield block
    elif empty:
        raise DataError(f"{path}: no sentences in it")


def rows(path: pathlib.Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The comments of each sentence of CoNLL-U, and the columns of its tokens and words.

    Raises:
        DataError: as `blocks`, or a line has not the columns that it should, or there is no word.
    """
    words = 0
    for block in blocks(path):
        comments = [line for line in block if line.startswith("#")]
        columns = [line.split("\t") for line in block if not line.startswith("#")]
        numbers = [int(row[0]) for row in columns if row[0].isdecimal()]
        for row in columns:
            right = len(row) >= 10 and _NUMBER.fullmatch(row[0]) and _HEAD.fullmatch(row[6])
            if not right or head(row) > len(numbers) or _last(row) > len(numbers):
                line = "\t".join(row)
                raise DataError(f"{path}: expected the ten columns of CoNLL-U, not {line!r}")
        if numbers != list(range(1, len(numbers) + 1)):
            raise DataError(f"{path}: words are not numbered in order: {numbers}")
        words += len(numbers)
        yield comments, columns
    if not words:
        raise DataError(f"{path}: no words in it")


def _last(row: Sequence[str]) -> int:
    """The last word of a token, the only one of a word."""
    return int(row[0].rpartition("-")[2].partition(".")[0])


def head(row: Sequence[str]) -> int:
    """The head of a word in CoNLL-U; 0 for the root and for none."""
    return int(row[6]) if row[6] != BLANK else 0


def conllu(path: pathlib.Path) -> list[Sentence]:
    """Read sentences of CoNLL-U (gzipped or not), syntactic words only.

    Multi-word tokens and empty nodes are left out, because the library splits clitics itself.

    Raises:
        DataError: as `rows`.
    """
    sentences = []
    for _, columns in rows(path):
        words = []
        for row in columns:
            if not row[0].isdigit():
                continue
            xpos = row[4]
            words.append(
                Token(
                    text=folded(row[1], xpos),
                    lemma=folded(row[2], xpos),
                    upos=row[3],
                    xpos=xpos,
                    head=head(row),
                    deprel=row[7],
                )
            )
        if words:
            sentences.append(tuple(words))
    return sentences


def bio(path: pathlib.Path) -> list[Sentence]:
    """Read sentences of a two-column file: a word, a tab, its BIO tag.

    Raises:
        DataError: as `blocks`, or a line has no tag.
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
