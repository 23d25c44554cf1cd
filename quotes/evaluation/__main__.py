"""Measure the library on annotated or on generated articles, or how fast it is."""

from __future__ import annotations

import argparse
import pathlib
import sys
from collections.abc import Sequence
from typing import TypeVar

from quotes.api import Extractor, normalise
from quotes.errors import FormatError, QuotesError
from quotes.evaluation.attribution import score_attribution
from quotes.evaluation.cost import Cost, measure_cost
from quotes.evaluation.plot import plot_costs
from quotes.evaluation.report import Result, as_json, as_table
from quotes.evaluation.retelling import RetellingScore, generate, score_retellings
from quotes.evaluation.speakers import score_speakers
from quotes.evaluation.speed import measure_speed
from quotes.evaluation.versions import VersionScore, read_topic, score_versions
from quotes.training import gold

_ON_ARTICLES = {
    "attribution": ("FILE", "quoted speech and its sources; PolNeAR as JSON Lines"),
    "speakers": ("FOLDER", "resolved speakers; a folder of annotated articles"),
    "speed": (
        "PATH",
        "words a second; one text, a folder of .txt, or .jsonl of annotated articles",
    ),
    "versions": ("FOLDER", "versions of one utterance; a folder of annotated topics"),
}
_FITTED = (
    "The topics are files `*.gold.json` with their texts in `docs` beside them. Topics on which "
    "the shipped weights were fitted give too good a figure; `python -m quotes.training.versions` "
    "prints the one with topics left out."
)
_RETELLINGS = "versions of one utterance; generated retellings with the quotes given"
_SEEDS = (
    "The shipped weights were fitted to retellings of seed 11. Those of other seeds are made from "
    "the same grammar."
)
_COST = "time and memory of `normalise` by the number of quotes, each in a fresh process"
_T = TypeVar("_T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the status is 1 if files or models cannot be read or written."""
    options = _parser().parse_args(arguments)
    try:
        result = _measured(options)
    except (QuotesError, OSError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    sys.stdout.write(as_json(result) if options.json else as_table(result))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m quotes.evaluation", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (path, what) in _ON_ARTICLES.items():
        more = _FITTED if name == "versions" else None
        command = commands.add_parser(name, help=what, description=what, epilog=more)
        command.add_argument("path", metavar=path, type=pathlib.Path)
        command.add_argument("--models", default="bundled", help="bundled, stanza, or a folder")
        command.add_argument("--json", action="store_true", help="write JSON, not a table")
        if name == "speed":
            command.add_argument("--batched", action="store_true", help="analyse many together")
    command = commands.add_parser(
        "retellings", help=_RETELLINGS, description=_RETELLINGS, epilog=_SEEDS
    )
    command.add_argument("--quotes", type=_count, default=4000, metavar="N", help="how many")
    command.add_argument("--seed", type=int, default=0, metavar="S", help="which are made")
    command.add_argument("--json", action="store_true", help="write JSON, not a table")
    command = commands.add_parser("cost", help=_COST, description=_COST)
    command.add_argument(
        "--quotes", type=_counts, default="1000,10000,100000", metavar="N,N", help="the sizes"
    )
    command.add_argument("--svg", type=pathlib.Path, metavar="FILE", help="draw them as well")
    command.add_argument("--json", action="store_true", help="write JSON, not a table")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(f"{number} quotes")
    return number


def _counts(text: str) -> tuple[int, ...]:
    return tuple(map(_count, text.split(",")))


def _measured(options: argparse.Namespace) -> Result:
    if options.command == "cost":
        return _costs(options.quotes, options.svg)
    if options.command == "retellings":
        return _retellings(options.quotes, options.seed)
    extractor, path = Extractor(options.models), options.path
    if options.command == "versions":
        return _versions(path, extractor)
    if options.command == "speed":
        return measure_speed(_some(_texts(path), path), extractor, batched=options.batched)
    read = gold.polnear if options.command == "attribution" else gold.speakers
    articles = _some(list(read(path)), path)
    found = extractor.extract_many(article.text for article in articles)
    score = score_attribution if options.command == "attribution" else score_speakers
    return score(articles, found)


def _versions(folder: pathlib.Path, extractor: Extractor) -> VersionScore:
    total = VersionScore()
    for file in _some(sorted(folder.glob("*.gold.json")), folder, "topics"):
        topic = read_topic(file)
        found = normalise(topic.articles, quotes=extractor.extract_many(topic.articles))
        total += score_versions(topic, found)
    return total


def _retellings(quotes: int, seed: int) -> RetellingScore:
    made = generate(quotes, seed)
    return score_retellings(made, normalise(made.articles, quotes=made.quotes))


def _costs(sizes: Sequence[int], picture: pathlib.Path | None) -> tuple[Cost, ...]:
    costs = tuple(map(measure_cost, sizes))
    if picture is not None:
        picture.write_text(plot_costs(costs), encoding="utf8")
    return costs


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


def _some(found: list[_T], path: pathlib.Path, what: str = "articles") -> list[_T]:
    if not found:
        raise FormatError(f"{path}: no {what} in it")
    return found


if __name__ == "__main__":
    sys.exit(main())
