"""Titles, letters and institutions around a name, and offices that are written like names."""

from __future__ import annotations

import pytest

from quotes.language.sentences import Reading
from quotes.speakers import SpeakingMention, resolve
from quotes.types import Speaker, SpeakerKind
from tests.speakers.asking import ACME, QUELL, VARGA, Read, mention, named


def varga(article: Reading) -> Speaker:
    """Ilse Varga as a speaker of the article."""
    at = article.text.rindex("Ilse Varga")
    (one,) = resolve(article, [], [SpeakingMention(at, at + 10, at)])
    assert one.speaker is not None
    return one.speaker


@pytest.mark.parametrize(
    ("tagged", "roles", "affiliations"),
    [
        pytest.param(
            f"[Location|LOWMOOR/NNP] –/: Harbour/NNP Minister/NNP {VARGA} spoke/VBD ./.",
            ("Harbour Minister",),
            [],
            id="the place of a dateline is no part of the title",
        ),
        pytest.param(
            f"[Location|LOWMOOR/NNP] –/: {ACME} director/NN {VARGA} spoke/VBD ./.",
            ("director",),
            ["Acme Institute"],
            id="nor of the institution",
        ),
        pytest.param(
            f"The/DT head/NN of/IN the/DT {ACME} ,/, Ambassador/NNP {VARGA} ,/, spoke/VBD ./.",
            ("Ambassador", "head"),
            ["Acme Institute"],
            id="a title between the comma and the name",
        ),
        pytest.param(
            f"The/DT head/NN of/IN the/DT {ACME} ,/, the/DT Rt/NNP Hon/NNP {VARGA} ,/, spoke/VBD",
            ("head",),
            ["Acme Institute"],
            id="a style of address there",
        ),
        pytest.param(
            f"Harbour/NNP Minister/NNP Brig/NNP Gen/NNP (/-LRB- retd/JJ )/-RRB- {VARGA} spoke/VBD",
            ("Harbour Minister", "Brig Gen"),
            [],
            id="a rank before brackets",
        ),
        pytest.param(
            f"{VARGA} ,/, MD/NNP ,/, PhD/NNP ,/, director/NN of/IN the/DT {ACME} ,/, spoke/VBD",
            ("director",),
            ["Acme Institute"],
            id="letters behind the name",
        ),
        pytest.param(
            f"{VARGA} ,/, MD/NNP ,/, of/IN the/DT {ACME} ,/, spoke/VBD ./.",
            (),
            ["Acme Institute"],
            id="letters and an institution",
        ),
        pytest.param(
            f"Money/NN came/VBD from/IN {ACME} ,/, whose/WP$ chief/JJ medical/JJ officer/NN ,/, "
            f"{VARGA} ,/, spoke/VBD ./.",
            ("chief medical officer",),
            ["Acme Institute"],
            id="a clause with whose about an institution",
        ),
        pytest.param(
            f"{VARGA} ,/, who/WP took/VBD no/DT part/NN and/CC leads/VBZ the/DT {ACME} ,/, ran/VBD",
            ("leader",),
            ["Acme Institute"],
            id="the second verb of a clause",
        ),
        pytest.param(
            f"{VARGA} ,/, mayor/NN of/IN [Organization|Lowmoor/NNP] ,/, spoke/VBD ./.",
            ("mayor of Lowmoor",),
            [],
            id="what an office is held over",
        ),
        pytest.param(
            f"{VARGA} ,/, governor/NN of/IN the/DT [Organization|Lowmoor/NNP Bank/NNP] ,/, ran/VBD",
            ("governor",),
            ["Lowmoor Bank"],
            id="a governor of an institution",
        ),
        pytest.param(
            "[Organization|Lowmoor/NNP Students/NNPS '/POS Union/NNP] president/NN "
            f"{VARGA} spoke/VBD ./.",
            ("president",),
            ["Lowmoor Students ' Union"],
            id="a possessive inside a name",
        ),
        pytest.param(
            f"[Organization|Lowmoor/NNP Soy/NNP Growers/NNPS] president/NN {VARGA} spoke/VBD ./.",
            ("president",),
            ["Lowmoor Soy Growers"],
            id="a name that ends in a noun for persons",
        ),
        pytest.param(
            f"[Organization|Tide/NNP House/NNP] press/NN secretary/NN {VARGA} spoke/VBD ./.",
            ("press secretary",),
            ["Tide House"],
            id="a trade before the role",
        ),
        pytest.param(
            "[Organization|Tide/NNP Bank/NNP] -/HYPH appointed/VBN "
            f"administrator/NN {VARGA} ran/VBD",
            ("Tide Bank-appointed administrator",),
            [],
            id="appointed by is not of",
        ),
        pytest.param(
            f"Det/NNP Insp/NNP {VARGA} ,/, from/IN [Organization|Lowmoor/NNP Police/NNP] 's/POS "
            "serious/JJ crime/NN squad/NN ,/, spoke/VBD ./.",
            ("Det Insp",),
            ["Lowmoor Police's serious crime squad"],
            id="ranks of the police",
        ),
        pytest.param(
            f"{VARGA} ,/, of/IN [Location|St/NNP Oda/NNP] 's/POS Cathedral/NNP ,/, spoke/VBD ./.",
            (),
            ["St Oda's Cathedral"],
            id="a name with a possessive",
        ),
        pytest.param(
            f"{VARGA} ,/, spokeswoman/NN for/IN the/DT 4th/JJ "
            "[Organization|Tide/NNP Brigade/NNP] ,/, spoke/VBD ./.",
            ("spokeswoman",),
            ["4th Tide Brigade"],
            id="a number before the name",
        ),
        pytest.param(
            f"Shares/NNS in/IN {ACME} fell/VBD ./.\nTrading/NN was/VBD soft/JJ ,/, finance/NN "
            f"director/NN {VARGA} said/VBD ./.",
            ("finance director",),
            ["Acme Institute"],
            id="an office that companies have, of the one named before",
        ),
    ],
)
def test_titles_and_what_stands_between_them_and_the_name(
    tagged: str, roles: tuple[str, ...], affiliations: list[str], read: Read
) -> None:
    speaker = varga(read(tagged))

    assert speaker.roles == roles
    assert [a.name for a in speaker.affiliations] == affiliations


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


def test_a_mention_begins_behind_the_dateline(read: Read) -> None:
    article = read("[Location|LOWMOOR/NNP] –/: Residents/NNS of/IN the/DT ward/NN agreed/VBD ./.")

    found = resolve(article, [], [mention(article, "LOWMOOR –Residents of the ward")])

    assert named(found) == ["Residents of the ward"]


def test_a_title_with_elect_goes_on_to_the_name(read: Read) -> None:
    article = read(
        f"[Organization|Law/NNP Council/NNP] president/NN -/HYPH elect/VB {VARGA} agreed/VBD ./."
    )

    assert named(resolve(article, [], [mention(article, "Law Council president")])) == [
        "Ilse Varga"
    ]
