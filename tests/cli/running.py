"""Calling the command line as a terminal of eighty columns would."""

from __future__ import annotations

import json
import pathlib
from typing import Any

from typer.testing import CliRunner, Result

from quotes.cli import app

ROOT = pathlib.Path(__file__).parent.parent.parent


def run(*words: object, stdin: str | bytes | None = None) -> Result:
    # A fixed width, so that the help and the tables do not depend on the terminal.
    return CliRunner(env={"COLUMNS": "80", "TERMINAL_WIDTH": "80", "NO_COLOR": "1"}).invoke(
        app, [str(word) for word in words], input=stdin, prog_name="python -m quotes"
    )


def lines_of(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]
