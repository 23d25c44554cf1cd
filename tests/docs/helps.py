"""Writes the help of every command into the page *Command line*: `python -m tests.docs.helps`."""

from __future__ import annotations

from tests.cli.running import run
from tests.cli.test_help import COMMANDS
from tests.docs.fences import ROOT

PAGE = ROOT / "docs" / "cli.md"


def written(page: str) -> str:
    """The page with the help of each command as it is now."""
    for command in COMMANDS:
        comment = f"<!-- help: {command or 'quotes'} -->\n```text\n"
        before, comment, after = page.partition(comment)
        shown = run(*command.split(), "--help").stdout
        page = before + comment + shown + after[after.index("```\n") :]
    return page


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf8")), encoding="utf8")
