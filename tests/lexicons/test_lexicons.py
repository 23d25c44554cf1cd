"""The word lists: their form, and what a loader answers."""

from __future__ import annotations

import pathlib

import pytest

import quotes.lexicons
from quotes.lexicons import load, load_pairs

_FOLDER = pathlib.Path(quotes.lexicons.__file__).parent
_FILES = sorted(f for f in _FOLDER.iterdir() if f.suffix in {".txt", ".tsv"})


@pytest.mark.parametrize("file", _FILES, ids=lambda f: f.name)
def test_every_list_opens_with_a_comment_that_says_where_it_comes_from(file: pathlib.Path) -> None:
    assert file.read_text(encoding="utf8").startswith("# ")


@pytest.mark.parametrize("file", _FILES, ids=lambda f: f.name)
def test_every_list_is_sorted_without_doubles_and_in_lower_case(file: pathlib.Path) -> None:
    lines = file.read_text(encoding="utf8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]

    assert entries == sorted(set(entries))
    assert entries == [entry.lower() for entry in entries]
    assert all(entry.strip() == entry != "" for entry in entries)


def test_a_list_loads_as_the_set_of_its_entries() -> None:
    assert {"greens", "tories"} <= load("parties")
    assert not any(entry.startswith("#") for entry in load("parties"))


def test_a_table_loads_as_pairs() -> None:
    assert load_pairs("nicknames")["bill"] == "william"


def test_a_list_is_read_once() -> None:
    assert load("places") is load("places")


def test_a_list_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("no such list")


def test_no_first_name_is_in_both_lists() -> None:
    assert not load("first_names_female") & load("first_names_male")
