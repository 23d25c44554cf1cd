"""Which institutions an article names, in what forms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes.language.sentences import Reading
from quotes.names.noun_phrases import proper_phrase
from quotes.names.organisations import form_of, organisations
from quotes.names.parts import bare
from quotes.names.people import people

Read = Callable[[str], Reading]

BOARD = "Board/NNP of/IN Ports/NNPS ,/, Tides/NNPS and/CC Harbours/NNPS"
CWX = "[Organization|Coastal/NNP Water/NNP Authority/NNP] (/-LRB- CWX/NNP )/-RRB-"


def test_an_acronym_in_brackets_is_the_institution_before_it(read: Read) -> None:
    article = read(
        f"""The/DT {CWX} met/VBD ./.
[Organization|CWX/NNP] spoke/VBD ./."""
    )

    (authority,) = organisations(article)

    assert authority.name == "Coastal Water Authority"
    assert [m.sentence for m in authority.mentions][-1] == 1


def test_a_titled_person_of_an_institution_is_no_institution(read: Read) -> None:
    article = read(
        "Dr./NNP [Person|Ada/NNP Marsh/NNP] of/IN the/DT Coastal/NNP Institute/NNP spoke/VBD ./."
    )

    assert organisations(article, people(article)) == ()


def test_initials_of_three_words_are_an_acronym_without_brackets(read: Read) -> None:
    article = read(
        """The/DT [Organization|Coastal/NNP Water/NNP Authority/NNP] met/VBD ./.
[Organization|CWA/NNP] spoke/VBD ./."""
    )

    assert [o.name for o in organisations(article)] == ["Coastal Water Authority"]


def test_a_short_form_joins_the_only_longer_name_that_holds_it(read: Read) -> None:
    article = read(
        """The/DT [Organization|Supreme/NNP Court/NNP] met/VBD ./.
The/DT [Organization|Court/NNP] ruled/VBD ./."""
    )

    (court,) = organisations(article)

    assert court.name == "Supreme Court"
    assert len(court.mentions) == 2


def test_a_name_goes_on_behind_of_and_for(read: Read) -> None:
    sentence = read("Institute/NNP for/IN Tidal/NNP Studies/NNPS opened/VBD ./.").sentences[0]

    assert proper_phrase(sentence, 0) == 4


@pytest.mark.parametrize(
    ("name", "expected"), [("the Acme Bank", "Acme Bank"), ("Theatre", "Theatre"), ("the", "the")]
)
def test_a_leading_article_is_left_out_of_a_name(name: str, expected: str) -> None:
    assert bare(name) == expected


def test_small_words_do_not_count_in_comparisons() -> None:
    assert form_of("the Institute for Tidal Studies") == ("institute", "tidal", "studies")


def test_initials_in_brackets_show_where_a_name_with_commas_begins(read: Read) -> None:
    article = read(
        f"""The/DT {BOARD} (/-LRB- Bpth/NNP )/-RRB- met/VBD ./.
The/DT Bpth/NNP spoke/VBD ./."""
    )

    (board,) = organisations(article)

    assert board.name == "Board of Ports, Tides and Harbours"
    assert ("bpth",) in board.forms


def test_a_common_noun_behind_a_dateline_opens_no_name(read: Read) -> None:
    article = read(
        "[Location|LOWMOOR/NNP] (/-LRB- [Organization|Herald/NNP] )/-RRB- –/: Shares/NNS of/IN "
        "[Organization|Varga/NNP Cement/NNP] fell/VBD ./."
    )

    assert [o.name for o in organisations(article)] == ["Herald", "Varga Cement"]


def test_initials_may_leave_the_land_of_a_body_out(read: Read) -> None:
    article = read(
        "[Organization|U.S./NNP Tides/NNP and/CC Reefs/NNP Office/NNP] closed/VBD ./.\n"
        "[Organization|TRO/NNP] moved/VBD ./."
    )

    (office,) = organisations(article)

    assert office.name == "U.S. Tides and Reefs Office"
