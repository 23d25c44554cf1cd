"""Whatever JSON comes in: `from_dict` gives a value of its type or raises a `FormatError`."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, Protocol

import hypothesis
import pytest
from hypothesis import strategies as st

from quotes import types
from quotes.errors import FormatError
from quotes.types import (
    Affiliation,
    Article,
    ArticleSpan,
    ArticleSpeaker,
    Difference,
    Feature,
    Link,
    MergedAffiliation,
    MergedSpeaker,
    Place,
    Quote,
    QuoteRef,
    Span,
    Speaker,
    Utterance,
    Verification,
    Version,
)
from quotes.utterances import Utterances
from tests import values
from tests.utterances.stories import ALL


class Readable(Protocol):
    """A type that reads dictionaries."""

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> object: ...


VALID: dict[type[Readable], st.SearchStrategy[Any]] = {
    Affiliation: st.builds(Affiliation, values.texts, values.words),
    Article: values.articles,
    ArticleSpan: values.evidence,
    ArticleSpeaker: st.builds(ArticleSpeaker, values.texts, values.speakers),
    Difference: values.differences,
    Feature: values.features,
    Link: values.links,
    MergedAffiliation: values.merged_affiliations,
    MergedSpeaker: values.merged_speakers,
    Place: values.places,
    Quote: values.quotes,
    QuoteRef: values.refs,
    Span: values.words,
    Speaker: values.speakers,
    Utterance: values.utterances,
    Utterances: st.just(ALL),
    Verification: values.verifications,
    Version: values.versions,
}
READABLE = [Utterances] + [
    kind for kind in map(types.__dict__.get, types.__all__) if hasattr(kind, "from_dict")
]
numbers = st.integers() | st.floats() | st.sampled_from([10**400, -(10**400)])
keys = st.sampled_from(
    ["text", "start", "end", "id", "kind", "quotes", "articles", "links", "threshold"]
)
anything = st.recursive(
    st.none() | st.booleans() | numbers | st.text(st.characters(exclude_categories=()), max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(keys | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=8,
)
few = hypothesis.settings(
    deadline=None,
    max_examples=40,
    derandomize=True,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)


def reads(kind: type[Readable], data: Any) -> None:
    """Assert that what is read is of the type, if it is read at all."""
    try:
        value = kind.from_dict(data)
    except FormatError:
        return
    assert isinstance(value, kind)


@pytest.mark.parametrize("kind", READABLE, ids=lambda kind: kind.__name__)
@few
@hypothesis.given(data=anything)
def test_any_json_is_read_or_refused(kind: type[Readable], data: object) -> None:
    reads(kind, data)


@pytest.mark.parametrize("kind", VALID, ids=lambda kind: kind.__name__)
@few
@hypothesis.given(st.data())
def test_a_dictionary_with_anything_in_any_place_is_read_or_refused(
    kind: type[Readable], drawn: st.DataObject
) -> None:
    whole = copy.deepcopy(drawn.draw(VALID[kind]).to_dict())
    inner: Any = whole
    while True:
        places = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
        place = drawn.draw(st.sampled_from(places))
        below = inner[place]
        if isinstance(below, dict | list) and below and drawn.draw(st.booleans()):
            inner = below
            continue
        if drawn.draw(st.integers(0, 3)):
            inner[place] = drawn.draw(anything)
        else:
            del inner[place]
        break

    reads(kind, whole)
