"""What the command line says of itself (`quotes/cli/__init__.py`, `quotes/__main__.py`)."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.cli.running import ROOT, run
from tests.docs.fences import PAGES

COMMANDS = [
    *("", "extract", "view", "normalise", "sources", "verify", "check"),
    *("archive", "archive add", "archive search", "archive speaker", "archive show"),
    *("archive export", "evaluate", "train", "train tagger"),
]


@pytest.mark.parametrize("command", [c.split() for c in COMMANDS], ids=lambda c: " ".join(c))
def test_the_help_in_the_documentation_is_what_the_command_prints(command: list[str]) -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf8")
    match = re.search(
        rf"<!-- help: {' '.join(command) or 'quotes'} -->\n```text\n(.*?)^```", page, re.M | re.S
    )
    assert match is not None

    assert match[1] == run(*command, "--help").stdout


def _shown_commands() -> list[str]:
    """Every call of the command line that a page shows, without what a shell does to it."""
    text = "\n".join(page.read_text(encoding="utf8") for page in PAGES).replace("\\\n", " ")
    found = re.findall(r"python -m quotes ((?:[a-z]+ )+[^`\n>|#]*)", text)
    return sorted({" ".join(call.split()) for call in found if "[" not in call})


@pytest.mark.parametrize("call", _shown_commands())
def test_a_call_that_the_documentation_shows_has_a_command_and_options_that_exist(
    call: str,
) -> None:
    words = call.split()
    groups = 2 if words[0] in ("archive", "train", "evaluate") else 1
    command = [word for word in words[:groups] if word.replace("-", "").isalpha()]

    result = run(*command, "--help")

    assert result.exit_code == 0
    options = {word for word in words if word.startswith("--")}
    assert options <= set(re.findall(r"--[a-z-]+", result.stdout))


def test_without_the_extra_it_says_what_to_install() -> None:
    code = (
        "import sys, runpy; sys.modules['typer'] = None; "
        "runpy.run_module('quotes', run_name='__main__')"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == 'the command line needs: pip install "quotes-nlp[cli]"\n'


def test_the_module_can_be_run() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quotes", "--version"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0
    assert done.stdout.startswith("quotes-nlp")


@pytest.mark.parametrize("command", ["evaluate", "train"])
def test_every_command_below_says_in_one_line_what_it_is_for(command: str) -> None:
    page = run(command, "--help").stdout.partition("Commands:\n")[2].partition("\n\n")[0]

    rows = [line.split(maxsplit=1) for line in page.splitlines()]
    assert len(rows) >= 8
    assert all(len(row) == 2 and row[1].endswith(".") for row in rows)
    assert not any(row[1].endswith("...") for row in rows)


def test_the_help_of_train_and_evaluate_loads_no_models() -> None:
    code = (
        "import sys; from quotes.cli import app\n"
        "for command in ('train', 'evaluate'):\n"
        "    try: app([command, '--help'])\n"
        "    except SystemExit: pass\n"
        "sys.exit(len({'torch', 'stanza', 'numpy'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0
