"""Reading annotated articles."""

from __future__ import annotations

import json
import pathlib

import pytest

from quotes.errors import FormatError
from quotes.training.gold import (
    GoldArticle,
    GoldAttribution,
    GoldSegment,
    Role,
    occurrences,
    polnear,
    speakers,
)

TEXT = "“The bridge is closed,” Ada Marsh said. The “soft” cheese melted."


def _polnear(folder: pathlib.Path, *rows: object) -> pathlib.Path:
    file = folder / "split.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf8")
    return file


def _row(**fields: object) -> dict[str, object]:
    attribution = {"source": [[24, 33]], "cue": [[34, 38]], "content": [[0, 23]]}
    return {"id": "a", "text": TEXT, "attributions": [attribution]} | fields


def _speakers(folder: pathlib.Path, gold: object, spans: object, text: str = TEXT) -> pathlib.Path:
    (folder / "one.txt").write_bytes(text.encode("utf8"))
    (folder / "one.gold.json").write_text(json.dumps(gold), encoding="utf8")
    (folder / "one.segs.json").write_text(json.dumps(spans), encoding="utf8")
    return folder


SAID = {
    "role": "speech",
    "speaker": "Ada Marsh",
    "mention": "Ada Marsh",
    "speaker_type": "person",
    "affiliation": "Elmford council",
    "title": "mayor",
}
SCARE = {"role": "not_speech", "speaker": None, "mention": None}
SPANS = [
    {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}
    for words in ("The bridge is closed,", "soft")
]


def test_an_attribution_is_read_as_ranges(tmp_path: pathlib.Path) -> None:
    [article] = polnear(_polnear(tmp_path, _row()))

    assert article == GoldArticle(
        "a", TEXT, attributions=(GoldAttribution(((24, 33),), ((34, 38),), ((0, 23),)),)
    )


def test_a_part_that_is_missing_is_empty_and_an_attribution_without_content_is_left_out(
    tmp_path: pathlib.Path,
) -> None:
    rows = _row(attributions=[{"content": [[0, 3], [5, 9]], "source": None}, {"cue": [[0, 2]]}])

    [article] = polnear(_polnear(tmp_path, rows))

    assert article.attributions == (GoldAttribution((), (), ((0, 3), (5, 9))),)


def test_articles_come_in_the_order_of_the_lines_and_blank_lines_are_passed_over(
    tmp_path: pathlib.Path,
) -> None:
    file = _polnear(tmp_path, _row(id="b"), _row(id="a"))

    assert [article.id for article in polnear(file)] == ["b", "a"]


@pytest.mark.parametrize(
    "row",
    [
        {"id": "a", "attributions": []},
        {"id": "a", "text": TEXT},
        [1, 2],
        "text",
        _row(attributions=[7]),
        _row(attributions=[{"content": [[1, 2, 3]]}]),
        _row(attributions=[{"content": 3}]),
    ],
)
def test_a_line_of_another_shape_is_named(tmp_path: pathlib.Path, row: object) -> None:
    file = _polnear(tmp_path, _row(), row)

    with pytest.raises(FormatError, match=r"split\.jsonl:2"):
        list(polnear(file))


def test_a_line_that_is_no_json_is_named(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "split.jsonl"
    file.write_text("{", encoding="utf8")

    with pytest.raises(FormatError, match=r"split\.jsonl:1"):
        list(polnear(file))


def test_speaker_annotations_are_joined_with_their_spans(tmp_path: pathlib.Path) -> None:
    [article] = speakers(_speakers(tmp_path, [SAID, SCARE], SPANS))

    said, scare = article.segments
    assert (article.id, article.text) == ("one", TEXT)
    assert said == GoldSegment(
        1, 22, Role.SPEECH, "Ada Marsh", "Ada Marsh", "person", "Elmford council", "mayor"
    )
    assert TEXT[said.start : said.end] == "The bridge is closed,"
    assert TEXT[scare.start : scare.end] == "soft"
    assert (said.speech, scare.speech) == (True, False)


def test_a_quoted_fragment_is_speech(tmp_path: pathlib.Path) -> None:
    [article] = speakers(_speakers(tmp_path, [SAID | {"role": "mixed"}], SPANS[:1]))

    assert article.segments[0].speech


def test_stretches_that_annotators_marked_as_glitches_are_left_out(tmp_path: pathlib.Path) -> None:
    [article] = speakers(_speakers(tmp_path, [SAID, SCARE | {"glitch": True}], SPANS))

    assert len(article.segments) == 1


def test_line_endings_are_kept_so_that_offsets_hold(tmp_path: pathlib.Path) -> None:
    text = TEXT.replace(" The", "\r\nThe")

    [article] = speakers(_speakers(tmp_path, [SAID, SCARE], SPANS, text))

    assert article.text == text


@pytest.mark.parametrize(
    ("gold", "spans"),
    [
        ([SAID], SPANS),
        ([SAID | {"role": "song"}], SPANS[:1]),
        ([{"role": "speech"}], SPANS[:1]),
        ([SAID], [{"start": 1}]),
        ({}, 3),
    ],
)
def test_speaker_annotations_of_another_shape_are_named(
    tmp_path: pathlib.Path, gold: object, spans: object
) -> None:
    folder = _speakers(tmp_path, gold, spans)

    with pytest.raises(FormatError, match=r"one\.gold\.json"):
        list(speakers(folder))


def test_an_empty_folder_has_no_articles(tmp_path: pathlib.Path) -> None:
    assert list(speakers(tmp_path)) == []


def test_occurrences_are_whole_words_within_the_bounds() -> None:
    text = "Marsh met Marshall, Marsh (Marsh) and Marsh."

    assert occurrences(text, "Marsh", 0, len(text)) == [(0, 5), (20, 25), (27, 32), (38, 43)]
    assert occurrences(text, "Marsh", 5, 30) == [(20, 25)]
    assert occurrences(text, "Marsh", -100, 5) == [(0, 5)]
    assert occurrences(text, "(Marsh)", 0, len(text)) == [(26, 33)]
