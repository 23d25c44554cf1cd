"""The bundled models behind the language room: exact offsets, whatever is written."""

from __future__ import annotations

import pickle
import socket

import pytest

from quotes.language.packages import ModelFiles, Package, find
from quotes.language.sentences import ROOT, Reading
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.text.fold import fold

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def analyser(one_thread: None) -> StanzaAnalyser:
    """An analyser of the bundled models, loaded once for this file."""
    return StanzaAnalyser(find("bundled"))


TEXTS = {
    "contractions": "“We can't go, they've left and I'm cold,” Fenn said. It wasn’t late.",
    "possessives": "Ada Marsh’s bridge and the builders’ wall fell. O'Hara's didn't.",
    "emoji": "Marsh wrote 👩‍👩‍👧‍👦 “the bridge 🌉 is closed” 🇩🇰 on Tuesday. 👍🏽 "
    "Fenn's reply was short.",
    "line endings": "The bridge is closed.\r\n\r\nFenn’s wall fell.\r\nIt's late.\n\nNobody came.",
    "guillemets": "«The bridge is closed,» said Ada Marsh. »It is old,« said Joel Fenn.",
    "combining": "Ada Ma\u0301rsh said the cafe\u0301’s wall fell.",
    "odd characters": "The \x00 bridge \ud800 is\u200b closed,\u2028said \u200eMarsh\u200f.",
    "runs on": "“The bridge is closed, Marsh said.\n\nIt is old,” she added.\n\nFenn left late.",
    "no space": "Marsh said:“It’s old.”Fenn left.",
}


def _words(reading: Reading) -> list[list[str]]:
    return [[w.text for w in s.words] for s in reading.sentences]


def _written(reading: Reading) -> list[str]:
    return [reading.text[s.start : s.end] for s in reading.sentences]


@pytest.mark.parametrize("name", TEXTS)
def test_words_stand_where_their_offsets_say_and_leave_out_only_space(
    analyser: StanzaAnalyser, name: str
) -> None:
    text = TEXTS[name]

    [reading] = analyser.read([text])

    twin, at = fold(text), 0
    for sentence in reading.sentences:
        paragraph = reading.paragraphs[sentence.paragraph]
        for word in sentence.words:
            assert at <= word.start < word.end
            assert not twin[at : word.start].strip()
            assert word.end - word.start == len(word.text)
            assert word.text == twin[word.start : word.end] or word.text in "\"'"
            assert paragraph.start <= word.start < word.end <= paragraph.end
            at = word.end
    assert not twin[at:].strip()


def test_contractions_and_possessives_are_words_of_their_own(analyser: StanzaAnalyser) -> None:
    readings = analyser.read([TEXTS["contractions"], TEXTS["possessives"]])
    words = [word for reading in readings for row in _words(reading) for word in row]

    for pair in (("ca", "n't"), ("they", "'ve"), ("I", "'m"), ("was", "n't"), ("Marsh", "'s")):
        at = words.index(pair[0])
        assert pair in [(words[i], words[i + 1]) for i in range(at, len(words) - 1)]
    assert "O'Hara" in words


def test_a_closing_mark_stays_with_its_sentence(analyser: StanzaAnalyser) -> None:
    text = "“The bridge is closed.” Marsh left. “Is it old?” Fenn asked. 'It is.' Then it rained."

    [reading] = analyser.read([text])

    assert not any(written[0] in "”" for written in _written(reading))
    assert "“The bridge is closed.”" in _written(reading)


def test_a_question_and_the_one_who_asks_it_are_one_sentence(analyser: StanzaAnalyser) -> None:
    [reading] = analyser.read(["“Why is the bridge closed?” she asked. Nobody knew."])

    assert _written(reading) == ["“Why is the bridge closed?” she asked.", "Nobody knew."]


def test_no_sentence_crosses_a_paragraph(analyser: StanzaAnalyser) -> None:
    [reading] = analyser.read(["The bridge over\n\nthe river was\n\nclosed on Tuesday."])

    assert [s.paragraph for s in reading.sentences] == [0, 1, 2]
    assert reading.by_paragraph == ((0,), (1,), (2,))


def test_the_length_of_a_sentence_is_bounded(analyser: StanzaAnalyser) -> None:
    text = "the bridge and the wall and " * 120 + "the road " + "x" * 5000

    [reading] = analyser.read([text])
    parsed = analyser.parse(reading.sentences)

    assert max(len(s.words) for s in reading.sentences) <= 150
    assert sum(len(s.words) for s in parsed) >= 120 * 6
    assert reading.sentences[-1].end == len(text)


@pytest.mark.parametrize("text", ["", " \r\n\t\n", "\x00", "“”", "\ufeff"])
def test_a_text_without_words_is_read(analyser: StanzaAnalyser, text: str) -> None:
    [reading] = analyser.read([text])

    assert reading.text == text
    assert analyser.parse(reading.sentences) is not None


def test_nothing_asked_is_nothing_answered(analyser: StanzaAnalyser) -> None:
    assert analyser.read([]) == []
    assert analyser.parse([]) == []


def test_names_are_entities_of_whole_words(analyser: StanzaAnalyser) -> None:
    [reading] = analyser.read(["Ada Marsh met Joel Fenn in London on Tuesday."])
    sentence = reading.sentences[0]

    found = {
        (" ".join(w.text for w in sentence.words[e.first : e.stop]), e.kind)
        for e in sentence.entities
    }

    assert ("Ada Marsh", "Person") in found
    assert ("Joel Fenn", "Person") in found
    assert ("London", "Location") in found


def test_reading_does_not_parse_and_parsing_makes_a_tree(analyser: StanzaAnalyser) -> None:
    [reading] = analyser.read(["Ada Marsh said the bridge was closed."])
    [sentence] = analyser.parse(reading.sentences)

    assert not reading.sentences[0].parsed
    assert sentence.parsed
    roots = [w for w in sentence.words if w.head == ROOT]
    assert [w.text for w in roots] == ["said"]
    assert [w.deprel for w in roots] == ["root"]
    assert sentence.subtree(sentence.words.index(roots[0])) == list(range(len(sentence.words)))


def test_an_article_is_read_and_parsed_the_same_alone_and_in_a_batch(
    analyser: StanzaAnalyser,
) -> None:
    texts = list(TEXTS.values())

    together = analyser.read(texts)
    backwards = analyser.read(texts[::-1])[::-1]
    alone = [analyser.read([text])[0] for text in texts]

    assert alone == together == backwards
    every = [sentence for reading in together for sentence in reading.sentences]
    assert [analyser.parse([sentence])[0] for sentence in every] == analyser.parse(every)


def test_the_number_of_threads_is_what_it_was(analyser: StanzaAnalyser) -> None:
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        analyser.parse(analyser.read(["The bridge is closed."])[0].sentences)
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)


def test_the_models_load_at_first_use_offline_and_once(
    monkeypatch: pytest.MonkeyPatch, one_thread: None
) -> None:
    def refuse(*arguments: object) -> None:
        raise AssertionError(f"the network was asked for: {arguments}")

    loads: list[Package] = []
    files = Package.files

    def counted(package: Package) -> dict[str, ModelFiles]:
        loads.append(package)
        return files(package)

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(Package, "files", counted)

    made = StanzaAnalyser(find("bundled"))
    assert loads == []
    for _ in range(2):
        made.parse(made.read(["The bridge is closed."])[0].sentences)

    assert loads == [find("bundled")]


def test_a_pickled_analyser_takes_no_models_along_and_reads_the_same(
    analyser: StanzaAnalyser,
) -> None:
    text = "“The bridge is closed,” said Ada Marsh."
    expected = analyser.read([text])

    data = pickle.dumps(analyser)
    copy = pickle.loads(data)

    assert len(data) < 1000
    assert copy.read([text]) == expected
