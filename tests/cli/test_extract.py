"""`python -m quotes extract` (`quotes/cli/extract.py`)."""

from __future__ import annotations

import inspect
import json
import pathlib
import re
import subprocess
import sys
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
    assert re.search(r"kind +quote +speaker +role +affiliation", result.stdout)
    assert re.search(r"direct +“It \[the bridge\] held,” +Ines Varley", result.stdout)


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
        *("--kind", "mixed"),
    )

    assert engine.options == {
        "kinds": ("direct", "other", "mixed"),
        "min_confidence": 0.25,
        "min_speaker_confidence": 0.5,
        "models": "stanza",
        "workers": 2,
        "known": (),
        "errors": "return",
    }


def test_without_options_the_library_gets_its_own_defaults(
    engine: Engine, article: pathlib.Path
) -> None:
    run("extract", article)

    library = inspect.signature(api.extract_many).parameters
    assert engine.options.pop("errors") == "return"
    assert set(engine.options.pop("kinds")) == set(library["kinds"].default)
    assert engine.options == {name: library[name].default for name in engine.options}


@pytest.mark.usefixtures("engine")
def test_a_format_that_does_not_exist_is_a_usage_error(article: pathlib.Path) -> None:
    result = run("extract", article, "--format", "xml")

    assert result.exit_code == 2
    assert "xml" in result.stderr


@pytest.mark.parametrize("command", ["extract", "normalise"])
def test_an_article_in_which_something_goes_wrong_is_told_and_passed_over(
    monkeypatch: pytest.MonkeyPatch, article: pathlib.Path, command: str
) -> None:
    bad = article.with_name("bad.txt")
    bad.write_text("It held.")

    def extract_many(
        articles: Iterable[quotes.Article], **_: object
    ) -> Iterator[list[quotes.Quote] | quotes.ArticleError]:
        for each in articles:
            yield quotes.ArticleError("it fell", each.id) if each.id == str(bad) else []

    monkeypatch.setattr(quotes, "extract_many", extract_many)

    result = run(command, bad, article)

    assert (result.exit_code, result.stderr) == (1, "quotes: it fell\n")
    assert "no quotes" in result.stdout or "no utterances" in result.stdout
    assert "bad.txt" not in result.stdout


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("name", ["Varley", "ínes varley", "INES"])
def test_quotes_of_one_speaker_are_asked_for_by_a_part_of_the_name(
    article: pathlib.Path, name: str
) -> None:
    calm = article.with_name("calm.txt")
    calm.write_text("Nothing was said.")

    result = run("extract", calm, article, "--speaker", "Okell", "--speaker", name)

    assert "Ines Varley" in result.stdout
    assert "calm" not in result.stdout


@pytest.mark.usefixtures("engine")
def test_without_quotes_of_the_speaker_it_says_so(article: pathlib.Path) -> None:
    result = run("extract", article, "--speaker", "Var")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "quotes: no quotes by Var\n"


@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
@pytest.mark.parametrize("torn", [0, 25])
def test_a_run_that_was_cut_off_goes_on_after_what_is_written(
    engine: Engine, article: pathlib.Path, ending: str, torn: int
) -> None:
    files = [article.with_name(f"{name}.txt") for name in "abc"]
    for file in files:
        file.write_text(f"“It held,\n{file.name},” she said. “No.”")
    whole, part = article.with_name(f"whole{ending}"), article.with_name(f"part{ending}")
    run("extract", *files, "-o", whole)
    run("extract", *files[:2], "-o", part)
    part.write_bytes(part.read_bytes()[: -torn or None])
    engine.articles.clear()

    result = run("extract", *files, "-o", part, "--resume")

    assert result.exit_code == 0
    assert [a.id for a in engine.articles] == [str(file) for file in files[1:]]
    assert part.read_bytes() == whole.read_bytes()


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("words", "status", "complaint"),
    [
        ((), 2, "--resume: name the file to go on with by -o"),
        (("-o", "page.html"), 2, "--resume: only jsonl and csv files can be gone on with"),
        (("-o", "other.csv"), 1, "other.csv: --resume finds no results of this command in it"),
        (("-o", "other.jsonl"), 1, "other.jsonl: --resume finds no results of this command in it"),
    ],
)
def test_what_cannot_be_gone_on_with_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
    article: pathlib.Path,
    words: tuple[str, ...],
    status: int,
    complaint: str,
) -> None:
    monkeypatch.chdir(article.parent)
    for name in ("other.csv", "other.jsonl"):
        pathlib.Path(name).write_text("name,age\nAda,36\n")

    result = run("extract", article, "--resume", *words)

    assert (result.exit_code, result.stderr) == (status, f"quotes: {complaint}\n")
    assert pathlib.Path("other.csv").read_text() == "name,age\nAda,36\n"


def test_a_list_of_known_people_reaches_the_library(engine: Engine, article: pathlib.Path) -> None:
    people = article.with_name("known.csv")
    people.write_text("name,role\nInes Varley,mayor\n")

    run("extract", article, "--known", people)

    assert engine.options["known"] == (quotes.KnownEntity("Ines Varley", roles=("mayor",)),)


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_a_pipe_that_nobody_reads_ends_the_command_quietly(
    article: pathlib.Path, form: str
) -> None:
    # The quotes are made up: what is written is more than a pipe takes before it is read.
    code = (
        "import sys, quotes; from quotes.cli import app; "
        "from tests.cli.test_extract import Engine; quotes.extract_many = Engine(); "
        "app(sys.argv[1:])"
    )
    words = ["extract", *[str(article)] * 500, "--format", form]
    with subprocess.Popen(
        [sys.executable, "-c", code, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()

    assert (process.returncode, told) == (0, b"")


@pytest.mark.models
def test_the_demonstration_finds_the_speakers_of_its_article() -> None:
    result = run("extract", ROOT / "fixtures" / "demo.txt", "--format", "jsonl")

    found = [quotes.Quote.from_dict(json.loads(line)) for line in result.stdout.splitlines()]
    direct = {q.speaker.name for q in found if q.kind is quotes.Kind.DIRECT and q.speaker}
    assert {"Ines Varley", "Tomas Okell", "Petra Lindrath", "Ada Sorrel", "Bao Merrin"} <= direct
