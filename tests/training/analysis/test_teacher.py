"""The transformer that teaches names, and what it and the recogniser label together."""

from __future__ import annotations

import functools
import pathlib

import pytest

from quotes.language.checkpoints import Checkpoint
from quotes.language.taggers import EntityTagger
from quotes.training.analysis import distil, processors
from quotes.training.analysis.distil import SilverPlan, labelled, silver
from quotes.training.analysis.loop import Plan
from quotes.training.analysis.sentences import Token, bio, write_bio
from quotes.training.analysis.teacher import Teacher, TeacherPlan, bioes, score, shape, teach
from tests.training.analysis.corpus import laid_out
from tests.training.analysis.encoders import small_encoder

NAMED = (
    Token("Ms", entity="O"),
    Token("Port", entity="B-Person"),
    Token("Vell", entity="I-Person"),
    Token("left", entity="O"),
    Token("Port", entity="B-Location"),
    Token(".", entity="O"),
)
GOLD = [NAMED, NAMED[3:]] * 20
PLAN = TeacherPlan(epochs=12, rate=3e-3, fresh_rate=2e-2, pieces=64, frozen=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return small_encoder(tmp_path_factory.mktemp("hub") / "encoder")


@pytest.fixture(scope="module")
def teacher(folder: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> Teacher:
    return teach(folder, GOLD, PLAN, tmp_path_factory.mktemp("taught") / "t.pt", seed=1)


@pytest.fixture(scope="module")
def tagger(tmp_path_factory: pytest.TempPathFactory) -> EntityTagger:
    data, out = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("out")
    (data / "ner").mkdir()
    for part in ("train", "dev"):
        write_bio(GOLD, data / "ner" / f"{part}.bio")
    processors.train("ner", data, out, plan=Plan(steps=40, rate=0.02, words=60, warm=4, every=20))
    return EntityTagger(Checkpoint.load(out / "en" / "ner" / "news.pt"))


def test_the_ends_of_entities_are_marked() -> None:
    assert bioes(["B-A", "I-A", "B-A", "O"]) == ["B-A", "E-A", "S-A", "O"]


def test_case_digits_and_marks_are_told_apart() -> None:
    words = ["port", "PORT", "P", "Port", "McVell", "a1", "12", "P.V.", "Ms.", "e.g", "--"]

    assert len({shape(w) for w in words}) == len(words)


def test_a_teacher_learns_names(teacher: Teacher) -> None:
    assert score(teacher, GOLD[:2])["score"] == 1.0


def test_what_a_teacher_learned_is_kept(folder: pathlib.Path, tmp_path: pathlib.Path) -> None:
    short = TeacherPlan(epochs=1, pieces=64, frozen=1)
    first = teach(folder, GOLD, short, tmp_path / "kept" / "t.pt", seed=1)
    again = teach(folder, GOLD, short, tmp_path / "kept" / "t.pt", seed=2)

    rows = [[w.text for w in NAMED]]
    assert again.labels == first.labels
    assert (again.scores(rows)[0] == first.scores(rows)[0]).all()


def test_both_models_label_together_and_say_how_sure_they_are(
    teacher: Teacher, tagger: EntityTagger
) -> None:
    rows = [[w.text for w in NAMED[3:]], [w.text for w in NAMED]]

    (short, sure), (long_, _) = labelled(tagger, teacher, rows)

    assert short == [w.entity for w in NAMED[3:]]
    assert long_ == [w.entity for w in NAMED]
    assert 0.5 < sure <= 1


def test_only_sentences_without_a_doubt_are_learned_from(
    teacher: Teacher, tagger: EntityTagger
) -> None:
    raw = [tuple(Token(w.text) for w in NAMED), tuple(Token(w.text) for w in NAMED[:3])]

    [kept] = silver(tagger, teacher, raw, SilverPlan(surest=0.1), seed=1)

    assert kept == NAMED
    assert silver(tagger, teacher, raw, SilverPlan(surest=1.1), seed=1) == []


def test_sentences_with_names_are_read_as_they_were_written(tmp_path: pathlib.Path) -> None:
    write_bio(GOLD[:2], tmp_path / "more" / "names.bio")

    assert bio(tmp_path / "more" / "names.bio") == GOLD[:2]


def test_a_recogniser_that_is_taught_learns_on_from_where_it_was_alone(
    folder: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distil, "SilverPlan", functools.partial(SilverPlan, surest=0.0))
    data, out = laid_out(tmp_path / "data"), tmp_path / "out"
    plan = Plan(steps=2, rate=0.01, words=40, warm=1, every=2)

    figures = processors.train("ner", data, out, plan=plan, encoder=folder)

    assert 0 <= figures["score"] <= 1
    assert (out / "taught" / "news.pt").is_file()
    assert len(bio(out / "taught" / "silver.bio")) == 4
    assert (out / "en" / "ner" / "news.pt").is_file()
