"""Costs as a picture, with logarithmic axes, and calibration as a reliability diagram."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence

import attrs

from quotes.evaluation import svg
from quotes.evaluation.calibration import Calibration
from quotes.evaluation.cost import Cost

_LEAST = 1e-3
_SLACK = 0.02
"""A size is exceeded by a few quotes: so much of a decade opens no other."""
_COLOURS = (svg.FIRST, svg.SECOND, svg.THIRD)
_FEW = 10
"""A bin with fewer answers is not drawn: its share is chance."""


@attrs.frozen
class _Decades:
    """The decades that are shown, as powers of ten."""

    across: tuple[int, int]
    up: tuple[int, int]

    def place(self, point: svg.Point) -> svg.Point:
        return svg.across(_share(point[0], self.across)), svg.up(_share(point[1], self.up))


def _share(value: float, decades: tuple[int, int]) -> float:
    return (math.log10(value) - decades[0]) / (decades[1] - decades[0])


def plot_costs(costs: Sequence[Cost]) -> str:
    """An SVG document: CPU seconds and megabytes by the number of quotes, both axes logarithmic.

    A dashed line rises in proportion to the number of quotes.

    Raises:
        ValueError: there are no costs.
    """
    if not costs:
        raise ValueError("no costs to draw")
    rows = sorted(costs, key=lambda cost: cost.quotes)
    seconds = [(max(1, cost.quotes), max(_LEAST, cost.cpu_seconds)) for cost in rows]
    megabytes = [(max(1, cost.quotes), max(_LEAST, cost.megabytes)) for cost in rows]
    (start, low), (end, _) = seconds[0], seconds[-1]
    even = [(start, low), (end, low * end / start)]
    heights = [y for _, y in (*seconds, *megabytes, *even)]
    decades = _Decades(_decades([start, end]), _decades(heights))
    drawn = [list(map(decades.place, points)) for points in (seconds, megabytes, even)]
    names = ("CPU seconds", "megabytes", "in proportion")
    ends = zip((points[-1] for points in drawn), names, (*_COLOURS[:2], svg.INK), strict=True)
    parts = [
        *_grid(decades),
        svg.dashed(drawn[2]),
        *svg.line(drawn[0], _COLOURS[0]),
        *svg.line(drawn[1], _COLOURS[1]),
        *svg.labels(ends),
    ]
    return svg.document("CPU seconds and megabytes by the number of quotes", parts)


def plot_growth(times: Mapping[str, Sequence[tuple[int, float]]]) -> str:
    """An SVG document: CPU seconds by the length of the text, both axes logarithmic.

    A dashed line rises in proportion to the length.

    Args:
        times: for each shape of text the lengths in characters, each with its seconds.

    Raises:
        ValueError: there is nothing to draw.
    """
    lines = {
        name: sorted((size, max(_LEAST, seconds)) for size, seconds in row)
        for name, row in times.items()
        if row
    }
    if not lines:
        raise ValueError("no times to draw")
    points = [point for row in lines.values() for point in row]
    sizes = [size for size, _ in points]
    start, end = min(sizes), max(sizes)
    low = max(seconds for size, seconds in points if size == start)
    even = [(start, low), (end, low * end / start)]
    decades = _Decades(_decades(sizes), _decades([y for _, y in (*points, *even)]))
    parts = [*_grid(decades, "characters"), svg.dashed(list(map(decades.place, even)))]
    ends = [(decades.place(even[-1]), "in proportion", svg.INK)]
    for colour, (name, row) in zip(
        itertools.cycle((*_COLOURS, *svg.MORE)), lines.items(), strict=False
    ):
        drawn = list(map(decades.place, row))
        parts += svg.line(drawn, colour)
        ends.append((drawn[-1], name, colour))
    return svg.document("CPU seconds by the length of the text", [*parts, *svg.labels(ends)])


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low = math.floor(math.log10(min(values)))
    return low, max(low + 1, math.ceil(math.log10(max(values)) - _SLACK))


def _grid(decades: _Decades, across: str = "quotes") -> list[str]:
    parts = []
    for power in range(decades.across[0], decades.across[1] + 1):
        parts += svg.column(svg.across(_share(10.0**power, decades.across)), f"{10**power:,}")
    for power in range(decades.up[0], decades.up[1] + 1):
        parts += svg.row(svg.up(_share(10.0**power, decades.up)), f"{10.0**power:,g}")
    return [*parts, svg.below(across)]


def plot_reliability(results: Sequence[Calibration]) -> str:
    """An SVG document: the share of right answers by confidence, a line for each result.

    A dashed line shows where a perfect confidence would lie. Bins with fewer than ten answers are
    left out.

    Raises:
        ValueError: there is no result, or none with a bin to draw.
    """
    lines = [
        (result, [(b.confidence, b.right) for b in result.bins if b.answers >= _FEW])
        for result in results
    ]
    lines = [(result, points) for result, points in lines if points]
    if not lines:
        raise ValueError("no bins of ten or more answers to draw")
    parts = []
    for tenths in range(0, 11, 2):
        parts += svg.column(svg.across(tenths / 10), f"{tenths / 10:.1f}")
        parts += svg.row(svg.up(tenths / 10), f"{tenths / 10:.1f}")
    even = [(svg.across(0.0), svg.up(0.0)), (svg.across(1.0), svg.up(1.0))]
    parts += [svg.below("confidence"), svg.above("share that is right"), svg.dashed(even)]
    ends = []
    for i, (result, points) in enumerate(lines):
        colour = _COLOURS[i % len(_COLOURS)]
        drawn = [(svg.across(x), svg.up(y)) for x, y in points]
        parts += svg.line(drawn, colour)
        ends.append(((svg.across(1.0), drawn[-1][1]), result.name, colour))
    return svg.document("Share of right answers by confidence", [*parts, *svg.labels(ends)])
