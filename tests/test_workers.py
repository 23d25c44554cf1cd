"""Work that several processes or threads share (`quotes/workers.py`)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import quotes
from quotes.errors import InputError, OptionError, QuotesError
from quotes.workers import shared

TEXTS = [
    f"“Road {n} is closed,” said Ada Marsh, the mayor. Bo Lee told her that it was “late”."
    for n in range(40)
]


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_several_processes_give_what_one_gives_in_the_same_order() -> None:
    articles = [quotes.Article(text, id=str(n)) for n, text in enumerate(TEXTS)]

    alone = list(quotes.extract_many(articles))
    together = list(quotes.extract_many(iter(articles), workers=2))

    assert together == alone
    assert [row[0].article_id for row in together] == [a.id for a in articles]


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_threads_that_share_an_extractor_get_what_one_gets(extractor: quotes.Extractor) -> None:
    alone = [extractor.extract(text) for text in TEXTS]

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(extractor.extract, TEXTS))

    assert together == alone


def test_things_are_taken_only_a_few_ahead() -> None:
    taken = []

    def things() -> Iterator[str]:
        for n in range(100):
            taken.append(n)
            yield "x" * n

    answers = shared(len, things(), 2)

    assert [next(answers), next(answers)] == [0, 1]
    assert len(taken) == 5
    answers.close()  # type: ignore[attr-defined]
    assert len(taken) == 5


def test_an_article_that_is_none_is_refused_in_its_turn() -> None:
    def articles() -> Iterator[object]:
        yield from ([b"Rain."])

    with pytest.raises(InputError, match="bytes"):
        list(quotes.extract_many(articles(), workers=2))  # type: ignore[arg-type]


@pytest.mark.filterwarnings("default")
def test_a_process_that_dies_is_an_error_that_says_so() -> None:
    with pytest.raises(QuotesError, match="workers: a process ended before its work was done"):
        list(shared(os._exit, [1], 2))


@pytest.mark.parametrize("workers", [0, -1, True, "2", 1.5, None])
def test_what_is_no_number_of_processes_is_refused(workers: object) -> None:
    with pytest.raises(OptionError, match="workers: expected a whole number of 1 or more"):
        quotes.extract_many([], workers=workers)  # type: ignore[arg-type]
