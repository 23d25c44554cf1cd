"""Look for functions that no test holds: `python -m tests.mutation --seed 1 --count 60`.

Of functions chosen by the seed, in each one condition is turned or one comparison shifted, and the
tests of their packages and the fixtures run. It prints the mutants on which no test fails: either
the tests miss something that a user would see, or the code makes no difference and can go.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence

from tests.mutation.mutants import Mutant, mutants
from tests.mutation.trials import ROOT, Trials, Unsound

CORE = ("attribution", "speakers", "names", "language", "marks")
_READ = {"language", "marks", "text", "lexicons"}
"""What makes the readings of articles."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the mutants; 0 if all are caught."""
    options = _options(arguments)
    drawn = draw(options.seed, options.count, options.only)
    alive = 0
    for room in options.only:
        chosen = [m for m in drawn if m.module.split(".")[1] == room]
        if not chosen:
            continue
        tests = options.tests or [f"tests/{room}", "tests/test_fixtures.py"]
        try:
            trials = Trials(tests, analyse_once=room not in _READ)
        except Unsound as error:
            print(f"mutation: {error}", file=sys.stderr)
            return 2
        for mutant in chosen:
            if not trials.caught(mutant):
                alive += 1
                print(mutant, flush=True)
    print(f"caught {len(drawn) - alive} of {len(drawn)}")
    return min(alive, 1)


def draw(seed: int, count: int, rooms: Sequence[str]) -> list[Mutant]:
    """One mutant each of `count` functions of these packages, the same for the same seed."""
    functions = [row for room in rooms for row in _of_package(room)]
    lot = random.Random(seed)
    return [lot.choice(row) for row in lot.sample(functions, min(count, len(functions)))]


def _of_package(room: str) -> list[list[Mutant]]:
    files = sorted((ROOT / "quotes" / room).glob("*.py"))
    return [
        row
        for file in files
        for row in mutants(file, f"quotes.{room}.{file.stem}").values()
        if file.stem != "__init__"
    ]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=60, help="how many functions")
    parser.add_argument("--only", nargs="+", default=CORE, metavar="PACKAGE", help="of these")
    parser.add_argument("--tests", nargs="+", help="tests to run in place of the package's own")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
