"""The command line (`quotes/cli.py`, `quotes/__main__.py`)."""

from __future__ import annotations

import datetime
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
from typer.testing import CliRunner, Result

import quotes
from quotes.cli import app
from quotes.serialise import SCHEMA, UTTERANCE_SCHEMA
from tests.render.retold import WALL, Retold, link, utterance, version

ROOT = pathlib.Path(__file__).parent.parent


@attrs.define
class Engine:
    """Stands in for `extract_many`: the first quoted words of an article, said by Ines Varley."""

    options: dict[str, Any] = attrs.field(factory=dict)
    articles: list[quotes.Article] = attrs.field(factory=list)

    def __call__(
        self, articles: Iterable[quotes.Article], **options: object
    ) -> Iterator[list[quotes.Quote]]:
        self.options = options
        if options["min_confidence"] == 7:
            raise quotes.OptionError("min_confidence: expected a number\nfrom 0 to 1, not 7")
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


@attrs.define
class Normaliser:
    """Stands in for `normalise`: an utterance in four versions and one in one."""

    options: dict[str, Any] = attrs.field(factory=dict)
    articles: list[quotes.Article] = attrs.field(factory=list)

    def __call__(self, articles: Iterable[quotes.Article], **options: object) -> Retold:
        self.options = options
        self.articles = list(articles)
        if options["threshold"] == 7:
            raise quotes.OptionError("threshold: expected a number from 0.1 to 1, not 7.0")
        alone = utterance(version("It held", article="pier-9"), reason=quotes.Reason.ONLY)
        found = Retold([WALL, alone])
        found.related = (link("news/four.txt", "pier-9", 0.62, in_order=1.5),)
        return found


@pytest.fixture
def normaliser(monkeypatch: pytest.MonkeyPatch) -> Normaliser:
    normaliser = Normaliser()
    monkeypatch.setattr(quotes, "normalise", normaliser)
    return normaliser


@pytest.fixture
def article(tmp_path: pathlib.Path) -> pathlib.Path:
    file = tmp_path / "bridge.txt"
    file.write_bytes("A line.\r\n“It [the bridge] held,” she said.\r\n".encode())
    return file


def run(*words: object, stdin: str | bytes | None = None) -> Result:
    # A fixed width, so that the help and the tables do not depend on the terminal.
    return CliRunner(env={"COLUMNS": "80", "TERMINAL_WIDTH": "80", "NO_COLOR": "1"}).invoke(
        app, [str(word) for word in words], input=stdin, prog_name="python -m quotes"
    )


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


def test_the_options_reach_the_library(engine: Engine, article: pathlib.Path) -> None:
    run(
        *("extract", article, "--kinds", "direct, other", "--min-confidence", "0.25"),
        *("--min-speaker-confidence", "0.5", "--models", "stanza"),
    )

    assert engine.options == {
        "kinds": ["direct", "other"],
        "min_confidence": 0.25,
        "min_speaker_confidence": 0.5,
        "models": "stanza",
    }


def test_without_options_the_library_gets_its_own_defaults(
    engine: Engine, article: pathlib.Path
) -> None:
    run("extract", article)

    library = inspect.signature(quotes.extract).parameters
    assert set(engine.options.pop("kinds")) == set(library["kinds"].default)
    assert engine.options == {name: library[name].default for name in engine.options}


@pytest.mark.usefixtures("engine")
def test_an_error_of_the_library_is_one_line_on_standard_error(article: pathlib.Path) -> None:
    result = run("extract", article, "--min-confidence", 7)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "quotes: min_confidence: expected a number from 0 to 1, not 7\n"


@pytest.mark.usefixtures("engine")
def test_a_file_that_cannot_be_read_is_named_in_one_line(tmp_path: pathlib.Path) -> None:
    result = run("extract", tmp_path / "nowhere.txt")

    assert result.exit_code == 1
    assert result.stderr == f"quotes: {tmp_path / 'nowhere.txt'}: No such file or directory\n"


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("source", ["file", "standard input"])
def test_a_file_that_is_not_utf8_is_named_in_one_line(tmp_path: pathlib.Path, source: str) -> None:
    file = tmp_path / "latin.txt"
    file.write_bytes("Ça va".encode("latin-1"))
    name = str(file) if source == "file" else "-"

    result = run("extract", name, stdin=file.read_bytes())

    assert result.exit_code == 1
    assert result.stderr == f"quotes: {name}: not UTF-8 text (byte 0: invalid continuation byte)\n"


@pytest.mark.usefixtures("engine")
def test_a_format_that_does_not_exist_is_a_usage_error(article: pathlib.Path) -> None:
    result = run("extract", article, "--format", "xml")

    assert result.exit_code == 2
    assert "xml" in result.stderr


@pytest.mark.parametrize(
    "command", [[], ["extract"], ["normalise"]], ids=["quotes", "extract", "normalise"]
)
def test_the_help_in_the_documentation_is_what_the_command_prints(command: list[str]) -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf8")
    match = re.search(
        rf"<!-- help: {' '.join(command) or 'quotes'} -->\n```text\n(.*?)^```", page, re.M | re.S
    )
    assert match is not None

    assert match[1] == run(*command, "--help").stdout


def lines_of(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.usefixtures("normaliser")
def test_utterances_are_printed_with_their_versions(article: pathlib.Path) -> None:
    result = run("normalise", article)

    assert result.exit_code == 0
    assert result.stdout.startswith("Ines Varley · chief engineer · Lowmere Harbour Board\n")
    assert "the only version, in pier-9" in result.stdout.replace("\n", " ")
    assert "why" not in result.stdout
    assert "coincide" not in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.usefixtures("normaliser")
def test_utterances_with_too_few_versions_are_left_out(article: pathlib.Path) -> None:
    two = run("normalise", article, "--min-versions", 2)
    five = run("normalise", article, "--min-versions", 5)
    none = run("normalise", article, "--min-versions", 0)

    assert "pier-9" not in two.stdout
    assert "Evening" in two.stdout
    assert five.stdout.strip() == "no utterances"
    assert none.exit_code == 2


@pytest.mark.usefixtures("normaliser")
def test_reasons_and_related_pairs_are_printed_when_asked_for(article: pathlib.Path) -> None:
    result = run("normalise", article, "--explain", "--related", "--min-versions", 2)

    assert "why they are one:" in result.stdout
    assert "indirect shared +2.40" in " ".join(result.stdout.split())
    assert "May coincide" in result.stdout
    assert "pier-9" in result.stdout


@pytest.mark.usefixtures("normaliser")
def test_json_lines_hold_one_utterance_each(article: pathlib.Path) -> None:
    result = run("normalise", article, "--format", "jsonl")
    data = lines_of(result)

    assert [(line["schema"], line["record"]) for line in data] == [
        (UTTERANCE_SCHEMA, "utterance"),
        (UTTERANCE_SCHEMA, "utterance"),
    ]
    assert quotes.Utterance.from_dict(data[0]) == WALL
    assert "links" not in data[0]
    assert result.stdout.isascii()


@pytest.mark.usefixtures("normaliser")
def test_json_lines_hold_the_links_within_an_utterance_and_the_related_pairs(
    article: pathlib.Path,
) -> None:
    result = run("normalise", article, "--format", "jsonl", "--explain", "--related")
    first, second, last = lines_of(result)

    assert [quotes.Link.from_dict(data) for data in first["links"]] == list(Retold.links)
    assert second["links"] == []
    assert (last["schema"], last["record"]) == (UTTERANCE_SCHEMA, "related")
    assert quotes.Link.from_dict(last).score == 0.62


def test_text_files_and_standard_input_are_articles_by_their_names(
    normaliser: Normaliser, article: pathlib.Path
) -> None:
    run("normalise", article, "-", stdin="“No,” he said.\r\n".encode())

    assert normaliser.articles == [
        quotes.Article("A line.\r\n“It [the bridge] held,” she said.\r\n", id=str(article)),
        quotes.Article("“No,” he said.\r\n", id="-"),
    ]


def test_a_file_of_json_lines_holds_many_articles(
    normaliser: Normaliser, tmp_path: pathlib.Path
) -> None:
    file = tmp_path / "news.JSONL"
    first = quotes.Article("It\u2028held.", "a7", "Herald", published=datetime.date(2031, 2, 4))
    lines = [json.dumps(first.to_dict(), ensure_ascii=False), "  ", '{"text": "No.", "mood": 1}']
    file.write_text("\ufeff" + "\r\n".join(lines), encoding="utf8", newline="")

    run("normalise", file)

    assert normaliser.articles == [first, quotes.Article("No.", id=f"{file}:3")]


@pytest.mark.usefixtures("normaliser")
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
    tmp_path: pathlib.Path, line: str, expected: str
) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"text": "It held."}\n' + line)

    result = run("normalise", file)

    assert result.exit_code == 1
    assert result.stderr.startswith(f"quotes: {file}:2: {expected}")
    assert result.stderr.count("\n") == 1


def test_the_options_of_normalise_reach_the_library(
    normaliser: Normaliser, article: pathlib.Path
) -> None:
    run("normalise", article, "--threshold", "0.7", "--models", "stanza")

    assert normaliser.options == {"threshold": 0.7, "models": "stanza"}


def test_without_options_normalise_gets_the_defaults_of_the_library(
    monkeypatch: pytest.MonkeyPatch, article: pathlib.Path
) -> None:
    library = inspect.signature(quotes.normalise).parameters
    normaliser = Normaliser()
    monkeypatch.setattr(quotes, "normalise", normaliser)

    run("normalise", article)

    assert normaliser.options == {name: library[name].default for name in normaliser.options}


@pytest.mark.usefixtures("normaliser")
def test_an_error_of_normalise_is_one_line_on_standard_error(article: pathlib.Path) -> None:
    result = run("normalise", article, "--threshold", 7)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "quotes: threshold: expected a number from 0.1 to 1, not 7.0\n"


@pytest.mark.usefixtures("normaliser")
def test_a_file_that_normalise_cannot_read_is_named_in_one_line(tmp_path: pathlib.Path) -> None:
    result = run("normalise", tmp_path / "nowhere.jsonl")

    assert result.exit_code == 1
    assert result.stderr == f"quotes: {tmp_path / 'nowhere.jsonl'}: No such file or directory\n"


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("### An utterance", [*quotes.Utterance.__annotations__, "links"]),
        ("### A related pair", list(quotes.Link.__annotations__)),
    ],
)
def test_every_field_of_the_lines_of_utterances_is_documented(
    heading: str, fields: list[str]
) -> None:
    page = (ROOT / "docs" / "jsonl.md").read_text(encoding="utf8")
    section = page.split(heading)[1].split("\n##")[0]

    assert re.findall(r"^\| `(\w+)` \|", section, re.M) == ["schema", "record", *fields]


def test_the_documented_related_pair_is_a_link() -> None:
    page = (ROOT / "docs" / "jsonl.md").read_text(encoding="utf8")
    match = re.search(r"<!-- related -->\n```json\n(.*?)^```", page, re.M | re.S)
    assert match is not None

    data = json.loads(match[1])
    assert data == {
        "schema": UTTERANCE_SCHEMA,
        "record": "related",
        **quotes.Link.from_dict(data).to_dict(),
    }


def test_without_the_extra_it_says_what_to_install() -> None:
    code = (
        "import sys, runpy; sys.modules['typer'] = None; "
        "runpy.run_module('quotes', run_name='__main__')"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == 'the command line needs: pip install "quotes-nlp[cli]"\n'


def test_the_module_can_be_run() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quotes", "--version"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0
    assert done.stdout.startswith("quotes-nlp")


@pytest.mark.models
def test_the_demonstration_finds_the_speakers_of_its_article() -> None:
    result = run("extract", ROOT / "fixtures" / "demo.txt", "--format", "jsonl")

    found = [quotes.Quote.from_dict(json.loads(line)) for line in result.stdout.splitlines()]
    direct = {q.speaker.name for q in found if q.kind is quotes.Kind.DIRECT and q.speaker}
    assert {"Ines Varley", "Tomas Okell", "Petra Lindrath", "Ada Sorrel", "Bao Merrin"} <= direct


@pytest.mark.models
def test_words_that_two_outlets_have_are_one_utterance_on_the_command_line(
    tmp_path: pathlib.Path,
) -> None:
    file = tmp_path / "news.jsonl"
    texts = {
        "Lowmere Courier": "“We built this wall for a hundred winters, and it will stand for a "
        "hundred more,” said Ines Varley, chief engineer of the Lowmere Harbour Board.",
        "Evening Tidings": "Varley, the chief engineer, told reporters: “We built this wall for a "
        "hundred winters, and it will stand for a hundred more.”",
    }
    file.write_text("".join(json.dumps({"outlet": o, "text": t}) + "\n" for o, t in texts.items()))

    found = [
        quotes.Utterance.from_dict(line)
        for line in lines_of(run("normalise", file, "--format", "jsonl", "--min-versions", 2))
    ]

    assert [[v.outlet for v in shared.versions] for shared in found] == [list(texts)]
    assert found[0].speaker is not None
    assert found[0].speaker.name == "Ines Varley"
    assert found[0].text.startswith("We built this wall for a hundred winters, and")
