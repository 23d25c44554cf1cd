"""The values of closed sets as tables, for the page *Python interface*.

`python -m tests.docs.values` writes them into the page, from the docstrings of the members.
"""

from __future__ import annotations

import ast
import enum
import inspect
import re
import textwrap

import quotes
from tests.docs.fences import ROOT

PAGE = ROOT / "docs" / "api.md"
_TABLE = re.compile(r"<!-- values: (?P<name>\w+) -->\n(?P<rows>(?:\|.*\n)*)")


def table(kind: type[enum.StrEnum]) -> str:
    """A table with a row for each value of a closed set, with what its docstring says."""
    told = _told(kind)
    rows = [f"| `{member.value}` | {told.get(member.name, '')} |" for member in kind]
    return "\n".join(["| value | what it means |", "|---|---|", *rows]) + "\n"


def tables() -> dict[str, str]:
    """The tables of the page by the name of their closed set."""
    page = PAGE.read_text(encoding="utf8")
    return {match["name"]: match["rows"] for match in _TABLE.finditer(page)}


def _told(kind: type[enum.StrEnum]) -> dict[str, str]:
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(definition, ast.ClassDef)
    told: dict[str, str] = {}
    name = ""
    for part in definition.body:
        if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name):
            name = part.targets[0].id
        elif name and isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant):
            told[name] = " ".join(str(part.value.value).split()).replace("|", "\\|")
    return told


def _new(match: re.Match[str]) -> str:
    return f"<!-- values: {match['name']} -->\n{table(getattr(quotes, match['name']))}"


if __name__ == "__main__":
    PAGE.write_text(_TABLE.sub(_new, PAGE.read_text(encoding="utf8")), encoding="utf8")
