"""The work grows with the article and with the words, not faster."""

from __future__ import annotations

import random
import sys
from types import FrameType
from typing import Any

import pytest

import quotes

FEW, MANY = 500, 2000
_VOCABULARY = [f"{a}{b}{c}" for a in "bdfglmnprst" for b in "aeiou" for c in "dlmnrst"]


def _words(count: int) -> list[str]:
    """Words with about the frequencies of a language."""
    weights = [1 / (n + 1) for n in range(len(_VOCABULARY))]
    return random.Random(3).choices(_VOCABULARY, weights, k=count)


def _work(words: str, text: str) -> int:
    """How many lines of code are run: a measure of work that no busy machine disturbs."""
    lines = 0

    def count(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        quotes.verify(words, text)
    finally:
        sys.settrace(before)
    return lines


def _there(words: list[str]) -> tuple[str, str]:
    return " ".join(words[len(words) // 4 : -len(words) // 4]), " ".join(words)


def _changed(words: list[str]) -> tuple[str, str]:
    part = words[len(words) // 4 : -len(words) // 4]
    return " ".join("heron" if n % 40 == 7 else w for n, w in enumerate(part)), " ".join(words)


def _shuffled(words: list[str]) -> tuple[str, str]:
    part = words[len(words) // 4 : -len(words) // 4]
    return " ".join(random.Random(5).sample(part, len(part))), " ".join(words)


def _elided(words: list[str]) -> tuple[str, str]:
    return " … ".join(words[len(words) // 4 : -len(words) // 4 : 2]), " ".join(words)


def _repeated(words: list[str]) -> tuple[str, str]:
    return " … ".join(["no"] * (len(words) // 4)), " ".join(["no"] * len(words))


def _broken(words: list[str]) -> tuple[str, str]:
    return " ".join(words[: len(words) // 2]), " ".join(f"{w[:2]}-\n{w[2:]}" for w in words)


def _marked_up(words: list[str]) -> tuple[str, str]:
    return " ".join(words[: len(words) // 2]), " ".join(f"<b>{w}</b>&nbsp;" for w in words)


def _unclosed(words: list[str]) -> tuple[str, str]:
    return "heron", "<b [&amp;amp;“ " * len(words)


@pytest.mark.parametrize(
    "question",
    [_there, _changed, _shuffled, _elided, _repeated, _broken, _marked_up, _unclosed],
)
def test_four_times_the_text_is_about_four_times_the_work(question: Any) -> None:
    _work(*question(_words(FEW)))  # what is loaded once
    few, many = (_work(*question(_words(count))) for count in (FEW, MANY))

    assert many <= 1.6 * (MANY / FEW) * few
