"""Sentences that break off anywhere, as captions, feeds and bad extraction have them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from quotes.language.packages import find
from quotes.language.sentences import Reading, Sentence
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.names.organisations import organisations
from quotes.names.parts import words_of
from quotes.names.people import people
from quotes.speakers import SpeakingMention, resolve
from quotes.text.paragraphs import paragraphs

pytestmark = pytest.mark.models

SENTENCES = (
    "Ada Marsh, chief engineer of the Coastal Water Authority (CWA), spoke of the dam.",
    "The Coastal Water Authority's director, Dr. Ada Marsh, and its lawyer, Odo Roe, left.",
    "Former Finance Minister Ada Marsh, 52, who heads the Lowmere Trust in Elmford, was late.",
    "Lowmere Police Sgt. Odo Roe of the Harbour Unit told Radio Elmford that it rained.",
    "Odo “Dash” Roe-Marsh Jr., a partner at the law firm Fenn & Hale, won on Monday.",
    "Jan van der Meer, MD, and Omar al-Haddad, PhD, of St Ann's Hospital met President Hale.",
    "Mr and Mrs Roe, both of Elmford, thanked Lady Hale, the wife of the mayor.",
    "A spokeswoman for the Ministry of Trade, Ports and Fish, Ida Brandt, said so.",
    "Ida Brandt's company, Halden Group, and her brother's firm, Acme, were sold in May.",
    "In a statement from the office of Mayor Odo Roe, his aide said the report by Acme was old.",
    "The 44-year-old Dutchwoman, Ida Brandt, works for the Lowmere Bank's branch in Oslo.",
    "Labour MP Tess Quarry (Elmford North) met the Green Party's leader – Bo Hale – twice.",
    "Roe Seung-hoon, the author of “The Dam” and a professor of law at Elmford University, sat.",
    "State Sen. Hal Dunning, R-Elmford, a critic of the Board of Water and Sewage, voted no.",
)


@pytest.fixture(scope="module")
def readings(one_thread: None) -> list[Reading]:
    """The sentences, each read as an article."""
    return StanzaAnalyser(find("bundled")).read(SENTENCES)


def _cut(reading: Reading) -> Iterator[Reading]:
    """The article cut off behind each word of its sentence."""
    [sentence] = reading.sentences
    for size in range(1, len(sentence.words)):
        words = sentence.words[:size]
        text = reading.text[: words[-1].end]
        entities = tuple(e for e in sentence.entities if e.stop <= size)
        short = attrs.evolve(sentence, words=words, entities=entities)
        folded = reading.folded[: words[-1].end]
        yield Reading(text, folded, paragraphs(text), (short,))


def _mentions(sentence: Sentence) -> list[SpeakingMention]:
    """Every capitalised word as the mention of a speaker, and the words up to it."""
    first = sentence.words[0]
    words = [w for w in sentence.words if w.text[:1].isupper()]
    alone = [SpeakingMention(w.start, w.end, w.start) for w in words]
    return alone + [SpeakingMention(first.start, w.end, first.start) for w in words]


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_names_of_a_sentence_cut_anywhere_stand_in_it(number: int, readings: list[Reading]) -> None:
    for reading in _cut(readings[number]):
        persons = people(reading)
        for body in organisations(reading, persons):
            assert body.name in reading.text
            assert all(0 <= m.start < m.end <= len(reading.text) for m in body.mentions)
        for person in persons:
            assert set(person.parts.words) <= set(words_of(reading.folded.replace("'s", "")))
            assert all(reading.text[m.start : m.end].strip() for m in person.mentions)


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_speakers_of_a_sentence_cut_anywhere_are_made_of_its_words(
    number: int, readings: list[Reading]
) -> None:
    for reading in _cut(readings[number]):
        for found in resolve(reading, [], _mentions(reading.sentences[0])):
            if found.speaker is not None:
                assert 0 < found.confidence <= 1
                assert found.speaker.name[:1] in reading.text
                assert all(role in reading.text for role in found.speaker.roles if " " in role)
                for body in found.speaker.affiliations:
                    assert body.name in reading.text
            else:
                assert found.unresolved is not None
