"""Annotated articles, analysed in batches; what is made of each may be kept for a later run."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from quotes.attribution import Scene, scenes
from quotes.language.sentences import Analyser
from quotes.training.gold import GoldArticle
from quotes.training.kept import Kept
from quotes.training.progress import Progress, silent

_BATCH = 16


def surveyed(
    articles: Iterable[GoldArticle], analyser: Analyser
) -> Iterator[tuple[GoldArticle, Scene]]:
    """The articles with their scenes, analysed in batches."""
    stream = iter(articles)
    while batch := list(itertools.islice(stream, _BATCH)):
        yield from zip(batch, scenes(analyser, [a.text for a in batch]), strict=True)


def gathered(
    articles: Sequence[GoldArticle],
    analyser: Analyser,
    make: Callable[[GoldArticle, Scene], Any],
    kept: Kept,
    *,
    what: str,
    progress: Progress = silent,
) -> list[Any]:
    """What `make` makes of each article, in their order; only what is not kept is analysed.

    Args:
        articles: the articles, no two alike.
        analyser: as `Extractor` uses it.
        make: gives something that JSON can hold.
        kept: takes each result as soon as it is made.
        what: says in the progress, and to `kept`, what is made.
        progress: is told after every article.
    """
    found = {n: held for n, a in enumerate(articles) if (held := kept.find((what, a))) is not None}
    missing = [n for n in range(len(articles)) if n not in found]
    stream = surveyed((articles[n] for n in missing), analyser)
    for n, (article, scene) in zip(missing, stream, strict=True):
        found[n] = make(article, scene)
        kept.keep((what, article), found[n])
        progress(what, len(found), len(articles))
    return [found[n] for n in range(len(articles))]
