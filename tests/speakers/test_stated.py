"""Institutions stated in a clause, by a noun that takes them up, or far from the name."""

from __future__ import annotations

import pytest

from quotes.language.sentences import Reading
from quotes.speakers import SpeakingMention, resolve
from quotes.types import Speaker
from tests.speakers.asking import ACME, VARGA, Read, mention

MINISTRY = "[Organization|Harbour/NNP Ministry/NNP]"


def varga(article: Reading) -> Speaker:
    """Ilse Varga as a speaker of the article."""
    at = article.text.rindex("Ilse Varga")
    (one,) = resolve(article, [], [SpeakingMention(at, at + 10, at)])
    assert one.speaker is not None
    return one.speaker


def names_of(speaker: Speaker) -> list[str]:
    """The affiliations of a speaker."""
    return [a.name for a in speaker.affiliations]


@pytest.mark.parametrize(
    ("tagged", "affiliations"),
    [
        pytest.param(
            f"{VARGA} ,/, who/WP lectures/VBZ on/IN tides/NNS at/IN the/DT {ACME} ,/, spoke/VBD",
            ["Acme Institute"],
            id="an employer behind another phrase",
        ),
        pytest.param(
            f"{VARGA} leads/VBZ the/DT {ACME} ./.", ["Acme Institute"], id="a main verb that heads"
        ),
        pytest.param(
            f"{VARGA} ,/, who/WP founded/VBD the/DT {ACME} ,/, spoke/VBD ./.",
            ["Acme Institute"],
            id="a founder stays one",
        ),
        pytest.param(
            f"{VARGA} ,/, who/WP had/VBD served/VBN at/IN the/DT {ACME} ,/, spoke/VBD ./.",
            [],
            id="past service",
        ),
        pytest.param(
            f"{VARGA} ,/, who/WP was/VBD director/NN of/IN the/DT {ACME} until/IN May/NNP ,/, left",
            [],
            id="a post that ended",
        ),
        pytest.param(
            f"{VARGA} ,/, a/DT lawyer/NN representing/VBG the/DT {ACME} ,/, agreed/VBD ./.",
            ["Acme Institute"],
            id="a participle behind the role",
        ),
        pytest.param(f"said/VBD {VARGA} ,/, {ACME} ./.", ["Acme Institute"], id="a line alone"),
        pytest.param(
            f"said/VBD {VARGA} ,/, {ACME} ,/, most/JJS of/IN the/DT press/NN and/CC others/NNS ./.",
            [],
            id="a list is no line",
        ),
        pytest.param(
            f"{VARGA} ,/, director/NN of/IN the/DT ferry/NN company/NN Brinefall/NNP ,/, spoke/VBD",
            ["Brinefall"],
            id="a name behind what it is",
        ),
        pytest.param(
            f"{VARGA} ,/, manager/NN of/IN 7/CD Tides/NNP Group/NNP ,/, spoke/VBD ./.",
            ["7 Tides Group"],
            id="a name that opens with a number",
        ),
        pytest.param(
            f"{VARGA} ,/, author/NN of/IN [Organization|Harbour/NNP News/NNP] ,/, spoke/VBD ./.",
            [],
            id="a work is no institution",
        ),
        pytest.param(
            f"{ACME} graduate/NN {VARGA} spoke/VBD ./.", [], id="a graduate speaks for nobody"
        ),
        pytest.param(
            f"{ACME} (/-LRB- ACM/NNP )/-RRB- president/NN {VARGA} spoke/VBD ./.",
            ["Acme Institute"],
            id="a short form before the role",
        ),
        pytest.param(
            f"{VARGA} of/IN [Location|Lowmoor/NNP] 's/POS {ACME} spoke/VBD ./.",
            ["Acme Institute"],
            id="the institution of a place",
        ),
        pytest.param(
            f"[NORP|Lowmoorish/JJ] foreign/JJ ministry/NN spokeswoman/NN {VARGA} spoke/VBD ./.",
            ["Lowmoorish foreign ministry"],
            id="a body of a state",
        ),
        pytest.param(
            f"[Location|Lowmoor/NNP] national/JJ team/NN captain/NN {VARGA} spoke/VBD ./.",
            ["Lowmoor national team"],
            id="a national side",
        ),
        pytest.param(
            f"The/DT head/NN of/IN the/DT {ACME} ,/, Dr/NNP (/-LRB- Mrs/NNP )/-RRB- {VARGA} spoke",
            ["Acme Institute"],
            id="titles in brackets",
        ),
        pytest.param(
            f"Speaking/VBG through/IN a/DT translator/NN ,/, {VARGA} agreed/VBD ./.",
            [],
            id="a helper of the speaker",
        ),
    ],
)
def test_an_institution_is_read_where_the_text_says_that_it_is_hers_now(
    read: Read, tagged: str, affiliations: list[str]
) -> None:
    closed = tagged if tagged.endswith("./.") else f"{tagged}/VBD ./.".replace("VBD/VBD", "VBD")

    assert names_of(varga(read(closed))) == affiliations


def test_a_helper_in_front_is_no_role_of_the_speaker(read: Read) -> None:
    article = read(f"Speaking/VBG through/IN a/DT translator/NN ,/, {VARGA} agreed/VBD ./.")

    assert varga(article).roles == ()


@pytest.mark.parametrize(
    "tagged",
    [
        f"{VARGA} ,/, chief/JJ executive/NN of/IN the/DT company/NN ,/, spoke/VBD ./.",
        f"Now/RB company/NN spokeswoman/NN {VARGA} spoke/VBD ./.",
        f"But/CC spokeswoman/NN {VARGA} spoke/VBD ./.",
        f"{VARGA} ,/, the/DT company/NN 's/POS founder/NN ,/, spoke/VBD ./.",
    ],
)
def test_an_institution_named_before_is_taken_up(read: Read, tagged: str) -> None:
    article = read(f"[Organization|Brinefall/NNP Ltd/NNP] met/VBD ./.\n{tagged}")

    assert names_of(varga(article)) == ["Brinefall Ltd"]


def test_a_noun_that_stands_in_names_takes_up_the_name_that_has_it(read: Read) -> None:
    article = read(
        f"""The/DT {MINISTRY} met/VBD the/DT {ACME} ./.
{VARGA} ,/, a/DT spokeswoman/NN for/IN the/DT ministry/NN ,/, spoke/VBD ./."""
    )

    assert names_of(varga(article)) == ["Harbour Ministry"]


def test_a_noun_that_stands_in_names_takes_up_no_other_institution(read: Read) -> None:
    article = read(
        f"""The/DT {ACME} met/VBD ./.
{VARGA} ,/, a/DT spokeswoman/NN for/IN the/DT ministry/NN ,/, spoke/VBD ./."""
    )

    assert names_of(varga(article)) == []


def test_what_a_pronoun_states_right_behind_the_name_is_of_that_person(read: Read) -> None:
    article = read(
        f"""{VARGA} spoke/VBD ./.
She/PRP is/VBZ the/DT director/NN of/IN the/DT {ACME} ./."""
    )

    assert names_of(varga(article)) == ["Acme Institute"]
    assert varga(article).roles == ("director",)


def test_what_a_pronoun_states_behind_two_names_is_given_to_neither(read: Read) -> None:
    article = read(
        f"""{VARGA} met/VBD [Person|Tobias/NNP Quell/NNP] ./.
She/PRP is/VBZ the/DT director/NN of/IN the/DT {ACME} ./."""
    )

    assert names_of(varga(article)) == []


def test_the_foundation_that_bears_a_persons_full_name_is_hers(read: Read) -> None:
    article = read(
        f"""The/DT [Organization|Ilse/NNP Varga/NNP Foundation/NNP] paid/VBD ./.
{VARGA} spoke/VBD ./."""
    )

    assert names_of(varga(article)) == ["Ilse Varga Foundation"]


def test_a_description_that_speaks_states_a_role_of_the_person_it_means(read: Read) -> None:
    article = read(
        f"""{VARGA} ,/, an/DT engineer/NN ,/, met/VBD {ACME} ./.
The/DT veteran/JJ engineer/NN from/IN the/DT {ACME} said/VBD so/RB ./."""
    )
    first, second = article.text.index("Ilse"), article.text.index("The veteran")
    mentions = [
        SpeakingMention(first, first + 10, first),
        SpeakingMention(second, second + 20, second),
    ]
    one, two = resolve(article, [], mentions)

    assert one.speaker is not None
    assert two.speaker == one.speaker
    assert "veteran engineer" in one.speaker.roles


def test_an_organisation_whose_witnesses_speak_is_theirs(read: Read) -> None:
    article = read(f"The/DT {ACME} ,/, whose/WP$ observers/NNS said/VBD so/RB ,/, left/VBD ./.")
    at = article.text.index("whose")
    (one,) = resolve(article, [], [SpeakingMention(at, at + 15, at)])

    assert one.speaker is not None
    assert one.speaker.name == "observers"
    assert names_of(one.speaker) == ["Acme Institute"]


def test_the_elder_before_a_name_is_no_role(read: Read) -> None:
    article = read(f"The/DT elder/NN {VARGA} spoke/VBD ./.")

    assert varga(article).roles == ()


def test_a_short_name_taken_up_is_given_in_full(read: Read) -> None:
    article = read(
        f"""The/DT [Organization|Federation/NNP of/IN Lowmoor/NNP Guilds/NNPS] met/VBD ./.
The/DT president/NN of/IN the/DT [Organization|Federation/NNP] ,/, {VARGA} ,/, spoke/VBD ./."""
    )

    assert names_of(varga(article)) == ["Federation of Lowmoor Guilds"]


@pytest.mark.parametrize(
    ("tagged", "words", "affiliations"),
    [
        ("A/DT senior/JJ ministry/NN official/NN", "A senior ministry official", []),
        (
            "A/DT senior/JJ foreign/JJ ministry/NN official/NN",
            "A senior foreign ministry official",
            ["foreign ministry"],
        ),
    ],
)
def test_the_rank_of_an_official_is_no_part_of_the_ministry(
    read: Read, tagged: str, words: str, affiliations: list[str]
) -> None:
    article = read(f"{tagged} said/VBD so/RB ./.")

    (one,) = resolve(article, [], [mention(article, words)])

    assert one.speaker is not None
    assert [a.name for a in one.speaker.affiliations] == affiliations
