"""Articles reworded by a machine (`quotes/utterances/copies.py`, `naturalness.py`)."""

from __future__ import annotations

import itertools

import attrs
import pytest

from quotes.types import Article, Kind, Quote, QuoteRef, Span
from quotes.utterances.alignment import sentences
from quotes.utterances.copies import copied_quotes, machine_reworded
from quotes.utterances.items import items_of, sheet_of
from quotes.utterances.naturalness import naturalness, tokens
from quotes.utterances.scores import Comparison
from tests.utterances.building import quote_of
from tests.utterances.prose import EDITED, ELSEWHERE, REPORT, REWORDED, exchanged


def reworded(**texts: str) -> set[str]:
    """Which of the texts seem to be reworded copies of another of them."""
    sheets = {key: sheet_of(Article(text, key), key) for key, text in texts.items()}
    return set(machine_reworded(sheets, itertools.combinations(sorted(texts), 2)))


def test_a_copy_with_its_words_exchanged_is_found() -> None:
    assert reworded(original=REPORT, copy=REWORDED) == {"copy"}


def test_the_copy_is_the_same_whatever_the_articles_are_called() -> None:
    assert reworded(a=REWORDED, b=REPORT) == {"a"}
    assert reworded(a=REPORT, b=REWORDED) == {"b"}


def test_a_copy_of_a_part_is_found() -> None:
    half = exchanged("\n\n".join(REPORT.split("\n\n")[:3]))

    assert reworded(original=REPORT, copy=half) == {"copy"}


def test_a_version_that_an_editor_rewrote_is_no_machine_copy() -> None:
    assert reworded(original=REPORT, edited=EDITED) == set()


def test_an_identical_copy_is_none() -> None:
    assert reworded(original=REPORT, copy=REPORT) == set()


def test_a_version_that_is_cut_short_is_none() -> None:
    assert reworded(original=REPORT, short="\n\n".join(REPORT.split("\n\n")[:3])) == set()


def test_an_article_about_something_else_is_none() -> None:
    assert reworded(original=REPORT, other=ELSEWHERE) == set()


def test_an_unnatural_article_without_its_original_is_none() -> None:
    assert reworded(original=REPORT, other=exchanged(ELSEWHERE)) == set()


def test_a_text_with_its_sentences_shuffled_is_no_copy() -> None:
    sentences = [s for s in REWORDED.replace("\n", " ").split(". ") if s]

    assert reworded(original=REPORT, shuffled=". ".join(sentences[::-1])) == set()


def test_a_text_of_three_sentences_is_never_called_a_copy() -> None:
    first = REPORT.split("\n\n")[0]

    assert naturalness(first) is not None
    assert reworded(original=first, copy=exchanged(first)) == set()


@pytest.mark.parametrize("text", ["", "\x00\ud800", "….!?", "no " * 3, "“”"])
def test_a_text_of_hardly_any_words_is_none(text: str) -> None:
    assert reworded(original=REPORT, odd=text) == set()
    assert naturalness(text) is None


def test_exchanged_words_are_less_natural_in_every_text() -> None:
    for text in (REPORT, EDITED, ELSEWHERE):
        before, after = naturalness(text), naturalness(exchanged(text))

        assert before is not None
        assert after is not None
        assert after < before


def test_natural_words_in_any_order_are_less_natural() -> None:
    natural, sorted_words = naturalness(REPORT), naturalness(" ".join(sorted(tokens(REPORT))))

    assert natural is not None
    assert sorted_words is not None
    assert sorted_words < natural


def test_case_and_marks_do_not_count() -> None:
    assert naturalness(REPORT.upper().replace("“", "")) == naturalness(REPORT)


def test_words_are_lower_case_with_their_clitics() -> None:
    assert tokens("The board’s wall DIDN'T hold…") == ["the", "board's", "wall", "didn't", "hold"]


def sentence_of(text: str, n: int) -> Quote:
    """Sentence `n` of a text as a report without marks."""
    start = sentences(text)[n].start
    stop = text.index(".", start)
    while text[start].isspace():
        start += 1
    span = Span(start, stop, text[start:stop])
    return quote_of(f"q{n}", Kind.INDIRECT, (), (span,))


def copied(links: int, other: str) -> set[tuple[str, str]]:
    """Which sentences stand at one place, where the first few are linked."""
    items = [
        item
        for key, text in (("a", REPORT), ("b", other))
        for item in items_of(Article(text, key), key, [sentence_of(text, n) for n in range(4)])
    ]
    found = [
        Comparison(QuoteRef("a", f"q{n}"), QuoteRef("b", f"q{n}"), 0.9, ()) for n in range(links)
    ]
    return {(x.ref.quote_id, y.ref.quote_id) for x, y in copied_quotes(items, found)}


def test_quotes_at_the_same_place_of_a_copy_are_paired_once_two_are_linked() -> None:
    assert copied(2, REWORDED) == {("q0", "q0"), ("q2", "q2"), ("q3", "q3")}
    assert copied(1, REWORDED) == set()


def test_quotes_of_one_sentence_are_not_all_paired_with_each_other() -> None:
    quotes = [attrs.evolve(sentence_of(REPORT, n % 4), id=f"q{n}") for n in range(200)]
    items = [i for key in "ab" for i in items_of(Article(REPORT, key), key, quotes)]
    found = [Comparison(QuoteRef("a", f"q{n}"), QuoteRef("b", f"q{n}"), 0.9, ()) for n in range(2)]

    assert len(list(copied_quotes(items, found))) < 20 * len(quotes)


def test_no_quotes_are_paired_by_place_in_an_article_of_its_own() -> None:
    assert copied(2, ELSEWHERE) == set()
