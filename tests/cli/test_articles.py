"""The articles that commands read from files and standard input (`quotes/cli/articles.py`)."""

from __future__ import annotations

import datetime
import json
import pathlib
from collections.abc import Iterable, Iterator

import pytest

import quotes
from tests.cli.running import run

COMMANDS = ("extract", "normalise")


@pytest.fixture(params=COMMANDS)
def command(request: pytest.FixtureRequest) -> str:
    """A command that reads articles."""
    return str(request.param)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[quotes.Article]:
    """The articles that the library is given, which finds nothing in them."""
    articles: list[quotes.Article] = []

    def extract_many(read: Iterable[quotes.Article], **_: object) -> Iterator[list[quotes.Quote]]:
        for article in read:
            articles.append(article)
            yield []

    def normalise(read: Iterable[quotes.Article], **_: object) -> list[quotes.Utterance]:
        articles.extend(read)
        return []

    monkeypatch.setattr(quotes, "extract_many", extract_many)
    monkeypatch.setattr(quotes, "normalise", normalise)
    return articles


def test_text_files_and_standard_input_are_articles_by_their_names(
    command: str, taken: list[quotes.Article], article: pathlib.Path
) -> None:
    result = run(command, article, "-", stdin="“No,” he said.\r\n".encode())

    assert result.exit_code == 0
    assert taken == [
        quotes.Article("A line.\r\n“It [the bridge] held,” she said.\r\n", id=str(article)),
        quotes.Article("“No,” he said.\r\n", id="-"),
    ]


def test_a_file_of_json_lines_holds_many_articles(
    command: str, taken: list[quotes.Article], tmp_path: pathlib.Path
) -> None:
    file = tmp_path / "news.JSONL"
    first = quotes.Article("It\u2028held.", "a7", "Herald", published=datetime.date(2031, 2, 4))
    lines = [json.dumps(first.to_dict(), ensure_ascii=False), "  ", '{"text": "No.", "mood": 1}']
    file.write_text("\ufeff" + "\r\n".join(lines), encoding="utf8", newline="")

    run(command, file)

    assert taken == [first, quotes.Article("No.", id=f"{file}:3")]


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{", "no JSON (Expecting property name enclosed in double quotes, column 2)"),
        ("[" * 200_000, "no JSON that can be read ("),
        ("9" * 5000, "no JSON that can be read ("),
        ("[1]", "expected a dictionary, not a list"),
        ('{"id": "a"}', "text: missing"),
        ('{"text": "It held.", "outlet": 3}', "outlet: expected a string, not 3"),
        ('{"text": "It held.", "published": "May"}', "published: expected an ISO 8601 date"),
        ('{"schema": "quotes/1", "text": "It held."}', "a line of quotes/1, no article"),
    ],
    ids=["json", "depth", "digits", "list", "missing", "type", "date", "quotes"],
)
def test_a_line_that_holds_no_article_is_named_in_one_line(
    command: str, tmp_path: pathlib.Path, line: str, expected: str
) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"text": "It held."}\n' + line)

    result = run(command, file)

    assert result.exit_code == 1
    assert result.stderr.startswith(f"quotes: {file}:2: {expected}")
    assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize("name", ["nowhere.txt", "nowhere.jsonl", "no\nwhere"])
def test_a_file_that_cannot_be_read_is_named_in_one_line(
    command: str, tmp_path: pathlib.Path, name: str
) -> None:
    result = run(command, tmp_path / name)

    assert result.exit_code == 1
    shown = str(tmp_path / name).replace("\n", " ")
    assert result.stderr == f"quotes: {shown}: No such file or directory\n"


@pytest.mark.usefixtures("taken")
def test_of_a_folder_the_files_are_asked_for(command: str, tmp_path: pathlib.Path) -> None:
    result = run(command, tmp_path)

    assert result.exit_code == 1
    assert result.stderr == f"quotes: {tmp_path}: a folder; name its files: {tmp_path / '*.txt'}\n"


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize("source", ["file", "standard input"])
def test_a_file_that_is_not_utf8_is_named_in_one_line(
    command: str, tmp_path: pathlib.Path, source: str
) -> None:
    file = tmp_path / "latin.txt"
    file.write_bytes("Ça va".encode("latin-1"))
    name = str(file) if source == "file" else "-"

    result = run(command, name, stdin=file.read_bytes())

    assert result.exit_code == 1
    assert result.stderr == f"quotes: {name}: not UTF-8 text (byte 0: invalid continuation byte)\n"


def test_what_cannot_be_read_does_not_keep_extract_from_the_rest(
    taken: list[quotes.Article], article: pathlib.Path
) -> None:
    lines = article.with_name("news.jsonl")
    lines.write_text('{"text": "It held."}\n{\n{"text": "It fell."}\n')

    result = run("extract", article.with_name("nowhere.txt"), article, lines, article)

    assert result.exit_code == 1
    assert [a.id for a in taken] == [str(article), f"{lines}:1", f"{lines}:3", str(article)]
    assert result.stdout.count("no quotes") == 4
    assert result.stderr.count("\n") == 2


@pytest.mark.usefixtures("taken")
def test_normalise_gives_nothing_where_an_article_is_missing(article: pathlib.Path) -> None:
    result = run("normalise", article, article.with_name("nowhere.txt"))

    assert (result.exit_code, result.stdout) == (1, "")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("extract", "--min-confidence", 7), "min_confidence: expected a number from 0 to 1"),
        (("extract", "--kinds", "loud"), "kinds: expected any of direct, mixed, indirect, other"),
        (("extract", "--kinds", ""), "kinds: expected any of direct, mixed, indirect, other"),
        (("extract", "--models", "nowhere"), "models: expected 'bundled', 'stanza' or a stanza"),
        (("normalise", "--threshold", 7), "threshold: expected a number from 0.1 to 1, not 7.0"),
        (("normalise", "--models", "nowhere"), "models: expected 'bundled', 'stanza' or a stanza"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_an_option_that_the_library_refuses_is_told_in_one_line(
    article: pathlib.Path, words: tuple[object, ...], complaint: str
) -> None:
    result = run(*words, article)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"quotes: {complaint}")
    assert result.stderr.count("\n") == 1
