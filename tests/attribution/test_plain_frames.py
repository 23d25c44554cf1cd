"""Who is the source, and what is reported, in frames that say it plainly."""

from __future__ import annotations

import pytest

from quotes.attribution import relations
from quotes.types import Kind
from tests.attribution.sentences import scene


def _attributed(text: str) -> list[tuple[str, str | None, str]]:
    """The kind, the source and the content of each quote."""
    return [
        (
            r.kind.value,
            text[r.mention.start : r.mention.end] if r.mention else None,
            " … ".join(text[a:b] for a, b in r.content),
        )
        for r in relations(scene(text))
        if r.kind is not Kind.OTHER
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A sentence in marks was said, and the one who acts beside it is the likeliest source.
        (
            "“That beam is new.” Odo Fenwick looks at the roof.",
            ("direct", "Odo Fenwick", "“That beam is new.”"),
        ),
        # Those who are told stand before the marks and are not reported.
        (
            "The hall fell silent when Odo Fenwick urged members, “Read what I signed first.”",
            ("direct", "Odo Fenwick", "“Read what I signed first.”"),
        ),
        # The outlet that quotes somebody is no part of what was said.
        (
            "Odo Fenwick was quoted as saying “We wait” by the Courier.",
            ("direct", "Odo Fenwick", "“We wait”"),
        ),
        # The time of telling is not what was told.
        (
            "In addition, the board plans to sell the mill, a spokesman announced Monday morning.",
            ("indirect", "a spokesman", "the board plans to sell the mill"),
        ),
    ],
)
def test_a_plain_frame_has_its_source_and_its_words(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in _attributed(text)
