"""Short articles, with the names, roles and affiliations that an editor finds in them."""

from __future__ import annotations

import pytest

import quotes

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It held,” said Ada Marsh, head of forecasting at the Lowmere Harbour Board.",
            [("Ada Marsh", ("head of forecasting",), ("Lowmere Harbour Board",))],
        ),
        (
            "“It held,” said Ada Marsh, professor of nursing at Lowmere University.",
            [("Ada Marsh", ("professor of nursing",), ("Lowmere University",))],
        ),
        (
            "“The wall will fall,” said a spokeswoman for the Lowmere Harbour Board, Tessa Brill.",
            [("Tessa Brill", ("spokeswoman",), ("Lowmere Harbour Board",))],
        ),
        (
            "“The wall will fall,” said Tessa Brill, spokeswoman for the Lowmere "
            "Harbour Board and a former mayor.",
            [("Tessa Brill", ("spokeswoman", "former mayor"), ("Lowmere Harbour Board",))],
        ),
        (
            "The film “The Long Wall” opens on Friday. “It is my best,” said its "
            "director, Odo Fenwick.",
            [("Odo Fenwick", ("director",), ())],
        ),
        (
            "Odo “Dash” Fenwick ran first. “I was slow,” he said.",
            [("Odo Fenwick", (), ())],
        ),
        (
            "Ada Marsh is the mayor of Lowmere. “We pay,” the mayor said.",
            [("Ada Marsh", ("mayor of Lowmere",), ())],
        ),
        (
            "Ada Marsh is not the mayor of Lowmere. “We pay,” she said.",
            [("Ada Marsh", (), ())],
        ),
        (
            "Ada Marsh left the Acme Bank in May. “We pay,” she said on Monday.",
            [("Ada Marsh", (), ())],
        ),
        (
            "Mayor Ada Marsh met Odo Fenwick. “We pay,” Marsh said. “We do not,” Fenwick said.",
            [("Ada Marsh", ("Mayor",), ()), ("Odo Fenwick", (), ())],
        ),
        (
            "Mr. Fenwick and Mrs. Marsh came. “We pay,” he said. “We do not,” she said.",
            [("Fenwick", (), ()), ("Marsh", (), ())],
        ),
        (
            "Ada Marsh was told that the wall had fallen. “It is a shame,” she said.",
            [("Ada Marsh", (), ())],
        ),
        (
            "“Nobody pays.” – Ada Marsh, mayor of Lowmere",
            [("Ada Marsh", ("mayor of Lowmere",), ())],
        ),
        (
            "“We pay,” said Sgt. Odo Fenwick of the Lowmere Police Department.",
            [("Odo Fenwick", ("Sgt.",), ("Lowmere Police Department",))],
        ),
        (
            "“We pay,” said Odo Fenwick Jr., a lawyer for the Acme Bank.",
            [("Odo Fenwick Jr.", ("lawyer",), ("Acme Bank",))],
        ),
        (
            "“We pay,” said Sen. Ada Marsh, D-Ohio.",
            [("Ada Marsh", ("Sen.",), ())],
        ),
        (
            "“We pay,” said Ada Marsh, 44, a nurse who lives in Elmford.",
            [("Ada Marsh", ("nurse",), ())],
        ),
        (
            "“We pay,” said Acme Bank chief executive Odo Fenwick.",
            [("Odo Fenwick", ("chief executive",), ("Acme Bank",))],
        ),
        (
            "“We pay,” said Acme Bank's Odo Fenwick.",
            [("Odo Fenwick", (), ("Acme Bank",))],
        ),
        (
            "“We pay,” Odo Fenwick, of the Acme Bank, said.",
            [("Odo Fenwick", (), ("Acme Bank",))],
        ),
        (
            "The chief executive of the Acme Bank, Odo Fenwick, said “we pay”.",
            [("Odo Fenwick", ("chief executive",), ("Acme Bank",))],
        ),
        (
            "“We pay,” said Odo Fenwick, chairman and chief executive of the Acme Bank.",
            [("Odo Fenwick", ("chairman and chief executive",), ("Acme Bank",))],
        ),
        (
            "“We pay,” she said. Ada Marsh, who runs the bank, had come late.",
            [("Ada Marsh", (), ())],
        ),
        (
            "Before the vote Ada Marsh, the mayor, had said “nobody pays”.",
            [("Ada Marsh", ("mayor",), ())],
        ),
        (
            "Ada Marsh's lawyer, Odo Fenwick, said “nobody pays”.",
            [("Odo Fenwick", ("lawyer",), ())],
        ),
        (
            "“Nobody pays,” said Fenwick. Odo Fenwick is the mayor of Lowmere.",
            [("Odo Fenwick", ("mayor of Lowmere",), ())],
        ),
        (
            "Odo Fenwick (Acme Bank) said: “Nobody pays.”",
            [("Odo Fenwick", (), ("Acme Bank",))],
        ),
        (
            "“Nobody pays,” said Roe Seung-hoon, a lawyer. “I know,” Roe said.",
            [("Roe Seung-hoon", ("lawyer",), ()), ("Roe Seung-hoon", ("lawyer",), ())],
        ),
        (
            "“Nobody pays,” said Gen. Roe Mi-yeon. “I know,” Roe said.",
            [("Roe Mi-yeon", ("Gen.",), ()), ("Roe Mi-yeon", ("Gen.",), ())],
        ),
        (
            "“Nobody pays,” says the mayor of Lowmere, Ada Marsh. The mayor of Elmford, "
            "Odo Fenwick, says: “I do.”",
            [("Ada Marsh", ("mayor of Lowmere",), ()), ("Odo Fenwick", ("mayor of Elmford",), ())],
        ),
        (
            "“It held,” said Kanal-7 propagandist Ada Marsh.",
            [("Ada Marsh", ("propagandist",), ("Kanal-7",))],
        ),
        (
            "State Duma Deputy Odo Fenwick said: “It held.”",
            [("Odo Fenwick", ("Deputy",), ("State Duma",))],
        ),
        (
            "“It held,” said Deputy Senate President Ada Marsh.",
            [("Ada Marsh", ("Deputy Senate President",), ("Senate",))],
        ),
        (
            "“It held,” said Ada Marsh, one of the main organizers of Lowmere Sin Muros.",
            [("Ada Marsh", ("main organizers",), ("Lowmere Sin Muros",))],
        ),
        ("“It held,” said Odo Fenwick, a Republican.", [("Odo Fenwick", (), ("Republican",))]),
        (
            "“It held,” said a young man carrying a wooden ladder.",
            [("a young man carrying a wooden ladder", (), ())],
        ),
        (
            "“It held,” said a clerk on Monday.",
            [("a clerk", ("clerk",), ())],
        ),
    ],
)
def test_a_speaker_has_the_name_roles_and_affiliations_of_the_article(
    text: str,
    expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]],
    extractor: quotes.Extractor,
) -> None:
    speakers = [quote.speaker for quote in extractor.extract(text)]

    assert [
        (speaker.name, speaker.roles, tuple(a.name for a in speaker.affiliations))
        for speaker in speakers
        if speaker is not None
    ] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lowmere Labs shut. Its owner, the Acme Bank, said “it held”.", "Acme Bank"),
        ("The Acme Bank closed on Monday. “Nobody pays,” it said in a statement.", "Acme Bank"),
        ("“We pay,” Labour said. The Labour Party met on Monday.", "Labour Party"),
    ],
)
def test_a_body_that_speaks_has_its_full_name(
    text: str, name: str, extractor: quotes.Extractor
) -> None:
    (quote,) = extractor.extract(text)

    assert quote.speaker is not None
    assert (quote.speaker.kind, quote.speaker.name) == (quotes.SpeakerKind.ORGANIZATION, name)


def test_a_text_whose_maker_is_not_named_is_a_document(extractor: quotes.Extractor) -> None:
    (quote,) = extractor.extract("The suit, filed on Friday, calls the sluice “a death trap”.")

    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.kind) == ("The suit", quotes.SpeakerKind.DOCUMENT)
