"""`python -m quotes.testing`: whether an installed library gives the quotes of its fixtures."""

from __future__ import annotations

import io
import pathlib
import sys
from collections.abc import Sequence

import quotes
from quotes.testing import Difference, Fixture, compare, fixtures, parse
from quotes.types import Kind


def main(names: Sequence[str]) -> int:
    """Compare fixtures with what is extracted, and print what differs.

    Args:
        names: files in the mark-up of fixtures; without any, the bundled fixtures are taken.

    Returns:
        1 if a fixture differs that is not known to, else 0.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console that lacks a sign still shows the rest
            stream.reconfigure(errors="backslashreplace")
    try:
        cases = [_read(name) for name in names] or list(fixtures())
        found = quotes.extract_many((case.article for case in cases), kinds=tuple(Kind))
        rows = [_differences(case, row) for case, row in zip(cases, found, strict=True)]
    except (OSError, UnicodeDecodeError, quotes.QuotesError) as error:
        print(f"quotes: {error}", file=sys.stderr)
        return 2
    for row in rows:
        for difference in row:
            print(difference)
    differing = [case for case, row in zip(cases, rows, strict=True) if row]
    known = sum(case.known_difference is not None for case in differing)
    wrong = len(differing) - known
    print(
        f"{len(cases)} fixtures: {len(cases) - known - wrong} as expected, "
        f"{known} known to differ, {wrong} wrong"
    )
    return 1 if wrong else 0


def _differences(case: Fixture, found: Sequence[quotes.Quote]) -> list[Difference]:
    """What differs in quotes, and in words of kind other if the fixture says which there are."""
    other = any(quote.kind is Kind.OTHER for quote in case.quotes)
    return compare(case, found) + (compare(case, found, [Kind.OTHER]) if other else [])


def _read(name: str) -> Fixture:
    file = pathlib.Path(name)
    return parse(file.read_text(encoding="utf8"), file.stem)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
