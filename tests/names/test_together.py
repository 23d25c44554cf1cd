"""Couples, nicknames and other names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes.language.sentences import Reading
from quotes.names.people import people

Read = Callable[[str], Reading]


def names(article: Reading) -> list[str]:
    """The people of an article."""
    return [person.name for person in people(article)]


def test_a_first_name_beside_a_full_name_shares_the_surname(read: Read) -> None:
    article = read(
        "[Person|Alf/NNP] and/CC [Person|Doreen/NNP Pettifer/NNP] still/RB dance/VBP ./.\n"
        "Mr/NNP [Person|Pettifer/NNP] laughed/VBD ./."
    )

    couple = people(article)

    assert [person.name for person in couple] == ["Alf Pettifer", "Doreen Pettifer"]
    assert [len(person.mentions) for person in couple] == [2, 1]


def test_a_surname_beside_a_full_name_stays_one(read: Read) -> None:
    article = read(
        "[Person|Ilse/NNP Craig/NNP] spoke/VBD ./.\n"
        "[Person|Craig/NNP] and/CC [Person|Anna/NNP Quell/NNP] agreed/VBD ./."
    )

    assert names(article) == ["Ilse Craig", "Anna Quell"]


@pytest.mark.parametrize(
    "tagged",
    [
        "[Person|Rufus/NNP] “/`` Tank/NNP ”/'' [Person|Moody/NNP] said/VBD no/DT ./.",
        "[Person|Rufus/NNP “/`` Tank/NNP ”/'' Moody/NNP] said/VBD no/DT ./.",
        "[Person|Rufus/NNP] “/`` Tank/NNP ”/'' Moody/NNP left/VBD the/DT ring/NN early/RB ./.",
    ],
)
def test_a_nickname_between_marks_does_not_part_a_name(tagged: str, read: Read) -> None:
    (one,) = people(read(f"{tagged}\n[Person|Tank/NNP] left/VBD ./."))

    assert one.name == "Rufus Moody"
    assert len(one.mentions) == 2


def test_a_title_of_a_short_name_behind_a_dash_is_no_part_of_it(read: Read) -> None:
    article = read("[Location|Lowmoor/NNP] —/: [Person|Sen./NNP Corazon/NNP Lim/NNP] spoke/VBD ./.")

    assert names(article) == ["Corazon Lim"]


def test_a_surname_means_who_was_named_last_rather_than_who_has_a_form_of_address(
    read: Read,
) -> None:
    article = read(
        "Mrs./NNP [Person|Edna/NNP Quell/NNP] came/VBD ./.\nIt/PRP was/VBD late/JJ ./.\n"
        "It/PRP was/VBD dark/JJ ./.\n"
        "[Person|Tobias/NNP Quell/NNP] played/VBD ./.\n[Person|Quell/NNP] said/VBD no/DT ./."
    )

    assert [len(person.mentions) for person in people(article)] == [1, 2]
