"""The gate: `python -m tests.gate` compares, `python -m tests.gate --accept` writes.

See `docs/gate.md`.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import sys
import time
from collections.abc import Sequence

from tests.gate import comparison, floors, golden, report, scorers, work
from tests.gate.corpora import CASES, FROM_SHARED, NAMES, OWN, SHARED, Corpus, MissingData, read
from tests.gate.golden import Golden
from tests.gate.words import Words

HERE = pathlib.Path(__file__).parent
_MOST = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; 0 if nothing changed and no score fell."""
    options = _options(arguments)
    began = time.perf_counter()
    names = _names(options.only, options.shared)
    try:
        corpora = [read(name, options.shared) for name in names if name != CASES]
    except MissingData as error:
        print(f"gate: {error}", file=sys.stderr)
        return 2
    tasks = [task for corpus in corpora for task in corpus.tasks]
    done, found = work.done(tasks, options.workers, options.shared if CASES in names else None)
    outputs: dict[str, Golden] = {}
    readers: dict[tuple[str, str], Words] = {}
    known: dict[str, str] = {}
    for corpus in corpora:
        results = [row for row in done if row.task.corpus == corpus.name]
        outputs[corpus.name] = _golden(corpus, results, known, readers)
        if corpus.name in FROM_SHARED:
            found |= scorers.scores(corpus.name, results, options.shared)
    changes = [
        change
        for name, output in outputs.items()
        for change in comparison.compare(name, golden.read(_file(options.golden, name)), output)
    ]
    pinned = floors.read(options.golden / "floors.json")
    steps = floors.steps(pinned, found)
    failed = any(step.fails for step in steps)
    counts = (f"{name} {len(output.entries)}" for name, output in outputs.items())
    seconds = time.perf_counter() - began
    print(f"gate: {', '.join([*counts, *(n for n in names if n == CASES)])}; {seconds:.0f} s")
    if left := [name for name in NAMES if name not in names]:
        why = "" if options.only else f" ({options.shared} is not there)"
        print(f"left out{why}: {', '.join(left)}")
    print("\n".join(report.summary(changes)))
    if steps:
        print("\n".join(report.scored(steps)))
    shown = None if options.all else report.SHOWN
    if text := "\n".join(report.differences(changes, readers, shown=shown)):
        print(text)
    if not options.accept:
        if changes or failed:
            print(
                "\nIf every difference is meant: make gate-accept, in the commit that explains it."
            )
        return int(bool(changes) or failed)
    if failed and not options.lower_floors:
        print("\nnothing accepted: scores fell; --lower-floors lowers their floors on purpose")
        return 1
    for name, output in outputs.items():
        golden.write(output, _file(options.golden, name))
    if steps:
        moved = floors.moved(pinned, found, lower=options.lower_floors)
        floors.write(moved, options.golden / "floors.json")
    print("\naccepted: commit the golden output with the change that explains it")
    return 0


def _golden(
    corpus: Corpus,
    results: Sequence[work.Done],
    known: dict[str, str],
    readers: dict[tuple[str, str], Words],
) -> Golden:
    """The golden output of what came of a corpus; `readers` get what reads its codes."""
    entries, groups = [], []
    for done in results:
        for article, row in zip(done.task.articles, done.quotes, strict=True):
            words = Words({str(article.id): article.text}, plain=corpus.own, known=known)
            entries.append(golden.entry_of(article, row, words))
            readers[corpus.name, str(article.id)] = words
        if done.task.group is not None:
            texts = {str(a.id): a.text for a in done.task.articles}
            words = Words(texts, plain=corpus.own, known=known)
            groups.append(golden.group_of(done.task.group, done.utterances or (), words))
            readers[corpus.name, done.task.group] = words
    return Golden(tuple(entries), tuple(groups))


def _file(folder: pathlib.Path, name: str) -> pathlib.Path:
    return folder / f"{name}.tsv"


def _names(only: Sequence[str] | None, shared: pathlib.Path) -> list[str]:
    """What is run: what was asked for, or all that can be."""
    there = NAMES if shared.exists() else (OWN,)
    return [name for name in NAMES if name in (only or there)]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.gate", description="Compare what is extracted with golden output."
    )
    parser.add_argument("--accept", action="store_true", help="write what is extracted as golden")
    parser.add_argument("--lower-floors", action="store_true", help="with --accept: lower floors")
    parser.add_argument("--only", type=_only, metavar="NAME,NAME", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--all", action="store_true", help="show every difference")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2
    parser.add_argument("--workers", type=int, default=min(cores, _MOST), help="how many processes")
    parser.add_argument("--shared", type=pathlib.Path, default=SHARED, help="development data")
    parser.add_argument(
        "--golden", type=pathlib.Path, default=HERE / "golden", help="the golden output"
    )
    return parser.parse_args(arguments)


def _only(names: str) -> list[str]:
    chosen = names.split(",")
    if unknown := [name for name in chosen if name not in NAMES]:
        raise argparse.ArgumentTypeError(f"no {', '.join(unknown)}: of {', '.join(NAMES)}")
    return chosen


if __name__ == "__main__":
    sys.exit(main())
