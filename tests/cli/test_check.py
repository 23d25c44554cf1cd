"""`python -m quotes check` (`quotes/cli/check.py`)."""

from __future__ import annotations

import json
import pathlib
import re

import pytest

import quotes
from quotes.serialise import CHECK_SCHEMA
from tests.cli.running import ROOT, lines_of, run

SOURCE = """\
“We will open the gates at high water,” said Ines Varley, chief engineer of the Lowmere Harbour \
Board.

“Nobody has shown us what happens when the pumps fail,” said Tom Ash, a councillor.
"""
GOOD = "“We will open the gates at high water,” Ines Varley said on Monday.\n"
BAD = """\
“We will shut the gates at high water,” Ines Varley said on Monday.

“Nobody has shown us what happens when the pumps fail,” said Mara Quill, who runs the ferry.

“The harbour has never been safer,” said Tom Ash.
"""

pytestmark = pytest.mark.models


@pytest.fixture
def source(tmp_path: pathlib.Path) -> pathlib.Path:
    return _written(tmp_path / "courier.txt", SOURCE)


def _written(file: pathlib.Path, text: str) -> pathlib.Path:
    file.write_text(text, encoding="utf8")
    return file


def test_a_draft_whose_quotations_are_all_verified_ends_with_status_0(
    tmp_path: pathlib.Path, source: pathlib.Path
) -> None:
    draft = _written(tmp_path / "draft.txt", GOOD)

    result = run("check", draft, source)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == f"{draft}: 1 quotation: 1 verified"


def test_what_was_altered_misattributed_and_invented_is_caught(
    tmp_path: pathlib.Path, source: pathlib.Path
) -> None:
    draft = _written(tmp_path / "draft.txt", BAD)

    result = run("check", draft, source)

    assert result.exit_code == 1
    shown = " ".join(result.stdout.split())
    assert "3 quotations: 1 altered, 1 absent, 1 misattributed" in shown
    assert "replaced: draft: shut | source: open" in shown
    assert "said by: Mara Quill, but there it is Tom Ash" in shown


def test_json_lines_hold_what_the_function_returns(
    tmp_path: pathlib.Path, source: pathlib.Path
) -> None:
    draft = _written(tmp_path / "draft.txt", BAD)

    lines = lines_of(run("check", draft, source, "--format", "jsonl"))

    assert [line.pop("schema") for line in lines] == [CHECK_SCHEMA] * 3
    assert [quotes.Check.from_dict(line) for line in lines] == quotes.check(
        quotes.Article(BAD, id=str(draft)), [quotes.Article(SOURCE, id=str(source))]
    )


def test_the_page_has_a_place_for_every_quotation(
    tmp_path: pathlib.Path, source: pathlib.Path
) -> None:
    draft = _written(tmp_path / "draft.txt", BAD)

    result = run("check", draft, source, "--format", "html")

    assert result.exit_code == 1
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert re.findall(r'<article id="d1-\d" class="checked (\w+)"', result.stdout) == [
        "altered",
        "misattributed",
        "absent",
    ]


def test_several_drafts_are_checked_one_after_the_other(
    tmp_path: pathlib.Path, source: pathlib.Path
) -> None:
    rows = [{"id": "good", "text": GOOD}, {"id": "none", "text": "Rain."}, {"id": "b", "text": BAD}]
    drafts = _written(tmp_path / "drafts.jsonl", "\n".join(map(json.dumps, rows)))

    result = run("check", drafts, source)

    heads = [line for line in result.stdout.splitlines() if re.match(r"(good|none|b):", line)]
    assert [head.strip() for head in heads] == [
        "good: 1 quotation: 1 verified",
        "none: no quotations",
        "b: 3 quotations: 1 altered, 1 absent, 1 misattributed",
    ]
    assert result.exit_code == 1


def test_a_source_that_is_not_there_is_an_error_in_one_line(tmp_path: pathlib.Path) -> None:
    draft = _written(tmp_path / "draft.txt", GOOD)

    result = run("check", draft, tmp_path / "none.txt")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"quotes: {tmp_path / 'none.txt'}: there is no such file or folder\n"


def test_standard_input_is_not_both_the_draft_and_a_source(tmp_path: pathlib.Path) -> None:
    result = run("check", "-", "-", _written(tmp_path / "source.txt", GOOD))

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "quotes: standard input is either the draft or a source, not both\n"


def test_a_draft_without_sources_is_a_wrong_command(tmp_path: pathlib.Path) -> None:
    assert run("check", _written(tmp_path / "draft.txt", GOOD)).exit_code == 2


def test_the_documented_line_is_what_the_command_writes(tmp_path: pathlib.Path) -> None:
    page = (ROOT / "docs" / "jsonl.md").read_text(encoding="utf8")
    fence = page.partition("<!-- check -->\n```json\n")[2].partition("```")[0]
    data = json.loads(fence)
    text = "“We will shut the gates,” Ines Varley said."
    there = "“We will open the gates,” said Ines Varley."

    assert data.pop("schema") == CHECK_SCHEMA
    (found,) = quotes.check(
        quotes.Article(text, id="draft.txt"), [quotes.Article(there, id="tide.txt")]
    )
    shown = quotes.Check.from_dict(
        {**data, "quote": found.quote.to_dict(), "speaker": found.speaker.to_dict()}
    )
    assert shown == found
    assert set(data["quote"]) <= set(found.quote.to_dict())
    assert data["speaker"]["match"] == found.speaker.match


def test_every_field_of_a_check_is_in_the_table_of_the_schema() -> None:
    page = (ROOT / "docs" / "jsonl.md").read_text(encoding="utf8")
    section = page.partition("## Checks")[2].partition("\n## ")[0]
    rows = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]

    assert rows == ["schema", *quotes.Check.__annotations__]


def test_the_documented_report_is_what_the_command_prints(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs" / "checking.md").read_text(encoding="utf8")
    texts: dict[str, str] = {}
    exec(page.partition("```python\n")[2].partition("```")[0], texts)
    capsys.readouterr()
    for name in ("draft", "courier", "tidings"):
        _written(tmp_path / f"{name}.txt", texts[name])
    monkeypatch.chdir(tmp_path)

    result = run("check", "draft.txt", "courier.txt", "tidings.txt")

    shown = page.partition("<!-- report -->\n```text\n")[2].partition("```")[0]
    assert [line.rstrip() for line in result.stdout.splitlines()] == shown.splitlines()
