"""What shows the sex of somebody named, and whether a form of address does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes.language.sentences import Reading
from quotes.names.people import people

Read = Callable[[str], Reading]

SHOWN = [
    ("Ms./NNP [Person|Zed/NNP Roe/NNP] spoke/VBD ./.", "female", True),
    ("Mr./NNP [Person|Zed/NNP Roe/NNP] spoke/VBD ./.", "male", True),
    ("Mr./NNP [Person|Ada/NNP Roe/NNP] spoke/VBD ./.", "male", True),
    ("Dr./NNP [Person|Ada/NNP Roe/NNP] spoke/VBD ./.", "female", False),
    ("Dr./NNP [Person|Zed/NNP Roe/NNP] spoke/VBD ./.", None, False),
    ("Sir/NNP [Person|Zed/NNP Roe/NNP] spoke/VBD ./.", "male", True),
    ("Mayor/NNP [Person|Zed/NNP Roe/NNP] spoke/VBD ./.", None, False),
    ("[Person|Ada/NNP Roe/NNP] spoke/VBD ./.", "female", False),
    ("[Person|Xi/NNP Roe/NNP] spoke/VBD ./.", None, False),
    ("[Person|Zed/NNP Ada/NNP] spoke/VBD ./.", None, False),
    ("Her/PRP$ sister/NN [Person|Zed/NNP Roe/NNP] spoke/VBD ./.", "female", True),
    ("The/DT actress/NN [Person|Zed/NNP Roe/NNP] spoke/VBD ./.", "female", True),
    ("The/DT spokesman/NN [Person|Zed/NNP Roe/NNP] spoke/VBD ./.", "male", True),
    ("The/DT plumber/NN [Person|Zed/NNP Roe/NNP] spoke/VBD ./.", None, False),
    (
        "Mr./NNP [Person|Zed/NNP Roe/NNP] spoke/VBD ./.\nMs./NNP [Person|Roe/NNP] left/VBD ./.",
        "male",
        True,
    ),
]


@pytest.mark.parametrize(("tagged", "sex", "addressed"), SHOWN)
def test_forms_of_address_show_a_sex_before_first_names_do(
    tagged: str, sex: str | None, addressed: bool, read: Read
) -> None:
    person, *_ = people(read(tagged))

    assert (person.sex, person.addressed) == (sex, addressed)
