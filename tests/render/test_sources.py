"""Who gets quoted, to be read (`quotes/render/sources.py`, `quotes/render/sources_page.py`)."""

from __future__ import annotations

import html.parser
import re
import sys

import attrs
import pytest
from rich.console import Console

import quotes
from quotes.audit import Sources
from quotes.render.sources import sources_table, summary_view
from quotes.render.sources_page import sources_page
from quotes.render.styling import base_style
from quotes.render.templating import environment
from tests.audit.building import audited, counted
from tests.utterances.building import Who, story

HOSTILE = "[bold]<b>Ada\x1b[31m</b>"


class _Page(html.parser.HTMLParser):
    """The words of a page, the tags that are open, and the attributes that it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.extend(data.split())


def read(page: str) -> str:
    parsed = _Page(page)
    assert parsed.open == []
    return " ".join(parsed.words)


def hostile() -> Sources:
    return counted(
        story("a", f"⟦x: “No”⟧, ⟦+cue: said⟧ {HOSTILE}.", outlet="<i>Courier", x=Who(HOSTILE))
    )


def printed(view: object) -> str:
    console = Console(width=120, color_system=None)
    with console.capture() as capture:
        console.print(view)
    return capture.get()


def test_the_shares_are_shown_in_all_and_by_outlet() -> None:
    told = printed(summary_view(audited()))

    assert re.search(r"women +1 +4 +57% +16 +57%", told)
    assert re.search(r"Tidings +2 +5 +80% ", told)
    assert "1 more quote without a speaker" in told


def test_a_table_without_outlets_has_no_part_for_them() -> None:
    bare = counted(story("a", "⟦marsh: “It is old”⟧, ⟦+cue: said⟧ Ada Marsh."))

    assert "outlet" not in printed(summary_view(bare))
    assert "By outlet" not in read(sources_page(bare))


def test_nothing_from_an_article_acts_on_a_terminal() -> None:
    told = printed(sources_table(hostile()[:])) + printed(summary_view(hostile()))

    assert "\x1b" not in told
    assert "[bold]<b>Ada" in told


def test_nothing_from_an_article_is_mark_up_on_a_page() -> None:
    page = sources_page(hostile(), title="<script>")

    assert "<b>" not in page
    assert "<i>Courier" not in page
    assert "<script" not in page
    assert "\x1b" not in page
    assert "[bold]<b>Ada" in read(page)


def test_a_page_says_all_that_its_bars_show() -> None:
    told = read(sources_page(audited()))

    assert "Women 1 4 57% 16 57%" in told
    assert "Ada Marsh mayor 4 16 3 Courier, Tidings woman she (1) official: mayor" in told
    assert "Tidings 2 5 80%" in told


def test_a_page_shows_the_most_quoted_sources_and_how_many_are_left() -> None:
    told = read(sources_page(audited(), most=1))

    assert "Joel Fenn" not in told
    assert "5 more are not shown" in told


def test_a_page_without_sources_is_still_one() -> None:
    empty = counted(story("a", "Rain."))

    assert "0 sources, 0 quotes" in read(sources_page(empty))


def test_a_page_needs_nothing_from_elsewhere() -> None:
    page = sources_page(audited())

    assert re.findall(r'href="(.*?)"', page) == ["data:,"]
    assert not re.search(r"(src|url|@import)\s*[=(]", page)
    assert "http:" not in page
    assert "https:" not in page


def test_the_page_has_the_colours_and_fonts_of_all_pages_and_no_others() -> None:
    style = sources_page(audited()).partition("<style>")[2].partition("</style>")[0]
    shared, _, own = style.partition(base_style())

    assert not shared
    assert "var(--paper)" in base_style()
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|font-family|Georgia", own)


def test_without_jinja2_the_command_to_install_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    environment.cache_clear()

    with pytest.raises(quotes.QuotesError, match=r'pip install "quotes-nlp\[page\]"'):
        sources_page(audited())


def test_an_unnamed_source_is_shown_by_its_phrase() -> None:
    found = audited()
    unnamed = [source for source in found if not source.named]

    assert "a harbour official" in printed(sources_table(unnamed))
    assert attrs.evolve(unnamed[0], named=True).name in read(sources_page(found))
