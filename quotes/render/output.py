"""Results on standard output or in a file, in every format (needs the extra `cli`)."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO, TextIO, TypeVar

from rich.console import Console
from rich.text import Text

from quotes.audit import Sources
from quotes.errors import OptionError
from quotes.export import write_csv, write_parquet
from quotes.export.files import opened
from quotes.export.formats import Format, Pairs
from quotes.export.rows import utterance_rows
from quotes.export.sources import source_lines, write_sources_csv, write_summary_csv
from quotes.render.cells import one_line
from quotes.render.characters import harmless
from quotes.render.checks import checks_view, heading
from quotes.render.found import Found, Wording, found_table, wording_lines
from quotes.render.sources import sources_table, summary_view
from quotes.render.sources_page import sources_page
from quotes.render.table import quotes_table
from quotes.render.utterances import related_view, utterance_view
from quotes.render.verified import verified_lines
from quotes.render.writing import PIPED_WIDTH, Terminal, cleaned, write
from quotes.serialise import CHECK_SCHEMA, UTTERANCE_SCHEMA, VERIFICATION_SCHEMA
from quotes.types import Article, Check, Link, Utterance, Verification

if TYPE_CHECKING:  # a name of collections.abc only from Python 3.12 on
    from typing_extensions import Buffer

_T = TypeVar("_T")
Checked = Iterable[tuple[Article, Sequence[Check]]]
"""Drafts with the checks of their quotations."""


@contextlib.contextmanager
def results(file: str | None, *, append: bool = False) -> Iterator[BinaryIO]:
    """Where results go, as bytes: the file of that name, or standard output for None.

    The file is there only once all is written, unless they are appended to it.
    """
    if file is not None:
        with opened(file, append=append) as out:
            yield out
        return
    sys.stdout.flush()
    yield _Shown() if sys.stdout.isatty() else sys.stdout.buffer
    sys.stdout.buffer.flush()


class _Shown(io.BytesIO):
    """The terminal, without the characters in articles that it would act on."""

    def write(self, line: Buffer, /) -> int:
        """Write a line of UTF-8."""
        text = harmless(bytes(line).decode(), keep="\t\r\n")
        number = sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
        return number


def write_quotes(
    form: Format, pairs: Pairs, file: str | None = None, *, bom: bool = False, append: bool = False
) -> None:
    """Write quotes in a format of `quotes.export`; `bom` and `append` are for those that have them.

    Raises:
        OptionError: they would go to a terminal and are not text.
    """
    with results(file, append=append) if form.is_text else _unread(file) as out:
        form.write(_flushed(pairs, out), out, bom)


def write_quote_tables(pairs: Pairs, file: str | None = None) -> None:
    """Write the quotes of each article as a table under its id."""
    with _console(file) as console:
        for article, extracted in pairs:
            name = article.id or ""
            if extracted:
                console.print(cleaned(quotes_table(extracted, title=name, width=console.width)))
            else:
                console.print(cleaned(Text(f"{one_line(name)}: no quotes")), soft_wrap=True)


def write_page(
    pairs: Pairs,
    file: str | None = None,
    utterances: Iterable[Utterance] | None = None,
    title: str | None = None,
) -> None:
    """Write the HTML page of articles and their quotes (see `quotes.render.page`)."""
    from quotes.render import page  # at first use: the help stays instant

    shown = list(pairs)
    articles = [article for article, _ in shown]
    _write_pieces([page(articles, [row for _, row in shown], utterances, title=title)], file)


def write_utterance_lines(
    utterances: Iterable[Utterance],
    links: Mapping[str, Sequence[Link]] | None,
    pairs: Iterable[Link],
    file: str | None = None,
) -> None:
    """Write one JSON object an utterance, then one a pair of related quotes.

    Args:
        utterances: the utterances to write.
        links: if given, by the id of each utterance the links that are written with it.
        pairs: the related pairs.
        file: where to write; standard output for None.
    """
    with results(file) as out:
        for utterance in utterances:
            line = {"schema": UTTERANCE_SCHEMA, "record": "utterance", **utterance.to_dict()}
            if links is not None:
                line["links"] = [link.to_dict() for link in links[utterance.id]]
            out.write(json.dumps(line).encode() + b"\n")
        for pair in pairs:
            line = {"schema": UTTERANCE_SCHEMA, "record": "related", **pair.to_dict()}
            out.write(json.dumps(line).encode() + b"\n")


def write_utterance_csv(
    utterances: Iterable[Utterance],
    articles: Mapping[str, Article],
    file: str | None = None,
    *,
    bom: bool = False,
) -> None:
    """Write one line of CSV a version; `articles` are those of the utterances by their ids."""
    with results(file) as out:
        write_csv(utterance_rows(utterances, articles), out, bom=bom)


def write_utterance_parquet(
    utterances: Iterable[Utterance], articles: Mapping[str, Article], file: str | None = None
) -> None:
    """Write one row of Parquet a version; `articles` are those of the utterances by their ids."""
    with _unread(file) as out:
        write_parquet(utterance_rows(utterances, articles), out)


def write_utterance_tables(
    utterances: Sequence[Utterance],
    links: Mapping[str, Sequence[Link]] | None,
    pairs: Sequence[Link],
    found: Iterable[Utterance],
    file: str | None = None,
) -> None:
    """Write the versions of each utterance as rows, then the related pairs.

    Args:
        utterances: the utterances to write.
        links: if given, by the id of each utterance the links that explain it.
        pairs: the related pairs.
        found: all utterances, which hold the quotes of the pairs.
        file: where to write; standard output for None.
    """
    with _console(file) as console:
        plain = console.color_system is None
        for utterance in utterances:
            told = None if links is None else links[utterance.id]
            view = utterance_view(utterance, plain=plain, links=told, width=console.width)
            console.print(cleaned(view))
        if pairs:
            console.print(cleaned(related_view(pairs, found, plain=plain)))
        if not utterances and not pairs:
            console.print("no utterances")


def write_source_tables(found: Sources, file: str | None = None, *, most: int) -> None:
    """Write the `most` quoted sources as a table, then the shares."""
    with _console(file) as console:
        if found and most:
            console.print(cleaned(sources_table(found[:most])))
        if len(found) > most > 0:
            console.print(Text(f"{len(found) - most} more sources", style="dim"))
        console.print(cleaned(summary_view(found)))


def write_source_lines(found: Sources, file: str | None = None, *, summary: bool = False) -> None:
    """Write one JSON object a source, then the shares; with `summary` only these."""
    _write_pieces((line + "\n" for line in source_lines(found, summary=summary)), file)


def write_source_csv(
    found: Sources, file: str | None = None, *, summary: bool = False, bom: bool = False
) -> None:
    """Write one line of CSV a source; with `summary` instead the shares, in all and by outlet."""
    with results(file) as out:
        if summary:
            write_summary_csv(found, out, bom=bom)
        else:
            write_sources_csv(found, out, bom=bom)


def write_source_page(found: Sources, file: str | None = None, *, most: int) -> None:
    """Write an HTML page with the shares and the `most` quoted sources."""
    _write_pieces([sources_page(found, most=most)], file)


def write_verification_line(found: Verification) -> None:
    """Write what was found in one article as a JSON object."""
    write(_line({"schema": VERIFICATION_SCHEMA, **found.to_dict()}))


def write_verification(name: str, found: Verification) -> None:
    """Write what was found in the article called `name` as lines to read."""
    for line in verified_lines(name, found):
        write(line)


def write_check_lines(checks: Iterable[Check], file: str | None = None) -> None:
    """Write one JSON object a check."""
    _write_pieces((f"{_line({'schema': CHECK_SCHEMA, **one.to_dict()})}\n" for one in checks), file)


def write_checks(rows: Checked, file: str | None = None) -> None:
    """Write the checks of drafts as a report."""
    with _console(file) as console:
        for draft, checks in rows:
            console.print(cleaned(heading(one_line(draft.id or ""), checks)), soft_wrap=True)
            if checks:
                console.print(cleaned(checks_view(checks)))


def write_check_page(rows: Checked, sources: Iterable[Article], file: str | None = None) -> None:
    """Write an HTML page with the checks of drafts."""
    from quotes.render.check_page import check_page  # the one that needs the extra `page`

    _write_pieces([check_page(rows, sources)], file)


def write_found(found: Iterable[Found], file: str | None = None) -> None:
    """Write quotes of an archive as a table."""
    with _console(file) as console:
        shown = list(found)
        console.print(cleaned(found_table(shown)) if shown else "no quotes")


def write_found_utterance(
    utterance: Utterance, wordings: Iterable[Wording], file: str | None = None
) -> None:
    """Write an utterance of an archive with its versions, then its wordings in order of time."""
    with _console(file) as console:
        plain = console.color_system is None
        console.print(cleaned(utterance_view(utterance, plain=plain, width=console.width)))
        for wording in wordings:
            console.print(cleaned(wording_lines(wording)))


def _line(data: Mapping[str, object]) -> str:
    """A JSON object, every control character in it escaped (`json` leaves one as it is)."""
    return json.dumps(data).replace("\x7f", "\\u007f")


def _write_pieces(pieces: Iterable[str], file: str | None) -> None:
    with results(file) as out:
        for piece in _flushed(pieces, out):
            out.write(piece.encode())


def _flushed(items: Iterable[_T], out: BinaryIO) -> Iterator[_T]:
    """The items; what was made of one is handed on before the next is asked for."""
    for item in items:
        yield item
        out.flush()


@contextlib.contextmanager
def _unread(file: str | None) -> Iterator[BinaryIO]:
    """Where bytes go that are no text.

    Raises:
        OptionError: they would go to a terminal.
    """
    if file is None and sys.stdout.isatty():
        raise OptionError("parquet is no text: name a file with -o")
    with results(file) as out:
        yield out


@contextlib.contextmanager
def _console(file: str | None) -> Iterator[Console]:
    if file is None:
        yield _sized(Terminal(highlight=False))
        return
    with results(file) as out, _text(out) as text:
        yield _sized(Console(file=text, highlight=False, no_color=True))


def _sized(console: Console) -> Console:
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = PIPED_WIDTH
    return console


@contextlib.contextmanager
def _text(out: BinaryIO) -> Iterator[TextIO]:
    text = io.TextIOWrapper(out, encoding="utf8", errors="backslashreplace", newline="\n")
    try:
        yield text
    finally:
        text.detach()
