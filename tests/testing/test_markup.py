"""The inline mark-up: offsets are derived, ill-formed mark-up is refused with its line."""

from __future__ import annotations

import attrs
import pytest

from quotes.errors import FormatError
from quotes.testing import parse
from quotes.types import Kind, SpeakerKind


def test_tags_leave_the_text_and_give_exact_spans() -> None:
    fixture = parse(
        "why: a case\n1: direct\n---\nSo.\n⟦content 1: “Hé,”⟧ ⟦cue 1: said⟧ ⟦source 1: Bo⟧.\n"
    )
    quote = fixture.quotes[0]
    assert fixture.article.text == "So.\n“Hé,” said Bo."
    for span, words in ((quote.content[0], "“Hé,”"), (quote.cue, "said"), (quote.source, "Bo")):
        assert span is not None
        assert (span.text, fixture.article.text[span.start : span.end]) == (words, words)


def test_header_fields_reach_the_expected_quote_and_the_rest_stays_open() -> None:
    fixture = parse(
        "why: a case\noutlet: The Lantern\ntitle: A title\n"
        "a: mixed; speaker=Bo Lee #2; party=person; roles=cook | poet; affiliations=; optional\n"
        "b: other\n---\n⟦content a: he “hums”⟧ and ⟦content b: “so”⟧",
        "case",
    )
    first, second = fixture.quotes
    assert (fixture.name, fixture.why, fixture.article.id) == ("case", "a case", "case")
    assert (fixture.article.outlet, fixture.article.title) == ("The Lantern", "A title")
    assert (first.kind, first.speaker, first.party) == (
        Kind.MIXED,
        "Bo Lee #2",
        SpeakerKind.PERSON,
    )
    assert (first.roles, first.affiliations, first.optional) == (("cook", "poet"), (), True)
    assert (second.speaker, second.roles, second.affiliations) == (None, None, None)


def test_an_empty_speaker_means_that_there_must_be_none() -> None:
    assert parse("why: x\n1: direct; speaker=\n---\n⟦content 1: “A.”⟧").quotes[0].speaker == ""


@pytest.mark.parametrize(
    ("content", "segments"),
    [
        ("“A b.”", ["A b."]),
        ('"A b."', ["A b."]),
        ("«A b.»", ["A b."]),
        ("»A b.«", ["A b."]),
        ("it was “a b” and “c”", ["a b", "c"]),
        ("“A “b” ‘c’ d.”", ["A “b” ‘c’ d."]),
        ("“A b, and it", ["A b, and it"]),
        ('he said "a" and “b "c" d”', ["a", 'b "c" d']),
    ],
)
def test_segments_are_what_stands_between_the_outermost_double_marks(
    content: str, segments: list[str]
) -> None:
    quote = parse(f"why: x\n1: mixed\n---\nThen ⟦content 1: {content}⟧.").quotes[0]
    assert [s.text for s in quote.segments] == segments


def test_a_segment_tag_replaces_what_the_marks_would_give() -> None:
    quote = parse("why: x\n1: direct\n---\n⟦content 1: ‘⟦segment 1: It’s “a”⟧’⟧").quotes[0]
    assert [s.text for s in quote.segments] == ["It’s “a”"]


def test_indirect_quotes_have_no_segments_even_with_marks_inside() -> None:
    quote = parse("why: x\n1: indirect\n---\nHe said ⟦content 1: the “so” went⟧.").quotes[0]
    assert (quote.segments, quote.content[0].text) == ((), "the “so” went")


def test_tags_nest_and_one_tag_may_serve_two_quotes() -> None:
    fixture = parse(
        "why: x\n1: indirect\n2: direct\n---\n"
        "⟦source 1 2: She⟧ said ⟦content 1: Bo wrote ⟦content 2: “a”⟧⟧."
    )
    outer, inner = fixture.quotes
    assert outer.source == inner.source
    assert (outer.content[0].text, inner.content[0].text) == ("Bo wrote “a”", "“a”")


def test_a_split_quote_has_its_spans_in_text_order() -> None:
    quote = parse("why: x\n1: direct\n---\n⟦content 1: “A,”⟧ he said. ⟦content 1: “B.”⟧").quotes[0]
    assert [s.text for s in quote.content] == ["“A,”", "“B.”"]
    assert [s.text for s in quote.segments] == ["A,", "B."]


def test_quotes_come_in_text_order_whatever_the_order_of_the_header() -> None:
    fixture = parse("why: x\n2: other\n1: other\n---\n⟦content 1: “a”⟧ ⟦content 2: “b”⟧")
    assert [q.key for q in fixture.quotes] == ["1", "2"]


def test_a_fixture_may_expect_no_quotes() -> None:
    fixture = parse("why: nothing is said\n---\nRain fell.\n")
    assert (fixture.article.text, fixture.quotes) == ("Rain fell.", ())


def test_fixtures_are_immutable() -> None:
    fixture = parse("why: x\n---\nRain.")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        fixture.why = "y"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("why: x\n1: direct\n“A”", 3, "no line '---'"),
        ("1: other\n---\n⟦content 1: “a”⟧", 1, "why"),
        ("why: x\nno colon here\n---\n", 2, "expected 'why: ...'"),
        ("why: x\ndiffers:\n---\nRain.", 2, "does not say what differs"),
        ("why: x\n1: loud\n---\n⟦content 1: “a”⟧", 2, "kind 'loud'"),
        ("why: x\n1: direct; spoken=Bo\n---\n⟦content 1: “a”⟧", 2, "unknown field 'spoken=Bo'"),
        ("why: x\n1: direct; party=crowd\n---\n⟦content 1: “a”⟧", 2, "unknown field"),
        ("why: x\n1: other\n1: other\n---\n⟦content 1: “a”⟧", 3, "declared twice"),
        ("why: x\n1: other\n---\nA\n⟦content 1: “a”", 5, "never closed"),
        ("why: x\n---\nA\n\nB⟧", 5, "closes nothing"),
        ("why: x\n---\nA ⟦B⟧", 3, "must begin"),
        ("why: x\n1: other\n---\n⟦speech 1: “a”⟧", 4, "must begin"),
        ("why: x\n1: other\n---\n⟦content 2: “a”⟧", 4, "'2' is not declared"),
        ("why: x\n1: other\n---\n⟦content 1: ⟧", 4, "empty tag"),
        ("why: x\n1: other\n---\n“a”", 2, "no tag 'content'"),
        ("why: x\n1: direct\n---\n⟦content 1: ‘a’⟧", 2, "no segment"),
        ("why: x\n1: indirect\n---\n⟦content 1: ⟦segment 1: a⟧ b⟧", 2, "indirect"),
        ("why: x\n1: other\n---\n⟦content 1: “a”⟧\n⟦cue 1: b⟧ ⟦cue 1: c⟧", 5, "second tag 'cue'"),
    ],
)
def test_ill_formed_mark_up_is_refused_with_the_line_where_it_stands(
    source: str, line: int, message: str
) -> None:
    with pytest.raises(FormatError) as caught:
        parse(source, "case")
    assert str(caught.value).startswith(f"case, line {line}: ")
    assert message in str(caught.value)
