"""Values of every type of the library, any that there may be (hypothesis).

They are made from the fields of the types: a field that is new is filled by itself.
"""

from __future__ import annotations

import datetime
import enum
import typing
from typing import Any, TypeVar

from hypothesis import strategies as st

from quotes.fields import Probability
from quotes.serialise import Record, types_of, without_none
from quotes.types import (
    Article,
    ArticleSpan,
    Check,
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

R = TypeVar("R", bound=Record)


def _survives_json(text: str) -> bool:
    """Two lone surrogates that form a pair are one character after JSON."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") == text


texts = st.text(st.characters(exclude_categories=()), max_size=12).filter(_survives_json)
words = st.builds(lambda at, text: Span(at, at + len(text), text), st.integers(0, 10**9), texts)
moments = st.datetimes(
    timezones=st.none()
    | st.integers(-720, 720).map(lambda m: datetime.timezone(datetime.timedelta(minutes=m)))
)
_PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: texts,
    int: st.integers(0, 10**9),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    Probability: st.floats(0, 1),
    datetime.datetime: st.dates() | moments,
    datetime.date: st.dates(),
}
_MADE: dict[object, st.SearchStrategy[Any]] = {Span: words}


def any_of(kind: type[R]) -> st.SearchStrategy[R]:
    """Values of a class of records, with anything in each field."""
    if kind not in _MADE:
        fields = {name: _field(inner) for name, inner in types_of(kind).items()}
        _MADE[kind] = st.builds(kind, **fields)
    return _MADE[kind]


def _field(kind: Any) -> st.SearchStrategy[Any]:
    one, optional = without_none(kind)
    if optional:
        return st.none() | _field(one)
    if typing.get_origin(one) is tuple:
        return st.lists(_field(typing.get_args(one)[0]), max_size=2).map(tuple)
    if one in _PLAIN:
        return _PLAIN[one]
    return st.sampled_from(one) if issubclass(one, enum.StrEnum) else any_of(one)


speakers = any_of(Speaker)
quotes = any_of(Quote)
articles = any_of(Article)
refs = any_of(QuoteRef)
evidence = any_of(ArticleSpan)
merged_affiliations = any_of(MergedAffiliation)
merged_speakers = any_of(MergedSpeaker)
versions = any_of(Version)
utterances = any_of(Utterance)
features = any_of(Feature)
links = any_of(Link)
differences = any_of(Difference)
places = any_of(Place)
verifications = any_of(Verification)
checks = any_of(Check)
