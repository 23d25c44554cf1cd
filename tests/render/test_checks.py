"""The checks of a draft as a report and as a page (`quotes/render/checked.py` and its users)."""

from __future__ import annotations

import html
import re

import pytest
from rich.console import Console

import quotes
from quotes import Article, Check, Kind, SpeakerKind
from quotes.render.check_page import check_page
from quotes.render.checks import checks_view, heading
from tests.checking.saying import check, said

SOURCE = "The plan is old. “We will open the gates,” said Ines Varley, “if the tide allows.” Rain."
THERE = said(SOURCE, "We will open the gates,", "if the tide allows.", by="Ines Varley")


def checked(words: str, by: str | None, who: SpeakerKind = SpeakerKind.PERSON) -> tuple[Check, str]:
    text = f"“{words},” it was said."
    (found,) = check(
        text, said(text, f"{words},", by=by, who=who), [Article(SOURCE, id="tide")], [THERE]
    )
    return found, text


def report(*checks: Check) -> str:
    console = Console(width=100, color_system=None)
    with console.capture() as capture:
        console.print(heading("draft", checks))
        console.print(checks_view(checks))
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def page_of(found: Check, text: str, source: str = SOURCE) -> str:
    return check_page([(Article(text, id="draft"), [found])], [Article(source, id="tide")])


def test_a_report_says_what_each_quotation_is_and_where_it_stands() -> None:
    found, _ = checked("We will open the gates if the tide allows", "Varley")

    assert report(found).splitlines() == [
        "draft: 1 quotation: 1 verified",
        "verified  We will open the gates if the tide allows,",
        "            said by: Varley (there: Ines Varley)",
        "            source: tide, characters 18-40, 62-80",
    ]


@pytest.mark.parametrize(
    ("by", "who", "told"),
    [
        ("Ines Varley", SpeakerKind.PERSON, "said by: Ines Varley\n"),
        ("Tom Ash", SpeakerKind.PERSON, "said by: Tom Ash, but there it is Ines Varley\n"),
        (
            "the engineer",
            SpeakerKind.UNNAMED,
            "said by: the engineer; there: Ines Varley (not sure that they are one)\n",
        ),
        (None, SpeakerKind.PERSON, "said by: nobody named\n"),
    ],
)
def test_a_report_says_how_the_speakers_compare(
    by: str | None, who: SpeakerKind, told: str
) -> None:
    found, _ = checked("We will open the gates if the tide allows", by, who)

    assert told in report(found)


def test_a_report_says_what_was_changed() -> None:
    found, _ = checked("We will shut the gates", "Varley")

    assert "there: We will open the gates\n" in report(found)
    assert "replaced: draft: shut | source: open" in report(found)


def test_words_that_nobody_is_seen_to_say_there_are_told_as_such() -> None:
    text = "“The plan is old,” said Ines Varley."
    draft = said(text, "The plan is old,", by="Ines Varley")

    (found,) = check(text, draft, [Article(SOURCE, id="tide")], [THERE])

    assert "(speaker not compared: not between quotation marks there)" in report(found)


def test_a_draft_without_quotations_is_told_as_such() -> None:
    assert heading("draft", ()).plain == "draft: no quotations"


def test_the_page_shows_the_draft_the_place_and_who_says_it_there() -> None:
    found, text = checked("We will shut the gates", "Varley")

    page = page_of(found, text)

    assert "<h1>draft</h1>" in page
    assert "1 quotation: 1 altered" in page
    assert '<a class="altered" href="#d1-1">We will shut the gates,</a>' in page
    assert 'We will <mark class="changed">shut</mark> the gates' in page
    place = '<mark class="place">We will </mark><mark class="changed">open</mark>'
    assert f'{place}<mark class="place"> the gates</mark>' in page


def test_a_place_is_shown_with_the_words_around_it_and_no_other_lines() -> None:
    around = " ".join(["word"] * 60)
    source = (
        f"Another line.\n{around} “We will open the gates,” said Ines Varley. {around}\nA third."
    )
    text = "“We will open the gates,” said Ines Varley."
    there = said(source, "We will open the gates,", by="Ines Varley")

    (found,) = check(
        text,
        said(text, "We will open the gates,", by="Varley"),
        [Article(source, id="tide")],
        [there],
    )
    (shown,) = re.findall(r'class="there">(.*?)</blockquote>', page_of(found, text, source), re.S)

    assert shown.startswith("&#8230; word word")
    assert shown.endswith("word word &#8230;")
    assert "line" not in shown
    assert "third" not in shown


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }} {% raw %}",
    "\x1b[31m\0\ud800\u202e",
    "&lt;b&gt;",
]


@pytest.mark.parametrize("odd", HOSTILE)
def test_no_text_is_read_as_mark_up_or_obeyed(odd: str) -> None:
    text, source = (
        f"{odd} “We go {odd} far,” said {odd}.",
        f"{odd} “We come {odd} far,” said {odd}.",
    )
    draft = said(text, f"We go {odd} far,", by=f"Ines {odd}", kind=Kind.DIRECT)
    there = said(source, f"We come {odd} far,", by=f"Tom {odd}")
    (found,) = check(Article(text), draft, [Article(source, id=odd)], [there])

    page = check_page([(Article(text, id=odd), [found])], [Article(source, id=odd)])
    lines = report(found)

    body = page.partition("<body>")[2]
    tags = set(re.findall(r"<(/?\w+)", body))
    assert tags <= {
        t
        for name in "section h1 div a article p blockquote dl dt dd mark body html".split()
        for t in (name, f"/{name}")
    }
    assert "onmouseover=" not in re.sub(r">[^<]*<", "><", body)
    assert page.isascii()
    for char in "\x1b\0\ud800\u202e":
        assert char not in html.unescape(page)
        assert char not in lines


def test_a_page_needs_nothing_from_elsewhere() -> None:
    found, text = checked("We will shut the gates", "Varley")

    assert not re.search(r"\bsrc=|url\(|https?:|@import", page_of(found, text))


def test_a_source_that_is_not_at_hand_is_shown_by_its_words_alone() -> None:
    found, text = checked("We will shut the gates", "Varley")

    page = check_page([(Article(text), [found])])

    assert 'We will <mark class="changed">open</mark> the gates' in page
    assert quotes.Check.from_dict(found.to_dict()) == found
