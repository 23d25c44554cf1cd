"""The table of word classes: every class is asked for, and by its own name."""

from __future__ import annotations

import pathlib
import re

import pytest

import quotes
from quotes.lexicons import load_rows, of_class

_PACKAGE = pathlib.Path(quotes.__file__).parent
_ASKED = {
    name
    for file in _PACKAGE.rglob("*.py")
    for name in re.findall(r'of_class\("(\w+)"\)', file.read_text(encoding="utf8"))
}


def test_the_classes_of_the_table_are_those_that_the_code_asks_for() -> None:
    listed = {name for (names,) in load_rows("classes").values() for name in names}

    assert listed == _ASKED


def test_a_class_holds_the_words_whose_rows_name_it() -> None:
    assert of_class("weekdays") == frozenset(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )


def test_a_class_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        of_class("no such class")
