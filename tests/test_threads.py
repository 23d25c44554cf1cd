"""Threads that share an extractor get what one thread gets."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest

import quotes
from quotes import engine
from quotes.inference import inference
from quotes.language import models
from quotes.language.packages import find

_T = TypeVar("_T")
THREADS = 8
SYLLABLES = "ba cor dil fen gu hal jor kem lun mar nol pri quo ras sel tam ul ver wex yor".split()


def _article(number: int) -> str:
    """A text whose names and nouns are in no other one."""
    dice = random.Random(number)

    def word() -> str:
        return "".join(dice.choice(SYLLABLES) for _ in range(3)) + SYLLABLES[number]

    return "\n\n".join(
        f"“The {word()} has lost its {word()},” said {word().title()} {word().title()}, the "
        f"{word()} of {word().title()}. She told the {word()} that the {word()} was “{word()}”."
        for _ in range(8)
    )


TEXTS = [_article(number) for number in range(THREADS)]


@pytest.fixture
def cold() -> Iterator[None]:
    """Models that have read nothing yet, here and for the tests behind."""
    engine._analyser.cache_clear()
    yield
    engine._analyser.cache_clear()


def _together(act: Callable[[int], _T]) -> list[_T]:
    """What threads that begin at one moment make of their numbers."""
    start = threading.Barrier(THREADS)

    def begin(number: int) -> _T:
        start.wait()
        return act(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(begin, range(THREADS)))


@pytest.mark.models
@pytest.mark.usefixtures("cold", "one_thread")
def test_threads_on_different_articles_get_what_one_thread_gets_and_leave_no_harm() -> None:
    extractor = quotes.Extractor()

    def rounds(number: int) -> Sequence[list[quotes.Quote]]:
        order = [(number + k) % THREADS for k in range(2)]
        return [extractor.extract(TEXTS[i]) for i in order]

    together = _together(rounds)
    afterwards = [extractor.extract(text) for text in TEXTS]
    engine._analyser.cache_clear()
    alone = [extractor.extract(text) for text in TEXTS]

    assert afterwards == alone
    assert together == [[alone[n], alone[(n + 1) % THREADS]] for n in range(THREADS)]


@pytest.mark.usefixtures("cold")
def test_threads_that_come_first_load_one_set_of_models(monkeypatch: pytest.MonkeyPatch) -> None:
    loads = []

    def load(package: object) -> object:
        loads.append(package)
        time.sleep(0.05)  # the others come meanwhile
        return object()

    monkeypatch.setattr(models, "load", load)

    found = _together(lambda _: engine.analyser("bundled")._models)

    assert loads == [find("bundled")]
    assert len(set(map(id, found))) == 1


def test_torch_has_as_many_threads_after_overlapping_work_as_before() -> None:
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(3)
    entered, left = threading.Event(), threading.Event()

    def inner() -> int:
        with inference():
            entered.set()
            left.wait(10)
            return int(torch.get_num_threads())

    try:
        with ThreadPoolExecutor(1) as pool:
            with inference():
                other = pool.submit(inner)
                entered.wait(10)
            left.set()
            assert other.result() == 1
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(torch.get_num_threads).result() == 3
        assert torch.get_num_threads() == 3
    finally:
        torch.set_num_threads(before)
