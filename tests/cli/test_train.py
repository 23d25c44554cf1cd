"""`python -m quotes train` (`quotes/cli/train.py`): tiny data in, weights out."""

from __future__ import annotations

import json
import pathlib
import sys

import numpy as np
import pytest

from quotes import weight_files
from quotes.attribution.joint import NAMES
from quotes.attribution.ranker import load
from quotes.encoder.network import load as load_encoder
from quotes.language.packages import find
from quotes.speakers.confidence import inputs
from quotes.training import survey
from tests.cli.running import run
from tests.evaluation.articles import written_attributions
from tests.training import small_bert
from tests.training.analysis.corpus import laid_out

TOLD = (
    "Odile Brand, the captain of the ferry, met Petra Okell on the pier.\n\n"
    "“The pier will hold,” said Odile Brand. "
    "Brand said on Monday that the pier was old, and left.\n\n"
    "“It was built to last,” she said.\n\n"
    "“It has to be painted,” the captain said. Okell claimed that the paint was dry.\n"
)
ATTRIBUTIONS = [
    ("Odile Brand", "said", "“The pier will hold,”"),
    ("Brand", "said", "the pier was old"),
    ("she", "said", "“It was built to last,”"),
    ("the captain", "said", "“It has to be painted,”"),
    ("Okell", "claimed", "the paint was dry."),
]
SPEAKERS = [("The pier will hold,", "Odile Brand"), ("It was built to last,", "she"),
            ("It has to be painted,", "the captain")]  # fmt: skip


@pytest.fixture
def attributions(tmp_path: pathlib.Path) -> pathlib.Path:
    """Two articles in which every attribution is annotated."""

    def near(words: str, content: str) -> list[list[int]]:
        """The occurrence that is nearest to the content."""
        at = TOLD.index(content)
        starts = [i for i in range(len(TOLD)) if TOLD.startswith(words, i)]
        start = min(starts, key=lambda i: abs(i - at))
        return [[start, start + len(words)]]

    rows = [
        {"source": near(who, what), "cue": near(cue, what), "content": near(what, what)}
        for who, cue, what in ATTRIBUTIONS
    ]
    file = tmp_path / "pier.jsonl"
    articles = [{"id": f"pier-{i}", "text": TOLD + "\n" * i, "attributions": rows} for i in (0, 1)]
    file.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf8")
    return file


@pytest.fixture
def speakers(tmp_path: pathlib.Path) -> pathlib.Path:
    """An article whose pronoun and whose description mean the captain."""
    return written(tmp_path / "speakers", "pier")


def written(folder: pathlib.Path, name: str) -> pathlib.Path:
    """The article with its annotated speakers in a folder of its own."""
    folder.mkdir()
    spans = [{"start": TOLD.index(w), "end": TOLD.index(w) + len(w)} for w, _ in SPEAKERS]
    rows = [
        {
            "role": "speech",
            "speaker": "Odile Brand",
            "speaker_type": "person",
            "mention": mention,
        }
        for _, mention in SPEAKERS
    ]
    (folder / f"{name}.txt").write_text(TOLD, encoding="utf8", newline="")
    (folder / f"{name}.segs.json").write_text(json.dumps(spans), encoding="utf8")
    (folder / f"{name}.gold.json").write_text(json.dumps(rows), encoding="utf8")
    return folder


def test_a_processor_is_trained_and_packed_with_the_bundled_rest(tmp_path: pathlib.Path) -> None:
    data, out, package = laid_out(tmp_path / "data"), tmp_path / "out", tmp_path / "package"

    trained = run("train", "lemmatizer", "--data", data, "--out", out)
    packed = run("train", "pack", "--out", out, "--package", package)

    assert (trained.exit_code, packed.exit_code) == (0, 0)
    assert trained.stdout == "score: 100.0 %\n"
    assert find(package).path == package
    bundled = find("bundled").path / "en" / "lemma" / "news.pt"
    assert (package / "en" / "lemma" / "news.pt").read_bytes() != bundled.read_bytes()


@pytest.mark.usefixtures("one_thread")
def test_a_network_is_trained_for_so_many_steps_and_goes_on_where_it_stopped(
    tmp_path: pathlib.Path,
) -> None:
    data, out = laid_out(tmp_path / "data"), tmp_path / "out"
    command = ("train", "ner", "--data", data, "--out", out)

    short = run(*command, "--steps", 1)
    longer = run(*command, "--steps", 2, "--resume")

    assert (short.exit_code, longer.exit_code) == (0, 0)
    assert "steps: 1 of 1" in short.stderr
    assert "resumed at step 1" in longer.stderr
    assert (out / "en" / "ner" / "news.pt").is_file()


@pytest.mark.usefixtures("one_thread")
@pytest.mark.parametrize("damage", ["bytes", "other data"])
def test_a_checkpoint_that_does_not_fit_is_told_in_one_line(
    tmp_path: pathlib.Path, damage: str
) -> None:
    data, out = laid_out(tmp_path / "data"), tmp_path / "out"
    command = ("train", "ner", "--data", data, "--out", out, "--steps", 1)
    run(*command)
    if damage == "bytes":
        (out / "en" / "ner" / "news.checkpoint").write_bytes(b"PK")
    else:
        (data / "ner" / "train.bio").write_text("Vell\tB-Person\n\n" * 9, encoding="utf8")

    result = run(*command, "--resume")

    assert result.exit_code == 1
    assert "news.checkpoint: " in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_the_rankers_are_fitted_again_to_the_same_weights_from_what_was_kept(
    attributions: pathlib.Path,
    speakers: pathlib.Path,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"
    command = (
        *("train", "attribution", "--polnear", attributions, "--speakers", speakers),
        *("--out", out),
    )

    first = run(*command)
    held = {file.name: file.read_bytes() for file in out.glob("*.npz")}
    for file in out.glob("*.npz"):
        file.unlink()
    monkeypatch.delattr(survey, "scenes")  # nothing is to be analysed again
    again = run(*command, "--resume")
    other = run(*command, "--resume", "--seed", 5)

    assert (first.exit_code, again.exit_code, other.exit_code) == (0, 0, 0)
    assert set(held) == {"ranker.npz", "indirect.npz", "extents.npz"}
    assert again.stdout == first.stdout
    assert "articles with sources: 2 of 2" in first.stderr
    assert len(list((out / "decisions").iterdir())) == 3
    assert (out / "ranker.npz").read_bytes() != held["ranker.npz"]
    ranker = load(out / "ranker.npz")
    assert np.isfinite(ranker.scores([("lemma:say",)])).all()


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_weights_of_pronouns_and_descriptions_are_fitted_with_and_without_coreference(
    attributions: pathlib.Path, speakers: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    named = [TOLD.index("Odile Brand"), TOLD.index("Odile Brand") + len("Odile Brand")]
    she = [TOLD.index("she said"), TOLD.index("she said") + 3]
    chains = tmp_path / "chains.jsonl"
    rows = [{"id": f"pier-{i}", "chains": [[named, she]]} for i in (0, 1)]
    chains.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
    command = ("train", "speakers", "--speakers", speakers, "--out", tmp_path / "out")
    file = tmp_path / "out" / "antecedents.json"

    alone = run(*command)
    weights = weight_files.read(file)
    more = run(*command, "--resume", "--polnear", attributions, "--coreference", chains)

    assert alone.stdout.splitlines() == [
        "pronouns: 1",
        "pronouns right: 100.0 %",
        "descriptions: 1",
        "descriptions right: 100.0 %",
    ]
    assert set(weights) == {"pronoun", "description"}
    assert "2 automatic ones" in more.stderr
    assert weight_files.read(file) != weights


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_roles_are_fitted_again_to_the_same_weights_from_what_was_kept(
    speakers: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out" / "roles.json"
    command = ("train", "roles", "--speakers", speakers, "--out", tmp_path / "out")

    first = run(*command)
    weights = file.read_text(encoding="utf8")
    file.unlink()
    monkeypatch.delattr(survey, "scenes")  # nothing is to be analysed again
    again = run(*command, "--resume")

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert [line.split(": ")[0] for line in first.stdout.splitlines()] == ["descriptions", "roles"]
    assert again.stdout == first.stdout
    assert file.read_text(encoding="utf8") == weights
    assert "constant" in weight_files.read(file)


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_the_encoder_and_what_it_is_weighed_with_are_fitted_and_gone_on_with(
    attributions: pathlib.Path,
    speakers: pathlib.Path,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written(tmp_path / "more", "quay")
    folds = tmp_path / "folds.json"
    folds.write_text(json.dumps([["speakers/pier"], ["more/quay"]]), encoding="utf8")
    words = "[PAD] [UNK] [CLS] [SEP] the pier will hold said brand captain she".split()
    start = small_bert.written(tmp_path / "start", words, 16, 32, 6, places=400)
    out = tmp_path / "out"
    fit = (
        *("train", "encoder", "--polnear", attributions, "--folds", folds, "--start", start),
        *("--out", out),
    )
    weigh = ("train", "joint", "--folds", folds, "--encoders", out, "--out", out)

    first = run(*fit, "--steps", 1)
    weights = {file.name: load_encoder(file) for file in out.glob("*.npz")}
    monkeypatch.delattr(survey, "scenes")  # nothing is to be analysed again
    (out / "encoder.npz").unlink()
    longer = run(*fit, "--steps", 2, "--resume")
    monkeypatch.undo()
    joined = run(*weigh)

    assert (first.exit_code, longer.exit_code, joined.exit_code) == (0, 0, 0)
    assert set(weights) == {
        *("body.npz", "encoder.npz", "without-fold-0.npz", "without-fold-1.npz"),
    }
    assert "resumed at step 1" in longer.stderr
    assert (out / "encoder.npz").is_file()
    told = dict(line.split(": ") for line in longer.stdout.splitlines())
    assert told["articles with speakers"] == "2"
    assert joined.stdout.startswith("quotations: ")
    assert set(weight_files.read(out / "joint.json")) == NAMES


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_the_confidence_is_fitted_again_to_the_same_weights_from_what_was_kept(
    speakers: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more, file = written(tmp_path / "more", "quay"), tmp_path / "out" / "confidence.json"
    command = (
        *("train", "confidence", "--speakers", speakers, "--speakers", more),
        *("--out", tmp_path / "out"),
    )

    first = run(*command)
    weights = file.read_text(encoding="utf8")
    file.unlink()
    monkeypatch.delattr(survey, "scenes")  # nothing is to be analysed again
    again = run(*command, "--resume")

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "articles with speakers: 2 of 2" in first.stderr
    told = dict(line.split(": ") for line in first.stdout.splitlines())
    assert list(told) == [
        "answers",
        "calibration error, cross-validated",
        "Brier score, cross-validated",
    ]
    assert told["answers"] == "6"
    assert again.stdout == first.stdout
    assert file.read_text(encoding="utf8") == weights
    assert set(weight_files.read(file)) == {"constant", *inputs("name", 0.9, 0.9, 0.9)}


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_the_confidence_may_be_fitted_to_what_rankers_say_that_have_not_seen_an_article(
    attributions: pathlib.Path, speakers: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    more, out, apart = written(tmp_path / "more", "quay"), tmp_path / "out", tmp_path / "out/apart"
    fit = ("train", "confidence", "--speakers", speakers, "--speakers", more, "--out", out)

    rankers = run(
        *("train", "attribution", "--polnear", attributions, "--speakers", speakers),
        *("--out", out, "--apart"),
    )
    unseen = run(*fit, "--apart", apart)
    missing = run(*fit, "--apart", tmp_path / "nowhere")

    assert (rankers.exit_code, unseen.exit_code, missing.exit_code) == (0, 0, 1)
    assert {file.name for file in apart.glob("*.npz")} == {f"without-{n}.npz" for n in range(4)}
    assert unseen.stdout.startswith("answers: ")
    assert "without-0.npz" in missing.stderr
    assert missing.stderr.count("\n") == 1


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_a_single_article_is_too_little_to_fit_the_confidence(
    speakers: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    command = ("--speakers", speakers, "--speakers", speakers, "--out", tmp_path / "out")

    result = run("train", "confidence", *command)

    assert result.exit_code == 1
    assert "two or more articles" in result.stderr.splitlines()[-1]
    assert not (tmp_path / "out" / "confidence.json").exists()


def test_words_of_corpora_are_counted(tmp_path: pathlib.Path) -> None:
    text = tmp_path / "pier.txt"
    text.write_text("The old pier will hold. " * 50, encoding="utf8")

    corpora = (text, written_attributions(tmp_path / "pier.jsonl"))
    result = run("train", "words", *corpora, "--out", tmp_path / "out")

    assert result.exit_code == 0
    assert "corpora: 2 of 2" in result.stderr
    rows = (tmp_path / "out" / "stems.tsv").read_text(encoding="utf8").splitlines()
    assert any(row.startswith("pier\t") for row in rows)
    with np.load(tmp_path / "out" / "bigrams.npz") as table:
        assert "pier" in str(table["words"]).split()


def test_corpora_without_words_are_refused(tmp_path: pathlib.Path) -> None:
    text = tmp_path / "pier.txt"
    text.write_text(" \n", encoding="utf8")

    result = run("train", "words", text, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert result.stderr.endswith(f"quotes: no words in {text}\n")
    assert not (tmp_path / "out").exists()


PROCESSORS = ("vectors", "tokenizer", "lemmatizer", "tagger", "parser", "ner")


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        *(((name, "--data", "nowhere"), "nowhere") for name in PROCESSORS),
        (("attribution", "--polnear", "nowhere.jsonl"), "nowhere.jsonl: No such file"),
        (("speakers", "--speakers", "nowhere"), "nowhere: no articles in it"),
        (("confidence", "--speakers", "nowhere"), "nowhere: no articles in it"),
        (("versions", "--topics", "nowhere"), "nowhere: no topics in it"),
        (("words", "nowhere.txt"), "nowhere.txt: No such file"),
        (("pack", "--package", "made", "--models", "nowhere"), "nowhere"),
        (("tagger", "--data", "nowhere", "--device", "abacus"), "--device: torch cannot compute"),
        (("attribution", "--polnear", "nowhere", "--device", "abacus"), "--device: torch cannot"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_missing_is_told_in_one_line(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    complaint: str,
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("train", *command, "--out", tmp_path / "out")

    assert result.exit_code == (2 if " --" in result.stderr else 1)
    assert complaint in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


@pytest.mark.parametrize("processor", PROCESSORS)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00 no text\n\n",
        b"Pier\n\n",
        b"1\tPier\tpier\tNOUN\tNN\t_\t9\troot\t_\t_\n\n",
        b"2\tPier\tpier\tNOUN\tNN\t_\t0\troot\t_\t_\n\n",
        b"1-2\tPier\t_\t_\t_\t_\t_\t_\t_\t_\n1\tPier\tpier\tNOUN\tNN\t_\t0\troot\t_\t_\n\n",
    ],
    ids=["empty", "bytes", "columns", "head", "number", "token"],
)
def test_training_data_that_are_ill_formed_are_told_in_one_line(
    tmp_path: pathlib.Path, processor: str, content: bytes
) -> None:
    data = laid_out(tmp_path / "data")
    name = "ner/train.bio" if processor == "ner" else "ud/en_train.conllu"
    (data / name).write_bytes(content if processor != "ner" else content.replace(b"\t", b" "))

    result = run("train", processor, "--data", data, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert name in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("damage", [b"", b"no model", "missing"])
def test_a_package_to_begin_with_that_is_damaged_is_told_in_one_line(
    tmp_path: pathlib.Path, damage: bytes | str
) -> None:
    data, start = laid_out(tmp_path / "data"), tmp_path / "start"
    (start / "en" / "ner").mkdir(parents=True)
    if isinstance(damage, bytes):
        (start / "en" / "ner" / "news.pt").write_bytes(damage)

    result = run("train", "ner", "--data", data, "--out", tmp_path / "out", "--start", start)

    assert result.exit_code == 1
    assert "news.pt" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_package_that_training_needs_and_is_not_there_is_told_in_one_line(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)

    result = run("train", "tagger", "--data", tmp_path, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert result.stderr == "quotes: torch is not installed: pip install torch\n"


def test_a_command_without_its_data_is_a_usage_error(tmp_path: pathlib.Path) -> None:
    result = run("train", "tagger", "--out", tmp_path)

    assert result.exit_code == 2
    assert "--data" in result.stderr
