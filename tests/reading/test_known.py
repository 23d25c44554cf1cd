"""A newsroom's own list from a file (`quotes/reading/known.py`)."""

from __future__ import annotations

import datetime
import json
import pathlib

import attrs
import pytest

import quotes
from quotes import KnownEntity, SpeakerKind
from tests.cli.running import ROOT

VARLEY = KnownEntity(
    "Ines Varley",
    other_names=("Dr Varley", "the Engineer"),
    roles=("mayor",),
    affiliations=("Lowmere Council",),
    valid_from=datetime.date(2024, 5, 31),
)
BOARD = KnownEntity("Lowmere Harbour Board", SpeakerKind.ORGANIZATION, ("LHB",))


@pytest.mark.parametrize(
    "table",
    [
        "name,kind,other_names,roles,affiliations,valid_from\n"
        "Ines Varley,,Dr Varley; the Engineer,mayor,Lowmere Council,2024-05-31\n\n"
        "Lowmere Harbour Board,organization,LHB,,,\n",
        "\ufeffName;Kind;Role;Affiliation;Other names;Valid from\r\n"
        'Ines Varley;Person;mayor;Lowmere Council;"Dr Varley; the Engineer";2024-05-31\r\n'
        "Lowmere Harbour Board;Organisation;;;LHB;\r\n",
    ],
    ids=["commas", "semicolons"],
)
def test_a_table_is_a_list_of_people_and_bodies(tmp_path: pathlib.Path, table: str) -> None:
    file = tmp_path / "known.csv"
    file.write_text(table, encoding="utf8", newline="")

    assert quotes.read_known(file) == (VARLEY, BOARD)


def test_json_lines_are_a_list_of_people_and_bodies(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "known.jsonl"
    lines = [json.dumps(VARLEY.to_dict()), "", '{"name": "Ada Roe"}']
    file.write_text("\n".join(lines))

    assert quotes.read_known(file) == (VARLEY, KnownEntity("Ada Roe"))


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.csv", "person\nAda\n", ": the first line names the columns, and one of them has to be"),
        ("a.csv", "", ": the first line names the columns"),
        ("a.csv", "name,mood\nAda,1\n", ": there is no column 'mood'; columns are name, kind,"),
        ("a.csv", "name,kind\nAda,cat\n", ":2: kind: expected one of person, organization"),
        ("a.csv", "name,kind\nAda,group\n", ":2: kind: expected person or organization"),
        ("a.csv", "name,role\n,mayor\n", ":2: name: missing"),
        ("a.csv", "name,valid_from\nAda,May\n", ":2: valid_from: expected an ISO 8601 date"),
        (
            "a.csv",
            "name,valid_from,valid_until\nAda,2024-02-02,2024-02-01\n",
            ":2: valid_until: expected a day not before 2024-02-02",
        ),
        ("a.jsonl", '{"name": "Ada"}\n{', ":2: this line is not JSON"),
        ("a.jsonl", '{"name": "Ada", "roles": "mayor"}', ":1: roles: expected a list"),
    ],
)
def test_what_is_wrong_in_a_list_is_named_with_its_line(
    tmp_path: pathlib.Path, name: str, content: str, complaint: str
) -> None:
    file = tmp_path / name
    file.write_text(content)

    with pytest.raises(quotes.FormatError) as found:
        quotes.read_known(file)
    assert str(found.value).startswith(f"{file}{complaint}")


def test_a_list_in_another_encoding_is_refused_in_a_sentence(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "known.csv"
    file.write_bytes("name\nAndré Müller\n".encode("cp1252"))

    with pytest.raises(quotes.QuotesError, match=r"known\.csv is not UTF-8: save it as UTF-8$"):
        quotes.read_known(file)


@pytest.mark.parametrize("path", [None, 3, [], b"known.csv"])
def test_what_is_no_path_of_a_list_is_refused(path: object) -> None:
    with pytest.raises(quotes.InputError, match=r"path: expected str or os\.PathLike, not "):
        quotes.read_known(path)  # type: ignore[arg-type]


def test_a_list_that_is_not_there_is_told_as_an_article_is() -> None:
    with pytest.raises(quotes.QuotesError, match=r"^nowhere\.csv: there is no such file$"):
        quotes.read_known("nowhere.csv")


def test_the_documented_file_is_a_list_of_people_and_bodies(tmp_path: pathlib.Path) -> None:
    page = (ROOT / "docs" / "known.md").read_text(encoding="utf8")
    file = tmp_path / "known.csv"
    file.write_text(page.split("<!-- file -->\n```text\n")[1].split("```")[0])

    mayor, senator, board = quotes.read_known(file)

    assert (mayor.name, mayor.roles, mayor.valid_until) == (
        "Ines Varley",
        ("mayor",),
        datetime.date(2023, 12, 31),
    )
    assert (senator.roles, senator.affiliations) == (("senator",), ("Senate",))
    assert board == attrs.evolve(BOARD, other_names=("LHB", "Harbour Board"))
