"""Every fence of Python and shell in the README and the documentation runs, as a reader would."""

from __future__ import annotations

import pathlib

import pytest

from tests.docs import commands
from tests.docs.fences import PAGES, SHELLS, Fence, fences, shown_files

FENCES = [fence for page in PAGES for fence in fences(page)]
_LANGUAGES = {"json", "python", "text", "tsv", *SHELLS}


def _of(*languages: str) -> list[object]:
    found = [fence for fence in FENCES if fence.language in languages]
    return [pytest.param(f, id=f.name, marks=pytest.mark.models) for f in found]


@pytest.mark.parametrize("fence", _of("python"))
def test_the_example_prints_the_result_that_stands_below_it(
    fence: Fence,
    capsys: pytest.CaptureFixture[str],
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    commands.lay_out(tmp_path, shown_files(fence.page))
    monkeypatch.chdir(tmp_path)

    exec(compile(fence.code, fence.name, "exec"), {"__name__": "__main__"})

    assert capsys.readouterr().out == (fence.result or "")


@pytest.mark.parametrize("fence", _of(*SHELLS))
def test_the_commands_of_a_page_work_and_print_what_it_shows(
    fence: Fence, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands.lay_out(tmp_path, shown_files(fence.page))
    monkeypatch.chdir(tmp_path)

    printed = commands.printed(fence.code)

    assert fence.result is None or printed == fence.result


def test_every_fence_says_what_it_holds() -> None:
    assert [fence.name for fence in FENCES if fence.language not in _LANGUAGES] == []


@pytest.mark.parametrize(
    "code", ["rm -rf quotes", "make nothing", 'pip install "quotes-nlp[nothing]"', "cat a | wc"]
)
def test_a_command_that_cannot_be_checked_is_not_let_through(code: str) -> None:
    with pytest.raises((AssertionError, FileNotFoundError)):
        commands.printed(code)


@pytest.mark.models
def test_a_command_that_fails_is_told(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(AssertionError, match=r"missing\.txt"):
        commands.printed("python -m quotes extract missing.txt")
