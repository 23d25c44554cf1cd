"""What `verify` found, as lines to read (needs the extra `cli`)."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.render.cells import one_line, shorten
from quotes.types import Difference, Marking, Place, Span, Verification

_LONGEST = 200
_MARKINGS = {
    Marking.WHOLE: "between quotation marks",
    Marking.PARTLY: "partly between quotation marks",
    Marking.NONE: "not between quotation marks",
}


def verified_lines(name: str, found: Verification) -> Iterator[str]:
    """The lines for one article: the status, each place with what differs there, the warnings.

    Offsets are those of the article's text; long texts are shortened at a word.
    """
    yield f"{one_line(name)}: {found.status.value}"
    for place in found.places:
        yield from _place_lines(place)
    for warning in found.warnings:
        yield f"  warning: the article has HTML {warning.value}"


def _place_lines(place: Place) -> Iterator[str]:
    where = ", ".join(f"{span.start}-{span.end}" for span in place.spans)
    words = " … ".join(_text(span) for span in place.spans)
    yield f"  {where} ({_MARKINGS[place.marking]}): {words}"
    for difference in place.differences:
        yield f"    {difference.kind.value}: {_sides(difference)}"


def _sides(difference: Difference) -> str:
    given, original = difference.given, difference.original
    sides = [f"given: {_text(given)}"] if given else []
    if original:
        sides.append(f"article: {_text(original)}")
    return " | ".join(sides)


def _text(span: Span) -> str:
    return one_line(shorten(span.text, _LONGEST))
