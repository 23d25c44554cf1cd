"""Whatever comes in: a result that is sound, or a `QuotesError` that says what is wrong."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import hypothesis
import pytest
from hypothesis import strategies as st

import quotes
from quotes.errors import InputError, ModelError, OptionError, QuotesError
from quotes.types import Kind, Quote

pytestmark = [pytest.mark.models, pytest.mark.usefixtures("one_thread")]

AssertSound = Callable[[str, Sequence[Quote]], None]

PLAIN = "“The bridge is closed,” said Ada Marsh, the mayor. “It will open in May.”"

STRANGE = {
    "a mark and an equals sign": '""=',
    "two one-word quotes": '"Bob."\n\n"What."',
    "an empty quote": "He said “”.",
    "an opening mark alone": "“",
    "a closing mark at the start": "” said Ada Marsh.",
    "many marks": '"' * 501,
    "deep nesting": "“‘" * 60 + "Yes" + "’”" * 60,
    "apostrophes only": "'''''' ' '' '",
    "marks of all kinds": "«»„“”‟‘’‚‛\"'「」『』‹›",
    "a name alone": "Ada Marsh",
    "a cue alone": "said",
    "a colon alone": ":",
    "a dash alone": "—",
    "a bullet alone": "•",
    "NULs": PLAIN.replace(" ", " \x00", 3) + "\x00",
    "a lone surrogate": PLAIN.replace("bridge", "brid\ud800ge") + "\udfff",
    "combining marks": PLAIN.replace("a", "a\u0301\u0323").replace("“", "“\u0301"),
    "emoji": PLAIN.replace("closed", "👩‍👩‍👧‍👦 closed 🇩🇰👍🏽"),
    "right-to-left marks": PLAIN.replace("“", "\u200f“\u202b").replace("”", "\u202c”\u200f"),
    "right-to-left text": "«الجسر مغلق» said Ada Marsh, the mayor.",
    "carriage returns": PLAIN.replace(". ", ".\r\n\r\n"),
    "lonely carriage returns": PLAIN.replace(". ", ".\r"),
    "unusual line ends": PLAIN.replace(". ", ".\u2028").replace(", ", ",\x0b\x85"),
    "spaces without width": PLAIN.replace(" ", "\u200b \ufeff"),
    "unassigned code points": PLAIN.replace("bridge", "\U000e0fff\uffff"),
    "one very long word": "“" + "m" * 20_000 + "” he said.",
    "a long line of full stops": "He said “so" + "." * 5_000,
    "nothing but new lines": "\n\r\n" * 2_000,
    "markup": "<p>&ldquo;Yes,&rdquo; said <b>Ada Marsh</b>.</p>",
}


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\t\r\n \u00a0\u2003", "\ufeff", "“”", '""', "''"]
)
def test_text_without_words_has_no_quotes(text: str) -> None:
    assert quotes.extract(text) == []


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_strange_text_gives_sound_quotes(text: str, assert_sound: AssertSound) -> None:
    assert_sound(text, quotes.extract(text, kinds=list(Kind)))


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.replace(" ", " \x00", 1),
        PLAIN.replace("bridge", "brid\ud800ge"),
        PLAIN.replace("closed", "👩‍👩‍👧‍👦 closed"),
        PLAIN + "\r\n\r\n",
        "\u200f" + PLAIN,
    ],
    ids=["plain", "NUL", "surrogate", "emoji", "carriage return", "right-to-left mark"],
)
def test_odd_characters_beside_a_quote_do_not_lose_it(text: str) -> None:
    assert [q.speaker.name for q in quotes.extract(text) if q.speaker] == ["Ada Marsh"]


def test_one_huge_paragraph_keeps_its_quotes(assert_sound: AssertSound) -> None:
    filler = "The river rose and the road was under water for the third time since the spring. "
    text = (filler * 12 + PLAIN + " ") * 17
    assert len(text.split()) > 3_000
    found = quotes.extract(text)
    assert_sound(text, found)
    assert len([q for q in found if q.segments]) >= 17


def test_three_thousand_words_without_a_full_stop_are_read(assert_sound: AssertSound) -> None:
    text = "and then Ada Marsh said “yes” to the man who “never” came " * 250
    assert_sound(text, quotes.extract(text))


@pytest.mark.parametrize(
    "article",
    [
        None,
        b'"Yes," said Ada Marsh.',
        7,
        1.5,
        ["“Yes,” said Ada Marsh."],
        {"text": "“Yes,” said Ada Marsh."},
    ],
    ids=lambda a: type(a).__name__,
)
def test_what_is_no_article_is_refused_by_name(article: object) -> None:
    with pytest.raises(InputError) as caught:
        quotes.extract(article)  # type: ignore[arg-type]
    assert isinstance(caught.value, QuotesError)
    assert type(article).__name__ in str(caught.value)


@pytest.mark.parametrize("articles", [None, 7, [None], ["Rain.", b"Rain."], {"a": "Rain."}])
def test_many_articles_with_one_that_is_none_are_refused(articles: object) -> None:
    with pytest.raises(InputError):
        list(quotes.extract_many(articles))  # type: ignore[call-overload]


def test_one_text_in_the_place_of_many_articles_is_refused() -> None:
    with pytest.raises(InputError):
        list(quotes.extract_many(PLAIN))


def test_no_articles_have_no_lists() -> None:
    assert list(quotes.extract_many([])) == []


@pytest.mark.parametrize(
    "options",
    [
        {"kinds": ["loud"]},
        {"kinds": 7},
        {"min_confidence": -0.1},
        {"min_confidence": 1.1},
        {"min_confidence": math.nan},
        {"min_confidence": "high"},
        {"min_confidence": None},
        {"min_speaker_confidence": 2},
        {"min_speaker_confidence": "high"},
    ],
    ids=str,
)
def test_an_option_outside_its_values_is_refused_by_name(options: dict[str, object]) -> None:
    with pytest.raises(OptionError, match=next(iter(options))):
        quotes.extract(PLAIN, **options)  # type: ignore[arg-type]


def test_options_are_refused_before_the_first_article_is_asked_for() -> None:
    def articles() -> object:
        pytest.fail("an article was asked for")
        yield PLAIN

    with pytest.raises(OptionError):
        list(quotes.extract_many(articles(), min_confidence=3))  # type: ignore[call-overload]


@pytest.mark.parametrize("models", ["no-such-folder", "", "\x00"])
def test_models_that_are_not_there_are_an_error_that_says_so(models: str) -> None:
    with pytest.raises((ModelError, OptionError), match="models"):
        quotes.extract(PLAIN, models=models)


def test_no_kinds_give_no_quotes() -> None:
    assert quotes.extract(PLAIN, kinds=[]) == []


def test_confidence_bounds_drop_quotes_and_blank_speakers() -> None:
    assert all(q.confidence >= 0.99 for q in quotes.extract(PLAIN, min_confidence=0.99))
    for quote in quotes.extract(PLAIN, min_speaker_confidence=0.99):
        assert quote.speaker is None or quote.speaker_confidence >= 0.99


PIECES = [
    *"“”‘’\"'«»„「」—-:;,.?!()[]•*…",
    "\n",
    "\n\n",
    "\r\n",
    "\x00",
    "\u200f",
    "e\u0301",
    "👍🏽",
    "Ada Marsh",
    "Bo Lee’s",
    "the mayor",
    "Reuters",
    "she",
    "said",
    "told",
    "according to",
    "that",
    "the bridge is closed",
    "‘em",
    "boys'",
    "said: “Yes",
    "“No,” he said.",
    "Read more",
]


@hypothesis.settings(
    max_examples=15, deadline=None, derandomize=True, database=None, print_blob=False
)
@hypothesis.given(
    st.lists(
        st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " "])), min_size=4, max_size=50
    ).map(lambda pieces: "".join(word + space for word, space in pieces))
)
def test_any_mixture_of_marks_and_words_gives_sound_quotes(
    assert_sound: AssertSound, text: str
) -> None:
    assert_sound(text, quotes.extract(text, kinds=list(Kind)))


def test_the_batch_a_strange_text_comes_in_does_not_change_any_quotes() -> None:
    texts = [PLAIN, *list(STRANGE.values())[:12], PLAIN, ""]
    alone = [quotes.extract(text) for text in texts]
    assert list(quotes.extract_many(texts)) == alone
    assert list(quotes.extract_many(texts[::-1])) == alone[::-1]
