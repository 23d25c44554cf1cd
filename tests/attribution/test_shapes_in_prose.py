"""The shapes in which news reports what was said, each in a sentence or two."""

from __future__ import annotations

import pytest

import quotes
from tests.told import saying

pytestmark = pytest.mark.models

REPORTS = {
    "Mara Oduya said the ferry sank at noon.": [
        "indirect: the ferry sank at noon < said < Mara Oduya",
    ],
    "Mara Oduya said that the ferry sank at noon and that nobody drowned.": [
        "indirect: the ferry sank at noon and that nobody drowned < said < Mara Oduya",
    ],
    "Mara Oduya said on Monday that the ferry sank.": [
        "indirect: the ferry sank < said < Mara Oduya",
    ],
    "Mara Oduya said the ferry sank, but Bo Lindqvist denied it.": [
        "indirect: the ferry sank < said < Mara Oduya",
    ],
    "The ferry sank, Mara Oduya said, because it was old.": [
        "indirect: The ferry sank < said < Mara Oduya",
    ],
    "The ferry sank because it was old, said Mara Oduya, who built it.": [
        "indirect: The ferry sank because it was old < said < Mara Oduya",
    ],
    "The ferry, which was old, sank at noon, Mara Oduya said.": [
        "indirect: The ferry, which was old, sank at noon < said < Mara Oduya",
    ],
    "Mara Oduya asked whether the ferry had sunk.": [
        "indirect: whether the ferry had sunk < asked < Mara Oduya",
    ],
    "Mara Oduya asked why the ferry sank.": [
        "indirect: why the ferry sank < asked < Mara Oduya",
    ],
    "Mara Oduya wondered if the ferry would sink.": [
        "indirect: if the ferry would sink < wondered < Mara Oduya",
    ],
    "Mara Oduya told Bo Lindqvist that the ferry had sunk.": [
        "indirect: the ferry had sunk < told < Mara Oduya",
    ],
    "Mara Oduya told Bo Lindqvist to leave the ferry.": [
        "indirect: to leave the ferry < told < Mara Oduya",
    ],
    "Mara Oduya promised to raise the ferry.": [
        "indirect: to raise the ferry < promised < Mara Oduya",
    ],
    "Mara Oduya refused to say why the ferry sank.": [
        "indirect: why the ferry sank < say < Mara Oduya",
    ],
    "Mara Oduya did not say why the ferry sank.": [
        "indirect: why the ferry sank < say < Mara Oduya",
    ],
    "Mara Oduya claims the ferry was sold.": [
        "indirect: the ferry was sold < claims < Mara Oduya",
    ],
    "Mara Oduya's claim that the ferry was sold was false.": [
        "indirect: the ferry was sold < claim < Mara Oduya",
    ],
    "Mara Oduya insisted the ferry was safe, adding that she would sail on it.": [
        "indirect: the ferry was safe < insisted < Mara Oduya",
        "indirect: she would sail on it < adding < Mara Oduya",
    ],
    "Mara Oduya warned that the ferry could sink.": [
        "indirect: the ferry could sink < warned < Mara Oduya",
    ],
    "Mara Oduya acknowledged that the ferry was old.": [
        "indirect: the ferry was old < acknowledged < Mara Oduya",
    ],
    "Mara Oduya believes that the ferry will sink.": [],
    "Mara Oduya thinks the ferry is old.": [],
    "According to Mara Oduya, the ferry sank at noon.": [
        "indirect: the ferry sank at noon < According to < Mara Oduya",
    ],
    "The ferry sank at noon, according to Mara Oduya.": [
        "indirect: The ferry sank at noon < according to < Mara Oduya",
    ],
    "The ferry sank at noon, according to a report published by Halden Group on Monday.": [
        "indirect: The ferry sank at noon < according to < a report",
    ],
    "The ferry, according to Mara Oduya, sank at noon.": [
        "indirect: The ferry … sank at noon < according to < Mara Oduya",
    ],
    "Mara Oduya was quoted by the Norbury Courier as saying that the ferry sank.": [
        "indirect: the ferry sank < saying < Mara Oduya",
    ],
    "Mara Oduya said Bo Lindqvist told her that the ferry sank.": [
        "indirect: Bo Lindqvist told her that the ferry sank < said < Mara Oduya",
    ],
    "Speaking in Norbury, Mara Oduya said that the ferry was late.": [
        "indirect: the ferry was late < said < Mara Oduya",
    ],
    "Mara Oduya demanded that the ferry be sold.": [
        "indirect: the ferry be sold < demanded < Mara Oduya",
    ],
    "Mara Oduya urged Bo Lindqvist to sell the ferry.": [
        "indirect: Bo Lindqvist to sell the ferry < urged < Mara Oduya",
    ],
    "Mara Oduya suggested that Bo Lindqvist sell the ferry.": [
        "indirect: Bo Lindqvist sell the ferry < suggested < Mara Oduya",
    ],
    "Mara Oduya denied the ferry sank.": [
        "indirect: the ferry sank < denied < Mara Oduya",
    ],
    "Mara Oduya announced that the ferry would be sold.": [
        "indirect: the ferry would be sold < announced < Mara Oduya",
    ],
    "Mara Oduya explained that the ferry was old.": [
        "indirect: the ferry was old < explained < Mara Oduya",
    ],
    "Mara Oduya pointed out that the ferry was old.": [
        "indirect: the ferry was old < pointed < Mara Oduya",
    ],
    "Mara Oduya agreed that the ferry was old.": [
        "indirect: the ferry was old < agreed < Mara Oduya",
    ],
    "Mara Oduya, too, said the ferry was old.": [
        "indirect: the ferry was old < said < Mara Oduya",
    ],
    "Mara Oduya also said the ferry was old.": [
        "indirect: the ferry was old < said < Mara Oduya",
    ],
    "Mara Oduya later said the ferry was old.": [
        "indirect: the ferry was old < said < Mara Oduya",
    ],
    "Mara Oduya will say on Monday that the ferry is old.": [
        "indirect: the ferry is old < say < Mara Oduya",
    ],
    "Mara Oduya had said the ferry was old.": [
        "indirect: the ferry was old < said < Mara Oduya",
    ],
    "Mara Oduya would not say whether the ferry was old.": [
        "indirect: whether the ferry was old < say < Mara Oduya",
    ],
    "Mara Oduya said nothing.": [],
    "Nobody said the ferry was old.": [
        "indirect: the ferry was old < said < Nobody",
    ],
    "They say the ferry was old.": [
        "indirect: the ferry was old < say < They",
    ],
    "Critics say the ferry was old.": [
        "indirect: the ferry was old < say < Critics",
    ],
    "Critics, including Mara Oduya, say the ferry was old.": [
        "indirect: the ferry was old < say < Critics, including Mara Oduya",
    ],
    "The law says ferries must float.": [
        "indirect: ferries must float < says < The law",
    ],
    "Halden Group reported that profits fell.": [
        "indirect: profits fell < reported < Halden Group",
    ],
    "The statement said the ferry was old.": [
        "indirect: the ferry was old < said < The statement",
    ],
    "Mara Oduya and Bo Lindqvist agreed that the ferry was old.": [
        "indirect: the ferry was old < agreed < Mara Oduya and Bo Lindqvist",
    ],
    "When the ferry sank, Mara Oduya said, nobody cared.": [
        "indirect: When the ferry sank … nobody cared < said < Mara Oduya",
    ],
    "The ferry is old and slow, and will sink, Mara Oduya said.": [
        "indirect: The ferry is old and slow, and will sink < said < Mara Oduya",
    ],
}
QUOTED = {
    "The ferry sank, as Mara Oduya put it, “like a stone”.": [
        "mixed: “like a stone” < put < Mara Oduya",
    ],
    "In the words of Mara Oduya, the ferry was “a coffin”.": [
        "mixed: the ferry was “a coffin” < In the words of < Mara Oduya",
    ],
    "Mara Oduya called the ferry “a coffin”.": [
        "mixed: the ferry “a coffin” < called < Mara Oduya",
    ],
    "The ferry was called “the Coffin”.": [
        "other: “the Coffin” < - < -",
    ],
    "The ferry, known as “the Coffin”, sank.": [
        "other: “the Coffin” < - < -",
    ],
    "The so-called “ferry of hope” sank.": [
        "other: “ferry of hope” < - < -",
    ],
    "The ferry “Merle” sank.": [
        "other: “Merle” < - < -",
    ],
    "The word “ferry” is old.": [
        "other: “ferry” < - < -",
    ],
    "Her novel “The Last Ferry” won a prize.": [
        "other: “The Last Ferry” < - < -",
    ],
    "The song “Cold Harbour” was played.": [
        "other: “Cold Harbour” < - < -",
    ],
    "The sign read: “No swimming.”": [
        "direct: “No swimming.” < read < The sign",
    ],
    "The letter read: “We regret the loss of the ferry.”": [
        "direct: “We regret the loss of the ferry.” < read < The letter",
    ],
    "The crowd chanted “no more ferries”.": [
        "mixed: “no more ferries” < chanted < The crowd",
    ],
    "“No more ferries!” the crowd chanted.": [
        "direct: “No more ferries!” < chanted < the crowd",
    ],
    "Mara Oduya tweeted: “The ferry sank.”": [
        "direct: “The ferry sank.” < tweeted < Mara Oduya",
    ],
    "Mara Oduya wrote in a letter to the council: “The ferry sank.”": [
        "direct: “The ferry sank.” < wrote < Mara Oduya",
    ],
    "Mara Oduya described the ferry as “a coffin” and its owner as “a crook”.": [
        "mixed: the ferry as “a coffin” and its owner as “a crook” < described < Mara Oduya",
    ],
    "Mara Oduya accused Bo Lindqvist of “greed”.": [
        "mixed: Bo Lindqvist of “greed” < accused < Mara Oduya",
    ],
    "Mara Oduya said the ferry was “a coffin”.": [
        "mixed: the ferry was “a coffin” < said < Mara Oduya",
    ],
    "Mara Oduya said the ferry was “a coffin” and that its owner was “a crook”.": [
        "mixed: the ferry was “a coffin” and that its owner was “a crook” < said < Mara Oduya",
    ],
    "Mara Oduya said: “The ferry sank.” Bo Lindqvist said: “It did not.”": [
        "direct: “The ferry sank.” < said < Mara Oduya",
        "direct: “It did not.” < said < Bo Lindqvist",
    ],
    "“The ferry sank,” said Mara Oduya; “it was old.”": [
        "direct: “The ferry sank,” … “it was old.” < said < Mara Oduya",
    ],
    "“The ferry sank,” Mara Oduya said. “It was old. Nobody cared.”": [
        "direct: “The ferry sank,” … “It was old. Nobody cared.” < said < Mara Oduya",
    ],
    "“The ferry sank”, Mara Oduya said.": [
        "direct: “The ferry sank” < said < Mara Oduya",
    ],
    "“The ferry sank!” Mara Oduya shouted.": [
        "direct: “The ferry sank!” < shouted < Mara Oduya",
    ],
    "“Did the ferry sink?” Mara Oduya asked.": [
        "direct: “Did the ferry sink?” < asked < Mara Oduya",
    ],
    "“The ferry sank” – Mara Oduya.": [
        "direct: “The ferry sank” < – < Mara Oduya",
    ],
    "“The ferry sank.” — Mara Oduya, engineer": [
        "direct: “The ferry sank.” < — < Mara Oduya",
    ],
    "Q: Did the ferry sink?\n\nA: It did.\n\nQ: Why?\n\nA: It was old.": [
        "direct: Did the ferry sink? < : < -",
        "direct: It did. < : < -",
        "direct: Why? < : < -",
        "direct: It was old. < : < -",
    ],
    "“The ferry sank.\n\n“It was old,” said Mara Oduya.": [
        "direct: “The ferry sank. … “It was old,” < said < Mara Oduya",
    ],
    "“The ferry sank,” said Mara Oduya.\n\n“It was old.”\n\n“Nobody cared.”": [
        "direct: “The ferry sank,” < said < Mara Oduya",
        "direct: “It was old.” < said < Mara Oduya",
        "direct: “Nobody cared.” < - < Mara Oduya",
    ],
    (
        "“The ferry sank,” said Mara Oduya.\n\n“It did not,” said Bo Lindqvist.\n\n“I saw"
        " it,” said Oduya."
    ): [
        "direct: “The ferry sank,” < said < Mara Oduya",
        "direct: “It did not,” < said < Bo Lindqvist",
        "direct: “I saw it,” < said < Oduya",
    ],
    "Mara Oduya said she had heard Bo Lindqvist say “the ferry sank”.": [
        "mixed: she had heard Bo Lindqvist say “the ferry sank” < said < Mara Oduya",
    ],
    "Mara Oduya, asked about the ferry, said it was “late”.": [
        "mixed: it was “late” < said < Mara Oduya",
    ],
    "Asked about the ferry, Mara Oduya said it was “late”.": [
        "mixed: it was “late” < said < Mara Oduya",
    ],
    "Mara Oduya, speaking in Norbury, said: “The ferry is late.”": [
        "direct: “The ferry is late.” < said < Mara Oduya",
    ],
    "In an interview with the Norbury Courier, Mara Oduya said: “The ferry is late.”": [
        "direct: “The ferry is late.” < said < Mara Oduya",
    ],
    "“The ferry is late,” Mara Oduya told the Norbury Courier.": [
        "direct: “The ferry is late,” < told < Mara Oduya",
    ],
    "“The ferry is late,” Mara Oduya told Radio Norbury on Monday.": [
        "direct: “The ferry is late,” < told < Mara Oduya",
    ],
    "“The ferry is late,” Mara Oduya told reporters in Norbury.": [
        "direct: “The ferry is late,” < told < Mara Oduya",
    ],
    "“The ferry is late,” Mara Oduya told a crowd of 500.": [
        "direct: “The ferry is late,” < told < Mara Oduya",
    ],
    "“The ferry is late,” Mara Oduya said to Bo Lindqvist.": [
        "direct: “The ferry is late,” < said < Mara Oduya",
    ],
    "“The ferry is late,” Mara Oduya said in reply to Bo Lindqvist.": [
        "direct: “The ferry is late,” < said < Mara Oduya",
    ],
    "“The ferry is late,” Mara Oduya, an engineer who built it, said.": [
        "direct: “The ferry is late,” < said < Mara Oduya",
    ],
    "“The ferry is late,” a tearful Mara Oduya said.": [
        "direct: “The ferry is late,” < said < a tearful Mara Oduya",
    ],
    "“The ferry is late,” says Mara Oduya, smiling.": [
        "direct: “The ferry is late,” < says < Mara Oduya",
    ],
    "“The ferry is late,” Mara Oduya said with a smile, “and so am I.”": [
        "direct: “The ferry is late,” … “and so am I.” < said < Mara Oduya",
    ],
    "“The ferry,” Mara Oduya said, “is late.”": [
        "direct: “The ferry,” … “is late.” < said < Mara Oduya",
    ],
    "“The ferry,” Mara Oduya said, looking at Bo Lindqvist, “is late.”": [
        "direct: “The ferry,” … “is late.” < said < Mara Oduya",
    ],
    "“The ferry is late,” Mara Oduya said, before Bo Lindqvist added: “It sank.”": [
        "direct: “The ferry is late,” < said < Mara Oduya",
        "direct: “It sank.” < added < Bo Lindqvist",
    ],
    "“The ferry is late,” Mara Oduya said and left.": [
        "direct: “The ferry is late,” < said < Mara Oduya",
    ],
    "“The ferry is late,” Mara Oduya said, while Bo Lindqvist said it was “early”.": [
        "direct: “The ferry is late,” < said < Mara Oduya",
        "mixed: it was “early” < said < Bo Lindqvist",
    ],
    "Mara Oduya said the ferry was late. It was “a scandal”, she said.": [
        "indirect: the ferry was late < said < Mara Oduya",
        "mixed: It was “a scandal” < said < she",
    ],
    "Mara Oduya said the ferry was late. “A scandal.”": [
        "direct: “A scandal.” < said < Mara Oduya",
    ],
    "Mara Oduya’s word for the ferry is “scandal”.": [
        "mixed: “scandal” < word < Mara Oduya",
    ],
    "The “scandal” of the ferry is over, Mara Oduya said.": [
        "mixed: The “scandal” of the ferry is over < said < Mara Oduya",
    ],
    "Mara Oduya said she “never” saw the ferry.": [
        "mixed: she “never” saw the ferry < said < Mara Oduya",
    ],
    "Mara Oduya has called for “an end to the ferries”.": [
        "mixed: for “an end to the ferries” < called < Mara Oduya",
    ],
    "The decision, Mara Oduya said, was “wrong”, and she would fight it.": [
        "mixed: The decision … was “wrong”, and she would fight it < said < Mara Oduya",
    ],
    "If the ferry sinks, Mara Oduya said, “we will all swim”.": [
        "mixed: “we will all swim” < said < Mara Oduya",
    ],
    "“We will not,” said Mara Oduya, “we cannot, sell the ferry.”": [
        "direct: “We will not,” … “we cannot, sell the ferry.” < said < Mara Oduya",
    ],
    '"The ferry is late," said Mara Oduya.': [
        'direct: "The ferry is late," < said < Mara Oduya',
    ],
    "'The ferry is late,' said Mara Oduya.": [
        "direct: 'The ferry is late,' < said < Mara Oduya",
    ],
    "«The ferry is late», said Mara Oduya.": [
        "direct: «The ferry is late» < said < Mara Oduya",
    ],
    "„The ferry is late“, said Mara Oduya.": [
        "direct: „The ferry is late“ < said < Mara Oduya",
    ],
    "``The ferry is late,'' said Mara Oduya.": [
        "direct: ``The ferry is late,'' < said < Mara Oduya",
    ],
    "“The ferry’s late,” said Mara Oduya.": [
        "direct: “The ferry’s late,” < said < Mara Oduya",
    ],
    '"The ferry is 6\' long," said Mara Oduya.': [
        'direct: "The ferry is 6\' long," < said < Mara Oduya',
    ],
    "Mara Oduya said of the ferry: “It is late.”": [
        "direct: “It is late.” < said < Mara Oduya",
    ],
    "Mara Oduya said this of the ferry: “It is late.”": [
        "direct: “It is late.” < said < Mara Oduya",
    ],
    "Mara Oduya had this to say: “It is late.”": [
        "direct: “It is late.” < say < Mara Oduya",
    ],
    "Here is what Mara Oduya said: “It is late.”": [
        "direct: “It is late.” < said < Mara Oduya",
    ],
    "Mara Oduya's answer was: “It is late.”": [
        "direct: “It is late.” < answer < Mara Oduya",
    ],
    "Mara Oduya's answer: “It is late.”": [
        "direct: “It is late.” < answer < Mara Oduya",
    ],
    "“It is late” is what Mara Oduya said.": [
        "direct: “It is late” < said < Mara Oduya",
    ],
    "“It is late,” was Mara Oduya's verdict.": [
        "direct: “It is late,” < verdict < Mara Oduya",
    ],
}


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[str]]:
    """What was found in each text, extracted together."""
    texts = list(REPORTS | QUOTED)
    lists = quotes.extract_many(texts, kinds=list(quotes.Kind))
    return {t: [saying(q) for q in row] for t, row in zip(texts, lists, strict=True)}


@pytest.mark.parametrize(("text", "expected"), REPORTS.items())
def test_speech_without_quotation_marks_has_its_content_its_cue_and_its_source(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), QUOTED.items())
def test_quoted_words_have_their_kind_their_cue_and_their_source(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected
