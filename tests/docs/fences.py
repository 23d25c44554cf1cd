"""The fences of the pages: what the README and the documentation show as code and as its result."""

from __future__ import annotations

import pathlib
import re

import attrs

ROOT = pathlib.Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
SHELLS = ("sh", "bash")

_FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_RESULT = re.compile(r"\s*<!-- result -->\n```text\n(?P<result>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"<!-- file: (?P<name>[\w./-]+) -->\n```\w+\n(?P<text>.*?)^```$", re.M | re.S)


@attrs.frozen
class Fence:
    """One fence of a page. `result` is what it prints, if the page shows that below it."""

    page: pathlib.Path
    line: int
    language: str
    code: str
    result: str | None

    @property
    def name(self) -> str:
        """Where it is, for the names of tests."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def fences(page: pathlib.Path) -> list[Fence]:
    """All fences of a page in their order."""
    text = page.read_text(encoding="utf8")
    found = []
    for match in _FENCE.finditer(text):
        below = _RESULT.match(text, match.end())
        line = text.count("\n", 0, match.start()) + 1
        result = below["result"] if below else None
        found.append(Fence(page, line, match["language"], match["code"], result))
    return found


def shown_files(page: pathlib.Path) -> dict[str, str]:
    """The files that a page shows, below `<!-- file: NAME -->`, with their content."""
    return {m["name"]: m["text"] for m in _FILE.finditer(page.read_text(encoding="utf8"))}


def below(page: str, comment: str) -> str:
    """The content of the fence below an HTML comment of a page.

    Raises:
        AssertionError: the page has no such comment with a fence below it.
    """
    text = (ROOT / page).read_text(encoding="utf8")
    match = re.search(rf"<!-- {re.escape(comment)} -->\n```\w+\n(.*?)^```", text, re.M | re.S)
    assert match is not None, f"{page} has no fence below <!-- {comment} -->"
    return match[1]


def quoted(page: str, comment: str) -> str:
    """The text of the block quotation below an HTML comment of a page.

    Raises:
        AssertionError: the page has no such comment with a block quotation below it.
    """
    text = (ROOT / page).read_text(encoding="utf8")
    match = re.search(rf"<!-- {re.escape(comment)} -->\n((?:>.*\n)+)", text)
    assert match is not None, f"{page} has no quotation below <!-- {comment} -->"
    return "\n".join(line[2:] for line in match[1].splitlines())
