"""Every bundled fixture through the real models: what an editor marks is what comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs
import pytest

import quotes
import quotes.testing
from quotes.testing import Difference, Fixture
from quotes.types import Kind, Quote

AssertSound = Callable[[str, Sequence[Quote]], None]

pytestmark = [pytest.mark.models, pytest.mark.usefixtures("one_thread")]

FIXTURES = quotes.testing.fixtures()
WITH_OTHER = tuple(f for f in FIXTURES if any(q.kind is Kind.OTHER for q in f.quotes))


def _cases() -> list[object]:
    """The fixtures; one whose known difference is gone must lose its line `differs`."""
    return [
        pytest.param(
            fixture,
            id=fixture.name,
            marks=[pytest.mark.xfail(reason=fixture.known_difference, strict=True)]
            if fixture.known_difference
            else [],
        )
        for fixture in FIXTURES
    ]


def _rounded(found: Sequence[Quote]) -> list[Quote]:
    """The quotes with confidences to the three decimals that are promised."""
    return [
        attrs.evolve(
            quote,
            confidence=round(quote.confidence, 3),
            speaker_confidence=round(quote.speaker_confidence, 3),
        )
        for quote in found
    ]


def _fail_on(differences: Sequence[Difference]) -> None:
    if differences:
        pytest.fail("\n".join(map(str, differences)), pytrace=False)


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[Quote]]:
    """The quotes of each fixture, extracted together."""
    lists = quotes.extract_many(fixture.article for fixture in FIXTURES)
    return {fixture.name: row for fixture, row in zip(FIXTURES, lists, strict=True)}


@pytest.mark.parametrize("fixture", _cases())
def test_the_quotes_of_a_fixture_are_those_that_an_editor_marks(
    fixture: Fixture, found: dict[str, list[Quote]]
) -> None:
    differences = quotes.testing.compare(fixture, found[fixture.name])
    _fail_on(differences)


@pytest.mark.parametrize("fixture", WITH_OTHER, ids=lambda f: f.name)
def test_marked_words_that_nobody_said_come_when_asked_for(fixture: Fixture) -> None:
    other = quotes.extract(fixture.article, kinds=[Kind.OTHER])
    assert all(q.kind is Kind.OTHER and q.speaker is None for q in other)
    differences = quotes.testing.compare(fixture, other, kinds=[Kind.OTHER])
    _fail_on(differences)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda f: f.name)
def test_quotes_are_sound_and_carry_the_id_of_their_article(
    fixture: Fixture, found: dict[str, list[Quote]], assert_sound: AssertSound
) -> None:
    assert_sound(fixture.article.text, found[fixture.name])
    assert {q.article_id for q in found[fixture.name]} <= {fixture.name}


def test_the_batch_an_article_comes_in_does_not_change_its_quotes(
    found: dict[str, list[Quote]],
) -> None:
    backwards = FIXTURES[::-3]
    together = quotes.extract_many(fixture.article for fixture in backwards)
    for fixture, row in zip(backwards, together, strict=True):
        assert _rounded(row) == _rounded(found[fixture.name])
    for fixture in FIXTURES[::9]:
        alone = quotes.extract(fixture.article)
        assert _rounded(alone) == _rounded(found[fixture.name])
