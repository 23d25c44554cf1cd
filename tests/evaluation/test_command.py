"""`python -m quotes.evaluation`, and the readers of gold below it."""

from __future__ import annotations

import json
import pathlib

import pytest

from quotes.evaluation import Speed, measure_speed
from quotes.evaluation.__main__ import main
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


@pytest.mark.parametrize("command", ["attribution", "speakers", "speed"])
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
