"""The JSON Schemas of the documentation describe what the library writes (`docs/schemas/`)."""

from __future__ import annotations

import enum
import json
import pathlib
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotes
from quotes import serialise
from quotes.audit import Gender
from quotes.audit.values import SourceDict, SummaryDict
from quotes.export.lines import QuoteLineDict, quote_line
from tests import values
from tests.audit.building import audited
from tests.export.pairs import bridge

FOLDER = pathlib.Path(__file__).parent.parent / "docs" / "schemas"
SETS: dict[str, type[enum.StrEnum]] = {
    "kind": quotes.Kind,
    "method": quotes.Method,
    "unresolved": quotes.Unresolved,
    "relation": quotes.VersionRelation,
    "reason": quotes.Reason,
    "marking": quotes.Marking,
    "status": quotes.VerificationStatus,
    "gender": Gender,
    "match": quotes.SpeakerMatch,
}
"""The fields with a closed set of values that means the same wherever such a field stands."""
_BY_NESTING = (quotes.SpeakerKind, quotes.DifferenceKind, quotes.CheckStatus)
"""The sets of fields whose meaning depends on the object they stand in."""


def schema(name: str) -> dict[str, Any]:
    data = json.loads((FOLDER / f"{name.replace('/', '-')}.json").read_text(encoding="utf8"))
    assert isinstance(data, dict)
    return data


def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema(name))


QUOTE = bridge()[1][0]
QUOTES = validator(serialise.SCHEMA)
UTTERANCES = validator(serialise.UTTERANCE_SCHEMA)
VERIFICATIONS = validator(serialise.VERIFICATION_SCHEMA)
CHECKS = validator(serialise.CHECK_SCHEMA)
SOURCES = validator(serialise.SOURCES_SCHEMA)


def through_json(data: object) -> Any:
    return json.loads(json.dumps(data))


@settings(deadline=None, max_examples=50)
@given(values.articles, values.quotes)
def test_any_line_of_a_quote_fits_its_schema(article: quotes.Article, quote: quotes.Quote) -> None:
    QUOTES.validate(through_json(quote_line(article, quote)))


@settings(deadline=None, max_examples=30)
@given(values.utterances, values.links, st.booleans())
def test_any_line_of_an_utterance_fits_its_schema(
    utterance: quotes.Utterance, link: quotes.Link, explained: bool
) -> None:
    head = {"schema": serialise.UTTERANCE_SCHEMA}
    line = {**head, "record": "utterance", **utterance.to_dict()}
    if explained:
        line["links"] = [link.to_dict()]

    UTTERANCES.validate(through_json(line))
    UTTERANCES.validate(through_json({**head, "record": "related", **link.to_dict()}))


@settings(deadline=None, max_examples=50)
@given(values.verifications)
def test_any_line_of_a_verification_fits_its_schema(verification: quotes.Verification) -> None:
    head = {"schema": serialise.VERIFICATION_SCHEMA}

    VERIFICATIONS.validate(through_json({**head, **verification.to_dict()}))


@settings(deadline=None, max_examples=30)
@given(values.checks)
def test_any_line_of_a_check_fits_its_schema(check: quotes.Check) -> None:
    CHECKS.validate(through_json({"schema": serialise.CHECK_SCHEMA, **check.to_dict()}))


def test_the_lines_of_sources_fit_their_schema() -> None:
    found = audited()
    head = {"schema": serialise.SOURCES_SCHEMA}

    for source in found:
        SOURCES.validate(through_json({**head, "record": "source", **source.to_dict()}))
    for part in (found.summary, *found.by_outlet):
        SOURCES.validate(through_json({**head, "record": "summary", **part.to_dict()}))


@pytest.mark.parametrize("file", sorted(FOLDER.iterdir()), ids=lambda file: file.stem)
def test_a_schema_is_one_and_lists_every_field_that_it_asks_for(file: pathlib.Path) -> None:
    data = json.loads(file.read_text(encoding="utf8"))

    jsonschema.Draft202012Validator.check_schema(data)
    assert data["$id"] == f"urn:{file.stem.replace('-', ':')}"
    for inner in _objects(data):
        assert set(inner.get("required", ())) <= set(inner.get("properties", ()))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (serialise.SCHEMA, set(QuoteLineDict.__annotations__)),
        (
            serialise.VERIFICATION_SCHEMA,
            {"schema", *serialise.VerificationDict.__annotations__},
        ),
        (serialise.CHECK_SCHEMA, {"schema", *serialise.CheckDict.__annotations__}),
    ],
)
def test_every_field_that_is_written_is_in_the_schema(name: str, written: set[str]) -> None:
    assert set(schema(name)["properties"]) == written


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        (serialise.UTTERANCE_SCHEMA, [serialise.UtteranceDict, serialise.LinkDict]),
        (serialise.SOURCES_SCHEMA, [SourceDict, SummaryDict]),
    ],
)
def test_every_field_of_lines_of_two_sorts_is_in_the_schema(name: str, kinds: list[type]) -> None:
    found = [set(sort["properties"]) - {"links"} for sort in schema(name)["oneOf"]]

    assert found == [{"schema", "record", *kind.__annotations__} for kind in kinds]


@pytest.mark.parametrize("file", sorted(FOLDER.iterdir()), ids=lambda file: file.stem)
def test_a_closed_set_has_the_values_that_the_library_may_write(file: pathlib.Path) -> None:
    listed = 0
    for inner in _objects(json.loads(file.read_text(encoding="utf8"))):
        for name, field in inner.get("properties", {}).items():
            if "enum" in field:
                sets = [SETS.get(name), *_BY_NESTING]
                values = {value for value in field["enum"] if value is not None}
                assert values in [{m.value for m in s} for s in sets if s is not None], name
                listed += 1
    assert listed > 0


def test_a_line_with_a_field_that_is_not_known_is_still_one() -> None:
    line = {"schema": serialise.SCHEMA, **QUOTE.to_dict(), "mood": "sober"}

    QUOTES.validate(through_json(line))


def test_a_line_without_a_speaker_field_is_none() -> None:
    line = {"schema": serialise.SCHEMA, **QUOTE.to_dict()}

    with pytest.raises(jsonschema.ValidationError, match="'speaker' is a required property"):
        QUOTES.validate(through_json({k: v for k, v in line.items() if k != "speaker"}))


def _objects(data: object) -> list[dict[str, Any]]:
    """All objects of JSON data, the outer ones first."""
    if isinstance(data, dict):
        return [data, *(o for value in data.values() for o in _objects(value))]
    if isinstance(data, list):
        return [o for value in data for o in _objects(value)]
    return []
