"""The formats and the file that commands write to (`quotes/cli/writing.py`)."""

from __future__ import annotations

import csv
import io
import json
import pathlib
import sys
from collections.abc import Iterable, Iterator

import pyarrow.parquet as pq
import pytest

import quotes
from quotes.export.formats import formats
from quotes.render.output import write_quotes
from quotes.types import Quote
from tests.cli.running import run
from tests.export.pairs import bridge, saying
from tests.utterances.building import normalised, story

FOUND = normalised(
    story("a1", "⟦marsh: “The wall will hold until spring”⟧, ⟦+cue: said⟧ Ada Marsh.")
)


@pytest.fixture(autouse=True)
def library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bridge and its quotes, whatever is read."""
    _, found = bridge()

    def extract_many(read: Iterable[quotes.Article], **_: object) -> Iterator[list[Quote]]:
        for _article in read:
            yield list(found)

    monkeypatch.setattr(quotes, "extract_many", extract_many)
    monkeypatch.setattr(quotes, "normalise", lambda *_, **__: FOUND)


@pytest.fixture
def articles(tmp_path: pathlib.Path) -> pathlib.Path:
    """A file with the article."""
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps(bridge()[0].to_dict()))
    return file


@pytest.mark.parametrize("command", ["extract", "normalise"])
@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("out.csv", b"article_id,outlet,"),
        ("out.CSV", b"article_id,outlet,"),
        ("out.jsonl", b'{"schema": "quotes'),
        ("out.ndjson", b'{"schema": "quotes'),
        ("out.parquet", b"PAR1"),
    ],
)
def test_the_name_of_the_file_says_what_is_written(
    command: str, name: str, start: bytes, articles: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    result = run(command, articles, "-o", tmp_path / name)

    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("out.html", "<!DOCTYPE html>"),
        ("out.txt", "direct"),
        ("out.jsonld", '"@context": "https://schema.org"'),
    ],
)
def test_pages_tables_and_linked_data_go_to_a_file_too(
    name: str, held: str, articles: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    run("extract", articles, "--output", tmp_path / name)

    written = (tmp_path / name).read_text(encoding="utf8")
    assert held in written
    assert "\x1b" not in written


def test_a_format_that_is_asked_for_counts_more_than_the_name(
    articles: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    run("extract", articles, "-o", tmp_path / "out.json", "--format", "annotations")

    page = json.loads((tmp_path / "out.json").read_text())
    assert [item["type"] for item in page["items"]] == ["Annotation"] * 3


def test_csv_on_standard_output_is_that_of_the_file(
    articles: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    run("extract", articles, "-o", tmp_path / "out.csv")
    result = run("extract", articles, "--format", "csv")

    assert result.stdout_bytes == (tmp_path / "out.csv").read_bytes()


def test_a_file_can_begin_with_a_byte_order_mark(
    articles: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    run("extract", articles, "-o", tmp_path / "out.csv", "--bom")

    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle_id,")


def test_rows_of_normalise_have_the_utterance(
    articles: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    run("normalise", articles, "-o", tmp_path / "out.csv")
    run("normalise", articles, "-o", tmp_path / "out.parquet")

    with open(tmp_path / "out.csv", encoding="utf8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["utterance_id"], row["relation"], row["similarity"]) == ("a1:q1", "verbatim", "1.0")
    (same,) = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert (same["utterance_id"], same["similarity"]) == ("a1:q1", 1.0)


@pytest.mark.parametrize(
    ("command", "name", "suffixes"),
    [
        ("extract", "out.xls", ".csv, .htm, .html, .jsonl, .jsonld, .ndjson, .parquet, .txt"),
        ("normalise", "out.jsonld", ".csv, .jsonl, .ndjson, .parquet, .txt"),
        ("extract", "out", ".csv, "),
    ],
)
def test_a_name_that_says_nothing_is_refused_before_anything_is_read(
    command: str, name: str, suffixes: str, articles: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    result = run(command, articles, "-o", tmp_path / name)

    assert result.exit_code == 2
    told = f"quotes: {tmp_path / name}: its name ends in none of {suffixes}"
    assert result.stderr.startswith(told)
    assert not (tmp_path / name).exists()


def test_a_file_that_cannot_be_written_is_told_in_one_line(
    articles: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    result = run("extract", articles, "-o", tmp_path / "nowhere" / "out.csv")

    assert result.exit_code == 1
    file = tmp_path / "nowhere" / "out.csv"
    assert result.stderr == f"quotes: {file}: No such file or directory\n"


def test_an_article_that_cannot_be_read_keeps_no_other_out_of_the_file(
    articles: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    result = run("extract", tmp_path / "nowhere.txt", articles, "-o", tmp_path / "out.jsonl")

    assert result.exit_code == 1
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 3


class Terminal(io.TextIOWrapper):
    """Standard output as a terminal."""

    def isatty(self) -> bool:
        return True


def test_csv_on_a_terminal_has_nothing_that_acts_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(written, encoding="utf8"))

    write_quotes(formats()["csv"], [saying("the\x1b[31m wall", title="=1")])

    assert "the\ufffd[31m wall" in written.getvalue().decode()
    assert b"\x1b" not in written.getvalue()
    assert written.getvalue().count(b"\r\n") == 2


def test_parquet_does_not_go_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal(io.BytesIO()))

    with pytest.raises(quotes.OptionError, match="name a file with -o"):
        write_quotes(formats()["parquet"], [bridge()])
