"""Rows as CSV (`quotes/export/delimited.py`), opened again with the module `csv`."""

from __future__ import annotations

import csv
import io
import pathlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.export import COLUMNS, Row, guarded, rows, unguarded, write_csv
from tests.export.pairs import Pair, bridge, saying


def read(file: pathlib.Path, encoding: str = "utf8") -> list[dict[str, str]]:
    with open(file, encoding=encoding, newline="") as opened:
        return list(csv.DictReader(opened))


def written(*pairs: Pair) -> list[dict[str, str]]:
    out = io.BytesIO()
    write_csv(rows(pairs), out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode(), newline="")))


def test_a_file_has_one_line_a_quote_under_the_names_of_the_columns(
    tmp_path: pathlib.Path,
) -> None:
    number = write_csv(rows([bridge()]), tmp_path / "quotes.csv")

    found = read(tmp_path / "quotes.csv")
    assert number == len(found) == 3
    assert tuple(found[0]) == COLUMNS
    assert found[0] == {
        "article_id": "a1",
        "outlet": "Lowmere Courier",
        "url": "https://courier.example/bridge",
        "title": "The wall",
        "published": "2031-03-04T08:30:00",
        "quote_id": "q1",
        "kind": "direct",
        "text": "The wall\nholds, It always has.",
        "content": "“The wall\nholds,” “It always has.”",
        "speaker": "Ines Varley",
        "speaker_kind": "person",
        "roles": "engineer; mayor",
        "affiliations": "Harbour Board",
        "cue": "said",
        "source": "",
        "via": "She",
        "confidence": "0.95",
        "speaker_confidence": "0.9",
        "unresolved": "",
        "start": "49",
        "end": "122",
        "before": "early in the wet spring of that year.",
        "after": "She warned that the river was rising. “No”",
        "utterance_id": "",
        "utterance": "",
        "utterance_speaker": "",
        "relation": "",
        "similarity": "",
    }


def test_without_quotes_there_is_the_header(tmp_path: pathlib.Path) -> None:
    assert write_csv([], tmp_path / "quotes.csv") == 0
    assert (tmp_path / "quotes.csv").read_text() == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_that_a_spreadsheet_would_compute_begins_with_an_apostrophe(start: str) -> None:
    words = f'{start}HYPERLINK("x")'

    (row,) = written(saying(words, title=words))

    assert row["title"] == f"'{words}"
    assert row["text"] == f"'{words}"
    assert unguarded(row["text"]) == words


@pytest.mark.parametrize("cell", ["", "'tis so", "a=b", "''", "“=1”", "3 - 2", " =1"])
def test_any_other_cell_is_left_as_it_is(cell: str) -> None:
    assert guarded(cell) == unguarded(cell) == cell


@given(st.text(st.sampled_from("'=+-@\t\r\nab＝"), max_size=6))
def test_what_is_guarded_can_be_read_back_and_begins_no_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in set("=+-@\t\r\n＝＋－＠")


def test_a_byte_order_mark_comes_first_if_it_is_asked_for(tmp_path: pathlib.Path) -> None:
    write_csv(rows([bridge()]), tmp_path / "quotes.csv", bom=True)

    assert (tmp_path / "quotes.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle_id,")
    assert read(tmp_path / "quotes.csv", "utf-8-sig")[0]["article_id"] == "a1"


def test_rows_can_be_added_to_a_file_under_its_one_header(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "quotes.csv"

    for number in (1, 2):
        assert write_csv(rows([bridge()]), file, bom=True, append=True) == 3
        assert len(read(file, "utf-8-sig")) == 3 * number


def test_a_row_that_is_added_is_in_the_file_before_the_next_is_made(
    tmp_path: pathlib.Path,
) -> None:
    file = tmp_path / "quotes.csv"
    seen = []

    def watched() -> Iterator[Row]:
        for row in rows([bridge()]):
            seen.append(len(read(file)))
            yield row

    write_csv(watched(), file, append=True)

    assert seen == [0, 1, 2]


def test_a_lone_surrogate_is_a_replacement_sign() -> None:
    (row,) = written(saying("the \ud83d wall"))

    assert row["text"] == "the \ufffd wall"


def test_an_open_file_is_left_open() -> None:
    out = io.BytesIO()

    write_csv(rows([bridge()]), out)

    assert not out.closed
