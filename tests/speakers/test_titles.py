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
            f"{VARGA} 's/POS [Organization|Tide/NNP Holdings/NNPS] bought/VBD a/DT mine/NN ./.",
            (),
            ["Tide Holdings"],
            id="the company of an owner",
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
            f"{VARGA} ,/, an/DT [Misc|Eurania/NNP] analyst/NN at/IN {ACME} ,/, spoke/VBD ./.",
            ("Eurania analyst",),
            ["Acme Institute"],
            id="the field of an expert",
        ),
        pytest.param(
            f"Speaking/VBG for/IN {ACME} ,/, agent/NN {VARGA} agreed/VBD ./.",
            ("agent",),
            ["Acme Institute"],
            id="for whom the sentence says",
        ),
        pytest.param(
            f"Bishop/NNP of/IN Lowmoor/NNP the/DT Right/NNP Rev/NNP {VARGA} agreed/VBD ./.",
            ("Bishop of Lowmoor",),
            [],
            id="a style of address without a comma",
        ),
        pytest.param(
            "The/DT Chairman/NNP ,/, Harbour/NNP Committee/NNP on/IN Ports/NNPS ,/, Hon/NNP "
            f"{VARGA} ,/, has/VBZ agreed/VBN to/TO it/PRP ./.",
            ("Chairman",),
            ["Harbour Committee on Ports"],
            id="a committee between the office and the name",
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
            f"Canon/NNP {VARGA} ,/, of/IN [Person|St/NNP Oda/NNP] 's/POS Cathedral/NNP ,/, agreed"
            "/VBD ./.",
            (),
            ["St Oda's Cathedral"],
            id="an institution named after a saint",
        ),
        pytest.param(
            f"Shares/NNS in/IN [Person|Kortex/NNP] Inc./NNP fell/VBD ./.\n[Person|Kortex/NNP] "
            f"'s/POS general/JJ counsel/NN ,/, {VARGA} ,/, agreed/VBD ./.",
            ("general counsel",),
            ["Kortex"],
            id="a company that is called one elsewhere",
        ),
        pytest.param(
            f"Aviation/NNP analyst/NN {VARGA} ,/, of/IN {ACME} ,/, spoke/VBD ./.",
            ("Aviation analyst",),
            ["Acme Institute"],
            id="a field names none",
        ),
        pytest.param(
            f"At/IN {ACME} ,/, analyst/NN {VARGA} spoke/VBD ./.",
            ("analyst",),
            ["Acme Institute"],
            id="where the sentence opens",
        ),
        pytest.param(
            f"{VARGA} ,/, formerly/RB of/IN the/DT Navy/NNP and/CC now/RB at/IN the/DT {ACME} ,/, "
            "spoke/VBD ./.",
            (),
            ["Acme Institute"],
            id="where somebody is now",
        ),
        pytest.param(
            f"{VARGA} ,/, author/NN of/IN “/`` Tides/NNS ”/'' and/CC a/DT columnist/NN for/IN "
            "the/DT [Organization|Lowmoor/NNP Herald/NNP] ,/, spoke/VBD ./.",
            ("author", "columnist"),
            ["Lowmoor Herald"],
            id="behind the title of a work",
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
        pytest.param(
            f"[Location|Arland/NNP] Nurses/NNPS '/POS Alliance/NNP president/NN {VARGA} spoke/VBD",
            ("president",),
            ["Arland Nurses ' Alliance"],
            id="members in a name that is not tagged",
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


def test_a_mention_of_an_institution_goes_on_to_the_name_of_whom_it_has(read: Read) -> None:
    article = read(f"{ACME} 's/POS {VARGA} agreed/VBD that/IN it/PRP is/VBZ late/JJ ./.")

    assert named(resolve(article, [], [mention(article, "Acme Institute")])) == ["Ilse Varga"]


def test_two_offices_of_one_person_are_no_pair(read: Read) -> None:
    article = read(
        f"[Person|Quillon/NNP] founder/NN and/CC CEO/NN {VARGA} agreed/VBD that/IN it/PRP is/VBZ so"
        "/RB ./."
    )

    assert named(resolve(article, [], [mention(article, "Quillon founder")])) == ["Ilse Varga"]


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


def test_a_title_with_elect_goes_on_to_the_name(read: Read) -> None:
    article = read(
        f"[Organization|Law/NNP Council/NNP] president/NN -/HYPH elect/VB {VARGA} agreed/VBD ./."
    )

    assert named(resolve(article, [], [mention(article, "Law Council president")])) == [
        "Ilse Varga"
    ]


def test_a_national_of_an_age_is_a_person_named_before(read: Read) -> None:
    article = read(
        f"{VARGA} spoke/VBD ./.\n"
        "Then/RB the/DT 51/CD -/HYPH year/NN -/HYPH old/JJ [Person|Dutchwoman/NNP] left/VBD ./."
    )

    found = resolve(article, [], [mention(article, "the 51-year-old Dutchwoman")])

    assert named(found) == ["Ilse Varga"]
