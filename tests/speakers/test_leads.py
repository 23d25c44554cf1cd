"""Sources that open an article without a name and are named soon after."""

from __future__ import annotations

import pytest

from quotes.speakers import resolve
from tests.speakers.asking import VARGA, Read, mention, named

LEAD = (
    "A/DT retired/JJ teacher/NN has/VBZ told/VBN how/WRB she/PRP slept/VBD in/IN a/DT boat/NN ./."
)


def test_an_opening_without_a_name_is_of_the_person_named_next(read: Read) -> None:
    article = read(
        f"{LEAD}\n\n{VARGA} ,/, 71/CD ,/, lost/VBD her/PRP$ house/NN ./.\n"
        "It/PRP was/VBD cold/JJ ,/, the/DT teacher/NN said/VBD ./."
    )
    asked = [mention(article, "A retired teacher"), mention(article, "the teacher")]

    first, second = resolve(article, [], asked)

    assert named([first, second]) == ["Ilse Varga", "Ilse Varga"]
    assert first.speaker is not None
    assert first.speaker.roles == ("retired teacher",)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"Mayor/NN {VARGA} blamed/VBD the/DT rain/NN ./.", id="another office"),
        pytest.param("Mr/NNP [Person|Tobias/NNP Quell/NNP] slept/VBD ./.", id="another sex"),
        pytest.param(f"The/DT boat/NN belongs/VBZ to/IN {VARGA} ./.", id="no subject"),
        pytest.param(
            "It/PRP rained/VBD ./.\nIt/PRP hailed/VBD ./.\nIt/PRP froze/VBD ./.\n"
            f"{VARGA} slept/VBD ./.",
            id="too far",
        ),
    ],
)
def test_somebody_else_is_not_whom_the_opening_means(body: str, read: Read) -> None:
    article = read(f"{LEAD}\n\n{body}")

    assert named(resolve(article, [], [mention(article, "A retired teacher")])) == [
        "A retired teacher"
    ]


def test_an_opening_that_tells_nothing_is_of_nobody_named_later(read: Read) -> None:
    article = read(
        f"A/DT man/NN died/VBD in/IN a/DT boat/NN ./.\n\n{VARGA} ,/, 71/CD ,/, saw/VBD him/PRP ./."
    )

    assert named(resolve(article, [], [mention(article, "A man")])) == ["A man"]


def test_the_mother_of_two_is_the_woman_whom_the_text_goes_on_about(read: Read) -> None:
    article = read(
        f"Mrs/NNP {VARGA} met/VBD Mr/NNP [Person|Tobias/NNP Quell/NNP] ./.\n"
        "It/PRP was/VBD cold/JJ ,/, the/DT mother/NN -/HYPH of/IN -/HYPH two/CD said/VBD ./."
    )

    assert named(resolve(article, [], [mention(article, "the mother")])) == ["Ilse Varga"]
