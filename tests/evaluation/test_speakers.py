"""The measure of resolved speakers (`quotes/evaluation/speakers.py`)."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from quotes.evaluation import Score, SpeakerScore, score_speakers
from quotes.training.gold import GoldArticle, GoldSegment, Role
from quotes.types import Kind, Quote

TEXT = "“The pier will hold,” said Captain Brand, who calls it “sturdy”. The “Old Lady” is a clock."
QuoteOf = Callable[..., Quote]


def segment(words: str, role: Role, speaker: str | None = None, **more: str) -> GoldSegment:
    start = TEXT.index(words)
    kind = "person" if speaker else None
    return GoldSegment(start, start + len(words), role, speaker, speaker_type=kind, **more)


SPEECH = segment(
    "The pier will hold,", Role.SPEECH, "Odile Brand", title="captain", affiliation="Harbour Trust"
)
FRAGMENT = segment("sturdy", Role.MIXED, "Odile Brand")
TERM = segment("Old Lady", Role.NOT_SPEECH)


def scored(segments: list[GoldSegment], *quotes: Quote) -> SpeakerScore:
    return score_speakers([GoldArticle("a", TEXT, segments=tuple(segments))], [quotes])


def test_a_speaker_with_role_and_affiliation_is_right_in_all_measures(quote_of: QuoteOf) -> None:
    quote = quote_of(
        TEXT,
        "The pier will hold,",
        name="Odile Brand",
        roles=["captain"],
        affiliations=["the Harbour Trust"],
    )

    result = scored([SPEECH], quote)

    one = Score(1, 1, 1)
    assert [result.detection, result.full_name, result.surname] == [one, one, one]
    assert [result.role, result.affiliation] == [one, one]
    assert (result.kept, result.left_alone) == (1.0, 0.0)


def test_a_surname_is_not_the_full_name_and_still_bears_its_role(quote_of: QuoteOf) -> None:
    quote = quote_of(TEXT, "The pier will hold,", name="Brand", roles=["captain"])

    result = scored([SPEECH], quote)

    assert (result.full_name, result.surname) == (Score(0, 1, 1), Score(1, 1, 1))
    assert result.role == Score(1, 1, 1)
    assert result.affiliation == Score(0, 0, 1)


def test_the_role_of_a_wrong_speaker_is_wrong(quote_of: QuoteOf) -> None:
    quote = quote_of(TEXT, "The pier will hold,", name="Tove Lind", roles=["captain"])

    assert scored([SPEECH], quote).role == Score(0, 1, 1)


def test_only_the_first_two_roles_count(quote_of: QuoteOf) -> None:
    roles = ["pilot", "diver", "captain"]
    quote = quote_of(TEXT, "The pier will hold,", name="Odile Brand", roles=roles)

    assert scored([SPEECH], quote).role == Score(0, 1, 1)


def test_a_role_where_the_gold_has_none_costs_precision(quote_of: QuoteOf) -> None:
    quote = quote_of(TEXT, "sturdy", name="Odile Brand", roles=["captain"])

    assert scored([FRAGMENT], quote).role == Score(0, 1, 0)


def test_a_quote_without_a_speaker_costs_recall_of_the_name_only(quote_of: QuoteOf) -> None:
    result = scored([SPEECH], quote_of(TEXT, "The pier will hold,"))

    assert result.full_name == Score(0, 0, 1)
    assert result.detection == Score(1, 1, 1)
    assert result.calibration_error is None


def test_kept_is_of_whole_clauses_and_left_alone_of_what_is_no_speech(quote_of: QuoteOf) -> None:
    result = scored([SPEECH, FRAGMENT, TERM], quote_of(TEXT, "The pier will hold,"))

    assert (result.kept, result.left_alone) == (1.0, 1.0)
    assert result.detection == Score(1, 1, 2)


def test_a_claimed_term_is_a_wrong_quote_with_a_wrong_speaker(quote_of: QuoteOf) -> None:
    result = scored([TERM], quote_of(TEXT, "Old Lady", name="Odile Brand", confidence=0.75))

    assert result.detection == Score(0, 1, 0)
    assert result.full_name == Score(0, 1, 0)
    assert result.left_alone == 0.0
    assert result.calibration_error == pytest.approx(0.75)


def test_words_of_kind_other_and_indirect_speech_claim_nothing(quote_of: QuoteOf) -> None:
    result = scored(
        [SPEECH, TERM],
        quote_of(TEXT, "Old Lady", kind=Kind.OTHER),
        quote_of(TEXT, "The pier will hold,", kind=Kind.INDIRECT),
    )

    assert result.detection == Score(0, 0, 1)
    assert result.left_alone == 1.0


def test_segments_that_no_speaker_is_annotated_for_count_for_detection(quote_of: QuoteOf) -> None:
    unknown = attrs.evolve(SPEECH, speaker=None, speaker_type=None)

    result = scored([unknown], quote_of(TEXT, "The pier will hold,"))

    assert result.detection == Score(1, 1, 1)
    assert result.full_name == Score(0, 0, 0)
