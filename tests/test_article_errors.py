"""One article that something goes wrong in takes no other along (`quotes/api.py`)."""

from __future__ import annotations

import copyreg
import logging
import pathlib
import pickle
from collections.abc import Iterator, Sequence
from typing import assert_type

import pytest

import quotes
from quotes import engine
from quotes.errors import ArticleError, InputError, ModelError, OptionError, QuotesError
from quotes.language.sentences import Analyser
from quotes.types import Article, Quote
from tests.cli.running import run

FAULT = "It never ends."
TEXTS = ["Rain.", FAULT, "Wind.", "Sun."]
ARTICLES = [Article(text, id=name) for text, name in zip(TEXTS, "abcd", strict=True)]


class Stub:
    """Stands in for `engine.quotes_of`: no quotes, and an error where a text is at fault."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.error: BaseException = IndexError("list index out of range")

    def __call__(
        self, articles: Sequence[Article], analyser: Analyser, least: float, *, reports: bool
    ) -> list[list[Quote]]:
        self.batches.append([article.text for article in articles])
        if any(article.text == FAULT for article in articles):
            raise self.error
        return [[] for _ in articles]


@pytest.fixture(autouse=True)
def stub(monkeypatch: pytest.MonkeyPatch) -> Stub:
    stub = Stub()
    monkeypatch.setattr(engine, "quotes_of", stub)
    return stub


def test_what_goes_wrong_in_an_article_names_it_and_keeps_the_cause(stub: Stub) -> None:
    with pytest.raises(ArticleError) as caught:
        quotes.extract(Article(FAULT, id="a7"))

    assert isinstance(caught.value, QuotesError)
    assert caught.value.article_id == "a7"
    assert caught.value.__cause__ is stub.error
    assert str(caught.value) == "article 'a7': IndexError: list index out of range"


def test_an_article_without_id_is_known_by_how_it_begins() -> None:
    with pytest.raises(ArticleError, match=r"article without id that begins 'It never ends\.'"):
        quotes.extract(FAULT)


def test_an_error_is_raised_after_the_results_of_all_articles_before_it() -> None:
    found = quotes.extract_many(ARTICLES)

    assert next(found) == []
    with pytest.raises(ArticleError) as caught:
        next(found)
    assert caught.value.article_id == "b"


def test_an_article_at_fault_is_left_out_with_a_line_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING, "quotes"):
        found = list(quotes.extract_many(ARTICLES, errors="skip"))

    assert found == [[], [], []]
    assert [record.getMessage() for record in caplog.records] == [
        "left out: article 'b': IndexError: list index out of range"
    ]


def test_the_error_is_given_in_the_place_of_the_article() -> None:
    found = list(quotes.extract_many(ARTICLES, errors="return"))

    assert [row for row in found if isinstance(row, list)] == [[], [], []]
    assert isinstance(found[1], ArticleError)
    assert found[1].article_id == "b"


def test_articles_are_done_one_by_one_only_if_their_batch_fails(stub: Stub) -> None:
    list(quotes.extract_many(["Rain."] * 20))
    assert [len(batch) for batch in stub.batches] == [16, 4]

    stub.batches.clear()
    list(quotes.extract_many(ARTICLES, errors="skip"))
    assert stub.batches == [TEXTS, *([text] for text in TEXTS)]


@pytest.mark.parametrize(
    "error", [MemoryError(), KeyboardInterrupt(), SystemExit(3), ModelError("damaged")], ids=repr
)
def test_what_is_not_the_fault_of_an_article_is_raised_as_it_is(
    stub: Stub, error: BaseException
) -> None:
    stub.error = error

    with pytest.raises(type(error)) as caught:
        list(quotes.extract_many(ARTICLES, errors="skip"))
    assert caught.value is error


def test_an_input_that_raises_does_so_after_the_articles_before() -> None:
    def articles() -> Iterator[str]:
        yield from ("Rain.", "Wind.")
        raise OSError("the disk is gone")

    found = quotes.extract_many(articles(), errors="skip")

    assert [next(found), next(found)] == [[], []]
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)


def test_a_value_that_is_no_article_is_refused_after_the_articles_before() -> None:
    found = quotes.extract_many(["Rain.", None, "Wind."])  # type: ignore[list-item]

    assert next(found) == []
    with pytest.raises(InputError, match="NoneType"):
        next(found)


def test_a_value_that_is_no_article_can_be_given_as_an_error() -> None:
    values = ["Rain.", None, "Wind."]

    found = list(quotes.extract_many(values, errors="return"))  # type: ignore[call-overload]

    assert (found[0], found[2]) == ([], [])
    assert isinstance(found[1], ArticleError)
    assert isinstance(found[1].__cause__, InputError)
    assert str(found[1]) == "article: expected str or Article, not NoneType (number 2)"


def test_a_text_longer_than_allowed_is_refused() -> None:
    assert quotes.extract("Rain.", max_chars=5) == []
    with pytest.raises(InputError, match="article: 5 characters, more than max_chars=4"):
        quotes.extract("Rain.", max_chars=4)


def test_among_many_articles_a_longer_one_is_an_error_of_that_article() -> None:
    articles = [Article("Rain."), Article("Hail again.", id="b"), Article("Wind.")]

    found = list(quotes.extract_many(articles, max_chars=5, errors="return"))

    assert (found[0], found[2]) == ([], [])
    assert isinstance(found[1], ArticleError)
    assert isinstance(found[1].__cause__, InputError)
    assert found[1].article_id == "b"
    with pytest.raises(ArticleError, match="article 'b': 11 characters, more than max_chars=5"):
        list(quotes.extract_many(articles, max_chars=5))


@pytest.mark.parametrize("value", [0, -1, True, "9", 1.5])
def test_a_length_that_is_none_is_refused(value: object) -> None:
    with pytest.raises(OptionError, match="max_chars: expected a whole number of 1 or more"):
        quotes.Extractor(max_chars=value)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["ignore", "", None, 7, ["skip"]])
def test_an_unknown_way_to_treat_errors_is_refused_at_once(value: object) -> None:
    with pytest.raises(OptionError, match="errors: expected 'raise', 'skip', 'return', not"):
        quotes.extract_many([], errors=value)  # type: ignore[call-overload]


def test_normalise_names_the_article_that_fails() -> None:
    with pytest.raises(ArticleError) as caught:
        quotes.normalise(ARTICLES)

    assert caught.value.article_id == "b"


def test_the_command_line_tells_an_article_at_fault_in_one_line_and_goes_on(
    tmp_path: pathlib.Path,
) -> None:
    files = [tmp_path / f"{name}.txt" for name in "abc"]
    for file, text in zip(files, TEXTS, strict=False):
        file.write_text(text, encoding="utf8")

    result = run("extract", *files)

    assert result.exit_code == 1
    assert (
        result.stderr
        == f"quotes: article {str(files[1])!r}: IndexError: {'list index'} out of range\n"
    )
    assert "a.txt" in result.stdout
    assert "c.txt" in result.stdout


class Unportable(Exception):
    """An error that cannot be restored from what pickle keeps of it."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


@pytest.mark.parametrize("cause", [IndexError("x"), Unportable("x", "y"), None], ids=repr)
def test_an_article_error_is_the_same_after_pickling(
    cause: Exception | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Dask, once loaded, teaches pickle to restore every error its own way.
    for kind in (ArticleError, Unportable):
        monkeypatch.delitem(copyreg.dispatch_table, kind, raising=False)
    error = ArticleError("article 'a': it failed", "a")
    error.__cause__ = cause

    again = pickle.loads(pickle.dumps(error))

    assert type(again) is ArticleError
    assert (str(again), again.article_id) == (str(error), "a")
    if isinstance(cause, Unportable):
        assert str(again.__cause__) == "Unportable: x y"
    else:
        assert repr(again.__cause__) == repr(cause)


def test_the_types_tell_where_errors_are_given() -> None:
    assert_type(quotes.extract_many([]), Iterator[list[Quote]])
    assert_type(quotes.extract_many([], errors="skip"), Iterator[list[Quote]])
    assert_type(quotes.extract_many([], errors="return"), Iterator[list[Quote] | ArticleError])
    extractor = quotes.Extractor()
    assert_type(extractor.extract_many([]), Iterator[list[Quote]])
    assert_type(extractor.extract_many([], errors="return"), Iterator[list[Quote] | ArticleError])
