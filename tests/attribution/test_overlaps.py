"""Contents of quotes nest or stand apart; where two cross, the surer has its way."""

from __future__ import annotations

import itertools
import random

from quotes.attribution.content import Range
from quotes.attribution.overlaps import apart
from quotes.attribution.relation import Relation
from quotes.marks import Marked
from quotes.types import Kind, Method

TEXT = "The port is shut, the clerk said, and it will open, she added, in May or in June."


def _report(*content: Range, speech: float = 0.6, segments: tuple[Range, ...] = ()) -> Relation:
    kind = Kind.MIXED if segments else Kind.INDIRECT
    return Relation(kind, segments, content, None, None, None, None, speech, 1.0, Method.SYNTAX)


def _marked(start: int, end: int, index: int = 0) -> Marked:
    return Marked(index, start, end, start + 1, end - 1, 0, None, None, True, False)


def _contents(*relations: Relation, marked: tuple[Marked, ...] = ()) -> list[tuple[Range, ...]]:
    return [r.content for r in apart(TEXT, marked, relations)]


def test_contents_that_nest_or_stand_apart_stay_as_they_are() -> None:
    rows = [_report((0, 30)), _report((4, 10)), _report((40, 50))]

    assert apart(TEXT, (), rows) == tuple(rows)


def test_of_two_contents_that_cross_the_less_sure_keeps_what_lies_outside() -> None:
    assert _contents(_report((0, 16)), _report((9, 31), speech=0.9)) == [((0, 8),), ((9, 31),)]
    assert _contents(_report((0, 16), speech=0.9), _report((9, 31))) == [((0, 16),), ((18, 31),)]


def test_signs_between_two_contents_belong_to_neither() -> None:
    first, second = _report((0, 18), speech=0.9), _report((5, 31))

    cut = _contents(first, second)[1]

    assert TEXT[slice(*cut[0])] == "the clerk said"[: cut[0][1] - cut[0][0]]
    assert TEXT[cut[0][0]].isalnum()


def test_of_equally_sure_contents_the_shorter_has_its_way() -> None:
    assert _contents(_report((0, 31)), _report((18, 40)))[1] == ((18, 40),)
    assert _contents(_report((0, 25)), _report((18, 60)))[0] == ((0, 25),)


def test_a_report_of_the_same_words_as_another_is_left_out() -> None:
    assert _contents(_report((0, 16)), _report((0, 16), speech=0.9)) == [((0, 16),)]
    assert apart(TEXT, (), [_report((0, 16)), _report((0, 16), speech=0.9)])[0].speech == 0.9


def test_a_report_of_which_no_word_is_left_is_left_out() -> None:
    assert _contents(_report((0, 16), speech=0.9), _report((4, 18))) == [((0, 16),)]


def test_words_between_marks_stay_with_their_quote_however_unsure() -> None:
    quote = _report((4, 40), speech=0.1, segments=((5, 19),))
    report = _report((0, 30), speech=0.9)

    found = _contents(quote, report, marked=(_marked(4, 20),))

    assert found[0] == ((4, 40),)
    assert found[1] == ((0, 3),)


def test_a_quote_that_gives_way_keeps_its_marked_words() -> None:
    sure = _report((0, 30), speech=0.9, segments=((1, 9),))
    unsure = _report((12, 45), speech=0.2, segments=((36, 44),))

    found = _contents(sure, unsure, marked=(_marked(0, 10), _marked(35, 45, 1)))

    assert found == [((0, 30),), ((35, 45),)]


def test_what_comes_out_never_crosses_and_never_coincides() -> None:
    draw = random.Random(7)
    for _ in range(300):
        spans = [sorted(draw.sample(range(len(TEXT)), 2)) for _ in range(4)]
        rows = [_report((a, b), speech=draw.random()) for a, b in spans]

        found = [span for content in _contents(*rows) for span in content]

        assert len(set(found)) == len(found)
        for (a, b), (c, d) in itertools.combinations(found, 2):
            assert b <= c or d <= a or (a <= c and d <= b) or (c <= a and b <= d)


def test_each_part_of_a_content_keeps_only_the_marked_words_within_it() -> None:
    sure = _report((30, 50), speech=0.9, segments=((31, 49),))
    unsure = _report((0, 10), (45, 70), speech=0.2, segments=((1, 9), (61, 69)))
    marked = (_marked(0, 10), _marked(30, 50, 1), _marked(60, 70, 2))

    assert _contents(sure, unsure, marked=marked) == [((30, 50),), ((0, 10), (60, 70))]
