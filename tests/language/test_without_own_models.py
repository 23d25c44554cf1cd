"""What is made of the answers of models, whatever they are: stand-ins answer here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
import regex

from quotes.language.models import Models
from quotes.language.packages import find
from quotes.language.sentences import Reading
from quotes.language.stanza_analyser import StanzaAnalyser

_TOKEN = regex.compile(r'[^\s"]+|"')


class _StandIn:
    """Tokens are what blanks part, a sentence ends behind a full stop; tags are what is given."""

    def __init__(self, tags: Sequence[str] = ()) -> None:
        self._tags = tags

    def split(self, pieces: Sequence[str]) -> list[list[list[tuple[int, int]]]]:
        return [self._sentences(piece) for piece in pieces]

    def _sentences(self, piece: str) -> list[list[tuple[int, int]]]:
        rows: list[list[tuple[int, int]]] = [[]]
        for match in _TOKEN.finditer(piece):
            rows[-1].append(match.span())
            if match.group()[-1] in ".|":
                rows.append([])
        return [row for row in rows if row]

    def word_tags(self, rows: Sequence[Sequence[str]]) -> list[list[tuple[str, str]]]:
        return [[("X", word.upper()) for word in row] for row in rows]

    def lemmas(self, words: Iterable[tuple[str, str]]) -> list[str]:
        return [f"{text}/{upos}" for text, upos in words]

    def entity_tags(self, rows: Sequence[Sequence[str]]) -> list[list[str]]:
        return [[*self._tags, *["O"] * len(row)][: len(row)] for row in rows]

    def parse(
        self, rows: Sequence[Sequence[tuple[str, str, str, str]]]
    ) -> list[list[tuple[int, str]]]:
        return [[(i, f"on-{word}") for i, (word, *_) in enumerate(row)] for row in rows]


def _analyser(*tags: str) -> StanzaAnalyser:
    analyser = StanzaAnalyser(find("bundled"))
    analyser._loaded = Models(_StandIn(tags), None, None, None, None, None)  # type: ignore[arg-type]
    return analyser


def _read(text: str, *tags: str) -> Reading:
    [reading] = _analyser(*tags).read([text])
    return reading


def _words(reading: Reading) -> list[str]:
    return [" ".join(w.text for w in s.words) for s in reading.sentences]


def test_models_of_another_layout_answer_for_words_lemmas_and_syntax() -> None:
    analyser = _analyser()

    [reading] = analyser.read(["The bridge fell."])
    [sentence] = analyser.parse(reading.sentences)

    words = sentence.words
    assert [(w.text, w.xpos, w.lemma) for w in words] == [
        ("The", "THE", "The/X"),
        ("bridge", "BRIDGE", "bridge/X"),
        ("fell.", "FELL.", "fell./X"),
    ]
    assert [(w.head, w.deprel) for w in words] == [
        (-1, "on-The"),
        (0, "on-bridge"),
        (1, "on-fell."),
    ]
    assert sentence.parsed
    assert not reading.sentences[0].parsed


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("B-PER E-PER O O", [(0, 2, "Person")]),
        ("S-ORG O S-GPE O", [(0, 1, "Organization"), (2, 3, "Location")]),
        ("B-PER I-PER E-PER O", [(0, 3, "Person")]),
        ("B-PER I-PER O O", [(0, 2, "Person")]),
        ("O O B-FAC I-FAC", [(2, 4, "Facility")]),
        ("I-PER E-PER O O", [(0, 2, "Person")]),
        ("B-PER B-PER E-PER O", [(0, 1, "Person"), (1, 3, "Person")]),
        ("B-PER I-ORG E-ORG O", [(0, 1, "Person"), (1, 3, "Organization")]),
        ("B-PER E-ORG O O", [(0, 1, "Person"), (1, 2, "Organization")]),
        ("S-PER S-PER O O", [(0, 1, "Person"), (1, 2, "Person")]),
        ("E-PER E-PER O O", [(0, 1, "Person"), (1, 2, "Person")]),
        ("B-PER S-PER O O", [(0, 1, "Person"), (1, 2, "Person")]),
        ("B-NORP E-NORP O O", [(0, 2, "NORP")]),
        ("O O O O", []),
    ],
)
def test_names_are_made_of_any_row_of_tags(tags: str, expected: list[tuple[int, int, str]]) -> None:
    [sentence] = _read("Ada Marsh saw it.", *tags.split()).sentences

    assert [(e.first, e.stop, e.kind) for e in sentence.entities] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One fell. Two stood.", ["One fell.", "Two stood."]),
        ("One fell| Two stood.", ["One fell|", "Two stood."]),
        ("“One fell.” Two stood.", ['" One fell. "', "Two stood."]),
        ("“One fell.” he said.", ['" One fell. " he said.']),
        ("“One| fell.” He said.", ['" One|', 'fell. "', "He said."]),
        ("One fell.\n\nTwo stood.", ["One fell.", "Two stood."]),
        ("One fell.\n\n” he said.", ["One fell.", '" he said.']),
    ],
)
def test_a_sentence_keeps_its_closing_mark_and_who_says_it(text: str, expected: list[str]) -> None:
    assert _words(_read(text)) == expected


def test_a_sentence_without_end_is_cut_behind_a_comma_where_there_is_one() -> None:
    plain = _read("word " * 400)
    listed = _read("word " * 99 + ", " + "word " * 300)

    assert [len(s.words) for s in plain.sentences] == [150, 150, 100]
    assert [len(s.words) for s in listed.sentences] == [100, 150, 150]


def test_a_comma_in_the_first_half_of_a_long_sentence_cuts_nothing() -> None:
    early = _read("word " * 70 + ", " + "word " * 200)

    assert [len(s.words) for s in early.sentences] == [150, 121]


def test_a_paragraph_without_end_is_read_in_pieces_cut_between_words() -> None:
    text = "  " + "words " * 2_000

    reading = _read(text)

    assert sum(len(s.words) for s in reading.sentences) == 2_000
    assert {w.text for s in reading.sentences for w in s.words} == {"words"}


def test_a_word_without_end_is_read_in_pieces_that_join() -> None:
    text = "x" * 9_000

    reading = _read(text)

    spans = [(w.start, w.end) for s in reading.sentences for w in s.words]
    assert spans == [(0, 4_000), (4_000, 8_000), (8_000, 9_000)]
