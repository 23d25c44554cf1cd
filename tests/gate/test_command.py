"""The command compares, fails, accepts (`tests/gate/__main__.py`); no models run here."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Sequence

import pytest

from quotes import Article, Kind, Method, Quote, Span, Unresolved
from tests.gate import work
from tests.gate.__main__ import main
from tests.gate.corpora import Task
from tests.gate.scorers import Scores
from tests.gate.work import Done

Gate = Callable[..., int]
_SCORES: Scores = {"cases": {"weighted total": 0.5}}


def _quote(text: str, kind: Kind) -> Quote:
    span = Span(0, 5, text[:5])
    return Quote(
        "q1", None, kind, span.text, (span,), (span,), None, None, None, None, 1.0, 0.0,
        Method.NONE, Unresolved.NO_SOURCE,
    )  # fmt: skip


@pytest.fixture
def found() -> list[tuple[Kind, Scores]]:
    """What the library is taken to find in every article, and its scores: the last counts."""
    return [(Kind.DIRECT, _SCORES)]


@pytest.fixture
def gate(
    found: list[tuple[Kind, Scores]], tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> Gate:
    (tmp_path / "shared" / "seeds").mkdir(parents=True)
    (tmp_path / "shared" / "seeds" / "one.txt").write_text("Words of others.", encoding="utf8")

    def done(tasks: Sequence[Task], workers: int, scoring: object) -> tuple[list[Done], Scores]:
        kind, scores = found[-1]
        rows = [Done(t, tuple((_quote(a.text, kind),) for a in t.articles)) for t in tasks]
        return rows, {name: dict(row) for name, row in scores.items()} if scoring else {}

    monkeypatch.setattr(work, "done", done)
    places = ["--golden", str(tmp_path / "golden"), "--shared", str(tmp_path / "shared")]
    return lambda *options: main([*places, "--only", "fixtures,seeds,cases", *options])


def test_a_first_run_fails_and_after_it_was_accepted_the_same_run_passes(gate: Gate) -> None:
    assert gate() == 1
    assert gate("--accept") == 0
    assert gate() == 0


def test_a_changed_quote_fails_and_is_shown_in_words(
    gate: Gate, found: list[tuple[Kind, Scores]], capsys: pytest.CaptureFixture[str]
) -> None:
    gate("--accept")
    found.append((Kind.MIXED, _SCORES))
    capsys.readouterr()

    assert gate("--all") == 1

    told = capsys.readouterr().out
    assert "seeds/one at 0, mixed\n     Words\n     kind:\n     - direct\n     + mixed" in told


def test_a_score_below_its_floor_fails_and_is_not_accepted(
    gate: Gate, found: list[tuple[Kind, Scores]], tmp_path: pathlib.Path
) -> None:
    gate("--accept")
    found.append((Kind.MIXED, {"cases": {"weighted total": 0.4}}))
    before = (tmp_path / "golden" / "seeds.tsv").read_bytes()

    assert gate() == 1
    assert gate("--accept") == 1

    assert (tmp_path / "golden" / "seeds.tsv").read_bytes() == before
    assert gate("--accept", "--lower-floors") == 0
    assert gate() == 0


def test_a_part_that_was_not_run_keeps_its_golden_output(
    gate: Gate, found: list[tuple[Kind, Scores]], tmp_path: pathlib.Path
) -> None:
    gate("--accept")
    found.append((Kind.MIXED, {"cases": {"weighted total": 0.4}}))

    assert gate("--accept", "--only", "seeds") == 0

    assert gate("--only", "seeds") == 0
    assert gate("--only", "fixtures") == 1


def test_without_development_data_the_fixtures_alone_are_compared(
    gate: Gate, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gate("--accept")
    capsys.readouterr()
    there = ["--golden", str(tmp_path / "golden"), "--shared", str(tmp_path / "nowhere")]

    assert main(there) == 0

    told = capsys.readouterr().out
    assert told.startswith("gate: fixtures ")
    assert "left out (" in told
    assert "seeds, polnear" in told


def test_data_that_is_there_in_part_only_is_an_error(tmp_path: pathlib.Path) -> None:
    (tmp_path / "shared").mkdir()

    assert main(["--shared", str(tmp_path / "shared"), "--golden", str(tmp_path)]) == 2


def test_an_article_that_raises_has_an_entry_and_the_others_their_quotes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Broken:
        def extract_many(self, articles: Sequence[Article]) -> list[list[Quote]]:
            return [self.extract(article) for article in articles]

        def extract(self, article: Article) -> list[Quote]:
            if article.text == "Crash.":
                raise IndexError
            return [_quote(article.text, Kind.DIRECT)]

    monkeypatch.setattr(work, "_extractor", Broken)
    articles = (Article("Sound."), Article("Crash."))

    result = work.do(Task("news", articles))

    assert result.quotes == ((_quote("Sound.", Kind.DIRECT),), "IndexError")
