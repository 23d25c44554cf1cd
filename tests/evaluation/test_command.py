"""`python -m quotes.evaluation`, and the readers of gold below it."""

from __future__ import annotations

import json
import pathlib

import pytest

from quotes.evaluation import Speed, measure_speed
from quotes.evaluation.__main__ import main
from quotes.evaluation.retelling import Change, Miss
from quotes.training import gold

TEXT = "“The pier will hold,” said Odile Brand, the captain.\r\nThe “Old Lady” is a clock."
SAID = "The pier will hold,"


@pytest.fixture
def attributions(tmp_path: pathlib.Path) -> pathlib.Path:
    source = TEXT.index("Odile")
    row = {
        "id": "pier",
        "text": TEXT,
        "attributions": [
            {"source": [[source, source + 11]], "cue": None, "content": [[0, 21]]},
            {"source": [[source, source + 11]], "cue": [], "content": []},
        ],
    }
    file = tmp_path / "pier.jsonl"
    file.write_text(json.dumps(row) + "\n\n", encoding="utf8")
    return file


@pytest.fixture
def speakers(tmp_path: pathlib.Path) -> pathlib.Path:
    spans = [{"start": TEXT.index(w), "end": TEXT.index(w) + len(w)} for w in (SAID, "Old Lady")]
    rows = [
        {
            "role": "speech",
            "speaker": "Odile Brand",
            "speaker_type": "person",
            "mention": "Odile Brand",
            "title": "captain",
            "affiliation": None,
        },
        {"role": "not_speech", "speaker": None, "mention": None},
    ]
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "pier.txt").write_bytes(TEXT.encode())
    (folder / "pier.segs.json").write_text(json.dumps(spans), encoding="utf8")
    (folder / "pier.gold.json").write_text(json.dumps(rows), encoding="utf8")
    return folder


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
    attributions: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["attribution", str(attributions), "--json"]) == 0

    rows = json.loads(capsys.readouterr().out)
    perfect = {"precision": 1.0, "recall": 1.0, "f1": 1.0, "right": 1, "claimed": 1, "gold": 1}
    assert rows == {"detection": perfect, "end_to_end": perfect, "source": perfect}


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
def test_speakers_writes_an_aligned_table(
    speakers: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["speakers", str(speakers)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["P", "R", "F1", "right", "claimed", "gold"]
    assert lines[2].split() == ["full", "name", "100.0", "100.0", "100.0", "1", "1", "1"]
    assert lines[2].index("100.0") + 5 == lines[0].index("P") + 1
    assert [line for line in lines if line.startswith("left alone")]


@pytest.mark.models
@pytest.mark.usefixtures("one_thread")
@pytest.mark.parametrize("options", [[], ["--batched"]])
def test_speed_counts_the_words_of_a_folder_and_says_where_the_time_went(
    speakers: pathlib.Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert main(["speed", str(speakers), "--json", *options]) == 0

    rows = json.loads(capsys.readouterr().out)
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
    topics: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = (topics / "ferry.gold.json").read_text(encoding="utf8")
    (topics / "again.gold.json").write_text(again, encoding="utf8")

    assert main(["versions", str(topics), "--json"]) == 0

    rows = json.loads(capsys.readouterr().out)
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
def test_versions_writes_a_table(topics: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["versions", str(topics)]) == 0

    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[1:4] == [
        ["pairs", "100.0", "100.0", "100.0"],
        ["pairs", "given", "claimed", "100.0", "100.0", "100.0"],
        ["b", "cubed", "100.0", "100.0", "100.0"],
    ]
    assert lines[5] == ["segments", "2", "of", "2", "claimed", "(100.0", "%)"]
    assert lines[6] == ["cross", "speaker", "merges", "0"]


def test_the_help_of_versions_warns_of_topics_that_the_weights_were_fitted_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["versions", "--help"])

    told = " ".join(capsys.readouterr().out.split())
    assert "give too good a figure" in told
    assert "python -m quotes.training.versions" in told


def test_retellings_tells_pairs_by_change_and_near_misses_by_sort(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["retellings", "--quotes", "150", "--seed", "3", "--json"]) == 0

    rows = json.loads(capsys.readouterr().out)
    assert set(rows["by_change"]) == {change.name.lower() for change in Change}
    assert set(rows["near_misses_merged"]) == {miss.value for miss in Miss}
    for name in ("right", "claimed", "gold"):
        assert rows["pairs"][name] == sum(row[name] for row in rows["by_change"].values())
    assert rows["pairs"]["f1"] > 0.5
    assert all(row["merged"] <= row["of"] for row in rows["near_misses_merged"].values())


def test_retellings_writes_a_table_that_a_seed_repeats(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["retellings", "--quotes", "60"]
    assert main([*arguments, "--seed", "1"]) == 0
    first = capsys.readouterr().out
    assert main([*arguments, "--seed", "1"]) == 0
    assert capsys.readouterr().out == first
    assert main([*arguments, "--seed", "2"]) == 0
    assert capsys.readouterr().out != first

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
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], content: str, complaint: str
) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_bytes(content.encode("utf8", "surrogateescape"))

    assert main(["attribution", str(file)]) == 1

    captured = capsys.readouterr()
    assert complaint in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_gold_and_segments_of_different_number_are_refused(
    speakers: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (speakers / "pier.segs.json").write_text("[]", encoding="utf8")

    assert main(["speakers", str(speakers)]) == 1
    assert "pier.gold.json: not the documented shape" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["attribution", "speakers", "speed", "versions"])
def test_a_path_that_is_not_there_is_told_in_one_line(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main([command, str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_a_text_that_is_not_utf8_is_refused_for_speed(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "latin.txt"
    file.write_bytes(b"caf\xe9")

    assert main(["speed", str(file)]) == 1
    assert "latin.txt: not UTF-8" in capsys.readouterr().err
