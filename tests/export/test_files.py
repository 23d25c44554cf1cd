"""Where results are written (`quotes/export/files.py`)."""

from __future__ import annotations

import os
import pathlib
import stat

import pytest

from quotes.export.files import opened


def test_a_file_is_there_only_once_all_is_written(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "quotes.csv"

    with opened(file) as out:
        out.write(b"half ")
        assert not file.exists()
        out.write(b"and half")

    assert file.read_bytes() == b"half and half"
    assert os.listdir(tmp_path) == ["quotes.csv"]


def test_what_stood_there_stays_if_something_goes_wrong(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "quotes.csv"
    file.write_text("before")

    def broken() -> None:
        with opened(file) as out:
            out.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()

    assert file.read_text() == "before"
    assert os.listdir(tmp_path) == ["quotes.csv"]


def test_what_is_added_is_in_the_file_at_once(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "quotes.csv"
    file.write_text("one ")

    with opened(file, append=True) as out:
        out.write(b"two")
        assert file.read_text() == "one two"


def test_a_file_that_is_written_anew_keeps_its_rights_and_its_link(tmp_path: pathlib.Path) -> None:
    file, link = tmp_path / "quotes.csv", tmp_path / "latest.csv"
    file.write_text("before")
    file.chmod(0o640)
    link.symlink_to(file)

    with opened(link) as out:
        out.write(b"after")

    assert link.is_symlink()
    assert file.read_text() == "after"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_device_is_written_to_and_stays_one() -> None:
    with opened(os.devnull) as out:
        out.write(b"words")

    assert pathlib.Path(os.devnull).is_char_device()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: pathlib.Path) -> None:
    with pytest.raises(FileNotFoundError), opened(tmp_path / "nowhere" / "quotes.csv"):
        pass
