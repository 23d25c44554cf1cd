"""Items as bytes come back as they were, and of damaged bytes nothing is made."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import FormatError
from quotes.evaluation.retelling import generate
from quotes.utterances.items import Item, Sheet, items_of
from quotes.utterances.packing import packed, unpacked
from quotes.utterances.words import Words
from tests.utterances.building import Story, story
from tests.utterances.test_bad_input import STRANGE

SPLIT = story(
    "a",
    "⟦marsh: “The wall will hold until the spring,”⟧ ⟦cue: said⟧ Ada Marsh. ⟦+marsh: “Not 3 of the "
    "12 pilots in Ostmark sleep.”⟧ ⟦fenn: He⟧ ⟦cue: urged⟧ ⟦fenn: nobody “to walk on "
    "Orrin Pier”⟧.",
)


def _fields(value: object) -> Any:
    """What a value holds, all the way down; words that are one are told by one number."""
    seen: dict[int, int] = {}

    def held(value: object) -> Any:
        if isinstance(value, Item | Words | Sheet):
            number = seen.setdefault(id(value), len(seen))
            names = [field.name for field in attrs.fields(type(value))]
            return number, {name: held(getattr(value, name)) for name in names}
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return [held(each) for each in value]
        return value

    return held(value)


def _made(of: Story) -> tuple[Item, ...]:
    return items_of(of.article, str(of.article.id), of.quotes)


def _back(of: Story, data: bytes) -> tuple[Item, ...]:
    return unpacked(data, of.article, str(of.article.id), of.quotes)


@pytest.mark.parametrize("of", [SPLIT, *(story("b", m) for m in STRANGE.values())])
def test_unpacked_items_are_those_that_were_packed(of: Story) -> None:
    made = _made(of)
    assert _fields(_back(of, packed(made, of.quotes))) == _fields(made)


def test_so_are_those_of_news() -> None:
    made = generate(120, 4)
    for article, quotes in zip(made.articles, made.quotes, strict=True):
        items = items_of(article, str(article.id), quotes)
        back = unpacked(packed(items, quotes), article, str(article.id), quotes)
        assert _fields(back) == _fields(items)


def test_packed_items_are_small() -> None:
    made = generate(120, 4)
    rows = [
        (items_of(article, str(article.id), quotes), quotes)
        for article, quotes in zip(made.articles, made.quotes, strict=True)
    ]
    size = sum(len(packed(items, quotes)) for items, quotes in rows)
    assert size < 300 * sum(len(items) for items, _ in rows)


def test_items_of_an_article_can_be_pickled_together() -> None:
    made = _made(SPLIT)
    back: Sequence[Item] = pickle.loads(pickle.dumps(made))
    assert _fields(tuple(back)) == _fields(made)


def test_no_items_are_no_bytes() -> None:
    assert packed((), SPLIT.quotes) == b""
    assert _back(SPLIT, b"") == ()


def test_items_of_two_articles_are_not_packed_together() -> None:
    other = story("b", "⟦marsh: “The wall will hold”⟧")
    with pytest.raises(ValueError, match="one article"):
        packed([*_made(SPLIT), *_made(other)], [*SPLIT.quotes, *other.quotes])


def test_bytes_of_another_article_are_refused() -> None:
    other = story("b", "⟦marsh: “The wall will hold”⟧")
    with pytest.raises(FormatError, match="another article"):
        _back(other, packed(_made(SPLIT), SPLIT.quotes))


@given(st.data())
def test_damaged_bytes_are_refused_or_harmless(data: st.DataObject) -> None:
    whole = packed(_made(SPLIT), SPLIT.quotes)
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.booleans())
    damaged = whole[:at] if cut else whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1 :]
    if damaged:
        with pytest.raises(FormatError):
            _back(SPLIT, damaged)
