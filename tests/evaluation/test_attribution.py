"""The measure of quoted speech and its sources (`quotes/evaluation/attribution.py`)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes.evaluation import AttributionScore, Score, score_attribution
from quotes.evaluation.attribution import units
from quotes.training.gold import GoldArticle, GoldAttribution
from quotes.types import Kind, Quote

TEXT = "“The pier will hold,” said Captain Odile Brand of the harbour. The “Old Lady” is a clock."
SAID = "“The pier will hold,”"
QuoteOf = Callable[..., Quote]


def gold(text: str, *relations: tuple[str, str | None]) -> GoldArticle:
    """An article with attributions of content and source, by their words."""

    def ranges(words: str | None) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    return GoldArticle(
        "a", text, tuple(GoldAttribution(ranges(who), (), ranges(what)) for what, who in relations)
    )


def scored(article: GoldArticle, *quotes: Quote) -> AttributionScore:
    return score_attribution([article], [quotes])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said “one two” and "three four".', ["one two", "three four"]),
        ("An open “mark ends\nwith its line.", ["mark ends"]),
        ("An open “mark ends with the text", ["mark ends with the text"]),
        ('Inches: 5" wide\nand 6" long', []),
        ('Empty “” and "" marks', []),
    ],
)
def test_the_units_are_what_stands_between_double_marks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in units(text)] == expected


def test_units_of_a_text_of_open_marks_are_found_in_linear_time() -> None:
    assert len(units('“ "a' * 100_000)) > 0


def test_a_claimed_unit_with_an_overlapping_source_is_right(quote_of: QuoteOf) -> None:
    article = gold(TEXT, (SAID, "Captain Odile Brand of the harbour"))

    result = scored(article, quote_of(TEXT, SAID, source="Odile Brand"))

    assert result == AttributionScore(Score(1, 1, 1), Score(1, 1, 1), Score(1, 1, 1))


def test_a_source_that_shares_only_function_words_is_wrong(quote_of: QuoteOf) -> None:
    article = gold(TEXT, (SAID, "Captain Odile Brand of the harbour"))

    result = scored(article, quote_of(TEXT, SAID, source="of the"))

    assert result.end_to_end == Score(0, 1, 1)
    assert result.detection == Score(1, 1, 1)


def test_the_same_word_in_another_place_is_not_the_source(quote_of: QuoteOf) -> None:
    text = "Brand spoke first. “The pier will hold,” said Brand."

    result = scored(gold(text, (SAID, "said Brand")), quote_of(text, SAID, source="Brand"))

    assert result.end_to_end == Score(0, 1, 1)


def test_a_source_of_function_words_is_right_by_these(quote_of: QuoteOf) -> None:
    text = "“The pier will hold,” said some."

    result = scored(gold(text, (SAID, "some")), quote_of(text, SAID, source="some"))

    assert result.end_to_end == Score(1, 1, 1)


def test_a_source_as_long_as_a_paragraph_is_wrong(quote_of: QuoteOf) -> None:
    crowd = "Brand, a man of many words and more years who had sailed every sea there is"
    text = f"{SAID} said {crowd}."

    result = scored(gold(text, (SAID, "Brand")), quote_of(text, SAID, source=crowd))

    assert result.end_to_end == Score(0, 1, 1)


def test_a_claim_of_marked_words_that_nobody_said_costs_precision(quote_of: QuoteOf) -> None:
    article = gold(TEXT, (SAID, "Captain Odile Brand"))

    result = scored(
        article,
        quote_of(TEXT, SAID, source="Odile Brand"),
        quote_of(TEXT, "Old Lady", source="Odile Brand"),
    )

    assert result.detection == Score(1, 2, 1)
    assert result.end_to_end == Score(1, 2, 1)
    assert result.source == Score(1, 1, 1)


def test_words_of_kind_other_are_not_claimed(quote_of: QuoteOf) -> None:
    result = scored(gold(TEXT), quote_of(TEXT, "Old Lady", kind=Kind.OTHER))

    assert result.detection == Score(0, 0, 0)


def test_speech_that_was_not_found_costs_recall() -> None:
    result = scored(gold(TEXT, (SAID, "Captain Odile Brand")))

    assert result == AttributionScore(Score(0, 0, 1), Score(0, 0, 1), Score(0, 0, 1))


def test_speech_without_an_annotated_source_counts_for_detection_only(quote_of: QuoteOf) -> None:
    result = scored(gold(TEXT, (SAID, None)), quote_of(TEXT, SAID, source="Odile Brand"))

    assert result == AttributionScore(Score(1, 1, 1), Score(), Score())


def test_of_several_annotations_the_shortest_from_outside_the_marks_counts(
    quote_of: QuoteOf,
) -> None:
    text = "Tove Lind reports that “Brand says the pier will hold”, as the mayor has it."
    inner = "Brand says the pier will hold"
    article = gold(
        text, (inner, "Brand"), (f"“{inner}”", "the mayor"), (f"that “{inner}”", "Tove Lind")
    )

    assert scored(article, quote_of(text, inner, source="the mayor")).end_to_end == Score(1, 1, 1)
    assert scored(article, quote_of(text, inner, source="Brand")).end_to_end == Score(0, 1, 1)


def test_articles_and_predictions_of_different_number_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        score_attribution([gold(TEXT)], [])
