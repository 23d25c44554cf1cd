"""`quotes.Archive`: what is added is found again (`quotes/archive`)."""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Iterable, Iterator

import attrs
import pytest

import quotes
from quotes import Archive
from tests.utterances.building import Story, Who, body, story

WALL = "The sea wall will hold until the spring, whatever the tide brings"
STORIES = [
    story("courier-1", f"⟦marsh: “{WALL},”⟧ ⟦+cue: said⟧ Ada Marsh.", outlet="Courier", day=11),
    story("tidings-1", "Ada Marsh ⟦cue: said⟧ ⟦marsh: “The sea wall will hold until the spring, "
          "whatever the storm brings.”⟧", outlet="Tidings", day=12),
    story("courier-2", "⟦varley: “Bread will cost twice as much,”⟧ Ines Varley of Harbour Bank "
          "⟦+cue: said⟧.", outlet="Courier", day=13,
          varley=Who("Ines Varley", affiliations=("Harbour Bank",))),
    story("herald-1", "⟦marsh: “The library opens in May,”⟧ ⟦+cue: said⟧ Ada Marsh.",
          outlet="Herald", day=20),
    story("herald-2", "⟦board: “The harbour stays shut,”⟧ ⟦+cue: said⟧ Harbour Board.",
          outlet="Herald", board=body("Harbour Board")),
]  # fmt: skip


def _add(archive: Archive, stories: Iterable[Story] = STORIES) -> quotes.archive.Added:
    listed = list(stories)
    return archive.add([s.article for s in listed], [s.quotes for s in listed])


@pytest.fixture
def file(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / "news.db"


@pytest.fixture
def archive(file: pathlib.Path) -> Iterator[Archive]:
    with Archive(file) as made:
        _add(made)
        yield made


def _ids(found: Iterable[quotes.archive.Found]) -> list[str | None]:
    return [row.article.id for row in found]


def test_articles_and_quotes_come_back_as_they_were(archive: Archive) -> None:
    assert len(archive) == len(STORIES)
    assert list(archive.articles()) == [s.article for s in STORIES]
    assert archive.article("courier-1") == STORIES[0].article
    assert [archive.quotes(s.article.id or "") for s in STORIES] == [s.quotes for s in STORIES]
    assert archive.article("nowhere") is None
    assert archive.quotes("nowhere") == ()


def test_what_is_there_is_not_read_again_and_another_text_is_told(archive: Archive) -> None:
    changed = attrs.evolve(STORIES[0].article, text="Other words.")
    fresh = story("late", "⟦fenn: “It is late,”⟧ ⟦+cue: said⟧ Joel Fenn.")
    read: list[quotes.Article] = []

    def extract(articles: Iterable[quotes.Article]) -> Iterator[list[quotes.Quote]]:
        for article in articles:
            read.append(article)
            yield list(fresh.quotes)

    added = archive.add([STORIES[1].article, changed, fresh.article], extract=extract)

    assert added == quotes.archive.Added(1, 1, known=1, changed=("courier-1",))
    assert read == [fresh.article]
    assert archive.article("courier-1") == STORIES[0].article


def test_an_article_in_which_something_goes_wrong_is_told_and_the_others_are_added(
    archive: Archive,
) -> None:
    error = quotes.ArticleError("article 'bad': no", "bad")

    added = archive.add(
        [quotes.Article("A.", "bad"), quotes.Article("B.", "good")], extract=lambda _: [error, []]
    )

    assert added.errors == (error,)
    assert [archive.article(id) is None for id in ("bad", "good")] == [True, False]


def test_quotes_that_are_not_those_of_the_article_are_refused(archive: Archive) -> None:
    with pytest.raises(quotes.InputError, match="does not fit the text"):
        archive.add([quotes.Article("Other.", "x")], [STORIES[0].quotes])
    with pytest.raises(quotes.InputError, match="a list of quotes for each article"):
        archive.add([quotes.Article("Other.", "y")], [])

    assert len(archive) == len(STORIES)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["herald-1", "courier-2", "tidings-1", "courier-1", "herald-2"]),
        ({"words": "wall"}, ["tidings-1", "courier-1"]),
        ({"words": "walls HOLDING tide"}, ["courier-1"]),
        ({"words": "wall bread"}, []),
        ({"speaker": "marsh"}, ["herald-1", "tidings-1", "courier-1"]),
        ({"speaker": "Ada Marsh", "words": "wall", "since": "2031-03-12"}, ["tidings-1"]),
        ({"speaker": "ada-marsh", "outlet": "herald"}, ["herald-1"]),
        ({"speaker": "Mar"}, []),
        ({"affiliation": "harbour bank"}, ["courier-2"]),
        ({"affiliation": "bank", "speaker": "Marsh"}, []),
        ({"outlet": "Courier"}, ["courier-2", "courier-1"]),
        ({"since": datetime.date(2031, 3, 12), "until": "2031-03-13"}, ["courier-2", "tidings-1"]),
        ({"limit": 1}, ["herald-1"]),
    ],
)
def test_quotes_are_found_by_all_that_is_asked_for_latest_first(
    asked: dict[str, object], found: list[str], archive: Archive
) -> None:
    assert _ids(archive.search(**asked)) == found  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ['"', "wall AND", "NEAR(", "*", "text:wall", "(", "a\x00b", "-",
                                   "\ud800", "", "' OR 1=1 --"])  # fmt: skip
def test_no_words_are_a_command_of_the_index(words: str, archive: Archive) -> None:
    assert set(_ids(archive.search(words))) <= {"tidings-1", "courier-1"}


@pytest.mark.parametrize("asked", [{"since": "soon"}, {"until": 3}, {"limit": 0}, {"words": 3}])
def test_a_wrong_question_names_the_option(asked: dict[str, object], archive: Archive) -> None:
    with pytest.raises(quotes.OptionError, match=f"^{next(iter(asked))}: expected"):
        archive.search(**asked)  # type: ignore[arg-type]


def test_a_quote_leads_to_its_utterance_to_the_first_and_to_the_wordings(archive: Archive) -> None:
    row = next(archive.search("storm"))
    assert row.utterance is not None

    utterance = archive.utterance(row.utterance)

    assert utterance is not None
    assert [v.article_id for v in utterance.versions] == ["courier-1", "tidings-1"]
    assert utterance.speaker is not None
    assert utterance.speaker.name == row.speaker == "Ada Marsh"
    assert archive.first(utterance).article == STORIES[0].article
    first, second = archive.wordings(row.utterance)
    assert (first.outlets, first.added, first.dropped) == (("Courier",), (), ())
    assert (second.outlets, second.added, second.dropped) == (
        ("Tidings",),
        ("storm",),
        ("tide",),
    )


def test_the_id_of_every_version_leads_to_the_utterance(archive: Archive) -> None:
    for utterance in archive.utterances():
        for version in utterance.versions:
            assert archive.utterance(f"{version.article_id}:{version.quote.id}") == utterance
    assert archive.utterance("nowhere:q1") is None
    with pytest.raises(quotes.ArchiveError, match="there is no utterance 'nowhere'"):
        archive.first("nowhere")


def test_of_one_day_who_has_an_earlier_time_was_first(file: pathlib.Path) -> None:
    moments = {"a": "2024-05-01", "b": "2024-05-01T09:00:00+02:00", "c": "2024-05-01T08:00:00Z"}
    stories = [story(id, f"⟦marsh: “{WALL},”⟧ ⟦+cue: said⟧ Ada Marsh.") for id in moments]
    with Archive(file) as archive:
        archive.add(
            [attrs.evolve(s.article, published=moments[s.article.id or ""]) for s in stories],
            [s.quotes for s in stories],
        )

        assert archive.first("c:q1").article.id == "b"


def test_a_speaker_is_told_with_names_days_and_counts(archive: Archive) -> None:
    (known,) = archive.speaker("Marsh")

    assert known.speaker.id == "ada-marsh"
    assert known.names == ("Ada Marsh",)
    assert (known.articles, known.quotes) == (3, 3)
    assert known.first == STORIES[0].article.published
    assert known.last == STORIES[3].article.published
    assert archive.speaker("nobody") == ()
    (banker,) = archive.speaker("Varley")
    assert [a.name for a in banker.speaker.affiliations] == ["Harbour Bank"]


def test_a_surname_waits_until_an_utterance_tells_whose_it_is(file: pathlib.Path) -> None:
    short = story("a", f"⟦x: “{WALL},”⟧ ⟦+cue: said⟧ Marsh.", x=Who("Marsh"))
    other = story("b", "⟦x: “Nobody counted the boats,”⟧ ⟦+cue: said⟧ Ben Marsh.",
                  x=Who("Ben Marsh"))  # fmt: skip
    with Archive(file) as archive:
        _add(archive, [short, other])
        _add(archive, STORIES[:1])

        assert {s.speaker.name: s.articles for s in archive.speaker("Marsh")} == {
            "Ada Marsh": 2,
            "Ben Marsh": 1,
        }


def test_very_many_versions_are_added_to_without_joining_all_anew(
    file: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotes.archive.joining.MOST_JOINED", 5)
    stories = [
        story(f"n{i}", f"⟦marsh: “{WALL},”⟧ ⟦+cue: said⟧ Ada Marsh.", day=i + 1) for i in range(12)
    ]
    with Archive(file) as archive:
        _add(archive, stories)

        (utterance,) = archive.utterances()

    assert [v.article_id for v in utterance.versions] == [f"n{i}" for i in range(12)]
    assert {v.relation for v in utterance.versions} == {quotes.VersionRelation.VERBATIM}


def test_text_that_is_no_unicode_comes_back(file: pathlib.Path) -> None:
    odd = quotes.Article("Half \ud800 of it.", "id\udfff", outlet="\ud801")
    with Archive(file) as archive:
        archive.add([odd], [[]])

        assert list(archive.articles()) == [odd]


def test_all_is_there_when_it_is_opened_again(archive: Archive, file: pathlib.Path) -> None:
    before = list(archive.utterances())
    archive.close()

    with Archive(file, read_only=True) as again:
        assert list(again.utterances()) == before
    with pytest.raises(quotes.ArchiveError, match="the archive is closed"):
        len(archive)


def test_versions_are_exported_as_rows(archive: Archive, tmp_path: pathlib.Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    number = archive.export(tmp_path / "news.parquet")

    table = parquet.read_table(tmp_path / "news.parquet")
    assert number == table.num_rows == 5
    assert set(table["utterance_speaker"].to_pylist()) == {
        "Ada Marsh",
        "Ines Varley",
        "Harbour Board",
    }
