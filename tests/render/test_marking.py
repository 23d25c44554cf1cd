"""The text of an article with elements over its stretches (`quotes/render/marking.py`)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.render.marking import Layer, Shown, escaped, quote_layers, woven
from quotes.types import Kind, Span
from tests.render.pages import INNER, OUTER, QUOTES, TEXT
from tests.utterances.building import quote_of


def layer(start: int, end: int, name: str, before: str = "", after: str = "") -> Layer:
    return Layer(start, end, f"<{name}>", f'<{name} again="">', f"</{name}>", before, after)


def html(text: str, *layers: Layer, starts: Sequence[int] = ()) -> list[str]:
    return woven(text, layers, starts)


def test_an_element_inside_another_stays_inside() -> None:
    assert html("abcdef", layer(1, 5, "o"), layer(2, 4, "i")) == ["a<o>b<i>cd</i>e</o>f"]


@pytest.mark.parametrize("inner_first", [True, False])
def test_of_two_that_begin_together_the_longer_is_outside(inner_first: bool) -> None:
    layers = [layer(0, 2, "i"), layer(0, 3, "o")]

    found = html("abc", *(layers if inner_first else layers[::-1]))

    assert found == ["<o><i>ab</i>c</o>"]


def test_where_two_cross_the_one_that_began_later_is_cut() -> None:
    assert html("abcd", layer(0, 2, "x"), layer(1, 3, "y", after="!")) == [
        '<x>a<y>b</y></x><y again="">c</y>!d'
    ]


def test_an_element_over_two_paragraphs_is_cut_between_them() -> None:
    found = html("ab\ncd", layer(1, 4, "x", before="[", after="]"), starts=[0, 3])

    assert found == ["a[<x>b\n</x>", '<x again="">c</x>]d']


def test_what_stands_before_an_inner_element_stands_before_the_outer_one() -> None:
    found = html("abc", layer(0, 3, "o", before="1"), layer(1, 2, "i", before="2"))

    assert found == ["12<o>a<i>b</i>c</o>"]


def test_an_empty_text_is_one_empty_paragraph() -> None:
    assert html("", layer(0, 0, "x")) == [""]


def test_what_a_browser_would_act_on_is_a_replacement_sign() -> None:
    assert escaped("a\x00b\ud800c\u202ed\r\ne\rf\tg<&") == (
        "a\ufffdb\ufffdc\ufffdd\ne\nf\tg&lt;&amp;"
    )


def test_an_inner_quote_is_an_element_inside_the_outer_one() -> None:
    def shown(number: int) -> Shown:
        return Shown(f"q{number}", "q")

    (line,) = woven(TEXT, quote_layers([INNER, OUTER], shown), [])
    outer = ET.fromstring(f"<p>{line}</p>").find("mark")

    assert outer is not None
    assert outer.get("id") == "q1"
    inner = outer.find("mark")
    assert inner is not None
    assert (inner.get("id"), "".join(inner.itertext())) == ("q0", "‘no’")


def test_words_between_marks_are_marked_in_a_mixed_quote_only() -> None:
    (line,) = woven(TEXT, quote_layers(QUOTES, lambda number: Shown("", "q")), [])

    assert re.findall('<span class="words">(.*?)</span>', line) == ["no"]


def test_the_parts_of_a_split_quote_have_ids_of_their_own() -> None:
    (line,) = woven(TEXT, quote_layers([OUTER], lambda number: Shown("x", "q")), [])

    assert re.findall('id="(.*?)"', line) == ["x", "x-2"]


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_any_spans_leave_the_words_as_they_are(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab <&>'\"“”é漢\n"), min_size=1, max_size=30))
    cuts = st.integers(0, len(text))

    def some() -> Span:
        start, end = sorted((data.draw(cuts), data.draw(cuts)))
        return Span(start, end, text[start:end])

    quotes = [
        quote_of(f"q{n}", Kind.MIXED, (some(),), (some(), some()), some(), None)
        for n in range(data.draw(st.integers(0, 4)))
    ]
    starts = sorted(data.draw(st.sets(cuts, max_size=4)))

    found = woven(text, quote_layers(quotes, lambda n: Shown(f"q{n}", "q")), starts)

    words = ["".join(ET.fromstring(f"<p>{paragraph}</p>").itertext()) for paragraph in found]
    assert "".join(words) == text
    assert len(found) == len({0, *starts} - {len(text)})


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    text = "“ab” " * 20_000
    layers = [layer(n, n + 4, "x") for n in range(0, len(text), 5)]

    (line,) = woven(text, layers, [])

    assert line.count("<x>") == 20_000
