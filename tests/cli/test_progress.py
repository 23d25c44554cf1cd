"""The bar on standard error (`quotes/cli/progress.py`)."""

from __future__ import annotations

import logging

import pytest

from quotes.cli.progress import followed, shown, waiting
from quotes.cli.shared import tell
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


@pytest.mark.usefixtures("terminal")
def test_articles_in_a_terminal_are_followed_with_their_rate_and_the_time_left(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("COLUMNS", "100")

    for item in followed("abcd", 4):
        if item == "b":
            tell("one cannot be read")

    told = capsys.readouterr()
    assert "4/4" in told.err
    assert "a second," in told.err
    assert "left" in told.err
    assert "\nquotes: one cannot be read\n" in told.err.replace("\x1b[2K", "\n")
    assert told.out == ""


@pytest.mark.parametrize("total", [1, 2, None])
def test_without_a_terminal_nothing_is_told_of_articles(
    capsys: pytest.CaptureFixture[str], total: int | None
) -> None:
    with waiting("comparing"):
        assert list(followed("ab", total)) == ["a", "b"]

    assert capsys.readouterr() == ("", "")
