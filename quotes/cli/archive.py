"""`python -m quotes archive`: follow the news in a file, and ask it."""

from __future__ import annotations

import enum
import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

import quotes
from quotes.api import MIN_SPEAKER_CONFIDENCE
from quotes.cli.articles import Reading
from quotes.cli.group import Group
from quotes.cli.progress import followed
from quotes.cli.shared import (
    Complaints,
    Encoding,
    Files,
    Input,
    Known,
    MinSpeakerConfidence,
    Models,
    Repair,
    Workers,
    known_of,
    tell,
    told_in_one_line,
)
from quotes.cli.writing import Output, chosen
from quotes.reading import Settings

if TYPE_CHECKING:  # loaded at first use: the help stays instant
    from quotes.archive import Found

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Follow the news: keep articles in one file, and ask it who said what.",
)
SCHEMA = "archive/1"
Where = Annotated[str, typer.Argument(metavar="ARCHIVE", help="The file of the archive.")]


class Format(enum.StrEnum):
    """How what is found is written."""

    TABLE = "table"
    JSONL = "jsonl"
    HTML = "html"


Shown = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="Tables to read (the default), one JSON object a line, or a page for the browser.",
    ),
]


@app.command(no_args_is_help=True)
def add(
    archive: Where,
    files: Files,
    min_speaker_confidence: MinSpeakerConfidence = MIN_SPEAKER_CONFIDENCE,
    known: Known = None,
    models: Models = "bundled",
    workers: Workers = 1,
    input_: Input = None,
    encoding: Encoding = None,
    repair: Repair = False,
) -> None:
    """Append articles to an archive, which is made if it is not there.

    Articles that are there already are passed over, so that a run that was cut off is gone on with
    by the same call. An article with the id of another text is not taken, and told of.
    """
    complain = Complaints()
    with told_in_one_line(), quotes.Archive(archive) as store:
        entities = known_of(known)
        reading = Reading(files, complain, Settings(input_, encoding, repair), entities)

        def extract(
            articles: Iterable[quotes.Article],
        ) -> Iterable[list[quotes.Quote] | quotes.ArticleError]:
            return quotes.extract_many(
                articles,
                min_speaker_confidence=min_speaker_confidence,
                models=models,
                workers=workers,
                known=entities,
                errors="return",
            )

        added = store.add(followed(reading, reading.number()), extract=extract)
        for error in added.errors:
            complain(error)
        for id in added.changed:
            complain(quotes.ArchiveError(f"{id}: its text is another one than in the archive"))
        tell(
            f"{added.articles} articles with {added.quotes} quotes added, "
            f"{added.known} were there already"
        )
    complain.end()


@app.command(no_args_is_help=True)
def search(
    archive: Where,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD", help="Words of the quotes, all of them.")
    ] = None,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who said it: a name or a part of it.")
    ] = None,
    affiliation: Annotated[
        str | None, typer.Option(metavar="NAME", help="For whom the speaker speaks.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Where it stood.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="The first day.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="The last day.")] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="The latest N quotes at most.")
    ] = 50,
    form: Shown = None,
    output: Output = None,
) -> None:
    """Find quotes by words, speaker, affiliation, outlet and day, the latest first."""
    with told_in_one_line(), quotes.Archive(archive, read_only=True) as store:
        form = chosen(Format, form, output)
        found = list(
            store.search(
                " ".join(words) if words else None,
                speaker=speaker,
                affiliation=affiliation,
                outlet=outlet,
                since=since,
                until=until,
                limit=limit,
            )
        )
        match form:
            case Format.TABLE:
                from quotes.render.output import write_found  # at first use

                write_found(found, output)
            case Format.JSONL:
                _lines(({"record": "found", **row.to_dict()} for row in found), output)
            case Format.HTML:
                _page(store, found, output)


@app.command(no_args_is_help=True)
def speaker(archive: Where, name: Annotated[str, typer.Argument(metavar="NAME")]) -> None:
    """Tell of the speakers of a name, one JSON object a line: names, roles, how often quoted."""
    with told_in_one_line(), quotes.Archive(archive, read_only=True) as store:
        found = store.speaker(name)
        _lines(({"record": "speaker", **row.to_dict()} for row in found), None)
        if not found:
            tell(f"no speaker {name}")


@app.command(no_args_is_help=True)
def show(
    archive: Where,
    utterance: Annotated[str, typer.Argument(metavar="ID", help="The id that `search` gives.")],
    form: Shown = None,
    output: Output = None,
) -> None:
    """Show an utterance: who carried it first, every version, how the wording changed."""
    with told_in_one_line(), quotes.Archive(archive, read_only=True) as store:
        form = chosen(Format, form, output)
        found = store.utterance(utterance)
        if found is None:
            raise quotes.ArchiveError(f"{archive}: there is no utterance {utterance!r}")
        match form:
            case Format.TABLE:
                from quotes.render.output import write_found_utterance  # at first use

                write_found_utterance(found, store.wordings(found), output)
            case Format.JSONL:
                wordings = [wording.to_dict() for wording in store.wordings(found)]
                row = {"record": "utterance", **found.to_dict(), "wordings": wordings}
                _lines([row], output)
            case Format.HTML:
                from quotes.render.output import write_page  # at first use

                ids = dict.fromkeys(version.article_id for version in found.versions)
                write_page(_pairs(store, ids), output, [found])


@app.command(no_args_is_help=True)
def export(
    archive: Where,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The Parquet file to write.")
    ],
) -> None:
    """Write all versions of all utterances to a Parquet file, one row each."""
    with told_in_one_line(), quotes.Archive(archive, read_only=True) as store:
        tell(f"{store.export(output)} rows written")


def _lines(rows: Iterable[dict[str, object]], output: str | None) -> None:
    from quotes.render.output import results  # at first use

    with results(output) as out:
        for row in rows:
            out.write(json.dumps({"schema": SCHEMA, **row}).encode() + b"\n")


def _page(store: quotes.Archive, found: Sequence[Found], output: str | None) -> None:
    """The articles of the quotes, with the utterances of several versions."""
    from quotes.render.output import write_page  # at first use

    ids = dict.fromkeys(row.article.id for row in found if row.article.id is not None)
    names = dict.fromkeys(row.utterance for row in found if row.utterance is not None)
    utterances = [u for u in map(store.utterance, names) if u is not None and len(u.versions) > 1]
    others = (v.article_id for u in utterances for v in u.versions)
    write_page(_pairs(store, dict.fromkeys(itertools.chain(ids, others))), output, utterances)


def _pairs(
    store: quotes.Archive, ids: Iterable[str]
) -> Iterator[tuple[quotes.Article, list[quotes.Quote]]]:
    for id in ids:
        article = store.article(id)
        if article is not None:
            yield article, list(store.quotes(id))
