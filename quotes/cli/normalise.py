"""`python -m quotes normalise`: what several outlets made of the same words."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Annotated

import typer

import quotes
from quotes.api import MIN_SPEAKER_CONFIDENCE
from quotes.cli.articles import Reading
from quotes.cli.extracting import extracted
from quotes.cli.progress import waiting
from quotes.cli.selecting import Wanted
from quotes.cli.shared import (
    Complaints,
    Encoding,
    Files,
    Input,
    Kinds,
    Known,
    MaxChars,
    MinConfidence,
    MinSpeakerConfidence,
    Models,
    Repair,
    Speakers,
    Workers,
    kinds_of,
    known_of,
    tell,
    told_in_one_line,
)
from quotes.cli.writing import Bom, Output, chosen
from quotes.reading import Settings
from quotes.render.output import (
    write_utterance_csv,
    write_utterance_lines,
    write_utterance_parquet,
    write_utterance_tables,
)

if TYPE_CHECKING:  # loaded at first use: the help stays instant
    from quotes.utterances import Utterances

EXAMPLES = """\
Examples:

\b
  What several outlets made of the same words, side by side:
    python -m quotes normalise courier.txt tidings.txt herald.txt

\b
  Articles with their outlets and dates; only what two or more versions share:
    python -m quotes normalise articles.jsonl --min-versions 2

\b
  One JSON object an utterance, with the comparisons that joined its versions:
    python -m quotes normalise articles.jsonl --explain -o utterances.jsonl

\b
  One row a version, for a spreadsheet:
    python -m quotes normalise articles.jsonl -o versions.csv
"""


class Format(enum.StrEnum):
    """How utterances are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def normalise(
    files: Files,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="Tables to read (the default), one JSON object an utterance and line for "
            "programs, or one row a version as CSV or Parquet.",
        ),
    ] = None,
    output: Output = None,
    bom: Bom = False,
    threshold: Annotated[
        float,
        typer.Option(
            metavar="P",
            min=0.1,
            max=1.0,
            help="Join two quotes if they are one utterance with at least this probability.",
        ),
    ] = 0.5,
    min_versions: Annotated[
        int,
        typer.Option(metavar="N", min=1, help="Omit utterances that have fewer than N versions."),
    ] = 1,
    related: Annotated[
        bool,
        typer.Option(
            "--related",
            help="Give at the end the pairs that may coincide but are not joined, as only one "
            "of the two speakers is named.",
        ),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Say why versions were joined: scores, and the features that counted most.",
        ),
    ] = False,
    kinds: Kinds = None,
    speaker: Speakers = None,
    min_confidence: MinConfidence = 0.0,
    min_speaker_confidence: MinSpeakerConfidence = MIN_SPEAKER_CONFIDENCE,
    known: Known = None,
    models: Models = "bundled",
    workers: Workers = 1,
    input_: Input = None,
    encoding: Encoding = None,
    repair: Repair = False,
    max_chars: MaxChars = None,
) -> None:
    """Find the versions of each utterance in several outlets.

    Each utterance is given with its speaker, merged across the articles, its normalised form, and
    the version of every article. Words that differ from the normalised form stand out. Nothing is
    sent anywhere.
    """
    complain = Complaints()
    with told_in_one_line():
        form = chosen(Format, form, output)
        wanted = Wanted(speaker)
        entities = known_of(known)
        reading = Reading(files, complain, Settings(input_, encoding, repair, max_chars), entities)
        rows = list(
            extracted(
                reading,
                complain,
                kinds=kinds_of(kinds),
                min_confidence=min_confidence,
                min_speaker_confidence=min_speaker_confidence,
                models=models,
                workers=workers,
            )
        )
        with waiting("comparing quotes"):
            found = quotes.normalise(
                [article for article, _ in rows],
                quotes=[row for _, row in rows],
                threshold=threshold,
                models=models,
                known=entities,
            )
        kept = [
            utterance
            for utterance in found
            if len(utterance.versions) >= min_versions and wanted(utterance.speaker)
        ]
        links = _inner_links(found) if explain else None
        pairs = _pairs(found, wanted) if related else ()
        if wanted and not kept and not pairs:
            tell(f"no utterances by {' or '.join(wanted.names)}")
        match form:
            case Format.TABLE:
                write_utterance_tables(kept, links, pairs, found, output)
            case Format.JSONL:
                write_utterance_lines(kept, links, pairs, output)
            case Format.CSV:
                write_utterance_csv(kept, found.articles, output, bom=bom)
            case Format.PARQUET:
                write_utterance_parquet(kept, found.articles, output)
    complain.end()


def _pairs(found: Utterances, wanted: Wanted) -> list[quotes.Link]:
    """The related pairs that hold a quote by a speaker who is asked for."""
    asked = {v.ref for u in found for v in u.versions if wanted(v.quote.speaker)}
    return [link for link in found.related if {link.a, link.b} & asked]


def _inner_links(found: Utterances) -> dict[str, list[quotes.Link]]:
    """The links between versions of one utterance, by the id of the utterance."""
    home = {version.ref: utterance.id for utterance in found for version in utterance.versions}
    links: dict[str, list[quotes.Link]] = {utterance.id: [] for utterance in found}
    for link in found.links:
        if home[link.a] == home[link.b]:
            links[home[link.a]].append(link)
    return links
