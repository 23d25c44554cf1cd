"""What the gate reads: the bundled fixtures, and development data where it is there."""

from __future__ import annotations

import itertools
import json
import pathlib
from collections.abc import Callable, Iterable, Iterator

import attrs

import quotes.testing
from quotes import Article

ROOT = pathlib.Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
_BATCH = 16


@attrs.frozen
class Task:
    """Articles that one process extracts together; of a `group` it also joins the versions."""

    corpus: str
    articles: tuple[Article, ...]
    group: str | None = None


@attrs.frozen
class Corpus:
    """A named set of articles.

    `own`: the words are this project's, so that golden output may quote them.
    """

    name: str
    tasks: tuple[Task, ...]
    own: bool = False

    @property
    def texts(self) -> dict[str, str]:
        """The text of each article by its id."""
        return {str(a.id): a.text for task in self.tasks for a in task.articles}


class MissingData(Exception):
    """A corpus was expected and is not there."""


def read(name: str, shared: pathlib.Path) -> Corpus:
    """Read the corpus of that name, one of `OWN` or `FROM_SHARED`.

    Raises:
        MissingData: its articles are not there.
    """
    if name == OWN:
        return Corpus(OWN, _batches(OWN, _fixtures()), own=True)
    path, reader = FROM_SHARED[name]
    tasks = reader(name, shared / path) if (shared / path).exists() else ()
    if not tasks:
        raise MissingData(f"{name}: no articles in {shared / path}")
    return Corpus(name, tasks)


def _fixtures() -> Iterator[Article]:
    for fixture in quotes.testing.fixtures():
        yield Article(fixture.article.text, id=fixture.name)
    yield _article(ROOT / "fixtures" / "demo.txt")


def _article(file: pathlib.Path) -> Article:
    with file.open(encoding="utf8", newline="") as handle:
        return Article(handle.read(), id=file.stem)


def _batches(corpus: str, articles: Iterable[Article]) -> tuple[Task, ...]:
    """Batches do not depend on the number of processes, nor on which corpora are read."""
    stream = iter(articles)
    batches = iter(lambda: tuple(itertools.islice(stream, _BATCH)), ())
    return tuple(Task(corpus, batch) for batch in batches)


def _plain(corpus: str, folder: pathlib.Path) -> tuple[Task, ...]:
    return _batches(corpus, (_article(file) for file in sorted(folder.glob("*.txt"))))


def _lines(corpus: str, file: pathlib.Path) -> tuple[Task, ...]:
    with file.open(encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    return _batches(corpus, (Article(row["text"], id=row["id"]) for row in rows))


def _groups(corpus: str, folder: pathlib.Path) -> tuple[Task, ...]:
    """A group a task: the articles whose segments are annotated in its gold file."""
    tasks = []
    for file in sorted(folder.glob("*.gold.json")):
        name = file.name.removesuffix(".gold.json")
        gold = json.loads(file.read_text(encoding="utf8"))
        ids = {segment["doc"] for segment in gold["segments"]}
        ids |= {text.stem for text in (folder / "docs").glob(f"{name}_*.txt")}
        articles = tuple(_article(folder / "docs" / f"{doc}.txt") for doc in sorted(ids))
        tasks.append(Task(corpus, articles, group=name))
    return tuple(tasks)


OWN = "fixtures"
FROM_SHARED: dict[str, tuple[str, Callable[[str, pathlib.Path], tuple[Task, ...]]]] = {
    "seeds": ("seeds", _plain),
    "polnear": ("data/polnear/dev.jsonl", _lines),
    "speakers": ("data/gold/speakers", _plain),
    "speakers_train": ("data/gold/speakers_train", _plain),
    "speakers_fresh": ("data/gold/speakers_fresh", _plain),
    "versions": ("data/gold/versions", _groups),
    "versions_fresh": ("data/gold/versions_fresh", _groups),
}
CASES = "cases"
"""Not a corpus: the cases are run by their scorer."""
NAMES = (OWN, *FROM_SHARED, CASES)
