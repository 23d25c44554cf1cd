"""Whatever is wrong with the file of an archive is one clear error, and nothing is lost."""

from __future__ import annotations

import pathlib
import sqlite3
import threading

import pytest

import quotes
from quotes import Archive, ArchiveError
from quotes.archive import schema
from tests.archive.killing import article


def _add(archive: Archive, *numbers: int) -> None:
    rows = [article(number) for number in numbers]
    archive.add([row.article for row in rows], [row.quotes for row in rows])


@pytest.fixture
def file(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "news.db"
    with Archive(path) as archive:
        _add(archive, 0, 1)
    return path


def test_a_full_disk_keeps_what_was_complete_and_can_be_gone_on_with(file: pathlib.Path) -> None:
    with Archive(file) as archive:
        (pages,) = archive._connection.execute("PRAGMA page_count").fetchone()
        archive._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(ArchiveError, match="there is no room left on the disk"):
            _add(archive, *range(2, 200))
        held = len(archive)
        assert held >= 2
        archive._connection.execute("PRAGMA max_page_count = 100000")
        _add(archive, *range(held + 3))

        assert [a.id for a in archive.articles()] == [f"n{n:05}" for n in range(held + 3)]
        assert sum(len(u.versions) for u in archive.utterances()) == 2 * (held + 3)


def test_opened_for_reading_it_cannot_be_written(file: pathlib.Path) -> None:
    with Archive(file, read_only=True) as archive:
        with pytest.raises(ArchiveError, match=r"news\.db: the file cannot be written"):
            _add(archive, 5)
        assert len(archive) == 2


@pytest.mark.parametrize(
    "content", [b"Some text. " * 500, b"letters", b"SQLite format 3\0" + b"?" * 200]
)
def test_a_file_of_something_else_is_refused_and_stays(
    content: bytes, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)

    with pytest.raises(ArchiveError, match=r"letter\.txt: not an archive"):
        Archive(path)

    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()

    with pytest.raises(ArchiveError, match="not an archive of quotes"):
        Archive(path)


def test_a_file_or_folder_that_cannot_be_opened_is_named(tmp_path: pathlib.Path) -> None:
    with pytest.raises(ArchiveError, match="no such archive"):
        Archive(tmp_path / "nowhere.db", read_only=True)
    with pytest.raises(ArchiveError, match="is a folder"):
        Archive(tmp_path)
    with pytest.raises(ArchiveError, match="the file cannot be opened"):
        Archive(tmp_path / "no" / "folder.db")


def test_a_second_writer_waits_and_then_says_who_is_in_its_way(
    file: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "WAIT", 0.05)
    with Archive(file) as first, Archive(file) as second:
        first._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match="another program is writing to it"):
            _add(second, 2)
        first._connection.execute("ROLLBACK")
        _add(second, 2)

        assert len(first) == 3


def test_a_schema_of_before_is_brought_up_to_date(
    file: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = "CREATE TABLE later (x); -- one;\nINSERT INTO later SELECT id FROM articles;\n"
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, more))
    with pytest.raises(ArchiveError, match="open it once for writing"):
        Archive(file, read_only=True)

    with Archive(file) as archive:
        assert archive._connection.execute("SELECT count(*) FROM later").fetchone() == (2,)
        assert archive._connection.execute("PRAGMA user_version").fetchone() == (len(schema.STEPS),)
        assert len(archive) == 2
        _add(archive, 2)
    with Archive(file) as again:  # the step is not done twice
        assert again._connection.execute("SELECT count(*) FROM later").fetchone() == (2,)
        assert [a.id for a in again.articles()] == ["n00000", "n00001", "n00002"]
        assert sum(len(u.versions) for u in again.utterances()) == 6


def test_a_step_that_fails_leaves_the_schema_as_it_was(
    file: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        bad = "CREATE TABLE later (x);\nINSERT INTO nowhere VALUES (1);\n"
        patched.setattr(schema, "STEPS", (*schema.STEPS, bad))
        with pytest.raises(ArchiveError):
            Archive(file)

    with Archive(file) as archive:
        assert len(archive) == 2


def test_an_archive_of_a_later_version_is_refused(file: pathlib.Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    for read_only in (True, False):
        with pytest.raises(ArchiveError, match=r"by a later version of quotes \(schema 99\)"):
            Archive(file, read_only=read_only)

    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA user_version").fetchone() == (99,)
    assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    connection.close()


def test_two_readers_see_whole_articles_while_one_writes(file: pathlib.Path) -> None:
    done = threading.Event()
    wrong: list[str] = []
    counts: dict[int, list[int]] = {0: [], 1: []}

    def read(number: int) -> None:
        try:
            with Archive(file, read_only=True) as archive:
                while not done.is_set():
                    counts[number].append(len(archive))
                    for row in archive.search("gate", limit=5):
                        utterance = archive.utterance(row.utterance or "")
                        if utterance is None or row.speaker is None:
                            wrong.append(str(row))
        except quotes.QuotesError as error:
            wrong.append(str(error))

    readers = [threading.Thread(target=read, args=(number,)) for number in (0, 1)]
    for reader in readers:
        reader.start()
    with Archive(file) as archive:
        _add(archive, *range(30))
    done.set()
    for reader in readers:
        reader.join()

    assert wrong == []
    for seen in counts.values():
        assert seen == sorted(seen)
        assert len(set(seen)) > 1
