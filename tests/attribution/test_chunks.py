"""Noun phrases by their tags: where they end, and which word is the head."""

from __future__ import annotations

import pytest

from quotes.attribution.chunks import chunk_end, entity_map, is_time, opening_stop, sort_of
from quotes.language.sentences import Entity
from tests.attribution.tagged import sentence, words


def _chunk(tagged: str, *entities: Entity) -> tuple[str, str] | None:
    """The noun phrase at the first word and its head, as written."""
    read = sentence(tagged, entities)
    found = chunk_end(read.words, 0, len(read.words), entity_map(read))
    if found is None:
        return None
    end, head = found
    return " ".join(w.text for w in read.words[:end]), read.words[head].text


@pytest.mark.parametrize(
    ("tagged", "phrase", "head"),
    [
        ("the/DT port/NN said/VBD", "the port", "port"),
        ("two/CD old/JJ clerks/NNS said/VBD", "two old clerks", "clerks"),
        ("a/DT very/RB old/JJ clerk/NN said/VBD", "a very old clerk", "clerk"),
        ("a/DT rising/VBG tide/NN came/VBD", "a rising tide", "tide"),
        ("Bus/NN 42/CD left/VBD", "Bus 42", "42"),
        # A participle behind a noun begins what is said of it.
        ("a/DT clerk/NN accused/VBN of/IN theft/NN", "a clerk", "clerk"),
        ("clerks/NNS calling/VBG it/PRP old/JJ", "clerks", "clerks"),
        # An adverb that leads in no adjective is no part.
        ("clerks/NNS often/RB said/VBD", "clerks", "clerks"),
    ],
)
def test_a_noun_phrase_ends_with_its_last_noun(tagged: str, phrase: str, head: str) -> None:
    assert _chunk(tagged) == (phrase, head)


@pytest.mark.parametrize(
    ("tagged", "phrase", "head"),
    [
        ("the/DT guild/NN 's/POS old/JJ clerk/NN said/VBD", "the guild 's old clerk", "clerk"),
        ("the/DT guild/NN 's/POS clerk/NN said/VBD", "the guild 's clerk", "clerk"),
        ("the/DT guild/NN 's/POS was/VBD late/JJ", "the guild", "guild"),
        ("Marsh/NNP &/CC Sons/NNPS said/VBD", "Marsh & Sons", "Sons"),
        ("Marsh/NNP &/CC of/IN", "Marsh", "Marsh"),
        (
            "the/DT Elmford/NNP ~-/HYPH ~based/VBN clerk/NN said/VBD",
            "the Elmford - based clerk",
            "clerk",
        ),
        ("the/DT attorney/NN ~-/HYPH ~general/JJ said/VBD", "the attorney - general", "general"),
        (
            "Chief/NNP (/-LRB- Mrs/NNP )/-RRB- Ada/NNP Roe/NNP said/VBD",
            "Chief ( Mrs ) Ada Roe",
            "Roe",
        ),
        ("Chief/NNP (/-LRB- left/VBD )/-RRB- Ada/NNP", "Chief", "Chief"),
    ],
)
def test_a_noun_phrase_goes_on_behind_what_joins_its_words(
    tagged: str, phrase: str, head: str
) -> None:
    assert _chunk(tagged) == (phrase, head)


@pytest.mark.parametrize(
    ("tagged", "phrase"),
    [
        ("the/DT accused/VBN denied/VBD it/PRP", ("the accused", "accused")),
        ("the/DT former/JJ warning/NN that/IN", ("the former", "former")),
        ("the/DT poor/JJ said/VBD", ("the poor", "poor")),
        ("said/VBD the/DT", None),
        ("old/JJ said/VBD", None),
        ("the/DT said/VBD", None),
    ],
)
def test_a_phrase_without_a_noun_has_a_determiner_and_a_word_in_its_place(
    tagged: str, phrase: tuple[str, str] | None
) -> None:
    assert _chunk(tagged) == phrase


def test_a_name_is_taken_whole_and_its_head_is_no_sign_and_no_weekday() -> None:
    person, body = Entity(0, 2, "Person"), Entity(0, 3, "Organization")

    assert _chunk("Ada/NNP de/FW Vries/NNP", Entity(0, 3, "Person")) == ("Ada de Vries", "Vries")
    assert _chunk("Ada/NNP 's/POS said/VBD", person) == ("Ada", "Ada")
    assert _chunk("The/DT Guild/NNP Monday/NNP said/VBD", body) == ("The Guild", "Guild")


def test_a_date_is_no_name() -> None:
    assert _chunk("May/NNP said/VBD", Entity(0, 1, "Date")) == ("May", "May")


def test_a_persons_name_begins_afresh_behind_a_thing_but_not_behind_a_role() -> None:
    thing, role = "the/DT bridge/NN Ada/NNP Marsh/NNP", "the/DT clerk/NN Ada/NNP Marsh/NNP"
    person = Entity(2, 4, "Person")

    assert _chunk(thing, person) == ("the bridge", "bridge")
    assert _chunk(role, person) == ("the clerk Ada Marsh", "Marsh")


def test_a_time_or_a_mark_ends_a_noun_phrase() -> None:
    assert _chunk("the/DT guild/NN yesterday/NN said/VBD") == ("the guild", "guild")
    assert _chunk('the/DT "/`` guild/NN') is None


def test_a_noun_phrase_ends_where_the_words_asked_for_end() -> None:
    row = words("the/DT old/JJ port/NN guild/NN")

    assert chunk_end(row, 0, 3, [None] * 4) == (3, 2)
    assert chunk_end(row, 3, 4, [None] * 4) == (4, 3)


@pytest.mark.parametrize(
    ("tagged", "stop"),
    [
        ("14:36/CD Marsh/NNP spoke/VBD", 1),
        ("9:05/CD BST/NNP Marsh/NNP spoke/VBD", 2),
        ("ELMFORD/NNP (/-LRB- AP/NNP )/-RRB- -/: Marsh/NNP spoke/VBD", 5),
        ("ELMFORD/NNP -/: Marsh/NNP spoke/VBD", 2),
        ("Marsh/NNP -/: Fenn/NNP spoke/VBD", 0),
        ("Marsh/NNP spoke/VBD -/: late/RB", 0),
        ("ELMFORD/NNP ~-/HYPH Marsh/NNP spoke/VBD", 0),
        ("12345/CD left/VBD", 0),
    ],
)
def test_a_sentence_begins_behind_a_time_or_a_dateline(tagged: str, stop: int) -> None:
    assert opening_stop(words(tagged)) == stop


def test_a_head_denotes_a_person_an_organisation_a_document_or_a_thing() -> None:
    heads = ["Clerk", "mother", "council", "report", "bridge"]

    assert [sort_of(h) for h in heads] == ["person", "person", "organization", "document", "thing"]


def test_a_date_and_a_word_for_a_time_are_times() -> None:
    [yesterday, summer, ada, time] = words("yesterday/NN Summer/NNP Ada/NNP time/NN")

    assert is_time(yesterday, None)
    assert is_time(yesterday, Entity(0, 1, "Date"))
    assert is_time(time, None)
    assert not is_time(time, Entity(3, 4, "Organization"))
    assert not is_time(ada, Entity(2, 3, "Person"))
    assert is_time(summer, Entity(1, 2, "Date"))


def test_a_comma_between_adjectives_stays_in_the_phrase() -> None:
    assert _chunk("the/DT tall/JJ ,/, bearded/VBN engineer/NN said/VBD") == (
        "the tall , bearded engineer",
        "engineer",
    )


def test_an_age_stands_for_a_person() -> None:
    assert _chunk("The/DT 56/CD -/HYPH year/NN -/HYPH old/JJ said/VBD") == (
        "The 56 - year - old",
        "old",
    )
