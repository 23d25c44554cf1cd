"""Without the models: marks and attribution grow with the text, not faster."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from quotes.attribution import Scene, relations, scenes
from quotes.types import Kind
from tests.attribution.sentences import StubAnalyser

PARAGRAPH = (
    "“The river rose over wall {0},” said Ada Marsh. The rain fell on town {0}. Joel Fenn said "
    "that the “old” bridge {0} was closed. “It was late. Road {0} was gone,” she said.\n\n"
)
LINE = "“The river rose,” said Ada Marsh, “and the wall fell,” said Joel Fenn, "
ENDLESS = PARAGRAPH.replace("\n\n", " ")
NESTED = "“Fenn said ‘it was closed {0}’ and left,” said Ada Marsh. "
FEELING = "Marsh was furious that if wall {0} was “old,” road {0} was “gone”, and left; she "
INDIRECT = "Joel Fenn said that the wall {0} was old.\n\n"


def _text(piece: str, times: int) -> str:
    """The piece many times over, numbered, because repeated paragraphs are furniture."""
    return "".join(piece.format(number) for number in range(times))


def _scene(text: str) -> Scene:
    return scenes(StubAnalyser(), [text])[0]


def _work(act: Callable[[], object]) -> int:
    """How many functions a call runs: a measure of work that no busy machine disturbs."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        (PARAGRAPH, 30),
        (ENDLESS, 30),
        (NESTED, 60),
        (INDIRECT, 150),
        (FEELING, 60),
        ("‘“", 200),
        ("said ", 400),
        ("A, ", 400),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, str) else str(value),
)
def test_twice_the_text_is_about_twice_the_work(piece: str, times: int) -> None:
    relations(_scene(_text(piece, 2)))

    once = _work(lambda: relations(_scene(_text(piece, times))))
    twice = _work(lambda: relations(_scene(_text(piece, times * 2))))

    assert twice < 2.5 * once


def test_a_long_text_is_read_to_its_end() -> None:
    text = _text(PARAGRAPH, 400)

    found = relations(_scene(text))

    quoted = [r for r in found if r.kind in (Kind.DIRECT, Kind.MIXED)]
    assert len(quoted) >= 800
    assert found[-1].content[-1][1] > len(text) - len(PARAGRAPH)


def test_one_endless_paragraph_is_read_to_its_end() -> None:
    text = _text(LINE, 60)

    found = relations(_scene(text))

    assert max(r.content[-1][1] for r in found) > len(text) - 2 * len(LINE)
