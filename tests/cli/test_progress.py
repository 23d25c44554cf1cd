"""The bar on standard error (`quotes/cli/progress.py`)."""

from __future__ import annotations

import logging

import pytest

from quotes.cli.progress import shown
from quotes.training.progress import counted

CLEARED = "\r\x1b[K"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard error is a terminal."""
    monkeypatch.setattr("quotes.cli.progress._redrawn", lambda: True)


@pytest.mark.usefixtures("terminal")
def test_a_bar_in_a_terminal_is_redrawn_in_its_line_and_stays_when_it_is_full(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with shown() as bar:
        bar("articles", 1, 4)
        bar("articles", 4, 4)

    first, last = capsys.readouterr().err.split(CLEARED)[1:]
    assert first.startswith("articles [#######-----------------------] 1/4")
    assert last == f"articles [{'#' * 30}] 4/4\n"


def test_where_there_is_no_terminal_each_thing_has_one_line_when_it_is_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with shown() as bar:
        assert list(counted("abc", 3, "articles", bar)) == ["a", "b", "c"]

    assert capsys.readouterr().err == "articles: 3 of 3\n"


@pytest.mark.usefixtures("terminal")
def test_what_the_library_logs_meanwhile_takes_the_line_of_the_bar(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log = logging.getLogger("quotes.training")
    with shown() as bar:
        bar("articles", 1, 4)
        log.info("one left out")
    log.info("too late")

    told = capsys.readouterr().err
    assert told.endswith(f"{CLEARED}one left out\n")
    assert "too late" not in told
