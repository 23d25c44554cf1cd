"""Extract and join with several processes, through the public interface alone."""

from __future__ import annotations

import concurrent.futures
import functools
import multiprocessing
import pathlib
import sys
from collections.abc import Iterator, Sequence

import attrs

import quotes
from quotes import Article, Kind, Quote, Utterance
from tests.gate import scorers
from tests.gate.corpora import Task

Cases = scorers.Scores


@attrs.frozen
class Done:
    """What came of a task: for each article its quotes of all kinds, or the name of an error."""

    task: Task
    quotes: tuple[tuple[Quote, ...] | str, ...]
    utterances: tuple[Utterance, ...] | str | None = None


def speech(found: Sequence[Quote]) -> list[Quote]:
    """The quotes that `extract` gives by default."""
    return [quote for quote in found if quote.kind is not Kind.OTHER]


def done(
    tasks: Sequence[Task], workers: int, scoring: pathlib.Path | None
) -> tuple[list[Done], Cases]:
    """What comes of the tasks, in their order; of the cases (a folder `shared`) their scores."""
    largest = sorted(tasks, key=lambda t: -sum(len(a.text) for a in t.articles))
    spawn = multiprocessing.get_context("spawn")  # torch does not survive a fork
    with concurrent.futures.ProcessPoolExecutor(workers, spawn, _one_thread) as pool:
        cases = pool.submit(scorers.cases, scoring) if scoring else None
        futures = {task: pool.submit(do, task) for task in largest}
        for n, _ in enumerate(concurrent.futures.as_completed(futures.values()), 1):
            if sys.stderr.isatty():
                print(f"\r{n} of {len(futures)} batches", end="\r", file=sys.stderr, flush=True)
        return [futures[task].result() for task in tasks], cases.result() if cases else {}


def _one_thread() -> None:
    import torch

    torch.set_num_threads(1)


@functools.cache
def _extractor() -> quotes.Extractor:
    return quotes.Extractor(kinds=list(Kind))


def do(task: Task) -> Done:
    """Extract a task's quotes and, of a group, join them."""
    try:
        rows: list[tuple[Quote, ...] | str] = [
            tuple(row) for row in _extractor().extract_many(task.articles)
        ]
    except Exception:  # one article brought the batch down: which one is told below
        rows = [_alone(article) for article in task.articles]
    if task.group is None:
        return Done(task, tuple(rows))
    return Done(task, tuple(rows), _joined(task.articles, rows))


def _alone(article: Article) -> tuple[Quote, ...] | str:
    try:
        return tuple(_extractor().extract(article))
    except Exception as error:  # every article has an entry: this one says what it ends with
        return type(error).__name__


def _joined(
    articles: Sequence[Article], rows: Sequence[tuple[Quote, ...] | str]
) -> tuple[Utterance, ...] | str:
    sound: Iterator[tuple[Article, list[Quote]]] = (
        (article, speech(row))
        for article, row in zip(articles, rows, strict=True)
        if not isinstance(row, str)
    )
    kept = list(sound)
    try:
        return tuple(quotes.normalise([a for a, _ in kept], quotes=[row for _, row in kept]))
    except Exception as error:
        return type(error).__name__
