"""Costs as a picture, with logarithmic axes, and calibration as a reliability diagram.

The pictures are drawn by matplotlib, which is loaded when one is asked for.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from quotes.errors import QuotesError
from quotes.evaluation.calibration import Calibration
from quotes.evaluation.cost import Cost

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_Points = Sequence[tuple[float, float]]
_Line = tuple[str, _Points]
"""Points with their name."""

_LEAST = 1e-3
_SLACK = 0.02
"""A size is exceeded by a few quotes: so much of a decade opens no other."""
_COLOURS = ("#3b8bd0", "#d97a2b", "#4f9d5d", "#b05fc0", "#c9484f", "#2fa6a0")
_INK, _FAINT = "#404040", "#808080"
_FEW = 10
"""A bin with fewer answers is not drawn: its share is chance."""
_STYLE: dict[Any, Any] = {
    "axes.edgecolor": _INK,
    "axes.grid": True,
    "axes.labelcolor": _INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.facecolor": "white",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 10.0,
    "grid.color": "#d8d8d8",
    "legend.frameon": False,
    "lines.markersize": 5.0,
    "lines.linewidth": 1.6,
    "svg.fonttype": "none",
    "svg.hashsalt": "quotes",
    "text.color": _INK,
    "text.parse_math": False,
    "xtick.color": _INK,
    "ytick.color": _INK,
}


def require_matplotlib() -> None:
    """Make sure, before anything is measured, that it can be drawn.

    Raises:
        QuotesError: matplotlib is not installed (`pip install "quotes-nlp[docs]"`).
    """
    try:
        import matplotlib  # noqa: F401
    except ModuleNotFoundError as error:
        raise QuotesError('a picture needs matplotlib: pip install "quotes-nlp[docs]"') from error


def plot_costs(costs: Sequence[Cost]) -> str:
    """An SVG document: CPU seconds and megabytes by the number of quotes, both axes logarithmic.

    A dashed line rises in proportion to the number of quotes.

    Raises:
        ValueError: there are no costs.
        QuotesError: matplotlib is not installed.
    """
    if not costs:
        raise ValueError("no costs to draw")
    rows = sorted(costs, key=lambda cost: cost.quotes)
    seconds = [(max(1, cost.quotes), max(_LEAST, cost.cpu_seconds)) for cost in rows]
    megabytes = [(max(1, cost.quotes), max(_LEAST, cost.megabytes)) for cost in rows]
    (start, low), (end, _) = seconds[0], seconds[-1]
    return _drawn(
        "CPU seconds and megabytes by the number of quotes",
        ("quotes", "CPU seconds, megabytes"),
        [("CPU seconds", seconds), ("megabytes", megabytes)],
        ("in proportion", [(start, low), (end, low * end / start)]),
        logarithmic=True,
    )


def plot_growth(
    times: Mapping[str, Sequence[tuple[int, float]]],
    *,
    by: str = "length of the text",
    unit: str = "characters",
) -> str:
    """An SVG document: CPU seconds by the length of the text, both axes logarithmic.

    A dashed line rises in proportion to the length.

    Args:
        times: for each shape of text the lengths in characters, each with its seconds.
        by: what grows, if not the length of a text; for the title.
        unit: what it is counted in; for the axis.

    Raises:
        ValueError: there is nothing to draw.
        QuotesError: matplotlib is not installed.
    """
    lines = [
        (name, sorted((size, max(_LEAST, seconds)) for size, seconds in row))
        for name, row in times.items()
        if row
    ]
    if not lines:
        raise ValueError("no times to draw")
    points = [point for _, row in lines for point in row]
    sizes = [size for size, _ in points]
    start, end = min(sizes), max(sizes)
    low = max(seconds for size, seconds in points if size == start)
    return _drawn(
        f"CPU seconds by the {by}",
        (unit, "CPU seconds"),
        lines,
        ("in proportion", [(start, low), (end, low * end / start)]),
        logarithmic=True,
    )


def plot_reliability(results: Sequence[Calibration]) -> str:
    """An SVG document: the share of right answers by confidence, a line for each result.

    A dashed line shows where a perfect confidence would lie. Bins with fewer than ten answers are
    left out.

    Raises:
        ValueError: there is no result, or none with a bin to draw.
        QuotesError: matplotlib is not installed.
    """
    lines = [
        (result.name, [(b.confidence, b.right) for b in result.bins if b.answers >= _FEW])
        for result in results
    ]
    lines = [(name, points) for name, points in lines if points]
    if not lines:
        raise ValueError("no bins of ten or more answers to draw")
    return _drawn(
        "Share of right answers by confidence",
        ("confidence", "share that is right"),
        lines,
        ("perfect", [(0.0, 0.0), (1.0, 1.0)]),
        logarithmic=False,
    )


def _drawn(
    title: str,
    axes_names: tuple[str, str],
    lines: Sequence[_Line],
    even: _Line,
    *,
    logarithmic: bool,
) -> str:
    """The picture of lines with dots, and of a dashed one: what would be expected.

    Drawn twice, it has the same bytes.
    """
    require_matplotlib()
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(6.4, 4.0), layout="constrained")
        axes = figure.add_subplot(xlabel=axes_names[0], ylabel=axes_names[1])
        if logarithmic:
            _show_decades(axes, [*even[1], *(point for _, row in lines for point in row)])
        else:
            axes.set(xlim=(0, 1), ylim=(0, 1))
        for i, (_, points) in enumerate(lines):
            axes.plot(
                *_apart(points),
                color=_COLOURS[i % len(_COLOURS)],
                marker="o",
                gid=f"series-{i + 1}",
                clip_on=False,
            )
        axes.plot(*_apart(even[1]), color=_FAINT, linestyle="--", gid="expected")
        names = [name for name, _ in (*lines, even)]
        figure.legend(axes.lines, names, loc="outside right upper")
        out = io.StringIO()
        metadata = {"Title": title, "Date": None, "Creator": None}
        figure.savefig(out, format="svg", metadata=metadata)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _apart(points: _Points) -> tuple[list[float], list[float]]:
    return [x for x, _ in points], [y for _, y in points]


def _show_decades(axes: Axes, points: _Points) -> None:
    """Logarithmic axes over whole decades, with numbers that are written out."""
    across, up = map(_decades, _apart(points))
    axes.set(xscale="log", yscale="log", xlim=across, ylim=up)
    axes.minorticks_off()
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: f"{value:,.12g}")


def _decades(values: Iterable[float]) -> tuple[float, float]:
    found = list(values)
    low = math.floor(math.log10(min(found)))
    high = math.ceil(math.log10(max(found)) - _SLACK)
    return 10.0**low, max(10.0 ** max(low + 1, high), max(found))
