"""What the pictures are made of: SVG elements in colours for light and dark pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 70, 120, 20, 60
INK, FIRST, SECOND, THIRD = "#808080", "#3b8bd0", "#d97a2b", "#4f9d5d"
MORE = ("#b05fc0", "#c9484f", "#2fa6a0")

Point = tuple[float, float]


def across(share: float) -> float:
    """Where on the picture a share of the horizontal axis lies."""
    return LEFT + (WIDTH - LEFT - RIGHT) * share


def up(share: float) -> float:
    """Where on the picture a share of the vertical axis lies."""
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share


def document(title: str, parts: Iterable[str]) -> str:
    """A whole picture."""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        *parts,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def text(x: float, y: float, words: str, colour: str = INK, anchor: str = "start") -> str:
    """Words at a place; `anchor` is start, middle or end."""
    place = f'x="{x:.1f}" y="{y:.1f}"'
    return f'<text {place} fill="{colour}" text-anchor="{anchor}">{escape(words)}</text>'


def rule(x1: float, y1: float, x2: float, y2: float) -> str:
    """A faint line of the grid."""
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{INK}" stroke-opacity="0.35"/>'


def column(x: float, label: str) -> list[str]:
    """A vertical line of the grid with its label below."""
    bottom = HEIGHT - BOTTOM
    return [rule(x, TOP, x, bottom), text(x, bottom + 20, label, INK, "middle")]


def row(y: float, label: str) -> list[str]:
    """A horizontal line of the grid with its label at the left."""
    return [rule(LEFT, y, WIDTH - RIGHT, y), text(LEFT - 8, y + 4, label, INK, "end")]


def below(words: str) -> str:
    """What the horizontal axis shows."""
    return text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 15, words, INK, "middle")


def above(words: str) -> str:
    """What the vertical axis shows."""
    return text(LEFT, TOP - 8, words)


def line(points: Sequence[Point], colour: str) -> list[str]:
    """A line with a dot at each of its points."""
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in points]
    drawn = f'<polyline points="{_path(points)}" fill="none" stroke="{colour}" stroke-width="2"/>'
    return [drawn, *dots]


def dashed(points: Sequence[Point]) -> str:
    """A dashed line: what would be expected."""
    return (
        f'<polyline points="{_path(points)}" fill="none" stroke="{INK}" '
        'stroke-width="1.5" stroke-dasharray="6 5"/>'
    )


def _path(points: Sequence[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def labels(ends: Iterable[tuple[Point, str, str]]) -> list[str]:
    """Words beside the ends of lines, each in its colour, moved down where they would overlap."""
    found, last = [], float("-inf")
    for (x, y), words, colour in sorted(ends, key=lambda end: end[0][1]):
        last = max(last + 16, y + 4)
        found.append(text(x + 10, last, words, colour))
    return found
