"""What is kept ready for comparison is as good as what is made anew, and its loss is none."""

from __future__ import annotations

import pathlib
import sqlite3

import pytest

import quotes
from quotes.archive import schema, shelf
from quotes.evaluation.retelling import Retellings, generate


@pytest.fixture(scope="module")
def told() -> Retellings:
    return generate(60, 5)


def _add(file: pathlib.Path, told: Retellings, start: int, end: int) -> list[quotes.Utterance]:
    with quotes.Archive(file) as archive:
        archive.add(told.articles[start:end], told.quotes[start:end])
        return list(archive.utterances())


def _ready(file: pathlib.Path) -> int:
    connection = sqlite3.connect(file)
    (number,) = connection.execute("SELECT count(*) FROM ready WHERE body != ''").fetchone()
    connection.close()
    return int(number)


@pytest.fixture
def file(tmp_path: pathlib.Path, told: Retellings) -> pathlib.Path:
    """An archive of half of the articles."""
    path = tmp_path / "news.db"
    _add(path, told, 0, len(told.articles) // 2)
    return path


@pytest.fixture
def at_once(tmp_path: pathlib.Path, told: Retellings) -> list[quotes.Utterance]:
    """The utterances of an archive that had all articles in memory all the time."""
    return _add(tmp_path / "other.db", told, 0, len(told.articles))


def test_articles_that_are_read_again_are_compared_as_before(
    file: pathlib.Path,
    told: Retellings,
    at_once: list[quotes.Utterance],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shelf, "_ROOM", 1)  # everything is read again and again

    assert _add(file, told, len(told.articles) // 2, len(told.articles)) == at_once


@pytest.mark.parametrize("done", ["DELETE FROM ready", "UPDATE ready SET body = x'00FF'"])
def test_what_is_damaged_or_missing_is_made_again(
    done: str, file: pathlib.Path, told: Retellings, at_once: list[quotes.Utterance]
) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute(done)
    connection.close()

    assert _add(file, told, len(told.articles) // 2, len(told.articles)) == at_once


def test_an_archive_of_the_first_schema_is_gone_on_with(
    tmp_path: pathlib.Path, file: pathlib.Path, told: Retellings, at_once: list[quotes.Utterance]
) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("DROP TABLE ready")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(quotes.ArchiveError, match="open it once for writing"):
        quotes.Archive(file, read_only=True)

    assert _add(file, told, len(told.articles) // 2, len(told.articles)) == at_once
    assert _ready(file) > len(told.articles) // 2  # old articles that were compared again, too
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(schema.STEPS),)
    connection.close()
