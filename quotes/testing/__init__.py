"""Articles with their quotes marked inline, for the library's own tests and for its users'.

Write an article in the mark-up of `quotes.testing.markup`, `parse` it, and `compare` what is
extracted from `fixture.article` with what the mark-up says:

    fixture = quotes.testing.parse(pathlib.Path("ours.quotes").read_text(encoding="utf8"))
    assert quotes.testing.compare(fixture, quotes.extract(fixture.article)) == []

`assert_sound` asserts what holds of the quotes of any text at all.
"""

from quotes.testing.bundled import fixtures, load
from quotes.testing.comparison import Difference, compare
from quotes.testing.markup import Expected, Fixture, parse
from quotes.testing.soundness import assert_sound, faults

__all__ = [
    "Difference",
    "Expected",
    "Fixture",
    "assert_sound",
    "compare",
    "faults",
    "fixtures",
    "load",
    "parse",
]
