"""Quotes as a table for the terminal (`quotes/render/table.py`)."""

from __future__ import annotations

import io

import attrs
import pytest
from rich.console import Console

from quotes.render.cells import shorten
from quotes.render.table import quotes_table
from quotes.types import (
    Affiliation,
    Kind,
    Method,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
    Unresolved,
)

SPEAKER = Speaker(
    "s1",
    "Ines Varley",
    SpeakerKind.PERSON,
    roles=("engineer", "diver"),
    affiliations=(Affiliation("Harbour Board", Span(40, 53, "Harbour Board")),),
)
QUOTE = Quote(
    id="q1",
    article_id=None,
    kind=Kind.DIRECT,
    text="It held, It stands.",
    segments=(Span(1, 9, "It held,"), Span(20, 30, "It stands.")),
    content=(Span(0, 10, "“It held,”"), Span(19, 31, "“It stands.”")),
    cue=Span(11, 15, "said"),
    source=Span(16, 19, "she"),
    via=None,
    speaker=SPEAKER,
    confidence=0.9,
    speaker_confidence=0.9,
    method=Method.RANKER,
    unresolved=None,
)


def printed(*quotes: Quote, title: str | None = None) -> str:
    out = io.StringIO()
    Console(file=out, width=140, color_system=None).print(quotes_table(quotes, title=title))
    return out.getvalue()


def cells(quote: Quote) -> list[str]:
    """The cells of the one row of a table, which is wide enough for a line."""
    row = printed(quote).splitlines()[3]
    return [cell for cell in (part.strip() for part in row.split("  ")) if cell]


def test_a_row_gives_the_words_the_speaker_and_the_cue() -> None:
    assert cells(QUOTE) == [
        "direct",
        "“It held,” “It stands.”",
        "Ines Varley",
        "engineer; diver",
        "Harbour Board",
        "said",
    ]


def test_a_quote_told_to_an_outlet_names_it() -> None:
    told = attrs.evolve(QUOTE, cue=Span(11, 15, "told"), via=Span(20, 22, "AB"))

    assert cells(told)[-1] == "told, via AB"


def test_without_a_cue_the_method_stands_in_brackets() -> None:
    assert cells(attrs.evolve(QUOTE, cue=None, method=Method.PATTERN))[-1] == "(pattern)"


def test_without_a_speaker_the_reason_stands_in_brackets() -> None:
    unknown = attrs.evolve(QUOTE, speaker=None, unresolved=Unresolved.NO_ANTECEDENT)

    assert cells(unknown)[2] == "(no antecedent)"


def test_words_that_were_not_reported_are_shown_without_a_content() -> None:
    title = attrs.evolve(QUOTE, kind=Kind.OTHER, text="Open Water", content=(), segments=())

    assert cells(title)[:2] == ["other", "Open Water"]


def test_brackets_in_the_article_and_in_the_title_are_no_markup() -> None:
    quote = attrs.evolve(QUOTE, content=(Span(0, 13, "[bold]It held"),))

    assert "[bold]It held" in printed(quote)
    assert "[red]news.txt" in printed(quote, title="[red]news.txt")


def test_control_characters_of_the_article_never_reach_the_terminal() -> None:
    hostile = attrs.evolve(QUOTE, content=(Span(0, 9, "a\x1b[2Jb\u202ec\ud800"),))

    assert "a\ufffd[2Jb\ufffdc\ufffd" in printed(hostile)


def test_a_quote_over_several_paragraphs_is_one_line() -> None:
    quote = attrs.evolve(QUOTE, content=(Span(0, 9, "“A\r\n\r\n“B”"),))

    assert cells(quote)[1] == "“A “B”"


def test_no_quotes_are_a_table_without_rows() -> None:
    assert quotes_table([]).row_count == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It held", "It held"),
        ("  It \n held  ", "It held"),
        ("exactly 16 chars", "exactly 16 chars"),
        ("It held, and it still stands", "It held, and …"),
        ("It held and, it still stands", "It held and …"),
        ("Unbreakable-as-can-be", "Unbreakable-as …"),
        ("", ""),
    ],
)
def test_a_long_text_is_cut_at_a_word(text: str, expected: str) -> None:
    assert shorten(text, 16) == expected
    assert len(shorten(text, 16)) <= 16


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (50, ["kind", "quote", "speaker"]),
        (60, ["kind", "quote", "speaker", "role"]),
        (80, ["kind", "quote", "speaker", "role", "affiliation"]),
        (200, ["kind", "quote", "speaker", "role", "affiliation", "how"]),
    ],
)
def test_columns_are_left_out_before_names_break(width: int, columns: list[str]) -> None:
    out = io.StringIO()
    table = quotes_table([QUOTE] * 2, width=width)
    Console(file=out, width=width, color_system=None).print(table)

    assert out.getvalue().split("\n")[1].split() == columns
    assert out.getvalue().count("Ines Varley") == 2
