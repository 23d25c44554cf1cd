"""Articles with their quotes highlighted (`quotes/render/highlight.py`)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotes
from quotes.render.highlight import highlighted, page
from quotes.types import Affiliation, Article, Kind, Quote, Span, Speaker, SpeakerKind, Unresolved
from tests.utterances.building import quote_of

TEXT = "“He told me ‘no’ & left,” said Ada Marsh, mayor of Lowmere <b>Board</b>."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


MARSH = Speaker(
    "s1",
    "Ada Marsh",
    SpeakerKind.PERSON,
    ("mayor",),
    (Affiliation("Lowmere Board", span("Lowmere <b>Board</b>")),),
    (span("Ada Marsh"),),
)
OUTER = attrs.evolve(
    quote_of("q1", Kind.DIRECT, (), (span("“He told me ‘no’ & left,”"),), span("said"), MARSH),
    source=span("Ada Marsh"),
    speaker_confidence=0.972,
)
INNER = attrs.evolve(
    quote_of("q2", Kind.MIXED, (), (span("‘no’"),), None, None),
    unresolved=Unresolved.NO_ANTECEDENT,
)


def elements(article: Article, found: Sequence[Quote]) -> ET.Element:
    """The highlighted text, as a browser reads it."""
    body = ET.fromstring(highlighted(article, found)).find("div")
    assert body is not None
    return body


def marks(found: Sequence[Quote]) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (e.text or "", e.get("class", ""), e.get("title"), e.get("data-speaker"))
        for e in elements(Article(TEXT), found)
    ]


def test_what_a_quote_rests_on_is_marked_for_what_it_is() -> None:
    title = "q1 · direct · Ada Marsh · mayor · Lowmere Board · 0.97"

    assert marks([OUTER]) == [
        ("“He told me ‘no’ & left,”", "direct", title, "Ada Marsh"),
        ("said", "cue", None, None),
        ("Ada Marsh", "source mention", None, None),
        ("Lowmere <b>Board</b>", "affiliation", None, None),
    ]


@pytest.mark.parametrize("found", [[OUTER, INNER], [INNER, OUTER]])
def test_of_quotes_inside_one_another_the_inner_one_shows(found: list[Quote]) -> None:
    rows = [(text, kind, title and title[:2], name) for text, kind, title, name in marks(found)]

    assert rows[:3] == [
        ("“He told me ", "direct", "q1", None),
        ("‘no’", "mixed", "q2", "(no antecedent)"),
        (" & left,”", "direct", "q1", "Ada Marsh"),
    ]


def test_marked_words_that_nobody_said_have_no_speaker() -> None:
    other = attrs.evolve(INNER, kind=Kind.OTHER, unresolved=Unresolved.NOT_SPEECH)

    assert marks([other]) == [("‘no’", "other", "q2 · other", "")]


def test_nothing_in_an_article_is_read_as_mark_up() -> None:
    hostile = '"><script>alert(1)</script>'
    speaker = attrs.evolve(MARSH, name=hostile, roles=(hostile,))
    article = Article(TEXT + hostile, id=hostile)

    section = highlighted(article, [attrs.evolve(OUTER, speaker=speaker)])

    assert "<script" not in section
    assert ET.fromstring(section).findtext("h1") == hostile


def test_what_a_browser_would_act_on_is_a_replacement_sign() -> None:
    body = elements(Article("a\x00b\ud800c\u202ed\r\ne\rf\tg"), [])

    assert body.text == "a\ufffdb\ufffdc\ufffdd\ne\nf\tg"


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_any_spans_leave_the_words_as_they_are(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab <&>'\"“”é漢\n"), min_size=1, max_size=30))
    cuts = st.integers(0, len(text))

    def some() -> Span:
        start, end = sorted((data.draw(cuts), data.draw(cuts)))
        return Span(start, end, text[start:end])

    found = [
        attrs.evolve(
            quote_of(f"q{n}", Kind.MIXED, (), (some(), some()), some(), None), source=some()
        )
        for n in range(data.draw(st.integers(0, 4)))
    ]

    assert "".join(elements(Article(text), found).itertext()) == text


def test_a_page_holds_its_sections_in_their_order_in_ascii() -> None:
    sections = [highlighted(Article(text, id=text), []) for text in ("naïve", "second")]

    whole = "".join(page(sections))

    assert whole.isascii()
    body = ET.fromstring(whole.removeprefix("<!DOCTYPE html>\n")).find("body")
    assert body is not None
    assert [section.findtext("h1") for section in body.findall("section")] == ["naïve", "second"]


def test_every_kind_and_part_has_a_style() -> None:
    styles = re.findall(r"^(?:mark)?\.(\w+)", "".join(page([])), re.MULTILINE)

    assert {"direct", "mixed", "indirect", "cue", "source", "mention", "affiliation"} <= set(styles)


@pytest.mark.models
def test_the_quotes_of_an_article_are_highlighted(extractor: quotes.Extractor) -> None:
    text = "“It will open in May,” said Ada Marsh, the mayor."

    body = elements(Article(text), extractor.extract(text))

    assert [(e.tag, e.text) for e in body] == [
        ("mark", "“It will open in May,”"),
        ("span", "said"),
        ("span", "Ada Marsh"),
    ]
