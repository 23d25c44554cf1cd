"""Offices, nationals and descriptions that are written like names, and whom they mean."""

from __future__ import annotations

import pytest

from quotes.speakers import resolve
from quotes.types import SpeakerKind
from tests.speakers.asking import QUELL, VARGA, Read, mention, named


@pytest.mark.parametrize(
    ("tagged", "words"),
    [
        pytest.param(
            f"The/DT Commissioner/NNP for/IN Ports/NNPS ,/, Mrs./NNP {VARGA} ,/, agreed/VBD ./.",
            "The Commissioner for Ports",
            id="a title with a complement",
        ),
        pytest.param(
            f"The/DT Harbour/NNP Police/NNP Relations/NNPS Officer/NNP ,/, {VARGA} ,/, agreed/VBD "
            "that/IN this/DT must/MD change/VB soon/RB ./.",
            "The Harbour Police Relations Officer",
            id="a title with the word of a body",
        ),
        pytest.param(
            f"Her/PRP$ ex-husband/NN ,/, the/DT painter/NN {VARGA} ,/, agreed/VBD ./.",
            "Her ex-husband",
            id="another description before the name",
        ),
        pytest.param(
            f"The/DT area/NN 's/POS Tide/NNP MP/NNP ,/, {VARGA} ,/, agreed/VBD ./.",
            "The area's Tide MP",
            id="an office that somebody owns",
        ),
    ],
)
def test_an_office_means_whoever_is_named_behind_it(tagged: str, words: str, read: Read) -> None:
    article = read(tagged)

    assert named(resolve(article, [], [mention(article, words)])) == ["Ilse Varga"]


@pytest.mark.parametrize(
    ("tagged", "words"),
    [
        pytest.param(
            "A/DT Lowmoor/NNP man/NN ,/, identified/VBN simply/RB as/IN [Person|Emeka/NNP] ,/, "
            "told/VBD us/PRP so/RB ./.",
            "A Lowmoor man",
            id="identified as",
        ),
        pytest.param(
            "A/DT young/JJ man/NN ,/, who/WP gave/VBD his/PRP$ name/NN as/IN [Person|Emeka/NNP] "
            ",/, told/VBD us/PRP so/RB ./.",
            "A young man",
            id="who gave his name",
        ),
        pytest.param(
            "A/DT young/JJ man/NN named/VBN [Person|Emeka/NNP] told/VBD us/PRP so/RB ./.",
            "A young man",
            id="named",
        ),
    ],
)
def test_a_description_that_gives_a_name_is_of_its_bearer(
    tagged: str, words: str, read: Read
) -> None:
    article = read(f"{tagged}\n[Person|Emeka/NNP] ,/, 26/CD ,/, is/VBZ a/DT guide/NN ./.")

    assert named(resolve(article, [], [mention(article, words)])) == ["Emeka"]


@pytest.mark.parametrize("words", ["A Varga aide", "Varga aides", "the Varga spokesman"])
def test_somebody_of_a_person_is_not_that_person(words: str, read: Read) -> None:
    first, _, noun = words.rpartition(" ")
    determiner, _, _ = first.rpartition(" ")
    tag = "NNS" if noun == "aides" else "NN"
    opening = f"{determiner}/DT " if determiner else ""
    article = read(
        f"{VARGA} left/VBD early/RB again/RB ./.\n"
        f"{opening}[Person|Varga/NNP] {noun}/{tag} said/VBD so/RB ./."
    )

    assert named(resolve(article, [], [mention(article, words)])) == [words]


def test_the_minister_of_something_is_who_is_named_behind(read: Read) -> None:
    article = read(
        f"[Location|Arland/NNP] 's/POS Minister/NNP of/IN Minerals/NNPS ,/, {VARGA} ,/, told/VBD "
        "us/PRP so/RB ./."
    )

    found = resolve(article, [], [mention(article, "Arland's Minister of Minerals")])

    assert named(found) == ["Ilse Varga"]


def test_a_form_of_address_tells_what_somebody_is(read: Read) -> None:
    article = read(
        f"Father/NNP [Person|Hugh/NNP Pye/NNP] met/VBD {QUELL} ,/, a/DT painter/NN ./.\n"
        "It/PRP is/VBZ late/JJ ,/, the/DT priest/NN said/VBD ./."
    )

    assert named(resolve(article, [], [mention(article, "the priest")])) == ["Hugh Pye"]


def test_an_age_alone_means_whose_it_is(read: Read) -> None:
    article = read(
        f"{VARGA} ,/, 34/CD ,/, met/VBD {QUELL} ,/, 51/CD ,/, a/DT painter/NN ./.\n"
        "It/PRP is/VBZ late/JJ ,/, the/DT 34/CD -/HYPH year/NN -/HYPH old/JJ said/VBD ./."
    )

    found = resolve(article, [], [mention(article, "the 34-year-old")])

    assert named(found) == ["Ilse Varga"]


def test_an_office_that_an_institution_has_is_of_whom_it_names(read: Read) -> None:
    article = read(f"[Organization|Genvex/NNP] 's/POS CFO/NNP ,/, {VARGA} ,/, was/VBD calm/JJ ./.")

    assert named(resolve(article, [], [mention(article, "Genvex's CFO")])) == ["Ilse Varga"]


def test_a_firm_with_an_ampersand_is_no_pair_with_the_person_behind_it(read: Read) -> None:
    article = read(
        f"[Person|Needman/NNP] &/CC Co./NNP analyst/NN {VARGA} called/VBD it/PRP a/DT surprise/NN"
    )

    found = resolve(article, [], [mention(article, "Needman & Co. analyst Ilse Varga")])

    assert named(found) == ["Ilse Varga"]


def test_a_plural_description_is_not_the_first_of_the_people_named_behind_it(read: Read) -> None:
    article = read(
        f"Both/DT candidates/NNS for/IN mayor/NN ,/, actress/NN {VARGA} and/CC {QUELL} ,/, ran/VBD"
    )

    (both,) = resolve(article, [], [mention(article, "Both candidates for mayor")])

    assert both.speaker is not None
    assert both.speaker.kind is SpeakerKind.GROUP


def test_a_short_title_in_capitals_means_whoever_bears_it(read: Read) -> None:
    article = read(
        f"Lowmoor/NNP MCA/NNP {VARGA} met/VBD {QUELL} ,/, a/DT painter/NN ./.\n"
        "It/PRP is/VBZ late/JJ ,/, the/DT MCA/NNP said/VBD ./."
    )

    assert named(resolve(article, [], [mention(article, "the MCA")])) == ["Ilse Varga"]


def test_somebody_is_called_by_nationality_alone(read: Read) -> None:
    article = read(
        f"[NORP|Dutch/JJ] painter/NN {QUELL} met/VBD {VARGA} ./.\n"
        "It/PRP is/VBZ late/JJ ,/, the/DT [NORP|Dutchman/NNP] said/VBD ./."
    )

    assert named(resolve(article, [], [mention(article, "the Dutchman")])) == ["Tobias Quell"]


def test_a_people_is_nobody_of_it(read: Read) -> None:
    article = read(
        f"[NORP|French/JJ] painter/NN {QUELL} left/VBD ./.\n"
        "It/PRP is/VBZ late/JJ ,/, the/DT [NORP|French/NNPS] said/VBD ./."
    )

    assert named(resolve(article, [], [mention(article, "the French")])) != ["Tobias Quell"]


def test_a_name_behind_a_description_is_the_subject_that_he_takes_up(read: Read) -> None:
    article = read(
        "Mr/NNP [Person|Tobias/NNP Quell/NNP] said/VBD it/PRP was/VBD late/JJ ./.\n"
        "The/DT owner/NN ,/, Sir/NNP [Person|Hugh/NNP Pye/NNP] ,/, left/VBD ./.\n"
        "It/PRP was/VBD so/RB ,/, he/PRP said/VBD ./."
    )

    found = resolve(article, [], [mention(article, "Tobias Quell"), mention(article, "he", 1)])

    assert named(found) == ["Tobias Quell", "Hugh Pye"]


def test_a_mention_begins_behind_the_dateline(read: Read) -> None:
    article = read("[Location|LOWMOOR/NNP] –/: Residents/NNS of/IN the/DT ward/NN agreed/VBD ./.")

    found = resolve(article, [], [mention(article, "LOWMOOR – Residents of the ward")])

    assert named(found) == ["Residents of the ward"]
