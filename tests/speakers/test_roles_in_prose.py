"""Offices, ranks and institutions around a name, as articles write them."""

from __future__ import annotations

import pytest

import quotes
from tests.told import speaker

pytestmark = pytest.mark.models

BEFORE = {
    "“The bridge is closed,” said Nobel laureate Bo Lindqvist.": [
        "Bo Lindqvist | Nobel laureate",
    ],
    "“It leaks,” said three-time winner Odo Pell.": [
        "Odo Pell | three-time winner",
    ],
    "“It leaks,” said two-time champion Odile Ferran.": [
        "Odile Ferran | two-time champion",
    ],
    "“The bridge is closed,” said 41-year-old baker Tove Hallam.": [
        "Tove Hallam | baker",
    ],
    "“The bridge is closed,” said Maj. Gen. Orla Vance.": [
        "Orla Vance | Maj. Gen.",
    ],
    "“The bridge is closed,” said Lt. Col. Pieter Lund of the Second Engineers.": [
        "Pieter Lund | Lt. Col. @ Second Engineers",
    ],
    "“The bridge is closed,” said Army Capt. Hugo Brandt.": [
        "Hugo Brandt | Capt. @ Army",
    ],
    "“The bridge is closed,” said Detective Inspector Ruth Calder of Norbury Police.": [
        "Ruth Calder | Detective Inspector @ Norbury Police",
    ],
    "“The bridge is closed,” said the Rev. Amos Tilley.": [
        "Amos Tilley",
    ],
    "“The bridge is closed,” said Archbishop Marek Dolan.": [
        "Marek Dolan | Archbishop",
    ],
    "“The bridge is closed,” said Sister Agnes Moor.": [
        "Agnes Moor",
    ],
    "“The bridge is closed,” said Prof. Lena Oster of Tamsin University.": [
        "Lena Oster | Prof. @ Tamsin University",
    ],
    "“The bridge is closed,” said Dr. Nils Ekberg, a surgeon at Norbury General Hospital.": [
        "Nils Ekberg | surgeon @ Norbury General Hospital",
    ],
    "“The bridge is closed,” said Judge Petra Lowell.": [
        "Petra Lowell | Judge",
    ],
    "“The bridge is closed,” said Chief Justice Owen Marlow.": [
        "Owen Marlow | Chief Justice",
    ],
    "“The bridge is closed,” said District Attorney Rosa Delgado.": [
        "Rosa Delgado | District Attorney",
    ],
    "“The bridge is closed,” said Attorney General Simon Ketter.": [
        "Simon Ketter | Attorney General",
    ],
    "“The bridge is closed,” said Sir Edmund Frayne.": [
        "Edmund Frayne",
    ],
    "“The bridge is closed,” said Lady Frayne. Lady Frayne lives in Norbury.": [
        "Frayne",
    ],
    "“The bridge is closed,” said Queen Isolde.": [
        "Isolde",
    ],
    "“The bridge is closed,” said Prince Casimir of Belmark.": [
        "Casimir",
    ],
    "“The bridge is closed,” said President Tomas Rehn.": [
        "Tomas Rehn | President",
    ],
    "“The bridge is closed,” said Vice President Ines Corral.": [
        "Ines Corral | Vice President",
    ],
    "“The bridge is closed,” said Prime Minister Lars Bergman.": [
        "Lars Bergman | Prime Minister",
    ],
    "“The bridge is closed,” said former Prime Minister Lars Bergman.": [
        "Lars Bergman | former Prime Minister",
    ],
    "“The bridge is closed,” said Deputy Prime Minister Jana Kroll.": [
        "Jana Kroll | Deputy Prime Minister",
    ],
    "“The bridge is closed,” said acting mayor Felix Thorn.": [
        "Felix Thorn | acting mayor",
    ],
    "“The bridge is closed,” said Foreign Minister Ilan Sorek.": [
        "Ilan Sorek | Foreign Minister",
    ],
    "“The bridge is closed,” said Secretary of State Dora Whitlock.": [
        "Dora Whitlock | Secretary of State",
    ],
    "“The bridge is closed,” said Transport Secretary Dora Whitlock.": [
        "Dora Whitlock | Transport Secretary",
    ],
    "“The bridge is closed,” said Ambassador Yusuf Kaya.": [
        "Yusuf Kaya | Ambassador",
    ],
    "“The bridge is closed,” said Councillor Meg Farrow.": [
        "Meg Farrow | Councillor",
    ],
    "“The bridge is closed,” said Cllr Meg Farrow, who leads Norbury Council.": [
        "Meg Farrow | leader, Cllr @ Norbury Council",
    ],
    "“The bridge is closed,” said Rep. Hal Dunning, R-Texas.": [
        "Hal Dunning | Rep.",
    ],
    "“The bridge is closed,” said Senator Lia Monroe, a Democrat from Oregon.": [
        "Lia Monroe | Senator",
    ],
    "“The bridge is closed,” said Gov. Walt Greer.": [
        "Walt Greer | Gov.",
    ],
    "“The bridge is closed,” said State Rep. Hal Dunning.": [
        "Hal Dunning | State Rep.",
    ],
    "“The bridge is closed,” said Labour MP Tess Quarry.": [
        "Tess Quarry | MP @ Labour",
    ],
    "“The bridge is closed,” said Tess Quarry MP.": [
        "Tess Quarry",
    ],
    "“The bridge is closed,” said Conservative leader Giles Hartnell.": [
        "Giles Hartnell | leader @ Conservative",
    ],
    "“The bridge is closed,” said coach Dan Rusk.": [
        "Dan Rusk | coach",
    ],
    "“The bridge is closed,” said striker Leo Bant.": [
        "Leo Bant | striker",
    ],
    "“The bridge is closed,” said Rovers captain Leo Bant.": [
        "Leo Bant | captain @ Rovers",
    ],
    "“The bridge is closed,” said singer Mina Tal.": [
        "Mina Tal | singer",
    ],
    "“The bridge is closed,” said Halden Group chief executive Vera Stoll.": [
        "Vera Stoll | chief executive @ Halden Group",
    ],
    "“The bridge is closed,” said Halden Group's chief executive, Vera Stoll.": [
        "Vera Stoll | chief executive @ Halden Group",
    ],
    "“The bridge is closed,” said CEO Vera Stoll.": [
        "Vera Stoll | CEO",
    ],
    "“The bridge is closed,” said company spokeswoman Vera Stoll.": [
        "Vera Stoll | company spokeswoman",
    ],
    "“The bridge is closed,” said fire chief Bo Lindqvist.": [
        "Bo Lindqvist | fire chief",
    ],
    "“The bridge is closed,” said union leader Bo Lindqvist.": [
        "Bo Lindqvist | union leader",
    ],
    "“The bridge is closed,” said Mr Bo Lindqvist.": [
        "Bo Lindqvist",
    ],
    "“The bridge is closed,” said Captain Bo Lindqvist, commander of the ferry Merle.": [
        "Bo Lindqvist | commander of the ferry Merle, Captain",
    ],
    "“The bridge is closed,” said co-founder Bo Lindqvist.": [
        "Bo Lindqvist | co-founder",
    ],
    "“The bridge is closed,” said opposition lawmaker Bo Lindqvist.": [
        "Bo Lindqvist | opposition lawmaker",
    ],
}
BEHIND = {
    "“The bridge is closed,” said Mara Oduya, chief engineer of the Norbury Bridge Authority.": [
        "Mara Oduya | chief engineer @ Norbury Bridge Authority",
    ],
    "“The bridge is closed,” said Mara Oduya, the authority's chief engineer.": [
        "Mara Oduya | chief engineer",
    ],
    "“The bridge is closed,” said Mara Oduya, an engineer with the Norbury Bridge Authority.": [
        "Mara Oduya | engineer @ Norbury Bridge Authority",
    ],
    "“The bridge is closed,” said Mara Oduya, who leads the Norbury Bridge Authority.": [
        "Mara Oduya | leader @ Norbury Bridge Authority",
    ],
    "“The bridge is closed,” said Mara Oduya, who works for the Norbury Bridge Authority.": [
        "Mara Oduya @ Norbury Bridge Authority",
    ],
    (
        "“The bridge is closed,” said Mara Oduya, a former director of the Norbury Bridge"
        " Authority."
    ): [
        "Mara Oduya | former director",
    ],
    "“The bridge is closed,” said Mara Oduya, 52, a welder.": [
        "Mara Oduya | welder",
    ],
    "“The bridge is closed,” said Mara Oduya, director and founder of Halden Group.": [
        "Mara Oduya | director and founder @ Halden Group",
    ],
    "“The bridge is closed,” said Mara Oduya, director of research at Halden Group.": [
        "Mara Oduya | director of research @ Halden Group",
    ],
    (
        "“The bridge is closed,” said Mara Oduya, professor of law at Tamsin University and"
        " an adviser to the Bridge Authority."
    ): [
        "Mara Oduya | professor of law, adviser @ Tamsin University, Bridge Authority",
    ],
    "“The bridge is closed,” said Mara Oduya, Halden Group's head of safety.": [
        "Mara Oduya | head of safety @ Halden Group",
    ],
    "“The bridge is closed,” said Mara Oduya of Halden Group.": [
        "Mara Oduya @ Halden Group",
    ],
    "“The bridge is closed,” said Mara Oduya from Halden Group.": [
        "Mara Oduya @ Halden Group",
    ],
    "“The bridge is closed,” said Mara Oduya (Halden Group).": [
        "Mara Oduya @ Halden Group",
    ],
    "“The bridge is closed,” said Mara Oduya, MD.": [
        "Mara Oduya",
    ],
    "“The bridge is closed,” said Mara Oduya, PhD, a biologist.": [
        "Mara Oduya | biologist",
    ],
    "“The bridge is closed,” said Mara Oduya, president of the Norbury Chamber of Commerce.": [
        "Mara Oduya | president @ Norbury Chamber of Commerce",
    ],
    "“The bridge is closed,” said Mara Oduya, spokeswoman for the ministry.": [
        "Mara Oduya | spokeswoman",
    ],
    "“The bridge is closed,” said Mara Oduya, a spokeswoman for the Ministry of Transport.": [
        "Mara Oduya | spokeswoman @ Ministry of Transport",
    ],
    "“The bridge is closed,” said Mara Oduya, the mother of the boy.": [
        "Mara Oduya",
    ],
    "“The bridge is closed,” said Mara Oduya, whose son was hurt.": [
        "Mara Oduya",
    ],
    "“The bridge is closed,” said Mara Oduya, a lawyer for Mr Lindqvist.": [
        "Mara Oduya | lawyer for Mr Lindqvist",
    ],
    "“The bridge is closed,” said Mara Oduya, a resident.": [
        "Mara Oduya | resident",
    ],
    "“The bridge is closed,” said Mara Oduya, a member of the Green Party.": [
        "Mara Oduya | member @ Green Party",
    ],
    "“The bridge is closed,” said Mara Oduya, vice chair of the city council.": [
        "Mara Oduya | vice chair @ city council",
    ],
    "“The bridge is closed,” said Mara Oduya, editor of the Norbury Courier.": [
        "Mara Oduya | editor @ Norbury Courier",
    ],
    "“The bridge is closed,” said Mara Oduya, Minister for Transport.": [
        "Mara Oduya | Minister for Transport",
    ],
    "“The bridge is closed,” said Mara Oduya, Belmark's minister of transport.": [
        "Mara Oduya | minister of transport",
    ],
    "“The bridge is closed,” said Mara Oduya, Chief Financial Officer, Halden Group.": [
        "Mara Oduya | Chief Financial Officer @ Halden Group",
    ],
}
ELSEWHERE = {
    "“It leaks,” said Sen. Bo Hale. Hale, a senator, left.": [
        "Bo Hale | senator",
    ],
    "“It is safe,” Mara Oduya said. Oduya is the mayor of Norbury.": [
        "Mara Oduya | mayor of Norbury",
    ],
    "“It is safe,” Mara Oduya said. She heads the Norbury Bridge Authority.": [
        "Mara Oduya | head @ Norbury Bridge Authority",
    ],
    "“It is safe,” Mara Oduya said. She works at Halden Group.": [
        "Mara Oduya @ Halden Group",
    ],
    "“It is safe,” Mara Oduya said. She founded Halden Group in 2003.": [
        "Mara Oduya | founder @ Halden Group",
    ],
    "“It is safe,” Mara Oduya said. She was mayor of Norbury until May.": [
        "Mara Oduya",
    ],
    "“It is safe,” Mara Oduya said. She is not the mayor of Norbury.": [
        "Mara Oduya",
    ],
    "“It is safe,” Mara Oduya said. She wants to be mayor of Norbury.": [
        "Mara Oduya",
    ],
    "“It is safe,” Mara Oduya said. Mayor Oduya opened the bridge.": [
        "Mara Oduya | Mayor",
    ],
    "“It is safe,” Mara Oduya said. The mayor of Norbury, Mara Oduya, opened the bridge.": [
        "Mara Oduya | mayor of Norbury",
    ],
    "“It is safe,” Mara Oduya said. Halden Group's Oduya opened the bridge.": [
        "Mara Oduya @ Halden Group",
    ],
    "“It is safe,” Mara Oduya said. Oduya, a welder, opened the bridge.": [
        "Mara Oduya | welder",
    ],
    "“It is safe,” Mara Oduya said. Oduya, who leads Halden Group, opened the bridge.": [
        "Mara Oduya | leader @ Halden Group",
    ],
    "“It is safe,” Mara Oduya said. Oduya has been the director of Halden Group since 2003.": [
        "Mara Oduya | director @ Halden Group",
    ],
    "“It is safe,” Mara Oduya said. Oduya became director of Halden Group in 2003.": [
        "Mara Oduya | director @ Halden Group",
    ],
}


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[str]]:
    """What was found in each text, extracted together."""
    texts = list(BEFORE | BEHIND | ELSEWHERE)
    lists = quotes.extract_many(texts)
    return {t: [speaker(q) for q in row] for t, row in zip(texts, lists, strict=True)}


@pytest.mark.parametrize(("text", "expected"), BEFORE.items())
def test_titles_before_a_name_are_roles_and_address_is_not(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), BEHIND.items())
def test_what_stands_behind_a_name_says_role_and_institution(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE.items())
def test_what_another_sentence_states_of_the_speaker_counts(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected
