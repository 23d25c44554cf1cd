"""The bundled fixtures are found, well-formed, and say why they exist."""

from __future__ import annotations

import pytest

import quotes.testing
from quotes.errors import OptionError
from quotes.testing import Fixture
from quotes.types import Kind

FIXTURES = quotes.testing.fixtures()


def test_fixtures_come_in_order_of_their_names() -> None:
    names = [fixture.name for fixture in FIXTURES]
    assert len(names) >= 40
    assert names == sorted(set(names))


def test_a_fixture_is_loaded_by_its_name() -> None:
    assert quotes.testing.load("said").name == "said"


def test_an_unknown_name_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(OptionError, match=r"marks-split.*not 'nothing'"):
        quotes.testing.load("nothing")


def test_all_kinds_of_quote_are_covered() -> None:
    assert {quote.kind for fixture in FIXTURES for quote in fixture.quotes} == set(Kind)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda f: f.name)
def test_every_fixture_is_short_and_its_spans_are_exact(fixture: Fixture) -> None:
    text = fixture.article.text
    assert 25 <= len(text.split()) <= 220
    assert "⟦" not in text
    for quote in fixture.quotes:
        for span in (*quote.segments, *quote.content, quote.cue, quote.source, quote.via):
            if span is not None:
                assert text[span.start : span.end] == span.text
        for segment in quote.segments:
            assert any(c.start <= segment.start and segment.end <= c.end for c in quote.content)
