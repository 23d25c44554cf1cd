"""Words that a line end broke, and mark-up that was left in a text."""

from __future__ import annotations

import pickle

import pytest

import quotes
from quotes import VerificationWarning

BROKEN = [
    ("the council was right", "the coun-\ncil was right"),
    ("the council was right", "the coun- cil was right"),
    ("the council was right", "the coun\u00ad\r\ncil was right"),
    ("the council was right", "the coun‐\n   cil was right"),
    ("the coun-\ncil was right", "the council was right"),
    ("the long-term plan", "the long-\nterm plan"),
    ("the long term plan", "the long-\nterm plan"),
    ("the long-\nterm plan", "the long-term plan"),
    ("the long-term council", "the long-\nterm coun-\ncil"),
    ("the council’s plan", "the coun-\ncil’s plan"),
    ("pre- and post-war walls", "pre- and post-war walls"),
]


@pytest.mark.parametrize(("words", "said"), BROKEN)
def test_a_word_broken_over_a_line_end_is_the_whole_word(words: str, said: str) -> None:
    text = f"The memo says “{said}”, no more."

    found = quotes.verify(words, text)

    assert found.verified
    assert [text[s.start : s.end] for s in found.spans] == [said]


def test_a_broken_word_that_is_another_word_is_not_the_same() -> None:
    assert not quotes.verify("the counsel was right", "“the coun-\ncil was right”")


def test_a_broken_word_with_brackets_in_it_is_looked_for_as_it_stands() -> None:
    assert quotes.verify("gate-\ngo[es]", "gate- go[es]").verified
    assert not quotes.verify("gate-\ngo[es]", "gatego")


def test_every_place_of_a_word_is_given_broken_or_not() -> None:
    text = "The council met. The coun-\ncil met again."

    places = quotes.verify("The council met", text).places

    assert [place.spans[0].text for place in places] == ["The council met", "The coun-\ncil met"]


def test_a_hyphen_behind_a_word_may_be_a_pause() -> None:
    assert quotes.verify("the wall, which stands", "the wall- which stands")


MARKUP = [
    ("I don’t know", "I don&rsquo;t know", "I don&rsquo;t know"),
    ("I don’t know", "I don&amp;#8217;t know", "I don&amp;#8217;t know"),
    ("Ash & Orrin", "Ash &amp; Orrin", "Ash &amp; Orrin"),
    ("the café", "the caf&eacute;", "the caf&eacute;"),
    ("Étienne knows", "&Eacute;tienne knows", "&Eacute;tienne knows"),
    ("We will go", "We <b>will</b> go", "We <b>will</b> go"),
    ("We will go", "<p class='x'>We will<br/>go</p>", "We will<br/>go"),
    ("We go … they stay", "We go &hellip; they stay", "We go &hellip; they stay"),
]


@pytest.mark.parametrize(("words", "text", "place"), MARKUP)
def test_words_are_found_through_mark_up_and_the_result_warns(
    words: str, text: str, place: str
) -> None:
    found = quotes.verify(words, text)

    assert found.status == "folded"
    assert [span.text for span in found.spans] == [place]
    assert found.warnings


def test_the_warnings_say_what_was_left_in_the_text() -> None:
    assert quotes.verify("go", "I go &amp; stay").warnings == (VerificationWarning.ENTITIES,)
    assert quotes.verify("go", "<p>I go").warnings == (VerificationWarning.TAGS,)
    assert quotes.verify("go", "<i>go</i>&nbsp;").warnings == (
        VerificationWarning.ENTITIES,
        VerificationWarning.TAGS,
    )


@pytest.mark.parametrize("text", ["a < b > c go", "<inaudible> go", "R&D; go &c; go", "go &#; <>"])
def test_what_only_looks_like_mark_up_is_text(text: str) -> None:
    assert quotes.verify("go", text).warnings == ()


def test_words_with_mark_up_are_exact_as_they_stand() -> None:
    assert quotes.verify("Ash &amp; Orrin", "said Ash &amp; Orrin").status == "exact"


def test_quotation_marks_written_as_entities_are_marks() -> None:
    text = "&ldquo;We go,&rdquo; she said, &ldquo;and we pay.&rdquo;"

    found = quotes.verify("We go and we pay", text)

    assert (found.status, found.marking) == ("folded", "whole")


def test_a_verifier_answers_as_the_function_does() -> None:
    text = "“We built the wall for a hundred winters,” said Ines Varley."
    verifier = quotes.Verifier(quotes.Article(text, id="tidings-4"))

    for words in ("the wall", "The Wall", "We built the gates for a hundred winters", "heron"):
        assert verifier.verify(words) == quotes.verify(words, verifier.article)
        assert pickle.loads(pickle.dumps(verifier)).verify(words) == verifier.verify(words)


def test_a_verifier_needs_an_article() -> None:
    with pytest.raises(quotes.InputError, match="article: expected str or Article"):
        quotes.Verifier(7)  # type: ignore[arg-type]
