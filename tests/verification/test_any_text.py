"""What holds for all words and all texts, sensible or not."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

import quotes
from quotes.errors import InputError
from quotes.types import Span
from quotes.verification.words import words_of

WORDS = [
    "the", "harbour", "wall", "stands", "don’t", "U.S.", "café", "900", "4.5", "$", "“", "”", "‘",
    "’", '"', "'", "[", "]", "(", "…", ". . .", "...", ".", ",", "?", "said", "Ines", "–", "-",
    "\n", "\n\n", "\u00a0", "[W]e", "go[es]", "港", "\u00ad", "\ud800", "\0", "🌊", "Mr.", "“We",
    "wall,”", "she", "said,", "har-\nbour", "gate-", "not", "&rsquo;", "&amp;", "<p>", "</i>",
]  # fmt: skip
prose = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
tight = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)
anything = st.text(st.characters(exclude_categories=()), max_size=60)
texts = prose | tight | anything
VARIANTS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "—", "\u00a0": " "})


def check(words: str, text: str, found: quotes.Verification) -> None:
    for place in found.places:
        assert place.spans
        for span in place.spans:
            stands(span, text)
        assert [s.start for s in place.spans] == sorted(s.start for s in place.spans)
        for difference in place.differences:
            assert difference.given or difference.original
            if difference.given:
                stands(difference.given, words)
            if difference.original:
                stands(difference.original, text)
    assert bool(found) == found.verified == (found.status in ("exact", "folded"))
    assert (found.status == "absent") == (not found.places)


def stands(span: Span, text: str) -> None:
    assert text[span.start : span.end] == span.text
    assert span.text


@settings(deadline=None)
@given(texts, texts)
def test_whatever_comes_in_the_result_is_sound(words: str, text: str) -> None:
    try:
        found = quotes.verify(words, text)
    except InputError:
        return

    check(words, text, found)
    assert found == quotes.verify(words, text)


@settings(deadline=None)
@given(texts, st.data())
def test_every_run_of_words_of_a_text_is_found_where_it_stands(
    text: str, data: st.DataObject
) -> None:
    words = words_of(text)
    if not len(words):
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = words.starts[first], words.ends[last]

    try:
        found = quotes.verify(text[start:end], text)
    except InputError:
        return

    check(text[start:end], text, found)
    assert found.status == "exact"
    assert (Span(start, end, text[start:end]),) in [place.spans for place in found.places]


@settings(deadline=None)
@given(prose, st.data())
def test_typography_never_makes_words_unverified(text: str, data: st.DataObject) -> None:
    words = words_of(text)
    if not len(words):
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    piece = text[words.starts[first] : words.ends[last]]

    try:
        found = quotes.verify(piece.translate(VARIANTS).replace(" ", "\n"), text)
    except InputError:
        return

    check(piece.translate(VARIANTS).replace(" ", "\n"), text, found)
    assert found.verified


def test_no_model_and_nothing_heavy_is_loaded() -> None:
    code = (
        "import quotes, sys; assert quotes.verify('go', '“We go,” she said.')\n"
        "sys.exit(len({'torch', 'stanza', 'numpy'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
