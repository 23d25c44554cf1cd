"""From mentions to speakers, over whole articles."""

from __future__ import annotations

import pytest

from quotes.language.sentences import Reading
from quotes.speakers import SpeakingMention, resolve
from quotes.types import SpeakerKind
from tests.speakers.asking import ACME, CWX, QUELL, VARGA, Read, mention, named


def test_a_surname_is_given_the_full_name_without_titles(read: Read) -> None:
    article = read(
        f"""Finance/NNP Minister/NNP {VARGA} spoke/VBD ./.
Mrs./NNP [Person|Varga/NNP] said/VBD so/RB ./."""
    )

    (one,) = resolve(article, [], [mention(article, "Mrs. Varga")])

    assert one.speaker is not None
    assert one.speaker.name == "Ilse Varga"
    assert one.speaker.kind is SpeakerKind.PERSON
    assert one.confidence > 0.9
    assert one.unresolved is None


def test_a_role_finds_the_person_who_holds_it(read: Read) -> None:
    article = read(
        f"""{VARGA} ,/, the/DT mayor/NN of/IN Lowick/NNP ,/, met/VBD {QUELL} ,/, a/DT cook/NN ./.
The/DT mayor/NN said/VBD so/RB ./."""
    )

    assert named(resolve(article, [], [mention(article, "The mayor")])) == ["Ilse Varga"]


def test_the_official_goes_on_being_the_unnamed_official(read: Read) -> None:
    article = read(
        """A/DT senior/JJ harbour/NN official/NN said/VBD so/RB ./.
The/DT official/NN said/VBD more/RBR ./."""
    )
    mentions = [mention(article, "A senior harbour official"), mention(article, "The official")]

    one, two = resolve(article, [], mentions)

    assert one.speaker is not None
    assert one.speaker == two.speaker
    assert one.speaker.name == "A senior harbour official"
    assert one.speaker.kind is SpeakerKind.UNNAMED


def test_two_unnamed_sources_never_share_a_speaker_on_wording_alone(read: Read) -> None:
    article = read(
        """An/DT official/NN said/VBD so/RB ./.
An/DT official/NN said/VBD otherwise/RB ./."""
    )
    mentions = [mention(article, "An official"), mention(article, "An official", 1)]

    one, two = resolve(article, [], mentions)

    assert one.speaker is not None
    assert two.speaker is not None
    assert one.speaker.id != two.speaker.id


def test_a_continuation_with_the_same_mention_has_the_same_speaker(read: Read) -> None:
    article = read("An/DT official/NN said/VBD so/RB ./.\nMore/JJR followed/VBD ./.")
    same = mention(article, "An official")

    one, two = resolve(article, [], [same, SpeakingMention(same.start, same.end, 30)])

    assert one == two


def test_the_former_and_the_latter_are_the_two_people_named_last(read: Read) -> None:
    article = read(
        f"""{VARGA} met/VBD {QUELL} ./.
The/DT former/JJ said/VBD so/RB ,/, the/DT latter/JJ added/VBD more/RBR ./."""
    )

    found = resolve(article, [], [mention(article, "The former"), mention(article, "the latter")])

    assert named(found) == ["Ilse Varga", "Tobias Quell"]


def test_an_acronym_is_given_the_full_name_of_the_institution(read: Read) -> None:
    article = read(
        f"""The/DT {CWX} met/VBD ./.
[Organization|CWX/NNP] said/VBD so/RB ./."""
    )

    (one,) = resolve(article, [], [mention(article, "CWX", 1)])

    assert one.speaker is not None
    assert one.speaker.name == "Coastal Water Authority"
    assert one.speaker.kind is SpeakerKind.ORGANIZATION


def test_a_spokesman_for_somebody_is_not_that_body(read: Read) -> None:
    article = read(f"{VARGA} left/VBD ./.\nA/DT spokesman/NN for/IN {VARGA} said/VBD so/RB ./.")

    found = resolve(article, [], [mention(article, "A spokesman for Ilse Varga")])

    assert named(found) == ["A spokesman for Ilse Varga"]


def test_a_state_that_speaks_is_an_organization(read: Read) -> None:
    article = read("[Location|Moscow/NNP] said/VBD so/RB ./.")

    (one,) = resolve(article, [], [mention(article, "Moscow")])

    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.kind) == ("Moscow", SpeakerKind.ORGANIZATION)


def test_a_description_in_apposition_is_the_person_beside_it(read: Read) -> None:
    article = read(f"{VARGA} ,/, a/DT farmer/NN ,/, said/VBD so/RB ./.")

    assert named(resolve(article, [], [mention(article, "a farmer")])) == ["Ilse Varga"]


def test_ids_count_the_speakers_in_the_order_in_which_they_speak(read: Read) -> None:
    article = read(
        f"""{QUELL} met/VBD {VARGA} ./.
[Person|Varga/NNP] said/VBD so/RB ./.
[Person|Quell/NNP] said/VBD so/RB ./.
[Person|Varga/NNP] said/VBD so/RB ./."""
    )
    mentions = [
        mention(article, "Varga", 1),
        mention(article, "Quell", 1),
        mention(article, "Varga", 2),
    ]

    found = resolve(article, [], mentions)

    assert [r.speaker.id for r in found if r.speaker] == ["s1", "s2", "s1"]
    assert found[0].speaker == found[2].speaker


def test_every_span_of_a_speaker_is_text_of_the_article(read: Read) -> None:
    article = read(
        f"""{VARGA} ,/, a/DT fellow/NN at/IN the/DT {ACME} ,/, spoke/VBD ./.
She/PRP said/VBD so/RB ./."""
    )

    (one,) = resolve(article, [], [mention(article, "She")])

    assert one.speaker is not None
    spans = [*one.speaker.mentions, *(a.as_written for a in one.speaker.affiliations)]
    assert [s.text for s in spans] == [article.text[s.start : s.end] for s in spans]
    assert "She" in {s.text for s in one.speaker.mentions}


@pytest.mark.parametrize(("start", "end"), [(0, 0), (900, 990), (15, 16)])
def test_a_mention_without_words_stays_open(read: Read, start: int, end: int) -> None:
    article = read(f"{VARGA} left/VBD ./.")

    (one,) = resolve(article, [], [SpeakingMention(start, end, start)])

    assert one.speaker is None


def test_an_article_without_sentences_has_no_speakers() -> None:
    assert resolve(Reading("", "", (), ()), [], []) == []


def test_a_long_article_of_many_people_is_resolved(read: Read) -> None:
    letters = "bcdfghklmn"
    names = [f"Ilse/NNP V{a}{b}arga{c}/NNP" for a in letters for b in letters for c in "ai"]
    article = read(
        "\n".join(f"[Person|{n}] said/VBD so/RB ./.\nShe/PRP added/VBD ./." for n in names)
    )
    mentions = [SpeakingMention(s.start, s.words[0].end, s.start) for s in article.sentences[1::2]]

    found = resolve(article, [], mentions)

    assert all(r.speaker is not None for r in found)


def test_the_name_behind_a_title_that_a_name_opens_is_meant(read: Read) -> None:
    article = read(f"former/JJ [Person|Aldo/NNP Brandt/NNP] adviser/NN {VARGA} said/VBD so/RB ./.")

    found = resolve(article, [], [mention(article, "former Aldo Brandt adviser Ilse Varga")])

    assert named(found) == ["Ilse Varga"]


def test_a_title_that_the_mention_leaves_out_still_leads_to_the_name(read: Read) -> None:
    article = read(f"[Person|Aldo/NNP Brandt/NNP] staffer/VBD {VARGA} said/VBD so/RB ./.")

    assert named(resolve(article, [], [mention(article, "Aldo Brandt")])) == ["Ilse Varga"]


def test_somebody_accused_is_not_who_accuses(read: Read) -> None:
    article = read(f"[Person|Aldo/NNP Brandt/NNP] accused/VBD {VARGA} of/IN lies/NNS ./.")

    assert named(resolve(article, [], [mention(article, "Aldo Brandt")])) == ["Aldo Brandt"]


def test_two_roles_and_a_comma_lead_to_the_name_behind_them(read: Read) -> None:
    article = read(f"said/VBD Acme/NNP founder/NN and/CC president/NN ,/, {VARGA} ./.")

    assert named(resolve(article, [], [mention(article, "Acme founder")])) == ["Ilse Varga"]


def test_a_body_is_called_by_the_name_behind_what_it_is(read: Read) -> None:
    article = read(
        "read/VBD a/DT story/NN in/IN the/DT city/NN newspaper/NN "
        "[Organization|Morning/NNP Gull/NNP] ./."
    )

    found = resolve(article, [], [mention(article, "the city newspaper Morning Gull")])

    assert named(found) == ["Morning Gull"]


def test_a_description_behind_a_name_and_an_age_is_the_person_named(read: Read) -> None:
    article = read(f"{VARGA} ,/, 49/CD ,/, a/DT veteran/NN ,/, said/VBD so/RB ./.")

    assert named(resolve(article, [], [mention(article, "a veteran")])) == ["Ilse Varga"]


def test_who_is_named_in_the_words_did_not_say_them(read: Read) -> None:
    article = read(
        f"""{QUELL} said/VBD so/RB ./.
[Person|Aldo/NNP Brandt/NNP] must/MD go/VB ,/, he/PRP said/VBD ./."""
    )
    he = article.text.index("he said")
    words = (article.text.index("Aldo"), article.text.index(", he"))

    first = mention(article, "Tobias Quell")
    second = SpeakingMention(he, he + 2, words[0], (words,))

    assert named(resolve(article, [], [first, second])) == ["Tobias Quell", "Tobias Quell"]


def test_whose_is_no_part_of_a_source(read: Read) -> None:
    article = read(f"{ACME} ,/, whose/WP$ observers/NNS reported/VBD fraud/NN ./.")

    assert named(resolve(article, [], [mention(article, "whose observers")])) == ["observers"]


def test_a_source_ends_before_an_event_that_bears_a_name(read: Read) -> None:
    article = read(
        "a/DT woman/NN in/IN the/DT audience/NN at/IN a/DT [Person|Brandt/NNP] campaign/NN "
        "event/NN asked/VBD so/RB ./."
    )

    assert named(resolve(article, [], [mention(article, "a woman")])) == ["a woman in the audience"]


def test_the_head_of_a_body_may_be_named_right_behind_it(read: Read) -> None:
    article = read(f"the/DT leader/NN of/IN [Organization|CWX/NNP] {VARGA} said/VBD so/RB ./.")

    found = resolve(article, [], [mention(article, "the leader of CWX Ilse Varga")])

    assert named(found) == ["Ilse Varga"]
