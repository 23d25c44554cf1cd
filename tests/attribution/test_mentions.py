"""Mentions: which words of a sentence could be a source."""

from __future__ import annotations

import pytest

from quotes.attribution.chunks import sort_of
from quotes.attribution.mentions import Mention, MentionKind, mentions
from quotes.language.sentences import Sentence
from tests.attribution.sentences import read


def _sentence(text: str) -> Sentence:
    return read(text).sentences[0]


def _found(text: str) -> list[Mention]:
    sentence = _sentence(text)
    return mentions(sentence, [(0, len(sentence.words))])


def _written(text: str) -> dict[str, MentionKind]:
    return {text[m.start : m.end]: m.kind for m in _found(text)}


NAMES = "Mayor Ada Marsh met Dr Joel Fenn of the Elmford Institute on Tuesday."
OWNERS = "Ada Marsh's warning angered his deputy."


def test_a_title_before_a_name_belongs_to_the_mention() -> None:
    assert _written(NAMES)["Mayor Ada Marsh"] is MentionKind.PERSON


def test_an_institution_behind_of_belongs_to_the_mention_but_not_to_its_core() -> None:
    mention = next(m for m in _found(NAMES) if m.end > NAMES.index("Institute"))

    assert NAMES[mention.start : mention.end] == "Dr Joel Fenn of the Elmford Institute"
    words = _sentence(NAMES).words
    assert words[mention.core - 1].text == words[mention.head].text == "Fenn"


def test_no_mention_reaches_over_a_date() -> None:
    assert not any("on Tuesday" in written for written in _written(NAMES))


def test_the_owner_in_a_noun_phrase_is_a_mention_of_its_own() -> None:
    assert _written(OWNERS) == {
        "Ada Marsh": MentionKind.PERSON,
        "Ada Marsh's warning": MentionKind.NOMINAL,
        "his": MentionKind.PRONOUN,
        "his deputy": MentionKind.NOMINAL,
    }


def test_pronouns_that_can_speak_are_mentions() -> None:
    found = _written("He told them that they knew it.")

    assert found == dict.fromkeys(("He", "they", "it"), MentionKind.PRONOUN)


def test_an_adjective_with_an_article_is_a_mention() -> None:
    found = _written("The former praised the rest of the builders.")

    assert found["The former"] is MentionKind.PRONOUN


def test_a_quantity_stands_alone_and_takes_its_of_phrase_along() -> None:
    text = "Many of the builders objected."
    mention = _found(text)[0]

    assert text[mention.start : mention.end] == "Many of the builders"
    assert (mention.core, mention.head) == (1, 0)


def test_an_organization_behind_a_common_noun_stays_in_the_mention() -> None:
    found = _written("Officials at the Elmford Institute said it was late.")

    assert found["Officials at the Elmford Institute"] is MentionKind.NOMINAL


def test_a_relative_pronoun_is_a_mention() -> None:
    found = _written("Joel Fenn, who said the bridge was old, left.")

    assert found["who"] is MentionKind.PRONOUN


def test_a_dash_begins_no_mention() -> None:
    text = "“The bridge is closed.” — Ada Marsh"
    sentence = read(text).sentences[1]

    found = mentions(sentence, [(0, len(sentence.words))])

    assert [text[m.start : m.end] for m in found] == ["Ada Marsh"]


def test_no_mention_crosses_the_end_of_a_stretch() -> None:
    sentence = _sentence(NAMES)

    found = mentions(sentence, [(0, 2), (2, 6), (6, len(sentence.words))])

    cuts = [sentence.words[i].start for i in (2, 6)]
    assert not any(m.start < cut < m.end for m in found for cut in cuts)
    assert [NAMES[m.start : m.end] for m in found][:2] == ["Mayor Ada", "Marsh"]


def test_nothing_is_found_outside_the_stretches() -> None:
    assert mentions(_sentence(NAMES), []) == []


def test_offsets_head_and_core_fit_together_in_every_mention() -> None:
    for text in (NAMES, OWNERS):
        words = _sentence(text).words
        for mention in _found(text):
            assert mention.first <= mention.head < mention.core <= mention.stop
            assert (mention.start, mention.end) == (
                words[mention.first].start,
                words[mention.stop - 1].end,
            )


@pytest.mark.parametrize(
    ("noun", "sort"),
    [
        ("mayor", "person"),
        ("mother", "person"),
        ("Ministry", "organization"),
        ("statement", "document"),
        ("bridge", "thing"),
    ],
)
def test_a_noun_denotes_a_person_an_organization_a_document_or_a_thing(
    noun: str, sort: str
) -> None:
    assert sort_of(noun) == sort


def test_a_name_behind_an_office_of_several_matters_belongs_to_the_office() -> None:
    written = _written("Secretary for Fish, Trade and Ports Joel Fenn said it was late.")

    assert "Secretary for Fish, Trade and Ports Joel Fenn" in written


def test_an_office_of_several_matters_without_a_name_ends_with_the_first() -> None:
    written = _written("Secretary for Fish, Trade and Ports said it was late.")

    assert "Secretary for Fish" in written
    assert not any("Trade" in w for w in written if w.startswith("Secretary"))


def test_time_is_nobody_though_it_will_tell() -> None:
    assert set(_written("Time will tell if the bridge falls.")) == {"the bridge"}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Another clerk, Joel Fenn, left the port.", "Another clerk, Joel Fenn"),
        ("The Attorney-General, Ada Marsh, said the case was closed.", None),
        ("People briefed on the plan said the port was closed.", "People briefed on the plan"),
        ("An official responded by saying the port was closed.", "An official"),
        ("14:36 The chancellor said the port was closed.", "The chancellor"),
        (
            "The Elmford-based clerk Joel Fenn said the port was closed.",
            "The Elmford-based clerk Joel Fenn",
        ),
        ("The ministry-style press office said the port was closed.", None),
    ],
)
def test_a_description_takes_its_name_and_its_participle_along_but_no_time_of_day(
    text: str, mention: str | None
) -> None:
    assert (mention or text[: text.index(" said")].rstrip(",")) in _written(text)
