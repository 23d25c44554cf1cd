"""The models that are run here answer as they do when stanza runs them."""

from __future__ import annotations

import pathlib

import pytest

from quotes.errors import ModelError
from quotes.language import models
from quotes.language.checkpoints import Checkpoint, UnsupportedModelError, Vocabulary, plain
from quotes.language.models import Models
from quotes.language.packages import find
from quotes.language.tokeniser import Tokeniser

pytestmark = pytest.mark.models

PARAGRAPHS = [
    'The harbour board met on Tuesday. "We will build it," said Ada Marsh, its chair; others, led '
    "by Col. Tom Reyes (ret.), weren't so sure. Who'd pay the $4.5-million bill, they asked?!",
    "Ferries to the islands leave at 6:30 a.m. and carry 1,200 people a day.",
    "Write to ada.marsh@harbour.example or see www.harbour.example/plans for more.",
    "Long  gaps \t and\u00a0odd\u2003blanks are one blank. They end a word,   no more.",
    "x",
    "Nobody in Lower Quay had seen the plans before " * 20 + "the vote. It was close!",
]
ROWS = [
    "Ada Marsh , who chairs the Harbour Board , told Reyes that it had n't voted .".split(),
    "Who asked ?!".split(),
    "The ferries carry people and goods to the islands that lie off Lower Quay .".split(),
    ["Yes"],
    "He said , she said , they said and nobody in the old town hall was told why .".split(),
]


@pytest.fixture(scope="module")
def loaded(one_thread: None) -> Models:
    """The bundled models."""
    return models.load(find("bundled"))


def test_all_bundled_models_are_run_without_stanza(loaded: Models) -> None:
    assert None not in (
        loaded.tokeniser,
        loaded.word_tagger,
        loaded.lemmatiser,
        loaded.entity_tagger,
        loaded.parser,
    )


def test_text_is_split_as_stanza_splits_it(loaded: Models) -> None:
    def stripped(piece: str, sentences: list[list[tuple[int, int]]]) -> list[list[str]]:
        return [[piece[a:b].strip() for a, b in sentence] for sentence in sentences]

    assert loaded.tokeniser is not None
    ours = loaded.tokeniser.split(PARAGRAPHS)
    theirs = loaded.stanza.split(PARAGRAPHS)

    assert list(map(stripped, PARAGRAPHS, ours)) == list(map(stripped, PARAGRAPHS, theirs))


def test_tags_lemmas_entities_and_syntax_are_those_of_stanza(loaded: Models) -> None:
    assert loaded.word_tagger is not None
    assert loaded.lemmatiser is not None
    assert loaded.entity_tagger is not None
    assert loaded.parser is not None
    tags = loaded.word_tagger.tags(ROWS)
    words = [
        (word, upos)
        for row, found in zip(ROWS, tags, strict=True)
        for word, (upos, _) in zip(row, found, strict=True)
    ]
    lemmas = loaded.lemmatiser.lemmas(words)
    stream = iter(lemmas)
    forms = [
        [(word, next(stream), upos, xpos) for word, (upos, xpos) in zip(row, found, strict=True)]
        for row, found in zip(ROWS, tags, strict=True)
    ]

    assert tags == loaded.stanza.word_tags(ROWS)
    assert lemmas == loaded.stanza.lemmas(words)
    assert loaded.entity_tagger.tags(ROWS) == loaded.stanza.entity_tags(ROWS)
    assert loaded.parser.parse(forms) == loaded.stanza.parse(forms)


@pytest.mark.parametrize(
    "sentence",
    [
        "The board's chair, who couldn't say why, left.",
        '"Nobody asked us," the ferrymen said',
        "Some 40 ferries left the harbour before noon",
    ],
)
def test_a_plain_sentence_is_split_as_the_model_splits_it(loaded: Models, sentence: str) -> None:
    assert loaded.tokeniser is not None
    (ours,) = loaded.tokeniser.split([sentence])

    assert [ours] == loaded.stanza.split([sentence])
    assert len(ours) == 1


def test_a_model_of_another_layout_is_left_to_stanza(loaded: Models) -> None:
    checkpoint = Checkpoint.load(find("bundled").files()["tokenize"].model)
    checkpoint.settings["use_dictionary"] = True

    with pytest.raises(UnsupportedModelError, match="use_dictionary"):
        Tokeniser(checkpoint)


def test_a_file_that_is_no_model_is_a_model_error(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "broken.pt"
    file.write_bytes(b"not a model")

    with pytest.raises(ModelError, match="does not load"):
        models._made(Tokeniser, file)


def test_runs_of_question_and_exclamation_marks_are_one_mark() -> None:
    assert [plain(w) for w in ("?!", "!!?", "?", "?x", "word", "")] == [
        "?",
        "!",
        "?",
        "?x",
        "word",
        "",
    ]


def test_a_unit_never_seen_is_unknown_and_one_left_out_is_empty() -> None:
    units = ["<PAD>", "<UNK>", "<EMPTY>", "<ROOT>", "the", "_"]
    state = {"_id2unit": units, "_unit2id": {u: i for i, u in enumerate(units)}}

    assert Vocabulary({**state, "lower": True}).numbers(["The", "quay"]) == [4, 1]
    assert Vocabulary({**state, "ignore": ["_"]}).numbers(["the", "_"]) == [4, 2]
    assert Vocabulary({**state, "ignore": ["_"]}).unit(2) == "_"


def test_what_the_article_tells_of_a_name_counts_where_a_sentence_tells_nothing(
    loaded: Models,
) -> None:
    assert loaded.entity_tagger is not None
    rows = [
        "Brisa Ostrander , a lawyer , met the mayor .".split(),
        "Mr. Ostrander said no .".split(),
        "Ostrander burned .".split(),
    ]

    alone = loaded.entity_tagger.tags(rows)
    together = loaded.entity_tagger.tags(rows, [7, 7, 7])
    apart = loaded.entity_tagger.tags(rows, [7, 7, 8])

    assert (alone[2][0], together[2][0]) == ("O", "S-Person")
    assert apart[2] == alone[2]
    assert together[:2] == alone[:2]


def test_a_person_in_the_name_of_an_institution_tells_nothing_of_it(loaded: Models) -> None:
    assert loaded.entity_tagger is not None
    rows = [
        "Ada Ostrander spoke .".split(),
        "The Ada Ostrander Foundation gave money .".split(),
        "Ada Ostrander left .".split(),
    ]

    assert loaded.entity_tagger.tags(rows, [0, 0, 0])[1] == loaded.entity_tagger.tags(rows)[1]
