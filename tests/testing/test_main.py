"""`python -m quotes.testing` holds an installed library to fixtures."""

from __future__ import annotations

import pathlib

import pytest

from quotes.testing.__main__ import main

RIGHT = "why: a case\n1: direct; speaker=Ada Marsh\n---\n⟦content 1: “It held,”⟧ said Ada Marsh.\n"
WRONG = RIGHT.replace("speaker=Ada Marsh", "speaker=Bo Lee")
KNOWN = WRONG.replace("\n1:", "\ndiffers: it is hard\n1:")


@pytest.mark.models
@pytest.mark.parametrize(
    ("sources", "status", "told"),
    [
        ([RIGHT, KNOWN], 0, "2 fixtures: 1 as expected, 1 known to differ, 0 wrong"),
        ([RIGHT, WRONG], 1, "2 fixtures: 1 as expected, 0 known to differ, 1 wrong"),
    ],
    ids=["known", "wrong"],
)
def test_only_a_difference_that_is_not_known_is_a_failure(
    tmp_path: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
    sources: list[str],
    status: int,
    told: str,
) -> None:
    files = [tmp_path / f"{i}.quotes" for i in range(len(sources))]
    for file, source in zip(files, sources, strict=True):
        file.write_text(source, encoding="utf8")

    assert main([str(file) for file in files]) == status

    *differences, summary = capsys.readouterr().out.splitlines()
    assert summary == told
    known = "" if status else " (known: it is hard)"
    assert differences == [f"1 1: speaker: expected Bo Lee, found Ada Marsh{known}"]


@pytest.mark.parametrize("content", [None, b"\xff", b"no fixture"])
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    file = tmp_path / "ours.quotes"
    if content is not None:
        file.write_bytes(content)

    assert main([str(file)]) == 2

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("quotes: ")
    assert told.err.count("\n") == 1
