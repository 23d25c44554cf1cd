"""Comparing found quotes with expected ones: what counts as a difference and how it reads."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from quotes.testing import Fixture, compare, parse
from quotes.types import Affiliation, Kind, Method, Quote, Span, Speaker, SpeakerKind

SOURCE = """why: two people talk
1: direct; speaker=Ada Marsh; party=person; roles=mayor; affiliations=Elm Council
2: indirect; speaker=Bo Lee
3: direct; speaker=Ada Marsh
4: other
---
⟦content 1: “We will rebuild,”⟧ ⟦cue 1: said⟧ ⟦source 1: Ada Marsh⟧, mayor, to ⟦via 1: the Lantern⟧.
⟦source 2: Bo Lee⟧ ⟦cue 2: said⟧ that ⟦content 2: the roof was still warm to the touch⟧.
⟦content 3: “It is,”⟧ ⟦source 3: she⟧ ⟦cue 3: added⟧ by the ⟦content 4: “cake”⟧.
"""


@pytest.fixture
def case() -> Fixture:
    return parse(SOURCE, "case")


@pytest.fixture
def right(case: Fixture) -> list[Quote]:
    """The quotes of an extractor that makes no mistake."""
    speakers = {
        "Ada Marsh": Speaker(
            "s1",
            "Ada Marsh",
            SpeakerKind.PERSON,
            ("mayor of Elmford",),
            (Affiliation("the Elm Council", Span(0, 1, "“")),),
        ),
        "Bo Lee": Speaker("s2", "Bo Lee", SpeakerKind.PERSON),
    }
    return [
        Quote(
            id=f"q{e.key}",
            article_id="case",
            kind=e.kind,
            text=" ".join(s.text for s in e.segments or e.content),
            segments=e.segments,
            content=e.content,
            cue=e.cue,
            source=e.source,
            via=e.via,
            speaker=speakers.get(e.speaker or ""),
            confidence=1.0,
            speaker_confidence=1.0,
            method=Method.SYNTAX,
            unresolved=None,
        )
        for e in case.quotes
    ]


def _lines(case: Fixture, quotes: list[Quote]) -> list[str]:
    return [str(d) for d in compare(case, quotes)]


def _renamed(quote: Quote, **changes: Any) -> Quote:
    assert quote.speaker is not None
    return attrs.evolve(quote, speaker=attrs.evolve(quote.speaker, **changes))


def test_right_quotes_have_no_difference(case: Fixture, right: list[Quote]) -> None:
    assert compare(case, right) == []
    assert compare(case, right, kinds=list(Kind)) == []


def test_a_missing_quote_is_named_with_its_words(case: Fixture, right: list[Quote]) -> None:
    assert _lines(case, right[1:]) == ["case 1: quote: expected 'We will rebuild,', found none"]


def test_an_optional_quote_may_stay_away(right: list[Quote]) -> None:
    optional = parse(SOURCE.replace("2: indirect;", "2: indirect; optional;"), "case")
    assert compare(optional, [right[0], *right[2:]]) == []


def test_an_extra_quote_is_a_difference(case: Fixture, right: list[Quote]) -> None:
    extra = attrs.evolve(right[3], kind=Kind.MIXED, id="q9")
    assert _lines(case, [*right[:3], extra]) == [
        "case q9: extra mixed quote: expected none, found 'cake'"
    ]


def test_marked_words_of_kind_other_are_looked_at_only_when_asked_for(
    case: Fixture, right: list[Quote]
) -> None:
    assert compare(case, right[:3]) == []
    assert [d.what for d in compare(case, right[:3], kinds=[Kind.OTHER])] == ["quote"]


def test_a_wrong_speaker_and_no_speaker_are_told_apart(case: Fixture, right: list[Quote]) -> None:
    wrong = _renamed(right[1], name="Ada Marsh")
    none = attrs.evolve(right[2], speaker=None)
    assert _lines(case, [right[0], wrong, none]) == [
        "case 2: speaker: expected Bo Lee, found Ada Marsh",
        "case 3: speaker: expected Ada Marsh, found none",
    ]


def test_a_speaker_where_there_must_be_none_is_a_difference(right: list[Quote]) -> None:
    nobody = parse(SOURCE.replace("speaker=Bo Lee", "speaker="), "case")
    assert _lines(nobody, right) == ["case 2: speaker: expected none, found Bo Lee"]


def test_one_name_with_two_ids_is_a_difference(case: Fixture, right: list[Quote]) -> None:
    right[2] = _renamed(right[2], id="s7")
    assert _lines(case, right) == ["case 3: identity: expected the speaker of 1, found s7"]


def test_two_unnamed_speakers_of_one_description_need_two_ids(right: list[Quote]) -> None:
    two = SOURCE.replace("Bo Lee\n3", "an aide #1\n3").replace(
        "3: direct; speaker=Ada Marsh", "3: direct; speaker=an aide #2"
    )
    aides = [_renamed(quote, name="An aide", id="s5") for quote in right[1:3]]
    assert _lines(parse(two, "case"), [right[0], *aides]) == [
        "case 3: identity: expected another speaker than that of 2, found s5"
    ]


def test_segments_must_be_the_very_ones(case: Fixture, right: list[Quote]) -> None:
    one = right[0].segments[0]
    right[0] = attrs.evolve(right[0], segments=(Span(one.start, one.end - 1, one.text[:-1]),))
    assert _lines(case, right) == [
        "case 1: segments: expected 'We will rebuild,', found 'We will rebuild'"
    ]


def test_indirect_content_may_differ_at_its_ends_but_not_by_half(
    case: Fixture, right: list[Quote]
) -> None:
    one = right[1].content[0]
    near = Span(one.start, one.end - 4, one.text[:-4])
    half = Span(one.start, one.start + 8, one.text[:8])
    assert compare(case, [right[0], attrs.evolve(right[1], content=(near,)), right[2]]) == []
    far = compare(case, [right[0], attrs.evolve(right[1], content=(half,)), right[2]])
    assert [(d.key, d.what) for d in far] == [("2", "content")]


@pytest.mark.parametrize("what", ["cue", "source", "via"])
def test_tagged_parts_must_overlap_what_was_found(
    case: Fixture, right: list[Quote], what: str
) -> None:
    changes: dict[str, Any] = {what: None}
    right[0] = attrs.evolve(right[0], **changes)
    assert [(d.key, d.what) for d in compare(case, right)] == [("1", what)]


def test_kind_party_roles_and_affiliations_are_compared_where_stated(
    case: Fixture, right: list[Quote]
) -> None:
    other = _renamed(
        right[0],
        kind=SpeakerKind.UNNAMED,
        roles=("deputy mayor",),
        affiliations=(),
    )
    right[0] = attrs.evolve(other, kind=Kind.MIXED)
    assert [d.what for d in compare(case, right)] == ["kind", "party", "roles", "affiliations"]


def test_typographic_marks_case_and_an_article_do_not_make_a_name_differ(
    right: list[Quote],
) -> None:
    fixture = parse(SOURCE.replace("speaker=Bo Lee", "speaker=The Pilots’ Guild"), "case")
    right[1] = _renamed(right[1], name="pilots' guild")
    assert compare(fixture, right) == []


def test_the_same_words_in_another_place_are_told_apart_by_their_offsets(
    case: Fixture, right: list[Quote]
) -> None:
    one, cue = right[0].segments[0], right[0].cue
    assert cue is not None
    right[0] = attrs.evolve(
        right[0],
        segments=(Span(one.start + 1, one.end + 1, one.text),),
        cue=Span(cue.end + 9, cue.end + 13, "said"),
    )
    assert _lines(case, right) == [
        "case 1: segments: expected 'We will rebuild,' at 1-17, found 'We will rebuild,' at 2-18",
        "case 1: cue: expected 'said' at 19-23, found 'said' at 32-36",
    ]


def test_a_difference_that_is_known_says_so(right: list[Quote]) -> None:
    known = parse(SOURCE.replace("\n1:", "\ndiffers: the first is not found\n1:", 1), "case")
    assert known.known_difference == "the first is not found"
    assert _lines(known, right[1:]) == [
        "case 1: quote: expected 'We will rebuild,', found none (known: the first is not found)"
    ]
