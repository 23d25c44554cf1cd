"""Bodies, people without a name, pronouns and descriptions, resolved in articles of a few lines."""

from __future__ import annotations

import pytest

import quotes
from tests.told import speaker

pytestmark = pytest.mark.models

BODIES = {
    "The Norbury Bridge Authority closed the bridge. “It is not safe,” the authority said.": [
        "Norbury Bridge Authority [organization]",
    ],
    "The Norbury Bridge Authority closed the bridge. “It is not safe,” it said in a statement.": [
        "Norbury Bridge Authority [organization]",
    ],
    "The Norbury Bridge Authority (NBA) closed the bridge. “It is not safe,” the NBA said.": [
        "Norbury Bridge Authority [organization]",
    ],
    (
        "The Coastal Rescue Service searched all night. “We found nobody,” CRS said. CRS"
        " stopped at dawn."
    ): [
        "Coastal Rescue Service [organization]",
    ],
    "Halden Group sold its ferries. “They were old,” the company said.": [
        "Halden Group [organization]",
    ],
    (
        "The Ministry of Transport closed the bridge. “It is not safe,” the ministry said on"
        " Monday."
    ): [
        "Ministry of Transport [organization]",
    ],
    "“It is not safe,” the Transport Ministry said.": [
        "Transport Ministry [organization]",
    ],
    "“It is not safe,” Norbury Police said on Twitter.": [
        "Norbury Police [organization]",
    ],
    "“It is not safe,” said the Norbury Courier in an editorial.": [
        "Norbury Courier [organization]",
    ],
    "“It is not safe,” a statement from Halden Group said.": [
        "Halden Group [organization]",
    ],
    "“It is not safe,” Halden Group said in a statement signed by its director, Vera Stoll.": [
        "Halden Group [organization]",
    ],
    "“It is not safe,” the Green Party said. The Greens want a new bridge.": [
        "Green Party [organization]",
    ],
    "“It is not safe,” the Tamsin University study found.": [
        "Tamsin University [organization]",
    ],
    "“It is not safe,” the union said. The Ferry Workers' Union has 900 members.": [
        "Ferry Workers' Union [organization]",
    ],
    "“It is not safe,” the bank said. Merle Bank has closed its doors.": [
        "Merle Bank [organization]",
    ],
    "“It is not safe,” the school said. Tamsin High School reopens on Monday.": [
        "Tamsin High School [organization]",
    ],
    "“It is not safe,” said the court.": [
        "court [organization]",
    ],
    "Norbury City Council voted on Monday. “It is not safe,” the council said.": [
        "Norbury City Council [organization]",
    ],
    "The Supreme Court ruled on Monday. “It is not safe,” the court wrote.": [
        "Supreme Court [organization]",
    ],
    "“It is not safe,” the White House said.": [
        "White House [organization]",
    ],
    "“It is not safe,” the Kremlin said.": [
        "Kremlin [organization]",
    ],
    "“It is not safe,” Downing Street said.": [
        "Downing Street [organization]",
    ],
}
UNNAMED = {
    "“It is not safe,” said a resident.": [
        "a resident [unnamed] | resident",
    ],
    "“It is not safe,” said one resident, who asked not to be named.": [
        "one resident [unnamed] | resident",
    ],
    "“It is not safe,” an official said on condition of anonymity.": [
        "an official [unnamed] | official",
    ],
    "“It is not safe,” officials said.": [
        "officials [group] | officials",
    ],
    "“It is not safe,” a senior official at the Ministry of Transport said.": [
        (
            "a senior official at the Ministry of Transport [unnamed] | senior official @"
            " Ministry of Transport"
        ),
    ],
    "“It is not safe,” a spokesman for Halden Group said.": [
        "a spokesman for Halden Group [unnamed] | spokesman @ Halden Group",
    ],
    "“It is not safe,” a Halden Group spokesman said.": [
        "a Halden Group spokesman [unnamed] | spokesman @ Halden Group",
    ],
    "“It is not safe,” the spokesman said.": [
        "the spokesman [unnamed] | spokesman",
    ],
    "“It is not safe,” people familiar with the matter said.": [
        "people familiar with the matter [group]",
    ],
    "“It is not safe,” two engineers said.": [
        "two engineers [group] | two engineers",
    ],
    "“It is not safe,” experts say.": [
        "experts [group] | experts",
    ],
    "“It is not safe,” the report said.": [
        "the report [document]",
    ],
    "“It is not safe,” a police source said.": [
        "a police source [unnamed]",
    ],
    "“It is not safe,” the driver, a man of 60, said.": [
        "the driver [unnamed] | driver",
    ],
    "“It is not safe,” a neighbour of Mara Oduya said.": [
        "a neighbour of Mara Oduya [unnamed]",
    ],
    "“It is not safe,” Mara Oduya's neighbour said.": [
        "Mara Oduya's neighbour [unnamed]",
    ],
    "“It is not safe,” everyone said.": [
        "everyone [unnamed]",
    ],
    "“It is not safe,” somebody shouted.": [
        "somebody [unnamed]",
    ],
    "“It is not safe,” they said.": [
        "no_antecedent",
    ],
    "“It is not safe,” I said.": [
        "no_antecedent",
    ],
}
ANAPHORA = {
    "“The dam leaks,” said Mr Hallam. Tove Hallam is his wife.": [
        "Hallam",
    ],
    "“The dam leaks,” said Mr Lund. Tove Lund, his sister, was away.": [
        "Lund",
    ],
    "“It is safe,” said Mara B. Oduya. “It is not,” said Mara C. Oduya.": [
        "Mara B. Oduya",
        "Mara C. Oduya",
    ],
    "Mara Oduya built the bridge. “It is safe,” she said.": [
        "Mara Oduya",
    ],
    "Bo Lindqvist built the bridge. “It is safe,” he said.": [
        "Bo Lindqvist",
    ],
    "Mara Oduya met Bo Lindqvist. “It is safe,” she told him.": [
        "Mara Oduya",
    ],
    "Mara Oduya met Bo Lindqvist. “It is safe,” he told her.": [
        "Bo Lindqvist",
    ],
    "Mara Oduya met Petra Lowell. “It is safe,” Lowell told her.": [
        "Petra Lowell",
    ],
    "Mara Oduya built the bridge. Her brother, Bo Lindqvist, owns it. “It is safe,” he said.": [
        "Bo Lindqvist | brother",
    ],
    "Mara Oduya built the bridge. Her brother owns it. “It is safe,” she said.": [
        "Mara Oduya",
    ],
    "Mr Oduya built the bridge. “It is safe,” he said.": [
        "Oduya",
    ],
    "Mrs Oduya built the bridge. “It is safe,” she said.": [
        "Oduya",
    ],
    "Mayor Mara Oduya opened the bridge. “It is safe,” the mayor said.": [
        "Mara Oduya | Mayor",
    ],
    (
        "Mayor Mara Oduya met fire chief Bo Lindqvist. “It is safe,” the mayor said. “It is"
        " not,” the fire chief said."
    ): [
        "Mara Oduya | Mayor",
        "Bo Lindqvist | fire chief",
    ],
    "Mara Oduya, a welder, lives there. “It is safe,” the welder said.": [
        "Mara Oduya | welder",
    ],
    "Mara Oduya, 52, lives there. “It is safe,” the 52-year-old said.": [
        "Mara Oduya",
    ],
    "Transport minister Mara Oduya opened the bridge. “It is safe,” the minister said.": [
        "Mara Oduya | Transport minister",
    ],
    "Bo Lindqvist sued. “It is not safe,” his lawyer, Petra Lowell, said.": [
        "Petra Lowell | lawyer",
    ],
    "Bo Lindqvist sued. “It is not safe,” his lawyer said.": [
        "his lawyer [unnamed] | lawyer",
    ],
    "Bo Lindqvist was arrested. Judge Petra Lowell let him go. “You may leave,” the judge said.": [
        "Petra Lowell | Judge",
    ],
    "Mara Oduya and Bo Lindqvist built the bridge. “It is safe,” they said.": [
        "Mara Oduya and Bo Lindqvist [group]",
    ],
    (
        "Mara Oduya and Bo Lindqvist built the bridge. “It is safe,” Oduya said. “It is,”"
        " Lindqvist said."
    ): [
        "Mara Oduya",
        "Bo Lindqvist",
    ],
    "“It is safe,” Mara Oduya and Bo Lindqvist said.": [
        "Mara Oduya and Bo Lindqvist [group]",
    ],
    "“It is safe,” said Mara Oduya. She added: “I built it.”": [
        "Mara Oduya",
        "Mara Oduya",
    ],
    "“It is safe,” said Mara Oduya. Bo Lindqvist laughed. “I built it,” she added.": [
        "Mara Oduya",
        "Mara Oduya",
    ],
    (
        "The bridge, Mara Oduya said, was safe. Bo Lindqvist, who owns it, said it was not."
        " He blamed “rust”."
    ): [
        "Mara Oduya",
        "Bo Lindqvist | owner",
        "Bo Lindqvist | owner",
    ],
    "Mara Oduya told Bo Lindqvist the bridge was closed. “Since when?” he asked.": [
        "Mara Oduya",
        "Bo Lindqvist",
    ],
    "Mara Oduya asked Bo Lindqvist about the bridge. “It is safe,” he replied.": [
        "Bo Lindqvist",
    ],
    "Mara Oduya was asked about the bridge. “It is safe,” she replied.": [
        "Mara Oduya",
    ],
}


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[str]]:
    """What was found in each text, extracted together."""
    texts = list(BODIES | UNNAMED | ANAPHORA)
    lists = quotes.extract_many(texts)
    return {t: [speaker(q) for q in row] for t, row in zip(texts, lists, strict=True)}


@pytest.mark.parametrize(("text", "expected"), BODIES.items())
def test_a_body_is_known_by_every_way_to_speak_of_it(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), UNNAMED.items())
def test_who_is_not_named_is_described_in_the_words_of_the_article(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), ANAPHORA.items())
def test_pronouns_and_descriptions_lead_to_the_person_meant(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected
