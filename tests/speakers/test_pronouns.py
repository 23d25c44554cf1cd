"""Whom pronouns mean."""

from __future__ import annotations

from quotes.speakers import resolve
from quotes.types import SpeakerKind, Unresolved
from tests.speakers.asking import QUELL, VARGA, Read, mention, named


def test_a_pronoun_goes_by_sex(read: Read) -> None:
    article = read(
        f"""{QUELL} met/VBD {VARGA} ./.
She/PRP said/VBD so/RB ./.
He/PRP said/VBD so/RB ./."""
    )

    found = resolve(article, [], [mention(article, "She"), mention(article, "He ")])

    assert named(found) == ["Ilse Varga", "Tobias Quell"]


def test_a_pronoun_means_the_subject_of_the_sentence_before(read: Read) -> None:
    article = read(
        f"""{QUELL} said/VBD that/IN he/PRP had/VBD met/VBN [Person|Aldo/NNP Brandt/NNP] ./.
He/PRP said/VBD so/RB ./."""
    )

    assert named(resolve(article, [], [mention(article, "He ")])) == ["Tobias Quell"]


def test_a_pronoun_that_nobody_fits_stays_open(read: Read) -> None:
    article = read(f"{QUELL} left/VBD ./.\nShe/PRP said/VBD so/RB ./.")

    (one,) = resolve(article, [], [mention(article, "She")])

    assert one.speaker is None
    assert one.unresolved is Unresolved.NO_ANTECEDENT


def test_pronouns_that_contradict_a_first_name_leave_the_sex_open(read: Read) -> None:
    article = read(
        """[Person|Tobias/NNP Quell/NNP] closed/VBD her/PRP$ shop/NN ./.
[Person|Quell/NNP] said/VBD she/PRP was/VBD tired/JJ ./.
She/PRP said/VBD so/RB ./."""
    )

    assert named(resolve(article, [], [mention(article, "She")])) == ["Tobias Quell"]


def test_they_are_the_two_people_whom_the_sentence_joins(read: Read) -> None:
    article = read(f"{QUELL} and/CC {VARGA} denounced/VBD what/WP they/PRP called/VBD lies/NNS ./.")

    (both,) = resolve(article, [], [mention(article, "they")])

    assert both.speaker is not None
    assert both.speaker.name == "Tobias Quell and Ilse Varga"
    assert both.speaker.kind is SpeakerKind.GROUP
