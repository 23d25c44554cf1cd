"""Articles with their quotes, to be taken elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from quotes.types import Article, Quote, Span
from tests.utterances.building import Who, story

Pair = tuple[Article, tuple[Quote, ...]]


def bridge() -> Pair:
    """Two quotes of a named speaker and one that nobody is named for, as an outlet has them."""
    told = story(
        "a1",
        "Work began early in the wet spring of that year. ⟦varley: “The wall\nholds,”⟧ "
        "⟦+cue: said⟧ Ines Varley of the Harbour Board. ⟦+: “It always has.”⟧ She ⟦cue: warned⟧ "
        "that ⟦varley: the river was rising⟧. ⟦nobody: “No”⟧ was the answer.",
        outlet="Lowmere Courier",
        url="https://courier.example/bridge",
        varley=Who("Ines Varley", roles=("engineer", "mayor"), affiliations=("Harbour Board",)),
    )
    article = attrs.evolve(
        told.article, title="The wall", published=datetime.datetime(2031, 3, 4, 8, 30)
    )
    at = article.text.index("She")
    first, second, third = told.quotes
    return article, (
        attrs.evolve(first, via=Span(at, at + 3, "She")),
        attrs.evolve(second, source=Span(at, at + 3, "She")),
        third,
    )


def saying(words: str, title: str | None = None) -> Pair:
    """An article in which Ada Marsh says these words."""
    told = story("m", f"⟦marsh: “{words}”⟧ ⟦+cue: said⟧ Ada Marsh.")
    return attrs.evolve(told.article, title=title), told.quotes


def many(number: int, each: int = 20) -> Iterator[Pair]:
    """Articles with `each` quotes each, made as they are asked for."""
    article, quotes = bridge()
    for i in range(number // each):
        yield (
            attrs.evolve(article, id=f"a{i}"),
            tuple(attrs.evolve(quotes[k % 3], id=f"q{k}", article_id=f"a{i}") for k in range(each)),
        )
