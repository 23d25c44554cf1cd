"""Roles and affiliations, read from the words around a name."""

from __future__ import annotations

import pytest

from quotes.speakers import SpeakingMention, resolve
from tests.speakers.asking import ACME, CWX, VARGA, Read, varga


@pytest.mark.parametrize(
    ("tagged", "roles", "affiliations"),
    [
        pytest.param(
            f"{VARGA} ,/, a/DT fellow/NN at/IN the/DT {ACME} ,/, spoke/VBD ./.",
            ("fellow",),
            ("Acme Institute",),
            id="apposition behind the name",
        ),
        pytest.param(
            f"The/DT director/NN of/IN the/DT {ACME} ,/, {VARGA} ,/, spoke/VBD ./.",
            ("director",),
            ("Acme Institute",),
            id="apposition before the name",
        ),
        pytest.param(
            f"{ACME} director/NN {VARGA} spoke/VBD ./.",
            ("director",),
            ("Acme Institute",),
            id="institution and role before the name",
        ),
        pytest.param(
            f"{ACME} Director/NNP General/NNP {VARGA} spoke/VBD ./.",
            ("Director General",),
            ("Acme Institute",),
            id="capitalised title of two words",
        ),
        pytest.param(
            f"The/DT {ACME} 's/POS {VARGA} spoke/VBD ./.",
            (),
            ("Acme Institute",),
            id="possessive",
        ),
        pytest.param(
            f"{VARGA} of/IN the/DT {ACME} spoke/VBD ./.",
            (),
            ("Acme Institute",),
            id="of-phrase",
        ),
        pytest.param(
            f"{VARGA} is/VBZ the/DT director/NN of/IN the/DT {ACME} ./.",
            ("director",),
            ("Acme Institute",),
            id="copula",
        ),
        pytest.param(
            f"{VARGA} ,/, who/WP heads/VBZ the/DT {ACME} ,/, spoke/VBD ./.",
            ("head",),
            ("Acme Institute",),
            id="relative clause",
        ),
        pytest.param(
            f"{VARGA} ,/, professor/NN of/IN public/JJ health/NN at/IN {ACME} ,/, spoke/VBD ./.",
            ("professor of public health",),
            ("Acme Institute",),
            id="field of work belongs to the role",
        ),
        pytest.param(
            f"The/DT [NORP|Tajik/JJ] President/NNP {VARGA} spoke/VBD ./.",
            ("Tajik President",),
            (),
            id="a nationality is no affiliation",
        ),
        pytest.param(
            f"Finance/NNP Minister/NNP {VARGA} spoke/VBD ./.",
            ("Finance Minister",),
            (),
            id="a portfolio is no affiliation",
        ),
        pytest.param(
            f"{VARGA} ,/, a/DT former/JJ director/NN of/IN the/DT {ACME} ,/, spoke/VBD ./.",
            ("former director",),
            (),
            id="a former post gives no affiliation",
        ),
        pytest.param(
            f"TV/NNP presenter/NN {VARGA} spoke/VBD ./.",
            ("TV presenter",),
            (),
            id="a trade is no affiliation",
        ),
        pytest.param(
            f"Sen./NNP {VARGA} spoke/VBD ./.",
            ("Sen.",),
            (),
            id="a short title is a role without affiliation",
        ),
    ],
)
def test_roles_and_affiliations_are_read_beside_the_name(
    read: Read, tagged: str, roles: tuple[str, ...], affiliations: tuple[str, ...]
) -> None:
    speaker = varga(read(tagged))

    assert speaker.roles == roles
    assert tuple(a.name for a in speaker.affiliations) == affiliations


def test_its_director_belongs_to_the_institution_named_before(read: Read) -> None:
    article = read(
        f"""The/DT {ACME} met/VBD ./.
Its/PRP$ director/NN ,/, {VARGA} ,/, spoke/VBD ./."""
    )

    assert [a.name for a in varga(article).affiliations] == ["Acme Institute"]


def test_an_affiliation_written_as_an_acronym_is_given_its_full_name(read: Read) -> None:
    article = read(
        f"""The/DT {CWX} met/VBD ./.
[Organization|CWX/NNP] director/NN {VARGA} spoke/VBD ./."""
    )

    (affiliation,) = varga(article).affiliations

    assert affiliation.name == "Coastal Water Authority"
    assert affiliation.as_written.text == "CWX"


def test_the_role_of_one_person_is_not_given_to_another(read: Read) -> None:
    article = read(f"""{VARGA} met/VBD [Person|Tobias/NNP Quell/NNP] ,/, a/DT farmer/NN ./.""")

    assert varga(article).roles == ()


def test_an_unnamed_source_has_the_role_and_institution_of_its_phrase(read: Read) -> None:
    article = read(f"A/DT spokeswoman/NN for/IN the/DT {ACME} said/VBD so/RB ./.")
    (one,) = resolve(article, [], [SpeakingMention(0, 36, 0)])

    assert one.speaker is not None
    assert one.speaker.roles == ("spokeswoman",)
    assert [a.name for a in one.speaker.affiliations] == ["Acme Institute"]
