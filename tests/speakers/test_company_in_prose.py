"""Two or more who might have spoken: by what the article tells them apart."""

from __future__ import annotations

import pytest

import quotes
from tests.told import speaker

pytestmark = pytest.mark.models

COMPANY = {
    (
        "Ida Brandt, 34, and Petra Lowell, 52, came. “It leaks,” the 52-year-old said. “It is"
        " old,” the 34-year-old said."
    ): [
        "Petra Lowell",
        "Ida Brandt",
    ],
    "Bo Hale, 34, met Odo Pell, 52. “It leaks,” the 52-year-old said.": [
        "Odo Pell",
    ],
    (
        "Bo Hale, a nurse, met Odo Pell, a judge. “It leaks,” the judge said. “It is old,”"
        " the nurse said."
    ): [
        "Odo Pell | judge",
        "Bo Hale | nurse",
    ],
    (
        "Judge Bo Hale met Senator Odo Pell. “It leaks,” the senator said. “It is old,” the"
        " judge said."
    ): [
        "Odo Pell | Senator",
        "Bo Hale | Judge",
    ],
    "Father Bo Hale met Dr Odo Pell. “It leaks,” the doctor said. “It is old,” the priest said.": [
        "Odo Pell | doctor",
        "Bo Hale",
    ],
    "Ida Brandt met Bo Hale. “It leaks,” she said. “It is old,” he said.": [
        "Ida Brandt",
        "Bo Hale",
    ],
    "Ida Brandt met Bo Hale. “It leaks,” the woman said.": [
        "Ida Brandt",
    ],
    "Ida Brandt met Bo Hale. “It leaks,” the man said.": [
        "Bo Hale",
    ],
    "Ida Brandt met Petra Lowell. “It leaks,” Brandt said. She added: “It is old.”": [
        "Ida Brandt",
        "Ida Brandt",
    ],
    "Ida Brandt met Petra Lowell. “It leaks,” said Lowell. “It is old,” she added.": [
        "Petra Lowell",
        "Petra Lowell",
    ],
    (
        "Ida Brandt said it was late. Petra Lowell agreed. “It leaks,” Brandt said. “It is"
        " old,” she said."
    ): [
        "Ida Brandt",
        "Ida Brandt",
        "Ida Brandt",
    ],
    "Ida Brandt spoke first. She was tired. Bo Hale slept. “It leaks,” she said.": [
        "Ida Brandt",
    ],
    "Bo Hale spoke first. He was tired. Ida Brandt slept. “It leaks,” he said.": [
        "Bo Hale",
    ],
    (
        "Bo Hale spoke first. Odo Pell listened. He shook his head. “It leaks,” Pell said."
        " “It is old,” he said."
    ): [
        "Odo Pell",
        "Odo Pell",
    ],
    (
        "“It leaks,” said Bo Hale. “It is old,” said Odo Pell. “It is,” Hale agreed. He"
        " added: “It is cold.”"
    ): [
        "Bo Hale",
        "Odo Pell",
        "Bo Hale",
        "Bo Hale",
    ],
    "“It leaks,” said Bo Hale. Odo Pell nodded. “It is old,” he said, “and cold.”": [
        "Bo Hale",
        "Odo Pell",
    ],
    "“It leaks,” Bo Hale said. His brother, Odo Pell, nodded. “It is old,” Pell said.": [
        "Bo Hale",
        "Odo Pell | brother",
    ],
    "“It leaks,” Bo Hale said. His wife, Ida, nodded. “It is old,” she said.": [
        "Bo Hale",
        "Ida",
    ],
    "“It leaks,” Bo Hale said. His wife nodded. “It is old,” she said.": [
        "Bo Hale",
        "His wife [unnamed] | wife",
    ],
    "“It leaks,” Bo Hale's wife, Ida, said. “It is old,” she added.": [
        "Ida",
        "Ida",
    ],
    "“It leaks,” Bo Hale said of Odo Pell's dam. “It is old,” he added.": [
        "Bo Hale",
        "Bo Hale",
    ],
    "“It leaks,” Bo Hale told Odo Pell. “It is old,” he added.": [
        "Bo Hale",
        "Bo Hale",
    ],
    "“Does it leak?” Bo Hale asked Ida Brandt. “It does,” she answered. “Since when?” he asked.": [
        "Bo Hale",
        "Ida Brandt",
        "Bo Hale",
    ],
    "Bo Hale, who met Odo Pell in May, left. “It leaks,” he said.": [
        "Bo Hale",
    ],
    "Bo Hale left Odo Pell's house. “It leaks,” he said.": [
        "Bo Hale",
    ],
    "Bo Hale's lawyer, Ida Brandt, left the court. “It leaks,” she said.": [
        "Ida Brandt | lawyer",
    ],
    "Bo Hale's lawyer left the court. “It leaks,” he said. The lawyer nodded.": [
        "Bo Hale",
    ],
    (
        "The mayor, Bo Hale, and his aide, Ida Brandt, left. “It leaks,” the mayor said. “It"
        " is old,” the aide said."
    ): [
        "Bo Hale | mayor",
        "Ida Brandt | aide",
    ],
    "Mayor Bo Hale fired his aide Odo Pell. “It leaks,” the mayor said.": [
        "Bo Hale | Mayor",
    ],
    "Mayor Bo Hale fired his aide Odo Pell. “It leaks,” the aide said.": [
        "Odo Pell | aide",
    ],
    "Bo Hale works for Halden Group. “It leaks,” the company said. “It is old,” he said.": [
        "Halden Group [organization]",
        "Bo Hale @ Halden Group",
    ],
    "Halden Group fired Bo Hale. “It leaks,” the company said. “It is old,” he said.": [
        "Halden Group [organization]",
        "Bo Hale",
    ],
    (
        "The Harbour Board met the Fishing Union. “It leaks,” the union said. “It is old,”"
        " the board said."
    ): [
        "Fishing Union [organization]",
        "Harbour Board [organization]",
    ],
    (
        "The Harbour Board (HB) met the Fishing Union (FU). “It leaks,” the FU said. “It is"
        " old,” the HB said."
    ): [
        "Fishing Union [organization]",
        "Harbour Board [organization]",
    ],
    (
        "Merle Bank bought Norbury Bank. “It leaks,” Norbury Bank said. “It is old,” Merle"
        " Bank said."
    ): [
        "Norbury Bank [organization]",
        "Merle Bank [organization]",
    ],
    (
        "Norbury Council met Tamsin Council. “It leaks,” Tamsin Council said. “It is old,”"
        " Norbury Council said."
    ): [
        "Tamsin Council [organization]",
        "Norbury Council [organization]",
    ],
    (
        "Ida Brandt of the Green Party met Bo Hale of the Labour Party. “It leaks,” she said."
        " “It is old,” he said."
    ): [
        "Ida Brandt @ Green Party",
        "Bo Hale @ Labour Party",
    ],
    "Officials met residents. “It leaks,” residents said. “It is old,” officials said.": [
        "residents [group] | residents",
        "officials [group] | officials",
    ],
    "An official met Ida Brandt. “It leaks,” the official said. “It is old,” Brandt said.": [
        "An official [unnamed] | official",
        "Ida Brandt",
    ],
    (
        "A resident met Mayor Ida Brandt. “It leaks,” the resident said. “It is old,” the"
        " mayor said."
    ): [
        "A resident [unnamed] | resident",
        "Ida Brandt | Mayor",
    ],
    "A woman met a man. “It leaks,” the man said. “It is old,” the woman said.": [
        "a man [unnamed]",
        "A woman [unnamed]",
    ],
    "One witness ran. Another hid. “It leaks,” Ida Brandt said.": [
        "Ida Brandt",
    ],
    (
        "Ida Brandt came. Bo Hale came. Odo Pell came. “It leaks,” Hale said. “It is old,”"
        " Pell said. “It is,” Brandt said."
    ): [
        "Bo Hale",
        "Odo Pell",
        "Ida Brandt",
    ],
    "Ida and Bo Hale came. “It leaks,” Ida Hale said. “It is old,” Bo Hale said.": [
        "Ida Hale",
        "Bo Hale",
    ],
    (
        "Ida Hale and her father, Bo Hale, came. “It leaks,” Mr Hale said. “It is old,” Ms"
        " Hale said."
    ): [
        "Bo Hale | father",
        "Ida Hale",
    ],
    (
        "Ida Hale came with her daughter, Mia Hale. “It leaks,” Mia Hale said. “It is old,”"
        " Ida Hale said."
    ): [
        "Mia Hale",
        "Ida Hale",
    ],
    "Ida Hale came with her daughter Mia. “It leaks,” Mia said. “It is old,” Hale said.": [
        "Mia",
        "Ida Hale",
    ],
    "William Hale came. Bill Hale was tired. “It leaks,” Hale said.": [
        "William Hale",
    ],
    "President Ida Hale met President Bo Pell. “It leaks,” Hale said. “It is old,” Pell said.": [
        "Ida Hale | President",
        "Bo Pell | President",
    ],
    "Ida Brandt, Bo Hale and Odo Pell came. “It leaks,” Hale said.": [
        "Bo Hale",
    ],
    "“It leaks,” said Ida Brandt and Bo Hale. “It is old,” they added.": [
        "Ida Brandt and Bo Hale [group]",
        "Ida Brandt and Bo Hale [group]",
    ],
    "“It leaks,” said the engineers. “It is old,” they added.": [
        "the engineers [group] | engineers",
        "the engineers [group] | engineers",
    ],
    "“It leaks,” said Halden Group. “It is old,” they added.": [
        "Halden Group [organization]",
        "Halden Group [organization]",
    ],
    "“It leaks,” said Halden Group. “It is old,” it added.": [
        "Halden Group [organization]",
        "Halden Group [organization]",
    ],
    "“It leaks,” said the council. Ida Brandt disagreed. “It is old,” she said.": [
        "council [organization]",
        "Ida Brandt",
    ],
}


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[str]]:
    """What was found in each text, extracted together."""
    texts = list(COMPANY)
    lists = quotes.extract_many(texts)
    return {t: [speaker(q) for q in row] for t, row in zip(texts, lists, strict=True)}


@pytest.mark.parametrize(("text", "expected"), COMPANY.items())
def test_of_several_who_may_be_meant_the_article_tells_which(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected
