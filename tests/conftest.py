"""What many tests share: the real engine, loaded once, and what all of its quotes hold to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

import quotes
import quotes.testing
from quotes.language.sentences import Reading
from quotes.types import Quote
from tests.readings import reading

AssertSound = Callable[[str, Sequence[Quote]], None]


@pytest.fixture(scope="session")
def one_thread() -> None:
    """Keep torch to one thread: small models gain nothing from more, and machines are shared."""
    import torch

    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def read() -> Callable[[str], Reading]:
    """The function that makes readings from tagged text, without models."""
    return reading


@pytest.fixture(scope="session")
def extractor(one_thread: None) -> quotes.Extractor:
    """The extractor on the bundled models."""
    return quotes.Extractor(models="bundled")


@pytest.fixture(scope="session")
def assert_sound() -> AssertSound:
    """A function that asserts of an article's text and its quotes what holds on any input."""
    return quotes.testing.assert_sound
