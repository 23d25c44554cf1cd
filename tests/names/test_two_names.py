"""Two names of people, or of institutions, told apart or taken for one by their words alone."""

from __future__ import annotations

import pytest

from quotes.names import canonical, variants
from quotes.names.canonical import best_name, same_institution
from quotes.names.parts import bare
from quotes.names.variants import same_person

PEOPLE = [
    ("Kim Jong Un", "Kim Jong-un", variants.EQUAL),
    ("JD Vale", "J. D. Vale", variants.EQUAL),
    ("XI DAOMING", "Xi Daoming", variants.EQUAL),
    ("Ada van Marsh", "Ada Marsh", variants.EQUAL),
    ("Dr Ada Marsh", "Ada Marsh", variants.EQUAL),
    ("Ada Marsh Lund", "Ada Lund", variants.FULLER),
    ("Ada Marsh Lund", "Marsh Lund", variants.MIDDLE),
    ("Jon Berg", "John Berg", variants.SPELLING),
    ("Tove Havermann", "Tove Haverman", variants.SPELLING),
    ("A. B. Marsh", "Ada Marsh", variants.VARIANT),
    ("A. B. Marsh", "Ada Berta Marsh", variants.VARIANT),
    ("Ada B. Marsh", "B. Marsh", variants.SURNAME),
    ("Xi Daoming", "Xi", variants.SURNAME),
    ("Ole Petersen", "Ole Peterson", variants.MISPRINT),
    ("Havermann", "Haverman", variants.RESPELT),
    ("Karimi", "Kerimi", variants.WEAK),
    ("Ada Berta Lund", "Berta", variants.WEAK),
    ("Ada Marsh", "Ada", variants.GIVEN),
    ("Hallam", "Halam", variants.GIVEN),
    ("Petersen", "Peterson", variants.DIFFERENT),
    ("Marsh", "Marshe", variants.DIFFERENT),
    ("Mr Marsh", "Ada Marsh", variants.DIFFERENT),
    ("Ada Marsh II", "Ada Marsh III", variants.DIFFERENT),
    ("Tim Berg", "Tom Berg", variants.DIFFERENT),
    ("Ada Marsh", "Ada " * 60 + "Marsh", variants.DIFFERENT),
]
INSTITUTIONS = [
    ("Harbour Board", "Harbor Board", canonical.SAME),
    ("The Harbour Board", "harbour board", canonical.SAME),
    ("Varga Institute", "Institute Varga", canonical.REORDERED),
    ("Roads Board", "Road Board", canonical.REORDERED),
    ("Tamsin University", "University of Tamsin", canonical.MISPRINT),
    ("Elmford Gazette", "Elmford Gazete", canonical.MISPRINT),
    ("Halden Group", "Halden", canonical.MISPRINT),
    ("Halden Group Ltd", "Halden Group", canonical.MISPRINT),
    ("Norbury Police", "Norbury Police Department", canonical.MISPRINT),
    ("Norbury Rovers", "Norbury Rovers FC", canonical.MISPRINT),
    ("Norbury-based Halden", "Halden", canonical.MISPRINT),
    ("Ada Marsh campaign", "Marsh campaign", canonical.MISPRINT),
    ("CWAB", "Coastal Water Authority Board", canonical.ACRONYM),
    ("Varga Institute", "Varga Institute for Letters", canonical.SHORTER),
    ("CWA", "Coastal Water Authority", canonical.INCOMPLETE),
    ("Coastal Water Authority", "Coastal Authority", canonical.INCOMPLETE),
    ("Water Authority", "Coastal Water Authority", canonical.INCOMPLETE),
    ("Varga Endowment", "Varga Fund", canonical.DOUBTFUL),
    ("Bank", "bank", canonical.DOUBTFUL),
    ("CW", "Coastal Water", canonical.PART),
    ("Ministry", "Ministry of Water", canonical.PART),
    ("Tamsin University", "Tamsin University Hospital", canonical.PART),
    ("Halden Group", "Halden Bank", canonical.DIFFERENT),
    ("Varga Institute", "Varga Center", canonical.DIFFERENT),
    ("London Water Board", "Paris Water Board", canonical.DIFFERENT),
    ("5 Group", "6 Group", canonical.DIFFERENT),
    ("Green Party", "New Green Party", canonical.DIFFERENT),
    ("", "Harbour Board", canonical.DIFFERENT),
]


@pytest.mark.parametrize(("a", "b", "level"), PEOPLE)
def test_two_people_have_a_level_in_either_order(a: str, b: str, level: float) -> None:
    assert same_person(a, b) == same_person(b, a) == level


@pytest.mark.parametrize(("a", "b", "level"), INSTITUTIONS)
def test_two_institutions_have_a_level_in_either_order(a: str, b: str, level: float) -> None:
    assert same_institution(a, b) == same_institution(b, a) == level


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["the Varga Institute", "Varga Institute"], "Varga Institute"),
        (["WHO", "World Health Organisation"], "World Health Organization"),
        (["Halden", "Halden Group", "Halden"], "Halden Group"),
        (["the Halden", " Halden  Group"], "Halden Group"),
        (["varga institute", "Varga Institute"], "Varga Institute"),
        (["Varga Fund", "Varga Bank", "Varga Bank"], "Varga Bank"),
        (["Varga Bank", "Varga Fund", "Varga Fund"], "Varga Fund"),
        (["Varga Foundation", "Varga Fund"], "Varga Fund"),
    ],
)
def test_the_fullest_name_is_shown_then_the_most_frequent_then_the_shortest(
    names: list[str], expected: str
) -> None:
    assert best_name(names) == best_name(names[::-1]) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Board", "Board"),
        ("The X", "X"),
        ("The", "The"),
        ("The ", "The "),
        ("Theatre", "Theatre"),
        ("Them", "Them"),
        ("Board of the West", "Board of the West"),
    ],
)
def test_a_leading_article_is_left_out_where_a_name_follows(name: str, expected: str) -> None:
    assert bare(name) == expected
