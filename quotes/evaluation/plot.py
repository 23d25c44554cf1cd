"""Costs as a picture: SVG with logarithmic axes, in colours for light and dark pages."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape

import attrs

from quotes.evaluation.cost import Cost

_WIDTH, _HEIGHT = 640, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 120, 20, 60
_INK, _SECONDS, _MEGABYTES = "#808080", "#3b8bd0", "#d97a2b"
_LEAST = 1e-3
_SLACK = 0.02
"""A size is exceeded by a few quotes: so much of a decade opens no other."""

_Point = tuple[float, float]


@attrs.frozen
class _Axes:
    """The decades that are shown, as powers of ten, and where on the picture they lie."""

    across: tuple[int, int]
    up: tuple[int, int]

    def x(self, value: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * _share(value, self.across)

    def y(self, value: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * _share(value, self.up)

    def path(self, points: Iterable[_Point]) -> str:
        return " ".join(f"{self.x(x):.1f},{self.y(y):.1f}" for x, y in points)


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
    axes = _Axes(_decades([start, end]), _decades(heights))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" font-family="sans-serif" font-size="13">',
        "<title>CPU seconds and megabytes by the number of quotes</title>",
        *_grid(axes),
        f'<polyline points="{axes.path(even)}" fill="none" stroke="{_INK}" '
        'stroke-width="1.5" stroke-dasharray="6 5"/>',
        *_line(axes, seconds, _SECONDS),
        *_line(axes, megabytes, _MEGABYTES),
        *_labels(
            axes,
            [
                (seconds[-1], "CPU seconds", _SECONDS),
                (megabytes[-1], "megabytes", _MEGABYTES),
                (even[-1], "in proportion", _INK),
            ],
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low = math.floor(math.log10(min(values)))
    return low, max(low + 1, math.ceil(math.log10(max(values)) - _SLACK))


def _grid(axes: _Axes) -> list[str]:
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    lines = []
    for power in range(axes.across[0], axes.across[1] + 1):
        x = f"{axes.x(10.0**power):.1f}"
        lines.append(_rule(x, str(_TOP), x, str(bottom)))
        lines.append(_text(x, str(bottom + 20), f"{10**power:,}", _INK, "middle"))
    for power in range(axes.up[0], axes.up[1] + 1):
        height = axes.y(10.0**power)
        y = f"{height:.1f}"
        lines.append(_rule(str(_LEFT), y, str(right), y))
        lines.append(_text(str(_LEFT - 8), f"{height + 4:.1f}", f"{10.0**power:,g}", _INK, "end"))
    middle = f"{(_LEFT + right) / 2:.1f}"
    lines.append(_text(middle, str(_HEIGHT - 15), "quotes", _INK, "middle"))
    return lines


def _rule(x1: str, y1: str, x2: str, y2: str) -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{_INK}" stroke-opacity="0.35"/>'


def _text(x: str, y: str, words: str, colour: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}" text-anchor="{anchor}">{escape(words)}</text>'


def _line(axes: _Axes, points: Sequence[_Point], colour: str) -> list[str]:
    dots = [
        f'<circle cx="{axes.x(x):.1f}" cy="{axes.y(y):.1f}" r="3.5" fill="{colour}"/>'
        for x, y in points
    ]
    path = axes.path(points)
    return [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>', *dots]


def _labels(axes: _Axes, ends: Iterable[tuple[_Point, str, str]]) -> list[str]:
    """The names of the lines beside their ends, moved down where they would overlap."""
    found, last = [], -math.inf
    for (x, y), words, colour in sorted(ends, key=lambda end: -end[0][1]):
        last = max(last + 16, axes.y(y) + 4)
        found.append(_text(f"{axes.x(x) + 10:.1f}", f"{last:.1f}", words, colour, "start"))
    return found
