"""What the library is known to get wrong: each must leave this list when it is right."""

from __future__ import annotations

import pytest

import quotes
from tests.told import saying, speaker

pytestmark = pytest.mark.models

SPEAKERS = {
    "a role that nobody was given goes to the only person named": (
        "Bo Lindqvist was arrested. “You may leave,” the judge said.",
        ["the judge [unnamed] | judge"],
    ),
    "so it does where the article sets the two against each other": (
        "Ilse Brandt said the road was open; the mayor said it was shut.",
        ["Ilse Brandt", "the mayor [unnamed] | mayor"],
    ),
    "an accusation without a source is given to the accused": (
        "Bo Lindqvist was accused of “greed”.",
        ["no_source"],
    ),
    "names in capitals before turns are taken for organisations": (
        "ILSE BRANDT: The road is open.\n\nODO PELL: It is not.",
        ["ILSE BRANDT", "ODO PELL"],
    ),
    "a surname alone does not join a name in capitals": (
        "MARA ODUYA came. “It is safe,” Oduya said.",
        ["MARA ODUYA"],
    ),
    "the first word of a firm's name is taken for a person": (
        "Halden Group sold its ferries to Merle Lines. “They were old,” Halden said.",
        ["Halden Group [organization]"],
    ),
    "a campaign named after a person is taken for the person": (
        "“The dam leaks,” the Hallam campaign said. Tove Hallam was away.",
        ["Hallam campaign [organization]"],
    ),
    "a force in small letters behind its place is taken for a person": (
        "“The dam leaks,” Norbury police said.",
        ["Norbury police [organization]"],
    ),
    "a portfolio of two fields is taken for the speaker": (
        "“It leaks,” said Trade and Ports Minister Odile Ferran.",
        ["Odile Ferran | Trade and Ports Minister"],
    ),
    "then- before a title leaves its hyphen in the role": (
        "“The bridge is closed,” said then-Mayor Bo Lindqvist.",
        ["Bo Lindqvist | then-Mayor"],
    ),
    "letters behind a name without a comma hide the role": (
        "“It leaks,” said Odile Ferran OBE, chair of the Brackwater Trust.",
        ["Odile Ferran | chair @ Brackwater Trust"],
    ),
    "a role that a pronoun is given is read for an office of a body alone": (
        "“It is safe,” Mara Oduya said. She is the mayor of Norbury.",
        ["Mara Oduya | mayor of Norbury"],
    ),
    "ages in brackets do not tell people apart": (
        "Bo Hale (34) met Odo Pell (52). “It leaks,” the 52-year-old said.",
        ["Odo Pell"],
    ),
    "what people a person is of is not read in apposition": (
        "Bo Hale, a Dane, met Odo Pell, a Swede. “It leaks,” the Swede said.",
        ["Odo Pell"],
    ),
    "a company is sought in the body that spoke last, whatever it is": (
        "Halden Group sued the Ministry of Ports. “It leaks,” the ministry said. "
        "“It is old,” the company said.",
        ["Ministry of Ports [organization]", "Halden Group [organization]"],
    ),
    "of two people without a name joined by and the first is not kept": (
        "A nurse and a driver came. “It leaks,” the driver said. “It is old,” the nurse said.",
        ["a driver [unnamed] | driver", "a nurse [unnamed] | nurse"],
    ),
}
SAYINGS = {
    "an answer before a colon is taken for no speech": (
        "The answer of the guild was short: “No.”",
        ["direct: “No.” < answer < the guild"],
    ),
    "an answer behind the words is taken for no speech": (
        "“No” was the answer of the guild.",
        ["mixed: “No” < answer < the guild"],
    ),
    "two quotations joined by and are one": (
        "Mara Oduya said “yes” and Bo Lindqvist said “no”.",
        ["mixed: “yes” < said < Mara Oduya", "mixed: “no” < said < Bo Lindqvist"],
    ),
    "a dash around an apposition hides the speaker": (
        "“The ferry is late,” Mara Oduya – the engineer – said.",
        ["direct: “The ferry is late,” < said < Mara Oduya"],
    ),
    "a report is not found whose subject is a report by a body": (
        "A report by the Brackwater Trust says the dam leaked.",
        ["indirect: the dam leaked < says < A report by the Brackwater Trust"],
    ),
    "all is taken into the source": (
        "“It is late” was all Mara Oduya would say.",
        ["direct: “It is late” < say < Mara Oduya"],
    ),
    "who relays a quotation is taken for its source": (
        "“The road is open,” Ilse Brandt said, according to the Norbury Courier.",
        ["direct: “The road is open,” < said < Ilse Brandt"],
    ),
    "a role in brackets before a colon hides the speaker": (
        "Mara Oduya (engineer): “The ferry sank.”",
        ["direct: “The ferry sank.” < : < Mara Oduya"],
    ),
}


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[quotes.Quote]]:
    texts = [text for text, _ in [*SPEAKERS.values(), *SAYINGS.values()]]
    return dict(zip(texts, quotes.extract_many(texts), strict=True))


def _known(faults: dict[str, tuple[str, list[str]]]) -> list[object]:
    marks = {why: pytest.mark.xfail(reason=why, strict=True) for why in faults}
    return [pytest.param(*fault, id=why, marks=marks[why]) for why, fault in faults.items()]


@pytest.mark.parametrize(("text", "expected"), _known(SPEAKERS))
def test_the_speaker_is_whom_an_editor_would_name(
    text: str, expected: list[str], found: dict[str, list[quotes.Quote]]
) -> None:
    assert [speaker(quote) for quote in found[text]] == expected


@pytest.mark.parametrize(("text", "expected"), _known(SAYINGS))
def test_the_words_and_their_source_are_those_an_editor_would_mark(
    text: str, expected: list[str], found: dict[str, list[quotes.Quote]]
) -> None:
    assert [saying(quote) for quote in found[text]] == expected
