"""`python -m quotes`: the command line, or what to install for it."""

from __future__ import annotations

import sys

_NEEDED = ("typer", "rich")


def main() -> None:
    """Run the command line; without the extra `cli` say what to install and exit with 2."""
    try:
        from quotes.cli import run
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in _NEEDED:
            raise
        sys.stderr.write('the command line needs: pip install "quotes-nlp[cli]"\n')
        sys.exit(2)
    sys.exit(run("python -m quotes" if sys.argv[0].endswith("__main__.py") else "quotes"))


if __name__ == "__main__":
    main()
