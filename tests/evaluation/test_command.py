"""`python -m quotes evaluate`, and the readers of gold below it."""

from __future__ import annotations

import json
import pathlib

import pytest

from quotes.evaluation import Speed, measure_speed
from quotes.evaluation.retelling import Change, Miss
from quotes.training import gold
from tests.cli.running import run
from tests.evaluation.articles import SAID, TEXT, written_attributions, written_speakers


@pytest.fixture
def attributions(tmp_path: pathlib.Path) -> pathlib.Path:
    return written_attributions(tmp_path / "pier.jsonl")


@pytest.fixture
def speakers(tmp_path: pathlib.Path) -> pathlib.Path:
    return written_speakers(tmp_path / "gold")


def test_the_reader_of_attributions_leaves_out_those_without_content(
    attributions: pathlib.Path,
) -> None:
    (article,) = gold.polnear(attributions)

    (relation,) = article.attributions
    assert article.text == TEXT
    assert (relation.content, relation.cue) == (((0, 21),), ())


def test_the_reader_of_speakers_keeps_line_ends_and_every_field(speakers: pathlib.Path) -> None:
    (article,) = gold.speakers(speakers)

    first, second = article.segments
    assert article.text == TEXT
    assert article.text[first.start : first.end] == SAID
    assert (first.role, first.speaker, first.title) == (gold.Role.SPEECH, "Odile Brand", "captain")
    assert (first.speech, second.speech) == (True, False)


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_attribution_writes_scores_as_json(
    attributions: pathlib.Path,
) -> None:
    rows = json.loads(run("evaluate", "attribution", attributions, "--json").stdout)

    perfect = {"precision": 1.0, "recall": 1.0, "f1": 1.0, "right": 1, "claimed": 1, "gold": 1}
    assert rows == {"detection": perfect, "end_to_end": perfect, "source": perfect}


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_speakers_writes_an_aligned_table(
    speakers: pathlib.Path,
) -> None:
    lines = run("evaluate", "speakers", speakers).stdout.splitlines()

    assert lines[0].split() == ["P", "R", "F1", "right", "claimed", "gold"]
    assert lines[2].split() == ["full", "name", "100.0", "100.0", "100.0", "1", "1", "1"]
    assert lines[2].index("100.0") + 5 == lines[0].index("P") + 1
    assert [line for line in lines if line.startswith("left alone")]


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
@pytest.mark.parametrize("options", [[], ["--batched"]])
def test_speed_counts_the_words_of_a_folder_and_says_where_the_time_went(
    speakers: pathlib.Path, options: list[str]
) -> None:
    rows = json.loads(run("evaluate", "speed", speakers, "--json", *options).stdout)

    assert (rows["articles"], rows["words"]) == (1, len(TEXT.split()))
    assert rows["words_per_second"] == pytest.approx(rows["words"] / rows["seconds"])
    assert sum(rows["shares"].values()) == pytest.approx(1)
    assert {"tokens, tags, entities", "syntax"} & set(rows["shares"])


@pytest.fixture
def topics(tmp_path: pathlib.Path) -> pathlib.Path:
    said = "The old ferry will cross the sound again before the winter storms arrive"
    texts = {
        "3_1": f'"{said}," said Odile Brand, the captain of the harbour.\n',
        "3_2": f'Odile Brand, the captain of the harbour, said: "{said}."\n',
    }
    rows = [{"doc": d, "id": 0, "role": "speech", "entity": "brand"} for d in texts]
    clusters = [{"id": "c1", "members": [f"{doc}:0" for doc in texts]}]
    (tmp_path / "docs").mkdir()
    for name, text in texts.items():
        (tmp_path / "docs" / f"{name}.txt").write_text(text, encoding="utf8")
    held = {"segments": rows, "clusters": clusters}
    (tmp_path / "ferry.gold.json").write_text(json.dumps(held), encoding="utf8")
    return tmp_path


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_versions_sums_the_scores_of_topics(
    topics: pathlib.Path,
) -> None:
    again = (topics / "ferry.gold.json").read_text(encoding="utf8")
    (topics / "again.gold.json").write_text(again, encoding="utf8")

    rows = json.loads(run("evaluate", "versions", topics, "--json").stdout)

    perfect = {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert rows == {
        "pairs": perfect,
        "pairs_given_claimed": perfect,
        "b_cubed": perfect,
        "indirect": {"joined": 0, "of": 0},
        "segments": {"claimed": 4, "of": 4},
        "cross_speaker_merges": 0,
    }


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_versions_writes_a_table(topics: pathlib.Path) -> None:
    result = run("evaluate", "versions", topics)

    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines[1:4] == [
        ["pairs", "100.0", "100.0", "100.0"],
        ["pairs", "given", "claimed", "100.0", "100.0", "100.0"],
        ["b", "cubed", "100.0", "100.0", "100.0"],
    ]
    assert lines[5] == ["segments", "2", "of", "2", "claimed", "(100.0", "%)"]
    assert lines[6] == ["cross", "speaker", "merges", "0"]


def test_the_help_of_versions_warns_of_topics_that_the_weights_were_fitted_on() -> None:
    told = " ".join(run("evaluate", "versions", "--help").stdout.split())

    assert "give too good a figure" in told
    assert "python -m quotes train versions" in told


def test_retellings_tells_pairs_by_change_and_near_misses_by_sort() -> None:
    result = run("evaluate", "retellings", "--quotes", 150, "--seed", 3, "--json")

    rows = json.loads(result.stdout)
    assert set(rows["by_change"]) == {change.name.lower() for change in Change}
    assert set(rows["near_misses_merged"]) == {miss.value for miss in Miss}
    for name in ("right", "claimed", "gold"):
        assert rows["pairs"][name] == sum(row[name] for row in rows["by_change"].values())
    assert rows["pairs"]["f1"] > 0.5
    assert all(row["merged"] <= row["of"] for row in rows["near_misses_merged"].values())


def test_retellings_writes_a_table_that_a_seed_repeats() -> None:
    arguments = ("evaluate", "retellings", "--quotes", 60)
    first, again, other = (run(*arguments, "--seed", seed).stdout for seed in (1, 1, 2))

    assert again == first
    assert other != first

    assert first.splitlines()[1].startswith("pairs ")
    assert all(f"  {change.name.lower()} " in first for change in Change)
    assert " merged" in first.splitlines()[-1]


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_the_speed_of_nothing_is_measured_without_a_crash() -> None:
    result = measure_speed([])

    assert isinstance(result, Speed)
    assert (result.articles, result.words, result.words_per_second) == (0, 0, 0.0)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "bad.jsonl:1: not the documented shape"),
        ('{"id": "a", "text": "b"}', "attributions"),
        (
            '{"id": "a", "text": "b", "attributions": [{"content": [["x", 2]]}]}',
            "not the documented",
        ),
        ("[]", "not the documented shape"),
        ("", "no articles in it"),
        ("\udcff", "not the documented shape"),
    ],
)
def test_gold_of_the_wrong_shape_is_one_line_on_standard_error(
    tmp_path: pathlib.Path, content: str, complaint: str
) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_bytes(content.encode("utf8", "surrogateescape"))

    result = run("evaluate", "attribution", file)

    assert result.exit_code == 1
    assert complaint in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_gold_and_segments_of_different_number_are_refused(
    speakers: pathlib.Path,
) -> None:
    (speakers / "pier.segs.json").write_text("[]", encoding="utf8")

    result = run("evaluate", "speakers", speakers)

    assert result.exit_code == 1
    assert "pier.gold.json: not the documented shape" in result.stderr


@pytest.mark.parametrize(
    "command", ["attribution", "speakers", "speed", "versions", "calibration", "analysis"]
)
def test_a_path_that_is_not_there_is_told_in_one_line(tmp_path: pathlib.Path, command: str) -> None:
    result = run("evaluate", command, tmp_path / "nowhere")

    assert result.exit_code == 1
    assert "nowhere" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_text_that_is_not_utf8_is_refused_for_speed(
    tmp_path: pathlib.Path,
) -> None:
    file = tmp_path / "latin.txt"
    file.write_bytes(b"caf\xe9")

    result = run("evaluate", "speed", file)

    assert result.exit_code == 1
    assert "latin.txt: not UTF-8" in result.stderr
