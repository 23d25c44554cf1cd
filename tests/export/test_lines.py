"""Quotes as JSON Lines (`quotes/export/lines.py`)."""

from __future__ import annotations

import json
import pathlib

from quotes.export import write_jsonl
from quotes.types import Quote
from tests.export.pairs import bridge


def test_a_line_is_a_quote_with_what_is_known_of_its_article(tmp_path: pathlib.Path) -> None:
    article, found = bridge()

    assert write_jsonl([(article, found)], tmp_path / "quotes.jsonl") == 3

    lines = (tmp_path / "quotes.jsonl").read_text(encoding="ascii").splitlines()
    data = [json.loads(line) for line in lines]
    assert tuple(map(Quote.from_dict, data)) == found
    assert {line["schema"] for line in data} == {"quotes/1"}
    for line in data:
        assert line["outlet"] == "Lowmere Courier"
        assert line["url"] == "https://courier.example/bridge"
        assert line["title"] == "The wall"
        assert line["published"] == "2031-03-04T08:30:00"


def test_lines_can_be_added_to_a_file(tmp_path: pathlib.Path) -> None:
    for _ in range(2):
        write_jsonl([bridge()], tmp_path / "quotes.jsonl", append=True)

    assert len((tmp_path / "quotes.jsonl").read_text().splitlines()) == 6
