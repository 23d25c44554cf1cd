"""A format of files of quotes is one module of `quotes.export` (`quotes/export/formats.py`)."""

from __future__ import annotations

import pathlib
import subprocess
import sys

import pytest

from quotes.cli.writing import SUFFIXES
from quotes.export.formats import formats

_MODULE = """
from quotes.export.formats import Format

def write(pairs, out, bom):
    for article, quotes in pairs:
        for quote in quotes:
            out.write(f"* {quote.text}\\n".encode())

FORMATS = (Format("bullets", (".bul",), write),)
"""
_COMMAND = """
import sys
import quotes.export
quotes.export.__path__.append(sys.argv.pop(1))
from quotes.__main__ import main
main()
"""


@pytest.mark.models
def test_a_new_module_is_a_new_format_of_the_command_line(tmp_path: pathlib.Path) -> None:
    added = tmp_path / "added"
    added.mkdir()
    (added / "bullets.py").write_text(_MODULE, encoding="utf8")
    article = tmp_path / "bridge.txt"
    article.write_text("“Nobody should be surprised,” said Ines Varley.", encoding="utf8")
    command = [sys.executable, "-c", _COMMAND, str(added), "extract", str(article)]

    for options in (["--format", "bullets"], ["-o", str(tmp_path / "quotes.bul")]):
        ran = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
        file = tmp_path / "quotes.bul"
        written = file.read_text(encoding="utf8") if file.exists() else ran.stdout
        assert written == "* Nobody should be surprised,\n"


def test_every_format_of_the_package_has_a_name_and_suffixes_of_its_own() -> None:
    assert set(formats()) == {"annotations", "csv", "jsonl", "jsonld", "parquet"}
    assert {SUFFIXES[suffix] for suffix in (".csv", ".ndjson", ".jsonld", ".html")} == {
        "csv",
        "html",
        "jsonl",
        "jsonld",
    }
