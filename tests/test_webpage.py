"""Articles of HTML pages (`Article.from_html`)."""

from __future__ import annotations

import datetime
import sys

import pytest

from quotes import Article, FormatError, InputError, QuotesError
from tests.cli.pages import PAGE


def test_the_article_of_a_page_comes_without_what_stands_around_it() -> None:
    article = Article.from_html(PAGE, url="https://courier.example/bridge")

    assert article.title == "Bridge to close for two winters"
    assert article.outlet == "Lowmere Courier"
    assert article.url == "https://courier.example/bridge"
    assert article.published == datetime.date(2031, 2, 4)
    assert article.id is None
    assert "said Ines Varley, chief engineer" in article.text
    assert article.text.startswith("“The bridge")
    assert not any(word in article.text for word in ("Home", "Most read", "nonsense", "<"))


@pytest.mark.parametrize(
    "quoted",
    [
        "<q>two winters</q>",
        "“<q>two winters</q>”",
        "<q>“two winters”</q>",
        "<Q cite='#'>two winters</Q>",
    ],
)
def test_quoted_words_of_a_page_have_marks_once(quoted: str) -> None:
    article = Article.from_html(PAGE.replace("<q>at least two winters</q>", quoted))

    assert "would take “two winters”." in article.text


@pytest.mark.parametrize(
    "html",
    [
        "",
        "plain words",
        "<html><body><nav><a href='/'>Home</a><a href='/n'>News</a></nav></body></html>",
        "<html><body><noscript>Please enable JavaScript</noscript></body></html>",
    ],
    ids=["empty", "words", "menu", "script"],
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(FormatError, match="no article text is found in this HTML page"):
        Article.from_html(html)


def test_only_strings_are_pages() -> None:
    with pytest.raises(InputError, match="html: expected str, not bytes"):
        Article.from_html(b"<p>")  # type: ignore[arg-type]


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)

    with pytest.raises(QuotesError, match=r'pip install "quotes-nlp\[html\]"'):
        Article.from_html(PAGE)
