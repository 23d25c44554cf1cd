"""What the gate says can be judged by a person (`tests/gate/report.py`)."""

from __future__ import annotations

import attrs

from tests.gate import report
from tests.gate.comparison import LOST, UTTERANCES, Change
from tests.gate.floors import Step
from tests.gate.golden import QuoteRow, UtteranceRow
from tests.gate.words import Words

TEXT = "“It will open in May,” said Ada Marsh, the mayor of Orrin."
ROW = QuoteRow(
    "direct", ((1, 21),), ((0, 22),), ((23, 27),), ((28, 37),), (), "person 28-37", "43-48", ""
)
READERS = {("news", "bridge"): Words({"bridge": TEXT}, plain=False)}


def _told(*changes: Change, shown: int | None = None) -> list[str]:
    return list(report.differences(changes, READERS, shown=shown))


def test_a_changed_speaker_is_told_with_the_words_of_the_article() -> None:
    silent = attrs.evolve(ROW, speaker="?no_source", roles="")

    told = _told(Change("news", "bridge", ("speaker", "roles"), ROW, silent))

    assert told == [
        "",
        "== speaker (1)",
        "   news/bridge at 0, direct",
        "     “It will open in May,”",
        "     speaker:",
        "     - Ada Marsh (person)",
        "     + (none: no_source)",
        "     roles:",
        "     - mayor",
        "     + (none)",
    ]


def test_a_lost_quote_is_told_with_its_speaker() -> None:
    told = _told(Change("news", "bridge", (LOST,), ROW, None))

    assert told[1:] == [
        "== lost quote (1)",
        "   news/bridge at 0, direct",
        "     “It will open in May,”",
        "     - source Ada Marsh [28-37]; cue said [23-27]; speaker Ada Marsh (person); "
        "roles mayor",
    ]


def test_changed_places_are_told_with_words_and_offsets() -> None:
    shorter = attrs.evolve(ROW, segments=((1, 13),))

    told = _told(Change("news", "bridge", ("segments",), ROW, shorter))

    assert told[-2:] == ["     - It will open in May, [1-21]", "     + It will open [1-13]"]


def test_of_an_utterance_only_the_lines_that_changed_are_told() -> None:
    row = UtteranceRow(("bridge:0-22=verbatim", "other:0-9=edited"), "person 28-37", "", "")
    alone = attrs.evolve(row, versions=row.versions[:1])

    told = _told(Change("news", "bridge", (UTTERANCES,), row, alone))

    assert told[1:] == [
        "== utterances (1)",
        "   news/bridge",
        "     - other, edited: other@0-9",
    ]


def test_each_group_is_capped_and_says_how_many_more_there_are() -> None:
    rows = [attrs.evolve(ROW, content=((0, n),)) for n in (20, 21, 22)]
    lost = [Change("news", "bridge", (LOST,), row, None) for row in rows]

    told = _told(*lost, shown=2)

    assert told[-1] == "   … 1 more: --all"
    assert sum("news/bridge" in line for line in told) == 2
    assert sum("news/bridge" in line for line in _told(*lost)) == 3


def test_a_change_that_many_quotes_of_an_article_share_is_shown_once() -> None:
    pairs = [
        (attrs.evolve(ROW, content=((0, n),)), attrs.evolve(ROW, content=((0, n),), roles=""))
        for n in (20, 21, 22)
    ]

    told = _told(*(Change("news", "bridge", ("roles",), *pair) for pair in pairs), shown=1)

    assert told[1] == "== roles (3)"
    assert told[-1] == "     and the same of 2 more in this article"
    assert sum("news/bridge" in line for line in told) == 1


def test_the_summary_counts_every_field_that_changed() -> None:
    silent = attrs.evolve(ROW, speaker="?no_source", roles="")
    changes = [
        Change("news", "bridge", ("speaker", "roles"), ROW, silent),
        Change("blogs", "dam", (LOST,), ROW, None),
    ]

    assert list(report.summary(changes)) == [
        "2 differences in 2 articles or groups",
        "  lost quote 1, speaker 1, roles 1",
        "  news 1, blogs 1",
    ]
    assert list(report.summary([])) == ["no differences"]


def test_scores_that_fell_are_told_before_those_that_rose() -> None:
    steps = [
        Step("news", "role F1", 0.8, 0.9),
        Step("news", "ECE", 0.03, 0.05),
        Step("news", "kept", 1.0, None),
        Step("news", "fresh F1", None, 0.5),
    ]

    assert list(report.scored(steps)) == [
        "4 scores: 2 below their floors, 1 above, 1 without one",
        "  below  news: ECE (less is better) 0.03 → 0.05",
        "  below  news: kept 1 → gone",
        "  above  news: role F1 0.8 → 0.9",
    ]
