"""The JSON Schemas of the documentation describe what the library writes (`docs/schemas/`)."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotes
from quotes import serialise
from quotes.export.lines import quote_line
from tests import values
from tests.audit.building import audited
from tests.docs import schemas
from tests.export.pairs import bridge


def schema(name: str) -> dict[str, Any]:
    data = json.loads((schemas.FOLDER / schemas.file_name(name)).read_text(encoding="utf8"))
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


@pytest.mark.parametrize("name", schemas.TITLES)
def test_a_schema_is_what_follows_from_the_fields_of_its_values(name: str) -> None:
    """`python -m tests.docs.schemas` writes the files anew."""
    file = schemas.FOLDER / schemas.file_name(name)

    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert file.read_text(encoding="utf8") == schemas.written(name)


def test_every_schema_has_a_file_and_every_file_a_schema() -> None:
    files = {file.name for file in schemas.FOLDER.iterdir()}

    assert files == {schemas.file_name(name) for name in schemas.TITLES}


def test_a_line_with_a_field_that_is_not_known_is_still_one() -> None:
    line = {"schema": serialise.SCHEMA, **QUOTE.to_dict(), "mood": "sober"}

    QUOTES.validate(through_json(line))


def test_a_line_without_a_speaker_field_is_none() -> None:
    line = {"schema": serialise.SCHEMA, **QUOTE.to_dict()}

    with pytest.raises(jsonschema.ValidationError, match="'speaker' is a required property"):
        QUOTES.validate(through_json({k: v for k, v in line.items() if k != "speaker"}))
