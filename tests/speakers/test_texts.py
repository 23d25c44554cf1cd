"""Texts, accounts and staffs that speak for somebody, and sources called in several ways."""

from __future__ import annotations

import pytest

from quotes.language.sentences import Reading
from quotes.speakers import Resolution, SpeakingMention, resolve
from quotes.types import SpeakerKind
from tests.speakers.asking import ACME, QUELL, VARGA, Read, mention, named


def name_of(article: Reading, *mentions: str) -> list[str | None]:
    """Whom the last of each of these words mean, read in text order."""
    found = _resolved(article, *mentions)
    return [r.speaker.name if r.speaker else None for r in found]


def _resolved(article: Reading, *mentions: str) -> list[Resolution]:
    asked = []
    for words in mentions:
        at = article.text.rindex(words)
        asked.append(SpeakingMention(at, at + len(words), at))
    return resolve(article, [], asked)


def test_an_account_speaks_for_its_owner_and_not_for_the_network(read: Read) -> None:
    article = read(
        f"""Former/JJ Mayor/NNP {VARGA} 's/POS account/NN on/IN the/DT network/NN denied/VBD
            it/PRP ./.""".replace("\n", " ")
    )

    assert name_of(article, "Former Mayor Ilse Varga's account on the network") == ["Ilse Varga"]


def test_the_words_of_somebody_described_are_his(read: Read) -> None:
    article = read(
        f"""{VARGA} ,/, the/DT mayor/NN of/IN Lowick/NNP ,/, met/VBD {QUELL} ,/, a/DT cook/NN ./.
The/DT mayor/NN 's/POS words/NNS were/VBD clear/JJ ./."""
    )

    assert name_of(article, "The mayor's words") == ["Ilse Varga"]


def test_an_institution_before_a_report_made_it(read: Read) -> None:
    article = read(
        f"""{ACME} closed/VBD ./.
An/DT {ACME} report/NN blames/VBZ the/DT rain/NN ./.
The/DT report/NN adds/VBZ more/JJR ./."""
    )

    assert name_of(article, "An Acme Institute report", "The report") == ["Acme Institute"] * 2


def test_what_is_handed_in_to_a_body_is_not_its_own_text(read: Read) -> None:
    article = read(f"{ACME} closed/VBD ./.\nAn/DT {ACME} filing/NN lists/VBZ the/DT debts/NNS ./.")

    assert name_of(article, "An Acme Institute filing") == ["An Acme Institute filing"]


def test_a_statement_from_somebody_described_is_his(read: Read) -> None:
    article = read(
        f"""{VARGA} ,/, the/DT mayor/NN of/IN Lowick/NNP ,/, met/VBD {QUELL} ,/, a/DT cook/NN ./.
A/DT statement/NN from/IN the/DT mayor/NN denied/VBD it/PRP ./."""
    )

    assert name_of(article, "A statement") == ["Ilse Varga"]


def test_a_letter_from_the_head_of_a_body_is_not_from_the_body(read: Read) -> None:
    article = read(
        f"""{ACME} closed/VBD ./.
A/DT letter/NN from/IN the/DT director/NN of/IN {ACME} denied/VBD it/PRP ./."""
    )

    found = name_of(article, "A letter from the director of Acme Institute")

    assert found == ["the director of Acme Institute"]


def test_a_statement_from_an_office_is_not_from_its_holder(read: Read) -> None:
    article = read(
        f"""{VARGA} left/VBD ./.
A/DT statement/NN from/IN {VARGA} 's/POS office/NN denied/VBD it/PRP ./."""
    )

    assert name_of(article, "A statement") == ["Ilse Varga's office"]


def test_a_report_on_a_body_is_not_by_it(read: Read) -> None:
    article = read(
        f"{ACME} closed/VBD ./.\nA/DT report/NN on/IN {ACME} blames/VBZ the/DT rain/NN ./."
    )

    assert name_of(article, "A report on Acme Institute") == ["A report on Acme Institute"]


def test_a_source_is_called_by_the_fullest_phrase(read: Read) -> None:
    article = read(
        """Fishermen/NNS said/VBD so/RB ./.
The/DT Lowick/NNP harbour/NN fishermen/NNS added/VBD more/JJR ./."""
    )

    found = name_of(article, "Fishermen", "The Lowick harbour fishermen")

    assert found == ["The Lowick harbour fishermen"] * 2


@pytest.mark.parametrize(
    ("tagged", "mention", "name"),
    [
        ("The/DT mill/NN workers/NNS collective/JJ said/VBD so/RB ./.", "The mill workers",
         "The mill workers collective"),
        ("The/DT vice/NN -/HYPH captain/NN said/VBD so/RB ./.", "The vice", "The vice-captain"),
        (f"Former/JJ harbour/NN planning/VBG director/NN {VARGA} said/VBD so/RB ./.",
         "Former harbour", "Ilse Varga"),
        (f"Party/NNP front/NN -/HYPH runner/NN {VARGA} said/VBD so/RB ./.", "Party front",
         "Ilse Varga"),
        (f"University/NNP don/VBD {VARGA} said/VBD so/RB ./.", "University", "Ilse Varga"),
    ],
)  # fmt: skip
def test_a_mention_cut_off_in_its_phrase_is_read_to_the_end(
    read: Read, tagged: str, mention: str, name: str
) -> None:
    assert name_of(read(tagged), mention) == [name]


def test_a_campaign_is_one_source_however_it_is_called(read: Read) -> None:
    article = read(
        f"""{VARGA} left/VBD ./.
Her/PRP$ campaign/NN said/VBD so/RB ./.
{QUELL} arrived/VBD ./.
His/PRP$ campaign/NN said/VBD little/JJ ./.
{VARGA} 's/POS campaign/NN went/VBD on/RB ./."""
    )

    found = name_of(article, "Her campaign", "His campaign", "Ilse Varga's campaign")

    assert found == ["Ilse Varga's campaign", "His campaign", "Ilse Varga's campaign"]


def test_bodies_in_the_plural_are_a_group(read: Read) -> None:
    article = read(f"{ACME} closed/VBD ./.\nThe/DT institutes/NNS said/VBD so/RB ./.")

    (one,) = _resolved(article, "The institutes")

    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.kind) == ("The institutes", SpeakerKind.GROUP)


def test_a_senator_is_whoever_bears_the_title_in_short(read: Read) -> None:
    article = read(
        f"""{QUELL} ,/, a/DT cook/NN ,/, praised/VBD Sen./NNP {VARGA} ./.
{QUELL} left/VBD ./.
The/DT senator/NN said/VBD so/RB ./."""
    )

    assert name_of(article, "The senator") == ["Ilse Varga"]


def test_the_subject_behind_a_comma_is_no_apposition(read: Read) -> None:
    article = read(
        f"""Besieged/VBN by/IN {ACME} ,/, the/DT company/NN changed/VBD its/PRP$ course/NN ./.
The/DT company/NN said/VBD so/RB ./."""
    )

    (one,) = _resolved(article, "The company")

    assert one.confidence < 0.9


def test_a_lone_i_is_never_a_body(read: Read) -> None:
    article = read(
        f"""{ACME} said/VBD so/RB ./.
I/PRP said/VBD so/RB ./."""
    )

    assert name_of(article, "Acme Institute", "I ")[1] is None


def test_makers_behind_makers_are_followed_a_few_steps_at_most(read: Read) -> None:
    article = read("A/DT post/NN" + " from/IN a/DT website/NN" * 2000 + " went/VBD ./.")

    (one,) = _resolved(article, "A post")

    assert one.speaker is not None


def test_a_statement_speaks_for_its_author(read: Read) -> None:
    article = read(
        """A/DT statement/NN by/IN the/DT [Organization|Acme/NNP Bank/NNP] followed/VBD ./.
The/DT statement/NN said/VBD so/RB ./."""
    )

    assert named(resolve(article, [], [mention(article, "The statement")])) == ["Acme Bank"]


def test_a_report_speaks_for_whoever_issued_it(read: Read) -> None:
    article = read(
        f"""{VARGA} issued/VBD a/DT long/JJ report/NN ./.
{QUELL} left/VBD ./.
The/DT report/NN said/VBD so/RB ./."""
    )

    assert named(resolve(article, [], [mention(article, "The report")])) == ["Ilse Varga"]


def test_a_statement_speaks_for_whom_the_participle_behind_it_names(read: Read) -> None:
    article = read(
        f"""so/RB reads/VBZ a/DT statement/NN published/VBN by/IN {VARGA} ./.
The/DT statement/NN said/VBD more/RBR ./."""
    )

    found = resolve(
        article, [], [mention(article, "a statement"), mention(article, "The statement")]
    )

    assert named(found) == ["Ilse Varga", "Ilse Varga"]


def test_whose_a_statement_is_may_be_told_later(read: Read) -> None:
    article = read(
        f"""The/DT statement/NN said/VBD so/RB ./.
It/PRP was/VBD a/DT statement/NN released/VBN by/IN {VARGA} ./."""
    )

    assert named(resolve(article, [], [mention(article, "The statement")])) == ["Ilse Varga"]
