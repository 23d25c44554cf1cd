"""Where a written word is cut into a word and its clitic."""

from __future__ import annotations

import pytest

from quotes.language import clitics


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("can't", ("ca", "n't")),
        ("Don't", ("Do", "n't")),
        ("Fenn's", ("Fenn", "'s")),
        ("builders'", ("builders", "'")),
        ("we're", ("we", "'re")),
        ("they've", ("they", "'ve")),
        ("she'll", ("she", "'ll")),
        ("he'd", ("he", "'d")),
        ("I'm", ("I", "'m")),
        ("WE'RE", ("WE", "'RE")),
        ("O'Hara's", ("O'Hara", "'s")),
        # No clitic: a name, a form of address, a decade, a word of two letters, no apostrophe.
        ("O'Hara", ("O'Hara", "")),
        ("ma'am", ("ma'am", "")),
        ("'90s", ("'90s", "")),
        ("'s", ("'s", "")),
        ("o'", ("o'", "")),
        ("bridge", ("bridge", "")),
        # Not after an s: a mark that closes a quotation, no possessive.
        ("wall'", ("wall'", "")),
    ],
)
def test_a_clitic_is_cut_off_and_all_else_stays_whole(word: str, parts: tuple[str, str]) -> None:
    cut = clitics.split(word)

    assert (word[:cut], word[cut:]) == parts


@pytest.mark.parametrize("word", ["", "'", "''", "'''", "n't", "'" * 10_000, "a'" * 10_000])
def test_odd_words_have_a_part_before_the_cut_unless_they_are_empty(word: str) -> None:
    assert min(1, len(word)) <= clitics.split(word) <= len(word)
