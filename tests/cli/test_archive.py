"""`python -m quotes archive` (`quotes/cli/archive.py`), with an engine that needs no models."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

import quotes
from quotes.types import Quote
from tests.cli.running import lines_of, run
from tests.utterances.building import story

STORIES = [
    story("one", "⟦marsh: “We were never asked about it,”⟧ said Ada Marsh.", outlet="Courier",
          day=3),
    story("two", "⟦marsh: “We were never asked about it,”⟧ Ada Marsh said.", outlet="Gazette",
          day=4),
    story("three", "⟦fenn: “The ferry sails at nine,”⟧ said Joel Fenn.", outlet="Tidings", day=5),
]  # fmt: skip


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The ids of the articles that were read."""
    ids: list[str | None] = []
    known = {s.article.text: list(s.quotes) for s in STORIES}

    def extract_many(articles: Iterable[quotes.Article], **_: Any) -> Iterator[list[Quote]]:
        for article in articles:
            ids.append(article.id)
            yield known[article.text]

    monkeypatch.setattr(quotes, "extract_many", extract_many)
    return ids


@pytest.fixture
def file(tmp_path: pathlib.Path) -> pathlib.Path:
    """The articles of the stories, one a line."""
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(s.article.to_dict()) + "\n" for s in STORIES))
    return path


@pytest.fixture
def archive(tmp_path: pathlib.Path, file: pathlib.Path, read: list[str | None]) -> pathlib.Path:
    path = tmp_path / "news.db"
    result = run("archive", "add", path, file)
    assert (result.exit_code, result.stderr) == (
        0,
        "quotes: 3 articles with 3 quotes added, 0 were there already\n",
    )
    assert read == ["one", "two", "three"]
    read.clear()
    return path


def test_what_is_there_is_not_read_again_and_a_changed_text_is_told(
    archive: pathlib.Path, file: pathlib.Path, read: list[str | None]
) -> None:
    with file.open("a") as lines:
        lines.write(json.dumps({"text": "Other words.", "id": "two"}) + "\n")

    result = run("archive", "add", archive, file)

    assert result.exit_code == 1
    assert result.stderr == (
        "quotes: two: its text is another one than in the archive\n"
        "quotes: 0 articles with 0 quotes added, 3 were there already\n"
    )
    assert read == []


def test_search_gives_a_table_lines_and_a_page(
    archive: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    table = run("archive", "search", archive, "asked", "--speaker", "Marsh").stdout
    rows = lines_of(run("archive", "search", archive, "asked", "--format", "jsonl"))
    page = tmp_path / "page.html"
    done = run("archive", "search", archive, "--outlet", "courier", "-o", page)

    assert "Courier" in table
    assert "Tidings" not in table
    assert [(r["schema"], r["record"], r["article_id"]) for r in rows] == [
        ("archive/1", "found", "two"),
        ("archive/1", "found", "one"),
    ]
    assert done.exit_code == 0
    assert "Ada Marsh" in page.read_text()
    assert run("archive", "search", archive, "nothing").stdout == "no quotes\n"


def test_an_utterance_is_shown_with_its_wordings(archive: pathlib.Path) -> None:
    table = run("archive", "show", archive, "two:q1")
    (row,) = lines_of(run("archive", "show", archive, "one:q1", "--format", "jsonl"))

    assert table.exit_code == 0
    assert "Courier, Gazette" in table.stdout
    assert [v["article_id"] for v in row["versions"]] == ["one", "two"]
    assert [w["outlets"] for w in row["wordings"]] == [["Courier", "Gazette"]]


def test_a_speaker_is_one_line(archive: pathlib.Path) -> None:
    (row,) = lines_of(run("archive", "speaker", archive, "marsh"))

    assert row["speaker"]["id"] == "ada-marsh"
    assert (row["articles"], row["first"], row["last"]) == (2, "2031-03-03", "2031-03-04")


def test_versions_are_exported(archive: pathlib.Path, tmp_path: pathlib.Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    result = run("archive", "export", archive, "-o", tmp_path / "out.parquet")

    assert result.stderr == "quotes: 3 rows written\n"
    assert parquet.read_table(tmp_path / "out.parquet").num_rows == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("search", "{file}", "x"), "not an archive of quotes"),
        (("search", "nowhere.db", "x"), "nowhere.db: there is no such archive"),
        (("show", "{archive}", "x:q9"), "there is no utterance 'x:q9'"),
    ],
)
def test_what_is_wrong_is_one_line(
    words: tuple[str, ...], told: str, archive: pathlib.Path, file: pathlib.Path
) -> None:
    result = run("archive", *(word.format(archive=archive, file=file) for word in words))

    assert result.exit_code == 1
    assert result.stderr.startswith("quotes: ")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_day_that_is_none_names_the_option(archive: pathlib.Path) -> None:
    result = run("archive", "search", archive, "--since", "soon")

    assert result.exit_code == 2
    assert result.stderr == "quotes: --since: expected an ISO 8601 date, not 'soon'\n"
