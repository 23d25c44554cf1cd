"""Normalisation among several processes gives what it gives in one."""

from __future__ import annotations

import json
import os
import pathlib
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest

import quotes
from quotes.errors import InputError, OptionError
from quotes.evaluation.retelling import generate
from quotes.export.rows import rows
from quotes.types import Article, Quote
from tests.distributed.in_place import InPlace

pytest.importorskip("dask.dataframe")
distributed = pytest.importorskip("distributed")

from quotes.distributed import normalise  # noqa: E402
from quotes.distributed.articles import (  # noqa: E402
    EXTRACTED,
    flat,
    frame_as,
    frame_of,
    row_of,
)
from quotes.distributed.chains import Edges, large, received, seen_in, sent, small  # noqa: E402
from quotes.distributed.plan import Plan  # noqa: E402
from quotes.distributed.scratch import Scratch  # noqa: E402


def table(
    articles: Sequence[Article], found: Sequence[Sequence[Quote]], partitions: int = 3
) -> Any:
    """Articles and their quotes as `extract` gives them."""
    from dask import dataframe

    listed = [row_of(a, row) for a, row in zip(articles, found, strict=True)]
    return dataframe.from_pandas(frame_of(listed, EXTRACTED), npartitions=partitions)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    settings = {"distributed.comm.timeouts.connect": "60s"}
    import dask

    with (
        dask.config.set(settings),
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address=":0",
            host="127.0.0.1",
        ) as started,
        distributed.Client(started) as client,
    ):
        yield client


def test_two_processes_of_which_one_is_killed_give_the_utterances_of_one(
    cluster: Any, tmp_path: pathlib.Path
) -> None:
    made = generate(200, 4)
    whole = quotes.normalise(made.articles, quotes=made.quotes)
    before = set(cluster.run(os.getpid).values())
    killed = threading.Event()

    def kill() -> None:
        deadline = time.monotonic() + 120
        while not any((tmp_path / "offers").glob("*.arrow")):
            if time.monotonic() > deadline:
                return
            time.sleep(0.002)
        os.kill(min(before), signal.SIGKILL)
        killed.set()

    watching = threading.Thread(target=kill, daemon=True)
    watching.start()
    found = normalise(table(made.articles, made.quotes), tmp_path, parts=4)
    watching.join()

    assert killed.is_set()
    assert list(found) == list(whole)
    cluster.wait_for_workers(2)
    assert set(cluster.run(os.getpid).values()) != before
    got = found.rows.compute().reset_index(drop=True)
    assert got.equals(frame_as(flat(rows(whole))))


def test_the_utterances_are_those_of_one_machine_whatever_is_cut(tmp_path: pathlib.Path) -> None:
    made = generate(500, 3)
    whole = quotes.normalise(made.articles, quotes=made.quotes)

    found = normalise(
        table(made.articles, made.quotes), tmp_path, parts=4, crowd=25, client=InPlace()
    )

    assert list(found) == list(whole)
    assert found.sizes["crowds"] > 0  # keys were cut
    assert found.sizes["crossing-0"] > 0  # and components became one


def test_an_article_that_comes_twice_counts_once(tmp_path: pathlib.Path) -> None:
    made = generate(60, 5)
    bare = [Article(a.text, id=a.id) for a in made.articles[:3]]
    articles, found = [*bare, *made.articles], [*made.quotes[:3], *made.quotes]

    done = normalise(table(articles, found), tmp_path, parts=2, client=InPlace())

    assert list(done) == list(quotes.normalise(articles, quotes=found))
    assert not len(done.errors.compute(scheduler="synchronous"))


def test_an_article_that_cannot_be_used_is_a_row_of_the_errors(tmp_path: pathlib.Path) -> None:
    made = generate(60, 5)
    frame = table(made.articles, made.quotes, 1).compute(scheduler="synchronous")
    frame.loc[1, "quotes"] = "no JSON"
    frame.loc[2, "text"] = "Another text."
    frame.loc[4, ["quotes", "error", "message"]] = [None, "ValueError", "it broke"]
    second = frame.iloc[[3]].assign(text=frame.loc[3, "text"] + " More.")
    from dask import dataframe
    from pandas import concat

    given = dataframe.from_pandas(concat([frame, second], ignore_index=True), npartitions=1)
    kept = [n for n in range(len(made.articles)) if n not in (1, 2, 4)]

    done = normalise(given, tmp_path, client=InPlace())

    errors = done.errors.compute(scheduler="synchronous")
    ids = [made.articles[n].id for n in (1, 2, 4, 3)]
    assert list(zip(errors["id"], errors["error"], strict=True)) == list(
        zip(ids, ["FormatError", "InputError", "ValueError", "InputError"], strict=True)
    )
    whole = quotes.normalise(
        [made.articles[n] for n in kept], quotes=[made.quotes[n] for n in kept]
    )
    assert list(done) == list(whole)


def test_the_tables_tell_what_the_values_do(tmp_path: pathlib.Path) -> None:
    made = generate(60, 5)
    whole = quotes.normalise(made.articles, quotes=made.quotes)

    done = normalise(table(made.articles, made.quotes), tmp_path, client=InPlace())

    told = done.utterances.compute(scheduler="synchronous")
    assert told["id"].tolist() == [utterance.id for utterance in whole]
    assert [json.loads(u) for u in told["utterance"]] == [u.to_dict() for u in whole]


def test_without_quotes_there_are_no_utterances(tmp_path: pathlib.Path) -> None:
    found = normalise(table([Article("Nobody spoke.")], [()], 1), tmp_path, client=InPlace())

    assert list(found) == []
    assert len(found.rows.compute(scheduler="synchronous")) == 0


def test_what_is_no_table_of_extracted_articles_is_refused(tmp_path: pathlib.Path) -> None:
    given = table([Article("Nobody spoke.")], [()], 1)

    with pytest.raises(InputError, match="expected a Dask DataFrame"):
        normalise([], tmp_path)
    with pytest.raises(InputError, match="no column 'quotes'"):
        normalise(given.drop(columns=["quotes"]), tmp_path, client=InPlace())
    with pytest.raises(OptionError, match="threshold"):
        normalise(given, tmp_path, threshold=2, client=InPlace())
    with pytest.raises(OptionError, match="crowd"):
        normalise(given, tmp_path, crowd=0, client=InPlace())
    (tmp_path / "something").touch()
    with pytest.raises(OptionError, match="expected an empty folder"):
        normalise(given, tmp_path, client=InPlace())


@pytest.mark.parametrize("length", [10, 100, 1000])
def test_the_rounds_of_a_chain_grow_with_the_logarithm_of_its_length(
    tmp_path: pathlib.Path, length: int
) -> None:
    rounds, edges = _rounds(tmp_path, length)

    assert rounds <= 2 + np.log2(length)
    assert len(edges) == length - 1
    assert set(edges[:, 1].tolist()) == {0}


def _rounds(folder: pathlib.Path, length: int) -> tuple[int, Edges]:
    """How many rounds a chain takes whose numbers are in no order, and what it is at the end."""
    plan = Plan(Scratch.at(folder), 1, 4, 0.5, 100, 4)
    chain = np.random.RandomState(1).permutation(length)
    numbers = (chain % 4 << 32) | chain // 4
    edges = np.stack([numbers[:-1], numbers[1:]], axis=1)
    for part in range(4):
        sent(plan, "stars-0", part, edges[part::4])
    turn, seen = 0, (0, 0)
    while True:
        for part in range(4):
            large(plan, part, turn)
        now = seen_in([small(plan, part, turn) for part in range(4)])
        turn += 1
        if now == seen:
            break
        seen = now
    both = np.concatenate([received(plan, f"stars-{turn}", part) for part in range(4)])
    return turn, both[both[:, 0] > both[:, 1]]
