"""What the README and the documentation say of the library is true of it."""

from __future__ import annotations

import json
import pathlib
import re

import attrs
import pytest

import quotes
from quotes.export import COLUMNS
from quotes.export.lines import quote_line
from quotes.language.packages import DOWNLOAD
from tests.docs.fences import PAGES, ROOT, below, fences


def test_the_readme_opens_with_the_two_commands_and_an_example_of_ten_lines() -> None:
    opening = (ROOT / "README.md").read_text(encoding="utf8").split("## ")[0]
    example = fences(ROOT / "README.md")[1]

    assert "make demo" in opening
    assert "make test" in opening
    assert example.code in opening
    assert example.result
    assert len(example.code.strip().splitlines()) <= 12


def test_the_readme_gives_the_command_that_downloads_the_official_models() -> None:
    assert DOWNLOAD in (ROOT / "README.md").read_text(encoding="utf8")


def test_the_documented_json_line_is_a_quote_of_the_documented_article() -> None:
    article = below("docs/jsonl.md", "article")
    data = json.loads(below("docs/jsonl.md", "line"))
    quote = quotes.Quote.from_dict(data)
    speaker = quote.speaker
    assert speaker is not None
    assert quote.cue is not None
    assert quote.source is not None

    evidence = [affiliation.as_written for affiliation in speaker.affiliations]
    for span in (*quote.segments, *quote.content, quote.cue, quote.source, *evidence):
        assert article[span.start : span.end] == span.text
    assert data == quote_line(quotes.Article(article), quote)


def test_every_field_of_a_quote_is_in_the_table_of_the_schema() -> None:
    page = (ROOT / "docs/jsonl.md").read_text(encoding="utf8").split("## Utterances")[0]
    rows = re.findall(r"^\| (`.*?`) \|", page, re.MULTILINE)
    fields = re.findall(r"`(\w+)`", " ".join(rows))

    of_article = ["outlet", "url", "title", "published"]
    assert fields == ["schema", *quotes.Quote.__annotations__, *of_article]


def test_every_column_is_in_the_table_of_the_exports() -> None:
    page = (ROOT / "docs/exporting.md").read_text(encoding="utf8")
    rows = re.findall(r"^\| (`.*?`) \|", page, re.MULTILINE)

    assert tuple(re.findall(r"`(\w+)`", " ".join(rows))) == COLUMNS


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("### A source", quotes.Source), ("### A summary", quotes.Summary)],
    ids=["source", "summary"],
)
def test_every_field_of_a_line_of_sources_is_in_its_table(heading: str, kind: type) -> None:
    page = (ROOT / "docs/jsonl.md").read_text(encoding="utf8").split(heading)[1]
    rows = re.findall(r"^\| (`.*?`) \|", page.split("##")[0].split("A **")[0], re.MULTILINE)

    fields = [field.name for field in attrs.fields(kind)]
    assert set(re.findall(r"`(\w+)`", " ".join(rows))) == {"schema", "record", *fields}


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("README.md", r"<!-- figures -->\n(.*?)\n\n"),
        ("docs/models.md", r"^- \*\*Figures\*\*(.*?)^- "),
    ],
    ids=["README", "models"],
)
def test_every_figure_of_another_page_stands_in_the_evaluation(page: str, told: str) -> None:
    evaluation = (ROOT / "docs/evaluation.md").read_text(encoding="utf8")
    stretches = re.findall(told, (ROOT / page).read_text(encoding="utf8"), re.M | re.S)
    figures = [f for stretch in stretches for f in re.findall(r"\b\d+\.\d\b", stretch)]

    assert len(figures) >= 6
    assert [f for f in figures if not re.search(rf"(?<![\d.]){re.escape(f)}\b", evaluation)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_the_pages_leads_somewhere(page: pathlib.Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf8"))

    assert [ref for ref in links if "://" not in ref and not (page.parent / ref).exists()] == []
