"""What a drawn picture shows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"

Points = list[tuple[float, float]]


def words(picture: str) -> list[str]:
    """The words of the axes and the legend, each as text."""
    return [text.text or "" for text in ET.fromstring(picture).iter(f"{SVG}text")]


def title(picture: str) -> str | None:
    """What the whole picture is called."""
    return ET.fromstring(picture).findtext(f"{SVG}title")


def lines(picture: str) -> list[Points]:
    """The dots of each line, in the order of the legend."""
    return [
        [(float(dot.attrib["x"]), float(dot.attrib["y"])) for dot in group.iter(f"{SVG}use")]
        for group in ET.fromstring(picture).iter(f"{SVG}g")
        if group.attrib.get("id", "").startswith("series-")
    ]


def dashed(picture: str) -> Points:
    """The ends of the dashed line."""
    (group,) = (
        group
        for group in ET.fromstring(picture).iter(f"{SVG}g")
        if group.attrib.get("id") == "expected"
    )
    (path,) = group.iter(f"{SVG}path")
    assert "stroke-dasharray" in path.attrib["style"]
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path.attrib["d"])]
    return list(zip(numbers[::2], numbers[1::2], strict=True))
