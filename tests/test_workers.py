"""Work that several processes share (`quotes/workers.py`, `quotes/worker_process.py`)."""

from __future__ import annotations

import os
import pathlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import pytest

import quotes
from quotes import workers
from quotes.errors import InputError, OptionError, QuotesError
from quotes.workers import shared
from tests import working

ROOT = pathlib.Path(__file__).parent.parent
_T = TypeVar("_T")
TEXTS = [
    f"“Road {n} is closed,” said Ada Marsh, the mayor. Bo Lee told her that it was “late”."
    for n in range(40)
]
SLEEPERS = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
from quotes.workers import shared
from tests.working import sign_and_sleep
list(shared(sign_and_sleep, [[{folder!r}]] * 9, 2, lost=lambda thing, error: None))
"""
COPIED = """
import os, time
from quotes.workers import shared
from tests.working import sign_and_sleep
def batches():
    yield [{folder!r}]
    yield [{folder!r}]
    child = os.fork()
    if not child:
        time.sleep(60)
        os._exit(0)
    print(child, flush=True)
    yield [{folder!r}]
list(shared(sign_and_sleep, batches(), 2, lost=lambda thing, error: None))
"""
forks = pytest.mark.skipif(not workers.FORKS, reason="workers are not forked on this system")


def lost(thing: object, error: Exception) -> tuple[str, object]:
    return "lost", thing


def kept(thing: _T, error: Exception) -> _T:
    pytest.fail(f"{thing} was lost: {error}")


def eventually(holds: Callable[[], bool], seconds: float) -> bool:
    """Whether something comes to hold before so many seconds are over."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def running(process: int) -> bool:
    """Whether there is such a process (a zombie is not one)."""
    try:
        state = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@pytest.fixture
def sleepers(tmp_path: pathlib.Path) -> Iterator[tuple[subprocess.Popen[bytes], list[int]]]:
    """A process that waits for its two workers, which sleep, and the numbers of those."""
    code = SLEEPERS.format(folder=str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE) as parent:
        try:
            assert eventually(lambda: len(list(tmp_path.iterdir())) == 2, 30)
            yield parent, [int(file.name) for file in tmp_path.iterdir()]
        finally:
            parent.kill()


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_several_processes_give_what_one_gives_in_the_same_order() -> None:
    articles = [quotes.Article(text, id=str(n)) for n, text in enumerate(TEXTS)]

    alone = list(quotes.extract_many(articles))
    together = list(quotes.extract_many(iter(articles), workers=2))

    assert together == alone
    assert [row[0].article_id for row in together] == [a.id for a in articles]


@pytest.mark.parametrize("forked", [pytest.param(True, marks=forks), False])
def test_results_are_in_the_order_of_the_batches(
    forked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "FORKS", forked)
    batches = [[n, str(n)] for n in range(20)]

    assert list(shared(working.echo, batches, 2, lost=kept)) == batches


def test_batches_are_taken_only_a_few_ahead() -> None:
    taken = []

    def batches() -> Iterator[list[int]]:
        for n in range(1000):
            taken.append(n)
            yield [n]

    answers = shared(working.echo, batches(), 2, lost=kept)

    assert [next(answers), next(answers)] == [[0], [1]]
    assert len(taken) <= 10
    before = len(taken)
    answers.close()
    assert len(taken) == before


@forks
def test_what_workers_need_is_loaded_once_for_all_of_them(tmp_path: pathlib.Path) -> None:
    found = shared(
        working.process, [[0]] * 40, 2, lost=kept, prepare=Signs(str(tmp_path / "signatures"))
    )

    processes = {row[0] for row in found}
    signatures = (tmp_path / "signatures").read_text().split()

    assert len(signatures) == 1
    assert int(signatures[0]) not in processes


class Signs:
    """Called, it adds the number of the process to a file."""

    def __init__(self, file: str) -> None:
        self.file = file

    def __call__(self) -> None:
        with open(self.file, "a", encoding="utf8") as file:
            file.write(f"{os.getpid()}\n")


@forks
def test_a_script_needs_no_guard_to_ask_for_workers(tmp_path: pathlib.Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "print('runs')\n"
        "from quotes.workers import shared\n"
        "print(list(shared(sorted, [[2, 1]], 2, lost=None)))\n"
    )

    done = subprocess.run(
        [sys.executable, script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.stderr) == ("runs\n[[1, 2]]\n", "")


@forks
def test_a_parent_that_is_killed_leaves_no_worker_behind(
    sleepers: tuple[subprocess.Popen[bytes], list[int]],
) -> None:
    parent, processes = sleepers
    assert all(map(running, processes))

    parent.send_signal(signal.SIGKILL)

    assert eventually(lambda: not any(map(running, processes)), 5)


@forks
def test_workers_of_a_killed_parent_end_even_if_a_child_of_it_holds_their_connections(
    tmp_path: pathlib.Path,
) -> None:
    code = COPIED.format(folder=str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        try:
            assert eventually(lambda: len(list(tmp_path.iterdir())) == 2, 30)
            processes = [int(file.name) for file in tmp_path.iterdir()]

            parent.kill()

            assert eventually(lambda: not any(map(running, processes)), 5)
        finally:
            parent.kill()
            os.kill(child, signal.SIGKILL)


@forks
def test_an_interrupt_ends_the_work_at_once(
    sleepers: tuple[subprocess.Popen[bytes], list[int]],
) -> None:
    parent, processes = sleepers

    for process in (parent.pid, *processes):  # as a terminal does
        os.kill(process, signal.SIGINT)
    _, errors = parent.communicate(timeout=10)

    assert errors.rstrip().endswith(b"KeyboardInterrupt")
    assert errors.count(b"Traceback") == 1
    assert eventually(lambda: not any(map(running, processes)), 5)


@forks
def test_an_iterator_that_is_left_early_ends_its_workers(tmp_path: pathlib.Path) -> None:
    answers = shared(working.process, [[0]] * 9, 2, lost=kept)
    (first,) = next(answers)
    assert running(first)

    answers.close()

    assert eventually(lambda: not running(first), 5)


def test_a_worker_that_dies_has_its_batch_done_once_more(tmp_path: pathlib.Path) -> None:
    batches = [[str(tmp_path / str(n))] for n in range(4)]

    assert list(shared(working.die_once, batches, 2, lost=kept)) == batches


def test_of_a_batch_that_workers_die_of_only_the_deadly_thing_is_lost() -> None:
    batches = [["a"], ["b", working.DEATH, "c"], ["d"], [working.DEATH], ["e"]]

    found = list(shared(working.echo_unless_deadly, batches, 2, lost=lost))

    gone = ("lost", working.DEATH)
    assert found == [["a"], ["b", gone, "c"], ["d"], [gone], ["e"]]


def test_a_thing_that_cannot_be_sent_is_lost_and_takes_no_other_along() -> None:
    unsendable = lambda: None  # noqa: E731

    found = list(shared(working.echo, [[1, unsendable, 2], [3]], 2, lost=lost))

    assert found == [[1, ("lost", unsendable), 2], [3]]


@pytest.mark.parametrize("forked", [pytest.param(True, marks=forks), False])
def test_workers_that_cannot_start_are_an_error_that_says_so(
    forked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "FORKS", forked)

    with pytest.raises(QuotesError, match="workers: a worker process exited before it could start"):
        list(shared(working.echo, [[1]], 2, lost=kept, prepare=working.die))


def test_what_goes_wrong_in_loading_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        list(shared(working.echo, [[1]], 2, lost=kept, prepare=Divides()))


class Divides:
    """Called, it fails."""

    def __call__(self) -> None:
        _ = 1 / 0


def test_what_the_input_raises_comes_after_all_results_before_it() -> None:
    def batches() -> Iterator[list[int]]:
        yield [1]
        yield [2]
        raise KeyError("no more")

    answers = shared(working.echo, batches(), 2, lost=kept)

    assert [next(answers), next(answers)] == [[1], [2]]
    with pytest.raises(KeyError, match="no more"):
        next(answers)


def test_an_article_that_is_none_is_refused_in_its_turn() -> None:
    def articles() -> Iterator[object]:
        yield from ("Rain.", b"Rain.")

    found = working.StandIn().extract_many(articles(), workers=2)  # type: ignore[arg-type]

    assert next(found) == []
    with pytest.raises(InputError, match="bytes"):
        next(found)


def test_with_workers_only_the_article_at_fault_is_lost() -> None:
    texts = ["Rain.", working.FAULT, "Wind.", working.DEATH, "Sun."]
    articles = [quotes.Article(text, id=str(n)) for n, text in enumerate(texts)]

    found = list(working.StandIn().extract_many(articles, workers=2, errors="return"))

    errors = {n: row for n, row in enumerate(found) if isinstance(row, quotes.ArticleError)}
    assert {n: error.article_id for n, error in errors.items()} == {1: "1", 3: "3"}
    assert isinstance(errors[1].__cause__, IndexError)
    assert str(errors[1]) == "article '1': IndexError: list index out of range"
    assert "two worker processes exited early" in str(errors[3])
    assert [found[n] for n in (0, 2, 4)] == [[], [], []]


def test_with_workers_an_error_is_raised_after_all_results_before_it() -> None:
    articles: Sequence[str] = ["Rain."] * 20 + [working.FAULT] + ["Rain."] * 20
    found = working.StandIn().extract_many(articles, workers=2)

    assert [next(found) for _ in range(20)] == [[]] * 20
    with pytest.raises(quotes.ArticleError, match="IndexError"):
        next(found)


@pytest.mark.parametrize("count", [0, -1, True, "2", 1.5, None])
def test_what_is_no_number_of_processes_is_refused(count: object) -> None:
    with pytest.raises(OptionError, match="workers: expected a whole number of 1 or more"):
        quotes.extract_many([], workers=count)  # type: ignore[call-overload]
