"""`python -m quotes verify` (`quotes/cli/verify.py`)."""

from __future__ import annotations

import json
import pathlib

import pytest

import quotes
from quotes.serialise import VERIFICATION_SCHEMA
from tests.cli.running import ROOT, lines_of, run

TEXT = "“We will open the gates,” Ines Varley said, “if the tide allows.”\n"


@pytest.fixture
def tide(tmp_path: pathlib.Path) -> pathlib.Path:
    file = tmp_path / "tide.txt"
    file.write_text(TEXT, encoding="utf8")
    return file


@pytest.mark.parametrize(
    ("words", "status", "exit_code"),
    [
        ("We will open the gates", "exact", 0),
        ("we will open the gates if the tide allows.", "folded", 0),
        ("We will shut the gates", "altered", 1),
        ("The lighthouse burns", "absent", 1),
    ],
)
def test_the_exit_status_says_whether_the_words_are_verified(
    tide: pathlib.Path, words: str, status: str, exit_code: int
) -> None:
    result = run("verify", words, tide)

    assert result.stdout.splitlines()[0] == f"{tide}: {status}"
    assert result.exit_code == exit_code


def test_each_place_and_each_difference_has_a_line(tide: pathlib.Path) -> None:
    result = run("verify", "We will shut the gates … if the tide allows", tide)

    assert result.stdout.splitlines()[1:] == [
        "  1-23, 45-63 (between quotation marks): We will open the gates … if the tide allows",
        "    replaced: given: shut | article: open",
    ]


def test_mark_up_in_an_article_is_warned_of(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("<p>“We don&rsquo;t open the gates.”", encoding="utf8")

    result = run("verify", "We don’t open the gates", file)

    assert result.stdout.splitlines() == [
        f"{file}: folded",
        "  4-33 (between quotation marks): We don&rsquo;t open the gates",
        "  warning: the article has HTML entities",
        "  warning: the article has HTML tags",
    ]


def test_words_that_stand_in_one_of_several_articles_are_verified(
    tide: pathlib.Path, article: pathlib.Path
) -> None:
    result = run("verify", "We will open the gates", article, tide, "--absent")

    assert [line for line in result.stdout.splitlines() if line[0] != " "] == [
        f"{article}: absent",
        f"{tide}: exact",
    ]
    assert result.exit_code == 0


def test_of_several_articles_those_without_the_words_are_left_out_unless_asked_for(
    tide: pathlib.Path, article: pathlib.Path
) -> None:
    result = run("verify", "We will open the gates", article, tide)

    heads = [line for line in result.stdout.splitlines() if line[0] != " "]
    assert (heads, result.exit_code) == ([f"{tide}: exact"], 0)


def test_words_that_no_article_has_are_told_in_one_line(
    tide: pathlib.Path, article: pathlib.Path
) -> None:
    result = run("verify", "the moon is made of rope and tar", article, tide)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "quotes: absent from all 2 articles\n"


def test_json_lines_hold_what_the_function_returns(tide: pathlib.Path) -> None:
    (line,) = lines_of(run("verify", "open the gates", tide, "--format", "jsonl"))

    assert line.pop("schema") == VERIFICATION_SCHEMA
    article = quotes.Article(TEXT, id=str(tide))
    assert quotes.Verification.from_dict(line) == quotes.verify("open the gates", article)


def test_words_without_words_are_an_error_in_one_line(tide: pathlib.Path) -> None:
    result = run("verify", "…", tide)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("quotes: words: expected words to look for")


def test_what_a_terminal_would_act_on_is_not_written(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_text("She said “open\x1b[31m the gates”.", encoding="utf8")

    result = run("verify", "open [31m the gates", file)

    assert "\x1b" not in result.stdout


def test_the_documented_line_is_what_the_command_writes() -> None:
    page = (ROOT / "docs" / "jsonl.md").read_text(encoding="utf8")
    fence = page.partition("<!-- verification -->\n```json\n")[2].partition("```")[0]
    data = json.loads(fence)

    assert data.pop("schema") == VERIFICATION_SCHEMA
    assert quotes.Verification.from_dict(data) == quotes.verify(
        data["words"], quotes.Article(TEXT, id="tide.txt")
    )


def test_every_field_of_a_result_is_in_the_table_of_the_schema() -> None:
    page = (ROOT / "docs" / "jsonl.md").read_text(encoding="utf8")
    section = page.partition("## Verification")[2].partition("\n## ")[0]
    rows = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]

    assert rows == ["schema", *quotes.Verification.__annotations__]
