"""Frames: which source goes with which cue."""

from __future__ import annotations

import pytest

from quotes.attribution.frames import is_personal, reports, stretches, surroundings
from tests.attribution.sentences import cued, frame_of, frames, scene

CASES = [
    # The plain orders.
    ("Ada Marsh said the bridge was closed.", "Ada Marsh", "said", "nsubj"),
    ("“The bridge is closed,” said Ada Marsh.", "Ada Marsh", "said", "nsubj"),
    # A preposition, not a verb, although taggers call it a participle.
    ("According to Joel Fenn, the bridge was closed.", "Joel Fenn", "According to", "according"),
    (
        "The bridge was closed, according to a report by Joel Fenn.",
        "a report by Joel Fenn",
        "according to",
        "according",
    ),
    # The one who speaks is the agent of a passive.
    ("The bridge was called “a trap” by Joel Fenn.", "Joel Fenn", "called", "agent"),
    # Punctuation as cue.
    ("Ada Marsh: “The bridge is closed.”", "Ada Marsh", ":", "colon"),
    ("“The bridge is closed.” — Ada Marsh", "Ada Marsh", "—", "signed"),
    # A noun as cue, with its owner or author.
    (
        "Ada Marsh's warning that the bridge would fall was ignored.",
        "Ada Marsh",
        "warning",
        "owner",
    ),
    ("A letter from Joel Fenn arrived late.", "Joel Fenn", "letter", "noun-from"),
    # The subject stands at another verb.
    ("Ada Marsh opened the meeting and said it was late.", "Ada Marsh", "said", "nsubj<conj"),
    (
        "Ada Marsh left the hall, saying the bridge was closed.",
        "Ada Marsh",
        "saying",
        "nsubj<advcl",
    ),
    # The subject is a relative pronoun.
    ("Joel Fenn, who said the bridge was old, left.", "who", "said", "nsubj"),
    # An appositive stands between; the parser took it for the subject.
    ("Joel Fenn, a builder in Elmford, said it was old.", "Joel Fenn", "said", "nsubj"),
]


@pytest.mark.parametrize(("text", "mention", "cue", "relation"), CASES)
def test_a_source_and_its_cue_make_a_frame(
    text: str, mention: str, cue: str, relation: str
) -> None:
    assert (mention, cue, relation) in cued(text)


def test_a_mention_without_a_cue_is_a_bare_frame() -> None:
    text = "Mayor Ada Marsh met Dr Joel Fenn of the Elmford Institute on Tuesday."
    bare = [f for f in frames(text) if f.cue < 0]

    assert any(text[f.mention.start : f.mention.end].startswith("Dr Joel Fenn") for f in bare)
    assert {(f.relation, f.lemma, f.cue_stop) for f in bare} == {("bare", "", -1)}


def test_words_inside_marks_are_neither_source_nor_cue() -> None:
    text = "“Fenn told me ‘the bridge is closed’ and left,” Marsh said."

    assert cued(text) == {("Marsh", "said", "nsubj")}


def test_within_a_quotation_the_frames_are_those_of_its_own_words() -> None:
    text = "“Fenn told me ‘the bridge is closed’ and left,” Marsh said."
    laid = scene(text)

    found = {
        (text[f.mention.start : f.mention.end], text[f.start : f.end])
        for f in laid.frames_in(0, within=0)
        if f.cue >= 0
    }

    assert ("Fenn", "told") in found
    assert not any("Marsh" in mention or "bridge" in mention for mention, _ in found)


def test_a_pronoun_behind_a_dash_does_not_sign() -> None:
    assert not any(relation == "signed" for *_, relation in cued("“It is old” — he laughed."))


def test_a_colon_without_marks_behind_it_is_a_cue_only_after_a_name_that_opens_the_line() -> None:
    assert any(cue == ":" for _, cue, _ in cued("Marsh: the bridge was closed."))


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("The upshot: the bridge was closed.", "The upshot", False),
        ("The clerk: the bridge was closed.", "The clerk", True),
        ("Marsh: the bridge was closed.", "Marsh", True),
        # Words in marks behind the colon have a source, even a thing.
        ("The upshot: “The bridge is closed.”", "The upshot", True),
    ],
)
def test_a_thing_that_opens_a_sentence_before_a_colon_labels_it_and_is_no_source(
    text: str, mention: str, expected: bool
) -> None:
    assert ((mention, ":", "colon") in cued(text)) is expected


def test_what_stands_in_the_clause_that_is_reported_is_no_subject_of_the_verb_before_it() -> None:
    text = "Marsh insisted it was safe, and warned that if Fenn left the bridge would fall."

    assert [m for m, cue, relation in cued(text) if cue == "warned" and "nsubj" in relation] == [
        "Marsh"
    ]


def test_a_participle_with_an_article_is_no_cue() -> None:
    cues = {cue for _, cue, _ in cued("She called the singing “heroic” and left.")}

    assert cues == {"called", "left"}


def test_the_day_between_a_subject_and_its_verb_is_part_of_neither() -> None:
    assert ("Ada Marsh", "called", "nsubj") in cued("Ada Marsh Friday called the plan “a trap”.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marsh added the plan had proved a gift, saying: “It is good.”", "Marsh"),
        # Who is reported to report, speaks.
        ("Marsh added that Fenn denied the plan, saying: “It is good.”", "Fenn"),
    ],
)
def test_a_participle_that_reports_belongs_to_the_nearest_verb_that_reports(
    text: str, speaker: str
) -> None:
    assert (speaker, "saying", "nsubj<advcl") in cued(text)


def test_who_is_told_is_no_subject_even_where_the_parse_says_so() -> None:
    text = "“It is good,” the clerk of the port told the Gazette."

    assert "the Gazette" not in {mention for mention, cue, _ in cued(text) if cue == "told"}


def test_whoever_acts_and_what_stands_before_a_participle_are_its_sources() -> None:
    text = "Ada Marsh left the hall calling for a new bridge."

    assert {m for m, cue, _ in cued(text) if cue == "calling"} == {"Ada Marsh", "the hall"}


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("The council was accused of delay.", "The council", False),
        ("The council was accused of delay.", "delay", True),
        # The verb is passive and does not report.
        ("The “soft” cheese was left in the sun.", "cheese", True),
    ],
)
def test_the_subject_of_a_passive_verb_that_reports_is_no_source_not_even_without_a_cue(
    text: str, mention: str, expected: bool
) -> None:
    sources = {text[f.mention.start : f.mention.end] for f in frames(text)}

    assert (mention in sources) is expected


def test_one_pair_of_mention_and_cue_is_given_once() -> None:
    for text, *_ in CASES:
        pairs = [(f.mention.first, f.mention.stop, f.cue) for f in frames(text)]
        assert len(set(pairs)) == len(pairs)


def test_offsets_of_a_frame_are_those_of_its_cue() -> None:
    for text, mention, cue, _ in CASES:
        sentence, frame = frame_of(text, mention, cue)
        assert frame.start == sentence.words[frame.cue].start
        assert frame.end == sentence.words[frame.cue_stop - 1].end


def test_the_lemma_of_a_cue_is_found_where_the_lemmatiser_does_not_know_it() -> None:
    _, frame = frame_of("Marsh contended that the bridge was closed.", "Marsh", "contended")

    assert frame.lemma == "contend"


@pytest.mark.parametrize(
    ("text", "mention", "cue", "expected"),
    [
        ("Ada Marsh said the bridge was closed.", "Ada Marsh", "said", True),
        ("Ada Marsh: “The bridge is closed.”", "Ada Marsh", ":", True),
        ("A letter from Joel Fenn arrived late.", "Joel Fenn", "letter", True),
        ("According to Joel Fenn, the bridge was closed.", "Joel Fenn", "According to", True),
        ("The former praised the rest of the builders.", "The former", "praised", True),
        ("Fenn wanted the bridge to be closed.", "Fenn", "wanted", False),
        ("The bridge was closed, Marsh said.", "The bridge", "closed", False),
    ],
)
def test_a_frame_reports_if_its_cue_is_an_expression_of_saying(
    text: str, mention: str, cue: str, expected: bool
) -> None:
    _, frame = frame_of(text, mention, cue)

    assert reports(frame) is expected


def test_names_and_pronouns_are_personal_and_descriptions_are_not() -> None:
    name = frame_of("Ada Marsh said the bridge was closed.", "Ada Marsh", "said")
    former = frame_of("The former praised the rest of the builders.", "The former", "praised")
    many = "Many of the builders objected."
    description = frame_of(many, "Many of the builders", "objected")

    assert is_personal(*name)
    assert is_personal(*former)
    assert not is_personal(*description)


def test_surroundings_tell_marks_commas_and_the_edge() -> None:
    text = "“The bridge is closed,” Marsh said, “and it will stay closed.”"
    sentence, frame = frame_of(text, "Marsh", "said")
    alone, first = frame_of("Marsh said that the bridge was closed.", "Marsh", "said")

    assert surroundings(sentence, frame) == ("mark", ",")
    assert surroundings(alone, first) == ("edge", "that")


def test_stretches_are_the_runs_of_words_outside_marks() -> None:
    sentence = scene("Ada Marsh said the bridge was closed.").reading.sentences[0]

    inside = [False, False, True, True, False, True, False, False]

    assert stretches(sentence, inside) == [(0, 2), (4, 5), (6, 8)]
    assert stretches(sentence, [True] * 8) == []


def test_a_noun_behind_a_cue_with_a_verb_of_its_own_is_no_source() -> None:
    text = (
        "Striker Jon Pike, 24, who has scored once since August, admitted confidence was “through "
        "the floor”."
    )

    found = {m for m, cue, relation in cued(text) if cue == "admitted" and relation == "nsubj"}

    assert found
    assert not any(m.startswith("confidence") for m in found)


def test_an_age_before_a_name_for_a_national_is_part_of_the_mention() -> None:
    text = "Speaking at the ground, the 51-year-old Dutchman said: “It is late.”"

    assert ("the 51-year-old Dutchman", "said", "nsubj") in cued(text)
