"""The articles that commands read from files and standard input (`quotes/cli/articles.py`)."""

from __future__ import annotations

import datetime
import json
import pathlib
import sys
from collections.abc import Iterable, Iterator

import pytest

import quotes
from tests.cli.pages import PAGE
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
        assert list(read) == articles
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
        (
            "{",
            "this line is not JSON (Expecting property name enclosed in double quotes, column 2)",
        ),
        ("[" * 200_000, "this line is not JSON that can be read ("),
        ("9" * 5000, "this line is not JSON that can be read ("),
        ("[1]", "expected a dictionary, not a list"),
        ('{"id": "a"}', "text: missing"),
        ('{"text": "It held.", "outlet": 3}', "outlet: expected a string, not 3"),
        ('{"text": "It held.", "published": "May"}', "published: expected an ISO 8601 date"),
        (
            '{"schema": "quotes/1", "text": "It held."}',
            "this line is a result (quotes/1), not an article",
        ),
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
    assert result.stderr == f"quotes: {shown}: there is no such file or folder\n"


def test_a_folder_gives_its_articles_by_their_paths_in_it(
    command: str, taken: list[quotes.Article], tmp_path: pathlib.Path
) -> None:
    for name in ("b.txt", "a/2.TXT", "a/1.txt", ".hidden.txt", ".git/c.txt", "a/notes.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}.")

    result = run(command, tmp_path)

    assert result.exit_code == 0
    assert [a.id for a in taken] == ["a/1.txt", "a/2.TXT", "b.txt"]
    assert result.stderr == (
        f"quotes: {tmp_path}: 1 file was left out (a/notes.docx): files are read whose names end "
        "in .txt, .html, .htm or .jsonl\n"
    )


def test_files_of_two_folders_are_told_apart(
    command: str, taken: list[quotes.Article], tmp_path: pathlib.Path
) -> None:
    for name in ("one/a.txt", "two/a.txt", "two/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("It held.")

    run(command, tmp_path / "one", tmp_path / "two")

    assert [a.id for a in taken] == [f"{tmp_path}/one/a.txt", f"{tmp_path}/two/a.txt", "b.txt"]


@pytest.mark.usefixtures("taken")
def test_a_folder_without_articles_is_an_error(command: str, tmp_path: pathlib.Path) -> None:
    result = run(command, tmp_path)

    assert result.exit_code == 1
    assert result.stderr.startswith(f"quotes: {tmp_path}: no articles in this folder (")


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize("source", ["file", "standard input"])
def test_of_a_file_that_is_not_utf8_the_likely_encoding_is_named(
    command: str, tmp_path: pathlib.Path, source: str
) -> None:
    file = tmp_path / "latin.txt"
    file.write_bytes("“It held,” said André Müller.".encode("cp1252"))
    name = str(file) if source == "file" else "-"

    result = run(command, name, stdin=file.read_bytes())

    assert result.exit_code == 1
    assert result.stderr == (
        f"quotes: {'standard input' if name == '-' else name} is not UTF-8; "
        "it looks like windows-1252: --encoding cp1252\n"
    )


def test_the_encoding_that_is_given_is_that_of_files_that_are_not_utf8(
    command: str, taken: list[quotes.Article], tmp_path: pathlib.Path
) -> None:
    text = "“It held,” said André Müller."
    for name, encoding in (("a", "cp1252"), ("b", "utf-8"), ("c", "utf-8-sig"), ("d", "utf-16")):
        (tmp_path / f"{name}.txt").write_text(text, encoding=encoding)

    result = run(command, tmp_path, "--encoding", "cp1252")

    assert (result.exit_code, result.stderr) == (0, "")
    assert [a.text for a in taken] == [text] * 4


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04 ... word/document.xml", "a Word document"),
        (b"%PDF-1.7", "a PDF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word, Excel or Outlook document"),
        (b"\x89PNG\r\n", "a picture"),
    ],
    ids=["docx", "pdf", "doc", "png"],
)
def test_what_is_not_text_is_named_for_what_it_is(
    tmp_path: pathlib.Path, data: bytes, kind: str
) -> None:
    file = tmp_path / "letter"
    file.write_bytes(data)

    result = run("extract", file)

    assert result.exit_code == 1
    assert result.stderr == (
        f"quotes: {file} is {kind}, which cannot be read here: save it as plain text (.txt, UTF-8) "
        "or as a web page (.html) first\n"
    )


@pytest.mark.parametrize(
    ("text", "number"), [('[{"text": "It held."}]', 0), ('{"text": "It held."}\n', 1)]
)
def test_json_is_read_if_an_article_stands_on_each_line(
    taken: list[quotes.Article], tmp_path: pathlib.Path, text: str, number: int
) -> None:
    file = tmp_path / "news.json"
    file.write_text(text)

    result = run("extract", file)

    assert len(taken) == number
    assert ("is JSON, but not one article a line" in result.stderr) == (number == 0)


def test_an_empty_file_is_told_and_is_no_error(
    taken: list[quotes.Article], tmp_path: pathlib.Path
) -> None:
    file = tmp_path / "empty.txt"
    file.write_text("\n")

    result = run("extract", file)

    assert (result.exit_code, len(taken)) == (0, 1)
    assert result.stderr == f"quotes: {file} is empty\n"


def test_a_page_in_a_file_is_an_article_with_title_outlet_and_date(
    command: str, taken: list[quotes.Article], tmp_path: pathlib.Path
) -> None:
    file = tmp_path / "bridge.html"
    file.write_text(PAGE, encoding="cp1252")

    run(command, file)

    (article,) = taken
    assert article.id == str(file)
    assert (article.outlet, article.published) == ("Lowmere Courier", datetime.date(2031, 2, 4))
    assert "“at least two winters”" in article.text
    assert "Most read" not in article.text


@pytest.mark.usefixtures("taken")
def test_a_page_without_an_article_is_an_error(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "menu.htm"
    file.write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")

    result = run("extract", file)

    assert result.exit_code == 1
    assert result.stderr == f"quotes: {file}: no article text is found in this HTML page\n"


@pytest.mark.parametrize(
    ("stdin", "options", "texts"),
    [
        ('{"text": "It held."}\n{"text": "No."}', (), ["It held.", "No."]),
        ('{"text": "It held."}', ("--input", "text"), ['{"text": "It held."}']),
        ("{It held.}", (), ["{It held.}"]),
        ("It held.", ("--input", "text"), ["It held."]),
    ],
    ids=["lines", "as text", "braces", "text"],
)
def test_json_lines_from_standard_input_are_recognised(
    command: str,
    taken: list[quotes.Article],
    stdin: str,
    options: tuple[str, ...],
    texts: list[str],
) -> None:
    run(command, "-", *options, stdin=stdin)

    assert [a.text for a in taken] == texts


def test_a_page_from_standard_input_is_recognised(
    command: str, taken: list[quotes.Article]
) -> None:
    run(command, "-", stdin=PAGE)

    assert taken[0].title == "Bridge to close for two winters"


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize(
    ("package", "text", "options"),
    [("trafilatura", PAGE, ("--input", "html")), ("ftfy", "Itâ€™s dry.", ("--repair",))],
)
def test_without_the_extra_it_says_once_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
    article: pathlib.Path,
    package: str,
    text: str,
    options: tuple[str, ...],
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    article.write_text(text, encoding="utf8")

    result = run("extract", article, article, *options)

    assert result.exit_code == 1
    assert result.stderr.endswith('pip install "quotes-nlp[html]"\n')
    assert result.stderr.count("\n") == 1


def test_of_articles_without_a_date_it_is_told_that_dated_entries_do_not_count(
    command: str, taken: list[quotes.Article], tmp_path: pathlib.Path
) -> None:
    known = tmp_path / "known.csv"
    known.write_text("name,valid_from\nInes Varley,2024-01-01\n")
    lines = tmp_path / "news.jsonl"
    lines.write_text(
        '{"text": "It held.", "published": "2024-02-01"}\n'
        + '{"text": "It held.", "id": "a"}\n' * 2
    )

    result = run(command, lines, "--known", known)

    assert (result.exit_code, len(taken)) == (0, 3)
    assert result.stderr.startswith("quotes: a has no date: entries of --known with dates")
    assert result.stderr.count("\n") == 1


def test_leftovers_of_a_page_are_warned_of_once_and_repaired_on_request(
    taken: list[quotes.Article], tmp_path: pathlib.Path
) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("<p>&ldquo;It held,&rdquo; said <b>Ada Roe</b>.</p>")

    warned = run("extract", tmp_path)
    repaired = run("extract", tmp_path, "--repair")

    assert (warned.exit_code, repaired.exit_code) == (0, 0)
    assert warned.stderr == (
        f"quotes: {tmp_path / 'a.txt'} has leftovers of a web page or of a wrong encoding in it "
        "(<p>, &ldquo;): --repair takes them out\n"
        "quotes: 1 more of the articles have such leftovers in them\n"
    )
    assert repaired.stderr == ""
    assert taken[2].text == "“It held,” said Ada Roe."


@pytest.mark.parametrize("command", ["extract", "view", "normalise"])
def test_an_article_of_more_characters_than_max_chars_is_refused_and_the_others_are_read(
    command: str, taken: list[quotes.Article], tmp_path: pathlib.Path
) -> None:
    lines = tmp_path / "news.jsonl"
    lines.write_text('{"text": "It held on.", "id": "a"}\n{"text": "It held.", "id": "b"}\n')

    result = run(command, lines, "--max-chars", 8)

    assert result.exit_code == 1
    assert result.stderr == f"quotes: {lines}:1: 11 characters, more than 8\n"
    assert [article.id for article in taken] == ["b"]


def test_verify_and_check_refuse_an_article_of_more_characters_than_max_chars(
    tmp_path: pathlib.Path,
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("It held on.")

    verified = run("verify", "held on", file, "--max-chars", 8)
    checked = run("check", file, file, "--max-chars", 8)

    assert (verified.exit_code, checked.exit_code) == (1, 1)
    assert verified.stderr == checked.stderr == f"quotes: {file}: 11 characters, more than 8\n"


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


def test_normalise_goes_on_where_an_article_is_missing(
    taken: list[quotes.Article], article: pathlib.Path
) -> None:
    result = run("normalise", article.with_name("nowhere.txt"), article)

    assert result.exit_code == 1
    assert [a.id for a in taken] == [str(article)]
    assert "there is no such file" in result.stderr
