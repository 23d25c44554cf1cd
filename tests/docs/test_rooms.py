"""The pages on how the library works, and is changed, say what is true of it."""

from __future__ import annotations

import re
import tomllib

import pytest

from quotes.lexicons import load_rows
from tests.docs import rooms
from tests.docs.fences import ROOT, below, fences


@pytest.mark.models
@pytest.mark.parametrize("room", rooms.ROOMS)
def test_what_the_page_shows_of_a_room_is_what_it_says(room: str) -> None:
    assert below("docs/how-it-works.md", f"room: {room}") == rooms.said(room)


def test_the_architecture_lists_the_layers_that_the_import_linter_holds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]

    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    shown = [row.split("|")[1].replace("`", "").strip() for row in rows]
    assert shown == [layer.replace("quotes.", "").replace(" : ", ", ") for layer in layers]


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_every_file_that_a_page_for_contributors_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf8")
    named = re.findall(r"`((?:quotes|tests|docs|fixtures)/[\w./-]+)`", text)

    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("number", [0, 1], ids=["a cue verb", "an honorific"])
def test_a_row_that_contributors_are_shown_is_new_and_has_the_columns_of_its_table(
    number: int,
) -> None:
    table = ("cues", "persons")[number]
    rows = [f.code for f in fences(ROOT / "CONTRIBUTING.md") if f.language == "tsv"]
    entry, *columns = rows[number].strip().split("\t")

    present = load_rows(table)
    assert entry not in present
    assert len(columns) == len(next(iter(present.values())))
