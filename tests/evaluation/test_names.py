"""When names agree (`quotes/evaluation/names.py`)."""

from __future__ import annotations

import pytest

from quotes.evaluation.names import Agreement, agreement, same_institution, same_role


@pytest.mark.parametrize(
    ("name", "gold", "expected"),
    [
        ("Odile Brand", "Odile Brand", Agreement.FULL),
        ("odile BRAND", "Odile Brand", Agreement.FULL),
        ("Odile Brand’s", "Odile Brand", Agreement.FULL),
        ("Odíle Bränd", "Odile Brand", Agreement.FULL),
        ("Odile-Ann Brand", "Odile Ann Brand", Agreement.FULL),
        ("Odile K. Brand", "Odile Brand", Agreement.FULL),
        ("Dr. Odile Brand", "Odile Brand", Agreement.FULL),
        ("Former Vice President Brand", "Brand", Agreement.FULL),
        ("O. D. Brand", "OD Brand", Agreement.FULL),
        ("Gen Brand", "Gen Brand", Agreement.FULL),
        ("Brand", "Odile Brand", Agreement.COMPATIBLE),
        ("Odile", "Odile Brand", Agreement.COMPATIBLE),
        ("O. Brand", "Odile Brand", Agreement.COMPATIBLE),
        ("Odile Marsh Brand", "Odile Brand", Agreement.COMPATIBLE),
        ("Nils Brand", "Odile Brand", Agreement.NONE),
        ("Odile Marsh", "Odile Brand", Agreement.NONE),
        ("Nils Brand Jr.", "Nils Brand", Agreement.NONE),
        ("", "Odile Brand", Agreement.NONE),
        ("Jr.", "Odile Brand", Agreement.NONE),
    ],
)
def test_names_of_persons_agree_as_a_careful_reader_would_say(
    name: str, gold: str, expected: Agreement
) -> None:
    assert agreement(name, gold, "person") is expected


@pytest.mark.parametrize(
    ("name", "gold", "expected"),
    [
        ("Harbour Trust", "the Harbour Trust", Agreement.FULL),
        ("Trust", "the Harbour Trust", Agreement.COMPATIBLE),
        ("the keeper of the lighthouse", "a lighthouse keeper", Agreement.FULL),
        ("a senior harbour official there", "a senior harbour official here", Agreement.COMPATIBLE),
        ("River Trust", "Harbour Trust", Agreement.NONE),
        ("", "Harbour Trust", Agreement.NONE),
    ],
)
def test_names_of_other_parties_agree_by_their_words(
    name: str, gold: str, expected: Agreement
) -> None:
    assert agreement(name, gold, "organization") is expected


@pytest.mark.parametrize(
    ("name", "gold", "expected"),
    [
        ("Lindholm University", "the University of Lindholm", True),
        ("Lindholm", "Lindholm University", True),
        ("Brand University", "Lindholm University", False),
        ("University", "Lindholm University", False),
        ("the ministry", "Ministry", True),
        ("Lindholm", "Lindholm Institute for Coastal Birds and Seals", False),
    ],
)
def test_institutions_are_one_if_they_share_more_than_generic_words(
    name: str, gold: str, expected: bool
) -> None:
    assert same_institution(name, gold) is expected


def test_a_role_is_right_only_with_its_rank() -> None:
    assert same_role("harbour master", "the harbour master")
    assert not same_role("harbour master", "deputy harbour master")
