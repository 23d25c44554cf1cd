"""What the descriptions of two speakers say about their being one (`quotes/utterances/parties`)."""

from __future__ import annotations

import pytest

from quotes.types import SpeakerKind
from quotes.utterances.parties import Tie, party_of, tie
from tests.utterances.building import Who, body, speaker_of, unnamed

FUND = ("Delta Fund",)
VARLEY = Who("Ines Varley", roles=("economist",), affiliations=FUND)

CASES = [
    # Two people.
    (Who("Ines Varley"), Who("Ines Varley"), Tie.SAME, "one name"),
    (Who("Ines Varley"), Who("Ines M. Varley"), Tie.SAME, "an initial more"),
    (Who("Fyodor Belkin"), Who("Fedor Belkin"), Tie.SAME, "another transliteration"),
    (Who("Ines Varley"), Who("Varley"), Tie.SHORT, "a surname may be short for a full name"),
    (Who("Varley"), Who("Varley"), Tie.SHORT, "a surname twice may be two people"),
    (Who("Ines Varley"), Who("Marta Varley"), Tie.DIFFERENT, "two first names of one surname"),
    (Who("Ines Varley"), Who("Joel Fenn"), Tie.DIFFERENT, "two names"),
    (Who("Varley"), Who("Fenn"), Tie.DIFFERENT, "two surnames"),
    (Who("Ines Varley"), Who("Ines"), Tie.OPEN, "a first name alone says little"),
    # Two institutions.
    (body("Delta Fund"), body("the Delta Fund"), Tie.SAME, "an article in front"),
    (body("State Department"), body("Department of State"), Tie.SAME, "another order"),
    (body("Chatham House"), body("Chatham Home"), Tie.SAME, "a known name reworded"),
    (body("Harbour Board"), body("Library Board"), Tie.DIFFERENT, "two boards"),
    (body("Ministry of Health"), body("Ministry of Energy"), Tie.DIFFERENT, "two ministries"),
    (body("Ministry of Health"), body("Ministry of Justice"), Tie.DIFFERENT, "one field a title"),
    (body("Justice Department"), body("State Department"), Tie.DIFFERENT, "two of nouns only"),
    (body("Kenya"), body("Norway"), Tie.DIFFERENT, "two states"),
    # A person and an institution.
    (VARLEY, body("Delta Fund"), Tie.FOR, "she belongs to it"),
    (VARLEY, body("the Delta Fund"), Tie.FOR, "she belongs to it, an article in front"),
    (VARLEY, body("Harbour Board"), Tie.APART, "she is not known to belong to it"),
    (VARLEY, body("Norway"), Tie.DIFFERENT, "a state is nobody's other name"),
    (Who("Oda Lund", roles=("president",)), body("Norway"), Tie.DIFFERENT, "nor its head's"),
    (VARLEY, body("the United States"), Tie.DIFFERENT, "nor is one with an article in front"),
    (VARLEY, body("Kremlin"), Tie.DIFFERENT, "nor is a place that speaks for a state"),
    (VARLEY, body("the Kremlin"), Tie.DIFFERENT, "nor is that place with an article in front"),
    # A name and a description.
    (VARLEY, unnamed("a senior economist", "economist"), Tie.FITS, "the role is shared"),
    (VARLEY, unnamed("an analyst", "analyst", of=FUND), Tie.FITS, "the institution is shared"),
    (VARLEY, unnamed("someone at the Delta Fund"), Tie.FITS, "the phrase names the institution"),
    (VARLEY, unnamed("a spokesman of the Delta Fund", "spokesman", of=FUND), Tie.FOR, "for her"),
    (body("Delta Fund"), unnamed("an official", of=FUND), Tie.FOR, "one of theirs"),
    (VARLEY, unnamed("a person close to the talks"), Tie.OPEN, "nothing for it or against it"),
    (VARLEY, unnamed("a senior diplomat", "diplomat"), Tie.UNLIKE, "another trade"),
    (Who("Ines Varley"), unnamed("a diplomat", "diplomat"), Tie.OPEN, "her trade is not known"),
    # Two descriptions.
    (unnamed("a senior official"), unnamed("a senior official"), Tie.FITS, "the same words"),
    (unnamed("the minister"), unnamed("a nurse"), Tie.UNLIKE, "two trades"),
    (unnamed("a person close to him"), unnamed("two insiders"), Tie.OPEN, "nothing in common"),
    # Titles and offices are descriptions, whatever the kind says.
    (Who("Ines Varley"), Who("Professor"), Tie.OPEN, "a title alone names nobody"),
    (Who("Oda Lund", roles=("president",)), Who("President"), Tie.FITS, "an office fits"),
    (VARLEY, Who("Foreign Minister"), Tie.UNLIKE, "an office does not fit another trade"),
    # Names without words.
    (Who("Ines Varley"), Who("…"), Tie.DIFFERENT, "a name without words is no one's"),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), CASES, ids=[c[3] for c in CASES])
def test_two_descriptions_say_so_much_in_either_order(
    one: Who, other: Who, expected: Tie, why: str
) -> None:
    a, b = party_of(speaker_of(one)), party_of(speaker_of(other))

    assert (tie(a, b), tie(b, a)) == (expected, expected), why


@pytest.mark.parametrize(
    "name", ["Minister", "the President", "Chief Justice", "Prime Minister", "Board", "Agency"]
)
def test_a_name_that_is_nothing_but_a_title_names_nobody(name: str) -> None:
    party = party_of(speaker_of(Who(name)))

    assert not party.named
    assert party.kind is SpeakerKind.UNNAMED


@pytest.mark.parametrize("name", ["Marshall", "Chief Okoro", "Norwegian", "Harbour Board"])
def test_a_name_with_more_than_a_title_is_a_name(name: str) -> None:
    assert party_of(speaker_of(Who(name))).named


def test_a_group_is_not_named() -> None:
    assert not party_of(speaker_of(Who("two officials", SpeakerKind.GROUP))).named


def test_parties_of_equal_descriptions_are_equal() -> None:
    one = party_of(speaker_of(VARLEY, "s1"))
    other = party_of(speaker_of(VARLEY, "s9"))

    assert one == other
    assert hash(one) == hash(other)
