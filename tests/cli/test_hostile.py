"""Nothing that a terminal obeys reaches it, whatever articles, ids, names and arguments hold."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys
import unicodedata

import pytest

from quotes.render.characters import harmless
from tests.cli.running import run

HOSTILE = "\x1b[31mred\x07\x9b2J\x7f\u202egnp\u2066\u2069\u200e\u200f\u061c\u2028\u2029\ufeff\r"
TEXT = f"“The road {HOSTILE} is shut,” said Ada{HOSTILE} Marsh, the mayor{HOSTILE} of Lowmere.\n"


def obeyed(text: str) -> set[str]:
    """The characters of some output that a terminal acts on, line feeds apart."""
    turning = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
    return {
        c
        for c in text
        if c != "\n" and (c in turning or unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp"))
    }


@pytest.fixture
def article(tmp_path: pathlib.Path) -> pathlib.Path:
    """A line of JSON whose every field holds such characters, in a file whose name does."""
    fields = {"text": TEXT, "id": f"a{HOSTILE}", "outlet": f"The Bell{HOSTILE}", "title": HOSTILE}
    file = tmp_path / f"news{HOSTILE}.jsonl"
    rest = {"text": f"Rain fell.{HOSTILE}", "id": f"b{HOSTILE}", "outlet": HOSTILE}
    file.write_text(f"{json.dumps(fields)}\n{json.dumps(rest)}\n", encoding="utf8")
    return file


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
@pytest.mark.parametrize(
    "words",
    [
        ("extract",),
        ("extract", "--kinds", "other"),
        ("extract", "--format", "jsonl"),
        ("extract", "--format", "html"),
        ("normalise",),
        ("normalise", "--related", "--explain"),
        ("normalise", "--format", "jsonl"),
        ("verify", "the road is shut"),
        ("verify", f"the lane {HOSTILE} is shut"),
        ("verify", "the road is shut", "--format", "jsonl"),
    ],
    ids=" ".join,
)
def test_no_command_writes_what_a_terminal_obeys(
    words: tuple[str, ...], article: pathlib.Path
) -> None:
    result = run(*words, article)

    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.output.strip()
    assert obeyed(result.stdout) == set()
    assert obeyed(result.stderr) == set()


@pytest.mark.parametrize(
    "words",
    [
        ("extract", f"none{HOSTILE}.txt"),
        ("extract", f"none{HOSTILE}.txt", "--models", HOSTILE),
        ("normalise", f"none{HOSTILE}.txt"),
        ("verify", "words", f"none{HOSTILE}.txt"),
        ("verify", HOSTILE, f"none{HOSTILE}.txt"),
        ("evaluate", "speakers", f"none{HOSTILE}"),
        ("evaluate", "attribution", f"none{HOSTILE}"),
        ("evaluate", "versions", f"none{HOSTILE}"),
        ("train", "lemmatizer", "--data", f"none{HOSTILE}", "--out", f"out{HOSTILE}"),
        ("train", "words", f"none{HOSTILE}.txt", "--out", f"out{HOSTILE}"),
        ("train", "versions", "--topics", f"none{HOSTILE}", "--out", f"out{HOSTILE}"),
    ],
    ids=lambda words: " ".join(words[:2]).replace(HOSTILE, "X"),
)
def test_no_message_repeats_what_a_terminal_obeys(
    words: tuple[str, ...], tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*words)

    assert result.exit_code != 0
    assert isinstance(result.exception, SystemExit)
    assert result.stderr.startswith("quotes: ")
    assert obeyed(result.output) == set()


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_json_lines_hold_every_character_as_an_escape(article: pathlib.Path) -> None:
    result = run("extract", article, "--format", "jsonl", "--kinds", "direct,mixed,indirect,other")

    assert result.stdout.isascii()
    for line in result.stdout.splitlines():
        for part in json.loads(line)["content"]:
            assert TEXT[part["start"] : part["end"]] == part["text"]


def test_harmless_text_is_left_as_it_is() -> None:
    text = "“Да” 「はい」 é 👩\u200d👧 café\u0301 ½"
    assert harmless(text) == text


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    """A line of the shell in which `quotes` is the command line."""
    begin = f'quotes() {{ "{sys.executable}" -m quotes "$@"; }}; '
    return program_of(["sh", "-c", begin + line])


def program_of(command: list[str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, check=False, timeout=120, capture_output=True)


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        ("quotes extract - <&-", 1, b"quotes: standard input is closed\n"),
        ("quotes verify rain - <&-", 1, b"quotes: standard input is closed\n"),
        ("quotes verify rain /dev/null >&-", 1, b"quotes: standard output is closed\n"),
        ("quotes verify rain /dev/null 2>&-", 1, b""),
    ],
)
def test_a_closed_stream_is_one_line_and_a_status(line: str, status: int, message: bytes) -> None:
    result = shell(line)

    assert (result.returncode, result.stderr) == (status, message)


@pytest.mark.skipif(os.name == "nt", reason="needs pipes")
def test_an_output_that_nobody_reads_ends_the_command_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "quotes", "verify", "rain", __file__]
    try:
        result = subprocess.run(
            command, check=False, timeout=120, stdout=writing, stderr=subprocess.PIPE
        )
    finally:
        os.close(writing)

    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_arguments_that_are_refused_are_repeated_without_what_a_terminal_obeys() -> None:
    command = [sys.executable, "-m", "quotes", "extract", f"--{HOSTILE}"]
    result = program_of(command)

    assert result.returncode == 2
    assert b"no such option" in result.stderr
    assert obeyed(result.stderr.decode("utf8")) == set()
