"""Relations: stretches joined into quotes, and what is reported around and without marks."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import pytest

from quotes.attribution import Relation, relations, unattributed
from quotes.attribution.candidates import NOBODY, candidates
from quotes.attribution.decide import Decision
from quotes.attribution.quoted import quoted
from quotes.types import Kind, Method
from tests.attribution.sentences import scene, stored_texts


def _quotes(text: str) -> list[Relation]:
    return [r for r in relations(scene(text)) if r.kind is not Kind.OTHER]


def _segments(text: str, relation: Relation) -> list[str]:
    return [text[a:b] for a, b in relation.segments]


def _content(text: str, relation: Relation) -> list[str]:
    return [text[a:b] for a, b in relation.content]


def _source(text: str, relation: Relation) -> str:
    assert relation.mention is not None
    return text[relation.mention.start : relation.mention.end]


def test_a_quote_split_by_its_attribution_is_one_with_two_segments() -> None:
    text = "“The bridge is closed,” Marsh said, “and it will stay closed.”"

    [quote] = _quotes(text)

    assert quote.kind is Kind.DIRECT
    assert _segments(text, quote) == ["The bridge is closed,", "and it will stay closed."]
    assert _source(text, quote) == "Marsh"


def test_a_quote_that_goes_on_after_its_attribution_is_one_with_two_segments() -> None:
    text = "“The bridge is closed,” Marsh said. “It will open in May.”"

    [quote] = _quotes(text)

    assert _segments(text, quote) == ["The bridge is closed,", "It will open in May."]
    assert _content(text, quote) == ["“The bridge is closed,”", "“It will open in May.”"]


def test_two_speakers_make_two_quotes() -> None:
    text = "“The bridge is closed,” Marsh said. “It is old,” Fenn said."

    first, second = _quotes(text)

    assert (_source(text, first), _source(text, second)) == ("Marsh", "Fenn")


def test_two_cues_make_two_quotes_even_of_one_speaker() -> None:
    text = "“The bridge is closed,” Marsh said. “It is old,” she added."

    first, second = _quotes(text)

    assert first.cue != second.cue
    assert (_segments(text, first), _segments(text, second)) == (
        ["The bridge is closed,"],
        ["It is old,"],
    )


def test_paragraphs_that_open_again_without_closing_are_one_quote() -> None:
    text = "Marsh said: “The bridge is closed.\n\n“It will open in May.”"

    [quote] = _quotes(text)

    assert quote.kind is Kind.DIRECT
    assert _segments(text, quote) == ["The bridge is closed.", "It will open in May."]
    assert _source(text, quote) == "Marsh"


def test_a_quoted_fragment_of_a_reported_clause_is_mixed_and_its_content_is_the_clause() -> None:
    text = "Marsh said the bridge was “a danger to every child” in Elmford."

    [quote] = _quotes(text)

    assert quote.kind is Kind.MIXED
    assert _segments(text, quote) == ["a danger to every child"]
    assert _content(text, quote) == ["the bridge was “a danger to every child” in Elmford"]


def test_a_verdict_in_marks_is_mixed_and_its_agent_is_the_source() -> None:
    text = "The bridge was called “a trap” by Joel Fenn."

    [quote] = _quotes(text)

    assert quote.kind is Kind.MIXED
    assert _source(text, quote) == "Joel Fenn"


def test_scare_quotes_are_of_kind_other_and_have_no_source() -> None:
    [other] = relations(scene("The “soft” cheese was left in the sun."))

    assert other.kind is Kind.OTHER
    assert other.method is Method.NONE
    assert (other.mention, other.cue, other.right) == (None, None, 0.0)


@pytest.mark.parametrize(
    ("speech", "found"),
    [
        (0.4, [(Kind.MIXED, ["soft"])]),
        # Hardly anybody said it: the term stays one, within a report of its own.
        (0.1, [(Kind.INDIRECT, []), (Kind.OTHER, ["soft"])]),
    ],
)
def test_a_report_that_holds_a_term_quotes_it_if_somebody_may_have_said_it(
    monkeypatch: pytest.MonkeyPatch, speech: float, found: list[tuple[Kind, list[str]]]
) -> None:
    text = "Marsh said that the “soft” cheese melted in the sun."
    laid = scene(text)
    [place] = laid.places
    assert place is not None
    term = Decision(place, NOBODY, None, speech, 0.0)
    module = importlib.import_module("quotes.attribution.relations")
    monkeypatch.setattr(module, "decide", lambda laid, sources: [term])

    quotes = relations(laid)

    assert [(quote.kind, _segments(text, quote)) for quote in quotes] == found
    assert _content(text, quotes[0]) == ["the “soft” cheese melted in the sun"]
    assert _source(text, quotes[0]) == "Marsh"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marsh said that the bridge was closed.", "the bridge was closed"),
        ("The bridge was closed, Marsh said.", "The bridge was closed"),
        ("Fenn told Marsh that the bridge was closed.", "the bridge was closed"),
    ],
)
def test_a_reported_clause_without_marks_is_indirect(text: str, expected: str) -> None:
    [quote] = _quotes(text)

    assert quote.kind is Kind.INDIRECT
    assert quote.method is Method.SYNTAX
    assert quote.segments == ()
    assert _content(text, quote) == [expected]


def test_one_who_signs_with_a_dash_is_the_source_by_pattern() -> None:
    text = "“The bridge is closed.” — Ada Marsh"

    [quote] = _quotes(text)

    assert quote.method is Method.PATTERN
    assert _source(text, quote) == "Ada Marsh"


def test_a_relative_pronoun_as_source_refers_to_the_words_before_it() -> None:
    text = "Joel Fenn, who said the bridge was old, left."

    [quote] = _quotes(text)

    assert _source(text, quote) == "who"
    assert quote.referent is not None
    assert text[quote.referent.start : quote.referent.end] == "Joel Fenn"


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is closed,” Marsh told Reuters.",
        "“It is old,” Marsh said in an interview with Reuters.",
    ],
)
def test_the_outlet_that_was_told_is_the_via_and_not_the_source(text: str) -> None:
    [quote] = _quotes(text)

    assert quote.via is not None
    assert text[slice(*quote.via)] == "Reuters"
    assert _source(text, quote) == "Marsh"


def test_furniture_between_two_paragraphs_is_no_quote_and_separates_nothing() -> None:
    text = "Marsh said it was late.\n\nAdvertisement\n\n“It is old,” Fenn said."

    indirect, direct = _quotes(text)

    assert (_source(text, indirect), _source(text, direct)) == ("Marsh", "Fenn")


def test_a_scare_quote_beside_a_report_does_not_stop_the_report() -> None:
    text = "The “soft” cheese melted, and Marsh said that the hall was cold."

    kinds = [r.kind for r in relations(scene(text))]

    assert kinds == [Kind.OTHER, Kind.INDIRECT]


def _overlap(a: Sequence[tuple[int, int]], b: Sequence[tuple[int, int]]) -> bool:
    return any(x < d and c < y for x, y in a for c, d in b)


def _holds(outer: Sequence[tuple[int, int]], inner: Sequence[tuple[int, int]]) -> bool:
    return all(any(c <= x and y <= d for c, d in outer) for x, y in inner)


@pytest.mark.parametrize("text", stored_texts())
def test_contents_never_overlap_without_one_holding_the_other(text: str) -> None:
    for one, two in combinations(_quotes(text), 2):
        if _overlap(one.content, two.content):
            assert _holds(one.content, two.content) or _holds(two.content, one.content)


@pytest.mark.parametrize("text", stored_texts())
def test_segments_lie_in_the_content_and_all_is_in_text_order(text: str) -> None:
    found = relations(scene(text))

    assert [r.content[0][0] for r in found] == sorted(r.content[0][0] for r in found)
    for relation in found:
        assert _holds(relation.content, relation.segments)
        assert list(relation.content) == sorted(relation.content)
        assert (relation.kind is Kind.INDIRECT) == (not relation.segments)
        assert 0 <= relation.speech <= 1
        assert 0 <= relation.right <= 1


@pytest.mark.parametrize("text", stored_texts())
def test_a_cue_and_a_source_never_stand_in_the_content_of_their_own_quote(text: str) -> None:
    for quote in _quotes(text):
        if quote.cue is not None:
            assert not _overlap([quote.cue], quote.content)
        if quote.mention is not None:
            assert not _overlap([(quote.mention.start, quote.mention.end)], quote.content)


def test_in_a_language_that_is_not_read_the_outer_stretches_are_quotes_of_nobody() -> None:
    text = "“Fenn told me ‘the bridge is closed’ and left,” Marsh said."

    [quote] = unattributed(scene(text))

    assert _segments(text, quote) == ["Fenn told me ‘the bridge is closed’ and left,"]
    assert quote.kind is Kind.DIRECT
    assert (quote.mention, quote.cue, quote.method) == (None, None, Method.NONE)


def test_the_words_around_a_fragment_hold_no_cue_of_another_quote() -> None:
    text = (
        "Marsh said the bridge was “old”, and in a letter he added that it was “in need of care”."
    )
    laid = scene(text)
    place = laid.places[0]
    assert place is not None
    said = next(o for o in candidates(laid, place, None) if o.frame and o.frame.lemma == "say")
    assert said.frame is not None
    group = [Decision(place, said, said.frame.mention, 1.0, 1.0)]
    added = next(i for i, w in enumerate(laid.reading.sentences[0].words) if w.text == "added")

    assert _content(text, quoted(laid, group, {0: Counter((added,))})) == ["the bridge was “old”"]
