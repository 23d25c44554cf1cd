"""Texts, offices, staffs, peoples and parties that speak, and whom they stand for."""

from __future__ import annotations

import pytest

import quotes
from tests.told import speaker

pytestmark = pytest.mark.models

TEXTS = {
    "A statement from the Brackwater Trust said: “The dam leaks.”": [
        "Brackwater Trust [organization]",
    ],
    "A statement by the Brackwater Trust said: “The dam leaks.”": [
        "Brackwater Trust [organization]",
    ],
    "A statement from Tove Hallam said: “The dam leaks.”": [
        "Tove Hallam",
    ],
    "A statement from Tove Hallam's office said: “The dam leaks.”": [
        "Tove Hallam's office [organization]",
    ],
    "A statement from the head of the Brackwater Trust said: “The dam leaks.”": [
        "the head of the Brackwater Trust [unnamed] | head @ Brackwater Trust",
    ],
    "A statement from the ministry said: “The dam leaks.”": [
        "ministry [organization]",
    ],
    "A Brackwater Trust statement said: “The dam leaks.”": [
        "Brackwater Trust [organization]",
    ],
    "The Brackwater Trust's statement said: “The dam leaks.”": [
        "Brackwater Trust [organization]",
    ],
    "The Brackwater Trust issued a statement. “The dam leaks,” it said.": [
        "Brackwater Trust [organization]",
    ],
    "The Brackwater Trust issued a statement. “The dam leaks,” the statement said.": [
        "Brackwater Trust [organization]",
    ],
    "Tove Hallam issued a statement. “The dam leaks,” the statement said.": [
        "Tove Hallam",
    ],
    "In a statement, the Brackwater Trust said: “The dam leaks.”": [
        "Brackwater Trust [organization]",
    ],
    (
        "“The dam leaks,” the Brackwater Trust said in a statement. The statement added: “It"
        " is old.”"
    ): [
        "Brackwater Trust [organization]",
        "Brackwater Trust [organization]",
    ],
    "A report by the Brackwater Trust said: “The dam leaks.”": [
        "Brackwater Trust [organization]",
    ],
    "A report published by the Brackwater Trust said: “The dam leaks.”": [
        "Brackwater Trust [organization]",
    ],
    "A letter from Tove Hallam to the council said: “The dam leaks.”": [
        "Tove Hallam",
    ],
    "Tove Hallam's tweet read: “The dam leaks.”": [
        "Tove Hallam",
    ],
    "A post on Tove Hallam's account read: “The dam leaks.”": [
        "Tove Hallam",
    ],
    "The Norbury Courier's report said: “The dam leaks.”": [
        "Norbury Courier [organization]",
    ],
    "A study by Tamsin University found: “The dam leaks.”": [
        "Tamsin University [organization]",
    ],
    "Researchers at Tamsin University published a study. “The dam leaks,” the study says.": [
        "Tamsin University [organization]",
    ],
    "A poster from the Brackwater Trust read: “The dam leaks.”": [
        "Brackwater Trust [organization]",
    ],
    "Tove Hallam's words were: “The dam leaks.”": [
        "Tove Hallam",
    ],
    "Tove Hallam's message was clear: “The dam leaks.”": [
        "Tove Hallam",
    ],
    "The message from Tove Hallam was clear: “The dam leaks.”": [
        "Tove Hallam",
    ],
    "The mayor's message was clear: “The dam leaks.”": [
        "The mayor [unnamed]",
    ],
    "“The dam leaks,” a note said. Nobody had signed it.": [
        "a note [unnamed]",
    ],
    "“The dam leaks,” the book says. Tove Hallam wrote it.": [
        "the book [unnamed]",
    ],
}
STAFFS = {
    "Tove Hallam is the mayor. “The dam leaks,” her office said.": [
        "her office [organization]",
    ],
    "Tove Hallam is the mayor. “The dam leaks,” Hallam's office said.": [
        "Hallam's office [organization]",
    ],
    "“The dam leaks,” the office of Tove Hallam said.": [
        "office of Tove Hallam [organization]",
    ],
    "“The dam leaks,” Tove Hallam's campaign said. “It is old,” the campaign said.": [
        "Tove Hallam's campaign [organization]",
        "Tove Hallam's campaign [organization]",
    ],
    "“The dam leaks,” Tove Hallam's team said.": [
        "Tove Hallam's team [organization]",
    ],
    "“The dam leaks,” a spokesman for Tove Hallam said.": [
        "a spokesman for Tove Hallam [unnamed] | spokesman",
    ],
    "“The dam leaks,” Hallam's spokesman said. Tove Hallam was away.": [
        "Hallam's spokesman [unnamed] | spokesman",
    ],
    "“The dam leaks,” her husband said. Tove Hallam wept.": [
        "her husband [unnamed] | husband",
    ],
    "“The dam leaks,” Tove Hallam's husband Bo Hallam said.": [
        "Bo Hallam | husband",
    ],
    "“The dam leaks,” said the mayor's wife.": [
        "the mayor's wife [unnamed] | wife",
    ],
    "“The dam leaks,” said the wife of Bo Lindqvist.": [
        "the wife of Bo Lindqvist [unnamed] | wife",
    ],
}
BODIES = {
    "“The dam leaks,” said Amnesty International.": [
        "Amnesty International [organization]",
    ],
    "“The dam leaks,” said the United Nations.": [
        "United Nations [organization]",
    ],
    "“The dam leaks,” the UN said. The United Nations has a dam.": [
        "United Nations [organization]",
    ],
    "“The dam leaks,” said the European Union.": [
        "European Union [organization]",
    ],
    "“The dam leaks,” said the World Health Organization. “It is old,” the WHO said.": [
        "World Health Organization [organization]",
        "World Health Organization [organization]",
    ],
    "“The dam leaks,” Sweden said.": [
        "Sweden [organization]",
    ],
    "“The dam leaks,” Belmark's government said.": [
        "Belmark's government [organization]",
    ],
    "“The dam leaks,” the Belmark government said.": [
        "Belmark government [organization]",
    ],
    "“The dam leaks,” the government said.": [
        "government [organization]",
    ],
    "“The dam leaks,” said the government of Sweden.": [
        "government of Sweden [organization]",
    ],
    "“The dam leaks,” said the Swedish government.": [
        "Swedish government [organization]",
    ],
    "“The dam leaks,” said the Swedish embassy in London.": [
        "Swedish embassy in London [organization]",
    ],
    "“The dam leaks,” said the Foreign Office.": [
        "Foreign Office [organization]",
    ],
    "“The dam leaks,” the Tories said.": [
        "Tories [organization]",
    ],
    "“The dam leaks,” Republicans said.": [
        "Republicans [organization]",
    ],
    "“The dam leaks,” said Senate Republicans.": [
        "Senate Republicans [organization]",
    ],
}
PEOPLE = {
    "“The dam leaks,” police said. Norbury Police closed the road.": [
        "Norbury Police [organization]",
    ],
    "“The dam leaks,” the police said.": [
        "police [organization]",
    ],
    "“The dam leaks,” a police officer said.": [
        "a police officer [unnamed] | police officer",
    ],
    "“The dam leaks,” the mayor herself said. Tove Hallam is the mayor.": [
        "Tove Hallam | mayor",
    ],
    "Tove Hallam is Dutch. “The dam leaks,” the Dutchwoman said.": [
        "Tove Hallam",
    ],
    "Bo Lindqvist is a Dane. “The dam leaks,” the Dane said.": [
        "Bo Lindqvist",
    ],
    "Tove Hallam, 44, is here. “The dam leaks,” the 44-year-old said.": [
        "Tove Hallam",
    ],
    "“The dam leaks,” said Tove Hallam, a tea seller.": [
        "Tove Hallam | tea seller",
    ],
    "“The dam leaks,” said the tea seller, Tove Hallam.": [
        "Tove Hallam | tea seller",
    ],
    "“The dam leaks,” said a man who lives near the dam.": [
        "a man [unnamed]",
    ],
    "“The dam leaks,” said a man, who did not give his name.": [
        "a man [unnamed]",
    ],
    "“The dam leaks,” said another man.": [
        "another man [unnamed]",
    ],
    "“The dam leaks,” said a second man.": [
        "a second man [unnamed]",
    ],
    "“The dam leaks,” said a woman. “It is old,” the woman said.": [
        "a woman [unnamed]",
        "a woman [unnamed]",
    ],
    "“The dam leaks,” said a woman. “It is old,” she said.": [
        "a woman [unnamed]",
        "a woman [unnamed]",
    ],
    "“The dam leaks,” said a woman. “It is not,” said a man. “It is old,” the woman said.": [
        "a woman [unnamed]",
        "a man [unnamed]",
        "a woman [unnamed]",
    ],
    "“The dam leaks,” said a senior aide. “It is old,” the aide said.": [
        "a senior aide [unnamed] | senior aide",
        "a senior aide [unnamed] | senior aide",
    ],
    "“The dam leaks,” said two aides. “It is old,” the aides said.": [
        "two aides [group] | two aides",
        "two aides [group] | two aides",
    ],
    "“The dam leaks,” said the pressure group Save Our Dam.": [
        "Save Our Dam [organization]",
    ],
    "“The dam leaks,” said Save Our Dam, a pressure group.": [
        "Save Our Dam [organization]",
    ],
    "“The dam leaks,” said the group, Save Our Dam.": [
        "Save Our Dam [organization]",
    ],
    "“The dam leaks,” said residents of Tamsin.": [
        "residents of Tamsin [group] | residents of Tamsin",
    ],
    "“The dam leaks,” said some.": [
        "some [unnamed]",
    ],
    "“The dam leaks,” said many residents.": [
        "many residents [group] | many residents",
    ],
    "“The dam leaks,” said Tove Hallam. “It is old,” said Petra Lowell. Both left.": [
        "Tove Hallam",
        "Petra Lowell",
    ],
    (
        "“The dam leaks,” said Tove Hallam. “It is old,” said Petra Lowell. “It is not,” said"
        " Hallam."
    ): [
        "Tove Hallam",
        "Petra Lowell",
        "Tove Hallam",
    ],
    (
        "“The dam leaks,” said Hallam. “It is old,” said Lowell. Tove Hallam and Petra Lowell"
        " are engineers."
    ): [
        "Tove Hallam",
        "Petra Lowell",
    ],
    "“The dam leaks,” said Dr Hallam. Tove Hallam is an engineer.": [
        "Tove Hallam | engineer",
    ],
    "“The dam leaks,” said Tove. Tove Hallam is an engineer.": [
        "Tove Hallam | engineer",
    ],
    "“The dam leaks,” said the engineer. Tove Hallam is an engineer.": [
        "Tove Hallam | engineer",
    ],
    "“The dam leaks,” said the engineer Tove Hallam.": [
        "Tove Hallam | engineer",
    ],
    "“The dam leaks,” said Tove and Bo Hallam.": [
        "Tove and Bo Hallam [group]",
    ],
    "“The dam leaks,” said Hallam and Lowell. Tove Hallam and Petra Lowell are engineers.": [
        "Hallam and Lowell [group]",
    ],
    "“The dam leaks,” said the DCP. The DCP, Bo Lindqvist, was away.": [
        "Bo Lindqvist | DCP",
    ],
    "“The dam leaks,” said the Commissioner for Ports.": [
        "the Commissioner for Ports [unnamed] | Commissioner for Ports",
    ],
    (
        "Tove Hallam and Petra Lowell met. “The dam leaks,” the former said. “It does not,”"
        " the latter said."
    ): [
        "Tove Hallam",
        "Petra Lowell",
    ],
}


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[str]]:
    """What was found in each text, extracted together."""
    texts = list(TEXTS | STAFFS | BODIES | PEOPLE)
    lists = quotes.extract_many(texts)
    return {t: [speaker(q) for q in row] for t, row in zip(texts, lists, strict=True)}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_a_text_speaks_for_whoever_made_it(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), STAFFS.items())
def test_staffs_and_relatives_are_not_the_person_they_belong_to(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), BODIES.items())
def test_states_parties_and_governments_speak_as_bodies(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), PEOPLE.items())
def test_a_description_leads_to_whoever_it_was_given_to(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected
