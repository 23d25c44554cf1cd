"""Sources as a result (`quotes/audit/result.py`, `quotes/audit/values.py`)."""

from __future__ import annotations

import json

import attrs
import pytest

import quotes
from quotes.audit import Source, Sources, Summary, Tally
from tests.audit.building import STORIES, audited, counted


def test_a_result_is_the_same_after_json() -> None:
    found = audited()

    again = Sources.from_dict(json.loads(json.dumps(found.to_dict())))

    assert again == found
    assert hash(again) == hash(found)


def test_every_field_is_in_the_dictionary() -> None:
    found = audited()

    for value in (found[0], found.summary, found.summary.women):
        assert list(value.to_dict()) == [field.name for field in attrs.fields(type(value))]


def test_a_result_is_a_sequence_that_does_not_change() -> None:
    found = audited()

    assert found[:2] == (found[0], found[1])
    assert list(found) == list(found[:])
    assert found[-1] in found
    assert repr(found) == "<Sources: 6 of 3 articles>"
    assert found != counted(*STORIES[:2])
    with pytest.raises(AttributeError):
        found.summary = found.summary  # type: ignore[misc]


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        (Tally, {"sources": 1, "quotes": "2"}, "quotes: expected a whole number, not '2'"),
        (Summary, {"outlet": 3}, "outlet: expected a string, not 3"),
        (Source, {"id": "a", "name": None}, "name: expected a string, not null"),
        (Sources, {"sources": "none"}, "sources: expected a list, not 'none'"),
    ],
)
def test_a_wrong_field_is_named_in_the_error(
    kind: type[Tally | Summary | Source | Sources], data: dict[str, object], message: str
) -> None:
    with pytest.raises(quotes.FormatError) as caught:
        kind.from_dict(data)

    assert str(caught.value) == message


def test_the_types_are_at_the_top_of_the_library() -> None:
    assert (quotes.Sources, quotes.Source) == (Sources, Source)
    assert {"Sources", "Source", "Summary", "Tally", "Gender", "sources"} <= set(dir(quotes))
