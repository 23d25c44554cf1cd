"""Options that a command cannot take are told in one line, with status 2."""

from __future__ import annotations

import pathlib

import pytest

from tests.cli.running import run


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("extract", "--min-confidence", 7), "--min-confidence: expected a number from 0 to 1"),
        (("extract", "--kinds", "loud"), "--kind: expected any of direct, mixed, indirect, other"),
        (("extract", "--kinds", ""), "--kind: expected any of direct, mixed, indirect, other"),
        (("extract", "--models", "nowhere"), "--models: expected 'bundled', 'stanza' or a stanza"),
        (("normalise", "--threshold", 7), "--threshold: expected a number of 1.0 or less"),
        (("extract", "--workers", "few"), "--workers: expected a whole number, not 'few'"),
        (("extract", "--workers", 0), "--workers: expected a number of 1 or more, not '0'"),
        (("extract", "--format", "xml"), "--format: expected one of table, parquet, csv, jsonl, "),
        (("extract", "--encoding", "klingon"), "--encoding: expected the name of an encoding"),
        (("extract", "--speaker", "!"), "--speaker: expected a name"),
        (("extract", "--loud"), "no such option: --loud; see python -m quotes extract --help"),
        (
            ("normalise", "--models", "nowhere"),
            "--models: expected 'bundled', 'stanza' or a stanza",
        ),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_a_wrong_call_is_told_in_one_line(
    article: pathlib.Path, words: tuple[object, ...], complaint: str
) -> None:
    result = run(*words, article)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"quotes: {complaint}")
    assert result.stderr.count("\n") == 1
