"""Who is named in an article, in what forms."""

from __future__ import annotations

from collections.abc import Callable

from quotes.language.sentences import Reading
from quotes.names.candidates import candidates
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


def test_a_person_in_the_name_of_an_institution_is_not_meant(read: Read) -> None:
    article = read(
        """[Person|Ilse/NNP Varga/NNP] spoke/VBD ./.
The/DT [Person|Ilse/NNP Varga/NNP] [Organization|Foundation/NNP] paid/VBD ./.
[Person|Tobias/NNP] [Location|Quell/NNP] [Organization|University/NNP] paid/VBD ./."""
    )

    (ilse,) = people(article)

    assert [m.sentence for m in ilse.mentions] == [0]


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


def test_a_name_between_marks_does_not_take_a_shared_surname_away(read: Read) -> None:
    article = read(
        """[Person|Ilse/NNP Varga/NNP] met/VBD [Person|Tobias/NNP Varga/NNP] ./.
[Person|Ilse/NNP Varga/NNP] spoke/VBD ./.
“/`` [Person|Tobias/NNP Varga/NNP] lied/VBD ./. ”/''
[Person|Varga/NNP] left/VBD ./."""
    )
    quoted = (article.text.index("“"), article.text.index("”") + 1)

    ilse, _ = people(article, [quoted])

    assert [m.sentence for m in ilse.mentions] == [0, 1, 3]


def test_a_surname_is_not_of_whom_the_sentence_names_in_full_behind_it(read: Read) -> None:
    article = read(
        """[Person|Ilse/NNP Varga/NNP] met/VBD [Person|Tobias/NNP Varga/NNP] ./.
[Person|Varga/NNP] praised/VBD [Person|Tobias/NNP Varga/NNP] ./."""
    )

    ilse, _ = people(article)

    assert [m.sentence for m in ilse.mentions] == [0, 1]


def test_a_given_name_of_two_syllables_may_open_with_a_small_word(read: Read) -> None:
    article = read("spokesperson/NN Kang/NNP In/IN -/HYPH ro/NN spoke/VBD ./.")

    assert [p.parts.words for p in people(article)] == [("kang", "in", "ro")]


def test_a_family_name_in_front_shows_no_sex(read: Read) -> None:
    article = read("[Person|Xia/NNP Torvan/NNP] spoke/VBD ./.")

    assert [p.sex for p in people(article)] == [None]


def test_a_small_word_before_a_name_is_no_part_of_it(read: Read) -> None:
    article = read("They/PRP saw/VBD Ilse/NNP as/IN [Person|Tobias/NNP Quell/NNP] ./.")

    assert "Tobias Quell" in [p.name for p in people(article)]


def test_many_tagged_names_in_a_row_do_not_make_ever_longer_names(read: Read) -> None:
    row = " ".join(f"[Person|Ada/NNP Rowe{n}/NNP]" for n in range(60))

    assert max(len(c.parts.words) for c in candidates(read(f"{row} ./."))) < 30


def test_a_shared_surname_is_of_whom_the_article_is_about(read: Read) -> None:
    article = read(
        """[Person|Ilse/NNP Varga/NNP] spoke/VBD ./.
[Person|Varga/NNP] left/VBD ./.
[Person|Varga/NNP] ran/VBD ./.
[Person|Varga/NNP] fell/VBD ./.
[Person|Tobias/NNP Varga/NNP] helped/VBD ./.
[Person|Varga/NNP] rose/VBD ./."""
    )

    ilse, _ = people(article)

    assert [m.sentence for m in ilse.mentions] == [0, 1, 2, 3, 5]


def test_a_first_name_that_is_also_a_faith_stays_in_the_name(read: Read) -> None:
    article = read("Capt./NNP [Person|Christian/NNP Quell/NNP] spoke/VBD ./.")

    assert [p.name for p in people(article)] == ["Christian Quell"]


def test_a_title_behind_a_first_name_is_the_surname(read: Read) -> None:
    article = read("Former/JJ Rep./NNP [Person|David/NNP] Bishop/NNP said/VBD so/RB ./.")

    assert [p.name for p in people(article)] == ["David Bishop"]


def test_a_first_name_behind_a_relative_is_no_title(read: Read) -> None:
    article = read("Her/PRP$ partner/NN [Person|Dean/NNP Quell/NNP] left/VBD early/RB today/NN ./.")

    assert [person.name for person in people(article)] == ["Dean Quell"]


def test_a_name_goes_on_behind_a_letter_with_an_accent(read: Read) -> None:
    article = read("[Person|Donncha/NNP Ó/, Maoilearca/NNP] left/VBD early/RB today/NN ./.")

    assert [person.name for person in people(article)] == ["Donncha Ó Maoilearca"]


def test_a_learned_trade_is_no_part_of_the_name(read: Read) -> None:
    article = read("Infectologist/NNP [Person|Rita/NNP Quell/NNP] was/VBD angry/JJ again/RB ./.")

    assert [person.name for person in people(article)] == ["Rita Quell"]


def test_a_surname_with_a_hyphen_is_whole_though_its_end_is_a_place(read: Read) -> None:
    article = read(
        "[Person|Ana/NNP Santos/NNP] -/HYPH [Location|Cruz/NNP] fainted/VBD again/RB today/NN ./."
    )

    assert [person.name for person in people(article)] == ["Ana Santos-Cruz"]
