"""Training the processors of stanza: data in, figures and packages out."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Sequence

import pytest
import torch

from quotes.errors import ModelError, OptionError
from quotes.language.packages import PROCESSORS as LOADED
from quotes.language.sentences import Reading, Sentence, Word
from quotes.training.analysis import lexical, processors, raw_text, scores
from quotes.training.analysis.loop import Plan
from quotes.training.analysis.package import pack, shrink
from quotes.training.analysis.perceptron import Perceptron, retagged
from quotes.training.analysis.sentences import DataError, Token, bio, conllu
from tests.training.analysis.corpus import TREE, laid_out


@pytest.fixture
def data(tmp_path: pathlib.Path) -> pathlib.Path:
    """A folder laid out as the training data are, a few sentences each."""
    return laid_out(tmp_path / "data")


def test_words_are_read_as_the_library_shows_them(data: pathlib.Path) -> None:
    first, second, *_ = conllu(data / "ud" / "en_train.conllu")

    assert [w.text for w in first] == ["Ms.", "Oduya", "did", "n't", "speak", "."]
    assert [w.head for w in first] == [2, 5, 5, 5, 0, 5]
    assert [w.text for w in second] == ['"', "Go", ".", '"']


def test_missing_and_ill_formed_data_are_told_by_name(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "x.bio"
    file.write_text("a word without a tag\n", encoding="utf8")

    with pytest.raises(DataError, match=r"x\.bio"):
        bio(file)
    with pytest.raises(DataError, match=r"y\.conllu"):
        conllu(tmp_path / "y.conllu")


def test_text_and_offsets_are_rebuilt_from_a_treebank(data: pathlib.Path) -> None:
    bank = raw_text.read(data / "ud" / "en_train.conllu")

    assert bank.texts[0] == "Ms. Oduya didn’t speak.\n\n“Go.” "
    words = [bank.texts[0][w.place[1] : w.place[2]] for w in bank.words if w.place[0] == 0]
    assert words == ["Ms.", "Oduya", "did", "n’t", "speak", ".", "“", "Go", ".", "”"]
    assert bank.words[1].head == (0, 17, 22)
    assert bank.words[4].head is None


class _Stored:
    """An analyser that gives every text the same one sentence."""

    def read(self, texts: Sequence[str]) -> list[Reading]:
        words = (
            Word(0, 3, "Ms.", "Ms.", "PROPN", "NNP", 1, "compound"),
            Word(4, 9, "Oduya", "Oduya", "PROPN", "NNP", -1, "root"),
        )
        return [Reading(t, t, (), (Sentence(0, 0, words),)) for t in texts]

    def parse(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        return list(sentences)


def test_raw_text_is_scored_by_offsets_over_both_sides(data: pathlib.Path) -> None:
    path = data / "one.conllu"
    path.write_text(TREE, encoding="utf8")

    figures = raw_text.score(_Stored(), raw_text.read(path))

    assert figures["words"] == pytest.approx(2 * 2 / (2 + 10))
    assert figures["las"] == pytest.approx(2 * 1 / (2 + 10))
    assert figures["sentences"] == pytest.approx(2 * 1 / (1 + 2))


def test_labels_mark_the_ends_of_tokens_and_sentences(
    data: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    text, labels = tmp_path / "t", tmp_path / "l"

    lexical.write_labels(data / "ud" / "en_train.conllu", text, labels)

    assert text.read_text(encoding="utf8").split("\n\n")[:2] == ["Ms. Oduya didn't speak.", '"Go."']
    assert labels.read_text(encoding="utf8").split("\n\n")[:2] == [
        "00100000100000010000012",
        "10112",
    ]


def test_entities_count_whole_and_by_class() -> None:
    gold = [["B-Person", "I-Person", "O", "B-Location"]]
    found = [["B-Person", "E-Person", "O", "S-Person"]]

    figures = scores.entities(gold, found)

    assert figures["score"] == pytest.approx(0.5)
    assert figures["Person"] == pytest.approx(2 / 3)
    assert figures["Location"] == 0


def test_subtypes_of_relations_do_not_count() -> None:
    gold = [[(0, "root"), (1, "nmod:poss"), (1, "obj")]]
    found = [[(0, "root"), (1, "nmod"), (2, "obj")]]

    figures = scores.attachments(gold, found)

    assert figures["uas"] == pytest.approx(2 / 3)
    assert figures["las"] == pytest.approx(2 / 3)


def _sentence(*words: str) -> tuple[Token, ...]:
    pairs = [w.split("/") for w in words]
    return tuple(Token(text=text, upos=tag, xpos=tag) for text, tag in pairs)


def test_a_tagger_learns_an_ending_from_other_words() -> None:
    known = [_sentence("they/P", f"{stem}ed/V", "it/P") for stem in ("walk", "call", "ask")]
    known += [_sentence("the/D", f"{stem}er/N", "went/V") for stem in ("walk", "call", "bak")]
    tagger = Perceptron()

    tagger.fit(known, epochs=5, seed=1)

    assert tagger.tag(["they", "rowed", "it"])[1] == ("V", "V")
    assert tagger.tag(["the", "rower", "went"])[1] == ("N", "N")


def test_no_sentence_is_tagged_by_a_tagger_that_learned_from_it() -> None:
    sentences = [_sentence("go/A"), _sentence("go/B")] * 4

    result, aside = retagged(sentences, [_sentence("go/C")], parts=2, block=1)

    assert [s[0].upos for s in result] == ["B", "A"] * 4
    assert aside[0][0].upos == "B"


PLAN = Plan(steps=2, rate=0.001, words=40, every=2, warm=1, silver=0.5)


@pytest.mark.parametrize("processor", ["tagger", "parser", "ner"])
def test_a_processor_is_trained_with_shared_word_vectors_and_goes_on_when_resumed(
    processor: str, data: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    out = tmp_path / "out"
    processors.train("vectors", data, out)

    figures = processors.train(processor, data, out, plan=PLAN)
    processors.train(processor, data, out, resume=True, plan=Plan(steps=3, rate=0.001, every=1))

    assert 0 <= figures["score"] <= 1
    folder = out / "en" / {"tagger": "pos", "parser": "depparse", "ner": "ner"}[processor]
    assert torch.load(folder / "news.checkpoint", weights_only=True)["step"] == 3
    config = torch.load(folder / "news.pt", weights_only=True)["config"]
    assert config["pretrain"]
    assert not any("/" in str(v) for k, v in config.items() if k.endswith(("_dir", "_file")))


def test_a_processor_can_begin_with_an_earlier_model_without_word_vectors(
    data: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    processors.train("vectors", data, after)
    for processor in ("tagger", "parser", "ner"):
        processors.train(processor, data, before, plan=PLAN)

        figures = processors.train(processor, data, after, plan=PLAN, start=before)

        assert 0 <= figures["score"] <= 1


def test_a_lemma_is_looked_up_in_the_treebank(data: pathlib.Path, tmp_path: pathlib.Path) -> None:
    figures = processors.train("lemmatizer", data, tmp_path)

    assert figures == {"score": 1.0}
    assert (tmp_path / "en" / "lemma" / "news.pt").is_file()


def test_an_unknown_processor_is_refused(data: pathlib.Path, tmp_path: pathlib.Path) -> None:
    with pytest.raises(OptionError, match="parser"):
        processors.train("coref", data, tmp_path)


def test_a_package_has_half_precision_checksums_and_names_its_word_vectors(
    data: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    out, package = tmp_path / "out", tmp_path / "package"
    processors.train("vectors", data, out)
    processors.train("ner", data, out, plan=PLAN)
    from quotes.language.packages import BUNDLED

    pack(out, package, BUNDLED)

    entry = json.loads((package / "resources.json").read_text(encoding="utf8"))["en"]
    assert set(entry["packages"]["default"]) == set(LOADED)
    assert entry["ner"]["news"]["dependencies"] == [{"model": "pretrain", "package": "news"}]
    assert "dependencies" not in entry["lemma"]["news"]
    model = torch.load(package / "en" / "ner" / "news.pt", weights_only=True)["model"]
    assert {w.dtype for w in model.values()} == {torch.float16}
    vectors = torch.load(package / "en" / "pretrain" / "news.pt", weights_only=True)["emb"]
    assert vectors.dtype == torch.float32
    assert torch.equal(vectors, vectors.half().float())


def test_packing_without_a_model_says_which(tmp_path: pathlib.Path) -> None:
    with pytest.raises(ModelError, match="tokenize"):
        pack(tmp_path / "none", tmp_path / "package")
    with pytest.raises(ModelError, match="no model"):
        shrink(tmp_path / "none.pt", tmp_path / "target.pt")


def test_a_tokenizer_leaves_clitics_to_the_library(
    data: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    processors.train("tokenizer", data, tmp_path, plan=Plan(steps=2, rate=0.0))

    config = torch.load(tmp_path / "en" / "tokenize" / "news.pt", weights_only=True)["config"]
    assert not config["use_mwt"]
