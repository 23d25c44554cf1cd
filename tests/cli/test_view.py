"""`python -m quotes view` (`quotes/cli/view.py`), with an engine that needs no models."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

import quotes
from quotes.types import Quote
from tests.cli.running import run
from tests.utterances.building import Story, story

STORIES = [
    story("one", "⟦marsh: “We were never asked about it,”⟧ said Ada Marsh.", outlet="Courier"),
    story("two", "⟦marsh: “We were never asked about it,”⟧ Ada Marsh said.", outlet="Gazette"),
    story("three", "⟦fenn: “The ferry sails at nine,”⟧ said Joel Fenn.", outlet="Tidings"),
]


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the library was called with; its quotes are those of the stories."""
    given: dict[str, Any] = {}
    known = {s.article.text: list(s.quotes) for s in STORIES}

    def extract_many(articles: Iterable[quotes.Article], **options: Any) -> Iterator[list[Quote]]:
        given.update(options)
        return (known[article.text] for article in articles)

    monkeypatch.setattr(quotes, "extract_many", extract_many)
    return given


@pytest.fixture
def file(tmp_path: pathlib.Path) -> pathlib.Path:
    """The articles of the stories, one a line."""
    return _written(tmp_path / "news.jsonl", STORIES)


def _written(file: pathlib.Path, stories: Iterable[Story]) -> pathlib.Path:
    file.write_text("".join(json.dumps(s.article.to_dict()) + "\n" for s in stories))
    return file


def test_the_page_goes_to_standard_output(options: dict[str, Any], file: pathlib.Path) -> None:
    result = run("view", file)

    assert result.exit_code == 0
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert "3 quotes by 2 speakers in 3 articles" in result.stdout
    assert 'id="utterances"' not in result.stdout
    assert set(options["kinds"]) == set(quotes.Kind)


@pytest.mark.parametrize("name", ["page.csv", "page.txt", "page.parquet"])
def test_a_page_is_not_written_under_the_name_of_another_format(
    name: str, file: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    result = run("view", file, "-o", tmp_path / name)

    assert result.exit_code == 2
    assert result.stderr == f"quotes: {tmp_path / name}: a page is HTML: end its name in .html\n"
    assert not (tmp_path / name).exists()


def test_the_page_goes_to_a_file_if_one_is_named(
    options: dict[str, Any], file: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    page = tmp_path / "page.html"

    result = run("view", file, "-o", page, "--title", "The wall")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "<title>The wall</title>" in page.read_text(encoding="ascii")


@pytest.mark.parametrize(("least", "shown"), [(None, 1), (1, 2), (3, 0)])
def test_versions_are_shown_side_by_side_if_asked_for(
    options: dict[str, Any], file: pathlib.Path, least: int | None, shown: int
) -> None:
    more = [] if least is None else ["--min-versions", least]

    result = run("view", file, "--normalise", *more)

    assert result.stdout.count('<li class="saying') == shown


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_shown(
    options: dict[str, Any], file: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    result = run("view", tmp_path / "nowhere.txt", file)

    assert result.exit_code == 1
    assert "nowhere.txt: there is no such file" in result.stderr
    assert "3 quotes" in result.stdout


def test_a_page_that_cannot_be_written_is_told_in_one_line(
    options: dict[str, Any], file: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    result = run("view", file, "-o", tmp_path / "no" / "page.html")

    assert result.exit_code == 1
    assert result.stderr.startswith("quotes: ")
    assert result.stderr.count("\n") == 1


def test_the_options_reach_the_library(options: dict[str, Any], file: pathlib.Path) -> None:
    run("view", file, "--min-speaker-confidence", "0.5", "--models", "stanza", "--workers", "2")

    assert options["min_speaker_confidence"] == 0.5
    assert options["models"] == "stanza"
    assert options["workers"] == 2
