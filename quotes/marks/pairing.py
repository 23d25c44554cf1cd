"""The grammar: which marks of a paragraph open, which close which, which are none.

A paragraph's marks are read from left to right. Each is read as opening, as closing what is open,
or as no mark; the well-nested reading with the highest sum of scores wins. This is a Viterbi search
over the stacks of open marks, with a beam of fixed width: linear in the number of marks. Odd, stray
and wrong-way marks need no rules of their own: they are what the best reading leaves over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

import attrs

from quotes.marks.evidence import Mark
from quotes.marks.glyphs import Family

DEPTH = 4
_BEAM = 10
_HOPELESS = -8
_SAME_STYLE_INSIDE = -14
_SAME_FAMILY_INSIDE = -6
LOOKS_OPENING, LOOKS_CLOSING = 3, 4
"""The scores from which on a mark opens, or closes, by its looks alone."""
_NEVER_CLOSED = -3
_REOPENED = 1
_OPENED_AGAIN = -2
# A double mark closed by a single one, after a stop.
_TYPING_SLIP, _AFTER_STOP = -5, 4
_SHORT, _LONG, _PER_LENGTH, _MOST = 50, 400, 150, -3

# What is open: the innermost mark's index and what is open around it.
_Stack: TypeAlias = "tuple[int, _Stack] | None"
# What was read so far, last step first.
_Trail: TypeAlias = "tuple[Pair, _Trail] | None"


@attrs.frozen
class Pair:
    """An opening mark and the mark that closes it (None: nothing does); indices of marks.

    `again` says that `closing` does not close it but opens it again.
    """

    opening: int
    closing: int | None
    again: bool = False


class _State(NamedTuple):
    score: int
    stack: _Stack
    trail: _Trail


def _fit(first: Mark, last: Mark) -> int | None:
    """How well two marks go together; None if they cannot."""
    if first.family is not last.family:
        slip = first.family is Family.DOUBLE and last.family is Family.SINGLE
        return _TYPING_SLIP if slip and last.closing >= _AFTER_STOP else None
    if first.family is not Family.SINGLE:
        return 0
    # Two apostrophes far apart look like a pair; a short pair likely is one.
    length = last.start - first.end
    if length <= _SHORT:
        return 1
    return max(_MOST, -max(0, length - _LONG) // _PER_LENGTH)


def pair(
    marks: Sequence[Mark],
    reopened: Callable[[Mark], bool],
    again: Callable[[Mark, Mark], bool],
) -> list[Pair]:
    """Pair the marks of one paragraph.

    `reopened` says whether the next paragraph begins with a mark that opens again what the given
    one opened, `again` whether the second of two marks may open again what the first opened. Double
    marks may stay open; single ones only if they are reopened.
    """
    states: dict[tuple[Family, ...], _State] = {(): _State(0, None, None)}
    for index, mark in enumerate(marks):
        after: dict[tuple[Family, ...], _State] = {}
        for families, state in states.items():
            _offer(after, families, state.score + mark.none, state.stack, state.trail)
            if len(families) < DEPTH and mark.opening > _HOPELESS:
                score = state.score + mark.opening
                if state.stack and families[-1] is mark.family:
                    alike = marks[state.stack[0]].plain is mark.plain
                    score += _SAME_STYLE_INSIDE if alike else _SAME_FAMILY_INSIDE
                stack: _Stack = (index, state.stack)
                _offer(after, (*families, mark.family), score, stack, state.trail)
            if state.stack and mark.closing > _HOPELESS:
                opening, below = state.stack
                fit = _fit(marks[opening], mark)
                if fit is not None:
                    score = state.score + mark.closing + fit
                    trail: _Trail = (Pair(opening, index), state.trail)
                    _offer(after, families[:-1], score, below, trail)
            if state.stack and families[-1] is mark.family:
                opening, below = state.stack
                if again(marks[opening], mark):
                    score = state.score + mark.opening + _OPENED_AGAIN
                    trail = (Pair(opening, index, again=True), state.trail)
                    _offer(after, families, score, (index, below), trail)
        if len(after) > _BEAM:
            best = sorted(after.items(), key=lambda item: -item[1].score)[:_BEAM]
            after = dict(best)
        states = after
    finals = [_finish(state, marks, reopened) for state in states.values()]
    score, trail, open_at_end = max(finals, key=lambda final: final[0])
    pairs = [Pair(i, None) for i in open_at_end]
    while trail:
        found, trail = trail
        pairs.append(found)
    return sorted(pairs, key=lambda p: p.opening)


def _offer(
    states: dict[tuple[Family, ...], _State],
    families: tuple[Family, ...],
    score: int,
    stack: _Stack,
    trail: _Trail,
) -> None:
    """Keep the better way to the same stack of families; of equal ones that which opened later."""
    known = states.get(families)
    if known is None or score > known.score or (score == known.score and _later(stack, known)):
        states[families] = _State(score, stack, trail)


def _later(stack: _Stack, known: _State) -> bool:
    return stack is not None and known.stack is not None and stack[0] > known.stack[0]


def _finish(
    state: _State, marks: Sequence[Mark], reopened: Callable[[Mark], bool]
) -> tuple[int, _Trail, list[int]]:
    """Score what is still open at the end; a mark that may not stay open is read as none."""
    score, open_at_end, stack = state.score, [], state.stack
    while stack:
        index, stack = stack
        mark = marks[index]
        if reopened(mark):
            score += _REOPENED
            open_at_end.append(index)
        elif mark.family is not Family.SINGLE and mark.opening >= LOOKS_OPENING:
            score += _NEVER_CLOSED
            open_at_end.append(index)
        else:
            score += mark.none - mark.opening
    return score, state.trail, open_at_end
