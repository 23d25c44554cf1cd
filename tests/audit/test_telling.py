"""The words that show a source to be a woman or a man (`quotes/audit/telling.py`)."""

from __future__ import annotations

import attrs
import pytest

from quotes.audit.telling import gender, telling
from quotes.audit.values import Gender
from quotes.types import Article, Kind, Span, Speaker, SpeakerKind
from tests.utterances.building import quote_of


def told(text: str, *mentions: str) -> list[str]:
    """The telling words of a speaker with these mentions, of whom the first is the source."""
    spans = tuple(Span(text.index(m), text.index(m) + len(m), m) for m in mentions)
    speaker = Speaker("s1", "Ada Marsh", SpeakerKind.PERSON, mentions=spans[1:])
    content = (Span(0, 1, text[0]),)
    quote = attrs.evolve(quote_of("q1", Kind.INDIRECT, (), content, None, speaker), source=spans[0])
    found = telling(Article(text), [quote, quote])
    assert all(text[s.start : s.end] == s.text for s in found)
    return [s.text for s in sorted(found, key=lambda s: s.start)]


@pytest.mark.parametrize(
    ("text", "mentions", "expected"),
    [
        ("The gate is old, she said.", ["she"], ["she"]),
        ("According to him, the gate is old.", ["him"], ["him"]),
        ("The gate, They said, is old.", ["They"], ["They"]),
        ("It is old, her spokesman said.", ["her spokesman"], []),
        ("It is old, Ms. Marsh said.", ["Ms. Marsh"], ["Ms."]),
        ("It is old, Ms\u00a0Marsh said.", ["Marsh"], ["Ms"]),
        ("It is old, Mr Marsh said. Mr Fenn left.", ["Mr Marsh", "Marsh"], ["Mr"]),
        ("It is old, Dr Marsh said.", ["Marsh"], []),
        ("It is old, Bishop Marsh said.", ["Bishop Marsh"], []),
        ("A lady Marsh knew said so.", ["Marsh"], []),
        ("It is old, said Ada Marsh.", ["Ada Marsh"], []),
        ("It is old, said Lady Marsh. He left.", ["Lady Marsh", "He"], ["Lady", "He"]),
    ],
)
def test_pronouns_and_courtesy_titles_are_read_as_written(
    text: str, mentions: list[str], expected: list[str]
) -> None:
    assert told(text, *mentions) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], Gender.NOT_TOLD),
        (["he"], Gender.MAN),
        (["She", "her"], Gender.WOMAN),
        (["they", "them"], Gender.NOT_TOLD),
        (["Mr.", "they"], Gender.MAN),
        (["Mrs"], Gender.WOMAN),
        (["he", "she"], Gender.NOT_TOLD),
        (["he", "he", "she"], Gender.MAN),
        (["he", "she", "Ms."], Gender.WOMAN),
    ],
    ids=" ".join,
)
def test_one_is_told_if_it_is_shown_far_more_often(words: list[str], expected: Gender) -> None:
    assert gender(words) is expected
