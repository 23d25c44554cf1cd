"""Short articles, with what is said in them, how, and next to whom an editor finds it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import quotes
from quotes.testing import faults

pytestmark = pytest.mark.models


def _relations(text: str, extractor: quotes.Extractor) -> Iterator[tuple[str, str, str | None]]:
    for quote in extractor.extract(text):
        source = quote.source.text if quote.source is not None else None
        yield quote.kind.value, " ".join(span.text for span in quote.content), source


@pytest.fixture(scope="module")
def every_kind(one_thread: None) -> quotes.Extractor:
    return quotes.Extractor(kinds=tuple(quotes.Kind))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It held,” said Ada Marsh, head of forecasting at the Lowmere Harbour Board.",
            [("direct", "“It held,”", "Ada Marsh")],
        ),
        (
            "“It held,” said Ada Marsh, professor of nursing at Lowmere University.",
            [("direct", "“It held,”", "Ada Marsh")],
        ),
        (
            "Lowmere Labs shut. Its owner, the Acme Bank, said “it held”.",
            [("mixed", "“it held”", "Its owner")],
        ),
        (
            "Neighbours were angry, with one woman shouting “shame on you”.",
            [("mixed", "“shame on you”", "one woman")],
        ),
        (
            "“We have been asking,” Ada Marsh had been telling the board, “for years.”",
            [("direct", "“We have been asking,” “for years.”", "Ada Marsh")],
        ),
        (
            "Odo Fenwick, who had been mayor for nine years, has been saying that the "
            "wall will fall.",
            [("indirect", "the wall will fall", "Odo Fenwick")],
        ),
        (
            "“The wall will fall,” a person familiar with the plan said.",
            [("direct", "“The wall will fall,”", "a person familiar with the plan")],
        ),
        (
            "“The wall will fall,” said a spokeswoman for the Lowmere Harbour Board, Tessa Brill.",
            [
                (
                    "direct",
                    "“The wall will fall,”",
                    "a spokeswoman for the Lowmere Harbour Board, Tessa Brill",
                )
            ],
        ),
        (
            "“The wall will fall,” said Tessa Brill, spokeswoman for the Lowmere "
            "Harbour Board and a former mayor.",
            [("direct", "“The wall will fall,”", "Tessa Brill")],
        ),
        (
            "In her book “The Long Wall” Ada Marsh writes: “Nobody came.”",
            [("other", "“The Long Wall”", None), ("direct", "“Nobody came.”", "Ada Marsh")],
        ),
        (
            "The film “The Long Wall” opens on Friday. “It is my best,” said its "
            "director, Odo Fenwick.",
            [
                ("other", "“The Long Wall”", None),
                ("direct", "“It is my best,”", "its director, Odo Fenwick"),
            ],
        ),
        (
            "Odo “Dash” Fenwick ran first. “I was slow,” he said.",
            [("other", "“Dash”", None), ("direct", "“I was slow,”", "he")],
        ),
        (
            "The so-called “wall tax” was dropped, Ada Marsh said.",
            [
                ("indirect", "The so-called “wall tax” was dropped", "Ada Marsh"),
                ("other", "“wall tax”", None),
            ],
        ),
        (
            "Ada Marsh is the mayor of Lowmere. “We pay,” the mayor said.",
            [("direct", "“We pay,”", "the mayor")],
        ),
        (
            "Ada Marsh is not the mayor of Lowmere. “We pay,” she said.",
            [("direct", "“We pay,”", "she")],
        ),
        (
            "Ada Marsh left the Acme Bank in May. “We pay,” she said on Monday.",
            [("direct", "“We pay,”", "she")],
        ),
        (
            "Mayor Ada Marsh met Odo Fenwick. “We pay,” Marsh said. “We do not,” Fenwick said.",
            [("direct", "“We pay,”", "Marsh"), ("direct", "“We do not,”", "Fenwick")],
        ),
        (
            "Ada Marsh met her brother, Odo Marsh. “We pay,” Ada Marsh said. “We do "
            "not,” Odo Marsh said.",
            [("direct", "“We pay,”", "Ada Marsh"), ("direct", "“We do not,”", "Odo Marsh")],
        ),
        (
            "Mr. Fenwick and Mrs. Marsh came. “We pay,” he said. “We do not,” she said.",
            [("direct", "“We pay,”", "he"), ("direct", "“We do not,”", "she")],
        ),
        (
            "“We pay,” Ada Marsh told the Lowmere Courier. “We do not,” Odo Fenwick "
            "told reporters.",
            [("direct", "“We pay,”", "Ada Marsh"), ("direct", "“We do not,”", "Odo Fenwick")],
        ),
        (
            "Ada Marsh was told that the wall had fallen. “It is a shame,” she said.",
            [("direct", "“It is a shame,”", "she")],
        ),
        (
            "The wall, Ada Marsh said, would cost nine million.",
            [("indirect", "The wall would cost nine million", "Ada Marsh")],
        ),
        (
            "Ada Marsh said the wall would cost nine million and that nobody would pay.",
            [
                (
                    "indirect",
                    "the wall would cost nine million and that nobody would pay",
                    "Ada Marsh",
                )
            ],
        ),
        (
            "According to Ada Marsh, the wall will cost nine million.",
            [("indirect", "the wall will cost nine million", "Ada Marsh")],
        ),
        (
            "The wall will cost nine million, according to a report by the Lowmere Harbour Board.",
            [
                (
                    "indirect",
                    "The wall will cost nine million",
                    "a report by the Lowmere Harbour Board",
                )
            ],
        ),
        (
            "Ada Marsh denied that the wall had cracks.",
            [("indirect", "the wall had cracks", "Ada Marsh")],
        ),
        (
            "Ada Marsh described the wall as “a folly” and the board as “a circus”.",
            [("mixed", "the wall as “a folly” and the board as “a circus”", "Ada Marsh")],
        ),
        (
            "“Why,” asked Ada Marsh, “does nobody pay?”",
            [("direct", "“Why,” “does nobody pay?”", "Ada Marsh")],
        ),
        (
            "Asked whether she would resign, Ada Marsh said: “No.”",
            [("direct", "“No.”", "Ada Marsh")],
        ),
        (
            "Ada Marsh: “We pay.”",
            [("direct", "“We pay.”", "Ada Marsh")],
        ),
        (
            "“Nobody pays.” – Ada Marsh, mayor of Lowmere",
            [("direct", "“Nobody pays.”", "Ada Marsh")],
        ),
        (
            "“We pay,” said Sgt. Odo Fenwick of the Lowmere Police Department.",
            [("direct", "“We pay,”", "Sgt. Odo Fenwick of the Lowmere Police Department")],
        ),
        (
            "“We pay,” said Odo Fenwick Jr., a lawyer for the Acme Bank.",
            [("direct", "“We pay,”", "Odo Fenwick Jr.")],
        ),
        (
            "“We pay,” said Sen. Ada Marsh, D-Ohio.",
            [("direct", "“We pay,”", "Sen. Ada Marsh")],
        ),
        (
            "“We pay,” said Ada Marsh, 44, a nurse who lives in Elmford.",
            [("direct", "“We pay,”", "Ada Marsh")],
        ),
        (
            "“We pay,” said Ada Marsh, whose brother runs the Acme Bank.",
            [("direct", "“We pay,”", "Ada Marsh")],
        ),
        (
            "“We pay,” said Acme Bank chief executive Odo Fenwick.",
            [("direct", "“We pay,”", "Acme Bank chief executive Odo Fenwick")],
        ),
        (
            "“We pay,” said Acme Bank's Odo Fenwick.",
            [("direct", "“We pay,”", "Acme Bank's Odo Fenwick")],
        ),
        (
            "“We pay,” Odo Fenwick, of the Acme Bank, said.",
            [("direct", "“We pay,”", "Odo Fenwick")],
        ),
        (
            "The chief executive of the Acme Bank, Odo Fenwick, said “we pay”.",
            [("mixed", "“we pay”", "The chief executive of the Acme Bank, Odo Fenwick")],
        ),
        (
            "“We pay,” said Odo Fenwick, chairman and chief executive of the Acme Bank.",
            [("direct", "“We pay,”", "Odo Fenwick")],
        ),
        (
            "“We pay,” he said. Nobody knew his name.",
            [("direct", "“We pay,”", "he")],
        ),
        (
            "“We pay,” she said. Ada Marsh, who runs the bank, had come late.",
            [("direct", "“We pay,”", "she")],
        ),
        (
            "“We pay,” Labour said. The Labour Party met on Monday.",
            [("direct", "“We pay,”", "Labour")],
        ),
        (
            "“We pay,” tweeted Ada Marsh.",
            [("direct", "“We pay,”", "Ada Marsh")],
        ),
        (
            "“We pay,” Ada Marsh wrote in a letter to the board.",
            [("direct", "“We pay,”", "Ada Marsh")],
        ),
        (
            "“We pay,” Ada Marsh said, adding: “We always did.” “Nobody believes it,” "
            "Odo Fenwick said.",
            [
                ("direct", "“We pay,”", "Ada Marsh"),
                ("direct", "“We always did.”", "Ada Marsh"),
                ("direct", "“Nobody believes it,”", "Odo Fenwick"),
            ],
        ),
        (
            "“We pay,” said Ada Marsh. “We always did.” Odo Fenwick laughed.",
            [("direct", "“We pay,” “We always did.”", "Ada Marsh")],
        ),
        (
            "Ada Marsh laughed. “Nobody pays.”",
            [("direct", "“Nobody pays.”", "Ada Marsh")],
        ),
        (
            "“Nobody pays,” Ada Marsh said of Odo Fenwick.",
            [("direct", "“Nobody pays,”", "Ada Marsh")],
        ),
        (
            "“Nobody pays,” Ada Marsh said, pointing at Odo Fenwick, the mayor.",
            [("direct", "“Nobody pays,”", "Ada Marsh")],
        ),
        (
            "Before the vote Ada Marsh, the mayor, had said “nobody pays”.",
            [("mixed", "“nobody pays”", "Ada Marsh")],
        ),
        (
            "The mayor's spokesman said “nobody pays”.",
            [("mixed", "“nobody pays”", "The mayor's spokesman")],
        ),
        (
            "Ada Marsh's lawyer, Odo Fenwick, said “nobody pays”.",
            [("mixed", "“nobody pays”", "Ada Marsh's lawyer, Odo Fenwick")],
        ),
        (
            "“Nobody pays,” said Fenwick. Odo Fenwick is the mayor of Lowmere.",
            [("direct", "“Nobody pays,”", "Fenwick")],
        ),
        (
            "Odo Fenwick (Acme Bank) said: “Nobody pays.”",
            [("direct", "“Nobody pays.”", "Odo Fenwick")],
        ),
        (
            "It is “nonsense”, Ada Marsh said, to pay.",
            [("mixed", "It is “nonsense”", "Ada Marsh")],
        ),
        (
            "“Nobody pays,” it said.",
            [("direct", "“Nobody pays,”", "it")],
        ),
        (
            "The Acme Bank closed on Monday. “Nobody pays,” it said in a statement.",
            [("direct", "“Nobody pays,”", "it")],
        ),
        (
            "The word “wall” comes from the sea.",
            [("other", "“wall”", None)],
        ),
        (
            "He was known as “the wall”.",
            [("other", "“the wall”", None)],
        ),
        (
            "Ada Marsh's “wall of fire” speech was long.",
            [("other", "“wall of fire”", None)],
        ),
        (
            "“Nobody pays,” said Roe Seung-hoon, a lawyer. “I know,” Roe said.",
            [("direct", "“Nobody pays,”", "Roe Seung-hoon"), ("direct", "“I know,”", "Roe")],
        ),
        (
            "“Nobody pays,” said Gen. Roe Mi-yeon. “I know,” Roe said.",
            [("direct", "“Nobody pays,”", "Gen. Roe Mi-yeon"), ("direct", "“I know,”", "Roe")],
        ),
        (
            "If nobody pays, Ada Marsh said, “the wall will fall”.",
            [("mixed", "“the wall will fall”", "Ada Marsh")],
        ),
        (
            "Ada Marsh promised “clarity”, while Odo Fenwick demanded “a vote”.",
            [("mixed", "“clarity”", "Ada Marsh"), ("mixed", "“a vote”", "Odo Fenwick")],
        ),
        (
            "“Nobody pays,” says the mayor of Lowmere, Ada Marsh. The mayor of Elmford, "
            "Odo Fenwick, says: “I do.”",
            [
                ("direct", "“Nobody pays,”", "the mayor of Lowmere, Ada Marsh"),
                ("direct", "“I do.”", "The mayor of Elmford, Odo Fenwick"),
            ],
        ),
        (
            "Ada Marsh warned of floods. Odo Fenwick called it “nonsense”.",
            [("mixed", "it “nonsense”", "Odo Fenwick")],
        ),
    ],
)
def test_every_quotation_has_its_kind_its_content_and_its_source(
    text: str, expected: list[tuple[str, str, str | None]], every_kind: quotes.Extractor
) -> None:
    assert list(_relations(text, every_kind)) == expected


def test_turns_beside_marks_that_cross_are_sound() -> None:
    text = (
        "A: Why?\n"
        "Ada Marsh: Fenn said that Marsh had called it “a toy\n"
        "Ada Marsh: and so it went.” Others agreed. I said: “We knew it. “They told us so.” Well.\n"
        "Ada Marsh: “Nobody asked us,” she told the Board. He said “it is late” and left."
    )

    assert faults(text, quotes.extract(text)) == []


def test_a_stray_mark_before_a_role_is_no_institution() -> None:
    text = "“It pays,” said Odo Houser, a ’partner at Rhodam and author of the report. He left."

    assert faults(text, quotes.extract(text)) == []
