"""Rankers that have not learned from a part of the articles (`quotes/training/apart.py`)."""

from __future__ import annotations

from quotes.training.apart import PARTS, part_of
from quotes.training.gold import GoldArticle


def test_an_article_is_in_the_same_part_whatever_annotations_it_has() -> None:
    assert part_of(GoldArticle("pier", "Short.")) == part_of(GoldArticle("pier", "Longer text."))


def test_articles_are_spread_over_all_parts() -> None:
    parts = [part_of(GoldArticle(f"pier-{n}", "")) for n in range(400)]

    assert set(parts) == set(range(PARTS))
    assert min(map(parts.count, range(PARTS))) > 60
