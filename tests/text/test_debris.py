"""Leftovers of other formats in plain text (`quotes/text/debris.py`)."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotes
from quotes.text.debris import debris


@pytest.mark.parametrize(
    ("text", "examples", "repaired"),
    [
        (
            "<p>&ldquo;It held,&rdquo; said <b>Ada Roe</b>.</p><p class='x'>Rain.</p>",
            ("<p>", "&ldquo;"),
            "“It held,” said Ada Roe.\n\nRain.",
        ),
        (
            "â€œIt held,â€\x9d said AndrÃ© MÃ¼ller. â€œItâ€™s trueâ€",
            ("â€œ",),
            "“It held,” said André Müller. “It’s true”",
        ),
        ("“It held,” she said.&amp;nbsp;Rain.", ("&amp;",), "“It held,” she said.\u00a0Rain."),
        ("&lt;p&gt;“It held,” she said.&lt;/p&gt;", ("&lt;",), "“It held,” she said."),
        ("Rain<br/>fell.<script>var a='<p>';</script>", ("<br/>",), "Rain\n\nfell."),
        ("A toll of Â£5, at 20Â°C.", ("Â£",), "A toll of £5, at 20°C."),
    ],
    ids=["tags", "letters", "twice", "tags as text", "script", "signs"],
)
def test_leftovers_are_found_and_taken_out(
    text: str, examples: tuple[str, ...], repaired: str
) -> None:
    assert debris(text) == examples
    assert quotes.repair(text) == repaired
    assert debris(repaired) == ()


@pytest.mark.parametrize(
    "text",
    [
        "He said a < b and c > d; AT&T; R&D; Q&A.",
        "CAFÉ” it said. Ça va? São Tomé, the Ångström.",
        "Write to <ada@example.com>. “I <unintelligible> it,” she said.",
        "  Two\n\n\n\nlines.  ",
        "",
    ],
)
def test_a_text_without_leftovers_is_left_alone(text: str) -> None:
    assert debris(text) == ()
    assert quotes.repair(text) == text


@given(st.text())
def test_what_is_repaired_shows_no_tags_any_more(text: str) -> None:
    repaired = quotes.repair(f"<p>{text}")

    assert not any(example == "<p>" for example in debris(repaired))


def test_letters_need_the_extra_only_where_they_are_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ftfy", None)

    assert quotes.repair("<b>It held</b> &amp; stood.") == "It held & stood."
    with pytest.raises(quotes.QuotesError, match=r'pip install "quotes-nlp\[html\]"'):
        quotes.repair("Itâ€™s")


def test_only_strings_are_repaired() -> None:
    with pytest.raises(quotes.InputError, match="text: expected str, not bytes"):
        quotes.repair(b"<p>")  # type: ignore[arg-type]
