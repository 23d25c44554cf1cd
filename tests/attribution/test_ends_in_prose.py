"""Where reports and quotations end, and the many ways to lead in and close them."""

from __future__ import annotations

import pytest

import quotes
from tests.told import saying

pytestmark = pytest.mark.models

REPORTS = {
    "Odo Pell said the ban was “unfair,” and ordered a review.": [
        "mixed: the ban was “unfair,” < said < Odo Pell",
    ],
    "Ilse Brandt told drivers: “Go home,” and left.": [
        "direct: “Go home,” < told < Ilse Brandt",
    ],
    "Ilse Brandt said the road was open, a claim the mayor denied.": [
        "indirect: the road was open < said < Ilse Brandt",
    ],
    "Ilse Brandt said the road was open, speaking to farmers in Norbury.": [
        "indirect: the road was open < said < Ilse Brandt",
    ],
    "Ilse Brandt said the road was open; the mayor said it was shut.": [
        "indirect: the road was open < said < Ilse Brandt",
        "indirect: it was shut < said < the mayor",
    ],
    "Ilse Brandt said the road was open and the bridge was shut.": [
        "indirect: the road was open and the bridge was shut < said < Ilse Brandt",
    ],
    "Ilse Brandt said the road was open because the snow had melted.": [
        "indirect: the road was open because the snow had melted < said < Ilse Brandt",
    ],
    "Ilse Brandt said the road was open when the snow melted.": [
        "indirect: the road was open when the snow melted < said < Ilse Brandt",
    ],
    "Ilse Brandt said the road was open to everyone who paid.": [
        "indirect: the road was open to everyone who paid < said < Ilse Brandt",
    ],
    "Ilse Brandt said the road was open, that the bridge was shut and that nobody knew.": [
        (
            "indirect: the road was open, that the bridge was shut and that nobody knew <"
            " said < Ilse Brandt"
        ),
    ],
    "Ilse Brandt said the road was open – but only for buses.": [
        "indirect: the road was open – but only for buses < said < Ilse Brandt",
    ],
    "Ilse Brandt said there were no cars on the road.": [
        "indirect: there were no cars on the road < said < Ilse Brandt",
    ],
    "Ilse Brandt said it.": [],
    "Ilse Brandt said so.": [],
    "Ilse Brandt said that.": [],
    "Ilse Brandt said goodbye.": [],
    "Ilse Brandt said a few words.": [],
    "Ilse Brandt said a prayer for the drivers.": [],
    "Ilse Brandt, it was said, knew the road was open.": [],
    "Ilse Brandt, who has said the road is a curse, has left.": [
        "indirect: the road is a curse < said < who",
    ],
    "Ilse Brandt said she thought the road was open.": [
        "indirect: she thought the road was open < said < Ilse Brandt",
    ],
    "Ilse Brandt said she hoped the mayor would say the road was open.": [
        "indirect: she hoped the mayor would say the road was open < said < Ilse Brandt",
    ],
    "Ilse Brandt expressed concern that the road was shut.": [
        "indirect: the road was shut < expressed < Ilse Brandt",
    ],
    "Ilse Brandt expressed hope that the road would open.": [
        "indirect: the road would open < expressed < Ilse Brandt",
    ],
    "Ilse Brandt was concerned that the road was shut.": [],
    "As Ilse Brandt said, the road is open.": [
        "indirect: the road is open < said < Ilse Brandt",
    ],
    "Citing Ilse Brandt, the Norbury Courier said the road was open.": [
        "indirect: the road was open < said < the Norbury Courier",
    ],
    "Ilse Brandt: The road is open.\n\nOdo Pell: It is not.\n\nIlse Brandt: It is.": [
        "direct: The road is open. < : < Ilse Brandt",
        "direct: It is not. < : < Odo Pell",
        "direct: It is. < : < Ilse Brandt",
    ],
    (
        "Courier: Is the road open?\n\nBrandt: It is.\n\nCourier: Since when?\n\nBrandt:"
        " Since May.\n\nIlse Brandt is the mayor."
    ): [
        "direct: Is the road open? < : < Courier",
        "direct: It is. < : < Brandt",
        "direct: Since when? < : < Courier",
        "direct: Since May. < : < Brandt",
    ],
}
QUOTED = {
    "“The road is open,” Ilse Brandt said, but the mayor said it was shut.": [
        "direct: “The road is open,” < said < Ilse Brandt",
        "indirect: it was shut < said < the mayor",
    ],
    "“The road is open,” Ilse Brandt said in an interview with the Norbury Courier on Monday.": [
        "direct: “The road is open,” < said < Ilse Brandt",
    ],
    "“The road is open,” Ilse Brandt said. The road was shut.": [
        "direct: “The road is open,” < said < Ilse Brandt",
    ],
    "“The road is open,” Ilse Brandt said, noting that the snow had melted.": [
        "direct: “The road is open,” < said < Ilse Brandt",
        "indirect: the snow had melted < noting < Ilse Brandt",
    ],
    "“The road is open,” Ilse Brandt said, and it was.": [
        "direct: “The road is open,” < said < Ilse Brandt",
    ],
    "“The road is open,” Ilse Brandt said, calling the snow “a curse”.": [
        "direct: “The road is open,” … “a curse” < said < Ilse Brandt",
    ],
    "The road is “open”, Ilse Brandt said, adding: “At last.”": [
        "mixed: The road is “open” < said < Ilse Brandt",
        "direct: “At last.” < adding < Ilse Brandt",
    ],
    "The road is “open”, Ilse Brandt said, though the mayor called that “a lie”.": [
        "mixed: The road is “open” < said < Ilse Brandt",
        "mixed: “a lie” < called < the mayor",
    ],
    "The road, Ilse Brandt said, is “open”, but the bridge is not.": [
        "mixed: The road … is “open”, but the bridge is not < said < Ilse Brandt",
    ],
    "The road, which Ilse Brandt called “a curse”, is shut.": [
        "mixed: “a curse” < called < Ilse Brandt",
    ],
    "The road is what Ilse Brandt called “a curse”.": [
        "mixed: “a curse” < called < Ilse Brandt",
    ],
    "Ilse Brandt, who said the road was “a curse”, has left.": [
        "mixed: the road was “a curse” < said < who",
    ],
    "Ilse Brandt told drivers to “go home” and not to come back.": [
        "mixed: to “go home” and not to come back < told < Ilse Brandt",
    ],
    "Ilse Brandt urged drivers to “go home”.": [
        "mixed: drivers to “go home” < urged < Ilse Brandt",
    ],
    "Ilse Brandt asked drivers to “go home”.": [
        "mixed: drivers to “go home” < asked < Ilse Brandt",
    ],
    "Ilse Brandt warned drivers not to “come back”.": [
        "mixed: not to “come back” < warned < Ilse Brandt",
    ],
    "Ilse Brandt promised that “the road will open”.": [
        "mixed: “the road will open” < promised < Ilse Brandt",
    ],
    "Ilse Brandt promised to “open the road”.": [
        "mixed: to “open the road” < promised < Ilse Brandt",
    ],
    "Ilse Brandt vowed “to open the road”.": [
        "mixed: “to open the road” < vowed < Ilse Brandt",
    ],
    "Ilse Brandt wants “the road to open”.": [
        "mixed: “the road to open” < wants < Ilse Brandt",
    ],
    "Ilse Brandt believes “the road will open”.": [
        "mixed: “the road will open” < believes < Ilse Brandt",
    ],
    "Ilse Brandt thinks it is “a shame”.": [
        "mixed: it is “a shame” < thinks < Ilse Brandt",
    ],
    "Ilse Brandt insisted on “an open road”.": [
        "mixed: “an open road” < insisted < Ilse Brandt",
    ],
    "Ilse Brandt complained of “a shut road”.": [
        "mixed: “a shut road” < complained < Ilse Brandt",
    ],
    "Ilse Brandt expressed “regret” over the road.": [
        "mixed: “regret” over the road < expressed < Ilse Brandt",
    ],
    "Ilse Brandt voiced “concern” that the road was shut.": [
        "mixed: “concern” that the road was shut < voiced < Ilse Brandt",
    ],
    "Ilse Brandt was quoted as saying: “The road is open.”": [
        "direct: “The road is open.” < saying < Ilse Brandt",
    ],
    "Ilse Brandt is reported to have said: “The road is open.”": [
        "direct: “The road is open.” < said < Ilse Brandt",
    ],
    "Ilse Brandt is said to have called the road “a curse”.": [
        "mixed: the road “a curse” < called < Ilse Brandt",
    ],
    "Ilse Brandt has been heard to say “never”.": [
        "mixed: “never” < say < Ilse Brandt",
    ],
    "Ilse Brandt can be heard saying: “The road is open.”": [
        "direct: “The road is open.” < saying < Ilse Brandt",
    ],
    "Ilse Brandt opened by saying: “The road is open.”": [
        "direct: “The road is open.” < saying < Ilse Brandt",
    ],
    "Ilse Brandt began: “The road is open.”": [
        "direct: “The road is open.” < began < Ilse Brandt",
    ],
    "Ilse Brandt went on: “The road is open.”": [
        "direct: “The road is open.” < went < Ilse Brandt",
    ],
    "Ilse Brandt continued: “The road is open.”": [
        "direct: “The road is open.” < continued < Ilse Brandt",
    ],
    "Ilse Brandt concluded: “The road is open.”": [
        "direct: “The road is open.” < concluded < Ilse Brandt",
    ],
    "Ilse Brandt put it this way: “The road is open.”": [
        "direct: “The road is open.” < put < Ilse Brandt",
    ],
    "Ilse Brandt had a question: “Is the road open?”": [
        "direct: “Is the road open?” < had < Ilse Brandt",
    ],
    "Ilse Brandt’s verdict: “The road is open.”": [
        "direct: “The road is open.” < verdict < Ilse Brandt",
    ],
    "Ilse Brandt’s argument that “the road is open” was weak.": [
        "mixed: “the road is open” < argument < Ilse Brandt",
    ],
    "Ilse Brandt’s promise to “open the road” was weak.": [
        "mixed: to “open the road” < promise < Ilse Brandt",
    ],
    "In Ilse Brandt’s words, “the road is open”.": [
        "mixed: “the road is open” < words < Ilse Brandt",
    ],
    "As Ilse Brandt says: “The road is open.”": [
        "direct: “The road is open.” < says < Ilse Brandt",
    ],
    "Like Ilse Brandt said, “the road is open”.": [
        "mixed: “the road is open” < said < Ilse Brandt",
    ],
    "Quoting Ilse Brandt, the mayor said: “The road is open.”": [
        "direct: “The road is open.” < said < the mayor",
    ],
    "Said Ilse Brandt: “The road is open.”": [
        "direct: “The road is open.” < Said < Ilse Brandt",
    ],
    "Says Ilse Brandt: “The road is open.”": [
        "direct: “The road is open.” < Says < Ilse Brandt",
    ],
    "Added Ilse Brandt: “The road is open.”": [
        "direct: “The road is open.” < Added < Ilse Brandt",
    ],
    "“The road is open,” is how Ilse Brandt put it.": [
        "direct: “The road is open,” < put < Ilse Brandt",
    ],
    "“The road is open,” Ilse Brandt (44) said.": [
        "direct: “The road is open,” < said < Ilse Brandt",
    ],
    "“The road is open,” Ilse Brandt, 44, said.": [
        "direct: “The road is open,” < said < Ilse Brandt",
    ],
    "“The road is open,” Ilse Brandt, from Norbury, said.": [
        "direct: “The road is open,” < said < Ilse Brandt",
    ],
    "“The road is open,” Ilse Brandt, who lives there, said on Monday.": [
        "direct: “The road is open,” < said < Ilse Brandt",
    ],
    "“The road is open,” Ilse Brandt and Odo Pell, who live there, said on Monday.": [
        "direct: “The road is open,” < said < Ilse Brandt and Odo Pell",
    ],
    "“The road is open,” the Courier quoted Ilse Brandt as saying on Monday.": [
        "direct: “The road is open,” < saying < Ilse Brandt",
    ],
    "“The road is open,” Ilse Brandt can be heard saying.": [
        "direct: “The road is open,” < saying < Ilse Brandt",
    ],
    "“The road is open,” Ilse Brandt is understood to have said.": [
        "direct: “The road is open,” < said < Ilse Brandt",
    ],
    "“The road is open,” reads a sign.": [
        "direct: “The road is open,” < reads < a sign",
    ],
    "“The road is open,” read a sign. Ilse Brandt had put it there.": [
        "direct: “The road is open,” < read < a sign",
    ],
    "“The road is open,” it read.": [
        "direct: “The road is open,” < read < it",
    ],
    "“The road,” said Ilse Brandt, “is open.” She smiled. “At last.”": [
        "direct: “The road,” … “is open.” < said < Ilse Brandt",
        "direct: “At last.” < smiled < She",
    ],
    "“The road,” said Ilse Brandt. “Is it open?” asked Odo Pell.": [
        "direct: “The road,” < said < Ilse Brandt",
        "direct: “Is it open?” < asked < Odo Pell",
    ],
    "“The road is open” and “the bridge is shut”, Ilse Brandt said.": [
        "mixed: “The road is open” and “the bridge is shut” < said < Ilse Brandt",
    ],
    "“Road open” signs were put up.": [
        "other: “Road open” < - < -",
    ],
    "The “road open” sign fell.": [
        "other: “road open” < - < -",
    ],
    "It was “open”.": [
        "other: “open” < - < -",
    ],
    "He was the “mayor” of the road.": [
        "other: “mayor” < - < -",
    ],
    "Ilse Brandt: “The road is open.” Odo Pell: “It is not.”": [
        "direct: “The road is open.” < : < Ilse Brandt",
        "direct: “It is not.” < : < Odo Pell",
    ],
}


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[str]]:
    """What was found in each text, extracted together."""
    texts = list(REPORTS | QUOTED)
    lists = quotes.extract_many(texts, kinds=list(quotes.Kind))
    return {t: [saying(q) for q in row] for t, row in zip(texts, lists, strict=True)}


@pytest.mark.parametrize(("text", "expected"), REPORTS.items())
def test_a_report_ends_where_the_writer_goes_on(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(("text", "expected"), QUOTED.items())
def test_quoted_words_are_led_in_and_closed_in_many_ways(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected
