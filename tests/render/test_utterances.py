"""Utterances for the terminal (`quotes/render/utterances.py`)."""

from __future__ import annotations

import io
import pathlib
import re

import attrs
import pytest
from rich.console import Console, RenderableType

from quotes.render.utterances import related_view, utterance_view
from quotes.types import Reason, Utterance, VersionRelation
from tests.render.retold import FORM, VARLEY, WALL, WALL_LINKS, link, utterance, version

ROOT = pathlib.Path(__file__).parent.parent.parent


def printed(view: RenderableType, *, width: int = 120, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
    )
    console.print(view)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def lines(shown: Utterance, **options: object) -> list[str]:
    """What is printed of an utterance, with one space for many."""
    view = utterance_view(shown, plain=True, **options)  # type: ignore[arg-type]
    return [" ".join(line.split()) for line in printed(view).splitlines()]


def test_the_documented_tables_are_what_is_printed() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf8")
    match = re.search(r"<!-- utterance -->\n```text\n(.*?)^```", page, re.M | re.S)
    assert match is not None

    view = utterance_view(WALL, plain=True, links=WALL_LINKS)
    assert printed(view, width=100).strip() == match[1].strip()


def test_the_speaker_stands_above_the_form_and_the_reason_for_it() -> None:
    assert lines(WALL)[:3] == [
        "Ines Varley · chief engineer · Lowmere Harbour Board",
        FORM,
        "the fullest of 4 versions, in Lowmere Courier",
    ]


def test_versions_with_the_same_words_and_name_share_a_row() -> None:
    row = lines(WALL)[3]

    assert row.startswith("verbatim 0.99–1.00 Lowmere Courier,")
    assert row.endswith("(the same words) Ines Varley")
    assert lines(WALL)[4] == "Skerrow Herald"


def test_versions_that_name_the_speaker_otherwise_have_rows_of_their_own() -> None:
    same = utterance(
        version(FORM, article="x", speaker="Ines Varley"),
        version(FORM, article="y", speaker="Varley"),
    )

    assert lines(same)[3:5] == [
        "edited 0.90 x (the same words) Ines Varley",
        "edited 0.90 y (the same words) Varley",
    ]


def test_a_row_gives_relation_similarity_outlet_words_and_the_speaker_as_named_there() -> None:
    rows = lines(WALL)

    assert "edited 0.93 Evening Tidings “We *made* the wall for a hundred winters” … Varley" in rows


def test_an_article_without_an_outlet_goes_by_its_id() -> None:
    assert any(row.startswith("indirect 0.71 news/four.txt … it *would*") for row in lines(WALL))


def test_a_version_without_a_speaker_says_why() -> None:
    assert any(row.endswith("(no source)") for row in lines(WALL))


def test_of_one_version_nothing_is_said_twice() -> None:
    alone = utterance(version(FORM, article="x"), reason=Reason.ONLY, speaker=VARLEY)

    assert lines(alone)[1:] == [FORM, "the only version, in x"]


def test_of_one_version_with_a_shorter_name_the_name_is_shown() -> None:
    alone = utterance(version(FORM, speaker="Varley"), reason=Reason.ONLY, speaker=VARLEY)

    assert lines(alone)[3] == "edited 0.90 a1 (the same words) Varley"


def test_an_utterance_of_nobody_says_so() -> None:
    assert lines(utterance(version(FORM, speaker=None)))[0] == "(speaker unknown)"


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (Reason.AGREED, "the commonest of the fullest of 2 versions, as in x"),
        (Reason.NATURAL, "the fullest version that no machine seems to have reworded, in x"),
    ],
)
def test_the_reason_for_the_form_is_told(reason: Reason, expected: str) -> None:
    two = utterance(version(FORM, article="x"), version("It held", article="y"), reason=reason)

    assert lines(two)[2] == expected


def test_a_version_that_a_machine_reworded_is_called_so() -> None:
    text = " ".join(lines(utterance(version(FORM), version("It held", article="y", machine=True))))

    assert "y (machine-reworded)" in text


def test_two_articles_of_one_outlet_are_told_apart() -> None:
    text = " ".join(
        lines(
            utterance(
                version(FORM, article="x", outlet="Herald"),
                version("It held", article="y", outlet="Herald"),
            )
        )
    )

    assert "Herald (x)" in text
    assert "Herald (y)" in text


def test_two_versions_in_one_article_are_told_apart() -> None:
    text = " ".join(lines(utterance(version(FORM, quote="q1"), version("It held", quote="q4"))))

    assert "a1 q1" in text
    assert "a1 q4" in text


def test_explained_are_the_strongest_links_that_hold_the_versions_together() -> None:
    rows = lines(WALL, links=WALL_LINKS)
    why = rows[rows.index("why they are one:") + 1 :]

    assert why == [
        "0.99 Lowmere Courier ~ Skerrow Herald in order +2.50, identical +0.80",
        "0.93 Lowmere Courier ~ Evening Tidings adjacent +2.30, unequal -0.65, speaker short +0.30",
        "0.71 Lowmere Courier ~ news/four.txt indirect shared +2.40, one indirect -0.30, "
        "context +0.20",
    ]


def test_links_of_other_utterances_explain_nothing_here() -> None:
    strange = (link("news/four.txt", "elsewhere", 0.99, adjacent=9.0), *WALL_LINKS)

    assert lines(WALL, links=strange) == lines(WALL, links=WALL_LINKS)


def test_words_that_differ_stand_out_in_a_terminal() -> None:
    view = utterance_view(utterance(version(FORM), version("We made the wall", article="y")))

    text = printed(view, colour=True)

    assert "We \x1b[4;33mmade\x1b[0m the wall" in text
    assert "\x1b[2m…\x1b[0m" in text
    assert "*" not in text


def test_without_colours_there_are_no_control_codes() -> None:
    text = printed(utterance_view(WALL, plain=True, links=WALL_LINKS))

    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 120


def test_brackets_in_an_article_are_no_markup() -> None:
    shown = utterance(
        version("[bold]We built", outlet="[red]Herald", article="[i]x", speaker="[b]Varley"),
        version("[/x] [the wall]", outlet="[dim]Tidings", article="y"),
        text="[bold]We built [the wall]",
        speaker=attrs.evolve(VARLEY, name="[u]Ines", roles=("[s]chief",)),
    )
    text = " ".join(lines(shown, links=[link("[i]x", "y", 0.8, adjacent=1.0)]))

    for words in (
        "[bold]We built",
        "[red]Herald",
        "[b]Varley",
        "[the wall]",
        "[u]Ines",
        "[s]chief",
    ):
        assert words in text


def test_control_characters_never_reach_the_terminal() -> None:
    bad = "\x1b[2J\u202e\ud800"
    one = version(f"a{bad}b", outlet=f"o{bad}", speaker=f"s{bad}")
    other = version(f"c{bad}d", article=f"x{bad}", speaker=f"t{bad}")
    speaker = attrs.evolve(VARLEY, name=f"n{bad}", roles=(f"r{bad}",))
    shown = utterance(one, other, text=f"f{bad}", speaker=speaker)
    pair = link("a1", f"x{bad}", 0.5, adjacent=1.0)

    views = [utterance_view(shown, links=[pair]), related_view([pair], [shown])]
    for view in views:
        text = printed(view)
        assert not {"\x1b", "\u202e", "\ud800"} & set(text)
        assert "\ufffd" in text


def test_a_very_long_form_is_cut_at_a_word() -> None:
    form = "held " * 2000

    text = printed(utterance_view(utterance(version("It held"), text=form)))

    assert len(text) < 2500
    assert "held …" in text


def test_a_related_pair_gives_both_quotes_with_their_speakers() -> None:
    named = utterance(version(FORM, article="x", outlet="Herald"))
    unnamed = utterance(
        version(
            "the wall would stand",
            article="y",
            speaker=None,
            relation=VersionRelation.INDIRECT,
        )
    )

    view = related_view([link("x", "y", 0.62)], [named, unnamed], plain=True)
    rows = [" ".join(line.split()) for line in printed(view).splitlines()]

    assert rows[0] == "May coincide; the speaker of only one is named"
    assert rows[1].startswith("0.62 Herald Ines Varley We built the wall for a hundred winters,")
    assert rows[-1] == "y (no source) … the wall *would* stand …"


@pytest.mark.parametrize(("width", "speakers"), [(60, 0), (80, 2), (200, 2)])
def test_names_are_whole_however_narrow_the_lines(width: int, speakers: int) -> None:
    shown = printed(utterance_view(WALL, plain=True, width=width), width=width)

    heading, rows = shown.split("in Lowmere Courier")
    assert heading.startswith("Ines Varley")
    words = rows.split()
    assert {"Lowmere", "Courier,", "Skerrow", "Herald", "Evening", "Tidings"} <= set(words)
    assert words.count("Varley") == speakers
    assert max(map(len, shown.splitlines())) <= width
