"""Rankers of sources that have not learned from a part of the articles, to answer that part with.

What a ranker says of the articles it learned from is surer than what it says of new text; whoever
wants to know how sure it is, has to ask one that has not seen them (cross-fitting).
"""

from __future__ import annotations

import pathlib
import zlib

from quotes.attribution import ranker
from quotes.attribution.ranker import Ranker
from quotes.training.gold import GoldArticle

PARTS = 4


def part_of(article: GoldArticle) -> int:
    """The part of an article, by its name: the same whatever other articles there are."""
    return zlib.crc32(article.id.encode("utf8", "surrogatepass")) % PARTS


def file_of(folder: pathlib.Path, part: int) -> pathlib.Path:
    """The weights that were fitted without a part."""
    return folder / f"without-{part}.npz"


def rankers_of(folder: pathlib.Path) -> list[Ranker]:
    """The rankers in a folder, one for each part.

    Raises:
        ModelError: one is missing or damaged.
    """
    return [ranker.load(file_of(folder, part)) for part in range(PARTS)]
