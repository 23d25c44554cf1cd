"""The colours of the page: for paper in daylight, and for a dark screen.

The ten hues are in an order in which neighbours stay apart for readers who do not tell red from
green, too; no meaning hangs on colour alone. Tests hold every colour of text against every
background that it stands on (a contrast of at least 4.5), and neighbours against each other.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs


@attrs.frozen
class Hue:
    """One speaker's colours: `ink` for text and lines, `tint` below the words of the article."""

    name: str
    ink: str
    tint: str
    dark_ink: str
    dark_tint: str


@attrs.frozen
class Ground:
    """What is not coloured by speaker."""

    paper: str
    """Behind the article."""
    panel: str
    """Behind lists, buttons and details."""
    text: str
    muted: str
    line: str
    """Hairlines and borders; no text has this colour."""
    grey: str
    """Below quoted words that have no speaker."""
    flash: str
    """Below words that a link led to."""


LIGHT = Ground("#fcfbf8", "#f3f1ec", "#1d1c1a", "#5f5b53", "#d8d4ca", "#e9e6de", "#fff0b3")
DARK = Ground("#171716", "#22211f", "#e9e6e0", "#aaa59b", "#45423d", "#33312d", "#4f4313")
HUES = (
    Hue("blue", "#135298", "#d3e8ff", "#8fc1ff", "#1f3654"),
    Hue("orange", "#944e12", "#ffdfca", "#f2ac7b", "#4d2c15"),
    Hue("magenta", "#8b2868", "#fedbed", "#efa2cd", "#4b283c"),
    Hue("gold", "#6d540a", "#f0e5cc", "#d6bb79", "#413411"),
    Hue("slate", "#414f5d", "#e0e7ee", "#b0c0d1", "#2f363e"),
    Hue("olive", "#455413", "#e2ead0", "#bdd18f", "#313a19"),
    Hue("teal", "#086a73", "#cfedf0", "#7ccdd6", "#103c41"),
    Hue("red", "#9e2320", "#ffdcd6", "#faa399", "#502824"),
    Hue("violet", "#593392", "#e9e0ff", "#cfb9ff", "#392e50"),
    Hue("green", "#115531", "#d4eedc", "#98d9ae", "#1c3e29"),
)


def stylesheet() -> str:
    """The colours as CSS variables, dark ones where the reader prefers them and never in print."""
    light = [*_ground(LIGHT), *_hues([(hue.ink, hue.tint) for hue in HUES])]
    dark = [*_ground(DARK), *_hues([(hue.dark_ink, hue.dark_tint) for hue in HUES])]
    classes = (
        f".h{n} {{ --ink: var(--ink{n}); --tint: var(--tint{n}); }}" for n in range(len(HUES))
    )
    return "\n".join(
        (
            f":root {{ color-scheme: light dark; {' '.join(light)} }}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {' '.join(dark)} }} }}",
            *classes,
            ".hx { --ink: var(--muted); --tint: var(--grey); }",
        )
    )


def _ground(ground: Ground) -> Iterator[str]:
    return (f"--{name}: {colour};" for name, colour in attrs.asdict(ground).items())


def _hues(pairs: list[tuple[str, str]]) -> Iterator[str]:
    return (f"--ink{n}: {ink}; --tint{n}: {tint};" for n, (ink, tint) in enumerate(pairs))
