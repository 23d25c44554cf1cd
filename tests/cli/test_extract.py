"""`python -m quotes extract` (`quotes/cli/extract.py`)."""

from __future__ import annotations

import inspect
import json
import pathlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import pytest

import quotes
from quotes import api
from quotes.serialise import SCHEMA
from tests.cli.running import ROOT, run


@attrs.define
class Engine:
    """Stands in for `extract_many`: the first quoted words of an article, said by Ines Varley."""

    options: dict[str, Any] = attrs.field(factory=dict)
    articles: list[quotes.Article] = attrs.field(factory=list)

    def __call__(
        self, articles: Iterable[quotes.Article], **options: object
    ) -> Iterator[list[quotes.Quote]]:
        self.options = options
        for article in articles:
            self.articles.append(article)
            match = re.search("“(.*?)”", article.text, re.DOTALL)
            yield [self.quote(article, match)] if match else []

    def quote(self, article: quotes.Article, match: re.Match[str]) -> quotes.Quote:
        speaker = quotes.Speaker("s1", "Ines Varley", quotes.SpeakerKind.PERSON)
        return quotes.Quote(
            id="q1",
            article_id=article.id,
            kind=quotes.Kind.DIRECT,
            text=match[1],
            segments=(quotes.Span(*match.span(1), match[1]),),
            content=(quotes.Span(*match.span(), match[0]),),
            cue=None,
            source=None,
            via=None,
            speaker=speaker,
            confidence=0.9,
            speaker_confidence=0.8,
            method=quotes.Method.CONTINUATION,
            unresolved=None,
        )


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    engine = Engine()
    monkeypatch.setattr(quotes, "extract_many", engine)
    return engine


@pytest.mark.usefixtures("engine")
def test_a_table_is_what_is_printed_unless_asked_otherwise(article: pathlib.Path) -> None:
    result = run("extract", article)

    assert result.exit_code == 0
    assert re.search(r"kind +quote +speaker +role +affiliation +how", result.stdout)
    assert re.search(r"direct +“It \[the bridge\] held,” +Ines +\(continuat", result.stdout)


@pytest.mark.usefixtures("engine")
def test_json_lines_hold_one_quote_each_under_the_name_of_its_file(article: pathlib.Path) -> None:
    empty = article.with_name("empty.txt")
    empty.write_text("")

    result = run("extract", article, empty, article, "--format", "jsonl")

    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["schema"] for line in lines] == [SCHEMA, SCHEMA]
    assert [line["article_id"] for line in lines] == [str(article)] * 2
    assert quotes.Quote.from_dict(lines[0]).text == "It [the bridge] held,"
    assert result.stdout.isascii()


@pytest.mark.usefixtures("engine")
def test_articles_of_one_file_have_tables_under_their_own_names(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"text": "“No,” he said.", "id": "a7"}\n{"text": "Rain.", "id": "a8"}\n')

    result = run("extract", file)

    assert result.stdout.startswith("a7 ")
    assert result.stdout.endswith("a8: no quotes\n")


@pytest.mark.usefixtures("engine")
def test_offsets_count_the_characters_of_the_file_line_ends_included(article: pathlib.Path) -> None:
    result = run("extract", article, "--format", "jsonl")

    quote = quotes.Quote.from_dict(json.loads(result.stdout))
    text = article.read_bytes().decode()
    assert text[quote.content[0].start : quote.content[0].end] == "“It [the bridge] held,”"


@pytest.mark.usefixtures("engine")
def test_a_dash_reads_standard_input_line_ends_included() -> None:
    result = run("extract", "-", "--format", "jsonl", stdin="\r\n“No,” he said.".encode())

    line = json.loads(result.stdout)
    assert line["article_id"] == "-"
    assert line["content"][0]["start"] == 2


@pytest.mark.usefixtures("engine")
def test_an_article_without_quotes_says_so(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "[bold]calm.txt"
    file.write_text("Nothing was said.")

    assert run("extract", file).stdout.replace("\n", "") == f"{file}: no quotes"


@pytest.mark.usefixtures("engine")
def test_a_page_shows_the_quotes_where_they_stand(article: pathlib.Path) -> None:
    result = run("extract", article, article, "--format", "html")

    assert result.stdout.startswith("<!DOCTYPE html>")
    assert result.stdout.count('<article class="story"') == 2
    assert "2 quotes by 1 speaker in 2 articles" in result.stdout
    assert result.stdout.isascii()


def test_the_options_reach_the_library(engine: Engine, article: pathlib.Path) -> None:
    run(
        *("extract", article, "--kinds", "direct, other", "--min-confidence", "0.25"),
        *("--min-speaker-confidence", "0.5", "--models", "stanza", "--workers", "2"),
    )

    assert engine.options == {
        "kinds": ["direct", "other"],
        "min_confidence": 0.25,
        "min_speaker_confidence": 0.5,
        "models": "stanza",
        "workers": 2,
    }


def test_without_options_the_library_gets_its_own_defaults(
    engine: Engine, article: pathlib.Path
) -> None:
    run("extract", article)

    library = inspect.signature(api.extract_many).parameters
    assert set(engine.options.pop("kinds")) == set(library["kinds"].default)
    assert engine.options == {name: library[name].default for name in engine.options}


@pytest.mark.usefixtures("engine")
def test_a_format_that_does_not_exist_is_a_usage_error(article: pathlib.Path) -> None:
    result = run("extract", article, "--format", "xml")

    assert result.exit_code == 2
    assert "xml" in result.stderr


@pytest.mark.models
def test_the_demonstration_finds_the_speakers_of_its_article() -> None:
    result = run("extract", ROOT / "fixtures" / "demo.txt", "--format", "jsonl")

    found = [quotes.Quote.from_dict(json.loads(line)) for line in result.stdout.splitlines()]
    direct = {q.speaker.name for q in found if q.kind is quotes.Kind.DIRECT and q.speaker}
    assert {"Ines Varley", "Tomas Okell", "Petra Lindrath", "Ada Sorrel", "Bao Merrin"} <= direct
