"""Measure quotation extraction on annotated articles, or how fast it is."""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from collections.abc import Sequence
from typing import TypeVar

import attrs

from quotes.api import Extractor
from quotes.errors import FormatError, QuotesError
from quotes.evaluation.attribution import AttributionScore, score_attribution
from quotes.evaluation.figures import Score
from quotes.evaluation.speakers import SpeakerScore, score_speakers
from quotes.evaluation.speed import Speed, measure_speed
from quotes.training import gold

_COMMANDS = {
    "attribution": ("FILE", "quoted speech and its sources; PolNeAR as JSON Lines"),
    "speakers": ("FOLDER", "resolved speakers; a folder of annotated articles"),
    "speed": (
        "PATH",
        "words a second; one text, a folder of .txt, or .jsonl of annotated articles",
    ),
}
_COLUMNS = ("P", "R", "F1", "right", "claimed", "gold")
_LINE = "{:<18}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}"
_Result = AttributionScore | SpeakerScore | Speed
_T = TypeVar("_T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the status is 1 if the articles or the models cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m quotes.evaluation", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (path, what) in _COMMANDS.items():
        command = commands.add_parser(name, help=what, description=what)
        command.add_argument("path", metavar=path, type=pathlib.Path)
        command.add_argument("--models", default="bundled", help="bundled, stanza, or a folder")
        command.add_argument("--json", action="store_true", help="write JSON, not a table")
    command.add_argument("--batched", action="store_true", help="analyse many articles together")
    options = parser.parse_args(arguments)
    try:
        result = _measured(options)
    except (QuotesError, OSError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    sys.stdout.write(_as_json(result) if options.json else _as_table(result))
    return 0


def _measured(options: argparse.Namespace) -> _Result:
    extractor, path = Extractor(options.models), options.path
    if options.command == "speed":
        return measure_speed(_some(_texts(path), path), extractor, batched=options.batched)
    read = gold.polnear if options.command == "attribution" else gold.speakers
    articles = _some(list(read(path)), path)
    found = extractor.extract_many(article.text for article in articles)
    score = score_attribution if options.command == "attribution" else score_speakers
    return score(articles, found)


def _texts(path: pathlib.Path) -> list[str]:
    if path.is_dir():
        return [_text(file) for file in sorted(path.glob("*.txt"))]
    if path.suffix == ".jsonl":
        return [article.text for article in gold.polnear(path)]
    return [_text(path)]


def _text(file: pathlib.Path) -> str:
    try:
        with file.open(encoding="utf8", newline="") as handle:
            return handle.read()
    except UnicodeDecodeError as error:
        raise FormatError(f"{file}: not UTF-8 ({error})") from error


def _some(articles: list[_T], path: pathlib.Path) -> list[_T]:
    if not articles:
        raise FormatError(f"{path}: no articles in it")
    return articles


def _as_json(result: _Result) -> str:
    rows: dict[str, object] = {}
    for name, value in attrs.asdict(result, recurse=False).items():
        rows[name] = dict(value) if isinstance(value, tuple) else value
        if isinstance(value, Score):
            shares = {"precision": value.precision, "recall": value.recall, "f1": value.f1}
            rows[name] = shares | attrs.asdict(value)
    return json.dumps(rows, indent=1) + "\n"


def _as_table(result: _Result) -> str:
    """Shares in per cent; of a score precision, recall, F1 and the counts."""
    lines = [] if isinstance(result, Speed) else [_LINE.format("", *_COLUMNS)]
    for name, value in attrs.asdict(result, recurse=False).items():
        label = name.replace("_", " ")
        if isinstance(value, Score):
            shares = (f"{100 * x:.1f}" for x in (value.precision, value.recall, value.f1))
            lines.append(_LINE.format(label, *shares, value.right, value.claimed, value.gold))
        elif isinstance(value, tuple):
            lines += [f"  {room:<24}{100 * part:8.1f} %" for room, part in value]
        elif isinstance(value, float):
            shown = f"{value:10.1f}" if isinstance(result, Speed) else f"{100 * value:.1f}".rjust(8)
            lines.append(f"{label:<18}{shown}")
        else:
            lines.append(f"{label:<18}{'-' if value is None else value:>10}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
