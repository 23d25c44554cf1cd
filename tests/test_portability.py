"""What holds on systems that the tests do not run on."""

from __future__ import annotations

import ast
import pathlib
from collections.abc import Iterator

import pytest

from quotes.errors import QuotesError
from quotes.evaluation.cost import measure_cost

ROOT = pathlib.Path(__file__).parent.parent
MODULES = sorted((ROOT / "quotes").rglob("*.py"))
# Modules of the standard library that Windows lacks, and names that modules there lack.
ABSENT = {"curses", "fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
NAMES = {
    "os": {"fork", "getuid", "geteuid", "killpg", "mkfifo", "setsid", "sysconf", "uname"},
    "signal": {"SIGALRM", "SIGCHLD", "SIGKILL", "SIGPIPE", "alarm", "setitimer", "siginterrupt"},
    "socket": {"AF_UNIX", "recv_fds", "send_fds"},
}
FORKING = {"_Forks", "serve", "_end_without_parent"}
"""What runs on Linux alone (`quotes.workers.FORKS`)."""


def _at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when a module is imported."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield node
            yield from _at_import(node)


def _everywhere(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run on any system."""
    for node in ast.iter_child_nodes(tree):
        if getattr(node, "name", None) not in FORKING:
            yield node
            yield from _everywhere(node)


def test_no_module_needs_at_import_what_windows_lacks() -> None:
    found = [
        f"{file.name}:{node.lineno}"
        for file in MODULES
        for node in _at_import(ast.parse(file.read_text(encoding="utf8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module]
        )
        if name in ABSENT
    ]

    assert found == []


def test_only_what_forks_workers_uses_names_that_windows_lacks() -> None:
    found = [
        f"{file.name}:{node.lineno} {node.value.id}.{node.attr}"
        for file in MODULES
        for node in _everywhere(ast.parse(file.read_text(encoding="utf8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if node.attr in NAMES.get(node.value.id, set())
    ]

    assert found == []


def test_the_cost_of_normalise_is_not_measured_where_memory_is_not_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "win32")

    with pytest.raises(QuotesError, match="Windows does not tell"):
        measure_cost(10)
