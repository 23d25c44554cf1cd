"""An archive that may not be read or written is one clear error, and nothing of it is lost."""

from __future__ import annotations

import contextlib
import os
import pathlib
import shutil
import tempfile
from collections.abc import Iterator

import pytest

from quotes import Archive, ArchiveError
from tests.archive.killing import article

pytestmark = pytest.mark.skipif(not hasattr(os, "setresuid"), reason="needs the users of Linux")
NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[pathlib.Path]:
    """A folder that everybody may write in, unlike `tmp_path`."""
    made = pathlib.Path(tempfile.mkdtemp())
    made.chmod(0o777)
    yield made
    made.chmod(0o777)
    shutil.rmtree(made)


@pytest.fixture
def file(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "news.db"
    with Archive(path) as archive:
        _add(archive, 0, 1)
    path.chmod(0o666)
    return path


def _add(archive: Archive, *numbers: int) -> None:
    rows = [article(number) for number in numbers]
    archive.add([row.article for row in rows], [row.quotes for row in rows])


@contextlib.contextmanager
def _anybody() -> Iterator[None]:
    """Whom permissions hold for: not the superuser."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def _is_whole(path: pathlib.Path) -> bool:
    """Whether both articles are there, and more can be added."""
    with Archive(path) as archive:
        held = len(archive)
        _add(archive, 2)
        return held == 2 and len(archive) == 3


def test_a_file_that_may_only_be_read_is_read_and_not_written(file: pathlib.Path) -> None:
    file.chmod(0o444)
    with _anybody(), Archive(file) as archive:
        assert len(list(archive.search("gate"))) == 2
        with pytest.raises(ArchiveError, match=r"news\.db: the file cannot be written"):
            _add(archive, 2)
        assert len(archive) == 2
    file.chmod(0o666)

    assert _is_whole(file)


def test_in_a_folder_that_takes_no_file_it_is_read_and_not_written(file: pathlib.Path) -> None:
    file.parent.chmod(0o555)
    with _anybody(), Archive(file) as archive:
        assert len(list(archive.search("gate"))) == 2
        with pytest.raises(ArchiveError, match=r"news\.db: the file cannot be written"):
            _add(archive, 2)
    file.parent.chmod(0o777)

    assert _is_whole(file)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_may_not_be_read_is_an_error(read_only: bool, file: pathlib.Path) -> None:
    file.chmod(0)
    with _anybody(), pytest.raises(ArchiveError, match=r"news\.db: the file cannot be opened"):
        Archive(file, read_only=read_only)
    file.chmod(0o666)

    assert _is_whole(file)


@pytest.mark.parametrize("read_only", [True, False])
def test_in_a_folder_that_may_not_be_entered_it_is_an_error(
    read_only: bool, file: pathlib.Path
) -> None:
    file.parent.chmod(0)
    with _anybody(), pytest.raises(ArchiveError, match=r"news\.db: the file cannot be opened"):
        Archive(file, read_only=read_only)
    file.parent.chmod(0o777)

    assert _is_whole(file)


def test_no_archive_is_made_in_a_folder_that_takes_no_file(folder: pathlib.Path) -> None:
    folder.chmod(0o555)
    with _anybody(), pytest.raises(ArchiveError, match=r"new\.db: the file cannot be opened"):
        Archive(folder / "new.db")

    assert list(folder.iterdir()) == []
