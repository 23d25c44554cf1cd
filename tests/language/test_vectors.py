"""Models that read shared word vectors answer as they do when stanza runs them."""

from __future__ import annotations

import pathlib
from typing import Any

import numpy as np
import pytest

from quotes.errors import ModelError
from quotes.language import models
from quotes.language.models import Models
from quotes.language.packages import BUNDLED, Package, find
from quotes.language.parser import Parser
from quotes.language.taggers import WordTagger

pytestmark = pytest.mark.models

WORDS = "ada marsh chairs the harbour board , and told reyes that it had voted .".split()
ROWS = [
    "Ada Marsh , who chairs the Harbour Board , told Reyes that it had n't voted .".split(),
    "Who asked ?!".split(),
    ["Quay"],
    "The board voted and the harbour was told .".split(),
]
TAGS = ("NOUN", "VERB", "DET", "PUNCT", "PROPN")
NAMES = ("O", "B-Person", "I-Person", "B-Location")


def _gold() -> list[Any]:
    from quotes.training.analysis.sentences import Token

    return [
        tuple(
            Token(
                text=word,
                lemma=word.lower(),
                upos=TAGS[i % 5],
                xpos=TAGS[(i + n) % 5],
                head=i,
                deprel="root" if i == 0 else "dep",
                entity=NAMES[i % 4],
            )
            for i, word in enumerate(row)
        )
        for n, row in enumerate(ROWS[:2] * 3)
    ]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, one_thread: None) -> Package:
    """Small models with random weights and vectors, the other processors as bundled."""
    import torch

    from quotes.training.analysis import vectors as word_table
    from quotes.training.analysis.package import pack
    from quotes.training.analysis.tasks import (
        Material,
        NamesTask,
        ParserTask,
        TaggerTask,
        word_vectors,
    )

    folder = tmp_path_factory.mktemp("trained")
    file = folder / "en" / "pretrain" / "news.pt"
    table = np.random.default_rng(1).standard_normal((len(WORDS), 6)).astype(np.float32)
    word_table.save(WORDS, table, file)
    vectors = word_vectors(file)
    gold = _gold()
    material = Material(gold, gold, vectors=vectors)
    torch.manual_seed(3)
    tasks: dict[str, Any] = {
        "pos": TaggerTask(material, word_cutoff=1),
        "depparse": ParserTask(material, word_cutoff=1),
        "ner": NamesTask(material, cutoff=4),
    }
    for processor, task in tasks.items():
        with torch.no_grad():
            for name, weight in task.model.named_parameters():
                if not name.startswith(("pretrained_emb", "word_emb")):
                    weight.normal_(std=0.3)
        (folder / "en" / processor).mkdir(parents=True)
        task.save(folder / "en" / processor / "news.pt")
    target = tmp_path_factory.mktemp("package")
    pack(folder, target, BUNDLED)
    return find(target)


@pytest.fixture(scope="module")
def loaded(package: Package) -> Models:
    """The models of that package."""
    return models.load(package)


def test_tags_entities_and_syntax_are_those_of_stanza(loaded: Models) -> None:
    import torch

    assert loaded.word_tagger is not None
    assert loaded.entity_tagger is not None
    assert loaded.parser is not None
    forms = [
        [(word, word.lower(), TAGS[i % 5], TAGS[i % 3]) for i, word in enumerate(row)]
        for row in ROWS
    ]

    with torch.inference_mode():
        tags = loaded.word_tagger.tags(ROWS)
        entities = loaded.entity_tagger.tags(ROWS)
        parsed = loaded.parser.parse(forms)

    assert len({tag for row in tags for tag in row}) > 2
    assert len({tag for row in entities for tag in row}) > 2
    assert tags == loaded.stanza.word_tags(ROWS)
    assert [[t[2:] for t in row] for row in entities] == [
        [t[2:] for t in row] for row in loaded.stanza.entity_tags(ROWS)
    ]
    assert parsed == loaded.stanza.parse(forms)


def test_word_vectors_are_loaded_once_for_all_models(package: Package, loaded: Models) -> None:
    files = package.files()

    assert files["pos"].vectors == files["depparse"].vectors == files["ner"].vectors
    assert files["lemma"].vectors is None
    assert loaded.word_tagger is not None
    assert loaded.parser is not None
    assert loaded.word_tagger._meanings is not None
    assert loaded.parser._meanings is not None
    assert loaded.word_tagger._meanings._table is loaded.parser._meanings._table


def test_a_model_whose_vectors_are_not_there_is_left_to_stanza(package: Package) -> None:
    for processor, kind in (("pos", WordTagger), ("depparse", Parser)):
        assert models._made(kind, package.files()[processor].model) is None


def test_vectors_that_differ_from_their_checksum_are_not_opened(
    package: Package, tmp_path: pathlib.Path
) -> None:
    import shutil

    shutil.copytree(package.path, tmp_path, dirs_exist_ok=True)
    (tmp_path / "en" / "pretrain" / "news.pt").write_bytes(b"something else")

    with pytest.raises(ModelError, match=r"damaged \(checksum differs\): .*pretrain"):
        find(tmp_path).files()
