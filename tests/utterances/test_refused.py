"""Articles and quotes that `normalise` and `add` refuse (`quotes/utterances/result.py`)."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

import quotes
from quotes.errors import InputError, OptionError
from quotes.types import Article, Span
from quotes.utterances import Utterances
from tests.utterances.stories import ALL, STORIES

ARTICLE, QUOTES = STORIES[0].article, STORIES[0].quotes
MOVED = attrs.evolve(QUOTES[0], segments=(Span(0, 3, "The"),))
REPORTED = attrs.evolve(QUOTES[0], content=(Span(2, 7, "zzzzz"),))
BARE = attrs.evolve(QUOTES[0], segments=(), content=())

Wrong = dict[str, tuple[object, object]]
WRONG: Wrong = {
    "two texts of one id": ([ARTICLE, attrs.evolve(ARTICLE, text="x")], [QUOTES, ()]),
    "fewer lists than articles": ([ARTICLE, STORIES[1].article], [QUOTES]),
    "more lists than articles": ([ARTICLE], [QUOTES, ()]),
    "quotes of another article": ([ARTICLE], [STORIES[1].quotes]),
    "segments that do not fit": ([ARTICLE], [[MOVED]]),
    "content that does not fit": ([ARTICLE], [[REPORTED]]),
    "a quote without any words": ([ARTICLE], [[BARE]]),
    "two quotes of one id": ([ARTICLE], [[QUOTES[0], QUOTES[0]]]),
    "no list for an article": ([ARTICLE], [None]),
    "a number for the quotes": ([ARTICLE], 7),
    "a list of strings": ([ARTICLE], [["It holds."]]),
    "no article": ([None], [[]]),
    "a number for the articles": (7, [[]]),
    "a string for the articles": ("Rain.", [[]]),
    "a dictionary of articles": ({"a": ARTICLE.text}, [[]]),
}


@pytest.mark.parametrize(("articles", "rows"), WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("act", ["normalise", "add"])
def test_what_does_not_fit_is_refused(articles: object, rows: object, act: str) -> None:
    start = quotes.normalise([])
    call: Callable[..., Utterances] = (
        (lambda: quotes.normalise(articles, quotes=rows))  # type: ignore[arg-type]
        if act == "normalise"
        else (lambda: start.add(articles, rows))  # type: ignore[arg-type]
    )

    with pytest.raises(InputError):
        call()


def test_an_article_whose_id_has_another_text_there_cannot_be_added() -> None:
    with pytest.raises(InputError, match="id 'a'"):
        ALL.add([Article("Other words.", "a")], [[]])


def test_the_article_whose_quotes_do_not_fit_is_named() -> None:
    with pytest.raises(InputError, match=r"'q1' does not fit the text of article 'a'"):
        quotes.normalise([ARTICLE], quotes=[[MOVED]])


@pytest.mark.parametrize("rows", [None, [QUOTES]], ids=["extracted", "given"])
def test_models_that_are_no_path_are_refused_by_name(rows: object) -> None:
    with pytest.raises(OptionError, match="models: expected 'bundled'"):
        quotes.normalise([ARTICLE], quotes=rows, models=None)  # type: ignore[arg-type]
