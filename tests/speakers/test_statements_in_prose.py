"""What sentences state of a person: clauses, prepositions, and titles in front."""

from __future__ import annotations

import pytest

import quotes
from tests.told import speaker

pytestmark = pytest.mark.models

CLAUSES = {
    "“It leaks,” said Odile Ferran, who heads the Brackwater Trust.": [
        "Odile Ferran | head @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, who was head of the Brackwater Trust until 2014.": [
        "Odile Ferran | head",
    ],
    "“It leaks,” said Odile Ferran, responsible for repairs at the Brackwater Trust.": [
        "Odile Ferran | responsible for repairs @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, who is with the Brackwater Trust.": [
        "Odile Ferran @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, who lectures on water at Tamsin University.": [
        "Odile Ferran @ Tamsin University",
    ],
    "“It leaks,” said Odile Ferran, who teaches in the Department of Water.": [
        "Odile Ferran @ Department of Water",
    ],
    "“It leaks,” said Odile Ferran, who serves as the treasurer of the Brackwater Trust.": [
        "Odile Ferran | treasurer @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, who founded the Brackwater Trust.": [
        "Odile Ferran | founder @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, who co-founded the Brackwater Trust.": [
        "Odile Ferran | co-founder @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, who chaired the Brackwater Trust.": [
        "Odile Ferran",
    ],
    "“It leaks,” said Odile Ferran, who chairs the Brackwater Trust.": [
        "Odile Ferran | chair @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, who owns Ferran Pumps.": [
        "Odile Ferran | owner @ Ferran Pumps",
    ],
    "“It leaks,” said Odile Ferran, who runs a farm.": [
        "Odile Ferran",
    ],
    "“It leaks,” said Odile Ferran, who also runs the Brackwater Trust.": [
        "Odile Ferran @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, who had run the Brackwater Trust.": [
        "Odile Ferran",
    ],
    "“It leaks,” said Odile Ferran, whose company, Ferran Pumps, built it.": [
        "Odile Ferran @ Ferran Pumps",
    ],
    "“It leaks,” said Odile Ferran, whose firm Ferran Pumps built it.": [
        "Odile Ferran @ Ferran Pumps",
    ],
    "“It leaks,” said Odile Ferran, whose town, Tamsin, was flooded.": [
        "Odile Ferran",
    ],
    "“It leaks,” said Odile Ferran, whose party won.": [
        "Odile Ferran",
    ],
    "Odile Ferran's company, Ferran Pumps, built it. “It leaks,” she said.": [
        "Odile Ferran @ Ferran Pumps",
    ],
    "Odile Ferran is director of the Brackwater Trust. “It leaks,” she said.": [
        "Odile Ferran | director @ Brackwater Trust",
    ],
    "Odile Ferran was director of the Brackwater Trust until 2014. “It leaks,” she said.": [
        "Odile Ferran | director",
    ],
    "Odile Ferran is the Brackwater Trust's director. “It leaks,” she said.": [
        "Odile Ferran | director @ Brackwater Trust",
    ],
    "Odile Ferran joined the Brackwater Trust in May. “It leaks,” she said.": [
        "Odile Ferran",
    ],
    "Odile Ferran left the Brackwater Trust in May. “It leaks,” she said.": [
        "Odile Ferran",
    ],
    "Odile Ferran works for the Brackwater Trust. “It leaks,” she said.": [
        "Odile Ferran @ Brackwater Trust",
    ],
    "Odile Ferran worked for the Brackwater Trust. “It leaks,” she said.": [
        "Odile Ferran",
    ],
    "Odile Ferran heads the Brackwater Trust. “It leaks,” she said.": [
        "Odile Ferran | head @ Brackwater Trust",
    ],
    "Odile Ferran headed the Brackwater Trust. “It leaks,” she said.": [
        "Odile Ferran",
    ],
    "Odile Ferran came late. She heads the Brackwater Trust. “It leaks,” she said.": [
        "Odile Ferran | head @ Brackwater Trust",
    ],
    "Odile Ferran came late. She works for the Brackwater Trust. “It leaks,” she said.": [
        "Odile Ferran @ Brackwater Trust",
    ],
    "Odile Ferran came late. Her company, Ferran Pumps, built it. “It leaks,” she said.": [
        "Odile Ferran",
    ],
    (
        "Odile Ferran came late. Bo Lindqvist sat. He heads the Brackwater Trust. “It leaks,”"
        " she said."
    ): [
        "Odile Ferran",
    ],
    "“It leaks,” said Odile Ferran of the Odile Ferran Foundation.": [
        "Odile Ferran @ Odile Ferran Foundation",
    ],
    "Odile Ferran opened the Odile Ferran Foundation. “It leaks,” she said.": [
        "Odile Ferran @ Odile Ferran Foundation",
    ],
}
BEHIND = {
    "“It leaks,” said Odile Ferran of the Brackwater steel plant.": [
        "Odile Ferran @ Brackwater steel plant",
    ],
    "“It leaks,” said Odile Ferran, from the software company Pumpline.": [
        "Odile Ferran @ Pumpline",
    ],
    "“It leaks,” said Odile Ferran, of St Ann's Hospital.": [
        "Odile Ferran @ St Ann's Hospital",
    ],
    "“It leaks,” said Odile Ferran, of Tamsin.": [
        "Odile Ferran",
    ],
    "“It leaks,” said Odile Ferran, 44, of Tamsin.": [
        "Odile Ferran",
    ],
    "“It leaks,” said Odile Ferran, 44, from the Brackwater Trust.": [
        "Odile Ferran @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, with the Brackwater Trust.": [
        "Odile Ferran @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, an analyst at Pumpline.": [
        "Odile Ferran | analyst @ Pumpline",
    ],
    "“It leaks,” said Odile Ferran, an analyst with Pumpline.": [
        "Odile Ferran | analyst @ Pumpline",
    ],
    "“It leaks,” said Odile Ferran, an analyst for the Norbury Courier.": [
        "Odile Ferran | analyst @ Norbury Courier",
    ],
    "“It leaks,” said Odile Ferran, a water expert at the University of Tamsin.": [
        "Odile Ferran | water expert @ University of Tamsin",
    ],
    "“It leaks,” said Odile Ferran, an expert on dams.": [
        "Odile Ferran | expert on dams",
    ],
    "“It leaks,” said Odile Ferran, an expert in dams at the Brackwater Trust.": [
        "Odile Ferran | expert in dams @ Brackwater Trust",
    ],
    "The Water Ministry built the dam. “It leaks,” said ministry spokeswoman Odile Ferran.": [
        "Odile Ferran | ministry spokeswoman @ Water Ministry",
    ],
    "“It leaks,” said Odile Ferran, director of the Institute of Dams and Rivers.": [
        "Odile Ferran | director @ Institute of Dams and Rivers",
    ],
    "“It leaks,” said Odile Ferran, director of public health.": [
        "Odile Ferran | director of public health",
    ],
    "“It leaks,” said Odile Ferran, Director of Public Health at Norbury Council.": [
        "Odile Ferran | Director of Public Health @ Norbury Council",
    ],
    "“It leaks,” said Odile Ferran, Minister for Culture, Sports and Tourism.": [
        "Odile Ferran | Minister for Culture, Sports and Tourism",
    ],
    "“It leaks,” said Odile Ferran, Vice President, Data, at Pumpline.": [
        "Odile Ferran | Vice President",
    ],
    "“It leaks,” said Odile Ferran, mayor of Tamsin.": [
        "Odile Ferran | mayor of Tamsin",
    ],
    "“It leaks,” said Odile Ferran, senator for Tamsin.": [
        "Odile Ferran | senator for Tamsin",
    ],
    "“It leaks,” said Odile Ferran, author of “Leaks”.": [
        "Odile Ferran | author",
    ],
    "“It leaks,” said Odile Ferran, author of “Leaks” and a professor at Tamsin University.": [
        "Odile Ferran | author, professor @ Tamsin University",
    ],
    "“It leaks,” said Odile Ferran, a campaign manager for Bo Lindqvist.": [
        "Odile Ferran | campaign manager",
    ],
    (
        "“It leaks,” said Odile Ferran, a spokeswoman for the Lindqvist campaign. Bo"
        " Lindqvist was away."
    ): [
        "Odile Ferran | spokeswoman @ Lindqvist campaign",
    ],
    "“It leaks,” said Odile Ferran, a supporter of the Green Party.": [
        "Odile Ferran | supporter",
    ],
    "“It leaks,” said Odile Ferran, a critic of the Brackwater Trust.": [
        "Odile Ferran | critic",
    ],
    "“It leaks,” said Odile Ferran, the Brackwater Trust's longtime director.": [
        "Odile Ferran | longtime director @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, the wife of the mayor.": [
        "Odile Ferran",
    ],
    "“It leaks,” said Odile Ferran, the daughter of a plumber.": [
        "Odile Ferran",
    ],
    "“It leaks,” said Odile Ferran, another resident.": [
        "Odile Ferran | resident",
    ],
    "“It leaks,” said Odile Ferran, a villager.": [
        "Odile Ferran | villager",
    ],
    "“It leaks,” said Odile Ferran, a retired nurse.": [
        "Odile Ferran | retired nurse",
    ],
    "“It leaks,” said Odile Ferran, plumber and poet.": [
        "Odile Ferran | plumber and poet",
    ],
    "“It leaks,” said Odile Ferran, a plumber, a poet and a member of the Brackwater Trust.": [
        "Odile Ferran | plumber, poet, member @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, a plumber who lives in Tamsin.": [
        "Odile Ferran | plumber",
    ],
    "“It leaks,” said Odile Ferran, not a plumber.": [
        "Odile Ferran",
    ],
    "“It leaks,” said Odile Ferran, who is not a plumber.": [
        "Odile Ferran",
    ],
    "“It leaks,” said Odile Ferran, MD, chair of the Brackwater Trust.": [
        "Odile Ferran | chair @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran – the chair of the Brackwater Trust.": [
        "Odile Ferran | chair @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, Chair, Brackwater Trust.": [
        "Odile Ferran | Chair @ Brackwater Trust",
    ],
    "“It leaks,” said Odile Ferran, Brackwater Trust.": [
        "Odile Ferran @ Brackwater Trust",
    ],
}
BEFORE = {
    "“It leaks,” said Brackwater Trust chair Odile Ferran.": [
        "Odile Ferran | chair @ Brackwater Trust",
    ],
    "“It leaks,” said Brackwater Trust's Odile Ferran.": [
        "Odile Ferran @ Brackwater Trust",
    ],
    "“It leaks,” said the Brackwater Trust's Odile Ferran.": [
        "Odile Ferran @ Brackwater Trust",
    ],
    "“It leaks,” said the chair of the Brackwater Trust, Odile Ferran.": [
        "Odile Ferran | chair @ Brackwater Trust",
    ],
    "“It leaks,” said the chair of the Brackwater Trust, Dr Odile Ferran.": [
        "Odile Ferran | chair @ Brackwater Trust",
    ],
    "“It leaks,” said the Trust chair, Ambassador Odile Ferran.": [
        "Odile Ferran | Ambassador, Trust chair",
    ],
    "“It leaks,” said a plumber, Odile Ferran.": [
        "Odile Ferran | plumber",
    ],
    "“It leaks,” said one resident, Odile Ferran.": [
        "Odile Ferran | resident",
    ],
    "“It leaks,” said a resident named Odile Ferran.": [
        "Odile Ferran | resident",
    ],
    "“It leaks,” said her sister, Odile Ferran.": [
        "Odile Ferran | sister",
    ],
    "“It leaks,” said his lawyer Odile Ferran.": [
        "Odile Ferran | lawyer",
    ],
    "“It leaks,” said Minister for Trade, Ports and Fish Odile Ferran.": [
        "Odile Ferran | Minister for Trade, Ports and Fish",
    ],
    "“It leaks,” said Minister of Trade Odile Ferran.": [
        "Odile Ferran | Minister of Trade",
    ],
    "“It leaks,” said Foreign Ministry spokeswoman Odile Ferran.": [
        "Odile Ferran | spokeswoman @ Foreign Ministry",
    ],
    "“It leaks,” said White House press secretary Odile Ferran.": [
        "Odile Ferran | press secretary @ White House",
    ],
    "“It leaks,” said Norbury Police Sgt. Odile Ferran.": [
        "Odile Ferran | Sgt. @ Norbury Police",
    ],
    "“It leaks,” said Norbury Police spokeswoman Sgt. Odile Ferran.": [
        "Odile Ferran | spokeswoman, Sgt. @ Norbury Police",
    ],
    "“It leaks,” said Norbury City Council member Odile Ferran.": [
        "Odile Ferran | member @ Norbury City Council",
    ],
    "“It leaks,” said city council president Odile Ferran.": [
        "Odile Ferran | city council president",
    ],
    "“It leaks,” said the city council's president, Odile Ferran.": [
        "Odile Ferran | president @ city council",
    ],
    "“It leaks,” said national team captain Odile Ferran.": [
        "Odile Ferran | national team captain",
    ],
    "“It leaks,” said Belmark national team captain Odile Ferran.": [
        "Odile Ferran | captain @ Belmark national team",
    ],
    "“It leaks,” said Students' Union president Odile Ferran.": [
        "Odile Ferran | president @ Students' Union",
    ],
    "“It leaks,” said Tamsin Students' Union president Odile Ferran.": [
        "Odile Ferran | president @ Tamsin Students' Union",
    ],
    "“It leaks,” said union president Odile Ferran.": [
        "Odile Ferran | union president",
    ],
    "“It leaks,” said Republican senator Odile Ferran.": [
        "Odile Ferran | senator @ Republican",
    ],
    "“It leaks,” said Democratic Rep. Odile Ferran.": [
        "Odile Ferran | Rep. @ Democratic",
    ],
    "“It leaks,” said BBC presenter Odile Ferran.": [
        "Odile Ferran | presenter @ BBC",
    ],
    "“It leaks,” said TV presenter Odile Ferran.": [
        "Odile Ferran | TV presenter",
    ],
    "“It leaks,” said Courier editor Odile Ferran.": [
        "Odile Ferran | Courier editor",
    ],
    "“It leaks,” said Pumpline founder Odile Ferran.": [
        "Odile Ferran | founder @ Pumpline",
    ],
    "“It leaks,” said Pumpline co-founder and chief executive Odile Ferran.": [
        "Odile Ferran | co-founder and chief executive @ Pumpline",
    ],
    "“It leaks,” said vice-president Odile Ferran.": [
        "Odile Ferran | vice-president",
    ],
    "“It leaks,” said Vice Chancellor Odile Ferran.": [
        "Odile Ferran | Vice Chancellor",
    ],
    "“It leaks,” said Her Excellency Odile Ferran.": [
        "Odile Ferran",
    ],
    "“It leaks,” said Right Honourable Odile Ferran.": [
        "Odile Ferran",
    ],
    "“It leaks,” said harbour planning director Odile Ferran.": [
        "Odile Ferran | harbour planning director",
    ],
    "“It leaks,” said Oscar winner Odile Ferran.": [
        "Odile Ferran | Oscar winner",
    ],
    "“It leaks,” said activist Odile Ferran.": [
        "Odile Ferran | activist",
    ],
    "“It leaks,” said farmer Odile Ferran, 44.": [
        "Odile Ferran | farmer",
    ],
    "“It leaks,” said Minister Odile Ferran's spokesman.": [
        "Minister Odile Ferran's spokesman [unnamed] | spokesman",
    ],
    "“It leaks,” said Minister Odile Ferran's spokesman, Bo Lindqvist.": [
        "Bo Lindqvist | spokesman",
    ],
    "“It leaks,” said a spokesman for Minister Odile Ferran.": [
        "a spokesman for Minister Odile Ferran [unnamed] | spokesman for Minister Odile Ferran",
    ],
}


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[str]]:
    """What was found in each text, extracted together."""
    texts = list(CLAUSES | BEHIND | BEFORE)
    lists = quotes.extract_many(texts)
    return {t: [speaker(q) for q in row] for t, row in zip(texts, lists, strict=True)}


@pytest.mark.parametrize(("text", "expected"), CLAUSES.items())
def test_a_clause_states_office_and_institution_while_they_last(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), BEHIND.items())
def test_words_behind_a_name_are_parted_into_role_and_institution(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), BEFORE.items())
def test_words_before_a_name_are_parted_into_role_and_institution(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected
