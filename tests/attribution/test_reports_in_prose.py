"""Reports and quotations as articles write them: where they begin and end, and next to whom."""

from __future__ import annotations

import pytest

import quotes
from tests.told import saying

pytestmark = pytest.mark.models

REPORTS = {
    "Tove Hallam told a meeting of farmers that the dam would hold.": [
        "indirect: the dam would hold < told < Tove Hallam",
    ],
    "It will open in May, notes Tove Hallam.": [
        "indirect: It will open in May < notes < Tove Hallam",
    ],
    "It will open in May, people close to the trust said.": [
        "indirect: It will open in May < said < people close to the trust",
    ],
    "Tove Hallam's warning that the dam was closed was ignored.": [
        "indirect: the dam was closed < warning < Tove Hallam",
    ],
    "Her claim that the dam was open to all was denied.": [
        "indirect: the dam was open to all < claim < Her",
    ],
    "The 56-year-old said the dam was late.": [
        "indirect: the dam was late < said < The 56-year-old",
    ],
    "The tall, bearded engineer said the dam was late.": [
        "indirect: the dam was late < said < The tall, bearded engineer",
    ],
    "Tove Hallam, a doctor at St Mary's, said the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam",
    ],
    "TAMSIN (AP) - Tove Hallam said the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam",
    ],
    "The case is closed; the dam, Tove Hallam said, is lost.": [
        "indirect: the dam … is lost < said < Tove Hallam",
    ],
    "The guild will not meet – “unless you pay,” Tove Hallam added.": [
        "mixed: “unless you pay,” < added < Tove Hallam",
    ],
    "The dam was closed, citing costs, the agency reported.": [
        "indirect: The dam was closed, citing costs < reported < the agency",
    ],
    "Tove Hallam said the dam was late, while the council insists it is fair.": [
        "indirect: the dam was late < said < Tove Hallam",
        "indirect: it is fair < insists < the council",
    ],
    "Tove Hallam said the dam was late and added that it leaked.": [
        "indirect: the dam was late < said < Tove Hallam",
        "indirect: it leaked < added < Tove Hallam",
    ],
    "Tove Hallam said the dam, which was late, leaked.": [
        "indirect: the dam, which was late, leaked < said < Tove Hallam",
    ],
    "Tove Hallam said that if it rained, the dam would break.": [
        "indirect: if it rained, the dam would break < said < Tove Hallam",
    ],
    "Tove Hallam said that, if it rained, the dam would break.": [
        "indirect: if it rained, the dam would break < said < Tove Hallam",
    ],
    "Tove Hallam said in a letter to the council that the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam",
    ],
    "Tove Hallam said at a meeting in Tamsin on Monday that the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam",
    ],
    "Tove Hallam said last week the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam",
    ],
    "Tove Hallam said yesterday that the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam",
    ],
    "Tove Hallam told the council on Monday the dam was late.": [
        "indirect: the dam was late < told < Tove Hallam",
    ],
    "Tove Hallam told Bo Lindqvist, the mayor, that the dam was late.": [
        "indirect: the dam was late < told < Tove Hallam",
    ],
    "Tove Hallam added that the dam was late.": [
        "indirect: the dam was late < added < Tove Hallam",
    ],
    "Tove Hallam admitted the dam was late.": [
        "indirect: the dam was late < admitted < Tove Hallam",
    ],
    "Tove Hallam argued that the dam was late.": [
        "indirect: the dam was late < argued < Tove Hallam",
    ],
    "Tove Hallam complained that the dam was late.": [
        "indirect: the dam was late < complained < Tove Hallam",
    ],
    "Tove Hallam estimated that the dam would cost nine million.": [
        "indirect: the dam would cost nine million < estimated < Tove Hallam",
    ],
    "Tove Hallam predicted the dam would leak.": [
        "indirect: the dam would leak < predicted < Tove Hallam",
    ],
    "Tove Hallam recalled that the dam leaked.": [
        "indirect: the dam leaked < recalled < Tove Hallam",
    ],
    "Tove Hallam revealed that the dam leaked.": [
        "indirect: the dam leaked < revealed < Tove Hallam",
    ],
    "Tove Hallam stressed that the dam leaked.": [
        "indirect: the dam leaked < stressed < Tove Hallam",
    ],
    "Tove Hallam testified that the dam leaked.": [
        "indirect: the dam leaked < testified < Tove Hallam",
    ],
    "Tove Hallam vowed to mend the dam.": [
        "indirect: to mend the dam < vowed < Tove Hallam",
    ],
    "Tove Hallam threatened to close the dam.": [
        "indirect: to close the dam < threatened < Tove Hallam",
    ],
    "Tove Hallam accused the council of closing the dam.": [
        "indirect: the council of closing the dam < accused < Tove Hallam",
    ],
    "Tove Hallam blamed the council for closing the dam.": [
        "indirect: the council for closing the dam < blamed < Tove Hallam",
    ],
    "Tove Hallam asked the council to close the dam.": [
        "indirect: the council to close the dam < asked < Tove Hallam",
    ],
    "Tove Hallam asked for the dam to be closed.": [
        "indirect: for the dam to be closed < asked < Tove Hallam",
    ],
    "Tove Hallam asked who had closed the dam.": [
        "indirect: who had closed the dam < asked < Tove Hallam",
    ],
    "Tove Hallam asked how the dam was closed.": [
        "indirect: how the dam was closed < asked < Tove Hallam",
    ],
    "Tove Hallam asked when the dam would open.": [
        "indirect: when the dam would open < asked < Tove Hallam",
    ],
    "Tove Hallam's lawyer said the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam's lawyer",
    ],
    "Tove Hallam, through her lawyer, said the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam",
    ],
    "Tove Hallam, who is 44, said the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam",
    ],
    "Tove Hallam – who is 44 – said the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam",
    ],
    "Tove Hallam (44) said the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam",
    ],
    "Tove Hallam never said the dam was late.": [
        "indirect: the dam was late < said < Tove Hallam",
    ],
    "Tove Hallam has not said whether the dam is late.": [
        "indirect: whether the dam is late < said < Tove Hallam",
    ],
    "Tove Hallam declined to say whether the dam was late.": [
        "indirect: whether the dam was late < say < Tove Hallam",
    ],
    "The dam, says Tove Hallam, is late.": [
        "indirect: The dam … is late < says < Tove Hallam",
    ],
    "The dam leaked, Tove Hallam said on Monday, after rain.": [
        "indirect: The dam leaked < said < Tove Hallam",
    ],
    "The dam leaked after rain, the Brackwater Trust said in a statement on Monday.": [
        "indirect: The dam leaked after rain < said < the Brackwater Trust",
    ],
    "The dam leaked after rain, a spokeswoman for the Brackwater Trust said.": [
        "indirect: The dam leaked after rain < said < a spokeswoman for the Brackwater Trust",
    ],
    "The report, published on Monday, says the dam leaked.": [
        "indirect: the dam leaked < says < The report",
    ],
    "A report says the dam leaked and the trust knew.": [
        "indirect: the dam leaked and the trust knew < says < A report",
    ],
    "According to the Brackwater Trust, which owns the dam, it leaked after rain.": [
        "indirect: it leaked after rain < According to < the Brackwater Trust",
    ],
    "According to Tove Hallam, the dam was “a ruin” and its owner “a crook”.": [
        "mixed: the dam was “a ruin” and its owner “a crook” < According to < Tove Hallam",
    ],
    "According to reports, the dam leaked.": [
        "indirect: the dam leaked < According to < reports",
    ],
    "The dam leaked, according to the trust, and nobody knew.": [
        "indirect: The dam leaked < according to < the trust",
    ],
    "Dam is late, says Hallam\n\nTove Hallam said the dam would open in May.": [
        "indirect: Dam is late < says < Hallam",
        "indirect: the dam would open in May < said < Tove Hallam",
    ],
}
QUOTED = {
    "Tove Hallam said the dam was “late”, while Bo Lindqvist called it “early”.": [
        "mixed: the dam was “late” < said < Tove Hallam",
        "mixed: it “early” < called < Bo Lindqvist",
    ],
    "Tove Hallam, who called the dam “a gift”, which it is not, left.": [
        "mixed: the dam “a gift” < called < who",
    ],
    "Tove Hallam called it “folly,” and the mayor left.": [
        "mixed: it “folly,” < called < Tove Hallam",
    ],
    "With a clerk calling it “a mess”, the dam opened.": [
        "mixed: it “a mess” < calling < a clerk",
    ],
    "With Tove Hallam warning of “a flood”, the dam was closed.": [
        "mixed: of “a flood” < warning < Tove Hallam",
    ],
    "For Tove Hallam, a nurse, “the dam is a promise”.": [
        "mixed: “the dam is a promise” < For < Tove Hallam",
    ],
    "The author of “The Dam” left.": [
        "other: “The Dam” < - < -",
    ],
    "Tove Hallam, author of “The Dam”, said: “It is long.”": [
        "other: “The Dam” < - < -",
        "direct: “It is long.” < said < Tove Hallam",
    ],
    "“The dam leaks,” the agency quoted a clerk as saying.": [
        "direct: “The dam leaks,” < saying < a clerk",
    ],
    "The agency quoted Tove Hallam as saying: “The dam leaks.”": [
        "direct: “The dam leaks.” < saying < Tove Hallam",
    ],
    "Tove Hallam was quoted as saying that the dam “leaks”.": [
        "mixed: the dam “leaks” < saying < Tove Hallam",
    ],
    "And Tove Hallam conceded that “it will need paint”.": [
        "mixed: “it will need paint” < conceded < Tove Hallam",
    ],
    "Tove Hallam added the dam had been a gift, saying: “We are glad.”": [
        "direct: “We are glad.” < added < Tove Hallam",
    ],
    "The tone, said a clerk, was “wrong”.": [
        "mixed: The tone … was “wrong” < said < a clerk",
    ],
    "A “green” bank opened.": [
        "other: “green” < - < -",
    ],
    "Tove Hallam shouted “shame” before she left.": [
        "mixed: “shame” < shouted < Tove Hallam",
    ],
    "Tove Hallam turned to the crowd again: “We hid.”": [
        "direct: “We hid.” < turned < Tove Hallam",
    ],
    "“We hid.” That was the answer of the mayor.": [
        "direct: “We hid.” < answer < the mayor",
    ],
    "“We hid.” That was what Tove Hallam said.": [
        "direct: “We hid.” < said < Tove Hallam",
    ],
    "Tove Hallam said: “We hid. We ran.” She wept.": [
        "direct: “We hid. We ran.” < said < Tove Hallam",
    ],
    "Tove Hallam said, “We hid.”": [
        "direct: “We hid.” < said < Tove Hallam",
    ],
    "Tove Hallam said “we hid”.": [
        "mixed: “we hid” < said < Tove Hallam",
    ],
    "Tove Hallam said “We hid”.": [
        "direct: “We hid” < said < Tove Hallam",
    ],
    "Tove Hallam says that “we hid”, that “we ran” and that “we wept”.": [
        "mixed: “we hid”, that “we ran” and that “we wept” < says < Tove Hallam",
    ],
    "“We hid,” said Tove Hallam. “We ran,” she added. “We wept.”": [
        "direct: “We hid,” < said < Tove Hallam",
        "direct: “We ran,” … “We wept.” < added < she",
    ],
    "“We hid,” she said. Tove Hallam ran.": [
        "direct: “We hid,” < said < she",
    ],
    "“We hid,” Tove Hallam said, and Bo Lindqvist said, “We ran.”": [
        "direct: “We hid,” < said < Tove Hallam",
        "direct: “We ran.” < said < Bo Lindqvist",
    ],
    "“We hid”, “we ran” and “we wept”, said Tove Hallam.": [
        "mixed: “We hid”, “we ran” and “we wept” < said < Tove Hallam",
    ],
    "Words such as “hid” and “ran” were used.": [
        "other: “hid” < - < -",
        "other: “ran” < - < -",
    ],
    "Tove Hallam spoke of “a flood”.": [
        "mixed: of “a flood” < spoke < Tove Hallam",
    ],
    "Tove Hallam talked about “a flood”.": [
        "mixed: about “a flood” < talked < Tove Hallam",
    ],
    "Tove Hallam dismissed the plan as “a joke”.": [
        "mixed: the plan as “a joke” < dismissed < Tove Hallam",
    ],
    "Tove Hallam hailed the plan as “a triumph”.": [
        "mixed: the plan as “a triumph” < hailed < Tove Hallam",
    ],
    "Tove Hallam rejected “the lies” of the council.": [
        "mixed: “the lies” of the council < rejected < Tove Hallam",
    ],
    "Tove Hallam condemned “the lies” of the council.": [
        "mixed: “the lies” of the council < condemned < Tove Hallam",
    ],
    "Tove Hallam thanked the council for its “patience”.": [
        "mixed: the council for its “patience” < thanked < Tove Hallam",
    ],
    "Tove Hallam is “proud” of the dam.": [
        "mixed: “proud” < - < Tove Hallam",
    ],
    "Tove Hallam is “not a crook”, she said.": [
        "mixed: Tove Hallam is “not a crook” < said < she",
    ],
    "Tove Hallam was “surprised”, according to Bo Lindqvist.": [
        "mixed: Tove Hallam was “surprised” < according to < Bo Lindqvist",
    ],
    "The council voted to “keep the dam open”.": [
        "mixed: to “keep the dam open” < voted < The council",
    ],
    "The bill says the dam “shall remain open”.": [
        "mixed: the dam “shall remain open” < says < The bill",
    ],
    "A message on the wall said: “Go home.”": [
        "direct: “Go home.” < said < A message",
    ],
    "A tweet by Tove Hallam said: “Go home.”": [
        "direct: “Go home.” < said < A tweet by Tove Hallam",
    ],
    "In a tweet, Tove Hallam said: “Go home.”": [
        "direct: “Go home.” < said < Tove Hallam",
    ],
    "In her speech, Tove Hallam promised “work”.": [
        "mixed: “work” < promised < Tove Hallam",
    ],
    "“Go home!” a voice shouted from the back.": [
        "direct: “Go home!” < shouted < a voice",
    ],
    "She asked: “Will it hold?” Tove Hallam said: “It will.”": [
        "direct: “Will it hold?” < asked < She",
        "direct: “It will.” < said < Tove Hallam",
    ],
    "Asked if it would hold, Tove Hallam nodded: “It will.”": [
        "direct: “It will.” < nodded < Tove Hallam",
    ],
    "Asked if it would hold, Tove Hallam said only that “it will”.": [
        "mixed: “it will” < said < Tove Hallam",
    ],
    "Tove Hallam nodded. “It will hold,” she said, “if it does not rain.”": [
        "direct: “It will hold,” … “if it does not rain.” < said < she",
    ],
    "Tove Hallam, of the Brackwater Trust: “It will hold.”": [
        "direct: “It will hold.” < - < Tove Hallam",
    ],
    "“It will hold,” Tove Hallam, of the Brackwater Trust, told Radio Tamsin.": [
        "direct: “It will hold,” < told < Tove Hallam",
    ],
    "“It will hold,” Tove Hallam told the BBC's Nora Pell.": [
        "direct: “It will hold,” < told < Tove Hallam",
    ],
    "“It will hold,” Tove Hallam told AFP by phone.": [
        "direct: “It will hold,” < told < Tove Hallam",
    ],
    "“It will hold,” Tove Hallam was quoted by the Norbury Courier as saying.": [
        "direct: “It will hold,” < saying < Tove Hallam",
    ],
    "“It will hold,” the Norbury Courier quoted Tove Hallam as saying.": [
        "direct: “It will hold,” < saying < Tove Hallam",
    ],
    "“It will hold,” according to Tove Hallam.": [
        "direct: “It will hold,” < according to < Tove Hallam",
    ],
    "“It will hold,” per Tove Hallam.": [
        "direct: “It will hold,” < per < Tove Hallam",
    ],
    "“It will hold”: Tove Hallam": [
        "direct: “It will hold” < - < Tove Hallam",
    ],
    "“It will hold” - Hallam\n\nTove Hallam spoke to farmers.": [
        "direct: “It will hold” < - < Hallam",
    ],
    "It “will hold,” Tove Hallam said.": [
        "mixed: It “will hold,” < said < Tove Hallam",
    ],
    "It “will hold” and “will not leak”, Tove Hallam said.": [
        "mixed: It “will hold” and “will not leak” < said < Tove Hallam",
    ],
    "It “will hold,” Tove Hallam said, “unless it rains.”": [
        "mixed: It “will hold,” … “unless it rains.” < said < Tove Hallam",
    ],
    "“The dam,” Tove Hallam began. “The dam will hold.”": [
        "direct: “The dam,” … “The dam will hold.” < began < Tove Hallam",
    ],
    "“The dam will hold,” Tove Hallam said — “unless it rains.”": [
        "direct: “The dam will hold,” … “unless it rains.” < said < Tove Hallam",
    ],
    "Tove Hallam said “the dam” — the old one — “will hold”.": [
        "mixed: “the dam” — the old one — “will hold” < said < Tove Hallam",
    ],
    "Tove Hallam's letter ends: “The dam will hold.”": [
        "direct: “The dam will hold.” < ends < Tove Hallam's letter",
    ],
    "“The dam will hold,” reads Tove Hallam's letter.": [
        "direct: “The dam will hold,” < reads < Tove Hallam's letter",
    ],
}


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[str]]:
    """What was found in each text, extracted together."""
    texts = list(REPORTS | QUOTED)
    lists = quotes.extract_many(texts, kinds=list(quotes.Kind))
    return {t: [saying(q) for q in row] for t, row in zip(texts, lists, strict=True)}


@pytest.mark.parametrize(("text", "expected"), REPORTS.items())
def test_a_report_begins_and_ends_with_what_was_said(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), QUOTED.items())
def test_quoted_words_take_in_what_of_the_sentence_was_said(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize("verb", ["corrected", "beamed", "shrugged", "offered"])
def test_any_verb_right_behind_words_that_go_on_tells_who_said_them(verb: str) -> None:
    (said,) = quotes.extract(f"Ilse Brandt spoke first. “Four,” {verb} Brandt.")

    assert said.kind is quotes.Kind.DIRECT
    assert said.speaker is not None
    assert said.speaker.name == "Ilse Brandt"
