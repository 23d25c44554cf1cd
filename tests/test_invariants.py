"""What holds of the quotes of every text, drawn at large; `tests/fuzz` draws many more."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.marks.glyphs import GLYPHS
from tests.fuzz import texts
from tests.fuzz.examining import wrong

MARKS = [*GLYPHS, *"\"\"''“”‘’"]
WORDS = [
    "Ada Marsh",
    "she",
    "the mayor",
    "said",
    "told",
    "that",
    "which",
    "a",
    "road",
    "late",
    "is",
]
STOPS = [".", ",", ":", "—", "?", " ", " ", " ", "\n"]
LINE_ENDS = ["\n", "\n\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]
ODD = [
    "\x00", "\x1b[31m", "\x7f", "\ud800", "\udc00", "\u0301", "\u00ad", "\u200b", "\U0001f600",
    "\u200e", "\u200f", "\u061c", "\u202a", "\u202e", "\u202c", "\u2066", "\u2069", "\ufeff",
]  # fmt: skip
SCRIPTS = [
    "мэр сказал", "«Да», —", "市長は言った", "「はい」", "『え』", "قال العمدة",
    "«نعم»", "महापौर ने कहा",
    "ο δήμαρχος είπε", "der Bürgermeister sagte", "„Ja“", "le maire a dit",
    "« Oui »", "시장은 말했다",
]  # fmt: skip


def heap(*kinds: list[str], most: int = 40) -> st.SearchStrategy[str]:
    """Pieces of all these kinds, joined."""
    pieces = st.sampled_from([piece for kind in kinds for piece in kind])
    return st.lists(pieces, max_size=most).map("".join)


def nest(depth: int, signs: str, words: str) -> str:
    """Words between so many marks; `signs` are pairs of them."""
    pairs = [signs[i : i + 2] for i in range(0, len(signs), 2)]
    opened = "".join(f"{pairs[i % len(pairs)][0]}{words} " for i in range(depth))
    closed = "".join(f" {words}{pairs[i % len(pairs)][1]}" for i in reversed(range(depth)))
    return f"He said: {opened}{closed} and left."


STRATEGIES = {
    "changed articles": st.binary(min_size=2, max_size=40).map(texts.changed),
    "a heap of marks": heap(MARKS, STOPS, most=60),
    "marks and words": heap(MARKS, WORDS, STOPS, most=60),
    "nests": st.builds(
        nest,
        st.integers(1, 12),
        st.sampled_from(["“”‘’", "\"\"''", "«»“”", "„“‚‘", "「」『』", "“”"]),
        st.sampled_from(["yes", "it is late", "Ada said", "."]),
    ),
    "line ends": heap(LINE_ENDS, MARKS, WORDS, STOPS),
    "odd characters": heap(ODD, MARKS, WORDS, STOPS),
    "other scripts": heap(SCRIPTS, MARKS, WORDS, STOPS),
    "any characters": st.text(st.characters(exclude_categories=[]), max_size=60),
}


@pytest.mark.parametrize("strategy", STRATEGIES.values(), ids=STRATEGIES.keys())
def test_whatever_the_analysis_says_quotes_are_sound_and_the_same_again(
    strategy: st.SearchStrategy[str],
) -> None:
    @settings(max_examples=60, deadline=None, derandomize=True, database=None)
    @given(strategy)
    def examined(text: str) -> None:
        assert wrong(text, models=False, again=True) == []

    examined()


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
@pytest.mark.parametrize("strategy", STRATEGIES.values(), ids=STRATEGIES.keys())
def test_as_the_models_read_it_quotes_are_sound_and_the_same_in_any_batch(
    strategy: st.SearchStrategy[str],
) -> None:
    @settings(max_examples=8, deadline=None, derandomize=True, database=None)
    @given(strategy)
    def examined(text: str) -> None:
        assert wrong(text, models=True, again=True) == []

    examined()


FOUND = {
    "a relative clause runs to the end": "It was Varley who said “it will last”, which is well.",
    "nothing behind a relative pronoun": "who said Hale,that",
    "two relative clauses": "He thanked Ada Marsh, who warned nobody, who then ran off.",
    "two quotes reach for one fragment": "“We left,” Board Hale said: “mayor”“It rained” said Jr.",
    "one stretch, two quotes": '– he told the crew‘ – the mayor wrote – "we wait for hours”',
    "a paragraph in single marks is run on over": "She said: “The wall.\n‘Tom’\nIt fell.” He left.",
    "a single pair around a stray mark": "He called it “big\n‘Tom”’ and left.",
    "a mark opens the article, before a call": '„wh"called it\nr',
    "a sentence between two others": "“.“we said“Lowmere”saidQ “.Harbour",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND.keys())
@pytest.mark.parametrize("models", [False, pytest.param(True, marks=pytest.mark.models)])
def test_what_once_broke_the_library_stays_sound(text: str, models: bool) -> None:
    assert wrong(text, models=models, again=True) == []
