"""The three examples that the library was asked for, in invented news."""

from __future__ import annotations

import pytest

import quotes
from quotes import Article, Kind, Quote, Speaker

pytestmark = [pytest.mark.models, pytest.mark.usefixtures("one_thread")]

PRESENTER = """The ferry that nobody will pay for

One of Norland’s best-known television presenters lost his temper this week over the vote on the \
ferry.

  • “The islanders are all standing on the quay, waving at [Premier] Aske with shining eyes,” \
complained TV presenter Ruvim Maslov. “And who waves at us?”

The big picture: The islands have looked to the mainland for less since the bridge was closed. The \
vote that angered Maslov was the council’s third.
"""
FELLOW = (
    Article(
        "The valley still buys four tenths of its grain from the coast, and the coast can close "
        "the road whenever it likes, notes Davlat Oripov of the Merriam Endowment for Open "
        "Borders.\n\nA concert in the valley was called off on Friday.",
        id="bulletin",
        outlet="The Bulletin",
    ),
    Article(
        "Oripov, a fellow at the Merriam Endowment, told the Courier: “The coast can close the "
        "road whenever it likes.” He has followed the valley’s trade for years.",
        id="courier",
        outlet="The Courier",
    ),
    Article(
        "“The coast can close the road whenever it likes, and the valley knows it,” said the "
        "Merriam Endowment’s Davlat Oripov. The valley’s traders want “another road”.",
        id="herald",
        outlet="The Herald",
    ),
)
ANALYST = """The valley is looking for other ways to the sea.

  • “If it wants to keep its lenders, the valley must not be lumped in with the coast,” said \
Agneta Bohlin, a trade analyst at Larch House, at a panel discussion last week.

  • The closing of the road has also raised fears that the harbour could be next, added Meera \
Dasgup, an expert on the coast at the University of Tarn.
"""


def _places(speaker: Speaker) -> list[str]:
    return [affiliation.name for affiliation in speaker.affiliations]


def _first(found: list[Quote]) -> tuple[Quote, Speaker]:
    quote = found[0]
    assert quote.speaker is not None
    return quote, quote.speaker


def test_a_quote_split_by_its_attribution_is_one_quote_of_the_presenter() -> None:
    found = quotes.extract(PRESENTER)

    quote, speaker = _first(found)
    assert len(found) == 1
    assert quote.kind is Kind.DIRECT
    assert [span.text for span in quote.segments] == [
        "The islanders are all standing on the quay, waving at [Premier] Aske with shining eyes,",
        "And who waves at us?",
    ]
    assert (speaker.name, speaker.roles, _places(speaker)) == (
        "Ruvim Maslov",
        ("TV presenter",),
        [],
    )


def test_a_fellow_has_the_endowment_as_each_article_writes_it() -> None:
    rows = [_first(quotes.extract(article)) for article in FELLOW]

    assert [quote.kind for quote, _ in rows] == [Kind.INDIRECT, Kind.DIRECT, Kind.DIRECT]
    assert [(s.name, s.roles, _places(s)) for _, s in rows] == [
        ("Davlat Oripov", (), ["Merriam Endowment for Open Borders"]),
        ("Oripov", ("fellow",), ["Merriam Endowment"]),
        ("Davlat Oripov", (), ["Merriam Endowment"]),
    ]


def test_across_articles_the_fellow_has_his_full_name_and_one_endowment() -> None:
    utterance = quotes.normalise(FELLOW)[0]

    speaker = utterance.speaker
    assert speaker is not None
    assert utterance.text == (
        "The coast can close the road whenever it likes, and the valley knows it"
    )
    assert {v.article_id for v in utterance.versions} == {"bulletin", "courier", "herald"}
    assert (speaker.name, speaker.roles) == ("Davlat Oripov", ("fellow",))
    assert [a.name for a in speaker.affiliations] == ["Merriam Endowment for Open Borders"]
    assert [known.speaker.name for known in speaker.known_as] == [
        "Davlat Oripov",
        "Oripov",
        "Davlat Oripov",
    ]


def test_an_analyst_in_apposition_has_the_role_and_the_institute() -> None:
    found = quotes.extract(ANALYST)

    quote, speaker = _first(found)
    assert quote.kind is Kind.DIRECT
    assert quote.text == (
        "If it wants to keep its lenders, the valley must not be lumped in with the coast,"
    )
    assert (speaker.name, speaker.roles) == ("Agneta Bohlin", ("trade analyst",))
    assert _places(speaker) == ["Larch House"]
    added = found[1].speaker
    assert added is not None
    assert (added.name, added.roles) == ("Meera Dasgup", ("expert on the coast",))
    assert _places(added) == ["University of Tarn"]
