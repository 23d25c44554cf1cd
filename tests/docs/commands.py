"""Runs the commands that the pages show, in one process, so that the models are loaded once."""

from __future__ import annotations

import glob
import json
import pathlib
import re
import shlex
import tomllib

from tests.cli.running import run
from tests.docs.fences import ROOT

_COURIER = (
    "“We will open the gates at high water,” said Ines Varley, chief engineer of the Lowmere "
    "Harbour Board, “if the tide allows.”\n"
)
_TIDINGS = "Repairs would take “at least two winters”, Varley told the Lowmere Courier.\n"
_LINES = [
    {"id": "courier", "outlet": "Lowmere Courier", "published": "2031-02-04", "text": _COURIER},
    {"id": "tidings", "outlet": "Tidings", "published": "2031-02-05", "text": _TIDINGS},
]
FILES = {
    "article.txt": _COURIER + _TIDINGS,
    "articles.jsonl": "".join(json.dumps(line) + "\n" for line in _LINES),
    "archive/2031/gates.txt": _COURIER,
    "courier.txt": _COURIER,
    "draft.txt": _COURIER,
    "herald.txt": _TIDINGS,
    "known.csv": "name,roles\nInes Varley,chief engineer\n",
    "news/gates.txt": _COURIER,
    "news/repairs.txt": _TIDINGS,
    "page.html": f"<html><body><article><p>{_COURIER}</p><p>{_TIDINGS}</p></article></body></html>",
    "sources.jsonl": "".join(json.dumps(line) + "\n" for line in _LINES),
    "tidings.txt": _TIDINGS,
}
"""The files that commands of the pages read, unless the page itself shows one of this name."""

_NEEDS_DATA = {"train", "evaluate"}
"""Commands for corpora that are not part of the project: that their options exist is tested with
the help (`tests/cli/test_help.py`)."""
_OPERATORS = {"|", ">"}


def lay_out(folder: pathlib.Path, shown: dict[str, str]) -> None:
    """Write the files that commands read into a folder."""
    for name, text in {**FILES, **shown}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf8")


def printed(code: str) -> str:
    """What the commands of a fence print, run in the current folder.

    Raises:
        AssertionError: a command fails, or is one that this module does not know how to check.
    """
    lines = code.replace("\\\n", " ").splitlines()
    return "".join(_printed(line) for line in lines)


def _printed(line: str) -> str:
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|>")
    lexer.whitespace_split = True
    words = list(lexer)
    if not words:
        return ""
    stdin = None
    if words[0] == "cat" and "|" in words:
        at = words.index("|")
        stdin = "".join(pathlib.Path(w).read_text(encoding="utf8") for w in words[1:at])
        words = words[at + 1 :]
    target = None
    if ">" in words:
        target, words = words[-1], words[: words.index(">")]
    assert not _OPERATORS & set(words), f"too much of a shell: {line}"
    if words[:3] == ["python", "-m", "quotes"]:
        shown = _quotes(words[3:], stdin)
    else:
        _check(words)
        shown = ""
    if target is None:
        return shown
    pathlib.Path(target).write_text(shown, encoding="utf8")
    return ""


def _quotes(words: list[str], stdin: str | None) -> str:
    if words[0] in _NEEDS_DATA:
        return ""
    if "--workers" in words:  # more would load the models once more each
        words[words.index("--workers") + 1] = "1"
    expanded = [w for word in words for w in (sorted(glob.glob(word)) if "*" in word else [word])]
    result = run(*expanded, stdin=stdin)
    failed = result.exit_code not in ((0, 1) if words[0] in ("check", "verify") else (0,))
    assert not failed, result.output + result.stderr
    return result.stdout


def _check(words: list[str]) -> None:
    """That what a command other than the library's own names is there."""
    if words[:3] == ["python", "-m", "pip"]:
        words = words[2:]
    if words[0] == "pip":
        _check_extras(words)
    elif words[0] == "make":
        makefile = (ROOT / "Makefile").read_text(encoding="utf8")
        targets = [word for word in words[1:] if "=" not in word]
        assert all(re.search(rf"^{target}:", makefile, re.M) for target in targets), words
    elif words[:2] == ["python", "-m"]:
        path = ROOT / words[2].replace(".", "/")
        assert words[2] == "pytest" or path.with_suffix(".py").exists() or path.is_dir(), words
    elif words[:2] == ["python", "-c"]:
        compile(words[2], "command", "exec")
    elif words[0] == "python":
        assert (ROOT / words[1]).exists(), words
    else:
        raise AssertionError(f"not a command that the tests of the pages know: {words}")


def _check_extras(words: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    for word in words[2:]:
        match = re.fullmatch(rf"(?:{project['name']}|\.)\[([\w,]+)\]", word)
        extras = match[1].split(",") if match else []
        assert set(extras) <= set(project["optional-dependencies"]), words
