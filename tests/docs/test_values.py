"""The page *Python interface* lists the values of every closed set."""

from __future__ import annotations

import enum

import pytest

import quotes
from tests.docs.values import table, tables

KINDS = {
    name: kind
    for name in quotes.__all__
    if isinstance(kind := getattr(quotes, name), type) and issubclass(kind, enum.StrEnum)
}


def test_every_closed_set_has_a_table() -> None:
    assert sorted(tables()) == sorted(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_the_table_has_the_values_and_what_they_mean(name: str) -> None:
    assert tables()[name] == table(KINDS[name])
    assert "|  |" not in table(KINDS[name])
