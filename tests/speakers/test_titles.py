"""Titles, letters and institutions around a name."""

from __future__ import annotations

import pytest

from tests.speakers.asking import ACME, VARGA, Read, varga


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
            f"[Organization|Kanal/NNP -/HYPH 5/CD] director/NN {VARGA} spoke/VBD ./.",
            ("director",),
            ["Kanal-5"],
            id="a number goes with the name that a hyphen joins it to",
        ),
        pytest.param(
            f"{VARGA} ,/, director/NN at/IN [Organization|Kanal/NNP] -/HYPH 5/CD ,/, spoke/VBD ./.",
            ("director",),
            ["Kanal-5"],
            id="also behind the office",
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
        pytest.param(
            f"Union/NNP president/NN {VARGA} spoke/VBD ./.",
            ("Union president",),
            [],
            id="a sort of body names none",
        ),
        pytest.param(
            f"State/NNP TTP/NNP president/NN {VARGA} spoke/VBD ./.",
            ("president",),
            ["TTP"],
            id="the level of a party",
        ),
        pytest.param(
            f"[Organization|Harbour/NNP Commission/NNP] Vice/NNP -/: President/NNP {VARGA} spoke"
            "/VBD ./.",
            ("Vice-President",),
            ["Harbour Commission"],
            id="a compound office",
        ),
        pytest.param(
            f"MP/NNP {VARGA} (/-LRB- TTP/NNP ,/, [Location|Lowmoor/NNP North/NNP] )/-RRB- ran/VBD",
            ("MP",),
            ["TTP"],
            id="the party of a member in brackets",
        ),
        pytest.param(
            f"No/DT ,/, said/VBD Lowmoor/NNP Capt./NNP\n{VARGA} spoke/VBD ./.",
            ("Capt.",),
            [],
            id="a title that was taken for the end of a sentence",
        ),
        pytest.param(
            f"[NORP|Arlandic/JJ] TV/NN presenter/NN {VARGA} spoke/VBD ./.",
            ("Arlandic TV presenter",),
            [],
            id="a trade before the role of somebody on air",
        ),
        pytest.param(
            f"Another/DT other/JJ local/JJ guide/NN ,/, {VARGA} ,/, spoke/VBD ./.",
            ("local guide",),
            [],
            id="a word that only tells one from another",
        ),
        pytest.param(
            f"The/DT [Organization|National/NNP Agency/NNP for/IN Tides/NNPS] 's/POS director/NN "
            f"{VARGA} agreed/VBD ./.",
            ("director",),
            ["National Agency for Tides"],
            id="a name with for in a possessive",
        ),
        pytest.param(
            f"Counsel/NN to/IN the/DT inquiry/NN {VARGA} asked/VBD why/WRB ./.",
            ("Counsel to the inquiry",),
            [],
            id="a title with to",
        ),
        pytest.param(
            f"Mowasal/NNP CEO/NN {VARGA} agreed/VBD ./.",
            ("CEO",),
            ["Mowasal"],
            id="an unknown name before an office in capitals",
        ),
        pytest.param(
            f"{VARGA} ,/, professor/NN at/IN [Organization|Lowmoor/NNP University/NNP] 's/POS "
            "College/NNP of/IN Tides/NNPS ,/, agreed/VBD ./.",
            ("professor",),
            ["Lowmoor University's College of Tides"],
            id="a college of a university",
        ),
        pytest.param(
            f"Detective/NNP Constable/NNP {VARGA} agreed/VBD ./.",
            ("Detective Constable",),
            [],
            id="the ranks of detectives",
        ),
        pytest.param(
            f"Shares/NNS in/IN [Person|Kortex/NNP] Inc./NNP fell/VBD ./.\n[Person|Kortex/NNP] "
            f"'s/POS general/JJ counsel/NN ,/, {VARGA} ,/, agreed/VBD ./.",
            ("general counsel",),
            ["Kortex"],
            id="a company that is called one elsewhere",
        ),
        pytest.param(
            f"{VARGA} ,/, who/WP heads/VBZ the/DT [Location|Lowmoor/NNP] -/HYPH based/VBN {ACME} "
            ",/, spoke/VBD ./.",
            ("head",),
            ["Acme Institute"],
            id="behind the place of its seat",
        ),
        pytest.param(
            f"{VARGA} ,/, 21/CD ,/, from/IN [Organization|Lowmoor/NNP] ,/, spoke/VBD ./.",
            (),
            [],
            id="a residence behind an age",
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
    ("tagged", "roles", "affiliations"),
    [
        pytest.param(
            f"[Person|Camber/NNP] spokesman/NN {VARGA} spoke/VBD ./.",
            ("spokesman",),
            ["Camber"],
            id="a name taken for a person's before an office",
        ),
        pytest.param(
            f"Republican/JJ senator/NN {VARGA} spoke/VBD ./.",
            ("senator",),
            ["Republican"],
            id="a party",
        ),
        pytest.param(
            f"[Organization|Elmford/NNP Police/NNP] Sgt./NNP {VARGA} spoke/VBD ./.",
            ("Sgt.",),
            ["Elmford Police"],
            id="an institution before a rank",
        ),
        pytest.param(
            f"Rovers/NNPS '/POS manager/NN {VARGA} spoke/VBD ./.",
            ("manager",),
            ["Rovers"],
            id="a club that owns the office",
        ),
        pytest.param(
            f"{VARGA} ,/, strategist/NN at/IN [Person|Miller/NNP Tarn/NNP] ,/, spoke/VBD ./.",
            ("strategist",),
            ["Miller Tarn"],
            id="a firm behind at that is named like a person",
        ),
        pytest.param(
            f"{VARGA} ,/, Vice/NNP President/NNP ,/, Data/NNP ,/, at/IN {ACME} ,/, spoke/VBD ./.",
            ("Vice President",),
            ["Acme Institute"],
            id="a field between commas",
        ),
        pytest.param(
            f"{VARGA} ,/, Head/NNP of/IN Growth/NNP at/IN {ACME} ,/, spoke/VBD ./.",
            ("Head of Growth",),
            ["Acme Institute"],
            id="a field behind of",
        ),
        pytest.param(
            f"{VARGA} ,/, a/DT spokeswoman/NN for/IN the/DT commerce/NN ministry/NN ,/, spoke/VBD",
            ("spokeswoman",),
            ["commerce ministry"],
            id="a body in small letters",
        ),
        pytest.param(
            f"{VARGA} ,/, the/DT city/NN council/NN 's/POS director/NN ,/, spoke/VBD ./.",
            ("director",),
            ["city council"],
            id="a body in small letters that owns the office",
        ),
        pytest.param(
            f"{VARGA} ,/, for/IN {ACME} ,/, spoke/VBD ./.", (), ["Acme Institute"], id="for"
        ),
        pytest.param(
            f"{VARGA} ,/, a/DT villager/NN ,/, spoke/VBD ./.", ("villager",), [], id="a villager"
        ),
    ],
)
def test_institutions_that_only_their_place_tells(
    tagged: str, roles: tuple[str, ...], affiliations: list[str], read: Read
) -> None:
    speaker = varga(read(tagged))

    assert speaker.roles == roles
    assert [a.name for a in speaker.affiliations] == affiliations
