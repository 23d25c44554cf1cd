"""Who is named in an article, in what forms."""

from __future__ import annotations

from collections.abc import Callable

from quotes.language.sentences import Reading
from quotes.names.people import people

Read = Callable[[str], Reading]


def test_a_surname_joins_the_full_name_that_comes_before_it(read: Read) -> None:
    article = read(
        """[Person|Ilse/NNP Varga/NNP] spoke/VBD ./.
[Person|Varga/NNP] left/VBD ./."""
    )

    (person,) = people(article)

    assert person.name == "Ilse Varga"
    assert [article.text[m.start : m.end] for m in person.mentions] == ["Ilse Varga", "Varga"]


def test_a_surname_joins_the_full_name_that_comes_after_it(read: Read) -> None:
    article = read(
        """[Person|Varga/NNP] spoke/VBD ./.
[Person|Ilse/NNP Varga/NNP] left/VBD ./."""
    )

    assert [p.name for p in people(article)] == ["Ilse Varga"]


def test_titles_are_no_part_of_the_name(read: Read) -> None:
    article = read("Finance/NNP Minister/NNP [Person|Tobias/NNP Quell/NNP] spoke/VBD ./.")

    assert [p.name for p in people(article)] == ["Tobias Quell"]


def test_honorifics_keep_two_people_of_one_surname_apart(read: Read) -> None:
    article = read(
        """[Person|Ilse/NNP Varga/NNP] met/VBD [Person|Tobias/NNP Varga/NNP] ./.
Mrs./NNP [Person|Varga/NNP] spoke/VBD ./.
Mr./NNP [Person|Varga/NNP] left/VBD ./."""
    )

    ilse, tobias = people(article)

    assert [m.sentence for m in ilse.mentions] == [0, 1]
    assert [m.sentence for m in tobias.mentions] == [0, 2]


def test_letters_of_honours_are_no_part_of_the_name(read: Read) -> None:
    article = read("[Person|Ilse/NNP Varga/NNP OBE/NNP] spoke/VBD ./.")

    assert [p.name for p in people(article)] == ["Ilse Varga"]


def test_a_dateline_before_a_dash_is_no_part_of_the_name(read: Read) -> None:
    article = read("[Person|ROME/NNP —/HYPH Ilse/NNP Varga/NNP] spoke/VBD ./.")

    assert [p.name for p in people(article)] == ["Ilse Varga"]


def test_a_headline_in_title_case_makes_no_longer_name(read: Read) -> None:
    article = read(
        """[Person|Ilse/NNP Varga/NNP Presses/VBZ] Senate/NNP On/IN Dams/NNPS

[Person|Ilse/NNP Varga/NNP] spoke/VBD ./."""
    )

    assert [p.name for p in people(article)] == ["Ilse Varga"]


def test_a_name_inside_the_name_of_an_institution_is_no_person(read: Read) -> None:
    article = read("The/DT [Organization|Varga/NNP University/NNP] opened/VBD ./.")

    assert people(article) == ()


def test_an_honorific_shows_the_sex_where_the_first_name_does_not(read: Read) -> None:
    article = read(
        """[Person|Zzyx/NNP Varga/NNP] spoke/VBD ./.
Ms/NNP [Person|Varga/NNP] left/VBD ./."""
    )

    assert [p.sex for p in people(article)] == ["female"]


def test_names_between_marks_are_known_as_quoted(read: Read) -> None:
    article = read("“/`` [Person|Ilse/NNP Varga/NNP] left/VBD ,/, ”/'' he/PRP said/VBD ./.")

    (person,) = people(article, [(0, 18)])

    assert [m.quoted for m in person.mentions] == [True]


def test_a_text_without_sentences_names_nobody(read: Read) -> None:
    assert people(Reading("", "", (), ())) == ()


def test_a_pronoun_behind_a_shared_surname_shows_who_is_meant(read: Read) -> None:
    article = read(
        """[Person|Ilse/NNP Varga/NNP] met/VBD [Person|Tobias/NNP Varga/NNP] ./.
[Person|Varga/NNP] said/VBD she/PRP had/VBD left/VBN ./."""
    )

    ilse, tobias = people(article)

    assert [m.sentence for m in ilse.mentions] == [0, 1]
    assert [m.sentence for m in tobias.mentions] == [0]
