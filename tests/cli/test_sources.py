"""`python -m quotes sources` (`quotes/cli/sources.py`)."""

from __future__ import annotations

import csv
import inspect
import io
import json
import pathlib
from collections.abc import Iterable
from typing import Any

import attrs
import pytest

import quotes
from quotes import api
from quotes.export.sources import SOURCE_COLUMNS, SUMMARY_COLUMNS
from quotes.serialise import SOURCES_SCHEMA
from tests.audit.building import audited
from tests.cli.running import lines_of, run

FOUND = audited()


@attrs.define
class Counter:
    """Stands in for `sources`."""

    options: dict[str, Any] = attrs.field(factory=dict)
    articles: list[quotes.Article] = attrs.field(factory=list)

    def __call__(self, articles: Iterable[quotes.Article], **options: object) -> quotes.Sources:
        self.options = options
        self.articles = list(articles)
        return FOUND


@pytest.fixture(autouse=True)
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    counter = Counter()
    monkeypatch.setattr(quotes, "sources", counter)
    return counter


def test_a_table_of_sources_comes_before_the_shares(article: pathlib.Path) -> None:
    result = run("sources", article)

    told = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "4 16 3 2 Ada Marsh mayor woman, official" in told
    assert "3 articles, 6 sources, 9 quotes, 29 quoted words" in told
    assert "women 1 4 57% 16 57%" in told
    assert told.index("Ada Marsh") < told.index("3 articles")


def test_a_table_may_be_cut_off_or_left_out(article: pathlib.Path) -> None:
    two = run("sources", article, "--top", 2).stdout
    none = run("sources", article, "--summary").stdout

    assert "Petra Lind" not in two
    assert "4 more sources" in two
    assert "Ada Marsh" not in none
    assert "women" in none


def test_lines_are_the_sources_then_the_shares_of_all_and_of_each_outlet(
    article: pathlib.Path,
) -> None:
    lines = lines_of(run("sources", article, "--format", "jsonl"))

    assert {line["schema"] for line in lines} == {SOURCES_SCHEMA}
    records = [line["record"] for line in lines]
    assert records == ["source"] * 6 + ["summary"] * 3
    assert tuple(map(quotes.Source.from_dict, lines[:6])) == FOUND[:]
    assert [quotes.Summary.from_dict(line) for line in lines[6:]] == [
        FOUND.summary,
        *FOUND.by_outlet,
    ]
    assert lines_of(run("sources", article, "--format", "jsonl", "--summary")) == lines[6:]


def test_csv_has_a_line_a_source(article: pathlib.Path, tmp_path: pathlib.Path) -> None:
    run("sources", article, "-o", tmp_path / "sources.csv")

    with open(tmp_path / "sources.csv", encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == SOURCE_COLUMNS
    assert len(rows) == 6
    assert rows[0]["name"] == "Ada Marsh"
    assert rows[0]["outlets"] == "Courier; Tidings"
    assert rows[0]["gender"] == "woman"


def test_the_shares_are_csv_of_their_own(article: pathlib.Path) -> None:
    result = run("sources", article, "--summary", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert tuple(rows[0]) == SUMMARY_COLUMNS
    assert [row["outlet"] for row in rows] == ["", "Courier", "Tidings"]
    assert (rows[0]["women_quotes"], rows[0]["women_quote_share"]) == ("4", "0.5714")


def test_a_page_is_written_by_the_name_of_the_file(
    article: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    run("sources", article, "-o", tmp_path / "sources.html", "--top", 1)

    page = (tmp_path / "sources.html").read_text(encoding="utf8")
    assert page.startswith("<!DOCTYPE html>")
    assert "5 more are not shown" in page


def test_the_options_reach_the_library(counter: Counter, article: pathlib.Path) -> None:
    run("sources", article, "--min-speaker-confidence", 0.5, "--models", "stanza", "--workers", 2)

    assert counter.options == {
        "min_speaker_confidence": 0.5,
        "models": "stanza",
        "workers": 2,
        "known": (),
    }
    assert [read.id for read in counter.articles] == [str(article)]


def test_without_options_the_library_gets_its_own_defaults(
    counter: Counter, article: pathlib.Path
) -> None:
    run("sources", article)

    library = inspect.signature(api.sources).parameters
    assert counter.options == {name: library[name].default for name in counter.options}


def test_the_lines_are_json_in_ascii(article: pathlib.Path) -> None:
    result = run("sources", article, "--format", "jsonl")

    assert result.stdout.isascii()
    assert all(json.loads(line) for line in result.stdout.splitlines())
