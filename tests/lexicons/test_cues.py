"""The lexicon of cues: a reviewed list, and how a word finds its entry."""

from __future__ import annotations

import pathlib

import pytest

from quotes.lexicons import cues
from quotes.lexicons.cues import CueClass, cue_class, cue_lemma


def _rows() -> list[tuple[str, str]]:
    lines = (pathlib.Path(cues.__file__).parent / "cues.tsv").read_text(encoding="utf8").split("\n")
    assert lines[-1] == ""
    rows = [line.split("\t") for line in lines[:-1] if not line.startswith("#")]
    return [(lemma, name) for lemma, name in rows]


def test_the_file_says_where_its_entries_come_from() -> None:
    text = (pathlib.Path(cues.__file__).parent / "cues.tsv").read_text(encoding="utf8")

    assert text.startswith("#")
    assert "Source:" in text.split("\n\n")[0]


def test_entries_are_sorted_and_unique() -> None:
    assert _rows() == sorted(set(_rows()))


def test_entries_are_lower_case_words_without_white_space_at_the_ends() -> None:
    assert [lemma for lemma, _ in _rows() if lemma != lemma.strip().lower() or not lemma] == []


def test_every_class_is_known_and_used() -> None:
    assert {name for _, name in _rows()} <= set(CueClass)
    assert {CueClass.REPORT, CueClass.ATTITUDE, CueClass.NOUN} <= {CueClass(n) for _, n in _rows()}


def test_an_entry_has_one_class_as_a_verb_and_one_as_a_noun_at_most() -> None:
    keys = [(lemma, name == CueClass.NOUN) for lemma, name in _rows()]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("lemma", "noun", "expected"),
    [
        ("say", False, CueClass.REPORT),
        ("tell", False, CueClass.REPORT),
        ("want", False, CueClass.ATTITUDE),
        ("statement", True, CueClass.NOUN),
        ("statement", False, None),
        ("say", True, None),
        ("according", False, CueClass.PREPOSITION),
        ("close", False, None),
        ("", False, None),
    ],
)
def test_a_lemma_has_a_class_as_a_verb_or_as_a_noun(
    lemma: str, noun: bool, expected: CueClass | None
) -> None:
    assert cue_class(lemma, noun=noun) is expected


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("contended", "contend"),
        ("contending", "contend"),
        ("criticised", "criticise"),
        ("quipped", "quip"),
        ("quipping", "quip"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("opines", "opine"),
        ("opining", "opine"),
        ("stresses", "stress"),
        ("mused", "muse"),
        ("avers", "aver"),
        ("averred", "aver"),
    ],
)
def test_a_form_that_the_lemmatiser_left_as_it_stands_finds_its_cue(word: str, lemma: str) -> None:
    assert cue_lemma(word, word) == lemma


def test_a_lemma_that_is_a_cue_is_kept() -> None:
    assert cue_lemma("said", "say") == "say"
    assert cue_lemma("statements", "statement") == "statement"


@pytest.mark.parametrize("word", ["closed", "bridges", "red", "sing", "s", "ed", "", "as", "thing"])
def test_a_word_that_leads_to_no_cue_keeps_its_lemma(word: str) -> None:
    assert cue_lemma(word, "kept") == "kept"
