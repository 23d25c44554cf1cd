"""Who is one person in an archive, and who only has a name like another's (`archive.people`)."""

from __future__ import annotations

import pathlib

import pytest

import quotes
from tests.utterances.building import Story, Who, story

WALL = "The sea wall will hold until the spring, whatever the tide brings"
FERRY = "The ferry to the outer islands will sail twice a day from June"


def _told(id: str, words: str, name: str, day: int) -> Story:
    return story(id, f"⟦x: “{words},”⟧ ⟦+cue: said⟧ {name} at the harbour.", day=day, x=Who(name))


def _speakers(tmp_path: pathlib.Path, *stories: Story) -> set[frozenset[str]]:
    """The articles of each speaker."""
    with quotes.Archive(tmp_path / "news.db") as archive:
        archive.add([s.article for s in stories], [s.quotes for s in stories])
        found: dict[str, set[str]] = {}
        for row in archive.search():
            assert row.speaker_id is not None
            found.setdefault(row.speaker_id, set()).add(str(row.article.id))
    return set(map(frozenset, found.values()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Marsh", "Ines Marsh"),
        ("Ada Marsh", "Anna Marsh"),
        ("Ben Marsh", "Ada Marsh"),
        ("Ben Marsh", "Bob Marsh"),
        ("Al Marsh", "Ada Marsh"),
        ("Mr. Ben Marsh", "Ms. Ada Marsh"),
    ],
)
def test_one_surname_with_other_first_names_is_two_people_even_of_the_same_words(
    one: str, other: str, tmp_path: pathlib.Path
) -> None:
    rows = [_told(f"{i}", WALL, name, i + 1) for i, name in enumerate((one, other, one, other))]

    assert _speakers(tmp_path, *rows) == {frozenset("02"), frozenset("13")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Marsh", "Ada J. Marsh"),
        ("Ben Marsh", "Benjamin Marsh"),
        ("Ben Saleh", "Omar Ben Saleh"),
        ("Ada Marsh", "A. Marsh"),
        ("Ada Marsh", "Marsh"),
    ],
)
def test_names_that_may_be_one_are_one_person_of_the_same_words(
    one: str, other: str, tmp_path: pathlib.Path
) -> None:
    assert _speakers(tmp_path, _told("0", WALL, one, 1), _told("1", WALL, other, 2)) == {
        frozenset("01")
    }


def test_a_surname_that_two_bear_is_neither_unless_the_words_tell(tmp_path: pathlib.Path) -> None:
    rows = [
        _told("ada", WALL, "Ada Marsh", 1),
        _told("ben", FERRY, "Ben Marsh", 1),
        _told("short", FERRY, "Marsh", 2),
        _told("none", "Nobody has counted the boats this year", "Marsh", 2),
    ]

    found = _speakers(tmp_path, *rows)

    assert frozenset({"ben", "short"}) in found
    assert frozenset({"ada"}) in found
